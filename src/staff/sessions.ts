import { after, eventOf, newToken, type Room } from './room.ts';
import { askingIn } from './roster/roster.ts';
import type { Staff } from './staff.ts';
import type { LiveSession, SessionRow, StaffRow } from './store.ts';

const minute = 60_000;
/** ASVS 5.0, 7.3: an hour without a request, twelve hours in all; ten minutes for the second factor. */
const idle = 60 * minute;
const whole = 12 * 60 * minute;
const half = 10 * minute;
/** Seeing a session again is written down once a minute at most. */
const grain = minute;
/** What changes how one signs in asks that one did so lately. */
const lately = 15 * minute;

/** Somebody who is signed in, by one session. */
export type Present = {
  readonly staff: Staff;
  readonly csrf: string;
  readonly sessionId: string;
  /** May decide what needs a superior: extensions, second returns, final assignment. */ readonly superior: boolean;
  /** Signed in within the last quarter of an hour. */ readonly fresh: boolean;
};

/** A new session: its token goes into the cookie and is kept nowhere. */
export type Opened = { readonly token: string; readonly csrf: string; readonly sessionId: string };

const staffOf = (
  row: Pick<StaffRow, 'login' | 'name' | 'role' | 'department' | 'areas'> & { readonly id: string },
): Staff => ({
  id: row.id,
  login: row.login,
  name: row.name,
  role: row.role,
  department: row.department,
  areas: JSON.parse(row.areas) as string[],
});

/** Sessions by tokens of 256 random bits, of which the store holds keyed hashes. */
export const sessionsIn = (room: Room) => {
  const { store, keyring, now } = room;
  const { chargeOf } = askingIn(room);
  const idOf = (token: string): string => keyring.hash('session', token);
  const csrfOf = (token: string): string => keyring.hash('csrf', token);

  /** A liaison officer with what the roster gives them today; who is not on it has the areas of the account. */
  const chargedWith = async (staff: Staff): Promise<Staff> =>
    staff.role === 'liaison' ? { ...staff, ...(await chargeOf(staff.login)) } : staff;

  /** A session of either stage that has not ended, by its token; null for any other. One question of the store. */
  const live = async (token: string): Promise<LiveSession | null> => {
    if (token === '') return null;
    const found = await store.session(idOf(token));
    const at = now();
    if (found?.state !== 'active') return null;
    const isOver = found.expiresAt <= at.toISOString() || found.seenAt <= after(at, -idle);
    return isOver ? null : found;
  };

  return {
    live,
    /** A session's public name, by which it is listed and ended. */
    idOf,
    csrfOf,
    /** Opens a session under a new token, in place of another: no token outlives a sign-in or a change of what it allows. */
    start: async (
      who: Pick<StaffRow, 'id' | 'login'>,
      stage: SessionRow['stage'],
      { agent, replaces = '' }: { readonly agent: string; readonly replaces?: string },
    ): Promise<Opened> => {
      const token = newToken();
      const at = now();
      const row: SessionRow = {
        hash: idOf(token),
        staffId: who.id,
        stage,
        createdAt: at.toISOString(),
        seenAt: at.toISOString(),
        expiresAt: after(at, stage === 'full' ? whole : half),
        agent: agent.slice(0, 60),
      };
      const event =
        stage === 'full' ? eventOf(room, 'signed-in', { actor: who.login, subject: who.login }) : null;
      await store.openSession({ row, replaces, event });
      return { token, csrf: csrfOf(token), sessionId: row.hash };
    },
    /** Who is signed in by the token; null for nobody. Role and state are those of this moment. */
    look: async (token: string): Promise<Present | null> => {
      const found = await live(token);
      if (found?.stage !== 'full') return null;
      const at = now();
      if (found.seenAt <= after(at, -grain))
        await store.touchSession({ hash: found.hash, seenAt: at.toISOString() });
      return {
        staff: await chargedWith(staffOf({ ...found, id: found.staffId })),
        csrf: csrfOf(token),
        sessionId: found.hash,
        superior: found.role === 'dispatcher',
        fresh: found.createdAt > after(at, -lately),
      };
    },
    /** Ends a session of one's own: false where one has no such session. */
    end: (staff: Pick<Staff, 'id' | 'login'>, sessionId: string, kind: 'signed-out' | 'revoked') =>
      store.endSession({
        staffId: staff.id,
        hash: sessionId,
        event: eventOf(room, kind, { actor: staff.login, subject: staff.login }),
      }),
    /** The sessions of an account that have not ended, newest first. */
    of: async (staffId: string): Promise<readonly SessionRow[]> => {
      const at = now();
      const all = await store.sessionsOf(staffId);
      return all.filter(
        one => one.stage === 'full' && one.expiresAt > at.toISOString() && one.seenAt > after(at, -idle),
      );
    },
  };
};

export type Sessions = ReturnType<typeof sessionsIn>;
