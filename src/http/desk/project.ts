import { type Ask, lastPart } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import {
  projectEventWords,
  projectRules,
  stopReasonWords,
  projectWords as words,
} from '#src/i18n/desk-projects.ts';
import { say } from '#src/i18n/words.ts';
import type { ProjectAct } from '#src/projects/plan.ts';
import type { ProjectResult, ProjectSeen } from '#src/projects/projects.ts';
import type { ProjectEventRow, ProjectRow, ProjectStore } from '#src/projects/store.ts';
import { noticeView, type Typed, untyped } from '#src/views/desk/fields.ts';
import { moneyIn, moneyTyped } from '#src/views/desk/money.ts';
import { type ProjectPage, projectView } from '#src/views/desk/project.ts';
import { projectFields } from '#src/views/desk/projects.ts';
import { nothing, type View } from '#src/views/html.ts';
import { problemsIn } from './deed.ts';
import { deskPage, deskProblem, deskWay } from './frame.ts';
import { projectChoices, projectScope, projectTyped, projectWrong } from './projects.ts';
import { areaName, type Names, namesOf } from './rows.ts';
import { notFound } from './seat.ts';
import { type DeskPost, readDeskPost, type SignedIn, textIn } from './session.ts';

/** Changes on one page. */
const pageSize = 30;

type Met = Readonly<Record<string, { readonly at: string; readonly by: string }>>;
type Seen = ProjectSeen & { readonly met: Met };

export type ProjectHands = {
  readonly now: Date;
  readonly store: ProjectStore;
  readonly see: (project: ProjectRow) => Seen;
  readonly act: (id: string, act: ProjectAct, was: number) => Promise<ProjectResult>;
};

/** Which of the page's forms was sent: what is wrong stands beside its fields. */
type FormName = 'conditions' | 'start' | 'stop' | 'change';
type Told = {
  readonly status: number;
  readonly notice: View;
  readonly form: FormName | '';
  readonly typed: Typed;
};

/** What was changed, in the words of the form. */
const fieldNames = (data: Readonly<Record<string, unknown>>, lang: Ask['lang']): string =>
  projectFields({ areas: [], lines: [], departments: [] })
    .filter(field => Object.hasOwn(data, field.name))
    .map(field => (field.name === 'investment' ? words.investment[lang] : field.label[lang]))
    .join(lang === 'en' ? ', ' : '、');

const eventIn = (event: ProjectEventRow, { milestones }: Seen, lang: Ask['lang']): string => {
  const data = JSON.parse(event.data) as Readonly<Record<string, unknown>>;
  const code = String(data.code ?? '');
  const condition = milestones.find(one => one.condition.code === code)?.condition.name[lang] ?? code;
  const reason = stopReasonWords[data.reason as keyof typeof stopReasonWords]?.[lang] ?? '';
  return say(projectEventWords[event.kind], lang, {
    fields: fieldNames(data, lang),
    condition,
    day: String(data.day ?? ''),
    reason,
  });
};

const milestonesOf = (
  { milestones, met }: Seen,
  names: Names,
  lang: Ask['lang'],
): ProjectPage['milestones'] =>
  milestones.map(({ condition, latest, isMet, isLate }) => {
    const { at = '', by = '' } = met[condition.code] ?? {};
    return {
      code: condition.code,
      name: condition.name[lang],
      latest,
      isMet,
      isLate,
      at,
      by: names.get(by) ?? by,
    };
  });

const typedOf = (project: ProjectRow): Typed => ({
  ...untyped,
  values: { ...project, investment: moneyTyped(project.investment) },
});

const beforeIn = ({ url }: Ask): number => {
  const before = Number(url.searchParams.get('before'));
  return Number.isInteger(before) && before > 0 ? before : Number.MAX_SAFE_INTEGER;
};

