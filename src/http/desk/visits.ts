import { randomBytes } from 'node:crypto';
import type { VisitBoard, VisitQuery } from '#src/cases/visit-board.ts';
import type { VisitPlan } from '#src/cases/visit-plan.ts';
import type { VisitRow } from '#src/cases/visit-store.ts';
import type { Planned, Wrong } from '#src/cases/visits.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { visitRules, visitWords as words } from '#src/i18n/visit.ts';
import { say, type Words } from '#src/i18n/words.ts';
import type { Scope, Staff } from '#src/staff/staff.ts';
import { type Choice, type Typed, untyped } from '#src/views/desk/fields.ts';
import { planFields, type VisitsPage, visitsView } from '#src/views/desk/visits.ts';
import { html, nothing, type View } from '#src/views/html.ts';
import { departmentChoices, problemsIn } from './deed.ts';
import { deskPage, deskProblem, deskWay } from './frame.ts';
import { departmentsIn } from './queue.ts';
import { areaName, type Names, namesOf } from './rows.ts';
import { readDeskPost, type SignedIn, textIn } from './session.ts';

/** Visits on one page. */
const pageSize = 50;

/** What decides who may act on a visit: the department that goes there stands for the lead. */
export const visitScope = ({ department, area }: Pick<VisitRow, 'department' | 'area'>): Scope => ({
  form: '',
  state: '',
  area,
  handler: department,
  assists: [],
  against: '',
});

const isWide = ({ role }: Staff): boolean => role !== 'officer' && role !== 'liaison';

/** What is asked, from the address: somebody of one department or of some areas asks of those alone. */
const visitsAsked = ({ url }: Ask, { staff }: SignedIn): VisitQuery => {
  const asked = url.searchParams.get('department') ?? '';
  const own = staff.role === 'officer' ? staff.department || '-' : '';
  return {
    view: url.searchParams.get('view') === 'done' ? 'done' : 'planned',
    department: isWide(staff) ? (/^[a-z][a-z0-9-]{0,39}$/.test(asked) ? asked : '') : own,
    // A liaison officer without areas sees none.
    areas: staff.role === 'liaison' ? `,${staff.areas.join(',')},` : '',
    after: (url.searchParams.get('after') ?? '').slice(0, 80),
    limit: pageSize,
  };
};

/** Where somebody may plan visits, as choices: their own department, or any; their own areas, or any. */
const placesOf = (front: Front, { staff }: SignedIn) => {
  const mayPlan = (department: string, area: string) =>
    front.desk.may(staff, 'visit', visitScope({ department, area }));
  const areas: readonly Choice[] = front.tables.areas.map(({ code, name }) => [code, name] as const);
  const those = (list: readonly Choice[], allowed: (code: string) => boolean) =>
    list.filter(([code]) => allowed(code));
  return {
    areas: those(areas, code => front.departments.some(one => mayPlan(one, code))),
    departments: those(departmentChoices(front), code => areas.some(([area]) => mayPlan(code, area))),
  };
};

const ids = { planned: 'plannedNow', done: 'recordedNow', dropped: 'droppedNow' } as const;

/** What was done a moment ago, by the visit that the address names. */
export const toldOf = (visit: VisitRow | null, lang: Ask['lang']): View =>
  visit
    ? html`<p class="done" role="status" tabindex="-1" id="done">${say(words[ids[visit.state]], lang, { name: visit.enterprise })}</p>`
    : nothing;

/** The visit that was planned or taken off the plan a moment ago, as the address names it. */
const visitTold = async (
  { url, lang }: Ask,
  look: (id: string) => Promise<VisitRow | null>,
): Promise<Partial<Told>> => {
  const id = url.searchParams.get('done') ?? '';
  return /^[\w-]{24}$/.test(id) ? { view: toldOf(await look(id), lang) } : {};
};

export const newKey = (): string => randomBytes(20).toString('hex');

type Told = { readonly view: View; readonly typed: Typed; readonly key: string; readonly status: number };
const untold = (): Told => ({ view: nothing, typed: untyped, key: newKey(), status: 200 });

const linesOf = (
  { rows }: VisitBoard,
  { front, names, now, lang }: { front: Front; names: Names; now: Date; lang: Ask['lang'] },
): VisitsPage['rows'] =>
  rows.map(row => ({
    id: row.id,
    enterprise: row.enterprise || row.id,
    purpose: row.purpose,
    area: areaName(front, row.area, lang),
    department: front.department(row.department)[lang],
    officer: names.get(row.officer) ?? row.officer,
    at: row.state === 'done' ? row.visitedAt : row.due,
    late: row.state === 'planned' && row.due < now.toISOString(),
    faults: row.faults,
  }));

