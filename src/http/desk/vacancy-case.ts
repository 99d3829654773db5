import type { CaseStore } from '#src/cases/store.ts';
import { employmentKinds } from '#src/forms/labour.ts';
import { type Ask, lastPart } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { vacancyLine } from '#src/http/vacancy-lines.ts';
import {
  vacancyEventWords,
  vacancyRules,
  vacancyStates,
  vacancyDeskWords as words,
} from '#src/i18n/desk-vacancies.ts';
import { say, type Words } from '#src/i18n/words.ts';
import type { CaseReview, Vacancies } from '#src/vacancies/desk.ts';
import type { VacancyAct } from '#src/vacancies/plan.ts';
import type { VacancyTyped } from '#src/vacancies/position.ts';
import type { VacancyEventRow, VacancyRow } from '#src/vacancies/store.ts';
import { shortDay } from '#src/views/desk/clock.ts';
import { doneView } from '#src/views/desk/entry.ts';
import { noticeView, type Typed, untyped } from '#src/views/desk/fields.ts';
import {
  anchorOf,
  type PositionPage,
  positionFields,
  positionName,
  vacancyCaseView,
} from '#src/views/desk/vacancy-case.ts';
import { nothing, type View } from '#src/views/html.ts';
import { problemsIn } from './deed.ts';
import { deskPage, deskProblem, deskWay } from './frame.ts';
import { enterpriseOf, namesOf } from './rows.ts';
import { notFound, type Within, within } from './seat.ts';
import { type DeskPost, readDeskPost, type SignedIn, textIn } from './session.ts';
import { stateOf } from './vacancies.ts';

type Seat = {
  readonly front: Front;
  readonly signed: SignedIn;
  readonly vacancies: Vacancies;
  readonly store: Pick<CaseStore, 'caseByNumber' | 'parts'>;
  readonly now: Date;
};

type One = CaseReview['positions'][number];

/** What was typed into the form of one position, and what is wrong with it. */
type Told = {
  readonly status: number;
  readonly view: View;
  readonly anchor: string;
  readonly act: string;
  readonly typed: Typed;
};
const untold: Told = { status: 200, view: nothing, anchor: '', act: '', typed: untyped };

const employment: readonly (readonly [string, Words])[] = employmentKinds.map(({ code, name }) => [
  code,
  name,
]);

const written = (n: number): string => (n === 0 ? '' : String(n));

/** The fields of a position, filled in. */
const valuesOf = (typed: VacancyTyped): Typed['values'] => ({
  ...typed,
  headcount: written(typed.headcount),
  payFrom: written(typed.payFrom),
  payTo: written(typed.payTo),
  board: [...(typed.meals === 1 ? ['meals'] : []), ...(typed.lodging === 1 ? ['lodging'] : [])],
});

const numberIn = (text: string): number => {
  const digits = text.normalize('NFKC').replaceAll(',', '').trim();
  if (digits === '') return 0;
  return /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN;
};

const answerIn = (text: string): 'yes' | 'no' | '' => (text === 'yes' || text === 'no' ? text : '');

/** What was filled in, read; NaN where a number is none. */
const typedIn = (fields: Readonly<Record<string, unknown>>): VacancyTyped => {
  const value = (name: string) => textIn(fields, name, 1000).trim();
  const board = typeof fields.board === 'object' && fields.board !== null ? fields.board : {};
  return {
    title: value('title'),
    skills: value('skills'),
    headcount: numberIn(value('headcount')),
    payFrom: numberIn(value('payFrom')),
    payTo: numberIn(value('payTo')),
    employment: value('employment'),
    meals: Object.hasOwn(board, 'meals') ? 1 : 0,
    lodging: Object.hasOwn(board, 'lodging') ? 1 : 0,
    startDay: value('startDay'),
    insured: answerIn(value('insured')),
    online: answerIn(value('online')),
    until: value('until'),
  };
};

/** What the form begins with: what is public, or was and may be again; else what the enterprise sent. */
const beginning = ({ vacancy, position }: One): VacancyTyped => {
  if (vacancy?.state === 'open') return vacancy;
  const isOurs = vacancy?.ended === 'filled' || vacancy?.ended === 'withdrawn';
  return isOurs ? { ...vacancy, until: position.typed.until } : position.typed;
};

