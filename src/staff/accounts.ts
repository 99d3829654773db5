import { after, eventOf, newId, newToken, type Room } from './room.ts';
import { type Role, roles, type Staff } from './staff.ts';
import type { StaffEventRow, StaffRow } from './store.ts';

const hour = 3_600_000;
/** How long an invitation may be used. */
const invitation = 72 * hour;

/** Accounts on a page. */
const perPage = 50;

/** What an administrator says of somebody. */
export type Profile = Pick<Staff, 'name' | 'role' | 'department' | 'areas'>;

/** An invitation is told once, to whoever made it; the store holds its hash. */
export type Invited =
  | { readonly tag: 'invited'; readonly login: string; readonly token: string }
  | { readonly tag: 'taken' }
  | { readonly tag: 'unknown' }
  /** Nobody locks out oneself: so an administrator is always left. */
  | { readonly tag: 'own' };
export type Changed = { readonly tag: 'done' | 'unknown' | 'own' };

/** A login as it is stored: `Ａ.Wang ` is `a.wang`. */
export const foldLogin = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();

/** 2 to 64 letters, digits, or `. _ @ -`: Chinese names will do, what looks like another does not begin or end with a sign. */
const isLogin = (login: string): boolean =>
  login.length <= 64 && /^[\p{L}\p{N}][\p{L}\p{N}._@-]*[\p{L}\p{N}]$/u.test(login);

const isRole = (text: string): text is Role => roles.some(role => role === text);

const freshRow = (room: Room, login: string, profile: Profile): StaffRow => {
  const at = room.now();
  return {
    id: newId(at),
    login,
    name: profile.name,
    role: profile.role,
    department: profile.department,
    areas: JSON.stringify(profile.areas),
    password: '',
    totp: null,
    totpStep: 0,
    recovery: '[]',
    state: 'active',
    invite: '',
    inviteUntil: '',
    createdAt: at.toISOString(),
    version: 1,
  };
};

/** The row as it will stand, under the next version. */
export const next = (row: StaffRow, set: Partial<Omit<StaffRow, 'id' | 'login' | 'version'>>): StaffRow => ({
  ...row,
  ...set,
  version: row.version + 1,
});

/** What an administrator wants: a new account, or something of one. */
export type StaffWish =
  | { readonly act: 'add' | 'change'; readonly login: string; readonly profile: Profile }
  | { readonly act: 'disable' | 'reset'; readonly login: string };

/** What an administrator looks at: accounts after a login, or one with what happened to it. */
export type StaffLook =
  | { readonly tag: 'list'; readonly rows: readonly StaffRow[] }
  | { readonly tag: 'one'; readonly row: StaffRow | null; readonly events: readonly StaffEventRow[] };

/** Accounts: added, changed, disabled, reset. `by` is the login of who does it. */
const changingIn = (room: Room) => {
  const { store, keyring, now } = room;

  const inviting = (life: number) => {
    const token = newToken();
    return { token, set: { invite: keyring.hash('invite', token), inviteUntil: after(now(), life) } };
  };

  /** Changes an account as it stands now; where somebody was faster, as that one left it. */
  const change = async (
    login: string,
    by: string,
    how: (row: StaffRow) => Omit<Parameters<typeof store.putStaff>[0], 'was' | 'except'>,
  ): Promise<Changed> => {
    if (login === by) return { tag: 'own' };
    for (;;) {
      const row = await store.staffByLogin(login);
      if (!row) return { tag: 'unknown' };
      if (await store.putStaff({ ...how(row), was: row.version, except: '' })) return { tag: 'done' };
    }
  };

  return {
    add: async (login: string, profile: Profile, by: string, life = invitation): Promise<Invited> => {
      const { token, set } = inviting(life);
      const row = { ...freshRow(room, login, profile), ...set };
      const event = eventOf(room, 'added', { actor: by, subject: login, detail: profile.role });
      return (await store.addStaff({ row, event })) ? { tag: 'invited', login, token } : { tag: 'taken' };
    },
    /** A changed role, department or area ends the sessions that were opened under the old one. */
    change: (login: string, profile: Profile, by: string): Promise<Changed> =>
      change(login, by, row => {
        const set = { ...profile, areas: JSON.stringify(profile.areas) };
        const isSame = set.role === row.role && set.department === row.department && set.areas === row.areas;
        const event = eventOf(room, 'changed', { actor: by, subject: login, detail: set.role });
        return { row: next(row, set), ends: isSame ? 'nothing' : 'sessions', event };
      }),
    disable: (login: string, by: string): Promise<Changed> =>
      change(login, by, row => ({
        row: next(row, { state: 'disabled', invite: '', inviteUntil: '' }),
        ends: 'sessions',
        event: eventOf(room, 'disabled', { actor: by, subject: login }),
      })),
    /** Takes away password, second factors and sessions, and invites anew; who was disabled may come back. */
    reset: async (login: string, by: string, life = invitation): Promise<Invited> => {
      const { token, set } = inviting(life);
      const gone = { password: '', totp: null, totpStep: 0, recovery: '[]', state: 'active' } as const;
      const { tag } = await change(login, by, row => ({
        row: next(row, { ...gone, ...set }),
        ends: 'all',
        event: eventOf(room, 'reset', { actor: by, subject: login }),
      }));
      return tag === 'done' ? { tag: 'invited', login, token } : { tag };
    },
  };
};

/** Accounts of the desk. */
export const accountsIn = (room: Room) => {
  const { store, keyring, now } = room;
  const changing = changingIn(room);
  return {
    ...changing,
    rules: { foldLogin, isLogin, isRole },
    find: (login: string): Promise<StaffRow | null> => store.staffByLogin(login),
    /** A list is of one row more than a page holds, where another page follows. */
    look: async (wanted: { readonly login: string; readonly after: string }): Promise<StaffLook> =>
      wanted.login === ''
        ? { tag: 'list', rows: await store.staffPage({ after: wanted.after, limit: perPage + 1 }) }
        : {
            tag: 'one',
            row: await store.staffByLogin(wanted.login),
            events: await store.staffEvents({ subject: wanted.login, before: '', limit: 20 }),
          },
    perform: (wish: StaffWish, by: string): Promise<Invited | Changed> => {
      switch (wish.act) {
        case 'add':
          return changing.add(wish.login, wish.profile, by);
        case 'change':
          return changing.change(wish.login, wish.profile, by);
        case 'disable':
          return changing.disable(wish.login, by);
        case 'reset':
          return changing.reset(wish.login, by);
      }
    },
    /** The account that an invitation is for, while it may be used. */
    invited: async (token: string): Promise<StaffRow | null> => {
      const row = token === '' ? null : await store.staffByInvite(keyring.hash('invite', token));
      return row && row.state === 'active' && row.inviteUntil > now().toISOString() ? row : null;
    },
  };
};

export type Accounts = ReturnType<typeof accountsIn>;
