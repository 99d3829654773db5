import type { Append, Appended, PlaceWish } from '#src/cases/store.ts';
import type { BookingRow, SlotEventRow, SlotResult, SlotStore } from '#src/slots/store.ts';
import { Overtaken } from '#src/store/overtaken.ts';
import { changes, type Program, row, rows, type Statement, statement } from '#src/store/program.ts';

/** The port's writes as data, like those of cases. */
export type SlotWrites = Pick<
  SlotStore,
  'addHours' | 'changeHour' | 'callOffHour' | 'movePlace' | 'markPlace'
>;
type Kind = keyof SlotWrites;
type Of<K extends Kind> = Parameters<SlotWrites[K]>[0];
type Answer<K extends Kind> = Awaited<ReturnType<SlotWrites[K]>>;
export type SlotCommand = { [K in Kind]: { readonly kind: K; readonly of: Of<K> } }[Kind];

type AppendTo = (command: Append) => Program<Appended>;

/** What was looked at is held: a statement that changes nothing all the same must leave no trace. */
function* mustChange(...sent: readonly Statement[]): Program<void> {
  if ((yield* changes(...sent)).includes(0)) throw new Overtaken('A place or booking changed meanwhile.');
}

function* mustAppend(one: Append, append: AppendTo): Program<void> {
  const added = yield* append(one);
  if (added.tag !== 'stored') throw new Error(`A case that was held is ${added.tag}.`);
}

/** Whether a case still is where its event begins; it stays there until the transaction ends. */
function* isStill({ caseId, head }: Append): Program<boolean> {
  return (yield* changes(statement('holdCase', { caseId, head })))[0] !== 0;
}

const eventOf = (
  { caseId, event }: Pick<Append, 'caseId' | 'event'>,
  kind: SlotEventRow['kind'],
  placeId: string,
): Statement =>
  statement('insertSlotEvent', {
    id: `${caseId}.${event.seq}`,
    at: event.at,
    actor: event.actor,
    kind,
    hourId: '',
    placeId,
    caseId,
  });

/** Takes the place that a new case asks for; false where it is full, closed or begins too soon. No place: nothing to take. */
export function* takeWished(wish: PlaceWish | undefined): Program<boolean> {
  if (!wish || wish.placeId === '') return true;
  return (yield* changes(statement('takePlace', { id: wish.placeId, from: wish.from })))[0] === 1;
}

/** The rows beside a new case that asks for a time: its booking, and the event where a place was taken. */
export const bookingRows = (
  { placeId, startsAt }: PlaceWish,
  { caseId, at, actor }: { readonly caseId: string; readonly at: string; readonly actor: string },
): readonly Statement[] => {
  const isBooked = placeId !== '';
  const state = isBooked ? ('booked' as const) : ('wanted' as const);
  const event = { id: `${caseId}.1`, at, actor, kind: 'booked', hourId: '', placeId, caseId } as const;
  return [
    statement('insertBooking', { caseId, placeId, state, startsAt, at }),
    ...(isBooked ? [statement('insertSlotEvent', event)] : []),
  ];
};

const isHeld = ({ state, startsAt }: BookingRow, at: string): boolean => state === 'booked' && startsAt > at;

/** Gives the place of a case back that is over: one that has begun stays as it is, and who waited for one waits no more. */
export function* releaseOf(command: Pick<Append, 'caseId' | 'event'>): Program<void> {
  const { caseId, event } = command;
  const booking: BookingRow | null = yield* row('bookingOfCase', { caseId });
  if (!booking) return;
  const frees = isHeld(booking, event.at);
  if (!frees && booking.state !== 'wanted' && booking.state !== 'called-off') return;
  const to = { ...booking, placeId: '', startsAt: '', state: 'cancelled', at: event.at } as const;
  yield* mustChange(
    ...(frees ? [statement('freePlace', { id: booking.placeId })] : []),
    statement('setBooking', { ...to, wasPlace: booking.placeId, wasState: booking.state }),
    eventOf(command, 'freed', booking.placeId),
  );
}

const hourEvent = (
  { id, version, at, actor }: { id: string; version: number; at: string; actor: string },
  kind: SlotEventRow['kind'],
): Statement =>
  statement('insertSlotEvent', {
    id: `${id}.${version}`,
    at,
    actor,
    kind,
    hourId: id,
    placeId: '',
    caseId: '',
  });

function* addHours({ hours, places }: Of<'addHours'>): Program<boolean> {
  const added = yield* changes(...hours.map(one => statement('insertHour', one)));
  if (added.includes(0)) {
    if (added.includes(1)) throw new Overtaken('Some of the hours are there already.');
    return false;
  }
  yield* changes(
    ...places.map(({ taken: _, ...one }) => statement('insertPlace', one)),
    ...hours.map(one => hourEvent(one, 'offered')),
  );
  return true;
}

