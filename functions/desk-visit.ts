import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { drop, lookAt, record } from '#src/cases/visits.ts';
import { seated } from '#src/http/desk/seat.ts';
import { visit } from '#src/http/desk/visit.ts';
import { door } from '#src/http/door.ts';

/** One visit: the plan, and the record that is filled in on the spot. */
export const config: Config = { path: ['/desk/visits/:id/', '/en/desk/visits/:id/'] };

export default door(['GET', 'HEAD', 'POST'], async ask => {
  const { office, front } = await app();
  const signed = await seated(ask, front, 'see-visits');
  if (signed instanceof Response) return signed;
  const { login: by } = signed.staff;
  const items = front.siteCheck.map(item => item.id);
  return visit(ask, front, signed, {
    look: id => lookAt(office, id),
    drop: id => drop(office, id, by),
    record: (id, typed, key) => record(office, id, typed, { key, by, items }),
  });
});
