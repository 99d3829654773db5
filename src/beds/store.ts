import type { Append } from '#src/cases/store.ts';

/** The port to the register of beds: numbers of persons, no names. Movements are only ever added to; sums stand beside them. */
export const siteKinds = ['quarantine', 'dormitory'] as const;
/** 集中隔离, or a place to live. */
export type SiteKind = (typeof siteKinds)[number];

export type SiteRow = {
  readonly id: string;
  readonly name: string;
  readonly kind: SiteKind;
  readonly area: string;
  readonly capacity: number;
  /** `closed` takes nobody in any more. */ readonly state: 'open' | 'closed';
  readonly at: string;
  readonly actor: string;
};

/** A site with what became of its beds. */
export type Site = SiteRow & {
  /** Kept for somebody who has not come yet. */ readonly reserved: number;
  /** Stock: how many live there now. */ readonly resident: number;
  /** Flow: how many ever came. */ readonly arrived: number;
};

export type StayRow = {
  readonly id: string;
  readonly siteId: string;
  /** The case that asked for it; '' where there is none. */ readonly caseId: string;
  readonly persons: number;
  readonly fromDay: string;
  /** '' where it is open. */ readonly plannedTo: string;
  readonly at: string;
  readonly actor: string;
};

export type Stay = StayRow & {
  readonly arrived: number;
  readonly departed: number;
  readonly cancelled: number;
};

export type BedKind = 'reserved' | 'cancelled' | 'in' | 'out';

export type BedMovement = {
  /** Without gaps. */ readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly kind: BedKind;
  readonly siteId: string;
  readonly stayId: string;
  readonly persons: number;
  /** The day on which it happened. */ readonly day: string;
};

export type BedResult =
  | { readonly tag: 'stored' }
  /** The same was sent before; nothing was added. */
  | { readonly tag: 'again' }
  /** More than there are beds, or than are open to it; or the site is closed. Nothing was stored. */
  | { readonly tag: 'short' }
  /** A case moved on since it was read. Nothing was stored. */
  | { readonly tag: 'stale' };

type Done = { readonly at: string; readonly actor: string; readonly appends: readonly Append[] };

export type BedStore = {
  /** False where the site is there already. */
  addSite(command: SiteRow): Promise<boolean>;
  /** Sets how many beds a site has, and whether it is open; refused below what is given. */
  changeSite(command: {
    readonly id: string;
    readonly capacity: number;
    readonly state: SiteRow['state'];
    /** What the site had when it was read. */ readonly was: number;
  }): Promise<BedResult>;
  /** Keeps beds for so many persons. */
  reserveBeds(command: { readonly stay: StayRow } & Done): Promise<BedResult>;
  /** Lets persons of a stay in or out, or gives up beds that were kept for it. `open` is what was open to it when it was read. */
  moveBeds(
    command: {
      readonly stayId: string;
      readonly kind: Exclude<BedKind, 'reserved'>;
      readonly persons: number;
      readonly day: string;
      readonly open: number;
    } & Done,
  ): Promise<BedResult>;

  /** Sites by name, at most `limit` after a name and id; '' for every kind. */
  bedSites(query: {
    readonly kind: SiteKind | '';
    readonly after: { readonly name: string; readonly id: string } | null;
    readonly limit: number;
  }): Promise<readonly Site[]>;
  bedSite(id: string): Promise<Site | null>;
  /** Stays of a site, the newest first, those before an id. */
  staysOf(query: {
    readonly siteId: string;
    readonly before: string;
    readonly limit: number;
  }): Promise<readonly Stay[]>;
  stay(id: string): Promise<Stay | null>;
  /** How many persons stays of a case are for, what was given up left out. */
  bedsOfCase(caseId: string): Promise<number>;
  /** Every site added up, by kind: beds, kept, living there, came so far. */
  bedSums(): Promise<readonly BedSum[]>;
  /** How many came and left until a day, by kind of site. */
  bedFlows(day: string): Promise<readonly BedFlow[]>;
  /** The stays of which somebody came until a day, or lived there at its end; the newest first, those before an id. */
  bedStays(
    query: StaysWanted & { readonly before: string; readonly limit: number },
  ): Promise<readonly StayCounted[]>;
};

/** Stays at the end of a day, in every kind of site or (not '') in one. */
export type StaysWanted = {
  readonly day: string;
  readonly kind: SiteKind | '';
  readonly of: 'resident' | 'arrived';
};

/** A stay with how many came and left until the day; `caseId` and `number` are '' where it has no case. */
export type StayCounted = {
  readonly id: string;
  readonly siteId: string;
  readonly site: string;
  readonly kind: SiteKind;
  readonly caseId: string;
  readonly number: string;
  readonly handler: string;
  readonly arrived: number;
  readonly departed: number;
};

export type BedSum = {
  readonly kind: SiteKind;
  readonly sites: number;
  readonly capacity: number;
  readonly reserved: number;
  readonly resident: number;
  readonly arrived: number;
};

export type BedFlow = { readonly kind: SiteKind; readonly arrived: number; readonly departed: number };
