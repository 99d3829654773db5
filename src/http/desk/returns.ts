import type { FirmsDesk } from '#src/firms/desk.ts';
import type { ReturnsOfDay } from '#src/firms/returns.ts';
import type { DueCursor, FirmNarrow, Way } from '#src/firms/store.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { returnWords as words } from '#src/i18n/desk-returns.ts';
import { say } from '#src/i18n/words.ts';
import { doneView } from '#src/views/desk/entry.ts';
import { noticeView } from '#src/views/desk/fields.ts';
import { type ChasePreview, chasePreview, returnsView } from '#src/views/desk/returns.ts';
import { nothing, type View } from '#src/views/html.ts';
import { deskPage, deskProblem, deskWay } from './frame.ts';
import {
  besideLine,
  chosenIn,
  dayIn,
  type Filter,
  figuresIn,
  filterOf,
  isWay,
  leadIn,
  lineOf,
  narrowed,
  whichChoices,
} from './returns-lines.ts';
import { namesOf } from './rows.ts';
import { readDeskPost, type SignedIn, textIn } from './session.ts';

/** Enterprises on a page. */
const perPage = 50;

/** What the work on returns does, handed in by the function. */
export type ReturnsHands = {
  readonly firms: FirmsDesk;
  /** The day that is shown unless an earlier one is asked for. */ readonly today: string;
};

type Seat = {
  readonly ask: Ask;
  readonly front: Front;
  readonly signed: SignedIn;
  readonly hands: ReturnsHands;
  readonly narrow: FirmNarrow;
};

/** A cursor in an address: how it stands, the area and the enterprise, parted by a sign that none has. */
const cursorIn = (text: string): DueCursor | null => {
  const [, rank = '', area = '', firm = ''] = /^(\d)~([a-z0-9-]{1,40})~([\w.-]{1,60})$/.exec(text) ?? [];
  return firm === '' ? null : { rank: Number(rank), area, firm };
};

const listOf = async (
  { ask, front, hands, narrow }: Seat,
  day: string,
  filter: Filter,
  found: ReturnsOfDay,
) => {
  const after = ask.url.searchParams.get('after') ?? '';
  if (filter.which === 'beside') {
    const page = await hands.firms.besidePage(day, narrow, after.slice(0, 60) || 'zzzzzzzzzzzz', perPage);
    return { rows: page.rows.map(row => besideLine(front, row, ask.lang)), next: page.next };
  }
  const page = await hands.firms.duePage({
    day,
    narrow,
    filter: { area: filter.area, line: filter.line, ...narrowed(filter.which), firms: '' },
    after: cursorIn(after),
    limit: perPage,
  });
  const names = await namesOf(
    front,
    page.rows.map(row => row.chasedBy),
  );
  const { next } = page;
  return {
    rows: page.rows.map(row => lineOf(front, row, { names, isOver: found.isOver, lang: ask.lang })),
    next: next ? `${next.rank}~${next.area}~${next.firm}` : '',
  };
};

const listPage = async (
  seat: Seat,
  day: string,
  filter: Filter,
  { status, told }: { readonly status: number; readonly told: View },
): Promise<Response> => {
  const { ask, front, signed, hands } = seat;
  const { lang } = ask;
  const found = await hands.firms.returnsOn(day, seat.narrow);
  const { rows, next } = await listOf(seat, day, filter, found);
  const mayChase = front.desk.may(signed.staff, 'chase-return');
  const view = returnsView({
    lang,
    csrf: signed.csrf,
    day,
    lead: leadIn(found, lang),
    behind: found.behind,
    told,
    hasOrder: front.desk.may(signed.staff, 'see-order'),
    filter,
    areas: front.tables.areas.map(({ code, name }) => [code, name]),
    lines: front.tables.lines.map(({ code, name }) => [code, name]),
    whiches: whichChoices(found.isOver),
    ...figuresIn(front, found, lang),
    isOver: found.isOver,
    rows,
    next,
    beside: found.beside,
    draft: mayChase ? hands.firms.draftId() : '',
  });
  return deskPage(ask, status, words.title[lang], view, { ...signed, here: 'returns' });
};

