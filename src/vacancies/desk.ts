import type { Cursor, DeskRow } from '#src/cases/desk-store.ts';
import { isErased } from '#src/cases/seal.ts';
import type { CaseRow } from '#src/cases/store.ts';
import { addDays, type Day, dayOf, instant } from '#src/rules/day.ts';
import { isPublic, type VacancyAct } from '#src/vacancies/plan.ts';
import { publicDays } from '#src/vacancies/position.ts';
import { vacancySectionOf } from '#src/vacancies/section.ts';
import type { VacancyCursor, VacancyNarrow, VacancyPage, VacancyRow } from '#src/vacancies/store.ts';
import {
  type Asked,
  doVacancy,
  labourForm,
  needsReview,
  type Refusal,
  type Reviewed,
  refusalOf,
  reviewed,
  type VacancyRoom,
} from '#src/vacancies/vacancies.ts';

/** What anybody may read of a vacancy: nothing of its case. */
export type PublicVacancy = Omit<
  VacancyRow,
  'id' | 'caseId' | 'line' | 'version' | 'state' | 'ended' | 'changedAt'
>;

/** Named one by one, so that a new column is not public by itself. */
const publicOf = (row: VacancyRow): PublicVacancy => ({
  number: row.number,
  kind: row.kind,
  enterprise: row.enterprise,
  area: row.area,
  title: row.title,
  skills: row.skills,
  headcount: row.headcount,
  filled: row.filled,
  payFrom: row.payFrom,
  payTo: row.payTo,
  employment: row.employment,
  meals: row.meals,
  lodging: row.lodging,
  startDay: row.startDay,
  insured: row.insured,
  online: row.online,
  publishedAt: row.publishedAt,
  until: row.until,
});

/** A page of the public list, with how many there are in all. */
export type PublicPage = {
  readonly rows: readonly PublicVacancy[];
  readonly next: VacancyCursor | null;
  readonly count: number;
  readonly heads: number;
};

/** A case with positions to review. */
export type ToReview = {
  readonly row: DeskRow;
  readonly all: number;
  readonly open: number;
  /** False where the enterprise did not agree: nothing can be done but ask. */ readonly isAllowed: boolean;
};

/** A vacancy at the desk: the number of its case beside it. */
export type DeskVacancy = VacancyRow & { readonly caseNumber: string; readonly isPublic: boolean };

/** A vacancy ends soon within so many days. */
const soon = 7;
/** After every day. */
const never = '9999-12-31';

/** Cases looked through for a page of those to review. */
const perPage = 20;

const stages = ['to-accept', 'declined', 'doing', 'waiting', 'answered', 'upward', 'unsolved'] as const;

const reviewPage = async (
  room: VacancyRoom,
  { department, after }: { readonly department: string; readonly after: Cursor | null },
): Promise<{ readonly rows: readonly ToReview[]; readonly next: Cursor | null }> => {
  const { store } = room.office;
  const narrow = { department, officer: '', areas: '', form: labourForm, area: '', line: '', notAgainst: '' };
  const pick = { of: 'stages', stages, dueFrom: '', dueBefore: '9999' } as const;
  const page = await store.deskPage({ pick, narrow, sort: 'due', after, limit: perPage });
  const each = page.rows.map(async (row): Promise<ToReview | null> => {
    const full = await store.caseById(row.id);
    if (!full || isErased(full)) return null;
    const all = await reviewed(room, full);
    const open = all.filter(one => needsReview(one.vacancy)).length;
    const isAllowed = refusalOf(full) === null;
    return open > 0 ? { row, all: all.length, open, isAllowed } : null;
  });
  const rows = (await Promise.all(each)).flatMap(one => (one ? [one] : []));
  return { rows, next: page.next };
};

const deskOf = async ({ office }: VacancyRoom, row: VacancyRow, today: Day): Promise<DeskVacancy> => {
  const found = await office.store.caseById(row.caseId);
  return { ...row, caseNumber: found?.number ?? '', isPublic: isPublic(row, today) };
};

const everything = { kind: '', area: '', words: '', lodging: '', latest: never } as const;

const listing = (room: VacancyRoom) => {
  const { store, office } = room;
  const today = () => dayOf(office.now());
  const latest = () => addDays(today(), soon);
  const seen = async ({ rows, next }: VacancyPage) => ({
    rows: await Promise.all(rows.map(row => deskOf(room, row, today()))),
    next,
  });
  return {
    /** What anybody may read now. */
    published: async (
      narrow: Pick<VacancyNarrow, 'kind' | 'area' | 'words' | 'lodging'>,
      sort: 'newest' | 'ending',
      after: VacancyCursor | null,
      limit: number,
    ): Promise<PublicPage> => {
      const asked = { ...everything, ...narrow, today: today() };
      const [page, totals] = await Promise.all([
        store.openVacancies({ ...asked, sort, after, limit }),
        store.vacancyTotals(asked),
      ]);
      return { rows: page.rows.map(publicOf), next: page.next, ...totals };
    },
    toReview: (query: { readonly department: string; readonly after: Cursor | null }) =>
      reviewPage(room, query),
    open: async (view: 'open' | 'ending', after: VacancyCursor | null, limit: number) => {
      const until = view === 'ending' ? { latest: latest() } : {};
      const asked = { ...everything, ...until, today: today(), sort: 'ending', after, limit } as const;
      return seen(await store.openVacancies(asked));
    },
    past: async (after: VacancyCursor | null, limit: number) =>
      seen(await store.pastVacancies({ today: today(), after, limit })),
    /** How many of each kind are public, how many people they are about, and how many end soon. */
    totals: async () => {
      const all = { ...everything, today: today() };
      const [hire, lend, ending] = await Promise.all([
        store.vacancyTotals({ ...all, kind: 'hire' }),
        store.vacancyTotals({ ...all, kind: 'lend' }),
        store.vacancyTotals({ ...all, latest: latest() }),
      ]);
      return {
        hire: hire.count,
        wanted: hire.heads,
        lend: lend.count,
        lent: lend.heads,
        soon: ending.count,
      };
    },
  };
};

/** A case as its review page shows it. */
export type CaseReview = {
  readonly refusal: Refusal | null;
  readonly positions: readonly (Reviewed & { readonly isPublic: boolean })[];
};

/** Vacancies as pages take them. */
export const openVacancies = (room: VacancyRoom) => ({
  ...listing(room),
  phone: room.phone,
  days: publicDays,
  today: () => dayOf(room.office.now()),
  /** The positions of a case, what was made of each, and why nothing may be published. */
  review: async (row: CaseRow): Promise<CaseReview> => ({
    refusal: refusalOf(row),
    positions: (await reviewed(room, row)).map(one => ({
      ...one,
      isPublic: one.vacancy !== null && isPublic(one.vacancy, dayOf(room.office.now())),
    })),
  }),
  /** The public words of a position as it would be published. */
  public: publicOf,
  events: (caseId: string) => room.store.vacancyEvents({ caseId, limit: 50 }),
  act: (number: string, act: VacancyAct, asked: Asked, by: string) => doVacancy(room, number, act, asked, by),
  /** For the daily report of a day. */
  section: async (day: Day) => {
    const before = instant(addDays(day, 1)).toISOString();
    return vacancySectionOf(
      await room.store.vacancySums(dayOf(room.office.now())),
      await room.store.vacancyFlows(before),
    );
  },
});

/** What pages ask of vacancies; a port of plain data. */
export type Vacancies = ReturnType<typeof openVacancies>;
