import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { rosterWords as words } from '#src/i18n/desk-roster.ts';
import { staffEventWords } from '#src/i18n/desk-staff.ts';
import { say } from '#src/i18n/words.ts';
import type { Officer } from '#src/staff/roster/officer.ts';
import type { Edited } from '#src/staff/roster/roster.ts';
import type { Typed as Row } from '#src/staff/roster/sheet.ts';
import { type Typed, untyped } from '#src/views/desk/fields.ts';
import { absenceSlots, type OfficerLine, rosterListView, rosterOneView } from '#src/views/desk/roster.ts';
import { deskPage, deskProblem, deskWay } from './frame.ts';
import { countsIn, knownIn, nameOf } from './roster-words.ts';
import { areaName } from './rows.ts';
import { type DeskPost, readDeskPost, type SignedIn, textIn } from './session.ts';

/** Officers on a page: the room of the roster gives one more where another page follows. */
const perPage = 50;

/** What goes wrong with what somebody typed; the status that a page then has. */
type Told = { readonly typed: Typed; readonly notice: string; readonly status: number };
const nothingTold: Told = { typed: untyped, notice: '', status: 200 };

type Place = { readonly ask: Ask; readonly front: Front; readonly signed: SignedIn };

const idIn = ({ url }: Ask): string => /\/officers\/([0-9a-z]{1,60})\/$/.exec(url.pathname)?.[1] ?? '';

const standInsOf = async (front: Front, officers: readonly Officer[]): Promise<readonly Officer[]> => {
  const ids = new Set(officers.flatMap(one => one.absences.map(away => away.standIn)));
  const found = await Promise.all([...ids].map(id => front.desk.roster.one(id)));
  return found.flatMap(one => one ?? []);
};

const lineOf = (
  { ask: { lang }, front }: Place,
  officer: Officer,
  standIns: readonly Officer[],
): OfficerLine => {
  const planned = front.desk.roster.planned(officer);
  const named = (list: Officer['absences']) =>
    list.map(one => ({ ...one, standIn: nameOf(standIns, one.standIn) }));
  return {
    id: officer.id,
    name: officer.name,
    login: officer.login,
    department: front.department(officer.department)[lang],
    phone: officer.phone,
    areas: officer.areas.map(code => areaName(front, code, lang)),
    enterprises: officer.enterprises.length,
    since: officer.since,
    until: officer.until,
    past: !front.desk.roster.lasts(officer),
    away: named(planned),
    gone: named(officer.absences.filter(one => !planned.includes(one))).reverse(),
  };
};

/** What was done a moment ago, as the address says. */
const doneIn = ({ url, lang }: Ask, detail: string): string => {
  const done = url.searchParams.get('done');
  if (done === 'import') return countsIn(detail, lang, words.imported);
  const told = { add: words.added, change: words.saved, remove: words.removed, already: words.already };
  return done && Object.hasOwn(told, done) ? told[done as keyof typeof told][lang] : '';
};

const listPage = async (place: Place, told: Told): Promise<Response> => {
  const { ask, front, signed } = place;
  const { roster } = front.desk;
  const after = (ask.url.searchParams.get('after') ?? '').slice(0, 80);
  const [officers, state, events] = await Promise.all([roster.page(after), roster.state(), roster.events()]);
  const shown = officers.slice(0, perPage);
  const standIns = await standInsOf(front, shown);
  const { lang } = ask;
  const view = rosterListView({
    lang,
    csrf: signed.csrf,
    was: state.version,
    ...knownIn(front),
    ...told,
    rows: shown.map(one => lineOf(place, one, standIns)),
    next: officers.length > perPage ? (shown.at(-1)?.id ?? '') : '',
    isFirst: after === '',
    done: told.status === 200 ? doneIn(ask, events[0]?.detail ?? '') : '',
    log: events.map(({ at, actor, kind, detail }) => ({
      at,
      actor,
      what: staffEventWords[kind][lang],
      counts: countsIn(detail, lang),
    })),
  });
  return deskPage(ask, told.status, words.title[lang], view, { ...signed, here: 'roster' });
};

/** An officer as the form has them: every planned absence has fields of its own, those without a number are for one more. */
const typedOf = ({ front }: Place, officer: Officer, standIns: readonly Officer[]): Typed => {
  const planned = front.desk.roster.planned(officer).flatMap(({ from, until, standIn }, index) => [
    [`awayFrom${index + 1}`, from],
    [`awayUntil${index + 1}`, until],
    [`standIn${index + 1}`, nameOf(standIns, standIn)],
  ]);
  const values = { ...officer, enterprises: officer.enterprises.join('\n'), ...Object.fromEntries(planned) };
  return { values, problems: {} };
};

