import type { OutboxRow } from '#src/cases/store.ts';

/** How it went with what is to be told. */
export type OutboxCourse = {
  readonly state: 'waiting' | 'sending' | 'sent' | 'dead';
  /** Tries so far, the one that is under way included. */ readonly attempts: number;
  /** Who sends it now; '' for nobody. */ readonly holder: string;
  /** Why the last try failed, as a code; '' where none did. */ readonly lastError: string;
};

/** One that is this sender's alone until its lease is over. */
export type Claimed = OutboxRow & Pick<OutboxCourse, 'attempts'>;

/** One that will not be tried again by itself. */
export type DeadLetter = Pick<OutboxRow, 'id' | 'caseId' | 'kind' | 'channel' | 'target' | 'at'> &
  Pick<OutboxCourse, 'attempts' | 'lastError'>;

/** How a try ended: where it is to be tried again, when. What was sent keeps no recipient and no text. */
export type Settle = {
  readonly id: string;
  readonly holder: string;
  readonly state: 'waiting' | 'sent' | 'dead';
  readonly attempts: number;
  readonly nextAt: string;
  readonly lastError: string;
};

/** The rows of the outbox, in the store of the cases: `receive` and `append` write them with the event. */
export type OutboxStore = {
  /** Takes what is due, urgent ones first, and what another took and did not end by its time; nobody else gets them until then. */
  claimNotices(command: {
    readonly holder: string;
    readonly at: string;
    readonly until: string;
    readonly limit: number;
  }): Promise<readonly Claimed[]>;
  /** False where the lease was over and another has taken it, or it went with its case. */
  settleNotice(command: Settle): Promise<boolean>;
  /** Tries a dead one again from the beginning; false where there is none. */
  resendNotice(command: { readonly id: string; readonly at: string }): Promise<boolean>;
  /** Deletes what was sent, and what is dead, and was made before. Gives back how many. */
  sweepNotices(command: { readonly sentBefore: string; readonly deadBefore: string }): Promise<number>;
  /** Dead ones by id, at most `limit` after the cursor. */
  deadNotices(query: { readonly after: string; readonly limit: number }): Promise<readonly DeadLetter[]>;
};
