import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { door } from '#src/http/door.ts';
import { statisticsData } from '#src/http/statistics.ts';

/** The public figures as open data. */
export const config: Config = { path: ['/statistics/data.csv', '/statistics/data.json'] };

export default door(['GET', 'HEAD'], async ask => {
  const { statistics } = await app();
  return statisticsData(ask, await statistics());
});
