/**
 * The port to the tables of financing. They follow from cases and their events and can be made anew from them. Amounts are whole yuan,
 * days `YYYY-MM-DD`; '' is none.
 */

/** Where one bank stands with one case. */
export const lineStages = ['passed', 'approval', 'approved', 'disbursed', 'declined', 'withdrawn'] as const;
export type LineStage = (typeof lineStages)[number];

/**
 * Where a case stands: every case of the form is in exactly one of these. `registered`: passed to no bank yet. `closed`: closed
 * without a bank. `held` and `merged` are
 * listed and not counted among what is registered.
 */
export const caseStages = ['registered', ...lineStages, 'closed', 'held', 'merged'] as const;
export type CaseStage = (typeof caseStages)[number];

export type Money = {
  /** What banks granted and stands: what was paid out is part of it. */ readonly approved: number;
  readonly disbursed: number;
  /** Granted once, and gone before it was paid out. */ readonly lapsed: number;
};

/** One bank's part of a case. */
export type LineRow = Money & {
  readonly id: string;
  readonly caseId: string;
  readonly bank: string;
  readonly stage: LineStage;
  /** What was asked of this bank. */ readonly passed: number;
  readonly passedOn: string;
  readonly approvedOn: string;
  readonly disbursedOn: string;
  /** When the bank declined, or the enterprise withdrew. */ readonly endedOn: string;
};

/** What stands where nobody follows up on a day: it sorts last. */
export const never = '9999-12-31';

export type FundingRow = Money & {
  readonly caseId: string;
  readonly stage: CaseStage;
  readonly asked: number;
  /** 1 where banks may learn of it. */ readonly consent: number;
  /** Login of who follows it; ''. */ readonly follower: string;
  /** When to ask the banks again; `never`. */ readonly nextOn: string;
  readonly stageOn: string;
};

/** A case of the pipeline with what its case shows. */
export type FundingLine = FundingRow & {
  readonly number: string;
  readonly enterprise: string;
  readonly area: string;
  readonly handler: string;
  readonly receivedAt: string;
};

/** `counted`: every stage but those that are not counted among what is registered. */
export type StageFilter = CaseStage | 'counted';

/** What narrows lists and sums alike; '' does not. */
export type FundingNarrow = {
  readonly stage: StageFilter | '';
  readonly bank: string;
  readonly area: string;
  readonly department: string;
  /** Only what is followed up on by this day; `never` for all. */ readonly dueBy: string;
};

/** How many cases of a stage, and how much money. */
export type StageSum = Money & {
  readonly stage: CaseStage;
  readonly count: number;
  readonly asked: number;
};

/** One bank: how many cases it was given, and how much money. */
export type BankSum = Money & { readonly bank: string; readonly count: number; readonly passed: number };

export type FundingCursor = { readonly nextOn: string; readonly id: string };

export type FundingStore = {
  /**
   * Puts a case's money in place as it follows from it at `head`, and notes that it stands there so far: in one transaction. False where
   * the case moved on: it will be found again.
   */
  keepFunding(command: {
    readonly caseId: string;
    readonly head: number;
    readonly row: FundingRow;
    readonly lines: readonly LineRow[];
  }): Promise<boolean>;
  /** Ids of cases whose money does not follow from how they stand now, at most `limit`. */
  fundingBehind(limit: number): Promise<readonly string[]>;
  /** A page of cases: what is to be followed up first on top. */
  fundingPage(query: {
    readonly narrow: FundingNarrow;
    readonly after: FundingCursor | null;
    readonly limit: number;
  }): Promise<{ readonly rows: readonly FundingLine[]; readonly next: FundingCursor | null }>;
  fundingOf(caseId: string): Promise<FundingRow | null>;
  fundingLines(caseId: string): Promise<readonly LineRow[]>;
  /** Sums by stage; a stage of which there is none is left out. */
  fundingSums(narrow: FundingNarrow): Promise<readonly StageSum[]>;
  /** Sums by bank, at most `limit`. */
  bankSums(narrow: FundingNarrow, limit: number): Promise<readonly BankSum[]>;
};
