/** A view of the queue that somebody keeps under a name. */
export type SavedView = {
  readonly id: string;
  readonly staffId: string;
  readonly name: string;
  /** Parameters of the queue's address. */ readonly query: string;
};

/** That somebody looked at a case. */
export type Look = {
  readonly caseId: string;
  readonly staffId: string;
  readonly name: string;
  readonly at: string;
};

/** What the desk remembers beside the cases: saved views, and who is looking at which case. Writes resolve after the durable commit. */
export type TrayStore = {
  /** False where `most` are kept already. */
  saveView(command: { readonly row: SavedView; readonly most: number }): Promise<boolean>;
  /** False where nobody of that id keeps such a view. */
  dropView(command: Pick<SavedView, 'id' | 'staffId'>): Promise<boolean>;
  /** By name. */
  viewsOf(staffId: string): Promise<readonly SavedView[]>;
  /** Notes a look, and forgets all that are older than `since`. */
  noteLook(command: Look & { readonly since: string }): Promise<void>;
  /** Who looked at a case since a time, the newest first. */
  looksAt(query: { readonly caseId: string; readonly since: string }): Promise<readonly Look[]>;
};
