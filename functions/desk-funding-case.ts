import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { fundingOne } from '#src/http/desk/funding-case.ts';
import { seated } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';
import { dayOf } from '#src/rules/day.ts';

/** One case's money: its banks, what they did, who follows. */
export const config: Config = { path: ['/desk/funding/:number/', '/en/desk/funding/:number/'] };

export default door(['GET', 'HEAD', 'POST'], async ask => {
  const { office, front, funding } = await app();
  const signed = await seated(ask, front, 'see-funding');
  if (signed instanceof Response) return signed;
  return fundingOne(ask, front, signed, { funding, store: office.store, today: dayOf(office.now()) });
});
