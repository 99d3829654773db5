import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { rounds } from '#src/cases/rounds.ts';
import { roundsPage } from '#src/http/desk/rounds.ts';
import { seated } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';

/** Enterprises on a list, and whose turn it is. */
export const config: Config = { path: ['/desk/rounds/', '/en/desk/rounds/'] };

export default door(['GET', 'HEAD'], async ask => {
  const { office, front, zone } = await app();
  const signed = await seated(ask, front, 'see-rounds');
  if (signed instanceof Response) return signed;
  return roundsPage(ask, front, signed, {
    now: office.now(),
    tiers: zone.lists.tiers,
    rounds: await rounds(office, zone.lists),
  });
});
