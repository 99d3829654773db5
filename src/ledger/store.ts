import type { Append } from '#src/cases/store.ts';

/**
 * The port to the ledger's tables. Quantities are whole numbers of the smallest unit that is counted: pieces, sets, grams,
 * millilitres (`units.ts`). Every figure of a line, a lot or an allocation is a sum of movements, which are only ever added to.
 * Days are `YYYY-MM-DD`, times ISO 8601 in UTC; '' is none.
 */

/** `held`: its case is still being checked. `ended`: withdrawn, closed, erased, or taken out by a correction. */
export type NeedState = 'open' | 'held' | 'ended';

/** One item that a case asks for, as the case says it. */
export type NeedRow = {
  readonly id: string;
  readonly caseId: string;
  readonly item: string;
  readonly unit: string;
  /** Null where the enterprise did not know. */ readonly asked: number | null;
  readonly neededBy: string;
  /** The day on which its own stock is used up; '' where it did not say. */ readonly runsOutOn: string;
  /** The earlier of the two; a week after receipt where there is neither. Lists are sorted by it. */ readonly criticalOn: string;
  /** 1 where another kind of the same goods would do. */ readonly substitute: number;
  /** 1 where work has resumed. */ readonly reopened: number;
  readonly receivedAt: string;
  readonly state: NeedState;
};

/** Which needs are listed; `unmet`: open ones of which something is missing. */
export type NeedsWanted = 'unmet' | 'open' | 'all';

/** Why a need stays unmet, as an officer chose. */
export type UnmetReason = 'no-stock' | 'no-source' | 'spec' | 'quantity' | 'unreachable';

/** What became of a need so far. */
export type NeedCourse = {
  /** Promised and not handed over. */ readonly committed: number;
  readonly delivered: number;
  readonly reason: UnmetReason | '';
  readonly reasonAt: string;
};

/** A need with what its case shows. */
export type NeedLine = NeedRow &
  NeedCourse & {
    readonly number: string;
    readonly enterprise: string;
    readonly creditCode: string;
    readonly area: string;
    readonly handler: string;
    /** The department that a complaint is about; '' for none. */ readonly against: string;
    readonly form: string;
    readonly caseState: string;
  };

/** Where goods came from: bought, donated, or from a higher level. */
export type Source = 'bought' | 'donated' | 'higher';

export type LotRow = {
  readonly id: string;
  readonly source: Source;
  /** The number of the donation's case; '' for none. */ readonly origin: string;
  readonly item: string;
  readonly unit: string;
  /** Name and specification, as an officer wrote it. */ readonly spec: string;
  readonly quantity: number;
  readonly area: string;
  /** The storehouse. */ readonly place: string;
  readonly arrivedOn: string;
  readonly expiresOn: string;
  readonly at: string;
  readonly actor: string;
};

/** A lot with what became of it: what is left is the quantity less all three. */
export type Lot = LotRow & {
  readonly committed: number;
  readonly delivered: number;
  readonly lost: number;
};

/** So much of a lot for a need. `delivered` counts what came back too; `returned` is that part of it. */
export type AllocationRow = {
  readonly id: string;
  /** What was confirmed together. */ readonly batch: string;
  readonly lotId: string;
  readonly needId: string;
  readonly quantity: number;
  readonly delivered: number;
  readonly cancelled: number;
  readonly returned: number;
  readonly at: string;
  readonly actor: string;
};

export type MovementKind = 'received' | 'committed' | 'cancelled' | 'delivered' | 'returned' | 'written-off';

/** Why goods were written off. */
export type LossReason = 'expired' | 'damaged' | 'miscounted' | 'recalled';

/** One thing that happened to goods. `seq` has no gaps. */
export type MovementRow = {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly kind: MovementKind;
  readonly lotId: string;
  readonly needId: string;
  readonly allocationId: string;
  readonly quantity: number;
  readonly reason: LossReason | '';
};

