import { existsSync, mkdirSync, unwatchFile, watchFile } from 'node:fs';
import { join } from 'node:path';
import { attachmentsOf } from '#src/adapters/attachments.ts';
import { keyFile, mastersOf, staffRoomOf } from '#src/adapters/keys.ts';
import { openStore, refuseOnNetlify, type StoreOptions } from '#src/adapters/store.ts';
import type { Attachments } from '#src/attachments/open.ts';
import { openUpkeep, type Upkeep } from '#src/backup/upkeep.ts';
import { type BedDesk, openBeds } from '#src/beds/desk.ts';
import { type Suspect, type Verdict, weigh } from '#src/cases/challenge.ts';
import { showNumber } from '#src/cases/number.ts';
import type { Office } from '#src/cases/office.ts';
import { openKeys } from '#src/cases/root.ts';
import { StoreUnavailable } from '#src/cases/store.ts';
import { letterIn } from '#src/cases/tell.ts';
import { openTicket, sealTicket, type Ticket, ticketLife } from '#src/cases/ticket.ts';
import { type Config, config } from '#src/config.ts';
import { type DonationDesk, openDonations } from '#src/donations/desk.ts';
import { type Figures, openFigures } from '#src/figures/figures.ts';
import { spansOf } from '#src/figures/hours.ts';
import { openStatistics, type Statistics } from '#src/figures/public.ts';
import type { FiguresStore } from '#src/figures/store.ts';
import { type FindingsDesk, openFindings } from '#src/findings/desk.ts';
import { type FirmsDesk, openFirms } from '#src/firms/desk.ts';
import { forms } from '#src/forms/index.ts';
import { type FundingDesk, openFunding } from '#src/funding/desk.ts';
import { type Words, w } from '#src/i18n/words.ts';
import { openSupplies, type Supplies } from '#src/ledger/desk.ts';
import { catchUp as supplied } from '#src/ledger/ledger.ts';
import type { LedgerStore } from '#src/ledger/store.ts';
import { openLibrary } from '#src/library/library.ts';
import { openTelling } from '#src/notify/open.ts';
import type { Outbox } from '#src/notify/outbox.ts';
import { openPapers, type PaperDesk } from '#src/papers/desk.ts';
import { paperForms } from '#src/papers/kinds.ts';
import type { ProjectRoom } from '#src/projects/plan.ts';
import { dayOf } from '#src/rules/day.ts';
import { openSlots, type SlotDesk } from '#src/slots/desk.ts';
import { type Desk, openDesk } from '#src/staff/desk.ts';
import { firstAdmin } from '#src/staff/first-admin.ts';
import type { TrayStore } from '#src/staff/tray.ts';
import type { Store } from '#src/store/adapter.ts';
import { diskGauge, type Room, roomy } from '#src/store/disk.ts';
import { openVacancies, type Vacancies } from '#src/vacancies/desk.ts';
import { handlingOf, phoneFor, rulesOf } from '#src/zone/handler.ts';
import { departmentsOf, tablesOf } from '#src/zone/tables.ts';
import { readZone, today, type Zone } from '#src/zone/zone.ts';

