import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { needOne } from '#src/http/desk/ledger-need.ts';
import { seated } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';
import { dayOf } from '#src/rules/day.ts';

/** One need: suggestions with their reasons, what was promised, what became of it. */
export const config: Config = { path: ['/desk/ledger/needs/:need/', '/en/desk/ledger/needs/:need/'] };

export default door(['GET', 'HEAD', 'POST'], async ask => {
  const { office, front, supplies } = await app();
  const signed = await seated(ask, front, 'see-ledger');
  if (signed instanceof Response) return signed;
  return needOne(ask, front, signed, { supplies, today: dayOf(office.now()) });
});
