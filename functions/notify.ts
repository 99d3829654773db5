import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { door, json } from '#src/http/door.ts';

/** Every minute: what is due in the outbox is sent, for 20 of the 30 seconds that a scheduled function has. */
export const config: Config = { schedule: '* * * * *' };

export default door(['GET', 'POST'], async () => {
  const { outbox } = await app();
  return json(200, await outbox.run(20_000));
});
