import type { CaseStore } from '#src/cases/store.ts';
import { placeInWords } from '#src/forms/place.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { isPlace, whoIn } from '#src/http/own-place.ts';
import { slotTold, deskSlotWords as words } from '#src/i18n/desk-slots.ts';
import { wayNames } from '#src/i18n/slots.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import type { SlotDesk } from '#src/slots/desk.ts';
import type { BookedCase } from '#src/slots/store.ts';
import { appointmentsView, type BookedLine, casePlaceView } from '#src/views/desk/appointments.ts';
import { doneView } from '#src/views/desk/entry.ts';
import { noticeView } from '#src/views/desk/fields.ts';
import { nothing, type View } from '#src/views/html.ts';
import { timeInWords } from '#src/views/time.ts';
import { deskPage, deskProblem, deskWay } from './frame.ts';
import { enterpriseOf } from './rows.ts';
import { notFound, type Within, within } from './seat.ts';
import { readDeskPost, type SignedIn, textIn } from './session.ts';

/** What the pages of appointments need beside who asks. */
export type SlotSeat = {
  readonly slots: SlotDesk;
  readonly store: CaseStore;
  readonly now: Date;
};

const perPage = 30;

/** Whose times are listed: an officer's own department first; whoever has none sees all. */
export const whoseIn = ({ url }: Ask, { staff }: SignedIn): 'mine' | 'all' | '' => {
  if (staff.department === '') return '';
  return url.searchParams.get('whose') === 'all' ? 'all' : 'mine';
};

/** The department that narrows a list; '' for none. */
export const hostFor = (ask: Ask, signed: SignedIn): string =>
  whoseIn(ask, signed) === 'mine' ? signed.staff.department : '';

type Tag = keyof typeof slotTold;
const isTag = (tag: string): tag is Tag => Object.hasOwn(slotTold, tag);

/** What came of an act, on top of the page. */
export const toldOf = (tag: string, lang: Lang): View => {
  if (!isTag(tag)) return nothing;
  return tag === 'done' || tag === 'again' ? doneView(slotTold[tag][lang]) : noticeView(slotTold[tag][lang]);
};

const doneIn = ({ url, lang }: Ask): View => {
  const done = url.searchParams.get('done') ?? '';
  return done === 'done' || done === 'again' ? toldOf(done, lang) : nothing;
};

const lineOf = (ask: Ask, front: Front, signed: SignedIn, row: BookedCase): BookedLine => {
  const { lang } = ask;
  const { staff } = signed;
  const isTheirs = staff.role !== 'officer' || row.handler === staff.department;
  const [day = '', time = ''] = row.startsAt === '' ? [] : timeInWords(row.startsAt, 'en').split(' ');
  const way = row.way === '' ? '' : wayNames[row.way as keyof typeof wayNames][lang];
  return {
    number: row.number,
    shown: front.showNumber(row.number),
    enterprise: enterpriseOf(row, lang),
    day,
    time,
    who: row.host === '' ? front.department(row.handler)[lang] : whoIn(front, row, lang),
    way,
    state: words[row.state][lang],
    isOpen: row.state === 'booked' || row.state === 'done',
    maySee: isTheirs,
    mayAct: isTheirs && front.desk.may(staff, 'keep-hours'),
  };
};

const listPage = async (ask: Ask, front: Front, signed: SignedIn, { slots }: SlotSeat): Promise<Response> => {
  const { lang, url } = ask;
  const host = hostFor(ask, signed);
  const [, startsAt = '', caseId = ''] =
    /^([\dTZ:.-]{24})~([0-9a-z]{29})$/.exec(url.searchParams.get('after') ?? '') ?? [];
  const after = caseId === '' ? null : { startsAt, caseId };
  const wait = (url.searchParams.get('wait') ?? '').slice(0, 40);
  const [waiting, coming] = await Promise.all([
    slots.waiting({ department: host, after: wait, limit: perPage }),
    slots.bookings({ host, after, limit: perPage }),
  ]);
  const line = (row: BookedCase) => lineOf(ask, front, signed, row);
  const view = appointmentsView({
    lang,
    whose: whoseIn(ask, signed),
    waiting: waiting.rows.map(line),
    nextWaiting: waiting.end?.caseId ?? '',
    coming: coming.rows.map(line),
    nextComing: coming.end ? `${coming.end.startsAt}~${coming.end.caseId}` : '',
    told: doneIn(ask),
  });
  return deskPage(ask, 200, words.title[lang], view, { ...signed, here: 'appointments' });
};

