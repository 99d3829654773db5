import type { Kysely } from 'kysely';
import type { CredentialRow, SessionRow, StaffEventRow, StaffRow } from '#src/staff/store.ts';
import { none } from '#src/store/columns.ts';
import type { Schema } from '#src/store/schema.ts';

const staffColumns = [
  'id',
  'login',
  'name',
  'role',
  'department',
  'areas',
  'password',
  'totp',
  'totp_step as totpStep',
  'recovery',
  'state',
  'invite',
  'invite_until as inviteUntil',
  'created_at as createdAt',
  'version',
] as const;

const sessionColumns = [
  'staff_sessions.hash',
  'staff_sessions.staff_id as staffId',
  'staff_sessions.stage',
  'staff_sessions.created_at as createdAt',
  'staff_sessions.seen_at as seenAt',
  'staff_sessions.expires_at as expiresAt',
  'staff_sessions.agent',
] as const;

const eventColumns = ['id', 'at', 'actor', 'subject', 'kind', 'detail'] as const;

/** Accounts, sessions, passkeys and events as they are read. */
export const staffing = (db: Kysely<Schema>) => ({
  staffByLogin: (a: { login: string }) =>
    db.selectFrom('staff').select(staffColumns).where('login', '=', a.login),
  staffById: (a: { id: string }) => db.selectFrom('staff').select(staffColumns).where('id', '=', a.id),
  staffByInvite: (a: { invite: string }) =>
    db.selectFrom('staff').select(staffColumns).where('invite', '=', a.invite).where('invite', '<>', none),
  staffPage: (a: { after: string; limit: number }) =>
    db.selectFrom('staff').select(staffColumns).where('login', '>', a.after).orderBy('login').limit(a.limit),
  sessionByHash: (a: { hash: string }) =>
    db
      .selectFrom('staff_sessions')
      .innerJoin('staff', 'staff.id', 'staff_sessions.staff_id')
      .select([
        ...sessionColumns,
        'staff.login',
        'staff.name',
        'staff.role',
        'staff.department',
        'staff.areas',
        'staff.state',
      ])
      .where('staff_sessions.hash', '=', a.hash),
  sessionsOfStaff: (a: { staffId: string }) =>
    db
      .selectFrom('staff_sessions')
      .select(sessionColumns)
      .where('staff_id', '=', a.staffId)
      .orderBy('created_at', 'desc')
      .orderBy('hash'),
  credentialsOfStaff: (a: { staffId: string }) =>
    db
      .selectFrom('staff_credentials')
      .select([
        'id',
        'staff_id as staffId',
        'public_key as publicKey',
        'counter',
        'transports',
        'name',
        'created_at as createdAt',
        'used_at as usedAt',
      ])
      .where('staff_id', '=', a.staffId)
      .orderBy('created_at')
      .orderBy('id'),
  staffEventsBefore: (a: { before: string; limit: number }) =>
    db
      .selectFrom('staff_events')
      .select(eventColumns)
      .where('id', '<', a.before)
      .orderBy('id', 'desc')
      .limit(a.limit),
  staffEventsOf: (a: { subject: string; before: string; limit: number }) =>
    db
      .selectFrom('staff_events')
      .select(eventColumns)
      .where('subject', '=', a.subject)
      .where('id', '<', a.before)
      .orderBy('id', 'desc')
      .limit(a.limit),
});

/** The same as they are written. */
/** The columns of an account that may change. */
const changing = (a: Omit<StaffRow, 'id' | 'login' | 'createdAt'>) => ({
  name: a.name,
  role: a.role,
  department: a.department,
  areas: a.areas,
  password: a.password,
  totp: a.totp,
  totp_step: a.totpStep,
  recovery: a.recovery,
  state: a.state,
  invite: a.invite,
  invite_until: a.inviteUntil,
  version: a.version,
});

export const hiring = (db: Kysely<Schema>) => ({
  /** Changes no row where the login is taken. */
  insertStaff: (a: StaffRow) =>
    db
      .insertInto('staff')
      .values({
        id: a.id,
        login: a.login,
        created_at: a.createdAt,
        ...changing(a),
      })
      .onConflict(on => on.column('login').doNothing()),
  /** Changes no row of another version. */
  updateStaff: (a: Omit<StaffRow, 'login' | 'createdAt'> & { was: number }) =>
    db.updateTable('staff').set(changing(a)).where('id', '=', a.id).where('version', '=', a.was),
});

export const seating = (db: Kysely<Schema>) => ({
  insertSession: (a: SessionRow) =>
    db.insertInto('staff_sessions').values({
      hash: a.hash,
      staff_id: a.staffId,
      stage: a.stage,
      created_at: a.createdAt,
      seen_at: a.seenAt,
      expires_at: a.expiresAt,
      agent: a.agent,
    }),
  touchSession: (a: { hash: string; seenAt: string }) =>
    db.updateTable('staff_sessions').set({ seen_at: a.seenAt }).where('hash', '=', a.hash),
  dropSession: (a: { hash: string; staffId: string }) =>
    db.deleteFrom('staff_sessions').where('hash', '=', a.hash).where('staff_id', '=', a.staffId),
  dropSessionsBut: (a: { staffId: string; except: string }) =>
    db.deleteFrom('staff_sessions').where('staff_id', '=', a.staffId).where('hash', '<>', a.except),
  sweepSessions: (a: { at: string }) => db.deleteFrom('staff_sessions').where('expires_at', '<=', a.at),
});

export const crediting = (db: Kysely<Schema>) => ({
  /** Changes no row where the credential is there. */
  insertCredential: (a: CredentialRow) =>
    db
      .insertInto('staff_credentials')
      .values({
        id: a.id,
        staff_id: a.staffId,
        public_key: a.publicKey,
        counter: a.counter,
        transports: a.transports,
        name: a.name,
        created_at: a.createdAt,
        used_at: a.usedAt,
      })
      .onConflict(on => on.column('id').doNothing()),
  useCredential: (a: { id: string; was: number; counter: number; usedAt: string }) =>
    db
      .updateTable('staff_credentials')
      .set({ counter: a.counter, used_at: a.usedAt })
      .where('id', '=', a.id)
      .where('counter', '=', a.was),
  dropCredential: (a: { id: string; staffId: string }) =>
    db.deleteFrom('staff_credentials').where('id', '=', a.id).where('staff_id', '=', a.staffId),
  dropCredentialsOf: (a: { staffId: string }) =>
    db.deleteFrom('staff_credentials').where('staff_id', '=', a.staffId),
  insertStaffEvent: (a: StaffEventRow) =>
    db.insertInto('staff_events').values({
      id: a.id,
      at: a.at,
      actor: a.actor,
      subject: a.subject,
      kind: a.kind,
      detail: a.detail,
    }),
});
