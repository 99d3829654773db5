import { amountIn, called, itemIn, typedIn } from '#src/forms/goods.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { ledgerTold, allocateWords as words } from '#src/i18n/desk-ledger.ts';
import { say } from '#src/i18n/words.ts';
import type { Acted } from '#src/ledger/acts.ts';
import type { LotSeen, Turn } from '#src/ledger/desk.ts';
import { allocateView, batchView, previewView } from '#src/views/desk/ledger-allocate.ts';
import { deskPage, deskProblem, deskWay } from './frame.ts';
import {
  allocationLine,
  beforeIn,
  departmentOf,
  handOf,
  lotShown,
  nameOf,
  needLine,
  sees,
  standingIn,
  stateIn,
  toldIn,
  toldOf,
  wrongAmount,
} from './ledger-lines.ts';
import { type Desk, settled } from './ledger-need.ts';
import { notFound } from './seat.ts';
import { type DeskPost, readDeskPost, type SignedIn, textIn } from './session.ts';

type Seat = { readonly ask: Ask; readonly front: Front; readonly signed: SignedIn; readonly desk: Desk };
type Found = { readonly lot: LotSeen; readonly turns: readonly Turn[] };

/** What was typed for each need, by its id. */
type Amounts = ReadonlyMap<string, string>;

const typedFor = ({ fields }: DeskPost): Amounts => {
  const rows = typeof fields.n === 'object' && fields.n !== null ? Object.values(fields.n) : [];
  return new Map(
    rows.slice(0, 100).flatMap((row: unknown) => {
      if (typeof row !== 'object' || row === null) return [];
      const pair = row as Readonly<Record<string, unknown>>;
      return [[textIn(pair, 'id', 90), textIn(pair, 'q', 16).trim()] as const];
    }),
  );
};

/** The amounts as far as the lot reaches, to begin with. */
const shares = ({ lot, turns }: Found): Amounts =>
  new Map(turns.map(({ need, share }) => [need.id, share > 0 ? String(called(share, lot.unit)) : '']));

/** What is wrong with the amount of a need; '' where nothing is. */
const problemOf = ({ ask }: Seat, { lot }: Found, { need }: Turn, typed: string): string => {
  if (typed === '') return '';
  const quantity = typedIn(typed, lot.unit);
  const isWrong = quantity === null || (need.missing !== null && quantity > need.missing);
  return isWrong ? wrongAmount(nameOf(need, ask.lang), ask.lang) : '';
};

const formPage = (
  seat: Seat,
  found: Found,
  draft: string,
  typed: Amounts,
  told: { readonly status: number; readonly problem: string } = { status: 200, problem: '' },
): Response => {
  const { ask, front, signed, desk } = seat;
  const { lang } = ask;
  const order = desk.supplies.order();
  const isSent = told.status !== 200;
  const view = allocateView({
    lang,
    csrf: signed.csrf,
    lot: lotShown(front, found.lot, lang),
    turns: found.turns.map(turn => {
      const amount = typed.get(turn.need.id) ?? '';
      return {
        need: needLine(front, turn.need, desk.today, lang),
        spec: turn.spec,
        has: standingIn(turn.has, lang),
        before: beforeIn(order, turn.before, lang),
        amount,
        problem: isSent ? problemOf(seat, found, turn, amount) : '',
      };
    }),
    order: order.map(row => row.name[lang]),
    draft,
    problem: told.problem,
  });
  return deskPage(ask, told.status, words.title[lang], view, { ...signed, here: 'ledger' });
};

/** The lines that were typed and are sound, with their quantities. */
const linesOf = ({ lot, turns }: Found, typed: Amounts) =>
  turns.flatMap(({ need }) => {
    const quantity = typedIn(typed.get(need.id) ?? '', lot.unit);
    return quantity === null ? [] : [{ need, quantity }];
  });
type Lines = ReturnType<typeof linesOf>;

const sum = (lines: Lines): number => lines.reduce((all, { quantity }) => all + quantity, 0);

/** What is wrong with all of it together; '' where nothing is. */
const wrongWith = (seat: Seat, found: Found, typed: Amounts): string => {
  const { ask, front } = seat;
  const lines = linesOf(found, typed);
  const wrong = found.turns
    .map(turn => problemOf(seat, found, turn, typed.get(turn.need.id) ?? ''))
    .find(Boolean);
  if (wrong) return wrong;
  if (lines.length === 0) return words.nothing[ask.lang];
  const amount = (quantity: number) => amountIn(quantity, found.lot.unit, front.tables, ask.lang);
  return sum(lines) > found.lot.left
    ? say(words.tooMuch, ask.lang, { amount: amount(sum(lines)), left: amount(found.lot.left) })
    : '';
};

