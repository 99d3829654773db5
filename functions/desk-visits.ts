import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { visitBoard } from '#src/cases/visit-board.ts';
import { plan } from '#src/cases/visits.ts';
import { seated } from '#src/http/desk/seat.ts';
import { visits } from '#src/http/desk/visits.ts';
import { door } from '#src/http/door.ts';

/** The plan of visits, what was made, and how many. */
export const config: Config = { path: ['/desk/visits/', '/en/desk/visits/'] };

export default door(['GET', 'HEAD', 'POST'], async ask => {
  const { office, front } = await app();
  const signed = await seated(ask, front, 'see-visits');
  if (signed instanceof Response) return signed;
  const { login: by } = signed.staff;
  return visits(ask, front, signed, {
    now: office.now(),
    board: query => visitBoard(office, query),
    plan: (asked, key) => plan(office, asked, { key, by }),
    look: id => office.store.visitById(id),
  });
});
