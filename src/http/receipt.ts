import type { Receipt, ReceiveResult } from '#src/cases/receive.ts';
import type { CaseRow } from '#src/cases/store.ts';
import type { Ticket } from '#src/cases/ticket.ts';
import { type Ask, cookie } from '#src/http/ask.ts';
import { json } from '#src/http/door.ts';
import { type Front, reasonOf } from '#src/http/front.ts';
import { closed, offerOthers, refuse, type Sent } from '#src/http/intake.ts';
import { ownPlaceIn, ownPlaceJson } from '#src/http/own-place.ts';
import { problem } from '#src/http/problem.ts';
import { page } from '#src/http/shell.ts';
import { receiptWords } from '#src/i18n/forms.ts';
import { type Lang, prefix } from '#src/i18n/words.ts';
import { nothing } from '#src/views/html.ts';
import { alreadyView, noReceiptView, type ReceiptPage, receiptView } from '#src/views/receipt.ts';
import { timeInWords } from '#src/views/time.ts';

const name = 'receipt';

const ticketOf = ({ case: row, pin, token, linked }: Receipt): Ticket => ({
  caseId: row.id,
  number: row.number,
  pin,
  token,
  handler: row.handler,
  reason: reasonOf(row),
  due: row.due,
  held: row.heldFor !== '[]',
  cases: Math.max(1, linked.length),
});

/** A cookie holds 4 KB: the first of them, each once. */
const toldIn = ({ ask, warnings }: Sent): readonly string[] =>
  [...new Set(warnings.map(({ message }) => message[ask.lang]))].slice(0, 3);

const cookieOf = (ask: Ask, front: Front, ticket: Ticket): string =>
  `${name}=${front.sealTicket(ticket)}; Path=/; Max-Age=${front.receiptSeconds}; HttpOnly; SameSite=Lax${ask.secure ? '; Secure' : ''}`;

/** The receipt that the browser's cookie holds, or null. */
export const ticketIn = (ask: Ask, front: Front): Ticket | null => {
  const value = cookie(ask.request, name);
  return value === null ? null : front.openTicket(value);
};

/** The cases of one submission, each in words. */
const severalIn = (linked: readonly CaseRow[], front: Front, lang: Lang): ReceiptPage['linked'] =>
  linked.map(row => ({
    number: front.showNumber(row.number),
    handler: front.department(row.handler)[lang],
    reason: reasonOf(row)[lang],
    due: timeInWords(row.due, lang),
  }));

/** A receipt in the words of the API and of the page. */
const inWords = (ticket: Ticket, linked: readonly CaseRow[], front: Front, lang: Lang): ReceiptPage => ({
  lang,
  number: front.showNumber(ticket.number),
  pin: ticket.pin,
  track: `${prefix(lang)}/track/#${ticket.number}.${ticket.token}`,
  handler: front.department(ticket.handler)[lang],
  reason: ticket.reason[lang],
  due: timeInWords(ticket.due, lang),
  held: ticket.held,
  told: ticket.told ?? [],
  linked: severalIn(linked, front, lang),
});

const toReceipt = (ask: Ask, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(null, {
    status: 303,
    headers: { location: `${prefix(ask.lang)}/forms/receipt/`, 'cache-control': 'no-store', ...headers },
  });

/** What is told of a submission that was there already. */
const seenBefore = (
  ask: Ask,
  front: Front,
  { tag, case: row }: Extract<ReceiveResult, { tag: 'duplicate' | 'only-once' }>,
): Response => {
  if (ask.wantsPage && ticketIn(ask, front)?.caseId === row.id) return toReceipt(ask);
  if (tag === 'only-once')
    return problem(ask, 'reported-already', { values: { tail: row.number.slice(-4) } });
  if (!ask.wantsPage) return problem(ask, 'already-received');
  return page(ask.lang, 409, receiptWords.already[ask.lang], alreadyView(ask.lang));
};

/** The answer to a submission that was taken in: 201 with the receipt, or 303 to its page; and what to say of one seen before. */
export const answer = async (sent: Sent, result: ReceiveResult): Promise<Response> => {
  const { ask, front, warnings } = sent;
  if (result.tag === 'closed') return closed(sent);
  if (result.tag === 'key-reused') return problem(ask, 'key-reused');
  if (result.tag === 'place-taken') return offerOthers(sent);
  if (result.tag === 'upload-missing') return refuse(sent, [result.problem]);
  if (result.tag !== 'received') return seenBefore(ask, front, result);
  const timed = front.slots.asks(sent.form.id);
  const ticket = { ...ticketOf(result.receipt), told: toldIn(sent), ...(timed && { timed }) };
  const set = { 'set-cookie': cookieOf(ask, front, ticket) };
  if (ask.wantsPage) return toReceipt(ask, set);
  const { lang: _, linked, told: __, ...words } = inWords(ticket, result.receipt.linked, front, ask.lang);
  const several = result.receipt.linked.map((row, index) => ({ ...linked[index], due: row.due }));
  const appointment = timed ? await ownPlaceJson(ask, front, result.receipt.case) : null;
  const more = { ...(several.length > 0 && { linked: several }), ...(appointment && { appointment }) };
  const body = { ...words, due: ticket.due, ...more };
  const told = warnings.map(({ pointer, message }) => ({ pointer, message: message[ask.lang] }));
  return json(201, { ...body, ...(told.length > 0 && { warnings: told }) }, set);
};

/** The receipt's page for the browser that holds its cookie; everyone else is told how to follow a case. */
export const receiptPage = async (
  ask: Ask,
  front: Front,
  ticket: Ticket | null,
  linked: readonly CaseRow[],
  timed: CaseRow | null,
): Promise<Response> => {
  if (!ticket) return page(ask.lang, 200, receiptWords.gone[ask.lang], noReceiptView(ask.lang));
  const words = inWords(ticket, linked, front, ask.lang);
  const appointment = timed ? await ownPlaceIn(ask, front, timed, '') : nothing;
  return page(
    ask.lang,
    200,
    receiptWords[ticket.held ? 'heldTitle' : 'title'][ask.lang],
    receiptView({ ...words, appointment }),
  );
};
