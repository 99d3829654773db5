import type { Role } from './staff.ts';

/**
 * The port to where accounts lie, in the store of the cases. Writes resolve after the durable commit. Times are ISO 8601 text in
 * UTC; JSON is text; hashes are keyed ones, so that nobody who reads the store can sign in with what it holds.
 */
export type StaffRow = {
  readonly id: string;
  /** Unique, in lower case, never changed. */ readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly department: string;
  /** JSON list of codes. */ readonly areas: string;
  /** As `password.ts` writes it; '' for who has none. */ readonly password: string;
  /** The secret of one-time codes, sealed; null for who has none. */ readonly totp: Uint8Array | null;
  /** The last step of which a code was used: no step is used twice. */ readonly totpStep: number;
  /** JSON list of the hashes of recovery codes that are left. */ readonly recovery: string;
  readonly state: 'active' | 'disabled';
  /** Hash of an invitation that was not used yet; '' otherwise. */ readonly invite: string;
  readonly inviteUntil: string;
  readonly createdAt: string;
  /** Counts changes: who changes it says which version was looked at. */ readonly version: number;
};

/** A passkey. */
export type CredentialRow = {
  /** The credential's own id, base64url. */ readonly id: string;
  readonly staffId: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  /** JSON list. */ readonly transports: string;
  readonly name: string;
  readonly createdAt: string;
  /** '' until it was used. */ readonly usedAt: string;
};

export type SessionRow = {
  readonly hash: string;
  readonly staffId: string;
  /** `half`: the password was right, the second factor is still asked for. */ readonly stage:
    | 'half'
    | 'full';
  readonly createdAt: string;
  readonly seenAt: string;
  readonly expiresAt: string;
  /** Which browser on what, in a few words. */ readonly agent: string;
};
/** A session with whose it is. */
export type LiveSession = SessionRow &
  Pick<StaffRow, 'login' | 'name' | 'role' | 'department' | 'areas' | 'state'>;

/** What happened to accounts; rows are only ever added. */
export type StaffEventRow = {
  /** Sorts by time. */ readonly id: string;
  readonly at: string;
  /** Login of who did it; '' for who is not known. */ readonly actor: string;
  /** Login of the account; '' for one that does not exist. */ readonly subject: string;
  readonly kind: StaffEventKind;
  /** Codes, as of a role that was given; '' otherwise. */ readonly detail: string;
};
export type StaffEventKind =
  | 'added'
  | 'changed'
  | 'disabled'
  | 'reset'
  | 'joined'
  | 'signed-in'
  | 'signed-out'
  | 'failed'
  | 'password'
  | 'totp'
  | 'passkey'
  | 'passkey-removed'
  | 'recovery'
  | 'recovery-used'
  | 'revoked'
  | 'roster-imported'
  | 'roster-changed';

export type StaffStore = {
  /** False where the login is taken. */
  addStaff(command: { readonly row: StaffRow; readonly event: StaffEventRow }): Promise<boolean>;
  /** Puts the row in place of version `was`, and ends what goes with it; false, and nothing is done, where it is another version. */
  putStaff(command: {
    readonly row: StaffRow;
    readonly was: number;
    /** Sessions that end, all but `except`; passkeys that go. */ readonly ends:
      | 'nothing'
      | 'sessions'
      | 'all';
    readonly except: string;
    readonly event: StaffEventRow | null;
  }): Promise<boolean>;
  /** Opens a session, in place of another where `replaces` is not ''. */
  openSession(command: {
    readonly row: SessionRow;
    readonly replaces: string;
    readonly event: StaffEventRow | null;
  }): Promise<void>;
  touchSession(command: { readonly hash: string; readonly seenAt: string }): Promise<void>;
  /** Ends one session of an account; false where the account has no such session. */
  endSession(command: {
    readonly staffId: string;
    readonly hash: string;
    readonly event: StaffEventRow | null;
  }): Promise<boolean>;
  /** False where the credential is there already. */
  addCredential(command: { readonly row: CredentialRow; readonly event: StaffEventRow }): Promise<boolean>;
  /** False where somebody used it meanwhile. */
  useCredential(command: {
    readonly id: string;
    readonly was: number;
    readonly counter: number;
    readonly usedAt: string;
  }): Promise<boolean>;
  /** False where the account has no such credential. */
  dropCredential(command: {
    readonly staffId: string;
    readonly id: string;
    readonly event: StaffEventRow;
  }): Promise<boolean>;
  noteStaff(command: { readonly event: StaffEventRow }): Promise<void>;

  staffByLogin(login: string): Promise<StaffRow | null>;
  staffById(id: string): Promise<StaffRow | null>;
  staffByInvite(hash: string): Promise<StaffRow | null>;
  /** Accounts by login, at most `limit` (1 to 500) after the login. */
  staffPage(query: { readonly after: string; readonly limit: number }): Promise<readonly StaffRow[]>;
  session(hash: string): Promise<LiveSession | null>;
  /** Newest first. */
  sessionsOf(staffId: string): Promise<readonly SessionRow[]>;
  credentialsOf(staffId: string): Promise<readonly CredentialRow[]>;
  /** What happened to an account, or to all (''), newest first, before the id ('' for the newest). */
  staffEvents(query: {
    readonly subject: string;
    readonly before: string;
    readonly limit: number;
  }): Promise<readonly StaffEventRow[]>;
};
