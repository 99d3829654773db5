import type { CaseStore } from '#src/cases/store.ts';
import type { DonationDesk } from '#src/donations/desk.ts';
import { fenText } from '#src/forms/fen.ts';
import { goodsIn } from '#src/forms/goods.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { deskWords } from '#src/i18n/desk.ts';
import {
  basisNames,
  donationTold,
  donationWords,
  stageNames,
  stepNames,
  donationCaseWords as words,
} from '#src/i18n/desk-donations.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { deskAt } from '#src/views/desk/address.ts';
import { shortDay, shortTime } from '#src/views/desk/clock.ts';
import { type DonationPage, donationView, type GiftLine } from '#src/views/desk/donation.ts';
import { doneView } from '#src/views/desk/entry.ts';
import { noticeView } from '#src/views/desk/fields.ts';
import { nothing } from '#src/views/html.ts';
import { formOf, lineName, openForms } from './donation-forms.ts';
import { amountText, type Found } from './donation-lines.ts';
import { readForm } from './donation-read.ts';
import { deskPage, deskProblem, deskWay } from './frame.ts';
import { areaName, enterpriseOf, namesOf } from './rows.ts';
import { notFound, type Within, within } from './seat.ts';
import { readDeskPost, type SignedIn } from './session.ts';

type Seat = {
  readonly ask: Ask;
  readonly front: Front;
  readonly signed: SignedIn;
  readonly store: CaseStore;
  readonly donations: DonationDesk;
  readonly now: Date;
  readonly today: string;
};
type Told = {
  readonly status?: number;
  readonly told?: DonationPage['told'];
  readonly typed?: DonationPage['typed'];
};

const notesOf = ({ row, recipient, receiptTitle, wantsReceipt, receiptOn }: Found, lang: Lang) => {
  const money = (fen: number) => fenText(fen, lang);
  const got = row.receivedOn !== '' && row.kind === 'money';
  const paid = say(words.paid, lang, { money: money(row.money), paid: money(row.paid) });
  return [
    ...(row.receivedOn === '' ? [] : [say(words.received, lang, { day: shortDay(row.receivedOn, lang) })]),
    ...(got ? [paid] : []),
    ...(recipient === '' ? [] : [say(words.recipient, lang, { name: recipient })]),
    ...(wantsReceipt ? [say(words.wantsReceipt, lang, { title: receiptTitle || '—' })] : []),
    ...(row.receipt === ''
      ? []
      : [say(words.receipted, lang, { serial: row.receipt, day: shortDay(receiptOn, lang) })]),
  ];
};

const medicineOf = (found: Found, line: number, lang: Lang): readonly string[] => {
  const { lot = '', registration = '' } = found.described[line] ?? {};
  return lot === '' && registration === ''
    ? []
    : [say(words.medicine, lang, { lot: lot || '—', registration: registration || '—' })];
};

/** What the donor wrote, and once it came what was counted. */
const goodsOf = (found: Found, front: Front, lang: Lang): readonly GiftLine[] => {
  const title = (line: number, item: string, unit: string, quantity: number) =>
    `${lineName(found, item, line, front, lang)} ${amountText(front, quantity, unit, lang)}`;
  if (found.row.receivedOn === '')
    return found.offered.map(({ line, item, unit, quantity }) => ({
      title: title(line, item, unit, quantity),
      sub: medicineOf(found, line, lang),
      href: '',
    }));
  return found.goods.map(one => {
    const amount = (quantity: number) => amountText(front, quantity, one.unit, lang);
    const [stocked, handed] = [amount(one.stocked), amount(one.handed)];
    const left = amount(one.quantity - one.stocked - one.handed);
    const basis = basisNames[one.basis][lang];
    const valued = say(words.valued, lang, { money: fenText(one.value, lang), basis });
    return {
      title: title(one.line, one.item, one.unit, one.quantity),
      sub: [
        one.basis === 'none' ? basis : valued,
        say(words.course, lang, { stocked, handed, left }),
        ...medicineOf(found, one.line, lang),
      ],
      href: '',
    };
  });
};

const lotsOf = (found: Found, front: Front, lang: Lang): readonly GiftLine[] =>
  found.lots.map(lot => {
    const amount = (quantity: number) => amountText(front, quantity, lot.unit, lang);
    const { quantity, committed, delivered, lost } = lot;
    const sums = { quantity, committed, delivered, lost };
    const shown = Object.fromEntries(Object.entries(sums).map(([name, one]) => [name, amount(one)]));
    return {
      title: lot.spec || areaName(front, lot.area, lang),
      sub: [
        say(words.lot, lang, shown),
        [areaName(front, lot.area, lang), lot.place].filter(Boolean).join(' '),
      ],
      href: deskAt(lang, `ledger/lots/${lot.id}/`),
    };
  });

type Step = Found['trail'][number]['data'];

/** What was recorded in a step: how much, on which day, under which number. */
const recordedIn = (front: Front, { goods }: Found, data: Step, lang: Lang): string => {
  const counted = 'goods' in data ? (data.goods ?? []) : [];
  const lots = 'lots' in data ? data.lots : [];
  const stocked = lots.flatMap(({ line, quantity }) => {
    const one = goods.find(known => known.line === line);
    return one ? [{ ...one, quantity }] : [];
  });
  const parts = [
    'money' in data && data.money ? fenText(data.money, lang) : '',
    goodsIn([...counted, ...stocked], front.tables, lang),
    'serial' in data ? data.serial : '',
    'day' in data ? shortDay(data.day, lang) : '',
  ];
  return parts.filter(Boolean).join(deskWords.comma[lang]);
};

