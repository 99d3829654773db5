import { type Plan, prepare } from '#src/cases/act.ts';
import type { Office } from '#src/cases/office.ts';
import { dueOf, leadMinutes } from '#src/cases/places.ts';
import { isErased } from '#src/cases/seal.ts';
import type { Append, CaseRow } from '#src/cases/store.ts';
import { asksForPlace, timeOf } from '#src/forms/place.ts';
import { addWorkingDays } from '#src/rules/calendar.ts';
import { dayOf, instant } from '#src/rules/day.ts';
import type { BookingRow, HourDetails, HourRow, SlotResult, SlotStore } from '#src/slots/store.ts';

/** What the work on bookable hours needs, handed in. */
export type Slots = { readonly office: Office; readonly store: SlotStore };

/** `unfit`: the time or the case is not there, is over, or is of another department. `busy`: the case moved on too fast. `late`: too close to it. */
export type Slotted = { readonly tag: 'done' | 'full' | 'stale' | 'unfit' | 'late' | 'busy' };

/** Until so long before it begins the enterprise may move or cancel a time by itself. */
const changeMinutes = 120;

const tries = 8;

/** Whether a case may be given a time: of a form that asks for one, and not over. */
export const mayBook = (office: Pick<Office, 'forms'>, row: CaseRow): boolean => {
  const form = office.forms.find(one => one.id === row.form);
  const isOver = row.state === 'withdrawn' || row.state === 'closed' || isErased(row);
  return form !== undefined && asksForPlace(form) && !isOver;
};

const minutesBefore = (at: Date, minutes: number): string =>
  new Date(at.getTime() + minutes * 60_000).toISOString();

/** Whether the enterprise may still move or cancel a booking by itself; who waits for a time may choose one. */
export const mayMove = ({ state, startsAt }: BookingRow, at: Date): boolean =>
  state === 'booked' ? startsAt > minutesBefore(at, changeMinutes) : state !== 'done';

const sent = (result: SlotResult): Slotted => (result.tag === 'stored' ? { tag: 'done' } : result);

/** Reads a case with its booking, does something with both, and does it again where either moved on meanwhile. */
const again = async (
  { office, store }: Slots,
  number: string,
  work: (row: CaseRow, booking: BookingRow, at: Date) => Promise<Slotted>,
): Promise<Slotted> => {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const row = await office.store.caseByNumber(number);
    const booking = row && (await store.booking(row.id));
    if (!row || !booking) return { tag: 'unfit' };
    const done = await work(row, booking, office.now());
    if (done.tag !== 'stale') return done;
  }
  return { tag: 'busy' };
};

type Doer = {
  /** Login, or `enterprise`. */ readonly actor: string;
  /** An officer may move a time until it begins, and its enterprise is told. */ readonly isOfficer: boolean;
};

const planOf = (office: Office, placeId: string, was: BookingRow, { isOfficer }: Doer): Plan => {
  const kind = isOfficer ? ('appointment-changed' as const) : ('appointment' as const);
  if (placeId === '') return { kind, data: { step: 'slot-freed', slot: was.placeId } };
  const step = was.state === 'booked' ? 'slot-moved' : 'slot-booked';
  return { kind, data: { step, slot: placeId }, set: { due: dueOf(office, placeId) } };
};

/** Whether a place may be this case's: it is there, and of the department that handles the case. */
const isFor = async ({ store }: Slots, placeId: string, row: CaseRow): Promise<boolean> => {
  const hour = await store.hour(timeOf(placeId)?.hour ?? '');
  return hour?.state === 'open' && hour.host === row.handler;
};

/**
 * Gives a case a place, moves it to another, or takes its place away (''): what it had is free again in the same transaction. An
 * enterprise does so by itself until two hours before; what is asked for again is done already.
 */
