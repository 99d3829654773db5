import type { Channel, Outcome, Position, Pressure } from '#src/cases/deed.ts';

/**
 * Where a case stands for those who work on it, finer than its state: whose turn it is. Kept beside the state, because the desk's
 * queues are made of it.
 */
export const stages = [
  'held',
  'to-accept',
  'declined',
  'doing',
  'waiting',
  'answered',
  'upward',
  'unsolved',
  'closed',
  'withdrawn',
] as const;
export type Stage = (typeof stages)[number];

/** What the desk keeps of a case beside what was sent. Times are ISO 8601 in UTC; '' is not yet, or nobody. */
export type DeskColumns = {
  readonly stage: Stage;
  /** The department that answers for it until the next one accepts (首接负责制); the one contact that is shown. */ readonly holder: string;
  /** Login of the officer who handles it. */ readonly officer: string;
  /** When it came to its lead department. */ readonly passedAt: string;
  readonly acceptedAt: string;
  readonly outcome: Outcome | '';
  readonly channel: Channel;
  /** Login of who entered it for a caller; '' where the enterprise sent it itself. */ readonly enteredBy: string;
  /** The number of the case that it went into. */ readonly mergedInto: string;
  /** 延期, once. */ readonly extension: '' | 'asked' | 'granted' | 'refused';
  /** The hardest press so far. */ readonly pressed: Pressure | '';
  /** 1 where a coordination takes the longer time. */ readonly complex: number;
  /** 1 for a complaint: its enterprise is masked. */ readonly complaint: number;
  /** The department that is complained of, which never sees it. */ readonly against: string;
  /** Failed tries to reach the enterprise since it was last reached, one a half-day. */ readonly contactFails: number;
  /** Since when the enterprise is asked for something: the clock stands. */ readonly waitingSince: string;
  /** 1 where the enterprise was told what came of it. */ readonly told: number;
  readonly answeredAt: string;
  readonly closedAt: string;
  /** When it was asked after closing whether the matter is solved. */ readonly askedAt: string;
  /** How often it was declined. */ readonly declined: number;
  /** 1 where a superior ordered who leads (交办): it cannot be declined. */ readonly ordered: number;
  /** How often it was taken up again. */ readonly reopened: number;
  /** The day by which parts follow (容缺受理). */ readonly laterBy: string;
  /** 1 where a bad rating waits for somebody to call back. */ readonly revisit: number;
  /** 1 in the green channel (绿色通道): first among those that are due at one time. */ readonly fast: number;
};

/** An assisting department's part of a case. */
export type PartRow = {
  readonly caseId: string;
  readonly department: string;
  readonly state: 'asked' | 'answered';
  readonly position: Position | '';
  readonly due: string;
  /** Who answered. */ readonly officer: string;
  /** When it was asked or answered. */ readonly at: string;
};

/** Blind indexes of a case: keyed hashes of what it is looked up by; '' where there is nothing. See `look-up.ts`. */
export type LookupRow = {
  readonly caseId: string;
  readonly creditCode: string;
  readonly enterprise: string;
  readonly phone: string;
  readonly contact: string;
};
export type LookupKind = 'creditCode' | 'enterprise' | 'phone' | 'contact';

/** That somebody looked something up: by what kind, and how many were found; never what. */
export type LookupLog = {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly kind: LookupKind | 'number';
  readonly found: number;
};

/** What a table of cases shows; nothing sealed. */
export type DeskRow = {
  readonly id: string;
  readonly number: string;
  readonly form: string;
  readonly state: string;
  readonly enterprise: string;
  readonly creditCode: string;
  readonly area: string;
  readonly line: string;
  readonly handler: string;
  readonly due: string;
  readonly heldFor: string;
  readonly receivedAt: string;
  readonly urgent: number;
  readonly link: string;
  /** In a list of what a department assists with: by when it answers the lead. */ readonly partDue?: string;
} & DeskColumns;

