import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import type { CredentialRow, SessionRow, StaffEventRow, StaffRow } from '#src/staff/store.ts';
import type { Store } from '#src/store/adapter.ts';
import { at, later } from './samples.ts';

const draw = (length = 12) => randomBytes(length).toString('hex');
let last = 0;
const eventRow = (set: Partial<StaffEventRow> = {}): StaffEventRow => ({
  id: `${at}-${String(++last).padStart(6, '0')}-${draw(4)}`,
  at,
  actor: 'admin',
  subject: 'somebody',
  kind: 'added',
  detail: '',
  ...set,
});
const staffRow = (set: Partial<StaffRow> = {}): StaffRow => ({
  id: `s-${draw()}`,
  login: `login-${draw()}`,
  name: '王敏',
  role: 'officer',
  department: 'supplies',
  areas: '["east"]',
  password: '',
  totp: null,
  totpStep: 0,
  recovery: '[]',
  state: 'active',
  invite: '',
  inviteUntil: '',
  createdAt: at,
  version: 1,
  ...set,
});
const sessionRow = (staffId: string, set: Partial<SessionRow> = {}): SessionRow => ({
  hash: draw(32),
  staffId,
  stage: 'full',
  createdAt: at,
  seenAt: at,
  expiresAt: later,
  agent: 'Chrome · Windows',
  ...set,
});
const credentialRow = (staffId: string, set: Partial<CredentialRow> = {}): CredentialRow => ({
  id: draw(16),
  staffId,
  publicKey: new Uint8Array(randomBytes(77)),
  counter: 0,
  transports: '["internal"]',
  name: '手机',
  createdAt: at,
  usedAt: '',
  ...set,
});

