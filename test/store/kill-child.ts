// Writes cases into a file for as long as it lives and says each number once its case was acknowledged.
import { writeSync } from 'node:fs';
import { openSqlite } from '#src/store/sqlite.ts';
import { receipt } from './samples.ts';

const store = await openSqlite({ file: process.argv[2] ?? '' });
const caller = async (): Promise<void> => {
  for (;;) {
    const sent = receipt();
    await store.receive(sent);
    writeSync(1, `${sent.case.number}\n`);
  }
};
await Promise.all(Array.from({ length: 16 }, caller));
