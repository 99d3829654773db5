import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { door } from '#src/http/door.ts';
import { vacanciesPage } from '#src/http/vacancies.ts';

/** Vacancies and staff to lend, as they are public now. */
export const config: Config = {
  path: (['', '/en', '/zh-hant'] as const).flatMap(lang =>
    (['', '/large'] as const).flatMap(type => [
      `${lang}${type}/vacancies/` as const,
      `${lang}${type}/vacancies/lend/` as const,
    ]),
  ),
  rateLimit: { windowLimit: 120, windowSize: 60, aggregateBy: ['ip', 'domain'] },
};

export default door(['GET', 'HEAD'], async ask => {
  const { front, vacancies } = await app();
  return vacanciesPage(ask, front, vacancies);
});