/** Accounts of the desk: changed by one at a time, with sessions and passkeys that go with them; events that only grow. */
export const staffing = (store: () => Store): void => {
  const hire = async (set: Partial<StaffRow> = {}): Promise<StaffRow> => {
    const row = staffRow(set);
    expect(await store().addStaff({ row, event: eventRow({ subject: row.login }) })).toBe(true);
    return row;
  };
  const seat = async (staffId: string, set: Partial<SessionRow> = {}): Promise<SessionRow> => {
    const row = sessionRow(staffId, set);
    await store().openSession({ row, replaces: '', event: null });
    return row;
  };
  const give = async (staffId: string): Promise<CredentialRow> => {
    const row = credentialRow(staffId);
    expect(await store().addCredential({ row, event: eventRow({ kind: 'passkey' }) })).toBe(true);
    return row;
  };
  const kinds = async (subject: string) =>
    (await store().staffEvents({ subject, before: '', limit: 500 })).map(event => event.kind);

  test('an account is found as it was added; a login is given once', async () => {
    const invite = draw();
    const row = await hire({ invite, inviteUntil: later });
    expect(await store().staffByLogin(row.login)).toEqual(row);
    expect(await store().staffById(row.id)).toEqual(row);
    expect(await store().staffByInvite(invite)).toEqual(row);
    const others = await Promise.all(
      Array.from({ length: 5 }, () => {
        const other = staffRow({ login: row.login });
        return store().addStaff({ row: other, event: eventRow({ subject: row.login }) });
      }),
    );
    expect(others).toEqual([false, false, false, false, false]);
    expect(await kinds(row.login)).toEqual(['added']);
  });

  test('nobody is invited by nothing', async () => {
    await hire({ invite: '' });
    expect(await store().staffByInvite('')).toBeNull();
    expect(await store().staffByLogin(draw())).toBeNull();
  });

  test('of those who change one version one does, and only then is it noted', async () => {
    const row = await hire();
    const put = (name: string) =>
      store().putStaff({
        row: { ...row, name, totp: new Uint8Array(randomBytes(60)), totpStep: 52_000_000, version: 2 },
        was: 1,
        ends: 'nothing',
        except: '',
        event: eventRow({ subject: row.login, kind: 'changed' }),
      });
    const done = await Promise.all(['a', 'b', 'c', 'd'].map(put));
    expect(done.filter(Boolean)).toHaveLength(1);
    expect(await store().staffById(row.id)).toMatchObject({ version: 2, totpStep: 52_000_000 });
    expect(await kinds(row.login)).toEqual(['changed', 'added']);
  });

  test('login, id and day of a row stay when it is changed', async () => {
    const row = await hire();
    const renamed = { ...row, login: draw(), createdAt: later, name: '李四', version: 2 };
    await store().putStaff({ row: renamed, was: 1, ends: 'nothing', except: '', event: null });
    expect(await store().staffById(row.id)).toEqual({ ...row, name: '李四', version: 2 });
  });

  test('what ends with a change: sessions but one, or passkeys too', async () => {
    const [row, other] = [await hire(), await hire()];
    const [kept, gone, theirs] = [await seat(row.id), await seat(row.id), await seat(other.id)];
    const passkey = await give(row.id);
    const put = (was: number, ends: 'sessions' | 'all', except: string) =>
      store().putStaff({ row: { ...row, version: was + 1 }, was, ends, except, event: null });
    expect(await put(9, 'all', '')).toBe(false);
    expect(await store().sessionsOf(row.id)).toHaveLength(2);
    expect(await put(1, 'sessions', kept.hash)).toBe(true);
    expect(await store().session(gone.hash)).toBeNull();
    expect(await store().sessionsOf(row.id)).toEqual([kept]);
    expect(await store().credentialsOf(row.id)).toEqual([passkey]);
    expect(await put(2, 'all', '')).toBe(true);
    expect([await store().sessionsOf(row.id), await store().credentialsOf(row.id)]).toEqual([[], []]);
    expect(await store().sessionsOf(other.id)).toEqual([theirs]);
  });

  test('a session comes with whose it is; another may take its place', async () => {
    const row = await hire();
    const half = await seat(row.id, { stage: 'half' });
    const { login, name, role, department, areas, state } = row;
    expect(await store().session(half.hash)).toEqual({
      ...half,
      login,
      name,
      role,
      department,
      areas,
      state,
    });
    const full = sessionRow(row.id, { createdAt: later });
    const event = eventRow({ subject: row.login, kind: 'signed-in' });
    await store().openSession({ row: full, replaces: half.hash, event });
    expect(await store().sessionsOf(row.id)).toEqual([full]);
    expect(await kinds(row.login)).toEqual(['signed-in', 'added']);
    await store().touchSession({ hash: full.hash, seenAt: later });
    expect(await store().session(full.hash)).toMatchObject({ seenAt: later });
  });

  test('a session is ended by its own account only', async () => {
    const [row, other] = [await hire(), await hire()];
    const { hash } = await seat(row.id);
    const end = (staffId: string) =>
      store().endSession({ staffId, hash, event: eventRow({ subject: row.login, kind: 'revoked' }) });
    expect([await end(other.id), await end(row.id), await end(row.id)]).toEqual([false, true, false]);
    expect(await kinds(row.login)).toEqual(['revoked', 'added']);
  });

  test('sessions that expired are swept', async () => {
    const row = await hire();
    const [old, young] = [await seat(row.id, { expiresAt: '2001-01-01T00:00:00.000Z' }), await seat(row.id)];
    await store().sweep({ at: '2001-01-01T00:00:00.000Z' });
    expect([await store().session(old.hash), (await store().session(young.hash))?.hash]).toEqual([
      null,
      young.hash,
    ]);
  });

  test('a passkey counts on from where it was, is kept once, and is removed by its own account only', async () => {
    const [row, other] = [await hire(), await hire()];
    const passkey = await give(row.id);
    const again = { ...credentialRow(other.id), id: passkey.id };
    expect(await store().addCredential({ row: again, event: eventRow() })).toBe(false);
    const use = (was: number) => store().useCredential({ id: passkey.id, was, counter: 7, usedAt: later });
    expect([await use(3), await use(0), await use(0)]).toEqual([false, true, false]);
    expect(await store().credentialsOf(row.id)).toEqual([{ ...passkey, counter: 7, usedAt: later }]);
    const drop = (staffId: string) =>
      store().dropCredential({ staffId, id: passkey.id, event: eventRow({ kind: 'passkey-removed' }) });
    expect([await drop(other.id), await drop(row.id)]).toEqual([false, true]);
    expect(await store().credentialsOf(row.id)).toEqual([]);
  });

  test('accounts are listed by login, events newest first, a page at a time', async () => {
    const prefix = `~${draw()}`;
    const rows = await Promise.all(['b', 'a', 'c'].map(tail => hire({ login: `${prefix}-${tail}` })));
    const names = rows.map(row => row.login).sort();
    const page = await store().staffPage({ after: prefix, limit: 2 });
    expect(page.map(row => row.login)).toEqual(names.slice(0, 2));
    const rest = await store().staffPage({ after: names[1] ?? '', limit: 500 });
    expect(rest.map(row => row.login).filter(login => login.startsWith(prefix))).toEqual(names.slice(2));
    const subject = draw();
    for (let round = 0; round < 3; round++) await store().noteStaff({ event: eventRow({ subject }) });
    const [first, second] = await store().staffEvents({ subject, before: '', limit: 2 });
    expect([first, second].map(event => event?.subject)).toEqual([subject, subject]);
    const older = await store().staffEvents({ subject, before: second?.id ?? '', limit: 2 });
    expect(older).toHaveLength(1);
    expect((older[0]?.id ?? '') < (second?.id ?? '')).toBe(true);
    const all = await store().staffEvents({ subject: '', before: '', limit: 500 });
    expect(all.map(event => event.id)).toEqual(
      all
        .map(event => event.id)
        .sort()
        .reverse(),
    );
    await expect(store().staffPage({ after: '', limit: 501 })).rejects.toThrow(RangeError);
  });
};
