import type { Cursor } from '#src/cases/desk-store.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { vacancyStates, vacancyViewWords, vacancyDeskWords as words } from '#src/i18n/desk-vacancies.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import type { DeskVacancy, ToReview, Vacancies } from '#src/vacancies/desk.ts';
import type { VacancyRow } from '#src/vacancies/store.ts';
import { shortDay, shortTime } from '#src/views/desk/clock.ts';
import { type VacancyDeskLine, type VacancyView, vacancyListView } from '#src/views/desk/vacancies.ts';
import { anchorOf } from '#src/views/desk/vacancy-case.ts';
import { deskPage } from './frame.ts';
import { departmentOf } from './funding-lines.ts';
import { areaName, enterpriseOf } from './rows.ts';
import type { SignedIn } from './session.ts';

const perPage = 30;

/** How a vacancy stands, as a code of `vacancyStates`. */
export const stateOf = (row: VacancyRow | null, isPublic: boolean): keyof typeof vacancyStates => {
  if (row === null) return 'new';
  if (row.state === 'open') return isPublic ? 'open' : 'expired';
  return row.ended === '' ? 'new' : row.ended;
};

/** A cursor in an address: what is sorted by, then an id or a number. */
const pairIn = ({ url }: Ask): readonly [string, string] | null => {
  const [, key, id] = /^([\w:.-]{1,60})~([\w-]{1,60})$/.exec(url.searchParams.get('after') ?? '') ?? [];
  return key && id ? [key, id] : null;
};

const reviewLine = (
  front: Front,
  { row, all, open, isAllowed }: ToReview,
  now: Date,
  lang: Lang,
): VacancyDeskLine => ({
  caseNumber: row.number,
  anchor: '',
  name: enterpriseOf(row, lang),
  facts: `${areaName(front, row.area, lang)} · ${front.showNumber(row.number)}`,
  state: isAllowed ? say(words.toReview, lang, { n: open, all }) : words.noLeave[lang],
  isQuiet: !isAllowed,
  sum: front.department(row.handler)[lang],
  when: shortTime(row.receivedAt, now, lang),
});

const vacancyLineOf = (front: Front, row: DeskVacancy, lang: Lang): VacancyDeskLine => {
  const name = row.kind === 'lend' ? words.lend[lang] : row.title;
  const state = vacancyStates[stateOf(row, row.isPublic)];
  return {
    caseNumber: row.caseNumber,
    anchor: anchorOf(row),
    name: name === '' ? vacancyStates.erased[lang] : name,
    facts: [
      enterpriseOf({ enterprise: row.enterprise, complaint: 0 }, lang),
      areaName(front, row.area, lang),
    ].join(' · '),
    state: row.isPublic
      ? say(words[row.kind === 'lend' ? 'leftLend' : 'left'], lang, {
          n: row.headcount - row.filled,
          all: row.headcount,
        })
      : state[lang],
    isQuiet: !row.isPublic,
    sum: say(words.number, lang, { number: row.number }),
    when: say(words.until, lang, { day: shortDay(row.until, lang) }),
  };
};

type Seat = { readonly vacancies: Vacancies; readonly now: Date };

const rowsOf = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  { vacancies, now }: Seat,
  view: VacancyView,
): Promise<{ readonly rows: readonly VacancyDeskLine[]; readonly next: string }> => {
  const { lang } = ask;
  const pair = pairIn(ask);
  if (view === 'review') {
    const after: Cursor | null = pair && { key: pair[0], id: pair[1] };
    const page = await vacancies.toReview({ department: departmentOf(signed), after });
    const rows = page.rows.map(row => reviewLine(front, row, now, lang));
    return { rows, next: page.next ? `${page.next.key}~${page.next.id}` : '' };
  }
  const after = pair && { key: pair[0], number: pair[1] };
  const page = await (view === 'past'
    ? vacancies.past(after, perPage)
    : vacancies.open(view, after, perPage));
  const rows = page.rows.map(row => vacancyLineOf(front, row, lang));
  return { rows, next: page.next ? `${page.next.key}~${page.next.number}` : '' };
};

const isView = (view: string): view is VacancyView => Object.hasOwn(vacancyViewWords, view);

/** The list of vacancies for officers. */
export const vacancyList = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  seat: Seat,
): Promise<Response> => {
  const { lang, url } = ask;
  const asked = url.searchParams.get('view') ?? '';
  const view = isView(asked) ? asked : 'review';
  const [{ rows, next }, totals] = await Promise.all([
    rowsOf(ask, front, signed, seat, view),
    seat.vacancies.totals(),
  ]);
  const main = vacancyListView({ lang, view, totals, rows, next, isFirst: pairIn(ask) === null });
  return deskPage(ask, 200, words.title[lang], main, { ...signed, here: 'ledger' });
};