type Chosen = {
  readonly day: string;
  readonly draft: string;
  readonly way: Way;
  readonly firms: readonly string[];
};

/** Those that were chosen and are theirs to look after, each with whether there still is no return. */
const stillMissing = async (
  { hands, narrow }: Seat,
  { day, firms }: Pick<Chosen, 'day' | 'firms'>,
): Promise<ChasePreview['rows']> => {
  const filter = { area: '', line: '', ranks: '', said: '', firms: `,${firms.join(',')},` } as const;
  const { rows } = await hands.firms.duePage({ day, narrow, filter, after: null, limit: 100 });
  return rows.map(({ firm, name, rank }) => ({ firm, name, fine: rank < 2 }));
};

const record = async (seat: Seat, chosen: Chosen, filter: Filter): Promise<Response> => {
  const { ask, signed, hands } = seat;
  const rows = (await stillMissing(seat, chosen)).filter(row => row.fine);
  const firms = rows.map(row => row.firm);
  const n = await hands.firms.chase({ ...chosen, firms, login: signed.staff.login });
  const query = new URLSearchParams({ day: chosen.day, ...filter, done: String(n) });
  return deskWay(ask, `/desk/returns/?${query}#done`);
};

const chased = async (seat: Seat): Promise<Response> => {
  const { ask, front, signed, hands } = seat;
  const { lang } = ask;
  const post = await readDeskPost(ask, signed);
  if (post instanceof Response) return post;
  if (!front.desk.may(signed.staff, 'chase-return')) return deskProblem(ask, 'not-yours');
  const text = (name: string): string => textIn(post.fields, name, 60);
  const [day, filter] = [dayIn(text('day'), hands.today), filterOf(text)];
  const [draft, way, firms] = [text('draft'), text('way'), chosenIn(post.fields.f)];
  if (!hands.firms.isDraftId(draft)) return deskProblem(ask, 'not-found');
  if (firms.length === 0 || !isWay(way)) {
    const wrong = firms.length === 0 ? words.noneChosen : words.noWay;
    return listPage(seat, day, filter, { status: 422, told: noticeView(wrong[lang]) });
  }
  const chosen = { day, draft, way, firms };
  if (post.controls.get('_sure') === 'yes') return record(seat, chosen, filter);
  const rows = await stillMissing(seat, chosen);
  const dayShown = lang === 'zh-Hans' ? leadDay(day) : day;
  const view = chasePreview({ lang, csrf: signed.csrf, day, dayShown, draft, way, filter, rows });
  return deskPage(ask, 200, words.chaseTitle[lang], view, { ...signed, here: 'returns' });
};

const leadDay = (day: string): string => {
  const [, month, date] = day.split('-').map(Number);
  return `${month}月${date}日`;
};

/** What was recorded a moment ago, as the address says. */
const toldIn = ({ url, lang }: Ask): View => {
  const done = /^\d{1,3}$/.exec(url.searchParams.get('done') ?? '')?.[0];
  if (done === undefined) return nothing;
  return doneView(done === '0' ? words.again[lang] : say(words.done, lang, { n: done }));
};

/** The returns of a day; those chosen are chased first, after a look at who they are. */
export const returnsPage = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  hands: ReturnsHands,
): Promise<Response> => {
  const seat = { ask, front, signed, hands, narrow: hands.firms.narrowFor(signed.staff) };
  if (ask.request.method === 'POST') return chased(seat);
  const text = (name: string): string => ask.url.searchParams.get(name) ?? '';
  return listPage(seat, dayIn(text('day'), hands.today), filterOf(text), { status: 200, told: toldIn(ask) });
};
