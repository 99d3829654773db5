import type { Receipt, ReceiveResult } from '#src/cases/receive.ts';
import type { Ticket } from '#src/cases/ticket.ts';
import { type Ask, cookie } from '#src/http/ask.ts';
import { json } from '#src/http/door.ts';
import { type Front, reasonOf } from '#src/http/front.ts';
import type { Sent } from '#src/http/intake.ts';
import { problem } from '#src/http/problem.ts';
import { page } from '#src/http/shell.ts';
import { receiptWords } from '#src/i18n/forms.ts';
import { type Lang, prefix } from '#src/i18n/words.ts';
import { alreadyView, noReceiptView, type ReceiptPage, receiptView } from '#src/views/receipt.ts';
import { timeInWords } from '#src/views/time.ts';

const name = 'receipt';

const ticketOf = ({ case: row, pin, token }: Receipt): Ticket => ({
  caseId: row.id,
  number: row.number,
  pin,
  token,
  handler: row.handler,
  reason: reasonOf(row),
  due: row.due,
  held: row.heldFor !== '[]',
});

const cookieOf = (ask: Ask, front: Front, ticket: Ticket): string =>
  `${name}=${front.sealTicket(ticket)}; Path=/; Max-Age=${front.receiptSeconds}; HttpOnly; SameSite=Lax${ask.secure ? '; Secure' : ''}`;

const ticketIn = (ask: Ask, front: Front): Ticket | null => {
  const value = cookie(ask.request, name);
  return value === null ? null : front.openTicket(value);
};

/** A receipt in the words of the API and of the page. */
const inWords = (ticket: Ticket, front: Front, lang: Lang): ReceiptPage => ({
  lang,
  number: front.showNumber(ticket.number),
  pin: ticket.pin,
  track: `${prefix(lang)}/track/#${ticket.number}.${ticket.token}`,
  handler: front.department(ticket.handler)[lang],
  reason: ticket.reason[lang],
  due: timeInWords(ticket.due, lang),
  held: ticket.held,
});

const toReceipt = (ask: Ask, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(null, {
    status: 303,
    headers: { location: `${prefix(ask.lang)}/forms/receipt/`, 'cache-control': 'no-store', ...headers },
  });

/** The answer to a submission that was taken in: 201 with the receipt, or 303 to its page; and what to say of one seen before. */
export const answer = ({ ask, front, warnings }: Sent, result: ReceiveResult): Response => {
  if (result.tag === 'key-reused') return problem(ask, 'key-reused');
  if (result.tag === 'duplicate') {
    if (!ask.wantsPage) return problem(ask, 'already-received');
    if (ticketIn(ask, front)?.caseId === result.case.id) return toReceipt(ask);
    return page(ask.lang, 409, receiptWords.already[ask.lang], alreadyView(ask.lang));
  }
  const ticket = ticketOf(result.receipt);
  const set = { 'set-cookie': cookieOf(ask, front, ticket) };
  if (ask.wantsPage) return toReceipt(ask, set);
  const { lang: _, ...words } = inWords(ticket, front, ask.lang);
  const body = { ...words, due: ticket.due };
  const told = warnings.map(({ pointer, message }) => ({ pointer, message: message[ask.lang] }));
  return json(201, { ...body, ...(told.length > 0 && { warnings: told }) }, set);
};

/** The receipt's page for the browser that holds its cookie; everyone else is told how to follow a case. */
export const receiptPage = (ask: Ask, front: Front): Response => {
  const ticket = ticketIn(ask, front);
  if (!ticket) return page(ask.lang, 200, receiptWords.gone[ask.lang], noReceiptView(ask.lang));
  const words = inWords(ticket, front, ask.lang);
  return page(ask.lang, 200, receiptWords[ticket.held ? 'heldTitle' : 'title'][ask.lang], receiptView(words));
};