/**
 * What narrows a list of cases; '' does not. `areas`: `,east,west,`, each of them a list of its own that is merged with the others.
 * `notAgainst`: complaints of this department are left out.
 */
export type Narrow = {
  readonly department: string;
  readonly officer: string;
  readonly areas: string;
  /** Credit codes, written alike: of an enterprise among them too, in whatever area; complaints, whose sender is masked, are not. With codes, no `areas` are none. */ readonly codes?: string;
  readonly form: string;
  readonly area: string;
  readonly line: string;
  readonly notAgainst: string;
};

/** Which cases: of some stages and due in a span; marked as something; where a department assists; or all, newest first. */
export type Pick =
  | {
      readonly of: 'stages';
      readonly stages: readonly Stage[];
      readonly dueFrom: string;
      readonly dueBefore: string;
    }
  | { readonly of: 'complaints' | 'revisits' | 'fast' | 'assisting' }
  /** Of one stage, or of any (''). */
  | { readonly of: 'newest'; readonly stage: Stage | '' };

/** How many cases are at a stage; `mine` of them an officer's, `late` overdue, `soon` due by the end of the day or overdue. */
export type StageCount = { readonly stage: Stage } & Readonly<
  Record<'all' | 'mine' | 'late' | 'soon', number>
>;

/** Where a page ended: the key that it is sorted by, and the id. */
export type Cursor = { readonly key: string; readonly id: string };

/** What the desk asks of the store. */
export type DeskStore = {
  /** A page of the desk, at most `limit` after the cursor; `newest` and `assisting` ignore `sort`. */
  deskPage(query: {
    readonly pick: Pick;
    readonly narrow: Narrow;
    readonly sort: 'due' | 'received';
    readonly after: Cursor | null;
    readonly limit: number;
  }): Promise<{ readonly rows: readonly DeskRow[]; readonly next: Cursor | null }>;
  /** How many each list has, counted no further than `most`. */
  deskCounts(query: {
    readonly lists: readonly { readonly pick: Pick; readonly narrow: Narrow }[];
    readonly most: number;
  }): Promise<readonly number[]>;
  /**
   * How many cases stand at every stage but closed and withdrawn, in no order, counted to the end; a stage without a case has no row. `mine`
   * is the login whose cases are counted apart, `now` and `tomorrow` are the moments before which a case is overdue, or due today.
   */
  deskStanding(query: {
    readonly narrow: Narrow;
    readonly mine: string;
    readonly now: string;
    readonly tomorrow: string;
  }): Promise<readonly StageCount[]>;
  parts(caseId: string): Promise<readonly PartRow[]>;
  /** The cases that were merged into one. */
  mergedInto(number: string): Promise<readonly DeskRow[]>;
  /** An enterprise's cases by its credit code, newest first; '' has none. */
  ofEnterprise(query: {
    readonly creditCode: string;
    readonly before: string;
    readonly limit: number;
  }): Promise<readonly DeskRow[]>;
  /** Cases by one of their blind indexes, newest first, those before an id. */
  byLookup(query: {
    readonly kind: LookupKind;
    readonly hash: string;
    readonly before: string;
    readonly limit: number;
  }): Promise<readonly DeskRow[]>;
  /** Closed cases that were never asked after, closed before a time. */
  toAskAfter(query: { readonly closedBefore: string; readonly limit: number }): Promise<readonly DeskRow[]>;
  /** Ids of cases that are not erased and have no blind indexes. */
  unindexed(query: {
    readonly after: string;
    readonly limit: number;
  }): Promise<{ readonly rows: readonly { readonly id: string }[]; readonly next: string | null }>;
  logLookup(command: LookupLog): Promise<void>;
  /** The log of look-ups, newest first. */
  lookupLog(query: { readonly before: string; readonly limit: number }): Promise<readonly LookupLog[]>;
  /** Keeps blind indexes of cases that still are as they were read: at `head`. */
  putLookups(command: { readonly rows: readonly (LookupRow & { readonly head: number })[] }): Promise<number>;
};
