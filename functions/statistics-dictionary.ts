import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { door } from '#src/http/door.ts';
import { dictionaryPage } from '#src/http/statistics.ts';

/** What the figures and the columns of the open data mean. */
export const config: Config = {
  path: (['', '/en', '/zh-hant'] as const).flatMap(lang => [
    `${lang}/statistics/dictionary/` as const,
    `${lang}/large/statistics/dictionary/` as const,
  ]),
};

export default door(['GET', 'HEAD'], async ask => {
  const { statistics } = await app();
  return dictionaryPage(ask, await statistics());
});
