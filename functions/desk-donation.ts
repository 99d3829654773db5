import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { donationOne } from '#src/http/desk/donation.ts';
import { seated } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';
import { dayOf } from '#src/rules/day.ts';

/** One donation: from the offer to where it went. */
export const config: Config = { path: ['/desk/donations/:number/', '/en/desk/donations/:number/'] };

export default door(['GET', 'HEAD', 'POST'], async ask => {
  const { office, front, donations } = await app();
  const signed = await seated(ask, front, 'see-donations');
  if (signed instanceof Response) return signed;
  const now = office.now();
  return donationOne(ask, front, signed, { donations, store: office.store, now, today: dayOf(now) });
});
