import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { retain } from '#src/cases/retention.ts';
import { door, json } from '#src/http/door.ts';

/** Hourly: what cases may keep no longer is deleted, some thousands at most; the next run goes on. */
export const config: Config = { schedule: '23 * * * *' };

export default door(['GET', 'POST'], async () => {
  const { office } = await app();
  return json(200, await retain(office, { most: 5000 }));
});
