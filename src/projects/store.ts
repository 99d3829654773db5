/** Where a project stands: conditions are missing, all are met, building goes on, or it was stopped. */
export const projectStates = ['preparing', 'ready', 'started', 'stopped'] as const;
export type ProjectState = (typeof projectStates)[number];

/** Why a project was stopped. */
export const stopReasons = ['people', 'materials', 'money', 'rectify', 'other'] as const;
export type StopReason = (typeof stopReasons)[number];

/** A project of the list (清单管理). Days are `YYYY-MM-DD`, times ISO 8601 in UTC; '' is not yet. */
export type ProjectRow = {
  readonly id: string;
  /** Counts changes, from 1. */ readonly version: number;
  readonly name: string;
  /** Who builds. */ readonly unit: string;
  readonly area: string;
  readonly line: string;
  /** The lead department. */ readonly department: string;
  /** In whole yuan. */ readonly investment: number;
  /** JSON: when and by whom each condition was found to be met, by its code. */ readonly conditions: string;
  readonly planned: string;
  /** The day on which it really started. */ readonly started: string;
  readonly state: ProjectState;
  readonly reason: StopReason | '';
  readonly changedAt: string;
};

export const projectEventKinds = [
  'added',
  'changed',
  'met',
  'unmet',
  'started',
  'stopped',
  'resumed',
] as const;
export type ProjectEventKind = (typeof projectEventKinds)[number];

/** What happened to a project; only ever added to. `version`: which change it was. */
export type ProjectEventRow = {
  readonly projectId: string;
  readonly version: number;
  readonly at: string;
  readonly actor: string;
  readonly kind: ProjectEventKind;
  /** JSON: what it was and what it is, by the names of the fields; the condition's code; the day; the reason. */ readonly data: string;
};

/** Which projects; '' does not narrow. `late`: planned before `today` and not started. */
export type ProjectNarrow = {
  readonly view: 'all' | 'late' | ProjectState;
  readonly area: string;
  readonly department: string;
  readonly today: string;
};

/** How many projects, and how much they cost, in whole yuan. */
export type ProjectTotals = {
  readonly all: number;
  readonly ready: number;
  readonly started: number;
  readonly stopped: number;
  readonly late: number;
  readonly investment: number;
  readonly startedInvestment: number;
};

export type ProjectCursor = { readonly key: string; readonly id: string };

/** A project as it will be, with what happened; `was` is the version that was seen, 0 for a new one. */
export type ProjectPut = {
  readonly was: number;
  readonly project: ProjectRow;
  readonly event: ProjectEventRow;
};

/** What is kept of projects. */
export type ProjectStore = {
  /** Puts a project as it will be, with what happened: `stale` where it is of another version than `was` (0 for a new one). */
  putProject(command: ProjectPut): Promise<'stored' | 'stale'>;
  /** Puts several, each of them another project, or none: `stale` where one is of another version than was seen. */
  putProjects(command: { readonly puts: readonly ProjectPut[] }): Promise<'stored' | 'stale'>;
  projectById(id: string): Promise<ProjectRow | null>;
  /** Not started by the planned day first, then stopped, then started; at most `limit` (1 to 500) after the cursor. */
  projects(
    query: ProjectNarrow & { readonly after: ProjectCursor | null; readonly limit: number },
  ): Promise<{ readonly rows: readonly ProjectRow[]; readonly next: ProjectCursor | null }>;
  projectTotals(query: Omit<ProjectNarrow, 'view'>): Promise<ProjectTotals>;
  /** What happened, newest first: at most `limit` (1 to 500) before a version. */
  projectEvents(query: {
    readonly projectId: string;
    readonly before: number;
    readonly limit: number;
  }): Promise<readonly ProjectEventRow[]>;
};
