import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { projectRules, projectViewWords, projectWords as words } from '#src/i18n/desk-projects.ts';
import type { Words } from '#src/i18n/words.ts';
import type { ProjectTyped } from '#src/projects/plan.ts';
import type { ProjectResult, ProjectSeen } from '#src/projects/projects.ts';
import type {
  ProjectCursor,
  ProjectNarrow,
  ProjectRow,
  ProjectStore,
  ProjectTotals,
} from '#src/projects/store.ts';
import type { Scope } from '#src/staff/staff.ts';
import { type Choice, type Typed, untyped } from '#src/views/desk/fields.ts';
import { moneyIn, yuanIn } from '#src/views/desk/money.ts';
import { type ProjectLine, projectFields, projectsView } from '#src/views/desk/projects.ts';
import { departmentChoices, problemsIn } from './deed.ts';
import { deskPage, deskProblem, deskWay } from './frame.ts';
import { importedIn } from './projects-done.ts';
import { areaName } from './rows.ts';
import { readDeskPost, type SignedIn, textIn } from './session.ts';
import { newKey } from './visits.ts';

/** Projects on one page. */
const pageSize = 50;

/** What decides who may act on a project: its lead department. */
export const projectScope = ({ department, area }: Pick<ProjectRow, 'department' | 'area'>): Scope => ({
  form: '',
  state: '',
  area,
  handler: department,
  assists: [],
  against: '',
});

type Hands = {
  readonly today: string;
  readonly store: ProjectStore;
  readonly see: (project: ProjectRow) => ProjectSeen;
  readonly add: (typed: ProjectTyped, key: string) => Promise<ProjectResult>;
};

/** What is chosen of a project's codes: departments only those that this officer may act for. */
export const projectChoices = (front: Front, { staff }: SignedIn) => {
  const named = (list: readonly { readonly code: string; readonly name: Words }[]): readonly Choice[] =>
    list.map(({ code, name }) => [code, name]);
  return {
    areas: named(front.tables.areas),
    lines: named(front.tables.lines),
    departments: departmentChoices(front).filter(([department]) =>
      front.desk.may(staff, 'project', projectScope({ department, area: '' })),
    ),
  };
};

/** What was filled in, read; the money as whole yuan, 0 where it is none. */
export const projectTyped = (fields: Readonly<Record<string, unknown>>): ProjectTyped => {
  const text = (name: string): string => textIn(fields, name).trim();
  return {
    name: text('name'),
    unit: text('unit'),
    area: text('area'),
    line: text('line'),
    department: text('department'),
    investment: yuanIn(text('investment')),
    planned: text('planned'),
  };
};

/** What is wrong, in words, by the names of the fields. */
export const projectWrong = (
  wrong: Extract<ProjectResult, { tag: 'refused' }>['wrong'],
  lang: Ask['lang'],
): Record<string, string> =>
  Object.fromEntries(Object.entries(wrong).map(([name, rule]) => [name, projectRules[rule][lang]]));

const lineOf = (front: Front, found: ProjectSeen, lang: Ask['lang']): ProjectLine => {
  const { project, milestones, isLate } = found;
  return {
    id: project.id,
    name: project.name,
    unit: project.unit,
    planned: project.planned,
    started: project.started,
    state: project.state,
    isLate,
    isBehind: project.state === 'preparing' && milestones.some(one => one.isLate),
    met: milestones.filter(one => one.isMet).length,
    all: milestones.length,
    department: front.department(project.department)[lang],
    area: areaName(front, project.area, lang),
    investment: moneyIn(project.investment, lang),
  };
};

const code = (url: URL, name: string): string => {
  const value = url.searchParams.get(name) ?? '';
  return /^[a-z][a-z0-9-]{0,39}$/.test(value) ? value : '';
};

const narrowIn = ({ url }: Ask, today: string): ProjectNarrow => {
  const asked = url.searchParams.get('view') ?? '';
  const view = Object.hasOwn(projectViewWords, asked) ? (asked as ProjectNarrow['view']) : 'all';
  return { view, area: code(url, 'area'), department: code(url, 'department'), today };
};

const cursorIn = ({ url }: Ask): ProjectCursor | null => {
  const [, key, id] = /^([012]\d{4}-\d\d-\d\d)~([\w-]{24})$/.exec(url.searchParams.get('after') ?? '') ?? [];
  return key && id ? { key, id } : null;
};

type Told = { readonly status: number; readonly typed: Typed; readonly key: string };

const sumsOf = (totals: ProjectTotals, lang: Ask['lang']) => ({
  ...totals,
  money: moneyIn(totals.investment, lang),
  startedMoney: moneyIn(totals.startedInvestment, lang),
});

const listPage = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  { today, store, see }: Hands,
  told: Partial<Told> = {},
): Promise<Response> => {
  const { lang } = ask;
  const narrow = narrowIn(ask, today);
  const after = cursorIn(ask);
  const [page, totals] = await Promise.all([
    store.projects({ ...narrow, after, limit: pageSize }),
    store.projectTotals({ area: narrow.area, department: narrow.department, today }),
  ]);
  const choices = projectChoices(front, signed);
  const main = projectsView({
    lang,
    csrf: signed.csrf,
    view: narrow.view,
    area: narrow.area,
    department: narrow.department,
    areas: choices.areas,
    departments: departmentChoices(front),
    sums: sumsOf(totals, lang),
    rows: page.rows.map(one => lineOf(front, see(one), lang)),
    next: page.next ? `${page.next.key}~${page.next.id}` : '',
    isFirst: after === null,
    done: importedIn(ask),
    add:
      choices.departments.length === 0
        ? null
        : {
            key: told.key ?? newKey(),
            fields: projectFields(choices),
            typed: told.typed ?? untyped,
          },
  });
  return deskPage(ask, told.status ?? 200, words.title[lang], main, { ...signed, here: 'projects' });
};

/** The list of projects; one that came with the request is put on it first. */
export const projectList = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  hands: Hands,
): Promise<Response> => {
  if (ask.request.method !== 'POST') return listPage(ask, front, signed, hands);
  const choices = projectChoices(front, signed);
  if (choices.departments.length === 0) return deskProblem(ask, 'not-yours');
  const post = await readDeskPost(ask, signed);
  if (post instanceof Response) return post;
  const key = (post.controls.get('_key') ?? '').slice(0, 128);
  if (key.length < 22) return deskProblem(ask, 'bad-key');
  const problems = problemsIn(projectFields(choices), post.fields, ask.lang);
  const isWhole = Object.keys(problems).length === 0;
  const result = isWhole ? await hands.add(projectTyped(post.fields), key) : null;
  if (result?.tag === 'done') return deskWay(ask, `/desk/projects/${result.project.id}/?done=1#done`);
  const more = result?.tag === 'refused' ? projectWrong(result.wrong, ask.lang) : {};
  const typed = { values: post.fields, problems: { ...problems, ...more } };
  return listPage(ask, front, signed, hands, { status: 422, typed, key });
};
