import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { donationsPage } from '#src/http/desk/donations.ts';
import { seated } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';

/** Donations: stages, sums, one by one. */
export const config: Config = { path: ['/desk/donations/', '/en/desk/donations/'] };

export default door(['GET', 'HEAD'], async ask => {
  const { front, donations } = await app();
  const signed = await seated(ask, front, 'see-donations');
  if (signed instanceof Response) return signed;
  return donationsPage(ask, front, signed, donations);
});
