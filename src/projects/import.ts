import { createHash } from 'node:crypto';
import { projectSheetFaults as faults } from '#src/i18n/desk-projects-sheet.ts';
import type { Words } from '#src/i18n/words.ts';
import { fault } from '#src/rules/sheet.ts';
import { type ProjectRoom, type ProjectTyped, planOf } from './plan.ts';
import { newProject, putOf } from './projects.ts';
import { type Column, columns, type Fault, type Known, readProject, type Typed, typedIn } from './sheet.ts';
import type { ProjectCursor, ProjectPut, ProjectRow } from './store.ts';

/** What a sheet makes of the list. What is not in the sheet stays as it is. */
type ProjectDifference = {
  readonly added: readonly ProjectTyped[];
  readonly changed: readonly {
    readonly before: ProjectRow;
    readonly after: ProjectTyped;
    readonly columns: readonly Column[];
  }[];
  /** How many of the sheet stay as they are. */ readonly same: number;
};

/** What a sheet would do, or every bad cell of it. `mark`: by what a plan that was looked at is known again. */
export type ProjectPlan = {
  readonly faults: readonly Fault[];
  readonly difference: ProjectDifference;
  readonly mark: string;
};

const largestPage = 500;

const allProjects = async ({ store, ruleDay }: ProjectRoom): Promise<readonly ProjectRow[]> => {
  const found: ProjectRow[] = [];
  const narrow = { view: 'all', area: '', department: '', today: ruleDay() } as const;
  for (let after: ProjectCursor | null = null; ; ) {
    const page: Awaited<ReturnType<typeof store.projects>> = await store.projects({
      ...narrow,
      after,
      limit: largestPage,
    });
    found.push(...page.rows);
    if (page.next === null) return found;
    after = page.next;
  }
};

type Compared = { readonly row: number; readonly read: ProjectTyped; readonly before: ProjectRow | null };

/** Which project of the list a row means: by its name, and by who builds where several bear it. */
const knownAs = (
  { name, unit }: ProjectTyped,
  list: readonly ProjectRow[],
): ProjectRow | null | 'several' => {
  const named = list.filter(one => one.name === name);
  const found = named.length > 1 ? named.filter(one => one.unit === unit) : named;
  if (found.length > 1 || (named.length > 1 && found.length === 0)) return 'several';
  return found[0] ?? null;
};

const differenceOf = (rows: readonly Compared[]): ProjectDifference => {
  const pairs = rows.flatMap(({ read, before }) =>
    before
      ? [{ before, after: read, columns: columns.filter(column => before[column] !== read[column]) }]
      : [],
  );
  const changed = pairs.filter(pair => pair.columns.length > 0);
  return {
    added: rows.flatMap(({ read, before }) => (before ? [] : [read])),
    changed,
    same: pairs.length - changed.length,
  };
};

/** Rows that mean one project twice, or none clearly, or a project of another department. */
const clashes = (
  rows: readonly { readonly row: number; readonly read: ProjectTyped }[],
  list: readonly ProjectRow[],
  { mine }: Known,
): { readonly faults: readonly Fault[]; readonly compared: readonly Compared[] } => {
  const found: Fault[] = [];
  const seen = new Set<string>();
  const compared = rows.map(({ row, read }): Compared => {
    const tell = (column: Column, message: Words) =>
      found.push({ row, column, message: fault(message, { name: read.name }) });
    const before = knownAs(read, list);
    const key = before === null || before === 'several' ? `new ${read.name}` : before.id;
    if (read.name !== '' && seen.has(key)) tell('name', faults.sameName);
    seen.add(key);
    if (before === 'several') {
      tell('name', faults.twice);
      return { row, read, before: null };
    }
    const isSame = before !== null && columns.every(column => before[column] === read[column]);
    const leads = [read.department, ...(before ? [before.department] : [])].filter(Boolean);
    if (!isSame && leads.some(code => !mine.includes(code))) tell('department', faults.notYours);
    return { row, read, before };
  });
  return { faults: found, compared };
};

const markOf = ({ added, changed }: ProjectDifference, by: string): string => {
  const what = [by, added, changed.map(({ before, after }) => [before.id, before.version, after])];
  return createHash('sha256').update(JSON.stringify(what)).digest('base64url');
};

/**
 * Sheets of projects: read, compared with the list, put. A plan writes nothing; what is put is put whole or not at all, and only where
 * every project still is as it was compared. A sheet that was put already finds nothing to change, so that sending it twice is once.
 */
export const projectSheets = (room: ProjectRoom) => ({
  typedIn,
  columns,
  all: () => allProjects(room),
  /** What rows of a sheet would make of the list, for somebody who may change projects of some departments. */
  plan: async (rows: readonly Typed[], known: Known, by: string): Promise<ProjectPlan> => {
    const read = rows.map(typed => ({ row: typed.row, ...readProject(room, typed, known) }));
    const { faults: clashing, compared } = clashes(read, await allProjects(room), known);
    const own = read.flatMap(one => one.faults);
    const isNew = (one: Fault) => !own.some(it => it.row === one.row && it.column === one.column);
    const difference = differenceOf(compared);
    return {
      faults: [...own, ...clashing.filter(isNew)].sort((a, b) => a.row - b.row),
      difference,
      mark: markOf(difference, by),
    };
  },
  /** Puts what a plan says, all of it or nothing: `stale` where somebody changed one of them since. */
  apply: ({ difference, mark }: ProjectPlan, by: string): Promise<'stored' | 'stale'> => {
    const added = difference.added.map((typed, index): ProjectPut => {
      const empty = newProject(typed, { key: `${mark}|${index}`, by });
      return putOf(room, empty, { kind: 'added', data: {}, set: {} }, by);
    });
    const changed = difference.changed.flatMap(({ before, after }): readonly ProjectPut[] => {
      const plan = planOf(room, before, { act: 'change', typed: after }, by);
      return 'wrong' in plan ? [] : [putOf(room, before, plan, by)];
    });
    return room.store.putProjects({ puts: [...added, ...changed] });
  },
});
