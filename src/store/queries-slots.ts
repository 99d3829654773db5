import { type Kysely, sql } from 'kysely';
import type {
  BookingRow,
  BookingState,
  HourDetails,
  HourRow,
  PlaceRow,
  SlotEventRow,
} from '#src/slots/store.ts';
import { none } from '#src/store/columns.ts';
import type { Schema } from '#src/store/schema.ts';

type Db = Kysely<Schema>;

const hourColumns = [
  'id',
  'host',
  'office',
  'topics',
  'way',
  'spot',
  'bring',
  'day',
  'starts_at as startsAt',
  'ends_at as endsAt',
  'minutes',
  'at_once as atOnce',
  'state',
  'version',
  'at',
  'actor',
] as const;

const placeColumns = [
  'p.id',
  'p.hour_id as hourId',
  'p.starts_at as startsAt',
  'p.ends_at as endsAt',
  'p.capacity',
  'p.taken',
  'p.state',
] as const;

const bookingColumns = [
  'b.case_id as caseId',
  'b.place_id as placeId',
  'b.state',
  'b.starts_at as startsAt',
  'b.at',
] as const;

const open = sql.lit('open' as const);
const booked = sql.lit('booked' as const);

const askingSlots = (db: Db) => ({
  slotHours: (a: {
    host: string;
    from: string;
    called: number;
    startsAt: string;
    after: string;
    limit: number;
  }) =>
    db
      .selectFrom('slot_hours')
      .select(hourColumns)
      .where(sql<boolean>`(${a.host} = '' or host = ${a.host})`)
      .where(sql<boolean>`(state = 'open' or ${a.called} = 1)`)
      .where('ends_at', '>', a.from)
      .where(sql<boolean>`(starts_at, id) > (${a.startsAt}, ${a.after})`)
      .orderBy('starts_at')
      .orderBy('id')
      .limit(a.limit),
  slotHourById: (a: { id: string }) => db.selectFrom('slot_hours').select(hourColumns).where('id', '=', a.id),
  placesOfHour: (a: { hourId: string }) =>
    db.selectFrom('slot_places as p').select(placeColumns).where('p.hour_id', '=', a.hourId).orderBy('p.id'),
  placeById: (a: { id: string }) =>
    db.selectFrom('slot_places as p').select(placeColumns).where('p.id', '=', a.id),
  openPlaces: (a: { host: string; from: string; after: string; limit: number }) =>
    db
      .selectFrom('slot_places as p')
      .innerJoin('slot_hours as h', 'h.id', 'p.hour_id')
      .select([...placeColumns, 'h.host', 'h.way', 'h.office', 'h.topics'])
      .where('p.id', '>', a.after)
      .where('p.starts_at', '>', a.from)
      .where('p.state', '=', open)
      .where(sql<boolean>`p.taken < p.capacity`)
      .where(sql<boolean>`(${a.host} = '' or h.host = ${a.host})`)
      .orderBy('p.id')
      .limit(a.limit),
  bookingOfCase: (a: { caseId: string }) =>
    db.selectFrom('slot_bookings as b').select(bookingColumns).where('b.case_id', '=', a.caseId),
  bookingsOfHour: (a: { hourId: string }) =>
    db
      .selectFrom('slot_bookings as b')
      .innerJoin('slot_places as p', 'p.id', 'b.place_id')
      .select(bookingColumns)
      .where('p.hour_id', '=', a.hourId)
      .where('b.place_id', '<>', none)
      .where('b.state', '=', booked)
      .orderBy('b.case_id'),
});

const listingSlots = (db: Db) => {
  const cased = () =>
    db
      .selectFrom('slot_bookings as b')
      .innerJoin('cases as c', 'c.id', 'b.case_id')
      .leftJoin('slot_places as p', 'p.id', 'b.place_id')
      .leftJoin('slot_hours as h', 'h.id', 'p.hour_id')
      .select([
        ...bookingColumns,
        'c.number',
        'c.enterprise',
        'c.complaint',
        'c.handler',
        sql<string>`coalesce(h.host, '')`.as('host'),
        sql<string>`coalesce(h.office, '')`.as('office'),
        sql<string>`coalesce(h.way, '')`.as('way'),
      ]);
  return {
    bookingsByTime: (a: { host: string; from: string; startsAt: string; after: string; limit: number }) =>
      cased()
        .where('b.starts_at', '<>', none)
        .where('b.starts_at', '>=', a.from)
        .where(sql<boolean>`b.state in ('booked', 'done', 'missed')`)
        .where(sql<boolean>`(${a.host} = '' or h.host = ${a.host})`)
        .where(sql<boolean>`(b.starts_at, b.case_id) > (${a.startsAt}, ${a.after})`)
        .orderBy('b.starts_at')
        .orderBy('b.case_id')
        .limit(a.limit),
    waitingForPlace: (a: { department: string; after: string; limit: number }) =>
      cased()
        .where(sql<boolean>`b.state in ('wanted', 'called-off')`)
        .where(sql<boolean>`c.state in ('received', 'held', 'assigned', 'returned', 'answered')`)
        .where(sql<boolean>`(${a.department} = '' or c.handler = ${a.department})`)
        .where('b.case_id', '>', a.after)
        .orderBy('b.case_id')
        .limit(a.limit),
  };
};

