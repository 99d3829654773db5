import type { Append } from '#src/cases/store.ts';

/** The port to official papers. Days are `YYYY-MM-DD`, times ISO 8601 in UTC; '' is none. */

/** 车辆通行证, 复工告知书, 复工生产或原料运输证明, 协调函. */
export const paperKinds = ['pass', 'notice', 'certificate', 'letter'] as const;
export type PaperKind = (typeof paperKinds)[number];

/** 拟稿, 核稿, 签发, 编号, 用印, 发出; then 撤销. `void`: given up before it was sealed. */
export const paperStates = [
  'draft',
  'checked',
  'signed',
  'numbered',
  'sealed',
  'issued',
  'revoked',
  'void',
] as const;
export type PaperState = (typeof paperStates)[number];

/** What happens to a paper. The last three are of letters that went out. */
export const paperSteps = [
  'draft',
  'edit',
  'return',
  'check',
  'sign',
  'number',
  'seal',
  'issue',
  'revoke',
  'void',
  'follow',
  'answer',
] as const;
export type PaperStep = (typeof paperSteps)[number];

/** What a step may change. */
export type PaperSet = {
  readonly state: PaperState;
  readonly validFrom: string;
  /** '' where it has no end. */ readonly validTo: string;
  /** What stands on the paper, sealed with its case's key; null once the case was erased. */ readonly content: Uint8Array | null;
  /** The code of 128 random bits that is printed, sealed likewise; null until there is a number. */ readonly code: Uint8Array | null;
  /** Its keyed hash, by which the check page knows it; '' until then. */ readonly codeHash: string;
  /** What the other side answered to a letter, sealed likewise. */ readonly answer: Uint8Array | null;
  readonly sentOn: string;
  /** The day by which a letter without an answer is asked after. */ readonly followUp: string;
  readonly answeredOn: string;
  /** Once the case is erased, the line that the check page reads stays until that day; '' where there is none to keep. */
  readonly keepUntil: string;
};

export type PaperRow = PaperSet & {
  readonly id: string;
  readonly caseId: string;
  readonly kind: PaperKind;
  /** How many steps there were: a step on an older version is refused. */ readonly version: number;
  /** Year and number of its kind; 0 until it has one. */ readonly year: number;
  readonly serial: number;
  readonly createdAt: string;
  readonly movedAt: string;
};

/** A paper with what its case shows. */
export type PaperLine = PaperRow & {
  readonly number: string;
  readonly enterprise: string;
  readonly creditCode: string;
  readonly area: string;
  readonly handler: string;
  readonly against: string;
  readonly complaint: number;
  readonly form: string;
  readonly caseState: string;
};

/** One step, for ever: who, when, and for a revocation why, as a code. `seq` is the paper's version after it. */
export type StepRow = {
  readonly paperId: string;
  readonly seq: number;
  readonly step: PaperStep;
  readonly at: string;
  readonly actor: string;
  readonly reason: string;
};

export type PaperResult =
  | { readonly tag: 'stored' }
  /** The paper is there already, or stands elsewhere than it was read: nothing was stored. */
  | { readonly tag: 'moved' }
  /** Its case moved on since it was read: nothing was stored. */
  | { readonly tag: 'stale' };

/** Narrows a list; '' does not. */
export type PaperNarrow = {
  readonly kind: PaperKind | '';
  readonly state: PaperState | '';
  /** The lead department of the cases. */ readonly department: string;
};

export type PaperStore = {
  /** A new draft with its first step and its event. */
  addPaper(command: {
    readonly paper: Omit<PaperRow, 'year' | 'serial'>;
    readonly step: StepRow;
    readonly appends: readonly Append[];
  }): Promise<PaperResult>;
  /**
   * One step of a paper that still is at `version` and in `was`. With `year` it gets the next number of its kind in that year, in the
   * same transaction: none is left out, none given twice.
   */
  movePaper(command: {
    readonly id: string;
    readonly kind: PaperKind;
    readonly version: number;
    readonly was: PaperState;
    readonly set: PaperSet;
    readonly year: number | null;
    readonly step: StepRow;
    readonly appends: readonly Append[];
  }): Promise<PaperResult>;

  paper(id: string): Promise<PaperLine | null>;
  paperBySerial(query: {
    readonly kind: PaperKind;
    readonly year: number;
    readonly serial: number;
  }): Promise<PaperRow | null>;
  /** Of a case, the newest first. */
  papersOf(caseId: string): Promise<readonly PaperRow[]>;
  /** Newest first, those before an id. */
  papers(
    query: PaperNarrow & { readonly before: string; readonly limit: number },
  ): Promise<readonly PaperLine[]>;
  /** Letters that went out and should have been answered before a day, the longest waiting first. */
  unanswered(query: {
    readonly day: string;
    readonly department: string;
    readonly limit: number;
  }): Promise<readonly PaperLine[]>;
  stepsOf(paperId: string): Promise<readonly StepRow[]>;
};