const preview = ({ ask, front, signed }: Seat, { lot }: Found, draft: string, lines: Lines): Response => {
  const { lang } = ask;
  const amount = (quantity: number) => amountIn(quantity, lot.unit, front.tables, lang);
  const total = sum(lines);
  const view = previewView({
    lang,
    csrf: signed.csrf,
    lot: lotShown(front, lot, lang),
    draft,
    lines: lines.map(({ need, quantity }) => ({
      id: need.id,
      enterprise: nameOf(need, lang),
      item: itemIn(need.item, front.tables, lang),
      amount: amount(quantity),
      typed: String(called(quantity, lot.unit)),
    })),
    total: amount(total),
    rest: amount(lot.left - total),
  });
  return deskPage(ask, 200, words.title[lang], view, { ...signed, here: 'ledger' });
};

/** What was set aside together, as it stands now. */
const batchPage = async (seat: Seat, batch: string, tag: Acted['tag'] | ''): Promise<Response> => {
  const { ask, front, signed, desk } = seat;
  const { lang } = ask;
  const all = await desk.supplies.batch(batch);
  const rows = all.filter(one => one.need !== null && sees(signed, one.need));
  const first = rows[0]?.lot;
  const found = first && (await desk.supplies.lot(first.id, 1));
  if (!found) return notFound(ask, signed);
  const hand = handOf(front, signed);
  const kept = rows.map(one => one.open + one.kept);
  const view = batchView({
    lang,
    csrf: signed.csrf,
    batch,
    lot: lotShown(front, found.lot, lang),
    lines: rows.map(one => ({
      enterprise: nameOf(one.need, lang),
      needId: one.needId,
      allocation: allocationLine(front, one, lang),
      state: stateIn(front, one, lang),
      mayAct: one.need !== null && hand.may(one.need),
    })),
    total: amountIn(
      kept.reduce((total, one) => total + one, 0),
      found.lot.unit,
      front.tables,
      lang,
    ),
    open: kept.filter(one => one > 0).length,
    told: tag === '' ? toldIn(ask) : toldOf(tag, lang),
  });
  return deskPage(ask, tag === '' ? 200 : 409, words.title[lang], view, { ...signed, here: 'ledger' });
};

const onward = (seat: Seat, batch: string, came: Acted | null): Promise<Response> | Response =>
  came?.tag === 'done' || came?.tag === 'again'
    ? deskWay(seat.ask, `/desk/ledger/allocate/?batch=${batch}&done=${came.tag}#done`)
    : batchPage(seat, batch, came?.tag ?? 'short');

/** Previews or confirms what was typed for a lot. */
const give = async (seat: Seat, post: DeskPost, found: Found, batch: string): Promise<Response> => {
  const { ask, front, signed, desk } = seat;
  const typed = typedFor(post);
  if (post.controls.has('_again')) return formPage(seat, found, batch, typed);
  const isSure = post.controls.get('_sure') === 'yes';
  // Sent twice: what was confirmed stands, whatever is left by now.
  if (isSure && (await desk.supplies.batch(batch)).length > 0) return onward(seat, batch, { tag: 'again' });
  const problem = wrongWith(seat, found, typed);
  if (problem !== '') return formPage(seat, found, batch, typed, { status: 422, problem });
  const lines = linesOf(found, typed);
  if (!isSure) return preview(seat, found, batch, lines);
  const wanted = lines.map(({ need, quantity }) => ({ needId: need.id, lotId: found.lot.id, quantity }));
  const came = await desk.supplies.allocate({ batch, lines: wanted }, handOf(front, signed));
  if (came.tag === 'done' || came.tag === 'again') return onward(seat, batch, came);
  const now = await desk.supplies.turns(found.lot.id, handOf(front, signed), departmentOf(signed));
  return formPage(seat, now ?? found, batch, typed, { status: 409, problem: ledgerTold[came.tag][ask.lang] });
};

const posted = async (seat: Seat): Promise<Response> => {
  const { ask, front, signed, desk } = seat;
  const post = await readDeskPost(ask, signed);
  if (post instanceof Response) return post;
  const hand = handOf(front, signed);
  const to = post.controls.get('_to') ?? '';
  const batch = to === '' ? textIn(post.fields, 'batch') : to;
  if (!desk.supplies.isDraftId(batch)) return deskProblem(ask, 'not-found');
  if (to !== '')
    return onward(seat, batch, await settled(desk, front, signed, post, await desk.supplies.batch(batch)));
  if (post.controls.get('_act') === 'undo') return onward(seat, batch, await desk.supplies.undo(batch, hand));
  const found = await desk.supplies.turns(textIn(post.fields, 'lot'), hand, departmentOf(signed));
  return found ? give(seat, post, found, batch) : notFound(ask, signed);
};

/** Sets a lot aside for several needs: in order, previewed, confirmed in one transaction, undone. */
export const allocatePage = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  desk: Desk,
): Promise<Response> => {
  const seat = { ask, front, signed, desk };
  if (ask.request.method === 'POST') return posted(seat);
  const { searchParams } = ask.url;
  const batch = searchParams.get('batch') ?? '';
  if (desk.supplies.isDraftId(batch)) return batchPage(seat, batch, '');
  const found = await desk.supplies.turns(
    (searchParams.get('lot') ?? '').slice(0, 60),
    handOf(front, signed),
    departmentOf(signed),
  );
  return found ? formPage(seat, found, desk.supplies.draftId(), shares(found)) : notFound(ask, signed);
};