const trailOf = async ({ ask, front, now }: Seat, found: Found): Promise<DonationPage['trail']> => {
  const names = await namesOf(
    front,
    found.trail.map(one => one.actor),
  );
  return found.trail
    .map(({ at, actor, data, note }) => ({
      at: shortTime(at, now, ask.lang),
      who: names.get(actor) ?? actor,
      what: [stepNames[data.step][ask.lang], recordedIn(front, found, data, ask.lang)]
        .filter(Boolean)
        .join(' '),
      note,
    }))
    .toReversed();
};

const mayStock = ({ front, signed }: Seat): boolean => front.desk.may(signed.staff, 'keep-stock');

const pageOf = async (
  seat: Seat,
  { row, scope }: Within,
  found: Found,
  told: Told = {},
): Promise<Response> => {
  const { ask, front, signed, today } = seat;
  const { lang } = ask;
  const gift = found.row;
  const enterprise = enterpriseOf({ enterprise: row.enterprise, complaint: 0 }, lang);
  const mayAct = !found.erased && front.desk.may(signed.staff, 'donation', scope);
  const gives = donationWords[gift.kind === 'money' ? 'gaveMoney' : 'gaveGoods'][lang];
  const offered =
    gift.offered === 0 ? '' : say(donationWords.offers, lang, { money: fenText(gift.offered, lang) });
  const aim = donationWords[gift.directed === 1 ? 'directed' : 'open'][lang];
  const view = donationView({
    lang,
    csrf: signed.csrf,
    number: row.number,
    shown: front.showNumber(row.number),
    enterprise,
    facts: [gives, offered, aim, areaName(front, row.area, lang)].filter(Boolean).join(' · '),
    stage: stageNames[gift.stage][lang],
    notes: notesOf(found, lang),
    named: gift.named === 1,
    onRoll: gift.receivedOn !== '',
    erased: found.erased,
    at: found.at,
    goodsTitle: (gift.receivedOn === '' ? words.offeredGoods : words.goods)[lang],
    goods: gift.kind === 'goods' ? goodsOf(found, front, lang) : [],
    lots: lotsOf(found, front, lang),
    trail: await trailOf(seat, found),
    forms: mayAct
      ? openForms(found, mayStock(seat)).map(name => formOf(name, found, front, { lang, today }))
      : [],
    told:
      told.told ??
      (ask.url.searchParams.get('done') === 'done' ? doneView(donationTold.done[lang]) : nothing),
    typed: told.typed ?? { form: '', values: {}, problems: {} },
  });
  return deskPage(ask, told.status ?? 200, `${enterprise} · ${donationWords.title[lang]}`, view, {
    ...signed,
    here: 'ledger',
  });
};

/** Reads a form that was sent and does what it says; what is wrong comes back with what was typed. */
const record = async (seat: Seat, at: Within, found: Found): Promise<Response> => {
  const { ask, front, signed, donations, today } = seat;
  const post = await readDeskPost(ask, signed);
  if (post instanceof Response) return post;
  if (!front.desk.may(signed.staff, 'donation', at.scope)) return deskProblem(ask, 'not-yours');
  const sent = post.controls.get('_form') ?? '';
  const name = openForms(found, mayStock(seat)).find(one => one === sent);
  const { fields, controls } = post;
  // A form that the page does not offer any more: somebody was faster, or it was sent twice.
  if (!name) return pageOf(seat, at, found, { status: 409, told: noticeView(donationTold.stale[ask.lang]) });
  const read = readForm({ name, found, front, donations, fields, lang: ask.lang, today });
  if ('problems' in read)
    return pageOf(seat, at, found, {
      status: 422,
      typed: { form: name, values: fields, problems: read.problems },
    });
  const hand = { login: signed.staff.login, at: Number(controls.get('_at')) };
  const { number } = at.row;
  const result =
    'stocking' in read
      ? await donations.putInStock(number, read.stocking, hand)
      : await donations.step(number, read.data, read.note, hand);
  if (result.tag === 'done') return deskWay(ask, `/desk/donations/${number}/?done=done#done`);
  const now = await seat.store.caseByNumber(number);
  const fresh = now && (await donations.case(now));
  const why = result.tag === 'stale' ? 'stale' : result.why;
  const typed = { form: name, values: fields, problems: {} };
  return pageOf(seat, at, fresh ?? found, {
    status: 409,
    told: noticeView(donationTold[why][ask.lang]),
    typed,
  });
};

/** One donation: looked at, or a step recorded. */
export const donationOne = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  rest: Omit<Seat, 'ask' | 'front' | 'signed'>,
): Promise<Response> => {
  const seat = { ask, front, signed, ...rest };
  const number = /\/donations\/(\d{13})\/$/.exec(ask.url.pathname)?.[1] ?? '';
  const at = await within(rest.store, front, signed, number);
  const found = at && (await rest.donations.case(at.row));
  if (!at || !found) return notFound(ask, signed);
  return ask.request.method === 'POST' ? record(seat, at, found) : pageOf(seat, at, found);
};