export const move = (slots: Slots, number: string, placeId: string, doer: Doer): Promise<Slotted> =>
  again(slots, number, async (row, was, at) => {
    const { office, store } = slots;
    const isHad = was.state === 'booked' && was.placeId === placeId;
    if (isHad || (placeId === '' && was.state === 'cancelled')) return { tag: 'done' };
    if (!mayBook(office, row)) return { tag: 'unfit' };
    if (!doer.isOfficer && !mayMove(was, at)) return { tag: 'late' };
    if (placeId !== '' && !(await isFor(slots, placeId, row))) return { tag: 'unfit' };
    const prepared = prepare(office, row, doer.actor, at, planOf(office, placeId, was, doer));
    if (!prepared) return { tag: 'unfit' };
    const result = await store.movePlace({
      was,
      placeId,
      startsAt: timeOf(placeId)?.startsAt ?? '',
      from: minutesBefore(at, doer.isOfficer ? 0 : leadMinutes),
      append: prepared.command,
      at: at.toISOString(),
      actor: doer.actor,
    });
    if (result.tag === 'stored') office.contacts.wake();
    return sent(result);
  });

/** Records whether they came, once the time has begun; what was recorded wrongly may be set right. */
export const mark = (
  slots: Slots,
  number: string,
  state: 'done' | 'missed',
  actor: string,
): Promise<Slotted> =>
  again(slots, number, async (row, was, at) => {
    if (was.state === state) return { tag: 'done' };
    const isBegun = was.startsAt !== '' && was.startsAt <= at.toISOString();
    if (!['booked', 'done', 'missed'].includes(was.state) || !isBegun) return { tag: 'unfit' };
    const data = { step: state === 'done' ? 'slot-done' : 'slot-missed', slot: was.placeId };
    const prepared = prepare(slots.office, row, actor, at, { kind: 'appointment', data });
    if (!prepared) return { tag: 'unfit' };
    const command = { was, state, append: prepared.command, at: at.toISOString(), actor };
    return sent(await slots.store.markPlace(command));
  });

/** An hour as a page showed it. */
type Seen = Pick<HourRow, 'id' | 'version'>;

/** Tells every case that has a place of an hour, in the transaction that changes it; with others where somebody booked meanwhile. */
const withAll = async (
  { office, store }: Slots,
  seen: Seen,
  actor: string,
  plan: (row: CaseRow, booking: BookingRow, at: Date) => Plan,
  send: (appends: readonly Append[], at: string) => Promise<SlotResult>,
): Promise<Slotted> => {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const at = office.now();
    const hour = await store.hour(seen.id);
    // One that has begun is what it was: places of it are marked, not told of.
    if (hour?.state !== 'open' || hour.startsAt <= at.toISOString()) return { tag: 'unfit' };
    if (hour.version !== seen.version) return { tag: 'stale' };
    const bookings = await store.bookingsOfHour(seen.id);
    const prepared = await Promise.all(
      bookings.map(async booking => {
        const row = await office.store.caseById(booking.caseId);
        return row && prepare(office, row, actor, at, plan(row, booking, at));
      }),
    );
    const result = await send(
      prepared.flatMap(one => (one ? [one.command] : [])),
      at.toISOString(),
    );
    if (result.tag === 'stored') office.contacts.wake();
    if (result.tag !== 'stale') return sent(result);
  }
  return { tag: 'busy' };
};

/** Changes who, where and how of an hour; those who have a place of it are told. */
export const change = (slots: Slots, seen: Seen, set: HourDetails, actor: string): Promise<Slotted> =>
  withAll(
    slots,
    seen,
    actor,
    (_, booking) => ({
      kind: 'appointment-changed',
      data: { step: 'slot-edited', slot: booking.placeId },
    }),
    (appends, at) => slots.store.changeHour({ ...seen, set, appends, at, actor }),
  );

/** Calls an hour off: those who have a place are told, and wait for an officer to offer another within a working day. */
export const callOff = (slots: Slots, seen: Seen, actor: string): Promise<Slotted> => {
  const { office, store } = slots;
  const dueFrom = (at: Date) =>
    instant(addWorkingDays(office.calendar, dayOf(at), 1), office.closing).toISOString();
  return withAll(
    slots,
    seen,
    actor,
    (_, booking, at) => ({
      kind: 'appointment-changed',
      data: { step: 'slot-off', slot: booking.placeId },
      set: { due: dueFrom(at) },
    }),
    (appends, at) => store.callOffHour({ ...seen, appends, at, actor }),
  );
};
