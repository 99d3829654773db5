import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Admission, admit } from '#src/cases/admit.ts';
import { deriveKeys } from '#src/cases/keys.ts';
import { showNumber } from '#src/cases/number.ts';
import type { Office } from '#src/cases/office.ts';
import { type CaseStore, StoreUnavailable } from '#src/cases/store.ts';
import { openTicket, sealTicket, type Ticket, ticketLife } from '#src/cases/ticket.ts';
import { type Config, config } from '#src/config.ts';
import { forms } from '#src/forms/index.ts';
import { type Lang, type Words, w } from '#src/i18n/words.ts';
import { candidates } from '#src/rules/routing.ts';
import { diskGauge, type Room, roomy } from '#src/store/disk.ts';
import { masterKey } from '#src/store/master-key.ts';
import { handlerOf } from '#src/zone/handler.ts';
import { departmentsOf, tablesOf } from '#src/zone/tables.ts';
import { readZone, today, type Zone } from '#src/zone/zone.ts';

/** The running program: the office that works on cases, and what the front desk needs to ask and answer in words. */
export type App = {
  readonly config: Config;
  readonly zone: Zone;
  readonly office: Office;
  readonly front: ReturnType<typeof frontOf>;
  readonly admit: (address: string) => Promise<Admission>;
  readonly disk: () => Room;
};

export type StoreOptions = {
  readonly migrate: boolean;
  readonly commitEach?: boolean;
  /** Write to Postgres from a thread of its own, as SQLite always is. */
  readonly thread?: boolean;
};

/** A setting that cannot work, told in one line at start. */
class ConfigError extends Error {
  override name = 'ConfigError';
}

/** Netlify has no lasting disk: a file database or a key file there would lose what people sent. */
const refuseOnNetlify = (settings: Config): void => {
  if (!settings.netlify) return;
  if (!settings.databaseUrl)
    throw new ConfigError(
      'On Netlify set DATABASE_URL (or NETLIFY_DATABASE_URL) to a Postgres address: there is no lasting disk for SQLite.',
    );
  if (!settings.key)
    throw new ConfigError(
      'On Netlify set REOPENDESK_KEY to 32 random bytes in base64, for instance from: openssl rand -base64 32',
    );
};

/** Adapters are loaded when they are chosen: neither pays for the other's driver at start. */
const openStore = async (settings: Config, options: StoreOptions): Promise<CaseStore> => {
  if (settings.databaseUrl) {
    const url = settings.databaseUrl;
    if (options.migrate) await (await import('#src/store/migrate-postgres.ts')).migratePostgres({ url });
    return (await import('#src/store/postgres.ts')).openPostgres({ url, thread: options.thread ?? false });
  }
  const file = join(settings.data, 'reopendesk.sqlite');
  if (options.migrate) await (await import('#src/store/migrate-sqlite.ts')).migrateSqlite({ file });
  return (await import('#src/store/sqlite.ts')).openSqlite({ file, commitEach: options.commitEach ?? false });
};

/** A store whose cases another key sealed is refused at once: better no service than answers nobody can read. */
const refuseForeignKey = async (store: CaseStore, id: string): Promise<void> => {
  // A store that nobody migrated yet has no cases; health says so.
  if ((await store.health()).schema === 0) return;
  const { rows } = await store.list({ form: null, after: null, limit: 1 });
  const sealedBy = rows[0]?.keyId;
  if (sealedBy === undefined || sealedBy === id) return;
  throw new ConfigError(
    `The cases in the store are sealed under master key ${sealedBy}, but key ${id} is loaded. Put the right master.key or REOPENDESK_KEY in place.`,
  );
};

const frontOf = (office: Office, zone: Zone) => ({
  forms: office.forms,
  tables: office.tables,
  today: office.ruleDay,
  fillPhone: zone.phones.fill,
  showNumber,
  receiptSeconds: ticketLife,
  department: (code: string): Words => office.departments[code] ?? w(code, code),
  handler: (form: string, lang: Lang) =>
    handlerOf(candidates(zone.routing, form, office.ruleDay()), office.departments, lang),
  sealTicket: (ticket: Ticket) => sealTicket(office.keys, ticket, office.now()),
  openTicket: (value: string) => openTicket(office.keys, value, office.now()),
});

/** A full disk refuses before anything is taken in: a success that cannot be kept would be a lie. */
const admitting = (
  office: Office,
  settings: Config,
  disk: () => Room,
  address: string,
): Promise<Admission> => {
  if (disk().full) throw new StoreUnavailable('the disk is 90 % full');
  return settings.rateLimit ? admit(office, address) : Promise.resolve({ tag: 'welcome' });
};

/** Reads the zone, loads or makes the master key, opens the store. Throws `ConfigError` or `ZoneError` with what to do. */
export const openApp = async (settings: Config, options: StoreOptions): Promise<App> => {
  refuseOnNetlify(settings);
  const zone = readZone(
    process.cwd(),
    forms.map(form => form.id),
  );
  if (!settings.databaseUrl || !settings.key) mkdirSync(settings.data, { recursive: true, mode: 0o700 });
  const hasCases = existsSync(join(settings.data, 'reopendesk.sqlite'));
  const keys = deriveKeys(
    masterKey({ given: settings.key, file: join(settings.data, 'master.key'), mayCreate: !hasCases }),
  );
  const store = await openStore(settings, options);
  await refuseForeignKey(store, keys.id).catch(async error => {
    await store.close();
    throw error;
  });
  const now = () => new Date();
  const disk = settings.databaseUrl ? () => roomy : diskGauge(settings.data);
  const office: Office = {
    store,
    keys,
    now,
    ruleDay: () => today(zone, now()),
    forms,
    tables: tablesOf(zone),
    routing: zone.routing,
    calendar: zone.calendar,
    closing: zone.office.to,
    departments: departmentsOf(zone),
  };
  return {
    config: settings,
    zone,
    office,
    front: frontOf(office, zone),
    admit: address => admitting(office, settings, disk, address),
    disk,
  };
};

let current: Promise<App> | null = null;

/** The program as functions use it: opened once a process, from the environment, without migrating. A start that failed is not kept. */
export const app = (): Promise<App> => {
  if (current) return current;
  const opening = openApp(config(), { migrate: false });
  current = opening;
  opening.catch(() => {
    if (current === opening) current = null;
  });
  return opening;
};

/** Makes functions use a program that the server has opened. */
export const use = (opened: App): void => {
  current = Promise.resolve(opened);
};