const nowIn = (own: NonNullable<Awaited<ReturnType<SlotDesk['own']>>>, lang: Lang): string => {
  const time = placeInWords(own.placeId, lang);
  return say(words.who, lang, { time, state: words[own.state][lang] }).trim();
};

const casePlacePage = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  { slots, now }: SlotSeat,
  { row }: Within,
  told: { readonly status: number; readonly view: View } = { status: 200, view: doneIn(ask) },
): Promise<Response> => {
  const { lang } = ask;
  const own = await slots.own(row);
  if (!own) return notFound(ask, signed);
  const isBegun = own.startsAt !== '' && own.startsAt <= now.toISOString();
  const mayKeep = front.desk.may(signed.staff, 'keep-hours');
  const isOver = row.state === 'closed' || row.state === 'withdrawn';
  const mayGive = mayKeep && !isOver;
  const view = casePlaceView({
    lang,
    csrf: signed.csrf,
    number: row.number,
    shown: front.showNumber(row.number),
    enterprise: enterpriseOf(row, lang),
    now: nowIn(own, lang),
    choices: mayGive ? (await slots.openPlaces(row.handler, perPage)).map(place => place.id) : [],
    mayGive,
    mayCancel: mayGive && own.state === 'booked' && !isBegun,
    mayMark: mayKeep && isBegun && ['booked', 'done', 'missed'].includes(own.state),
    told: told.view,
  });
  return deskPage(ask, told.status, words.caseTitle[lang], view, { ...signed, here: 'appointments' });
};

const acted = (
  slots: SlotDesk,
  number: string,
  act: string,
  slot: string,
  login: string,
): Promise<{ readonly tag: string }> => {
  const doer = { actor: login, isOfficer: true };
  if (act === 'done' || act === 'missed') return slots.mark(number, act, login);
  if (act === 'cancel') return slots.move(number, '', doer);
  return isPlace(slot) ? slots.move(number, slot, doer) : Promise.resolve({ tag: 'unfit' });
};

const casePlace = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  seat: SlotSeat,
  number: string,
): Promise<Response> => {
  const found = await within(seat.store, front, signed, number, 'book');
  if (!found) return notFound(ask, signed);
  if (ask.request.method !== 'POST') return casePlacePage(ask, front, signed, seat, found);
  const post = await readDeskPost(ask, signed);
  if (post instanceof Response) return post;
  if (!front.desk.may(signed.staff, 'keep-hours')) return deskProblem(ask, 'not-yours');
  const act = post.controls.get('_act') ?? '';
  const { tag } = await acted(seat.slots, number, act, textIn(post.fields, 'slot'), signed.staff.login);
  if (tag === 'done') return deskWay(ask, `/desk/appointments/cases/${number}/?done=done#done`);
  const again = await within(seat.store, front, signed, number, 'book');
  const told = { status: 409, view: toldOf(tag, ask.lang) };
  return casePlacePage(ask, front, signed, seat, again ?? found, told);
};

/** Who comes and who waits; or the time of one case, given, moved, cancelled or recorded. */
export const appointments = (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  seat: SlotSeat,
): Promise<Response> | Response => {
  const number = /\/cases\/(\d{13})\/$/.exec(ask.url.pathname)?.[1];
  if (number) return casePlace(ask, front, signed, seat, number);
  return ask.request.method === 'POST' ? notFound(ask, signed) : listPage(ask, front, signed, seat);
};
