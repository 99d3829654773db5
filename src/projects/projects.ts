import { createHash } from 'node:crypto';
import type { ProjectRule } from '#src/i18n/desk-projects.ts';
import { backward, conditionsOn, type Milestone } from '#src/rules/projects.ts';
import {
  type Change,
  faultsIn,
  metIn,
  type ProjectAct,
  type ProjectRoom,
  type ProjectTyped,
  planOf,
  standing,
  tidied,
} from './plan.ts';
import type { ProjectEventKind, ProjectPut, ProjectRow } from './store.ts';

export type ProjectResult =
  | { readonly tag: 'done'; readonly project: ProjectRow }
  | { readonly tag: 'refused'; readonly wrong: Readonly<Record<string, ProjectRule>> }
  /** Somebody else changed it meanwhile: nothing was done. */
  | { readonly tag: 'stale' }
  | { readonly tag: 'unknown' };

/** A project with its way back from the planned start. */
export type ProjectSeen = {
  readonly project: ProjectRow;
  readonly milestones: readonly Milestone[];
  /** Planned before today and not started. */ readonly isLate: boolean;
};

/** A project as a change leaves it, with what happened. */
export const putOf = (
  room: ProjectRoom,
  row: ProjectRow,
  { kind, data, set }: Change,
  by: string,
): ProjectPut => {
  const at = room.now().toISOString();
  const next = { ...row, ...set, version: row.version + 1, changedAt: at };
  const project = { ...next, state: standing(room, next.state, metIn(next)) };
  const event = {
    projectId: row.id,
    version: project.version,
    at,
    actor: by,
    kind,
    data: JSON.stringify(data),
  };
  return { was: row.version, project, event };
};

/** Puts a project as a change leaves it; the same change pressed twice by one person is one. */
const put = async (
  room: ProjectRoom,
  row: ProjectRow,
  change: Change,
  by: string,
): Promise<ProjectResult> => {
  const sent = putOf(room, row, change, by);
  const result = await room.store.putProject(sent);
  return result === 'stored' ? { tag: 'done', project: sent.project } : { tag: 'stale' };
};

const idOf = (key: string, by: string): string =>
  createHash('sha256').update(`project|${by}|${key}`).digest('base64url').slice(0, 24);

/** A project that is not on the list yet; one key of one person is one project. */
export const newProject = (
  typed: ProjectTyped,
  { key, by }: { readonly key: string; readonly by: string },
): ProjectRow => ({
  ...typed,
  id: idOf(key, by),
  version: 0,
  conditions: '{}',
  started: '',
  state: 'preparing',
  reason: '',
  changedAt: '',
});

/** Puts a project on the list. The same key of the same person again is the same project. */
export const addProject = async (
  room: ProjectRoom,
  typed: ProjectTyped,
  { key, by }: { readonly key: string; readonly by: string },
): Promise<ProjectResult> => {
  const clean = tidied(typed);
  const wrong = faultsIn(room, clean);
  if (Object.keys(wrong).length > 0) return { tag: 'refused', wrong };
  const empty = newProject(clean, { key, by });
  const result = await put(room, empty, { kind: 'added', data: {}, set: {} }, by);
  if (result.tag !== 'stale') return result;
  const project = await room.store.projectById(empty.id);
  return project ? { tag: 'done', project } : { tag: 'unknown' };
};

/**
 * Does something to a project as the page showed it: `was` is the version of that page. Where somebody else was faster, nothing is
 * done; the same press again is told as done.
 */
export const doProject = async (
  room: ProjectRoom,
  id: string,
  act: ProjectAct,
  { was, by }: { readonly was: number; readonly by: string },
): Promise<ProjectResult> => {
  const row = await room.store.projectById(id);
  if (!row) return { tag: 'unknown' };
  if (row.version !== was)
    return (await isRepeat(room, row, act, { was, by })) ? { tag: 'done', project: row } : { tag: 'stale' };
  const plan = planOf(room, row, act, by);
  if ('wrong' in plan) return { tag: 'refused', wrong: plan.wrong };
  if (plan.kind === 'changed' && Object.keys(plan.data).length === 0) return { tag: 'done', project: row };
  return put(room, row, plan, by);
};

const kindsOf: Readonly<Record<ProjectAct['act'], ProjectEventKind>> = {
  change: 'changed',
  met: 'met',
  unmet: 'unmet',
  start: 'started',
  stop: 'stopped',
  resume: 'resumed',
};

/** Whether the only thing that happened since is this very press: same person, same act, same words. */
const isRepeat = async (
  room: ProjectRoom,
  row: ProjectRow,
  act: ProjectAct,
  { was, by }: { readonly was: number; readonly by: string },
): Promise<boolean> => {
  if (row.version !== was + 1) return false;
  const [event] = await room.store.projectEvents({ projectId: row.id, before: was + 2, limit: 1 });
  if (!event || event.actor !== by || event.kind !== kindsOf[act.act]) return false;
  const data = JSON.parse(event.data) as Readonly<Record<string, unknown>>;
  switch (act.act) {
    case 'change': {
      const typed = tidied(act.typed);
      return (Object.keys(typed) as (keyof ProjectTyped)[]).every(name => typed[name] === row[name]);
    }
    case 'met':
    case 'unmet':
      return data.code === act.code;
    case 'start':
      return data.day === act.day;
    case 'stop':
      return data.reason === act.reason;
    default:
      return true;
  }
};

/** A project as its page shows it. */
export const seen = (room: ProjectRoom, project: ProjectRow): ProjectSeen => {
  const today = room.ruleDay();
  const met = metIn(project);
  const isOpen = project.state === 'preparing' || project.state === 'ready';
  return {
    project,
    milestones: backward(
      room.calendar,
      conditionsOn(room.conditions, today),
      project.planned,
      code => Object.hasOwn(met, code),
      today,
    ),
    isLate: isOpen && project.planned < today,
  };
};
