import { next } from './accounts.ts';
import type { NewTotp } from './factor.ts';
import type { Place } from './passkeys.ts';
import { hashPassword, isPassword, type PasswordFault, passwordFault } from './password.ts';
import { type Caller, eventOf, type Room } from './room.ts';
import type { Opened, Present } from './sessions.ts';
import type { Parts, PasskeyAsked, PasskeyStep } from './sign-in.ts';
import type { CredentialRow, SessionRow, StaffEventRow, StaffRow } from './store.ts';

/** What somebody wants of the own account. */
export type Wish =
  | { readonly act: 'revoke'; readonly id: string }
  | { readonly act: 'password'; readonly current: string; readonly password: string }
  | { readonly act: 'totp-new' }
  | { readonly act: 'totp'; readonly made: NewTotp; readonly code: string }
  | { readonly act: 'passkey-remove'; readonly id: string }
  | { readonly act: 'recovery' };

export type Fulfilled =
  /** `opened` is the session that takes the place of the present one, where what it allows has changed. */
  | { readonly tag: 'done'; readonly opened?: Opened; readonly codes?: readonly string[] }
  | { readonly tag: 'totp'; readonly made: NewTotp }
  | { readonly tag: 'wrong' | 'unknown' | 'last' | 'stale' }
  /** Signed in too long ago to change how one signs in. */
  | { readonly tag: 'old' }
  | { readonly tag: 'wait'; readonly seconds: number }
  | { readonly tag: 'fault'; readonly fault: PasswordFault };

/** The own account, as its page shows it. */
export type Own = {
  readonly row: StaffRow;
  readonly sessions: readonly SessionRow[];
  readonly passkeys: readonly CredentialRow[];
  readonly codesLeft: number;
  readonly events: readonly StaffEventRow[];
};

/** What changes how one signs in asks for having done so lately. */
const needsFresh: ReadonlySet<Wish['act']> = new Set(['totp-new', 'totp', 'passkey-remove', 'recovery']);

/** The steps that change how one signs in. */
const changesIn = (room: Room, { sessions, passkeys, throttle }: Parts) => {
  const rowOf = async ({ staff }: Pick<Present, 'staff'>): Promise<StaffRow> => {
    const row = await room.store.staffById(staff.id);
    if (!row) throw new Error(`account ${staff.id} is gone while its session holds`);
    return row;
  };
  /** A new token: the one before may be known to whom the change is to shut out. */
  const anew = (row: StaffRow, { sessionId }: Present, { agent }: Caller): Promise<Opened> =>
    sessions.start(row, 'full', { agent, replaces: sessionId });

  const changePassword = async (
    who: Present,
    { current, password }: Extract<Wish, { act: 'password' }>,
    caller: Caller,
  ): Promise<Fulfilled> => {
    const row = await rowOf(who);
    const turn = await throttle.turn(row.login, caller);
    if (turn.tag === 'wait') return turn;
    if (!(await isPassword(current, row.password))) return { tag: 'wrong' };
    await turn.undo();
    const fault = passwordFault(password, row.login);
    if (fault) return { tag: 'fault', fault };
    const done = await room.store.putStaff({
      row: next(row, { password: await hashPassword(password) }),
      was: row.version,
      ends: 'sessions',
      except: who.sessionId,
      event: eventOf(room, 'password', { actor: row.login, subject: row.login }),
    });
    return done ? { tag: 'done', opened: await anew(row, who, caller) } : { tag: 'stale' };
  };

  const removePasskey = async (row: StaffRow, id: string): Promise<Fulfilled> => {
    const all = await passkeys.of(row.id);
    if (!all.some(one => one.id === id)) return { tag: 'unknown' };
    if (all.length === 1 && row.totp === null) return { tag: 'last' };
    return { tag: (await passkeys.drop(row, id)) ? 'done' : 'unknown' };
  };

  return { rowOf, anew, changePassword, removePasskey };
};

/** What somebody does with the own account. */
export const ownIn = (room: Room, parts: Parts) => {
  const { sessions, factors, passkeys } = parts;
  const { rowOf, anew, changePassword, removePasskey } = changesIn(room, parts);
  return {
    account: async (who: Present): Promise<Own> => {
      const row = await rowOf(who);
      const [own, keys, events] = await Promise.all([
        sessions.of(row.id),
        passkeys.of(row.id),
        room.store.staffEvents({ subject: row.login, before: '', limit: 10 }),
      ]);
      const codesLeft = (JSON.parse(row.recovery) as string[]).length;
      return { row, sessions: own, passkeys: keys, codesLeft, events };
    },
    fulfil: async (who: Present, wish: Wish, caller: Caller): Promise<Fulfilled> => {
      if (needsFresh.has(wish.act) && !who.fresh) return { tag: 'old' };
      switch (wish.act) {
        case 'revoke':
          return { tag: (await sessions.end(who.staff, wish.id, 'revoked')) ? 'done' : 'unknown' };
        case 'password':
          return changePassword(who, wish, caller);
        case 'totp-new':
          return { tag: 'totp', made: factors.askTotp(who.staff) };
        case 'totp': {
          const row = await rowOf(who);
          if (!(await factors.keepTotp(row, wish.made, wish.code))) return { tag: 'wrong' };
          return { tag: 'done', opened: await anew(row, who, caller) };
        }
        case 'passkey-remove':
          return removePasskey(await rowOf(who), wish.id);
        case 'recovery': {
          const codes = await factors.renewRecovery(await rowOf(who));
          return codes ? { tag: 'done', codes } : { tag: 'stale' };
        }
      }
    },
    /** Adds a passkey. */
    passkey: async (who: Present, sent: PasskeyAsked, place: Place, caller: Caller): Promise<PasskeyStep> => {
      if (sent.use !== 'new') return { tag: 'wrong' };
      if (!who.fresh) return { tag: 'old' };
      const row = await rowOf(who);
      if (sent.state === '') return { tag: 'ask', asked: await passkeys.askNew(row, who.sessionId, place) };
      if (!(await passkeys.keepNew(row, who.sessionId, place, sent))) return { tag: 'wrong' };
      return { tag: 'in', opened: await anew(row, who, caller), device: caller.device, isNew: true };
    },
  };
};
