import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { door } from '#src/http/door.ts';
import { vacanciesFeed } from '#src/http/vacancies.ts';

/** What is public of vacancies, as JSON Feed. */
export const config: Config = { path: ['/vacancies/feed.json'] };

export default door(['GET', 'HEAD'], async ask => {
  const { front, vacancies } = await app();
  return vacanciesFeed(ask, front, vacancies);
});
