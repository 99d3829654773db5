/**
 * The port to the tables of enterprises in operation. Days are `YYYY-MM-DD` in Asia/Shanghai, times ISO 8601 in UTC; '' is none, null
 * is not known and never 0.
 */

/** How a filing stands for its enterprise now. `asked`: waits for the enterprise; `merged`: a duplicate that counts for nothing. */
export type Stand = 'held' | 'waiting' | 'asked' | 'open' | 'suspended' | 'ended' | 'merged';

/** One enterprise of a filing: the one that sent it, or a tenant of the park or building that did. */
export type EntryRow = {
  /** The case's id, or of a tenant that and its place: `….2`. */ readonly id: string;
  readonly caseId: string;
  /** By what the enterprise is counted: a keyed hash of its credit code; without one the entry's own id, which no other has. */ readonly firm: string;
  readonly name: string;
  readonly creditCode: string;
  readonly area: string;
  readonly line: string;
  readonly total: number | null;
  /** Staff at work as the filing says (拟到岗); of a tenant all its staff. */ readonly staff: number | null;
  readonly locals: number | null;
  /** Commitment letters signed by employees. */ readonly letters: number | null;
  /** 上年产值达到3亿元. */ readonly above: 'yes' | 'no' | '';
  readonly stand: Stand;
  readonly filedAt: string;
  /** JSON list of `Turn`, in order of time. */ readonly turns: string;
};

/** From a day on the enterprise may be at work, must stop, or this filing of it counts no longer. */
export type Turn = {
  readonly at: string;
  readonly turn: 'opens' | 'cleared' | 'suspended' | 'ended';
  readonly from: string;
};

/** Days on which an enterprise may be at work, by which filing: from a day to the one before `toDay`. */
export type SpanRow = {
  readonly id: string;
  readonly firm: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly entryId: string;
};

/** A daily return in the clear. `held`: nobody has looked at it yet; `ended`: taken back or a duplicate. */
export type ReturnRow = {
  readonly caseId: string;
  /** As of an entry; without a credit code the case's own id. */ readonly firm: string;
  readonly name: string;
  readonly creditCode: string;
  readonly area: string;
  readonly line: string;
  readonly day: string;
  readonly filedAt: string;
  readonly stand: 'filed' | 'held' | 'ended';
  readonly state: 'normal' | 'problem';
  readonly present: number | null;
  readonly absent: number | null;
  readonly fever: number | null;
  readonly quarantined: number | null;
  readonly returned: number | null;
  /** Days for which masks last, in tenths. */ readonly maskTenths: number | null;
};

/** How a chase was made. */
export const ways = ['phone', 'group', 'visit'] as const;
export type Way = (typeof ways)[number];

/** That an enterprise was chased for its return of a day. */
export type ChaseRow = {
  readonly id: string;
  readonly firm: string;
  readonly day: string;
  readonly way: Way;
  readonly at: string;
  readonly actor: string;
};

/** How a return of a day stands, the first to be looked after on top: none; one of the same name, without a code to tell; held; late; in time. */
export const ranks = ['missing', 'namesake', 'held', 'late', 'filed'] as const;
export type Rank = (typeof ranks)[number];

/** What decides who owes a return of a day: lines as `,industry,commerce,`, and when it was due. */
export type Owing = { readonly day: string; readonly lines: string; readonly deadline: string };

/** Whose enterprises: of areas or with credit codes (`,a,b,`), or of filings that a department leads; all '' is everybody's. */
export type FirmNarrow = { readonly areas: string; readonly codes: string; readonly department: string };

/** What a list is filtered by; '' does not. */
export type FirmFilter = {
  readonly area: string;
  readonly line: string;
  /** Places in `ranks`: `,3,4,`. */ readonly ranks: string;
  /** What a return in time or late says; `fever`: of one or more. */ readonly said:
    | ''
    | 'normal'
    | 'problem'
    | 'fever';
  /** Only these enterprises: `,a,b,`. */ readonly firms: string;
};

/** An enterprise that owes a return, with what there is of it. `rank` is a place in `ranks`. */
export type DueRow = Pick<EntryRow, 'firm' | 'name' | 'creditCode' | 'area' | 'line' | 'caseId'> & {
  readonly number: string;
  readonly rank: number;
  /** '' where there is no return. */ readonly returnNumber: string;
  readonly filedAt: string;
  readonly state: string;
  readonly present: number | null;
  readonly absent: number | null;
  readonly fever: number | null;
  readonly quarantined: number | null;
  readonly returned: number | null;
  readonly maskTenths: number | null;
  /** The newest chase; '' for none. */ readonly chasedAt: string;
  readonly chasedBy: string;
  readonly chasedWay: string;
};

