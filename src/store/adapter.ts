import type { UploadStore } from '#src/attachments/port.ts';
import type { BedStore } from '#src/beds/store.ts';
import type {
  CaseRow,
  CaseStore,
  Counted,
  EventRow,
  Health,
  NoticeRow,
  Page,
  SecretRow,
  WrappedKey,
} from '#src/cases/store.ts';
import type { WatchStore } from '#src/cases/watch.ts';
import type { DonationStore } from '#src/donations/store.ts';
import type { FiguresStore } from '#src/figures/store.ts';
import type { FindingsStore } from '#src/findings/store.ts';
import type { FirmStore } from '#src/firms/store.ts';
import type { FundingStore } from '#src/funding/store.ts';
import type { LedgerStore } from '#src/ledger/store.ts';
import type { DeadLetter, OutboxStore } from '#src/notify/port.ts';
import type { PaperStore } from '#src/papers/store.ts';
import type { ProjectStore } from '#src/projects/store.ts';
import type { SlotStore } from '#src/slots/store.ts';
import type { RosterStore } from '#src/staff/roster/store.ts';
import type { LiveSession, StaffStore } from '#src/staff/store.ts';
import type { TrayStore } from '#src/staff/tray.ts';
import { acknowledgementStore } from '#src/store/adapter-acknowledge.ts';
import { bedStore } from '#src/store/adapter-beds.ts';
import { deskStore } from '#src/store/adapter-desk.ts';
import { donationStore } from '#src/store/adapter-donations.ts';
import { figuresStore } from '#src/store/adapter-figures.ts';
import { findingsStore } from '#src/store/adapter-findings.ts';
import { firmStore } from '#src/store/adapter-firms.ts';
import { fundingStore } from '#src/store/adapter-funding.ts';
import { ledgerStore } from '#src/store/adapter-ledger.ts';
import { paperStore } from '#src/store/adapter-papers.ts';
import { projectStore } from '#src/store/adapter-projects.ts';
import { roundStore } from '#src/store/adapter-rounds.ts';
import { slotStore } from '#src/store/adapter-slots.ts';
import { vacancyStore } from '#src/store/adapter-vacancies.ts';
import { visitStore } from '#src/store/adapter-visits.ts';
import { watchStore } from '#src/store/adapter-watch.ts';
import type { Answer, Command, Kind, Of } from '#src/store/commands.ts';
import { schemaVersion } from '#src/store/migrations/index.ts';
import { page } from '#src/store/page.ts';
import { type Program, type Result, row, rows, type Statement, statement } from '#src/store/program.ts';
import type { RowOf } from '#src/store/queries.ts';
import { rosterPage, rosterState } from '#src/store/roster-commands.ts';
import { staffEvents, staffPage } from '#src/store/staff-commands.ts';
import { uploadsByHash } from '#src/store/upload-commands.ts';

import type { VacancyStore } from '#src/vacancies/store.ts';

type List = Parameters<CaseStore['list']>[0];

const list = ({ form, ...query }: List): Program<Page<CaseRow>> =>
  page<CaseRow>(query, from => (form === null ? rows('page', from) : rows('pageOfForm', { form, ...from })));

const expired = ({ day, ...query }: Parameters<CaseStore['expired']>[0]): Program<Page<CaseRow>> =>
  page<CaseRow>(query, from => rows('expiredPage', { day, ...from }));

const others = ({
  keyId,
  ...query
}: Parameters<CaseStore['wrappedByOthers']>[0]): Program<Page<WrappedKey>> =>
  page<WrappedKey>(query, from => rows('wrappedByOthers', { keyId, ...from }));

function* counts(names: readonly string[], at: string): Program<readonly Counted[]> {
  const results: readonly Result[] = yield names.map((name): Statement => statement('counter', { name, at }));
  return results.map(result => {
    const [counter] = result.rows as readonly RowOf<'counter'>[];
    return counter ?? { count: 0, expiresAt: at };
  });
}

function* health(): Program<Health> {
  return { schema: (yield* rows('migrated', {})).length, expected: schemaVersion };
}

/** What an adapter brings: how it runs a program that only reads, how it queues a command, how it ends. */
export type Adapter = {
  read<Answer>(program: Program<Answer>): Promise<Answer>;
  submit(command: Command): Promise<unknown>;
  /** Whether an error says that the table of migrations is not there: nothing was ever migrated. */
  isUnmigrated(error: unknown): boolean;
  /** See the port. */
  scrub(command: { readonly whole: boolean }): Promise<void>;
  close(): Promise<void>;
};

/** The database under all of its ports. */
export type Store = CaseStore &
  UploadStore &
  OutboxStore &
  StaffStore &
  TrayStore &
  WatchStore &
  RosterStore &
  ProjectStore &
  VacancyStore &
  FiguresStore &
  LedgerStore &
  FirmStore &
  PaperStore &
  FundingStore &
  DonationStore &
  BedStore &
  SlotStore &
  FindingsStore;

type Write = <K extends Kind>(kind: K, of: Of<K>) => Promise<Answer<K>>;

