import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { contact, contactsWith, roundWith } from '#src/cases/rounds.ts';
import { round } from '#src/http/desk/round.ts';
import { seated } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';

/** One enterprise on a list: who asked after it when, and a contact to write down. */
export const config: Config = { path: ['/desk/rounds/:code/', '/en/desk/rounds/:code/'] };

export default door(['GET', 'HEAD', 'POST'], async ask => {
  const { office, front, zone } = await app();
  const signed = await seated(ask, front, 'see-rounds');
  if (signed instanceof Response) return signed;
  return round(ask, front, signed, {
    now: office.now(),
    store: office.store,
    look: code => roundWith(office, zone.lists, code),
    contacts: (code, cursor) => contactsWith(office, code, cursor, 20),
    contact: (found, typed) => contact(office, found, typed),
  });
});
