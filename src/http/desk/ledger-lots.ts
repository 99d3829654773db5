import { amountIn, countedUnits, isCountedIn, typedIn } from '#src/forms/goods.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { lossWords, movementWords, sourceNames, lotWords as words } from '#src/i18n/desk-ledger.ts';
import type { Supplies } from '#src/ledger/desk.ts';
import type { LossReason, LotRow, Source } from '#src/ledger/store.ts';
import { momentOf, shortTime } from '#src/views/desk/clock.ts';
import { type Typed, untyped } from '#src/views/desk/fields.ts';
import { type LotChoices, lotFields, lotsView, lotView } from '#src/views/desk/ledger-lots.ts';
import { problemsIn } from './deed.ts';
import { deskPage, deskProblem, deskWay } from './frame.ts';
import { ledgerChoices } from './ledger.ts';
import { lotLine, nameOf, sees, stateIn, toldIn, toldOf, unitName } from './ledger-lines.ts';
import { idIn } from './ledger-need.ts';
import { namesOf } from './rows.ts';
import { notFound } from './seat.ts';
import { type DeskPost, readDeskPost, type SignedIn, textIn } from './session.ts';

const perPage = 30;

export type Lots = {
  readonly supplies: Supplies;
  /** Whether a number is of a donation's case. */ readonly isDonation: (number: string) => Promise<boolean>;
  readonly now: Date;
};

const choicesOf = (front: Front): LotChoices => ({
  ...ledgerChoices(front),
  sources: Object.entries(sourceNames),
  units: countedUnits(front.tables).map(({ code, name }) => [code, name] as const),
});

const listPage = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  { supplies, now }: Lots,
  typed: Typed = untyped,
): Promise<Response> => {
  const { lang, url } = ask;
  const choices = choicesOf(front);
  const item = choices.items.find(([code]) => code === url.searchParams.get('item'))?.[0] ?? '';
  const after = (url.searchParams.get('after') ?? '').slice(0, 60) || 'zzzzzzzzzzzz';
  const found = await supplies.lots({ item, before: after, limit: perPage });
  const isWrong = Object.keys(typed.problems).length > 0;
  const view = lotsView({
    lang,
    csrf: signed.csrf,
    rows: found.rows.map(lot => lotLine(front, lot, lang)),
    item,
    next: found.next,
    choices,
    mayKeep: front.desk.may(signed.staff, 'keep-stock'),
    draft: supplies.draftId(),
    typed: isWrong ? typed : { ...untyped, values: { arrivedOn: momentOf(now).slice(0, 10) } },
    told: toldIn(ask),
  });
  return deskPage(ask, isWrong ? 422 : 200, words.title[lang], view, { ...signed, here: 'ledger' });
};

const isDay = (text: string): boolean => {
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
};

/** What is wrong beyond what a field alone says. */
const wrongOf = async (
  { fields }: DeskPost,
  front: Front,
  lang: Ask['lang'],
  { isDonation }: Lots,
): Promise<Record<string, string>> => {
  const value = (name: string) => textIn(fields, name).trim();
  const item = front.tables.items.find(one => one.code === value('item'));
  const origin = value('origin').normalize('NFKC').replace(/\D/g, '');
  const fits = !item || isCountedIn(item, value('unit'));
  return {
    ...(value('quantity') !== '' &&
      typedIn(value('quantity'), value('unit')) === null && { quantity: words.wrongQuantity[lang] }),
    ...(!fits && { unit: words.wrongUnit[lang] }),
    ...(value('arrivedOn') !== '' && !isDay(value('arrivedOn')) && { arrivedOn: words.wrongDay[lang] }),
    ...(value('expiresOn') !== '' && !isDay(value('expiresOn')) && { expiresOn: words.wrongDay[lang] }),
    ...(value('origin') !== '' && !(await isDonation(origin)) && { origin: words.wrongOrigin[lang] }),
  };
};

const lotOf = ({ fields }: DeskPost, draft: string): Omit<LotRow, 'at' | 'actor'> => {
  const value = (name: string) => textIn(fields, name).trim();
  return {
    id: draft,
    source: value('source') as Source,
    origin: value('origin').normalize('NFKC').replace(/\D/g, ''),
    item: value('item'),
    unit: value('unit'),
    spec: value('spec'),
    quantity: typedIn(value('quantity'), value('unit')) ?? 0,
    area: value('area'),
    place: value('place'),
    arrivedOn: value('arrivedOn'),
    expiresOn: value('expiresOn'),
  };
};

