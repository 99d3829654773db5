import type { Generated } from 'kysely';
import type { UploadRow } from '#src/attachments/port.ts';
import type { BedMovement, Site, SiteRow, Stay, StayRow } from '#src/beds/store.ts';
import type { AcknowledgementRow } from '#src/cases/acknowledgement-store.ts';
import type { DeskColumns, LookupLog, LookupRow, PartRow } from '#src/cases/desk-store.ts';
import type { FaqRow } from '#src/cases/faq-store.ts';
import type { RoundLast, RoundRow } from '#src/cases/round-store.ts';
import type {
  CaseRow,
  EventRow,
  FingerprintRow,
  KeyRow,
  NoticeRow,
  OutboxRow,
  SecretRow,
} from '#src/cases/store.ts';
import type { VisitRow } from '#src/cases/visit-store.ts';
import type { DonationRow, GoodsRow } from '#src/donations/store.ts';
import type { Sum, TallyRow } from '#src/figures/store.ts';
import type { DecisionRow, FindingRow, ProblemRow, ProblemStep, SupplyLine } from '#src/findings/store.ts';
import type { ChaseRow, EntryRow, ReturnRow, SpanRow } from '#src/firms/store.ts';
import type { FundingRow, LineRow } from '#src/funding/store.ts';
import type { AllocationRow, Lot, LotRow, MovementRow, NeedCourse, NeedRow } from '#src/ledger/store.ts';
import type { OutboxCourse } from '#src/notify/port.ts';
import type { PaperRow, StepRow } from '#src/papers/store.ts';
import type { ProjectEventRow, ProjectRow } from '#src/projects/store.ts';
import type { BookingRow, HourRow, PlaceRow, SlotEventRow } from '#src/slots/store.ts';
import type { AbsenceRow, CoverRow, OfficerRow, RosterState } from '#src/staff/roster/store.ts';
import type { CredentialRow, SessionRow, StaffEventRow, StaffRow } from '#src/staff/store.ts';
import type { Look, SavedView } from '#src/staff/tray.ts';
import type { VacancyEventRow, VacancyRow } from '#src/vacancies/store.ts';

/** `creditCode` becomes `credit_code`: the tables are the port's rows under the database's spelling, so neither can forget a column. */
type Snake<Name extends string> = Name extends `${infer Head}${infer Tail}`
  ? `${Head extends Lowercase<Head> ? Head : `_${Lowercase<Head>}`}${Snake<Tail>}`
  : Name;
type Columns<Row> = { [Name in keyof Row & string as Snake<Name>]: Row[Name] };

/** The desk's columns that a new case leaves to the table. */
type Later = Exclude<
  keyof DeskColumns,
  'stage' | 'holder' | 'officer' | 'passedAt' | 'channel' | 'enteredBy' | 'complaint' | 'against'
>;
type Generate<Row> = { [Name in keyof Row]: Generated<Row[Name]> };

/** What comes of an allocation later. */
type Settled = 'delivered' | 'cancelled' | 'returned';

