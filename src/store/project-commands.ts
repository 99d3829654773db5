import type { ProjectPut, ProjectStore, ProjectTotals } from '#src/projects/store.ts';
import { mustBePage } from '#src/store/page.ts';
import {
  changes,
  type Program,
  type Result,
  row,
  rows,
  type Statement,
  statement,
} from '#src/store/program.ts';

/** The port's writes as data, like those of cases. */
export type ProjectWrites = Pick<ProjectStore, 'putProject' | 'putProjects'>;
type Of<K extends keyof ProjectWrites> = Parameters<ProjectWrites[K]>[0];
export type ProjectCommand = {
  [K in keyof ProjectWrites]: { readonly kind: K; readonly of: Of<K> };
}[keyof ProjectWrites];

export const isProjectCommand = (command: { readonly kind: string }): command is ProjectCommand =>
  command.kind === 'putProject' || command.kind === 'putProjects';

/** So many statements on their way together. */
const together = 500;

function* inParts(sent: readonly Statement[]): Program<number> {
  let changed = 0;
  for (let from = 0; from < sent.length; from += together)
    for (const one of yield* changes(...sent.slice(from, from + together))) changed += one;
  return changed;
}

/**
 * Holds what is to change, then puts everything: whoever changes one of them meanwhile waits, and finds another version. New ones have ids
 * of their own sending: where another sending of the same was faster, none of them is put.
 */
function* putAll(puts: readonly ProjectPut[]): Program<'stored' | 'stale'> {
  // In one order, so that two who change the same ones never wait for each other.
  const sorted = [...puts].sort((a, b) => (a.project.id < b.project.id ? -1 : 1));
  const [moved, added] = [sorted.filter(one => one.was !== 0), sorted.filter(one => one.was === 0)];
  const held = yield* inParts(
    moved.map(({ was, project }) => statement('holdProject', { id: project.id, was })),
  );
  if (held < moved.length) return 'stale';
  const there: readonly Result[] = yield added.map(({ project }) =>
    statement('projectById', { id: project.id }),
  );
  if (there.some(result => result.rows.length > 0)) return 'stale';
  const inserted = yield* inParts(added.map(({ project }) => statement('insertProject', project)));
  if (inserted < added.length) return 'stale';
  yield* inParts(moved.map(({ was, project }) => statement('moveProject', { ...project, was })));
  yield* inParts(sorted.map(({ event }) => statement('insertProjectEvent', event)));
  return 'stored';
}

/** The project and what happened to it are written together, or neither. */
export function* projectProgram(command: ProjectCommand): Program<'stored' | 'stale'> {
  if (command.kind === 'putProjects') return yield* putAll(command.of.puts);
  const { was, project, event } = command.of;
  const sent =
    was === 0 ? statement('insertProject', project) : statement('moveProject', { ...project, was });
  const [put = 0] = yield* changes(sent);
  if (put === 0) return 'stale';
  yield* changes(statement('insertProjectEvent', event));
  return 'stored';
}

/** What it reads before it writes: see `touched`. */
export const projectTouched = (command: ProjectCommand): readonly string[] =>
  (command.kind === 'putProjects' ? command.of.puts : [command.of]).map(
    ({ project }) => `project ${project.id}`,
  );

type Query = Parameters<ProjectStore['projects']>[0];

/** A page of projects: one row more than asked for tells whether anything follows. */
export function* projectsPage({
  after,
  limit,
  ...narrow
}: Query): Program<Awaited<ReturnType<ProjectStore['projects']>>> {
  mustBePage(limit);
  const found = yield* rows('projectsPage', {
    ...narrow,
    key: after?.key ?? '',
    after: after?.id ?? '',
    limit: limit + 1,
  });
  const shown = found.slice(0, limit);
  const end = found.length > limit ? shown.at(-1) : undefined;
  return {
    rows: shown.map(({ sortKey: _, ...project }) => project),
    next: end ? { key: end.sortKey, id: end.id } : null,
  };
}

const nothing: ProjectTotals = {
  all: 0,
  ready: 0,
  started: 0,
  stopped: 0,
  late: 0,
  investment: 0,
  startedInvestment: 0,
};

export function* projectTotals(query: Parameters<ProjectStore['projectTotals']>[0]): Program<ProjectTotals> {
  return (yield* row('projectTotals', query)) ?? nothing;
}