/** The port of uploads. */
const uploadStore = (read: Adapter['read'], write: Write): UploadStore => ({
  openUpload: command => write('openUpload', command),
  advanceUpload: command => write('advanceUpload', command),
  settleUpload: command => write('settleUpload', command),
  dropUpload: command => write('dropUpload', command),
  dropUploadsOf: command => write('dropUploadsOf', command),
  rewrapUploads: command => write('rewrapUploads', command),
  uploads: hashes => read(uploadsByHash(hashes)),
  uploadsOf: caseId => read(rows('uploadsOfCase', { caseId })),
  expiredUploads: (at, limit) =>
    read(rows('expiredUploads', { at, limit })).then(found => found.map(one => one.hash)),
  uploadsWrappedByOthers: (keyId, limit) => read(rows('uploadsWrappedByOthers', { keyId, limit })),
});

/** The port of accounts, sessions and credentials. */
const staffStore = (read: Adapter['read'], write: Write): StaffStore => ({
  addStaff: command => write('addStaff', command),
  putStaff: command => write('putStaff', command),
  openSession: command => write('openSession', command),
  touchSession: command => write('touchSession', command),
  endSession: command => write('endSession', command),
  addCredential: command => write('addCredential', command),
  useCredential: command => write('useCredential', command),
  dropCredential: command => write('dropCredential', command),
  noteStaff: command => write('noteStaff', command),
  staffByLogin: login => read(row('staffByLogin', { login })),
  staffById: id => read(row('staffById', { id })),
  staffByInvite: invite => read(row('staffByInvite', { invite })),
  staffPage: query => read(staffPage(query)),
  session: hash => read<LiveSession | null>(row('sessionByHash', { hash })),
  sessionsOf: staffId => read(rows('sessionsOfStaff', { staffId })),
  credentialsOf: staffId => read(rows('credentialsOfStaff', { staffId })),
  staffEvents: query => read(staffEvents(query)),
});

/** The port of what the desk remembers beside the cases. */
const trayStore = (read: Adapter['read'], write: Write): TrayStore => ({
  saveView: command => write('saveView', command),
  dropView: command => write('dropView', command),
  noteLook: command => write('noteLook', command),
  viewsOf: staffId => read(rows('viewsOfStaff', { staffId })),
  looksAt: query => read(rows('looksAtCase', query)),
});

/** The port of liaison officers. */
const rosterStore = (read: Adapter['read'], write: Write): RosterStore => ({
  putRoster: change => write('putRoster', change),
  rosterState: () => read(rosterState()),
  rosterPage: query => read(rosterPage(query)),
  officerById: id => read(row('officerById', { id })),
  officerByLogin: login => read(row('officerByLogin', { login })),
  officersCovering: query => read(rows('officersCovering', query)),
  officersAway: query => read(rows('officersAway', query)),
});

/** The ports of what is counted and kept beside the cases: supplies, money, beds, figures, papers. */
const ledgers = (read: Adapter['read'], write: Adapter['submit']) => ({
  ...ledgerStore({ read, write }),
  ...fundingStore({ read, write }),
  ...donationStore({ read, write }),
  ...bedStore({ read, write }),
  ...slotStore({ read, write }),
  ...findingsStore({ read, write }),
  ...paperStore({ read, write }),
  ...figuresStore({ read, write }),
  ...firmStore({ read, write }),
});

/** The ports over an adapter: the same for every database. */
export const caseStore = ({ read, submit, isUnmigrated, scrub, close }: Adapter): Store => {
  // A queue forgets which kind of command an answer belongs to; here it is known again.
  const write: Write = <K extends Kind>(kind: K, of: Of<K>) =>
    submit({ kind, of } as Command) as Promise<Answer<K>>;
  return {
    receive: command => write('receive', command),
    append: command => write('append', command),
    count: command => write('count', command),
    sweep: command => write('sweep', command),
    keepNotice: command => write('keepNotice', command),
    keepSecret: command => write('keepSecret', command),
    rewrap: command => write('rewrap', command),
    ...uploadStore(read, write),
    ...rosterStore(read, write),
    putNotices: command => write('putNotices', command),
    claimNotices: command => write('claimNotices', command),
    settleNotice: command => write('settleNotice', command),
    resendNotice: command => write('resendNotice', command),
    sweepNotices: command => write('sweepNotices', command),
    deadNotices: query => read<readonly DeadLetter[]>(rows('deadPage', query)),
    nextNotice: () => read(row('nextOutbox', {})).then(found => found?.nextAt ?? null),
    ...staffStore(read, write),
    ...trayStore(read, write),
    caseByNumber: number => read<CaseRow | null>(row('caseByNumber', { number })),
    caseById: id => read<CaseRow | null>(row('caseById', { id })),
    events: caseId => read<readonly EventRow[]>(rows('eventsOfCase', { caseId })),
    list: query => read(list(query)),
    linked: link => read<readonly CaseRow[]>(rows('casesOfLink', { link })),
    expired: query => read(expired(query)),
    wrappedByOthers: query => read(others(query)),
    keyUse: () => read(rows('keyUse', {})),
    ...deskStore({ read, write: submit }),
    ...watchStore(read),
    ...visitStore({ read, write }),
    ...roundStore({ read, write }),
    ...projectStore({ read, write }),
    ...vacancyStore({ read, write }),
    ...acknowledgementStore({ read, write }),
    ...ledgers(read, submit),
    notice: hash => read<NoticeRow | null>(row('noticeByHash', { hash })),
    secret: name => read<SecretRow | null>(row('secretByName', { name })),
    counts: (names, at) => read(counts(names, at)),
    health: () =>
      read(health()).catch(error => {
        if (isUnmigrated(error)) return { schema: 0, expected: schemaVersion };
        throw error;
      }),
    scrub,
    close,
  };
};