/** The tables as Kysely sees them. `migrations/` makes them; times are ISO 8601 text in UTC, so they sort as they stand. */
export type Schema = {
  /** `ledgered`: the event up to which its lines stand in the ledger; `funded`: up to which its money does in the pipeline. */
  cases: Columns<Omit<CaseRow, Later>> &
    Generate<Columns<Pick<CaseRow, Later>>> & {
      ledgered: Generated<number>;
      funded: Generated<number>;
      /** Up to which its donation stands in the register. */ donated: Generated<number>;
      /** Up to which it is counted among enterprises in operation. */ firmed: Generated<number>;
      /** The event up to which it is counted. */ tallied: Generated<number>;
    };
  events: Columns<EventRow>;
  /** What a key or a fingerprint was used for. Neither outlives its case. */
  idempotency_keys: Columns<KeyRow> & { case_id: string };
  fingerprints: Columns<FingerprintRow> & { case_id: string };
  counters: { name: string; count: number; expires_at: string };
  notices: Columns<NoticeRow>;
  secrets: Columns<SecretRow>;
  /** Attached files, whose bytes lie elsewhere. None outlives its case. */
  uploads: Columns<UploadRow>;
  case_parts: Columns<PartRow>;
  lookups: Columns<LookupRow>;
  lookup_log: Columns<LookupLog>;
  /** What is to be told, and how it went. None outlives its case. */
  outbox: Columns<OutboxRow & OutboxCourse>;
  staff: Columns<StaffRow>;
  staff_credentials: Columns<CredentialRow>;
  staff_sessions: Columns<SessionRow>;
  /** What happened to accounts; only ever added to. */
  staff_events: Columns<StaffEventRow>;
  visits: Columns<VisitRow>;
  projects: Columns<ProjectRow>;
  /** What happened to projects; only ever added to. */
  project_events: Columns<ProjectEventRow>;
  /** Positions of labour cases as they are public, and what happened to each; the second is only ever added to. */
  vacancies: Columns<VacancyRow>;
  vacancy_events: Columns<VacancyEventRow>;
  /** Contacts with enterprises on a list, and the newest of each. */
  round_contacts: Columns<RoundRow>;
  round_last: Columns<RoundLast & Pick<RoundRow, 'keepUntil'>>;
  desk_views: Columns<SavedView>;
  /** Answers that are public; they outlive their case. */
  faq: Columns<FaqRow>;
  /** Which enterprise has read which notice. None outlives its case. */
  acknowledgements: Columns<AcknowledgementRow>;
  /** Who looks at which case just now. None outlives its case. */
  desk_looks: Columns<Look>;
  /** Liaison officers, what each is found by, and how often the roster was changed. */
  roster: Columns<OfficerRow>;
  roster_covers: Columns<CoverRow>;
  roster_absences: Columns<AbsenceRow>;
  roster_state: { name: string } & Columns<RosterState>;
  need_lines: Columns<NeedRow> & Generate<Columns<NeedCourse>>;
  stock_lots: Columns<LotRow> & Generate<Columns<Omit<Lot, keyof LotRow>>>;
  allocations: Columns<Omit<AllocationRow, Settled>> & Generate<Columns<Pick<AllocationRow, Settled>>>;
  /** What happened to goods; only ever added to. */
  movements: Columns<MovementRow>;
  /** Official papers; `paper_steps` is only ever added to. The last number of a kind and year is in `paper_serials`. */
  papers: Columns<Omit<PaperRow, 'year' | 'serial'>> & Generate<Columns<Pick<PaperRow, 'year' | 'serial'>>>;
  paper_steps: Columns<StepRow>;
  paper_serials: { name: string; last: number };
  /** The number of the newest movement. */
  ledger_marks: { name: string; seq: number };
  /** Enterprises of filings, their days at work, their returns, and who was chased for one. */
  firm_entries: Columns<EntryRow>;
  firm_spans: Columns<SpanRow>;
  firm_returns: Columns<ReturnRow>;
  firm_chases: Columns<ChaseRow>;
  funding: Columns<FundingRow>;
  funding_lines: Columns<LineRow>;
  donations: Columns<DonationRow>;
  donation_goods: Columns<GoodsRow>;
  bed_sites: Columns<SiteRow> & Generate<Columns<Omit<Site, keyof SiteRow>>>;
  bed_stays: Columns<StayRow> & Generate<Columns<Omit<Stay, keyof StayRow>>>;
  /** Who came and left; only ever added to. */
  bed_movements: Columns<BedMovement>;
  /** What departments report every day, each version; problems and what happened to them; what meetings decided. */
  findings: Columns<FindingRow>;
  finding_supplies: Columns<SupplyLine>;
  finding_problems: Columns<ProblemRow>;
  finding_steps: Columns<ProblemStep>;
  decisions: Columns<DecisionRow>;
  slot_hours: Columns<HourRow>;
  slot_places: Columns<Omit<PlaceRow, 'taken'>> & { taken: Generated<number> };
  /** Who has which place. None outlives its case. */
  slot_bookings: Columns<BookingRow>;
  /** What happened to hours and bookings; only ever added to. */
  slot_events: Columns<SlotEventRow>;
  /** What happened to cases, and the sums of it by one dimension at a time. None says anything of a person. */
  case_tallies: Columns<TallyRow>;
  tallies: Columns<Sum> & { dimension: string };
  /** Who may do what only one process may do at a time, and until when. */
  leases: { name: string; holder: string; expires_at: string };
  /** Kysely's own list of the migrations that ran. */
  kysely_migration: { name: string; timestamp: string };
};

export type Dialect = 'sqlite' | 'postgres';

/** What both databases take and give: nothing else may stand in a column. */
export type Value = string | number | Uint8Array | null;

/** A query as text: the names of its arguments in the order of its parameters, and whether it gives rows. */
export type Compiled = { readonly rows: boolean; readonly args: readonly string[]; readonly sql: string };