/** What an officer does, with the events on the cases that it concerns: all of it, or nothing. */
type Done = { readonly at: string; readonly actor: string; readonly appends: readonly Append[] };

export type Allocate = Done & {
  /** Confirmed twice it counts once. */ readonly batch: string;
  readonly lines: readonly {
    readonly id: string;
    readonly lotId: string;
    readonly needId: string;
    readonly quantity: number;
  }[];
};

export type Settle = Done & {
  /** An allocation once each. */
  readonly acts: readonly {
    readonly kind: 'cancelled' | 'delivered' | 'returned';
    readonly allocationId: string;
    readonly quantity: number;
  }[];
};

export type LedgerResult =
  | { readonly tag: 'stored' }
  /** The same was confirmed before; nothing was added. */
  | { readonly tag: 'again' }
  /** More than there is, than is still needed, or than is open: the id of the line, lot or allocation. Nothing was stored. */
  | { readonly tag: 'short'; readonly id: string }
  /** A case moved on since it was read. Nothing was stored. */
  | { readonly tag: 'stale' };

/** Where a page of needs ended. */
export type NeedCursor = { readonly criticalOn: string; readonly id: string };

/** What narrows a list of needs; '' does not. */
export type NeedNarrow = { readonly item: string; readonly area: string; readonly department: string };

export type LedgerStore = {
  /**
   * Puts a case's lines in place as they follow from it at `head`, those that it no longer has are ended, and notes that the case is
   * in the ledger so far: all in one transaction. False where the case moved on: it will be found again.
   */
  keepNeeds(command: {
    readonly caseId: string;
    readonly head: number;
    readonly needs: readonly NeedRow[];
  }): Promise<boolean>;
  /** False where the lot is there already. */
  addLot(command: LotRow): Promise<boolean>;
  /** Books lots that came of cases, with the events that tell so: all of it, or nothing; `again` where one of them is there already. */
  bookLots(command: {
    readonly lots: readonly LotRow[];
    readonly appends: readonly Append[];
  }): Promise<LedgerResult>;
  allocate(command: Allocate): Promise<LedgerResult>;
  settle(command: Settle): Promise<LedgerResult>;
  writeOff(command: {
    readonly lotId: string;
    readonly quantity: number;
    readonly reason: LossReason;
    readonly at: string;
    readonly actor: string;
  }): Promise<LedgerResult>;
  /** Notes why a need stays unmet. */
  noteUnmet(command: {
    readonly needId: string;
    readonly reason: UnmetReason;
    readonly at: string;
    readonly appends: readonly Append[];
  }): Promise<LedgerResult>;

  /** Ids of cases whose lines do not follow from how they stand now, at most `limit`. */
  behind(limit: number): Promise<readonly string[]>;
  /** A page of needs, those that were critical first on top. */
  needs(query: {
    readonly which: NeedsWanted;
    readonly narrow: NeedNarrow;
    readonly after: NeedCursor | null;
    readonly limit: number;
  }): Promise<{ readonly rows: readonly NeedLine[]; readonly next: NeedCursor | null }>;
  need(id: string): Promise<NeedLine | null>;
  needsOf(caseId: string): Promise<readonly NeedLine[]>;
  /** Lots, newest first, those before an id; '' for every item. */
  lots(query: {
    readonly item: string;
    readonly before: string;
    readonly limit: number;
  }): Promise<readonly Lot[]>;
  /** Lots of a unit with something left, what expires first on top. */
  freeLots(query: { readonly unit: string; readonly limit: number }): Promise<readonly Lot[]>;
  lot(id: string): Promise<Lot | null>;
  allocation(id: string): Promise<AllocationRow | null>;
  allocationsOf(
    query: { readonly need: string } | { readonly lot: string } | { readonly batch: string },
  ): Promise<readonly AllocationRow[]>;
  /** What happened to a lot, newest first, those before a number. */
  movements(query: {
    readonly lotId: string;
    readonly before: number;
    readonly limit: number;
  }): Promise<readonly MovementRow[]>;
};
