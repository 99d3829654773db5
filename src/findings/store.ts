/** The port to what departments find every day: no cases, and nothing of persons. Days are `YYYY-MM-DD`, times ISO 8601 in UTC; '' is not yet. */

/** 一般、较重、紧急. */
export const severities = ['minor', 'serious', 'urgent'] as const;
export type Severity = (typeof severities)[number];

/** `withdrawn`: a correction took it out of the report in which it stood. */
export type ProblemState = 'open' | 'solved' | 'withdrawn';

/** What a department reported for a day; a correction is a new version, and none is changed or deleted. */
export type FindingRow = {
  /** Of the page that was sent: sent twice it is one. */ readonly id: string;
  readonly department: string;
  readonly day: string;
  /** Counts from 1. */ readonly version: number;
  readonly at: string;
  readonly actor: string;
  /** 无异常, or that there are problems: said, never concluded from silence. */ readonly state:
    | 'normal'
    | 'problem';
  /** How many places were looked at. */ readonly places: number;
  /** JSON: everything that was said, as `Said` of `said.ts`. */ readonly said: string;
};

/** The newest version of a report, and when the first of them came: by that it is in time or late. */
export type FindingSeen = FindingRow & { readonly filedAt: string };

/** So much of an item on hand, by a version of a report; in the finest unit that is counted. */
export type SupplyLine = {
  readonly findingId: string;
  readonly item: string;
  readonly unit: string;
  readonly quantity: number;
};

export type ProblemRow = {
  readonly id: string;
  /** Counts changes, from 1. */ readonly version: number;
  /** Who found it, and on which day. */ readonly department: string;
  readonly day: string;
  /** Who has it: the department itself, or the one that it was handed on to. */ readonly holder: string;
  readonly what: string;
  /** '' where it is about no enterprise. */ readonly enterprise: string;
  readonly creditCode: string;
  readonly severity: Severity;
  /** By when it is to be solved. */ readonly due: string;
  /** 1 where the meeting is to decide. */ readonly wanted: number;
  readonly state: ProblemState;
  readonly solvedOn: string;
  /** The day of the report that last said how it stands. */ readonly turnedOn: string;
  /** The case that it became or belongs to, and the visit; ''. */ readonly caseNumber: string;
  readonly visitId: string;
};

export type StepKind = 'found' | 'changed' | 'handed' | 'solved' | 'reopened' | 'withdrawn' | 'linked';

/** What happened to a problem; only ever added to. */
export type ProblemStep = {
  readonly problemId: string;
  readonly version: number;
  readonly at: string;
  readonly actor: string;
  /** The day of the report that said so; of a link, the day on which it was made. */ readonly day: string;
  readonly kind: StepKind;
  /** Of handing on the department, of a link the case's number or the visit's id. */ readonly to: string;
};

/** A problem as it will be, where it still is of version `was` (0 for a new one), and what happened to it, a step each version. */
export type ProblemPut = {
  readonly was: number;
  readonly row: ProblemRow;
  readonly steps: readonly ProblemStep[];
};

/** What the meeting of a day decided: what, who, by when. */
export type DecisionRow = {
  readonly id: string;
  readonly day: string;
  readonly what: string;
  readonly department: string;
  readonly due: string;
  readonly at: string;
  readonly actor: string;
  /** Done, or dropped since it was written down by mistake or decided otherwise. */ readonly state:
    | 'open'
    | 'done'
    | 'dropped';
  readonly endedOn: string;
  readonly endedAt: string;
  readonly endedBy: string;
};

/** Whose problems; '' does not narrow. A department has what it found and what was handed to it. */
export type ProblemNarrow = { readonly view: 'open' | 'wanted' | 'solved'; readonly department: string };
export type ProblemCursor = { readonly key: string; readonly id: string };

/** Problems by the department that found them, at the end of a day: found and solved on it, open after it. */
export type ProblemCount = {
  readonly department: string;
  readonly found: number;
  readonly solved: number;
  readonly open: number;
};

/** Supplies on hand: a sum over those who named the item, and how many they are. */
export type OnHand = {
  readonly item: string;
  readonly unit: string;
  readonly quantity: number;
  readonly by: number;
};

export type FindingsStore = {
  /**
   * Stores a version of a report with its supplies and what it makes of problems, all or nothing. `again`: this very page came before.
   * `stale`: the report or a problem is of another version than the page was made of.
   */
  fileFinding(command: {
    readonly finding: FindingRow;
    readonly supplies: readonly SupplyLine[];
    readonly problems: readonly ProblemPut[];
  }): Promise<'stored' | 'again' | 'stale'>;
  /** Changes one problem, with what happened. */
  turnProblem(command: ProblemPut): Promise<'stored' | 'stale'>;
  /** False where the decision of this id is there already. */
  decide(command: DecisionRow): Promise<boolean>;
  /** False where it is not open any more. */
  endDecision(
    command: Pick<DecisionRow, 'id' | 'endedOn' | 'endedAt' | 'endedBy'> & {
      readonly state: 'done' | 'dropped';
    },
  ): Promise<boolean>;

  findingById(id: string): Promise<FindingRow | null>;
  /** The newest version of a department's report of a day. */
  newestFinding(query: { readonly department: string; readonly day: string }): Promise<FindingSeen | null>;
  /** The newest versions of every department's report of a day; there are no more than departments. */
  findingsOn(day: string): Promise<readonly FindingSeen[]>;
  /** Every version of a report, the newest first: at most `limit` (1 to 500) before a version. */
  findingVersions(query: {
    readonly department: string;
    readonly day: string;
    readonly before: number;
    readonly limit: number;
  }): Promise<readonly FindingRow[]>;
  /** Supplies on hand of a day, from newest versions alone; `department` '' for all of them. */
  onHand(query: { readonly day: string; readonly department: string }): Promise<readonly OnHand[]>;

  problemById(id: string): Promise<ProblemRow | null>;
  /** Open ones by severity, then the oldest first; solved ones the newest first. At most `limit` (1 to 500) after the cursor. */
  problems(
    query: ProblemNarrow & { readonly after: ProblemCursor | null; readonly limit: number },
  ): Promise<{ readonly rows: readonly ProblemRow[]; readonly next: ProblemCursor | null }>;
  /** What a department has open: found before a day, or on it by another that handed it on; the most severe first, at most `limit` (1 to 500). */
  problemsHeld(query: {
    readonly holder: string;
    readonly before: string;
    readonly limit: number;
  }): Promise<readonly ProblemRow[]>;
  /** At most `limit` (1 to 500) steps before a version, the newest first. */
  problemSteps(query: {
    readonly problemId: string;
    readonly before: number;
    readonly limit: number;
  }): Promise<readonly ProblemStep[]>;
  problemCounts(day: string): Promise<readonly ProblemCount[]>;

  decisionById(id: string): Promise<DecisionRow | null>;
  /** Decisions of meetings before `day` that were open when it began, the soonest due first: at most `limit` (1 to 500) after the cursor. */
  decisionsOpen(query: {
    readonly day: string;
    readonly after: { readonly due: string; readonly id: string } | null;
    readonly limit: number;
  }): Promise<readonly DecisionRow[]>;
  /** What the meeting of a day decided, in order; at most `limit` (1 to 500) after an id. */
  decisionsOf(query: {
    readonly day: string;
    readonly after: string;
    readonly limit: number;
  }): Promise<readonly DecisionRow[]>;
};
