import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { door, json } from '#src/http/door.ts';

/** Hourly: expired keys, fingerprints, counters and attachments are deleted, and notices that were sent long ago; what changed is counted. */
export const config: Config = { schedule: '17 * * * *' };

export default door(['GET', 'POST'], async () => {
  const { office, attachments, outbox, catchUp } = await app();
  const rows = await office.store.sweep({ at: office.now().toISOString() });
  await catchUp();
  return json(200, { deleted: rows + (await attachments.sweep()) + (await outbox.sweep()) });
});