/** The running program: the office that works on cases, and what the front desk needs to ask and answer in words. */
export type App = {
  readonly config: Config;
  readonly zone: Zone;
  readonly office: Office;
  readonly front: ReturnType<typeof frontOf>;
  readonly admit: (suspect: Suspect) => Promise<Verdict>;
  readonly attachments: Attachments;
  /** What is to be told, and how it went. */ readonly outbox: Outbox;
  /** Sign-in, sessions and roles of the desk. */ readonly desk: Desk;
  /** Where there is no staff yet, an invitation for the first administrator goes into the data folder. */
  readonly inviteFirst: () => Promise<boolean>;
  /** Projects and the conditions of their start. */ readonly projects: ProjectRoom;
  /** Needs for supplies, stock, and what was promised of it. */ readonly supplies: Supplies;
  /** Passes, notices, certificates, letters. */ readonly papers: PaperDesk;
  /** What enterprises ask of banks, and beds. */ readonly funding: FundingDesk;
  readonly beds: BedDesk;
  /** Bookable hours, and who booked. */ readonly slots: SlotDesk;
  /** What is given, and the public roll of it. */ readonly donations: DonationDesk;
  /** Positions of labour cases that are public. */ readonly vacancies: Vacancies;
  /** What is counted, and the daily report. */ readonly figures: Figures;
  /** Brings every ledger up to the cases, so that whoever looks rarely waits; what is left is done the next time, or by a look. */
  readonly catchUp: () => Promise<void>;
  /** What of it the public reads. */ readonly statistics: () => Promise<Statistics>;
  /** Enterprises in operation, their daily returns, who opens first. */ readonly firms: FirmsDesk;
  /** What departments find every day, and the meeting's brief. */ readonly findings: FindingsDesk;
  /** What the desk remembers beside the cases: saved views, who looks at what. */
  readonly tray: TrayStore;
  readonly disk: () => Room;
  /** What is waiting, anchors, backups. */ readonly upkeep: Upkeep;
};

/** Takes up the keys of a key file that was changed: a server goes on while they are rotated. */
export const reloadKeys = async ({ config: settings, office }: App): Promise<void> => {
  Object.assign(office, { keys: await openKeys(office.store, mastersOf(settings, false)) });
};

/** Takes up the keys of the key file whenever it changes, within a second or two, until the returned function is called. */
export const watchKeys = (opened: App): (() => void) => {
  const { config: settings } = opened;
  if (settings.key) return () => {};
  const file = keyFile(settings);
  const look = (): void => {
    reloadKeys(opened).catch((error: unknown) =>
      console.error(JSON.stringify({ level: 'error', keys: String(error) })),
    );
  };
  watchFile(file, { interval: 1000, persistent: false }, look);
  return () => unwatchFile(file, look);
};

const frontOf = (
  office: Office,
  zone: Zone,
  attachments: Attachments,
  desk: Desk,
  { papers, slots }: Pick<App, 'papers' | 'slots'>,
) => ({
  attachments,
  desk,
  papersOf: papers.issuedOf,
  paperForms,
  slots,
  ...openLibrary(process.cwd()),
  forms: office.forms,
  tables: office.tables,
  today: office.ruleDay,
  sentOn: () => dayOf(office.now()),
  fillPhone: zone.phones.fill,
  departments: Object.keys(office.departments),
  templates: zone.answers,
  siteCheck: zone.siteCheck,
  showNumber,
  receiptSeconds: ticketLife,
  department: (code: string): Words => office.departments[code] ?? w(code, code),
  handler: (form: string) => handlingOf(zone, form, office.ruleDay(), dayOf(office.now())),
  sealTicket: (ticket: Ticket) => sealTicket(office.keys, ticket, office.now()),
  openTicket: (value: string) => openTicket(office.keys, value, office.now()),
});

/** What other rooms hand in to the daily report stands in `sections`, in its order. */
const figuresOf = (
  office: Office,
  store: FiguresStore & LedgerStore,
  zone: Zone,
  sections: Parameters<typeof openFigures>[0]['sections'],
): Figures =>
  openFigures({
    office,
    store,
    spans: spansOf(zone.office),
    lines: zone.lines,
    supplied: () => supplied({ office, store, priority: zone.priority }),
    sections,
  });

const codes = (rows: readonly { readonly code: string }[]) => rows.map(one => one.code);

