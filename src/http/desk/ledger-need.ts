import { amountIn, called, typedIn } from '#src/forms/goods.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { ledgerWords } from '#src/i18n/desk-ledger.ts';
import { unmetWords } from '#src/i18n/ledger.ts';
import type { Acted, Settling } from '#src/ledger/acts.ts';
import type { NeedPage, Supplies } from '#src/ledger/desk.ts';
import type { Source, Suggestion } from '#src/ledger/match.ts';
import type { UnmetReason } from '#src/ledger/store.ts';
import { needView, type SuggestedLine, settlings } from '#src/views/desk/ledger-need.ts';
import { deskPage, deskProblem, deskWay } from './frame.ts';
import {
  allocationLine,
  handOf,
  needLine,
  reasonIn,
  sees,
  standingIn,
  toldIn,
  toldOf,
  unitName,
} from './ledger-lines.ts';
import { notFound } from './seat.ts';
import { type DeskPost, readDeskPost, type SignedIn, textIn } from './session.ts';

/** The id of a need, a lot or an allocation in an address. */
export const idIn = ({ url }: Ask, folder: string): string =>
  new RegExp(`/desk/ledger/${folder}/([0-9a-z.-]{1,90})/$`).exec(url.pathname)?.[1] ?? '';

const suggested = (
  front: Front,
  {
    source,
    reasons,
    quantity,
  }: Suggestion<
    Source & { readonly number?: string; readonly enterprise?: string; readonly published?: boolean }
  >,
  lang: Ask['lang'],
): SuggestedLine => ({
  kind: source.kind,
  id: source.id,
  name: [source.enterprise, source.spec].filter(Boolean).join(' · '),
  left: amountIn(source.left, source.unit, front.tables, lang),
  reasons: reasons.map(reason => reasonIn(front, reason, source.unit, lang)),
  amount: quantity > 0 ? String(called(quantity, source.unit)) : '',
  number: source.number ?? '',
  published: source.published ?? true,
});

const pageOf = (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  { supplies, today }: Desk,
  found: NeedPage,
  tag: Acted['tag'] | '',
): Response => {
  const { lang } = ask;
  const { need } = found;
  const line = needLine(front, need, today, lang);
  const view = needView({
    lang,
    csrf: signed.csrf,
    need: line,
    unit: unitName(front, need.unit, lang),
    spec: found.spec,
    substitute: need.substitute === 1,
    has: standingIn(found.has, lang),
    suggestions: [...found.lots, ...found.offers].map(one => suggested(front, one, lang)),
    allocations: found.allocations.map(one => allocationLine(front, one, lang)),
    mayAct: handOf(front, signed).may(need),
    draft: supplies.draftId(),
    told: tag === '' ? toldIn(ask) : toldOf(tag, lang),
  });
  const status = tag === '' ? 200 : 409;
  return deskPage(ask, status, `${line.enterprise} · ${ledgerWords.title[lang]}`, view, {
    ...signed,
    here: 'ledger',
  });
};

export type Desk = {
  readonly supplies: Supplies /** The day that lateness is counted on. */;
  readonly today: string;
};

const isReason = (code: string): code is UnmetReason => Object.hasOwn(unmetWords, code);
const isSettling = (act: string): act is Settling => (settlings as readonly string[]).includes(act);

/** Hands over, cancels or takes back what was typed; null where it is no amount, or no allocation of those that the page is about. */
export const settled = async (
  { supplies }: Desk,
  front: Front,
  signed: SignedIn,
  post: DeskPost,
  among: NeedPage['allocations'],
): Promise<Acted | null> => {
  const kind = post.controls.get('_act') ?? '';
  const one = among.find(({ id }) => id === textIn(post.fields, 'allocation'));
  const quantity = one && typedIn(textIn(post.fields, 'quantity'), one.lot?.unit ?? '');
  if (!isSettling(kind) || !one || !quantity) return null;
  return supplies.settle({ kind, allocationId: one.id, quantity }, handOf(front, signed));
};

const acted = async (
  desk: Desk,
  front: Front,
  signed: SignedIn,
  post: DeskPost,
  found: NeedPage,
): Promise<Acted | null> => {
  const hand = handOf(front, signed);
  const needId = found.need.id;
  switch (post.controls.get('_act')) {
    case 'unmet': {
      const reason = textIn(post.fields, 'reason');
      return isReason(reason) ? desk.supplies.noteUnmet({ needId, reason }, hand) : null;
    }
    case 'offer':
      return desk.supplies.tellOffer({ needId, offerId: textIn(post.fields, 'offer') }, hand);
    default:
      return settled(desk, front, signed, post, found.allocations);
  }
};

/** One need: looked at, or something done with it. What is not theirs is not there. */
export const needOne = async (ask: Ask, front: Front, signed: SignedIn, desk: Desk): Promise<Response> => {
  const id = idIn(ask, 'needs');
  const found = await desk.supplies.need(id);
  if (!found || !sees(signed, found.need)) return notFound(ask, signed);
  if (ask.request.method !== 'POST') return pageOf(ask, front, signed, desk, found, '');
  const post = await readDeskPost(ask, signed);
  if (post instanceof Response) return post;
  if (!handOf(front, signed).may(found.need)) return deskProblem(ask, 'not-yours');
  const came = await acted(desk, front, signed, post, found);
  if (came?.tag === 'done' || came?.tag === 'again')
    return deskWay(ask, `/desk/ledger/needs/${id}/?done=${came.tag}#done`);
  const now = (await desk.supplies.need(id)) ?? found;
  return pageOf(ask, front, signed, desk, now, came?.tag ?? 'short');
};
