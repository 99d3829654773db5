// Moves the store of its environment to the address it is given, saying each table's page once it is durable.
import { writeSync } from 'node:fs';
import { move } from '#src/backup/move.ts';
import { openPlace, openRows } from '#src/backup/place.ts';
import { config } from '#src/config.ts';

const [to = ''] = process.argv.slice(2);
const isUrl = to.startsWith('postgres:');
const target = await openRows({ url: isUrl ? to : null, file: to });
const { write } = target.rows;
const told = {
  ...target,
  rows: {
    ...target.rows,
    write: async (work: Parameters<typeof write>[0]) => {
      const done = await write(work);
      writeSync(1, '.');
      return done;
    },
  } as typeof target.rows,
};
await move(await openPlace(config()), told, new Date('2020-03-20T01:00:00Z'));
await target.rows.close();
