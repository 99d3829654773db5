import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { appointments } from '#src/http/desk/appointments.ts';
import { seated } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';

/** Who comes and who waits for a time; the time of one case. */
export const config: Config = {
  path: [
    '/desk/appointments/',
    '/desk/appointments/cases/:number/',
    '/en/desk/appointments/',
    '/en/desk/appointments/cases/:number/',
  ],
};

export default door(['GET', 'HEAD', 'POST'], async ask => {
  const { office, front, slots } = await app();
  const signed = await seated(ask, front, 'see-appointments');
  if (signed instanceof Response) return signed;
  return appointments(ask, front, signed, { slots, store: office.store, now: office.now() });
});
