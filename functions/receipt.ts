import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { door } from '#src/http/door.ts';
import { receiptPage, ticketIn } from '#src/http/receipt.ts';

export const config: Config = {
  path: [
    '/forms/receipt/',
    '/large/forms/receipt/',
    '/en/forms/receipt/',
    '/en/large/forms/receipt/',
    '/zh-hant/forms/receipt/',
    '/zh-hant/large/forms/receipt/',
  ],
};

export default door(['GET', 'HEAD'], async ask => {
  const { office, front } = await app();
  const ticket = ticketIn(ask, front);
  const linked = ticket && ticket.cases > 1 ? await office.store.linked(ticket.caseId) : [];
  const timed = ticket?.timed ? await office.store.caseById(ticket.caseId) : null;
  return receiptPage(ask, front, ticket, linked, timed);
});
