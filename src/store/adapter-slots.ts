import type { BookedCase, BookingRow, HourRow, OpenPlace, PlaceRow, SlotStore } from '#src/slots/store.ts';
import { mustBePage } from '#src/store/page.ts';
import { type Program, row, rows } from '#src/store/program.ts';
import type { SlotCommand, SlotWrites } from '#src/store/slot-commands.ts';

type Ways = {
  read<Answer>(program: Program<Answer>): Promise<Answer>;
  write(command: SlotCommand): Promise<unknown>;
};

/** Bookable hours, over whatever reads and writes. */
export const slotStore = ({ read, write }: Ways): SlotStore => {
  // A queue forgets which kind of command an answer belongs to; here it is known again.
  const send = <K extends keyof SlotWrites>(kind: K, of: Parameters<SlotWrites[K]>[0]) =>
    write({ kind, of } as SlotCommand) as ReturnType<SlotWrites[K]>;
  return {
    addHours: command => send('addHours', command),
    changeHour: command => send('changeHour', command),
    callOffHour: command => send('callOffHour', command),
    movePlace: command => send('movePlace', command),
    markPlace: command => send('markPlace', command),
    hours: ({ after, called, limit, ...query }) => {
      mustBePage(limit);
      const from = { startsAt: after?.startsAt ?? '', after: after?.id ?? '', called: called ? 1 : 0, limit };
      return read<readonly HourRow[]>(rows('slotHours', { ...query, ...from }));
    },
    hour: id => read<HourRow | null>(row('slotHourById', { id })),
    placesOf: hourId => read<readonly PlaceRow[]>(rows('placesOfHour', { hourId })),
    place: id => read<PlaceRow | null>(row('placeById', { id })),
    openPlaces: query => {
      mustBePage(query.limit);
      return read<readonly OpenPlace[]>(rows('openPlaces', query));
    },
    booking: caseId => read<BookingRow | null>(row('bookingOfCase', { caseId })),
    bookingsOfHour: hourId => read<readonly BookingRow[]>(rows('bookingsOfHour', { hourId })),
    bookings: ({ after, limit, ...query }) => {
      mustBePage(limit);
      const from = { startsAt: after?.startsAt ?? '', after: after?.caseId ?? '', limit };
      return read<readonly BookedCase[]>(rows('bookingsByTime', { ...query, ...from }));
    },
    waitingForPlace: query => {
      mustBePage(query.limit);
      return read<readonly BookedCase[]>(rows('waitingForPlace', query));
    },
  };
};