/** Where a page ended. */
export type DueCursor = { readonly rank: number; readonly area: string; readonly firm: string };

/** Enterprises of one area and line, by how their return stands; sums over those that said, and how many said. */
export type DueTotal = {
  readonly rank: number;
  readonly area: string;
  readonly line: string;
  readonly firms: number;
  readonly chased: number;
  readonly normal: number;
  readonly present: number;
  readonly presentBy: number;
  readonly absent: number;
  readonly absentBy: number;
  readonly fever: number;
  readonly feverBy: number;
  readonly quarantined: number;
  readonly quarantinedBy: number;
  readonly returned: number;
  readonly returnedBy: number;
  /** Whose masks last less than three days. */ readonly maskLow: number;
  readonly maskBy: number;
};

/** Enterprises at work on a day, of one area and line. */
export type OpenTotal = {
  readonly area: string;
  readonly line: string;
  readonly firms: number;
  readonly staff: number;
  /** Enterprises whose staff nobody knows. */ readonly unknown: number;
  /** Letters signed, and the staff of those enterprises that said how many. */ readonly letters: number;
  readonly lettersOf: number;
  readonly above: number;
};

/** Enterprises at work on a day; of a line or of any (''), with staff that is known, unknown, or either (''). */
export type OpenWanted = {
  readonly day: string;
  readonly line: string;
  readonly staff: 'known' | 'unknown' | '';
};

/** An enterprise at work, by the filing that lets it. */
export type OpenRow = Pick<EntryRow, 'id' | 'name' | 'creditCode' | 'area' | 'line' | 'staff'> & {
  readonly number: string;
  readonly fromDay: string;
};

/** What cases that moved on mean for the tables, as read at `seq`. */
export type Keep = {
  readonly seq: number;
  readonly cases: readonly { readonly caseId: string; readonly head: number }[];
  readonly entries: readonly EntryRow[];
  readonly returns: readonly ReturnRow[];
  /** Every enterprise that an entry came to or left, with all of its days. */
  readonly firms: readonly { readonly firm: string; readonly spans: readonly SpanRow[] }[];
};

export type FirmStore = {
  /**
   * Puts entries, returns and days in place, and notes how far the cases are counted: all in one transaction. False, and nothing is
   * done, where anything was kept or a case moved on since it was read: whoever sent it reads again.
   */
  keepFirms(command: Keep): Promise<boolean>;
  /** Records chases, each once an id. Gives back how many. */
  chaseFirms(command: { readonly rows: readonly ChaseRow[] }): Promise<number>;

  /** How often something was kept so far. */
  firmSeq(): Promise<number>;
  /** Ids of filings and daily returns that moved on since they were counted. */
  firmsBehind(limit: number): Promise<readonly string[]>;
  entriesOfCase(caseId: string): Promise<readonly EntryRow[]>;
  entriesOfFirm(firm: string): Promise<readonly EntryRow[]>;
  returnOfCase(caseId: string): Promise<ReturnRow | null>;
  spansOfFirm(firm: string): Promise<readonly SpanRow[]>;
  /** Filings that wait for an answer before anybody may open, by id. */
  entriesWaiting(query: { readonly after: string; readonly limit: number }): Promise<readonly EntryRow[]>;
  openOn(query: { readonly day: string }): Promise<readonly OpenTotal[]>;
  /** The enterprises at work on a day, what was filed last first, those before an entry's id. */
  openPage(
    query: OpenWanted & FirmNarrow & { readonly before: string; readonly limit: number },
  ): Promise<readonly OpenRow[]>;
  /** Enterprises that owe a return, those whose is missing on top. */
  duePage(
    query: Owing & FirmNarrow & FirmFilter & { readonly after: DueCursor | null; readonly limit: number },
  ): Promise<{ readonly rows: readonly DueRow[]; readonly next: DueCursor | null }>;
  dueTotals(query: Owing & FirmNarrow): Promise<readonly DueTotal[]>;
  /** Returns of a day from whom none is due, newest first, those before an id. */
  besidePage(
    query: Owing & FirmNarrow & { readonly before: string; readonly limit: number },
  ): Promise<readonly (ReturnRow & { readonly number: string })[]>;
  besideCount(query: Owing & FirmNarrow): Promise<number>;
};
