import { randomBytes } from 'node:crypto';
import { type Accounts, foldLogin, next } from './accounts.ts';
import type { Factors, NewTotp } from './factor.ts';
import type { Asked, Passkeys, Place } from './passkeys.ts';
import { hashPassword, isPassword, type PasswordFault, passwordFault } from './password.ts';
import { type Caller, eventOf, type Room } from './room.ts';
import type { Opened, Sessions } from './sessions.ts';
import type { StaffRow } from './store.ts';
import type { Throttle } from './throttle.ts';

/** Somebody whose password was right, and of whom a second factor is asked. */
export type Half = {
  readonly row: StaffRow;
  readonly sessionId: string;
  readonly csrf: string;
  /** Which second factors there are; none asks for one to be set up. */ readonly ways: {
    readonly code: boolean;
    readonly passkey: boolean;
  };
};

type Wait = { readonly tag: 'wait'; readonly seconds: number };
export type First = { readonly tag: 'half'; readonly opened: Opened } | { readonly tag: 'wrong' } | Wait;
/** `device` is for a cookie that shows that somebody signed in there before. */
export type Second =
  | {
      readonly tag: 'in';
      readonly opened: Opened;
      readonly device: string;
      /** New recovery codes, to be written down now: nobody can show them again. */ readonly codes: readonly string[];
    }
  | { readonly tag: 'wrong' }
  /** The code did not fit the secret that is to be taken up. */
  | { readonly tag: 'again'; readonly made: NewTotp }
  | Wait;
/** A code; `sealed` is the secret of its page, where one is set up. */
export type SecondAsked = { readonly code: string; readonly sealed: string };

/** What a page's script asks for a passkey: what to ask the browser (`state` is ''), or whether its answer is right. */
export type PasskeyAsked = {
  readonly use: 'new' | 'sign-in';
  readonly answer: unknown;
  readonly state: string;
  readonly name: string;
};
export type PasskeyStep =
  | { readonly tag: 'ask'; readonly asked: Asked }
  | { readonly tag: 'in'; readonly opened: Opened; readonly device: string; readonly isNew: boolean }
  | { readonly tag: 'wrong' | 'old' };

export type Joined =
  | { readonly tag: 'half'; readonly opened: Opened }
  | { readonly tag: 'gone' }
  | { readonly tag: 'fault'; readonly fault: PasswordFault };

export type Parts = {
  readonly sessions: Sessions;
  readonly accounts: Accounts;
  readonly factors: Factors;
  readonly passkeys: Passkeys;
  readonly throttle: Throttle;
};

/** A session of the second stage in place of the half one, and the token of the device. */
const finish = async (
  { sessions, throttle }: Parts,
  { row, sessionId }: Half,
  { agent, device }: Caller,
) => ({
  tag: 'in' as const,
  opened: await sessions.start(row, 'full', { agent, replaces: sessionId }),
  codes: [] as readonly string[],
  device: device || throttle.deviceOf(row.login, randomBytes(16).toString('base64url')),
});

/** The first step: a password. An unknown login is answered the same and takes the same work. */
const firstSteps = (room: Room, { sessions, accounts, throttle }: Parts) => ({
  password: async (
    typed: { readonly login: string; readonly password: string },
    caller: Caller,
    before: string,
  ): Promise<First> => {
    const login = foldLogin(typed.login).slice(0, 64);
    const turn = await throttle.turn(login, caller);
    if (turn.tag === 'wait') return turn;
    const row = await accounts.find(login);
    const isRight = await isPassword(typed.password, row?.state === 'active' ? row.password : '');
    if (!row || !isRight) {
      const subject = row?.login ?? '';
      await room.store.noteStaff({
        event: eventOf(room, 'failed', { actor: '', subject, detail: 'password' }),
      });
      return { tag: 'wrong' };
    }
    await turn.undo();
    const replaces = before === '' ? '' : sessions.idOf(before);
    return { tag: 'half', opened: await sessions.start(row, 'half', { agent: caller.agent, replaces }) };
  },
  /** A new password by an invitation, which that uses up. */
  join: async (token: string, password: string, { agent }: Caller): Promise<Joined> => {
    const row = await accounts.invited(token);
    if (!row) return { tag: 'gone' };
    const fault = passwordFault(password, row.login);
    if (fault) return { tag: 'fault', fault };
    const joined = next(row, { password: await hashPassword(password), invite: '', inviteUntil: '' });
    const done = await room.store.putStaff({
      row: joined,
      was: row.version,
      ends: 'sessions',
      except: '',
      event: eventOf(room, 'joined', { actor: row.login, subject: row.login }),
    });
    if (!done) return { tag: 'gone' };
    room.joined();
    return { tag: 'half', opened: await sessions.start(joined, 'half', { agent }) };
  },
});

