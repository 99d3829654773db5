import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { seated } from '#src/http/desk/seat.ts';
import { vacancyList } from '#src/http/desk/vacancies.ts';
import { vacancyCase } from '#src/http/desk/vacancy-case.ts';
import { door } from '#src/http/door.ts';

/** Vacancies: what is to review and what is public; the positions of one case, by its number. */
export const config: Config = {
  path: [
    '/desk/vacancies/',
    '/desk/vacancies/:number/',
    '/en/desk/vacancies/',
    '/en/desk/vacancies/:number/',
  ],
};

export default door(['GET', 'HEAD', 'POST'], async ask => {
  const { office, front, vacancies } = await app();
  const signed = await seated(ask, front, 'see-vacancies');
  if (signed instanceof Response) return signed;
  const seat = { front, signed, vacancies, store: office.store, now: office.now() };
  if (ask.url.pathname.endsWith('/vacancies/')) return vacancyList(ask, front, signed, seat);
  return vacancyCase(ask, seat);
});
