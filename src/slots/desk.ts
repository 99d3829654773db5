import { leadMinutes } from '#src/cases/places.ts';
import { newId } from '#src/cases/random.ts';
import type { CaseRow } from '#src/cases/store.ts';
import { asksForPlace, timeOf } from '#src/forms/place.ts';
import { dayOf, instant } from '#src/rules/day.ts';
import { type Fault, type Offer, plan } from '#src/slots/plan.ts';
import { remindBooked } from '#src/slots/remind.ts';
import { callOff, change, mark, mayBook, mayMove, move, type Slots } from '#src/slots/slots.ts';
import type {
  BookedCase,
  BookingState,
  HourDetails,
  HourRow,
  OpenPlace,
  PlaceRow,
} from '#src/slots/store.ts';

/** An hour with its places. */
export type HourSeen = HourRow & { readonly places: readonly PlaceRow[] };

/** What the enterprise of a case reads of its time. */
export type OwnPlace = {
  readonly placeId: string;
  readonly state: BookingState;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly hour: HourRow | null;
  /** Whether it may still move or cancel it by itself. */ readonly mayMove: boolean;
  readonly mayCancel: boolean;
};

/** What came of an offer. */
export type Offered =
  | { readonly tag: 'done' | 'again'; readonly days: number; readonly skipped: readonly string[] }
  | { readonly tag: 'faults'; readonly faults: readonly Fault[] };

const lead = (at: Date): string => new Date(at.getTime() + leadMinutes * 60_000).toISOString();

/** One row more than asked for tells whether anything follows. */
const paged = <Row>(rows: readonly Row[], limit: number) => {
  const shown = rows.slice(0, limit);
  return { rows: shown, end: rows.length > limit ? (shown.at(-1) ?? null) : null };
};

const looking = ({ office, store }: Slots) => ({
  /** Hours that are not over, with their places; those of a department or all (''). */
  hours: async (query: {
    readonly host: string;
    readonly called: boolean;
    readonly after: { readonly startsAt: string; readonly id: string } | null;
    readonly limit: number;
  }): Promise<{ readonly rows: readonly HourSeen[]; readonly end: HourRow | null }> => {
    const from = office.now().toISOString();
    const { rows, end } = paged(await store.hours({ ...query, from, limit: query.limit + 1 }), query.limit);
    const places = await Promise.all(rows.map(hour => store.placesOf(hour.id)));
    return { rows: rows.map((hour, index) => ({ ...hour, places: places[index] ?? [] })), end };
  },
  hour: async (id: string): Promise<HourSeen | null> => {
    const hour = await store.hour(id);
    return hour && { ...hour, places: await store.placesOf(id) };
  },
  bookings: async (query: {
    readonly host: string;
    readonly after: { readonly startsAt: string; readonly caseId: string } | null;
    readonly limit: number;
  }): Promise<{ readonly rows: readonly BookedCase[]; readonly end: BookedCase | null }> => {
    const from = instant(dayOf(office.now())).toISOString();
    return paged(await store.bookings({ ...query, from, limit: query.limit + 1 }), query.limit);
  },
  waiting: async (query: {
    readonly department: string;
    readonly after: string;
    readonly limit: number;
  }): Promise<{ readonly rows: readonly BookedCase[]; readonly end: BookedCase | null }> =>
    paged(await store.waitingForPlace({ ...query, limit: query.limit + 1 }), query.limit),
  /** Places that can be booked from the page: of a department or any (''). */
  openPlaces: (host: string, limit: number): Promise<readonly OpenPlace[]> =>
    store.openPlaces({ host, from: lead(office.now()), after: '', limit }),
  /** A place that begins no later than this is given to nobody from the page any more. */
  bookableFrom: (): string => lead(office.now()),
  /** What else is free where a place was taken: of the same department, the nearest first. */
  others: async (placeId: string, limit: number): Promise<readonly OpenPlace[]> => {
    const hour = await store.hour(timeOf(placeId)?.hour ?? '');
    return store.openPlaces({ host: hour?.host ?? '', from: lead(office.now()), after: '', limit });
  },
  /** A place with its hour, for anybody; null where there is none. */
  placeWith: async (placeId: string) => {
    const place = timeOf(placeId) && (await store.place(placeId));
    const hour = place && (await store.hour(place.hourId));
    return place && hour ? { place, hour } : null;
  },
});

/** The time of a case as its enterprise reads it; null where its form asks for none. */
const ownOf = async ({ office, store }: Slots, row: CaseRow): Promise<OwnPlace | null> => {
  const booking = await store.booking(row.id);
  if (!booking) return null;
  const { placeId, state, startsAt } = booking;
  const place = placeId === '' ? null : await store.place(placeId);
  const isOpen = mayBook(office, row) && mayMove(booking, office.now());
  return {
    placeId,
    state,
    startsAt,
    endsAt: place?.endsAt ?? '',
    hour: place && (await store.hour(place.hourId)),
    mayMove: isOpen,
    mayCancel: isOpen && state === 'booked',
  };
};

const offer = async ({ office, store }: Slots, offered: Offer, actor: string): Promise<Offered> => {
  const now = office.now();
  const planned = plan(offered, { calendar: office.calendar, now, today: dayOf(now), actor });
  if ('faults' in planned) return { tag: 'faults', faults: planned.faults };
  const { hours, places, skipped } = planned;
  const isNew = await store.addHours({ hours, places });
  return { tag: isNew ? 'done' : 'again', days: hours.length, skipped };
};

/** Bookable hours as the pages of the desk and of the public take them. */
export const openSlots = (slots: Slots) => ({
  ...looking(slots),
  /** The department that is there at a place; ''. */
  hostOf: async (placeId: string): Promise<string> =>
    (await slots.store.hour(timeOf(placeId)?.hour ?? ''))?.host ?? '',
  own: (row: CaseRow) => ownOf(slots, row),
  remind: () => remindBooked(slots),
  /** Whether a form asks for a time. */
  asks: (form: string): boolean => slots.office.forms.some(one => one.id === form && asksForPlace(one)),
  draftId: (): string => newId(slots.office.now()),
  isDraftId: (text: string): boolean => /^[0-9a-z]{9}[0-9a-f]{20}$/.test(text),
  offer: (offered: Offer, actor: string) => offer(slots, offered, actor),
  change: (seen: Pick<HourRow, 'id' | 'version'>, set: HourDetails, actor: string) =>
    change(slots, seen, set, actor),
  callOff: (seen: Pick<HourRow, 'id' | 'version'>, actor: string) => callOff(slots, seen, actor),
  move: (number: string, placeId: string, doer: Parameters<typeof move>[3]) =>
    move(slots, number, placeId, doer),
  mark: (number: string, state: 'done' | 'missed', actor: string) => mark(slots, number, state, actor),
});

/** What pages ask of bookable hours; a port of plain data. */
export type SlotDesk = ReturnType<typeof openSlots>;