const offeringSlots = (db: Db) => ({
  /** Changes no row where the hour is there. */
  insertHour: (a: HourRow) =>
    db
      .insertInto('slot_hours')
      .values({
        id: a.id,
        host: a.host,
        office: a.office,
        topics: a.topics,
        way: a.way,
        spot: a.spot,
        bring: a.bring,
        day: a.day,
        starts_at: a.startsAt,
        ends_at: a.endsAt,
        minutes: a.minutes,
        at_once: a.atOnce,
        state: a.state,
        version: a.version,
        at: a.at,
        actor: a.actor,
      })
      .onConflict(on => on.column('id').doNothing()),
  insertPlace: (a: Omit<PlaceRow, 'taken'>) =>
    db.insertInto('slot_places').values({
      id: a.id,
      hour_id: a.hourId,
      starts_at: a.startsAt,
      ends_at: a.endsAt,
      capacity: a.capacity,
      state: a.state,
    }),
  /** Changes no row where somebody changed the hour meanwhile, or it was called off. */
  setHour: (a: HourDetails & { id: string; version: number }) =>
    db
      .updateTable('slot_hours')
      .set({
        office: a.office,
        topics: a.topics,
        way: a.way,
        spot: a.spot,
        bring: a.bring,
        version: sql<number>`version + 1`,
      })
      .where('id', '=', a.id)
      .where('version', '=', a.version)
      .where('state', '=', open),
  closeHour: (a: { id: string; version: number }) =>
    db
      .updateTable('slot_hours')
      .set({ state: sql.lit('called-off' as const), version: sql<number>`version + 1` })
      .where('id', '=', a.id)
      .where('version', '=', a.version)
      .where('state', '=', open),
  /** Nobody takes a place of the hour until the transaction ends. */
  holdPlaces: (a: { hourId: string }) =>
    db
      .updateTable('slot_places')
      .set(eb => ({ taken: eb.ref('taken') }))
      .where('hour_id', '=', a.hourId),
  closePlaces: (a: { hourId: string }) =>
    db
      .updateTable('slot_places')
      .set({ state: sql.lit('closed' as const), taken: sql.lit(0) })
      .where('hour_id', '=', a.hourId),
});

const bookingSlots = (db: Db) => ({
  /** Changes no row where the place is full, closed or begins too soon. */
  takePlace: (a: { id: string; from: string }) =>
    db
      .updateTable('slot_places')
      .set({ taken: sql<number>`taken + 1` })
      .where('id', '=', a.id)
      .where('state', '=', open)
      .where('starts_at', '>', a.from)
      .where(sql<boolean>`taken < capacity`),
  /** Changes no row where nobody has the place. */
  freePlace: (a: { id: string }) =>
    db
      .updateTable('slot_places')
      .set({ taken: sql<number>`taken - 1` })
      .where('id', '=', a.id)
      .where(sql<boolean>`taken > 0`),
  insertBooking: (a: BookingRow) =>
    db.insertInto('slot_bookings').values({
      case_id: a.caseId,
      place_id: a.placeId,
      state: a.state,
      starts_at: a.startsAt,
      at: a.at,
    }),
  /** Changes no row where the booking is not as it was read. */
  setBooking: (a: BookingRow & { wasPlace: string; wasState: BookingState }) =>
    db
      .updateTable('slot_bookings')
      .set({ place_id: a.placeId, state: a.state, starts_at: a.startsAt, at: a.at })
      .where('case_id', '=', a.caseId)
      .where('place_id', '=', a.wasPlace)
      .where('state', '=', a.wasState),
  insertSlotEvent: (a: SlotEventRow) =>
    db.insertInto('slot_events').values({
      id: a.id,
      at: a.at,
      actor: a.actor,
      kind: a.kind,
      hour_id: a.hourId,
      place_id: a.placeId,
      case_id: a.caseId,
    }),
});

/** Bookable hours, their places, who has one. */
export const slotting = (db: Db) => ({
  ...askingSlots(db),
  ...listingSlots(db),
  ...offeringSlots(db),
  ...bookingSlots(db),
});
