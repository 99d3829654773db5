import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { rollPage } from '#src/http/donations.ts';
import { door } from '#src/http/door.ts';

/** What was given, and by whom where they agreed to be named. */
export const config: Config = {
  path: (['', '/en', '/zh-hant'] as const).flatMap(lang => [
    `${lang}/donations/` as const,
    `${lang}/large/donations/` as const,
  ]),
  rateLimit: { windowLimit: 120, windowSize: 60, aggregateBy: ['ip', 'domain'] },
};

export default door(['GET', 'HEAD'], async ask => {
  const { front, donations } = await app();
  return rollPage(ask, front, donations);
});
