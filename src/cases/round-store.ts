/** That somebody asked after an enterprise on a list. Times are ISO 8601 in UTC. */
export type RoundRow = {
  readonly id: string;
  readonly creditCode: string;
  /** The list it was on. */ readonly tier: string;
  readonly at: string;
  /** Login of who did. */ readonly actor: string;
  /** The case that it was about; '' for none. */ readonly caseId: string;
  /** The note, under a key of the store; null where its time, or its case's, is over. */ readonly sealed: Uint8Array | null;
  /** The day on which it goes. */ readonly keepUntil: string;
};

/** The newest contact with an enterprise. */
export type RoundLast = Pick<RoundRow, 'creditCode' | 'at' | 'actor'>;

/** What is kept of rounds. */
export type RoundStore = {
  /** False where one of the id is there already: the same press. */
  putRound(command: RoundRow): Promise<boolean>;
  /** The newest contact of each enterprise, by credit code: at most `limit` (1 to 500) after the code. */
  roundLasts(query: { readonly after: string; readonly limit: number }): Promise<readonly RoundLast[]>;
  /** An enterprise's contacts, newest first: at most `limit` before the cursor (time and id). */
  roundsOf(query: {
    readonly creditCode: string;
    readonly before: { readonly at: string; readonly id: string } | null;
    readonly limit: number;
  }): Promise<readonly RoundRow[]>;
  /** The newest visit made to each enterprise since a time, by credit code: at most `limit` (1 to 500) after the code. */
  visitedSince(query: {
    readonly since: string;
    readonly after: string;
    readonly limit: number;
  }): Promise<readonly RoundLast[]>;
};