const projectPage = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  found: Seen,
  hands: ProjectHands,
  told: Partial<Told> = {},
): Promise<Response> => {
  const { lang, url } = ask;
  const { project, met, isLate } = found;
  const before = beforeIn(ask);
  const events = await hands.store.projectEvents({ projectId: project.id, before, limit: pageSize + 1 });
  const shown = events.slice(0, pageSize);
  const names = await namesOf(front, [
    ...shown.map(event => event.actor),
    ...Object.values(met).map(one => one.by),
  ]);
  const typed = (form: FormName, usual: Typed): Typed =>
    told.form === form && told.typed ? told.typed : usual;
  const main = projectView({
    lang,
    csrf: signed.csrf,
    now: hands.now,
    id: project.id,
    version: project.version,
    name: project.name,
    unit: project.unit,
    state: project.state,
    reason: project.reason === '' ? '' : stopReasonWords[project.reason][lang],
    planned: project.planned,
    started: project.started,
    isLate,
    area: areaName(front, project.area, lang),
    line: front.tables.lines.find(one => one.code === project.line)?.name[lang] ?? project.line,
    department: front.department(project.department)[lang],
    investment: moneyIn(project.investment, lang),
    milestones: milestonesOf(found, names, lang),
    mayAct: front.desk.may(signed.staff, 'project', projectScope(project)),
    notice: told.notice ?? nothing,
    isDone: url.searchParams.has('done') && !told.status,
    fields: projectFields(projectChoices(front, signed)),
    typed: {
      start: typed('start', untyped),
      stop: typed('stop', untyped),
      change: typed('change', typedOf(project)),
    },
    isChanging: told.form === 'change',
    events: shown.map(event => ({
      at: event.at,
      who: names.get(event.actor) ?? event.actor,
      text: eventIn(event, found, lang),
    })),
    next: events.length > pageSize ? String(shown.at(-1)?.version ?? '') : '',
  });
  return deskPage(ask, told.status ?? 200, project.name, main, { ...signed, here: 'projects' });
};

type Asked = { readonly form: FormName; readonly act: ProjectAct };

/** Reads which of the page's buttons was pressed; null for none of them. */
const askedIn = ({ fields, controls }: DeskPost): Asked | null => {
  const [, how, code = ''] = /^(met|unmet) ([a-z0-9-]{1,40})$/.exec(controls.get('_mark') ?? '') ?? [];
  if (how === 'met' || how === 'unmet') return { form: 'conditions', act: { act: how, code } };
  switch (controls.get('_act')) {
    case 'start':
      return { form: 'start', act: { act: 'start', day: textIn(fields, 'started') } };
    case 'stop':
      return { form: 'stop', act: { act: 'stop', reason: textIn(fields, 'reason') } };
    case 'resume':
      return { form: 'stop', act: { act: 'resume' } };
    case 'change':
      return { form: 'change', act: { act: 'change', typed: projectTyped(fields) } };
    default:
      return null;
  }
};

const noticeOf = ({ wrong }: Extract<ProjectResult, { tag: 'refused' }>, lang: Ask['lang']): View => {
  const [rule] = Object.values(wrong);
  return rule ? noticeView(projectRules[rule][lang]) : nothing;
};

const acted = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  found: Seen,
  hands: ProjectHands,
): Promise<Response> => {
  const { lang } = ask;
  const { id, version } = found.project;
  const post = await readDeskPost(ask, signed);
  if (post instanceof Response) return post;
  const asked = askedIn(post);
  const was = Number(post.controls.get('_head'));
  if (!asked || !Number.isInteger(was)) return deskProblem(ask, 'broken-form');
  const page = (told: Partial<Told>) => projectPage(ask, front, signed, found, hands, told);
  const problems =
    asked.form === 'change' && was === version
      ? problemsIn(projectFields(projectChoices(front, signed)), post.fields, lang)
      : {};
  const values = post.fields;
  if (Object.keys(problems).length > 0)
    return page({ status: 422, form: asked.form, typed: { values, problems } });
  const result = await hands.act(id, asked.act, was);
  switch (result.tag) {
    case 'done':
      return deskWay(ask, `/desk/projects/${id}/?done=1#done`);
    case 'unknown':
      return notFound(ask, signed);
    case 'stale':
      return page({ status: 409, notice: noticeView(words.stale[lang], words.staleText[lang]) });
    case 'refused': {
      const typed = { values, problems: projectWrong(result.wrong, lang) };
      const isField = asked.form !== 'conditions' && asked.act.act !== 'resume';
      return page({
        status: 422,
        form: asked.form,
        typed,
        ...(isField ? {} : { notice: noticeOf(result, lang) }),
      });
    }
  }
};

/** One project's page; what was pressed on it is done first. */
export const project = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  hands: ProjectHands,
): Promise<Response> => {
  const id = lastPart(ask.url);
  const row = /^[\w-]{24}$/.test(id) ? await hands.store.projectById(id) : null;
  if (!row) return notFound(ask, signed);
  const found = hands.see(row);
  if (ask.request.method !== 'POST') return projectPage(ask, front, signed, found, hands);
  return front.desk.may(signed.staff, 'project', projectScope(row))
    ? acted(ask, front, signed, found, hands)
    : deskProblem(ask, 'not-yours');
};
