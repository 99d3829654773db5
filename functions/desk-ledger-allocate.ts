import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { allocatePage } from '#src/http/desk/ledger-allocate.ts';
import { seated } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';
import { dayOf } from '#src/rules/day.ts';

/** A lot for several needs: in order, previewed, confirmed, undone. */
export const config: Config = { path: ['/desk/ledger/allocate/', '/en/desk/ledger/allocate/'] };

export default door(['GET', 'HEAD', 'POST'], async ask => {
  const { office, front, supplies } = await app();
  const signed = await seated(ask, front, 'see-ledger');
  if (signed instanceof Response) return signed;
  return allocatePage(ask, front, signed, { supplies, today: dayOf(office.now()) });
});
