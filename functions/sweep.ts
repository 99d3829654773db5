import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { door, json } from '#src/http/door.ts';

/** Hourly: expired keys, fingerprints and counters are deleted. `serve.ts` does the same by its own timer. */
export const config: Config = { schedule: '17 * * * *' };

export default door(['GET', 'POST'], async () => {
  const { office } = await app();
  return json(200, { deleted: await office.store.sweep({ at: office.now().toISOString() }) });
});
