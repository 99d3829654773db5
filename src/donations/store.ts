/**
 * The port to the register of donations. Its tables follow from cases and their events and can be made anew from them. Money is whole fen,
 * quantities are whole numbers of the smallest unit that is counted (`forms/goods.ts`), days `YYYY-MM-DD`; '' is none.
 */
import type { Lot } from '#src/ledger/store.ts';

/**
 * Where a donation stands: every case of the form is in exactly one of these. `allocated`: all that was received is paid on, in the stock of
 * the ledger, or handed to whom it was meant for. `held` and `merged` are listed and not counted among what was offered.
 */
export const stages = [
  'offered',
  'accepted',
  'received',
  'allocated',
  'declined',
  'withdrawn',
  'held',
  'merged',
] as const;
export type Stage = (typeof stages)[number];

/** What the value of goods rests on: an invoice, what the donor says, or nothing. */
export const bases = ['invoice', 'estimate', 'none'] as const;
export type Basis = (typeof bases)[number];

/** Of one line of goods, as it was really received. */
export type GoodsRow = {
  readonly id: string;
  readonly caseId: string;
  /** Its place in the donor's own list, from 0. */ readonly line: number;
  readonly item: string;
  readonly unit: string;
  readonly quantity: number;
  /** Fen; 0 where it rests on nothing. */ readonly value: number;
  readonly basis: Basis;
  /** How much of it went into the stock of the ledger. */ readonly stocked: number;
  /** How much was handed straight to whom it was meant for. */ readonly handed: number;
};

export type GiftKind = 'money' | 'goods';

export type DonationRow = {
  readonly caseId: string;
  readonly stage: Stage;
  readonly kind: GiftKind;
  /** 1 where the donor may be named now. */ readonly named: number;
  /** 1 where the donor says whom it is for. */ readonly directed: number;
  /** Fen: the sum that was offered, or what the donor thinks the goods are worth. */ readonly offered: number;
  /** Fen that were received. */ readonly money: number;
  /** Fen of them that were paid on. */ readonly paid: number;
  /** Fen that the received goods are worth, as far as it rests on anything. */ readonly value: number;
  readonly receivedOn: string;
  /** The number of the receipt that was issued. */ readonly receipt: string;
};

/** A donation with what its case shows. */
export type DonationLine = DonationRow & {
  readonly number: string;
  readonly enterprise: string;
  readonly area: string;
  readonly handler: string;
  readonly receivedAt: string;
};

/** What narrows lists and sums alike; '' does not. */
export type DonationNarrow = {
  readonly stage: Stage | '';
  readonly kind: GiftKind | '';
  readonly department: string;
};

/** How many donations of a stage, and how much. */
export type StageSum = {
  readonly stage: Stage;
  readonly count: number;
  readonly offered: number;
  readonly money: number;
  readonly value: number;
};

/** Where a page of the roll ended. */
export type RollCursor = { readonly receivedOn: string; readonly id: string };

/** A donation of the roll whose donor may be named. */
export type RollRow = {
  readonly caseId: string;
  readonly enterprise: string;
  readonly receivedOn: string;
  readonly money: number;
};

/** What was received of donors who are named (1) or not (0). The two add up to everything. */
export type RollSum = {
  readonly named: number;
  readonly gifts: number;
  /** Enterprises; one that gave both ways counts in both. */ readonly donors: number;
  readonly money: number;
};

/** How much of an item, and what it is worth on which ground. */
export type RollGoods = {
  readonly named: number;
  readonly item: string;
  readonly unit: string;
  readonly basis: Basis;
  readonly quantity: number;
  readonly value: number;
};

export type DonationStore = {
  /**
   * Puts a donation in place as it follows from its case at `head`, and notes that it stands there so far: in one transaction. False where
   * the case moved on: it will be found again.
   */
  keepDonation(command: {
    readonly caseId: string;
    readonly head: number;
    readonly row: DonationRow;
    readonly goods: readonly GoodsRow[];
  }): Promise<boolean>;
  /** Ids of cases whose donation does not follow from how they stand now, at most `limit`. */
  donationsBehind(limit: number): Promise<readonly string[]>;
  donationOf(caseId: string): Promise<DonationRow | null>;
  donationGoods(caseId: string): Promise<readonly GoodsRow[]>;
  /** A page of donations, the newest first, those before an id. */
  donationPage(query: {
    readonly narrow: DonationNarrow;
    readonly before: string | null;
    readonly limit: number;
  }): Promise<{ readonly rows: readonly DonationLine[]; readonly next: string | null }>;
  /** Sums by stage; a stage of which there is none is left out. */
  donationSums(narrow: DonationNarrow): Promise<readonly StageSum[]>;
  /** Lots of the ledger that came of a case, by its number, at most `limit`. */
  lotsOfOrigin(origin: string, limit: number): Promise<readonly Lot[]>;
  /** A page of donors who may be named, who gave last on top, each with its goods. A case that is being looked at again names nobody. */
  rollPage(query: { readonly after: RollCursor | null; readonly limit: number }): Promise<{
    readonly rows: readonly (RollRow & { readonly goods: readonly GoodsRow[] })[];
    readonly next: RollCursor | null;
  }>;
  rollSums(): Promise<readonly RollSum[]>;
  rollGoods(): Promise<readonly RollGoods[]>;
};