const onePage = async (place: Place, officer: Officer, told: Told): Promise<Response> => {
  const { ask, front, signed } = place;
  const [state, standIns] = await Promise.all([front.desk.roster.state(), standInsOf(front, [officer])]);
  const view = rosterOneView({
    lang: ask.lang,
    csrf: signed.csrf,
    was: state.version,
    ...knownIn(front),
    ...told,
    typed: told === nothingTold ? typedOf(place, officer, standIns) : told.typed,
    row: lineOf(place, officer, standIns),
  });
  return deskPage(ask, told.status, officer.name, view, { ...signed, here: 'roster' });
};

const ticked = (value: unknown): string =>
  typeof value === 'object' && value !== null ? Object.keys(value).slice(0, 100).join('、') : '';

const awayColumns = ['awayFrom', 'awayUntil', 'standIn'] as const;

/** The ends of the names of those absences that a form has anything of, in their order. */
const slotsIn = ({ fields }: Pick<DeskPost, 'fields'>): readonly string[] =>
  absenceSlots.filter(slot => awayColumns.some(name => textIn(fields, `${name}${slot}`).trim() !== ''));

/** What a form says of an officer, like a row of a sheet. */
const rowIn = (post: DeskPost): Row => {
  const { fields } = post;
  const text = (name: string, most?: number): string => textIn(fields, name, most).trim();
  const slots = slotsIn(post);
  const inTurn = (name: (typeof awayColumns)[number]): string =>
    slots.map(slot => text(`${name}${slot}`)).join('、');
  return {
    row: 1,
    name: text('name'),
    login: text('login'),
    department: text('department'),
    phone: text('phone'),
    areas: ticked(fields.areas),
    enterprises: text('enterprises', 4000),
    since: text('since'),
    until: text('until'),
    awayFrom: inTurn('awayFrom'),
    awayUntil: inTurn('awayUntil'),
    standIn: inTurn('standIn'),
  };
};

/** What was refused, at the fields that it is about. */
const toldOf = (ask: Ask, post: DeskPost, result: Edited): Told => {
  const { fields: values } = post;
  const slots = slotsIn(post);
  if (result.tag !== 'refused')
    return { typed: { values, problems: {} }, notice: words.moved[ask.lang], status: 409 };
  const problems = Object.fromEntries(
    result.faults.map(({ column, message, place }) => [
      `${column ?? 'name'}${place === undefined ? '' : (slots[place] ?? '')}`,
      message[ask.lang],
    ]),
  );
  const isNeeded = result.faults.length === 0 && result.needed !== '';
  const notice = isNeeded ? say(words.needed, ask.lang, { name: result.needed }) : '';
  return { typed: { values, problems }, notice, status: 422 };
};

const carriedOut = async (place: Place, post: DeskPost, act: string, id: string): Promise<Edited | null> => {
  const { front, signed } = place;
  const was = Number(post.controls.get('_was'));
  if (!Number.isSafeInteger(was)) return null;
  const by = signed.staff.login;
  if (act === 'remove' && id !== '') return front.desk.roster.remove(id, by, was);
  if (act !== (id === '' ? 'add' : 'change')) return null;
  return front.desk.roster.edit(rowIn(post), id, knownIn(front), by, was);
};

/** The roster and one of its officers, looked at and changed. */
export const rosterPage = async (ask: Ask, front: Front, signed: SignedIn): Promise<Response> => {
  const place: Place = { ask, front, signed };
  const id = idIn(ask);
  const officer = id === '' ? null : await front.desk.roster.one(id);
  if (!officer && ask.url.pathname.includes('/officers/')) return deskProblem(ask, 'not-found');
  const show = (told: Told) => (officer ? onePage(place, officer, told) : listPage(place, told));
  if (ask.request.method !== 'POST') return show(nothingTold);
  const post = await readDeskPost(ask, signed);
  if (post instanceof Response) return post;
  const act = post.controls.get('_act') ?? '';
  const result = await carriedOut(place, post, act, id);
  if (!result) return deskProblem(ask, 'not-found');
  if (result.tag === 'stored') return deskWay(ask, `/desk/roster/?done=${act}#done`);
  return show(toldOf(ask, post, result));
};