/** Whether those who have a place of the hour are those who are told, and all of them stand where their events begin. */
function* areTold(hourId: string, appends: readonly Append[]): Program<boolean> {
  yield* changes(statement('holdPlaces', { hourId }));
  const booked = yield* rows('bookingsOfHour', { hourId });
  const told = new Set(appends.map(one => one.caseId));
  if (booked.length !== told.size || !booked.every(one => told.has(one.caseId))) return false;
  for (const one of appends) if (!(yield* isStill(one))) return false;
  return true;
}

function* changeHour(command: Of<'changeHour'>, append: AppendTo): Program<SlotResult> {
  const { id, version, set, appends } = command;
  if (!(yield* areTold(id, appends))) return { tag: 'stale' };
  if ((yield* changes(statement('setHour', { id, version, ...set })))[0] === 0) return { tag: 'stale' };
  yield* changes(hourEvent({ ...command, version: version + 1 }, 'changed'));
  for (const one of appends) yield* mustAppend(one, append);
  return { tag: 'stored' };
}

function* callOffHour(command: Of<'callOffHour'>, append: AppendTo): Program<SlotResult> {
  const { id, version, appends, at } = command;
  if (!(yield* areTold(id, appends))) return { tag: 'stale' };
  if ((yield* changes(statement('closeHour', { id, version })))[0] === 0) return { tag: 'stale' };
  const booked: readonly BookingRow[] = yield* rows('bookingsOfHour', { hourId: id });
  const waits = { placeId: '', startsAt: '', state: 'called-off', at } as const;
  yield* mustChange(
    ...booked.map(one =>
      statement('setBooking', {
        ...waits,
        caseId: one.caseId,
        wasPlace: one.placeId,
        wasState: one.state,
      }),
    ),
    statement('closePlaces', { hourId: id }),
    hourEvent({ ...command, version: version + 1 }, 'called-off'),
  );
  for (const one of appends) {
    const had = booked.find(({ caseId }) => caseId === one.caseId)?.placeId ?? '';
    yield* changes(eventOf(one, 'freed', had));
    yield* mustAppend(one, append);
  }
  return { tag: 'stored' };
}

const isSame = (a: BookingRow | null, b: BookingRow): boolean =>
  a?.placeId === b.placeId && a.state === b.state;

function* movePlace(command: Of<'movePlace'>, append: AppendTo): Program<SlotResult> {
  const { was, placeId, startsAt, from, at, append: told } = command;
  if (!(yield* isStill(told))) return { tag: 'stale' };
  if (!isSame(yield* row('bookingOfCase', { caseId: was.caseId }), was)) return { tag: 'stale' };
  if (placeId !== '' && (yield* changes(statement('takePlace', { id: placeId, from })))[0] === 0)
    return { tag: 'full' };
  const state = placeId === '' ? ('cancelled' as const) : ('booked' as const);
  const gives = isHeld(was, at);
  const kind = placeId === '' ? 'freed' : gives ? 'moved' : 'booked';
  yield* mustChange(
    ...(gives ? [statement('freePlace', { id: was.placeId })] : []),
    statement('setBooking', {
      caseId: was.caseId,
      placeId,
      state,
      startsAt,
      at,
      wasPlace: was.placeId,
      wasState: was.state,
    }),
    eventOf(told, kind, placeId === '' ? was.placeId : placeId),
  );
  yield* mustAppend(told, append);
  return { tag: 'stored' };
}

function* markPlace(
  { was, state, at, append: told }: Of<'markPlace'>,
  append: AppendTo,
): Program<SlotResult> {
  if (!(yield* isStill(told))) return { tag: 'stale' };
  if (!isSame(yield* row('bookingOfCase', { caseId: was.caseId }), was)) return { tag: 'stale' };
  yield* mustChange(
    statement('setBooking', { ...was, state, at, wasPlace: was.placeId, wasState: was.state }),
    eventOf(told, state, was.placeId),
  );
  yield* mustAppend(told, append);
  return { tag: 'stored' };
}

const kinds = {
  addHours: true,
  changeHour: true,
  callOffHour: true,
  movePlace: true,
  markPlace: true,
} as const satisfies Record<Kind, true>;

const is = (command: { readonly kind: string }): command is SlotCommand => Object.hasOwn(kinds, command.kind);

/** The program of a command of bookable hours; `append` adds an event to a case in the same transaction. */
const program = (command: SlotCommand, append: AppendTo): Program<Answer<Kind>> => {
  switch (command.kind) {
    case 'addHours':
      return addHours(command.of);
    case 'changeHour':
      return changeHour(command.of, append);
    case 'callOffHour':
      return callOffHour(command.of, append);
    case 'movePlace':
      return movePlace(command.of, append);
    case 'markPlace':
      return markPlace(command.of, append);
  }
};

/** What each reads before it writes: one name for all places, so that what is freed in a batch can be taken in it. */
const touched = (command: SlotCommand): readonly string[] => {
  if (command.kind === 'addHours') return [slotMark];
  const appends = 'append' in command.of ? [command.of.append] : command.of.appends;
  return [slotMark, ...appends.map(one => `case ${one.caseId}`)];
};

/** What a command touches that takes or frees a place. */
export const slotMark = 'slots';

/** The commands of bookable hours, for the table of all commands. */
export const slots = { is, program, touched };
