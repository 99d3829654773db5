import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { perform, possible } from '#src/cases/perform.ts';
import { bulk } from '#src/http/desk/bulk.ts';
import { doerOf, seated } from '#src/http/desk/seat.ts';
import { door } from '#src/http/door.ts';
import { mayDo } from '#src/staff/roles.ts';

/** Several cases at once: previewed, then done. */
export const config: Config = { path: ['/desk/bulk/', '/en/desk/bulk/'] };

export default door(['POST'], async ask => {
  const { office, front } = await app();
  const signed = await seated(ask, front, 'bulk');
  if (signed instanceof Response) return signed;
  const doer = doerOf(signed);
  return bulk(ask, {
    front,
    signed,
    store: office.store,
    mayDo: (deed, scope) => mayDo(signed.staff, deed, scope),
    perform: (number, head, deed) => perform(office, number, head, deed, doer),
    possible: number => possible(office, number, doer),
  });
});