const positionPage = (
  ask: Ask,
  { front, vacancies }: Seat,
  { row }: Within,
  one: One,
  told: Told,
): PositionPage => {
  const { vacancy, position, isPublic } = one;
  const isTold = told.anchor === anchorOf(position);
  const isTyping = isTold && (told.act === 'publish' || told.act === 'preview');
  const begun = beginning(one);
  const typed = isTyping ? typedIn(told.typed.values) : begun;
  const safe = (n: number) => (Number.isNaN(n) ? 0 : n);
  const isOpen = vacancy?.state === 'open';
  const base = vacancy ?? { publishedAt: '', number: '' };
  const shown = {
    ...typed,
    number: base.number,
    publishedAt: base.publishedAt,
    kind: position.kind,
    enterprise: row.enterprise,
    area: row.area,
    headcount: safe(typed.headcount),
    payFrom: safe(typed.payFrom),
    payTo: safe(typed.payTo),
    filled: isOpen ? Math.min(vacancy.filled, safe(typed.headcount)) : 0,
  };
  const around = { front, lang: ask.lang, origin: ask.url.origin, phone: vacancies.phone() };
  const state = stateOf(vacancy, isPublic);
  return {
    kind: position.kind,
    line: position.line,
    was: vacancy?.version ?? 0,
    mark: position.mark,
    state: vacancyStates[state][ask.lang],
    number: base.publishedAt === '' ? '' : base.number,
    isOpen,
    isPublic,
    isNew: ['new', 'left-out', 'changed', 'permission', 'closed'].includes(state),
    headcount: vacancy?.headcount ?? 0,
    typed: isTyping ? told.typed : { values: valuesOf(begun), problems: {} },
    fill:
      isTold && told.act === 'fill'
        ? told.typed
        : { values: { filled: String(vacancy?.filled ?? 0) }, problems: {} },
    preview: vacancyLine(shown, around),
    isTyping,
  };
};

const eventIn = (event: VacancyEventRow, what: string, lang: Ask['lang']): string => {
  const data = JSON.parse(event.data) as Readonly<Record<string, unknown>>;
  const why = vacancyStates[data.why as keyof typeof vacancyStates]?.[lang] ?? '';
  const until = shortDay(String(data.until ?? ''), lang);
  return say(vacancyEventWords[event.kind], lang, { what, until, why, n: event.heads });
};

const eventsOf = async (ask: Ask, { front, vacancies }: Seat, caseId: string, review: CaseReview) => {
  const { lang } = ask;
  const events = await vacancies.events(caseId);
  const names = await namesOf(
    front,
    events.map(event => event.actor),
  );
  const who = (actor: string): string => {
    if (actor === 'enterprise' || actor === 'system') return words[actor][lang];
    return names.get(actor) ?? actor;
  };
  const named = (id: string): string => {
    const one = review.positions.find(({ vacancy }) => vacancy?.id === id);
    return one ? positionName(one.position, lang) : '';
  };
  return events.map(event => ({
    at: event.at,
    who: who(event.actor),
    text: eventIn(event, named(event.vacancyId), lang),
  }));
};

const pageOf = async (ask: Ask, seat: Seat, at: Within, told: Told): Promise<Response> => {
  const { lang } = ask;
  const { front, signed, vacancies, now } = seat;
  const review = await vacancies.review(at.row);
  const main = vacancyCaseView({
    lang,
    csrf: signed.csrf,
    now,
    number: at.row.number,
    name: `${enterpriseOf(at.row, lang)} ${front.showNumber(at.row.number)}`,
    phone: vacancies.phone(),
    told: told.view,
    refusal: review.refusal ? vacancyRules[review.refusal][lang] : '',
    mayAct: front.desk.may(signed.staff, 'publish-vacancy', at.scope),
    positions: review.positions.map(one => positionPage(ask, seat, at, one, told)),
    employment,
    events: await eventsOf(ask, seat, at.row.id, review),
  });
  return deskPage(ask, told.status, words.caseTitle[lang], main, { ...signed, here: 'ledger' });
};