/** Books a lot out of what was typed; what is wrong comes back with it. */
const book = async (ask: Ask, front: Front, signed: SignedIn, lots: Lots): Promise<Response> => {
  const post = await readDeskPost(ask, signed);
  if (post instanceof Response) return post;
  if (!front.desk.may(signed.staff, 'keep-stock')) return deskProblem(ask, 'not-yours');
  const draft = textIn(post.fields, 'id');
  if (!lots.supplies.isDraftId(draft)) return deskProblem(ask, 'not-found');
  const problems = {
    ...(await wrongOf(post, front, ask.lang, lots)),
    ...problemsIn(lotFields(choicesOf(front)), post.fields, ask.lang),
  };
  if (Object.keys(problems).length > 0)
    return listPage(ask, front, signed, lots, { values: post.fields, problems });
  const { tag } = await lots.supplies.addLot(lotOf(post, draft), signed.staff.login);
  return deskWay(ask, `/desk/ledger/lots/?done=${tag}#done`);
};

/** Stock: listed, or a lot booked. */
export const lotsPage = (ask: Ask, front: Front, signed: SignedIn, lots: Lots): Promise<Response> =>
  ask.request.method === 'POST' ? book(ask, front, signed, lots) : listPage(ask, front, signed, lots);

type Found = NonNullable<Awaited<ReturnType<Supplies['lot']>>>;

const movementsOf = async (ask: Ask, front: Front, { lot, movements }: Found, now: Date) => {
  const { lang } = ask;
  const names = await namesOf(
    front,
    movements.map(one => one.actor),
  );
  return movements.map(one => {
    const why = one.reason === '' ? '' : ` · ${lossWords[one.reason][lang]}`;
    return {
      at: shortTime(one.at, now, lang),
      text: `${movementWords[one.kind][lang]} ${amountIn(one.quantity, lot.unit, front.tables, lang)}${why}`,
      who: names.get(one.actor) ?? one.actor,
    };
  });
};

const onePage = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  found: Found,
  { now }: Lots,
  isShort: boolean,
): Promise<Response> => {
  const { lang } = ask;
  const line = lotLine(front, found.lot, lang);
  const view = lotView({
    lang,
    csrf: signed.csrf,
    lot: line,
    unit: unitName(front, found.lot.unit, lang),
    allocations: found.allocations
      .filter(one => one.need !== null && sees(signed, one.need))
      .map(one => ({
        needId: one.needId,
        enterprise: nameOf(one.need, lang),
        amount: amountIn(one.quantity, found.lot.unit, front.tables, lang),
        state: stateIn(front, one, lang),
      })),
    movements: await movementsOf(ask, front, found, now),
    older: found.next,
    mayKeep: front.desk.may(signed.staff, 'keep-stock'),
    told: isShort ? toldOf('short', lang) : toldIn(ask),
  });
  return deskPage(ask, isShort ? 422 : 200, `${line.item} · ${words.title[lang]}`, view, {
    ...signed,
    here: 'ledger',
  });
};

const isLoss = (code: string): code is LossReason => Object.hasOwn(lossWords, code);

/** One lot: looked at, or some of it written off. */
export const lotOne = async (ask: Ask, front: Front, signed: SignedIn, lots: Lots): Promise<Response> => {
  const id = idIn(ask, 'lots');
  const before = Number(ask.url.searchParams.get('before')) || Number.MAX_SAFE_INTEGER;
  const look = () => lots.supplies.lot(id, before);
  const found = await look();
  if (!found) return notFound(ask, signed);
  if (ask.request.method !== 'POST') return onePage(ask, front, signed, found, lots, false);
  const post = await readDeskPost(ask, signed);
  if (post instanceof Response) return post;
  if (!front.desk.may(signed.staff, 'keep-stock')) return deskProblem(ask, 'not-yours');
  const quantity = typedIn(textIn(post.fields, 'quantity'), found.lot.unit);
  const reason = textIn(post.fields, 'reason');
  if (!quantity || !isLoss(reason)) return onePage(ask, front, signed, found, lots, true);
  const { tag } = await lots.supplies.writeOff({ lotId: id, quantity, reason }, signed.staff.login);
  return tag === 'done'
    ? deskWay(ask, `/desk/ledger/lots/${id}/?done=done#done`)
    : onePage(ask, front, signed, (await look()) ?? found, lots, true);
};
