import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { hoursPages } from '#src/http/desk/hours.ts';
import { seated } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';

/** Bookable hours: those that are offered, and one of them. */
export const config: Config = {
  path: [
    '/desk/appointments/hours/',
    '/desk/appointments/hours/:hour/',
    '/en/desk/appointments/hours/',
    '/en/desk/appointments/hours/:hour/',
  ],
};

export default door(['GET', 'HEAD', 'POST'], async ask => {
  const { office, front, slots } = await app();
  const signed = await seated(ask, front, 'see-appointments');
  if (signed instanceof Response) return signed;
  return hoursPages(ask, front, signed, { slots, store: office.store, now: office.now() });
});