/** What was pressed, on which position as the page showed it; null for a page that was made up. */
const askedIn = ({ fields, controls }: DeskPost) => {
  const kind = controls.get('_kind');
  const [line, was] = [Number(controls.get('_line')), Number(controls.get('_was'))];
  if ((kind !== 'hire' && kind !== 'lend') || !Number.isInteger(line) || !Number.isInteger(was)) return null;
  const position = { kind, line, was, mark: controls.get('_mark') ?? '' } as const;
  return { position, name: controls.get('_act') ?? '', fields };
};
type AskedOf = NonNullable<ReturnType<typeof askedIn>>;

const actOf = ({ name, fields }: AskedOf): VacancyAct | null => {
  switch (name) {
    case 'publish':
      return { act: 'publish', typed: typedIn(fields) };
    case 'fill': {
      const filled = textIn(fields, 'filled').trim();
      return { act: 'fill', filled: filled === '' ? Number.NaN : numberIn(filled) };
    }
    case 'leave-out':
    case 'withdraw':
      return { act: name };
    default:
      return null;
  }
};

const inLang = (wrong: Readonly<Record<string, Words>>, lang: Ask['lang']): Record<string, string> =>
  Object.fromEntries(Object.entries(wrong).map(([name, said]) => [name, said[lang]]));

/** Which notice the page shows after an act, by what became of the vacancy. */
const doneCode = (act: VacancyAct, vacancy: VacancyRow): 'out' | 'off' | 'saved' => {
  if (act.act === 'publish') return 'out';
  return act.act === 'fill' && vacancy.state === 'open' ? 'saved' : 'off';
};

const carriedOut = async (
  ask: Ask,
  { vacancies, signed }: Seat,
  { row }: Within,
  asked: AskedOf,
): Promise<Told | Response> => {
  const { lang } = ask;
  const { position, name, fields } = asked;
  const kept = { anchor: anchorOf(position), act: name };
  if (name === 'preview') return { ...untold, ...kept, typed: { values: fields, problems: {} } };
  const act = actOf(asked);
  if (!act) return deskProblem(ask, 'broken-form');
  const list = act.act === 'publish' ? positionFields(position.kind, employment) : [];
  const missing = problemsIn(list, fields, lang);
  if (Object.keys(missing).length > 0)
    return { ...kept, status: 422, view: nothing, typed: { values: fields, problems: missing } };
  const result = await vacancies.act(row.number, act, position, signed.staff.login);
  switch (result.tag) {
    case 'done':
      return deskWay(ask, `/desk/vacancies/${row.number}/?done=${doneCode(act, result.vacancy)}#done`);
    case 'refused': {
      const { act: whole, ...wrong } = inLang(result.wrong, lang);
      const view = whole ? noticeView(words.refused[lang], whole) : nothing;
      return { ...kept, status: 422, view, typed: { values: fields, problems: wrong } };
    }
    case 'forbidden':
      return {
        ...untold,
        status: 422,
        view: noticeView(words.refused[lang], vacancyRules[result.rule][lang]),
      };
    default:
      return { ...untold, status: 409, view: noticeView(words.stale[lang], words.staleText[lang]) };
  }
};

const doneIn = ({ url, lang }: Ask): Told => {
  const said = { out: words.doneOut, off: words.doneOff, saved: words.done };
  const done = url.searchParams.get('done') ?? '';
  return Object.hasOwn(said, done)
    ? { ...untold, view: doneView(said[done as keyof typeof said][lang]) }
    : untold;
};

/** The positions of a case: reviewed, published, filled, taken down. */
export const vacancyCase = async (ask: Ask, seat: Seat): Promise<Response> => {
  const { front, signed, store } = seat;
  const number = lastPart(ask.url);
  const at = await within(store, front, signed, number);
  if (!at) return notFound(ask, signed);
  if (ask.request.method !== 'POST') return pageOf(ask, seat, at, doneIn(ask));
  if (!front.desk.may(signed.staff, 'publish-vacancy', at.scope)) return deskProblem(ask, 'not-yours');
  const post = await readDeskPost(ask, signed);
  if (post instanceof Response) return post;
  const asked = askedIn(post);
  if (!asked) return deskProblem(ask, 'broken-form');
  const told = await carriedOut(ask, seat, at, asked);
  return told instanceof Response ? told : pageOf(ask, seat, at, told);
};
