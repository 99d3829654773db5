import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { door } from '#src/http/door.ts';
import { statisticsPage } from '#src/http/statistics.ts';

/** The public figures of the last day that is over. */
export const config: Config = {
  path: (['', '/en', '/zh-hant'] as const).flatMap(lang => [
    `${lang}/statistics/` as const,
    `${lang}/large/statistics/` as const,
  ]),
};

export default door(['GET', 'HEAD'], async ask => {
  const { statistics } = await app();
  return statisticsPage(ask, await statistics());
});
