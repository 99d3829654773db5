import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { door, json } from '#src/http/door.ts';

export const config: Config = { path: '/api/health' };

export default door(['GET', 'HEAD'], async () => {
  const { office, disk } = await app();
  const { schema, expected } = await office.store.health();
  const { used, full } = disk();
  const well = schema === expected && !full;
  return json(well ? 200 : 503, {
    status: well ? 'ok' : 'failing',
    store: 'ok',
    schema,
    expected,
    diskUsed: used,
  });
});