/** The rooms of work beside the cases, each with its part of the store. */
const roomsOf = (office: Office, store: Store, zone: Zone, site: string) => {
  const supplies = openSupplies({ office, store, priority: zone.priority });
  const papers = openPapers({ office, store, issuer: zone.name['zh-Hans'], site });
  const firms = openFirms({ office, store, returns: zone.returns, order: zone.reopening });
  const funding = openFunding({ office, store });
  const beds = openBeds({ office, store });
  const slots = openSlots({ office, store });
  const donations = openDonations({ office, store });
  const vacancies = openVacancies({ office, store, phone: () => phoneFor(zone, 'labour', office.ruleDay()) });
  // The daily report takes a part from findings, and the brief takes figures: asked for when both are there.
  const findings = openFindings({
    office,
    store,
    rules: zone.findings,
    beside: { figures: () => figures, supplied: supplies.catchUp, returnsOn: firms.returnsOn },
  });
  const figures: Figures = figuresOf(office, store, zone, [
    firms.section,
    funding.section,
    beds.section,
    donations.section,
    vacancies.section,
    findings.section,
    findings.onHandSection,
  ]);
  return {
    supplies,
    papers,
    projects: {
      store,
      now: () => office.now(),
      ruleDay: office.ruleDay,
      calendar: zone.calendar,
      conditions: zone.projectConditions,
      codes: { areas: codes(zone.areas), lines: codes(zone.lines), departments: codes(zone.departments) },
    },
    funding,
    beds,
    slots,
    donations,
    vacancies,
    firms,
    findings,
    figures,
    catchUp: async () => {
      await figures.catchUp(20_000);
      for (const room of [supplies, firms, funding, donations]) await room.catchUp();
    },
    statistics: openStatistics({
      figures,
      firmsOn: firms.firmsOn,
      lines: zone.lines,
      now: () => office.now(),
    }),
  };
};

/** A full disk refuses before anything is taken in: a success that cannot be kept would be a lie. */
const admitting = (
  office: Office,
  settings: Config,
  disk: () => Room,
  suspect: Suspect,
): Promise<Verdict> => {
  if (disk().full) throw new StoreUnavailable('the disk is 90 % full');
  return weigh(office, suspect, settings.rateLimit);
};

/** Reads the zone, loads or makes the master key, opens the store. Throws `ConfigError` or `ZoneError` with what to do. */
export const openApp = async (settings: Config, options: StoreOptions): Promise<App> => {
  refuseOnNetlify(settings);
  const ids = forms.map(form => form.id);
  const zone = readZone(process.cwd(), ids);
  if (!settings.databaseUrl || !settings.key) mkdirSync(settings.data, { recursive: true, mode: 0o700 });
  const hasCases = existsSync(join(settings.data, 'reopendesk.sqlite'));
  const masters = mastersOf(settings, !hasCases);
  const store = await openStore(settings, options);
  const keys = await openKeys(store, masters).catch(async error => {
    await store.close();
    throw error;
  });
  const now = () => new Date();
  const disk = settings.databaseUrl ? () => roomy : diskGauge(settings.data);
  const { outbox, contacts } = openTelling({
    store,
    now: () => office.now(),
    settings: settings.notify,
    table: zone.notify,
    file: settings.netlify ? null : join(settings.data, 'outbox.log'),
    subject: zone.name['zh-Hans'],
    site: settings.siteUrl,
    letter: row => letterIn(office, row),
  });
  const office: Office = {
    store,
    keys,
    now,
    ruleDay: () => today(zone, now()),
    forms,
    tables: tablesOf(zone),
    rules: rulesOf(zone),
    calendar: zone.calendar,
    closing: zone.office.to,
    forgetFiles: async id => void (await attachments.deleteOf(id)),
    departments: departmentsOf(zone),
    guideOf: of => desk.roster.guideOf(of),
    hostOf: placeId => rooms.slots.hostOf(placeId),
    contacts,
  };
  const first = firstAdmin(join(settings.data, 'first-admin'));
  const desk = openDesk(staffRoomOf(office, store, first.drop), settings.oidc);
  const attachments = await attachmentsOf(office, store, settings);
  const rooms = roomsOf(office, store, zone, settings.siteUrl);
  return {
    config: settings,
    zone,
    office,
    front: frontOf(office, zone, attachments, desk, rooms),
    attachments,
    outbox,
    desk,
    inviteFirst: () => first.offer(desk.accounts),
    tray: store,
    ...rooms,
    upkeep: openUpkeep({
      store,
      data: settings.data,
      now: () => office.now(),
      today: () => dayOf(office.now()),
      disk,
    }),
    admit: suspect => admitting(office, settings, disk, suspect),
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