/** The second: a code, a recovery code or a passkey; or setting one up, where there is none. */
const secondSteps = (room: Room, parts: Parts) => {
  const { sessions, factors, passkeys, throttle } = parts;

  /** Counts a try with a code and takes it back where it succeeds. */
  const tried = async (half: Half, caller: Caller, attempt: () => Promise<boolean>): Promise<Second> => {
    const { login } = half.row;
    const turn = await throttle.turn(login, caller);
    if (turn.tag === 'wait') return turn;
    const codeTurn = await throttle.codeTurn(login, caller);
    if (codeTurn.tag === 'wait') return codeTurn;
    if (!(await attempt())) {
      const event = eventOf(room, 'failed', { actor: login, subject: login, detail: 'code' });
      await room.store.noteStaff({ event });
      return { tag: 'wrong' };
    }
    await Promise.all([turn.undo(), codeTurn.undo()]);
    return finish(parts, half, caller);
  };

  return {
    /** Who is half signed in by a token; null for nobody. */
    half: async (token: string): Promise<Half | null> => {
      const session = await sessions.live(token);
      const row = session?.stage === 'half' ? await room.store.staffById(session.staffId) : null;
      if (!session || !row) return null;
      const passkey = (await passkeys.of(row.id)).length > 0;
      const ways = { code: row.totp !== null, passkey };
      return { row, sessionId: session.hash, csrf: sessions.csrfOf(token), ways };
    },
    /** A code of the app or a recovery code; where there is no second factor yet, the first code of a new app. */
    second: async (half: Half, { code, sealed }: SecondAsked, caller: Caller): Promise<Second> => {
      if (half.ways.code || half.ways.passkey) return tried(half, caller, () => factors.use(half.row, code));
      const made = factors.againTotp(half.row, sealed);
      if (!made) return { tag: 'again', made: factors.askTotp(half.row) };
      if (!(await factors.keepTotp(half.row, made, code))) return { tag: 'again', made };
      const row = await room.store.staffById(half.row.id);
      const codes = row ? await factors.renewRecovery(row) : null;
      return { ...(await finish(parts, half, caller)), codes: codes ?? [] };
    },
    /** Signs in by a passkey; makes one only where there is no second factor yet. */
    passkey: async (half: Half, sent: PasskeyAsked, place: Place, caller: Caller): Promise<PasskeyStep> => {
      const { row, sessionId, ways } = half;
      const isNew = sent.use === 'new';
      if (isNew ? ways.code || ways.passkey : !ways.passkey) return { tag: 'wrong' };
      if (sent.state === '') {
        const asked = isNew
          ? await passkeys.askNew(row, sessionId, place)
          : await passkeys.askUse(row.id, sessionId, place);
        return { tag: 'ask', asked };
      }
      const isRight = isNew
        ? await passkeys.keepNew(row, sessionId, place, sent)
        : await passkeys.isUsed(row.id, sessionId, place, sent);
      return isRight ? { ...(await finish(parts, half, caller)), isNew } : { tag: 'wrong' };
    },
  };
};

/** Signing in, in two steps. */
export const signingIn = (room: Room, parts: Parts) => ({
  ...firstSteps(room, parts),
  ...secondSteps(room, parts),
});
