import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { needsPage } from '#src/http/desk/ledger.ts';
import { seated } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';
import { dayOf } from '#src/rules/day.ts';

/** What is needed of supplies, what is missing for long on top. */
export const config: Config = { path: ['/desk/ledger/', '/en/desk/ledger/'] };

export default door(['GET', 'HEAD'], async ask => {
  const { office, front, supplies } = await app();
  const signed = await seated(ask, front, 'see-ledger');
  if (signed instanceof Response) return signed;
  return needsPage(ask, front, signed, supplies, dayOf(office.now()));
});
