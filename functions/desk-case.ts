import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { deskCase, openFields } from '#src/cases/desk-case.ts';
import { perform } from '#src/cases/perform.ts';
import { doerOf, seated } from '#src/http/desk/seat.ts';
import { work } from '#src/http/desk/work.ts';
import { door } from '#src/http/door.ts';
import { mayDo } from '#src/staff/roles.ts';

/** One case: what was asked, what happened, and what an officer does to it. */
export const config: Config = { path: ['/desk/cases/:number/', '/en/desk/cases/:number/'] };

export default door(['GET', 'HEAD', 'POST'], async ask => {
  const { office, front, tray } = await app();
  const signed = await seated(ask, front, 'see-queue');
  if (signed instanceof Response) return signed;
  const doer = doerOf(signed);
  return work(ask, {
    ...{ front, signed, tray, now: office.now(), store: office.store },
    mayDo: (deed, scope) => mayDo(signed.staff, deed, scope),
    perform: (number, head, deed) => perform(office, number, head, deed, doer),
    open: (number, reason) => openFields(office, number, doer, reason),
    look: number => deskCase(office, number, doer),
  });
});
