import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { seated } from '#src/http/desk/seat.ts';
import { staysPage } from '#src/http/desk/stays.ts';
import { door } from '#src/http/door.ts';
import { dayOf } from '#src/rules/day.ts';

/** The stays behind the numbers of beds of a day. */
export const config: Config = { path: ['/desk/stays/', '/en/desk/stays/'] };

export default door(['GET', 'HEAD'], async ask => {
  const { office, front, beds } = await app();
  const signed = await seated(ask, front, 'see-beds');
  if (signed instanceof Response) return signed;
  return staysPage(ask, front, signed, { beds, today: dayOf(office.now()) });
});
