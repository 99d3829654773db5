import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { rollTable } from '#src/http/donations.ts';
import { door } from '#src/http/door.ts';

/** The roll of donations as a table. */
export const config: Config = {
  path: ['/donations/data.csv'],
  rateLimit: { windowLimit: 30, windowSize: 60, aggregateBy: ['ip', 'domain'] },
};

export default door(['GET', 'HEAD'], async ask => {
  const { front, donations } = await app();
  return rollTable(ask, front, donations);
});
