/**
 * That an enterprise has read a notice: one row an enterprise and version of the notice, whoever of its people said so. It goes with
 * the case by which it was said.
 */
export type AcknowledgementRow = {
  /** The notice's file name in `content/notices`. */ readonly notice: string;
  /** As the notice had it: another one asks anew. */ readonly version: number;
  /** A keyed hash that says which enterprise it is. */ readonly firm: string;
  readonly caseId: string;
  readonly at: string;
};

/** A notice in a version of it, and to whom it is addressed: codes between commas, `,east,west,`; '' for all. */
export type Addressed = Pick<AcknowledgementRow, 'notice' | 'version'> & {
  readonly areas: string;
  readonly lines: string;
  /** On which day an enterprise is at work, as `firm_spans` have it. */ readonly day: string;
};

/** To how many enterprises a notice is addressed, and how many of those have read it. */
export type ReadShare = { readonly addressed: number; readonly read: number };

/** An enterprise is its credit code; a filing, or a tenant in one, without a code stands for itself. */
export type ReadTotals = {
  /** Of the enterprises at work on the day. */ readonly open: ReadShare;
  /** Of those that filed that they work again and did not take it back, whether they may by now or not. */
  readonly filed: ReadShare;
  /** How many said so in all, with those that it is not addressed to. */ readonly said: number;
};

/** An enterprise at work, by the filing that lets it work. */
export type FirmRow = {
  readonly id: string;
  /** Of the filing; a tenant has that of its park. */ readonly number: string;
  readonly enterprise: string;
  readonly area: string;
};

/** Who has read which notice. Writes resolve after the durable commit. */
export type AcknowledgementStore = {
  /** Keeps it where the enterprise has not said so before. Gives back when it was said first; null where the case is erased. */
  acknowledge(command: AcknowledgementRow): Promise<{ readonly at: string; readonly again: boolean } | null>;
  readTotals(query: Addressed): Promise<ReadTotals>;
  /** Enterprises at work on the day that have not read it, by id, at most `limit` (1 to 500) after the cursor. */
  unreadPage(
    query: Addressed & { readonly after: string | null; readonly limit: number },
  ): Promise<{ readonly rows: readonly FirmRow[]; readonly next: string | null }>;
};
