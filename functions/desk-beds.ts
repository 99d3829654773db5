import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { bedSite } from '#src/http/desk/bed-site.ts';
import { bedsPage } from '#src/http/desk/beds.ts';
import { seated } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';
import { dayOf } from '#src/rules/day.ts';

/** Beds: sites and who waits for one; one site with its stays, by number. */
export const config: Config = {
  path: ['/desk/beds/', '/desk/beds/:site/', '/en/desk/beds/', '/en/desk/beds/:site/'],
};

export default door(['GET', 'HEAD', 'POST'], async ask => {
  const { office, front, beds } = await app();
  const signed = await seated(ask, front, 'see-beds');
  if (signed instanceof Response) return signed;
  const seat = { beds, store: office.store, today: dayOf(office.now()) };
  return (ask.url.pathname.endsWith('/beds/') ? bedsPage : bedSite)(ask, front, signed, seat);
});