/** The plan of visits and what was made, as a page. */
const visitsPage = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  { query, board, now }: { readonly query: VisitQuery; readonly board: VisitBoard; readonly now: Date },
  told: Partial<Told> = {},
): Promise<Response> => {
  const { lang } = ask;
  const { view, typed, key, status } = { ...untold(), ...told };
  const names = await namesOf(
    front,
    board.rows.map(row => row.officer),
  );
  const places = placesOf(front, signed);
  const mayPlan = places.areas.length > 0 && places.departments.length > 0;
  const main = visitsView({
    lang,
    csrf: signed.csrf,
    login: signed.staff.login,
    now,
    view: query.view,
    department: isWide(signed.staff) ? query.department : '',
    departments: isWide(signed.staff) ? departmentsIn(front, lang) : [],
    rows: linesOf(board, { front, names, now, lang }),
    next: board.next,
    isFirst: query.after === '',
    totals: board.totals,
    told: view,
    plan: mayPlan ? { key, ...places, typed } : null,
  });
  return deskPage(ask, status, words.title[lang], main, { ...signed, here: 'visits' });
};

/** What is wrong, in words, by the names of the fields. */
export const wrongIn = (wrong: Wrong, lang: Ask['lang']): Record<string, string> =>
  Object.fromEntries(Object.entries(wrong).map(([name, rule]) => [name, (visitRules[rule] as Words)[lang]]));

/** A visit as the page's form asked for it, under the page's key; or what is wrong with it. */
type PlanAsked = {
  readonly plan: VisitPlan | null;
  readonly key: string;
  readonly typed: Typed;
};

const planAsked = async (ask: Ask, front: Front, signed: SignedIn): Promise<PlanAsked | Response> => {
  const post = await readDeskPost(ask, signed);
  if (post instanceof Response) return post;
  const { fields } = post;
  const places = placesOf(front, signed);
  const key = (post.controls.get('_key') ?? '').slice(0, 128);
  const problems = problemsIn(planFields(places.areas, places.departments), fields, ask.lang);
  const typed = { values: fields, problems };
  if (Object.keys(problems).length > 0 || key.length < 22) return { plan: null, key: key || newKey(), typed };
  const text = (name: string) => textIn(fields, name).trim();
  const plan: VisitPlan = {
    caseId: '',
    purpose: 'visit',
    enterprise: text('enterprise'),
    creditCode: text('creditCode'),
    area: text('area'),
    department: text('department'),
    officer: fields.mine === 'on' ? signed.staff.login : '',
    due: text('due'),
  };
  const isTheirs = front.desk.may(signed.staff, 'visit', visitScope(plan));
  return isTheirs ? { plan, key, typed } : deskProblem(ask, 'not-yours');
};

/** What the page says of a plan that was not taken, with everything in its place. */
const notPlanned = (ask: Ask, { typed, key }: PlanAsked, result: Planned | null): Partial<Told> => {
  const more = result?.tag === 'refused' ? wrongIn(result.wrong, ask.lang) : {};
  return { status: 422, key, typed: { ...typed, problems: { ...typed.problems, ...more } } };
};

/** What the work on visits does, handed in by the function. */
export type VisitsHands = {
  readonly now: Date;
  readonly board: (query: VisitQuery) => Promise<VisitBoard>;
  readonly plan: (plan: VisitPlan, key: string) => Promise<Planned>;
  readonly look: (id: string) => Promise<VisitRow | null>;
};

/** The list of visits; one that came with the request is planned first. */
export const visits = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  { now, board, plan, look }: VisitsHands,
): Promise<Response> => {
  const query = visitsAsked(ask, signed);
  const page = async (told: Partial<Told>) =>
    visitsPage(ask, front, signed, { query, board: await board(query), now }, told);
  if (ask.request.method !== 'POST') return page(await visitTold(ask, look));
  const asked = await planAsked(ask, front, signed);
  if (asked instanceof Response) return asked;
  const result = asked.plan && (await plan(asked.plan, asked.key));
  return result?.tag === 'planned'
    ? deskWay(ask, `/desk/visits/?done=${result.visit.id}#done`)
    : page(notPlanned(ask, asked, result));
};
