import {
  addSite,
  type Beds,
  draftId,
  freeIn,
  type Hand,
  isDraftId,
  lodgingForm,
  type Move,
  move,
  openOf,
  reserve,
  totalOf,
  type Wanted,
  type Wish,
  wishOf,
} from '#src/beds/beds.ts';
import { bedsSectionOf } from '#src/beds/section.ts';
import type { Site, SiteKind, SiteRow, Stay, StaysWanted } from '#src/beds/store.ts';
import type { Cursor, DeskRow } from '#src/cases/desk-store.ts';
import { isErased } from '#src/cases/seal.ts';
import type { CaseRow } from '#src/cases/store.ts';
import type { Day } from '#src/rules/day.ts';

/** A site with what is free. */
export type SiteSeen = Site & { readonly free: number };

/** A stay with what is open, and the number of its case where there is one. */
export type StaySeen = Stay & ReturnType<typeof openOf> & { readonly number: string };

/** A case that asks for beds, and how many persons wait for one. */
export type Waiting = Wish & {
  readonly number: string;
  readonly enterprise: string;
  readonly area: string;
  readonly given: number;
  readonly waiting: number;
};

const seen = (site: Site): SiteSeen => ({ ...site, free: freeIn(site) });

/** Cases on a page of those that wait, and how many are looked through for it. */
const perPage = 20;

const waitingOf = async ({ office, store }: Beds, row: DeskRow | CaseRow): Promise<Waiting | null> => {
  const full = await office.store.caseById(row.id);
  const wish = full && !isErased(full) ? wishOf(full) : null;
  if (!full || !wish) return null;
  const given = await store.bedsOfCase(full.id);
  const waiting = Math.max(0, wish.persons - given);
  return { ...wish, number: full.number, enterprise: full.enterprise, area: full.area, given, waiting };
};

/** A page of lodging cases that are not over, in the order of their due times, each with how many still wait. */
const waitingPage = async (
  beds: Beds,
  { department, after }: { readonly department: string; readonly after: Cursor | null },
): Promise<{ readonly rows: readonly Waiting[]; readonly next: Cursor | null }> => {
  const narrow = {
    department,
    officer: '',
    areas: '',
    form: lodgingForm,
    area: '',
    line: '',
    notAgainst: '',
  };
  const stages = ['to-accept', 'declined', 'doing', 'waiting', 'answered', 'upward', 'unsolved'] as const;
  const pick = { of: 'stages', stages, dueFrom: '', dueBefore: '9999' } as const;
  const page = await beds.office.store.deskPage({ pick, narrow, sort: 'due', after, limit: perPage });
  const rows = await Promise.all(page.rows.map(row => waitingOf(beds, row)));
  return { rows: rows.flatMap(row => (row && row.waiting > 0 ? [row] : [])), next: page.next };
};

const stayOf = async ({ office }: Beds, stay: Stay): Promise<StaySeen> => {
  const row = stay.caseId === '' ? null : await office.store.caseById(stay.caseId);
  return { ...stay, ...openOf(stay), number: row?.number ?? '' };
};

const looking = (beds: Beds) => ({
  /** Sites by name, of a kind or of any (''). */
  sites: async (query: {
    readonly kind: SiteKind | '';
    readonly after: { readonly name: string; readonly id: string } | null;
    readonly limit: number;
  }) => {
    const rows = await beds.store.bedSites({ ...query, limit: query.limit + 1 });
    const shown = rows.slice(0, query.limit).map(seen);
    const end = rows.length > query.limit ? shown.at(-1) : undefined;
    return { rows: shown, next: end ? { name: end.name, id: end.id } : null };
  },
  site: async (id: string, before: string, limit: number) => {
    const site = await beds.store.bedSite(id);
    if (!site) return null;
    const rows = await beds.store.staysOf({ siteId: id, before, limit: limit + 1 });
    const stays = await Promise.all(rows.slice(0, limit).map(stay => stayOf(beds, stay)));
    return { site: seen(site), stays, next: rows.length > limit ? (stays.at(-1)?.id ?? '') : '' };
  },
  /** What a case asks for and has; null where it asks for no beds. */
  wish: (row: CaseRow) => waitingOf(beds, row),
  waiting: (query: { readonly department: string; readonly after: Cursor | null }) =>
    waitingPage(beds, query),
  totals: async () => totalOf(await beds.store.bedSums()),
  sums: () => beds.store.bedSums(),
  flows: (day: string) => beds.store.bedFlows(day),
  /** A page of the stays behind a number of a day; `next` is the `before` of the following one, '' after the last. */
  stays: async (wanted: StaysWanted, before: string, limit: number) => {
    const rows = await beds.store.bedStays({ ...wanted, before, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    return { rows: shown, next: rows.length > limit ? (shown.at(-1)?.id ?? '') : '' };
  },
});

/** Beds as the pages of the desk take them. */
export const openBeds = (beds: Beds) => ({
  ...looking(beds),
  /** For the daily report of a day. */
  section: async (day: Day) => bedsSectionOf(await beds.store.bedSums(), await beds.store.bedFlows(day), day),
  draftId: () => draftId(beds),
  isDraftId,
  addSite: (site: Omit<SiteRow, 'at' | 'actor'>, login: string) => addSite(beds, site, login),
  changeSite: (change: Parameters<Beds['store']['changeSite']>[0]) => beds.store.changeSite(change),
  reserve: (wanted: Wanted, hand: Hand) => reserve(beds, wanted, hand),
  move: (wanted: Move, hand: Hand) => move(beds, wanted, hand),
});

/** What the desk asks of the register of beds; a port of plain data for its pages. */
export type BedDesk = ReturnType<typeof openBeds>;
