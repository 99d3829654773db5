import type { BedKind, BedResult, BedStore, BedSum, Site, SiteKind, SiteRow, Stay } from '#src/beds/store.ts';
import { type Plan, prepare } from '#src/cases/act.ts';
import type { Office } from '#src/cases/office.ts';
import { newId } from '#src/cases/random.ts';
import { isErased } from '#src/cases/seal.ts';
import type { Append, CaseRow } from '#src/cases/store.ts';
import { addDays, type Day } from '#src/rules/day.ts';

/** What the work on beds needs, handed in. */
export type Beds = { readonly office: Office; readonly store: BedStore };

/** The form whose cases ask for beds. */
export const lodgingForm = 'lodging';

/** `unfit`: the site, the stay or the case is not there, is not theirs, or is of another kind. `busy`: the case moved on too fast. */
export type Lodged = { readonly tag: BedResult['tag'] | 'done' | 'unfit' | 'busy' };

/** So often a case that moved on meanwhile is read anew. */
const tries = 8;

/** What a lodging case asks for, in the clear: counts and days, no names. */
export type Wish = {
  readonly kind: SiteKind | '';
  readonly persons: number;
  readonly arrival: Day;
  /** '' where nobody knows. */ readonly until: Day;
};

/** What a case asks for; a case of another form asks for nothing. */
export const wishOf = (row: Pick<CaseRow, 'form' | 'answers'>): Wish | null => {
  if (row.form !== lodgingForm) return null;
  const { stay } = JSON.parse(row.answers);
  if (typeof stay !== 'object' || stay === null) return null;
  const nights = Number(stay.nights) || 0;
  const arrival: Day = typeof stay.arrival === 'string' ? stay.arrival : '';
  return {
    kind: stay.kind === 'quarantine' || stay.kind === 'dormitory' ? stay.kind : '',
    persons: (Number(stay.men) || 0) + (Number(stay.women) || 0),
    arrival,
    until: nights > 0 && arrival !== '' ? addDays(arrival, nights) : '',
  };
};

/** Free beds: neither lived in nor kept. A closed site has none to give. */
export const freeIn = ({ state, capacity, reserved, resident }: Site): number =>
  state === 'open' ? capacity - reserved - resident : 0;

/** How many of a stay can still come, and how many live there. */
export const openOf = ({ persons, arrived, departed, cancelled }: Stay) => ({
  expected: persons - arrived - cancelled,
  living: arrived - departed,
});

/** Does something with the event on its case; where the case moved on meanwhile, on the case as it then stands. */
const withEvent = async (
  { office }: Beds,
  caseId: string,
  plan: Plan,
  login: string,
  send: (appends: readonly Append[], at: string) => Promise<BedResult>,
): Promise<Lodged> => {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const at = office.now();
    const row = caseId === '' ? null : await office.store.caseById(caseId);
    // An erased case gets no event: nobody can read it there. Its beds are still counted.
    const prepared = row && prepare(office, row, login, at, plan);
    const result = await send(prepared ? [prepared.command] : [], at.toISOString());
    if (result.tag === 'stored') return { tag: 'done' };
    if (result.tag !== 'stale' || !prepared) return result;
    const now = await office.store.caseById(caseId);
    // Not the case moved on: the stay itself did.
    if (now?.head === row.head) return result;
  }
  return { tag: 'busy' };
};

export type Hand = { readonly login: string; readonly may: (row: CaseRow) => Promise<boolean> };

export type Wanted = {
  /** Of the page that was sent: sent twice it counts once. */ readonly id: string;
  readonly siteId: string;
  /** The case's number; '' for persons that no case asked for. */ readonly number: string;
  readonly persons: number;
  readonly fromDay: Day;
  readonly plannedTo: Day;
};

/** Keeps beds for so many persons at a site, with the event on the case that asked. */
export const reserve = async (beds: Beds, wanted: Wanted, hand: Hand): Promise<Lodged> => {
  const { id, siteId, number, persons, fromDay, plannedTo } = wanted;
  const site = await beds.store.bedSite(siteId);
  const row = number === '' ? null : await beds.office.store.caseByNumber(number);
  if (!site || (number !== '' && !row)) return { tag: 'unfit' };
  if (
    row &&
    (row.form !== lodgingForm || row.state === 'withdrawn' || isErased(row) || !(await hand.may(row)))
  )
    return { tag: 'unfit' };
  const data = { step: 'reserved', persons, place: site.name };
  return withEvent(beds, row?.id ?? '', { kind: 'lodged', data }, hand.login, (appends, at) => {
    const stay = { id, siteId, caseId: row?.id ?? '', persons, fromDay, plannedTo, at, actor: hand.login };
    return beds.store.reserveBeds({ stay, at, actor: hand.login, appends });
  });
};

export type Move = {
  readonly stayId: string;
  readonly siteId: string;
  readonly kind: Exclude<BedKind, 'reserved'>;
  readonly persons: number;
  readonly day: Day;
  /** What was open to it on the page. */ readonly open: number;
};

/** Lets persons in or out, or gives up beds that were kept, with the event on the case. */
export const move = async (beds: Beds, wanted: Move, hand: Hand): Promise<Lodged> => {
  const stay = await beds.store.stay(wanted.stayId);
  const site = stay && (await beds.store.bedSite(stay.siteId));
  if (!stay || !site || site.id !== wanted.siteId) return { tag: 'unfit' };
  const row = stay.caseId === '' ? null : await beds.office.store.caseById(stay.caseId);
  if (row && !(await hand.may(row))) return { tag: 'unfit' };
  const { stayId, kind, persons, day, open } = wanted;
  const data = { step: kind, persons, place: site.name };
  return withEvent(beds, stay.caseId, { kind: 'lodged', data }, hand.login, (appends, at) =>
    beds.store.moveBeds({ stayId, kind, persons, day, open, at, actor: hand.login, appends }),
  );
};

/** Sums over all sites: stock and flow apart. */
export type Totals = Omit<BedSum, 'kind'> & { readonly free: number };

/** Adds kinds of sites up. */
export const totalOf = (sums: readonly BedSum[]): Totals => {
  const none = { sites: 0, capacity: 0, reserved: 0, resident: 0, arrived: 0 };
  const all = sums.reduce(
    (sum, one) => ({
      sites: sum.sites + one.sites,
      capacity: sum.capacity + one.capacity,
      reserved: sum.reserved + one.reserved,
      resident: sum.resident + one.resident,
      arrived: sum.arrived + one.arrived,
    }),
    none,
  );
  return { ...all, free: all.capacity - all.reserved - all.resident };
};

/** An id for a page that will be sent: of a site, or of a stay. */
export const draftId = ({ office }: Beds): string => newId(office.now());

/** Whether a text may be the id of a page that was sent. */
export const isDraftId = (text: string): boolean => /^[0-9a-z]{9}[0-9a-f]{20}$/.test(text);

/** Books a site. */
export const addSite = async (
  { office, store }: Beds,
  site: Omit<SiteRow, 'at' | 'actor'>,
  login: string,
): Promise<Lodged> => {
  const isNew = await store.addSite({ ...site, at: office.now().toISOString(), actor: login });
  return { tag: isNew ? 'done' : 'again' };
};
