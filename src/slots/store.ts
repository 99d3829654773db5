import type { Append } from '#src/cases/store.ts';

/**
 * The port to bookable hours. An hour is a span of one day; its places are what is booked, each for as many at once as the hour says. Who
 * has a place stands in bookings, one a case; events are only ever added to. Times are ISO 8601 text in UTC unless said otherwise.
 */

/** At the window, by phone (the office calls), or an online meeting. */
export type MeetingWay = 'counter' | 'phone' | 'online';

/** What may be changed of an hour while places of it are taken. */
export type HourDetails = {
  /** Who is there, by office: 局长, 政策科. Never a person's phone. */ readonly office: string;
  /** Codes of topics, separated by blanks; '' for any. */ readonly topics: string;
  readonly way: MeetingWay;
  /** The address, or how to get into the meeting. */ readonly spot: string;
  /** What to bring; ''. */ readonly bring: string;
};

export type HourRow = HourDetails & {
  readonly id: string;
  /** The department. */ readonly host: string;
  /** In Shanghai. */ readonly day: string;
  readonly startsAt: string;
  readonly endsAt: string;
  /** How long one place is, in minutes. */ readonly minutes: number;
  /** How many a place is for at once. */ readonly atOnce: number;
  readonly state: 'open' | 'called-off';
  /** Counts changes. */ readonly version: number;
  readonly at: string;
  readonly actor: string;
};

export type PlaceRow = {
  /** See `src/rules/place.ts`. */ readonly id: string;
  readonly hourId: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly capacity: number;
  readonly taken: number;
  readonly state: 'open' | 'closed';
};

/**
 * `wanted`: none was chosen. `called-off`: the office called it off; both wait for an officer to offer one. `cancelled`: its enterprise does
 * not come, or the case was over before.
 */
export type BookingState = 'wanted' | 'called-off' | 'booked' | 'cancelled' | 'done' | 'missed';

export type BookingRow = {
  readonly caseId: string;
  /** '' for none yet. */ readonly placeId: string;
  readonly state: BookingState;
  /** '' for none yet. */ readonly startsAt: string;
  readonly at: string;
};

export type SlotEventKind =
  | 'offered'
  | 'changed'
  | 'called-off'
  | 'booked'
  | 'moved'
  | 'freed'
  | 'done'
  | 'missed';

export type SlotEventRow = {
  /** Of an hour: its id and version; of a booking: its case and the case's event. */ readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly kind: SlotEventKind;
  /** '' where it is of a case alone. */ readonly hourId: string;
  readonly placeId: string;
  readonly caseId: string;
};

/** A place with the hour that it is part of. */
export type OpenPlace = PlaceRow & Pick<HourRow, 'host' | 'way' | 'office' | 'topics'>;

/** A booking as the desk lists it. */
export type BookedCase = BookingRow & {
  readonly number: string;
  readonly enterprise: string;
  readonly complaint: number;
  readonly handler: string;
  /** Of the hour; '' where there is no place. */ readonly host: string;
  readonly office: string;
  readonly way: string;
};

export type SlotResult =
  | { readonly tag: 'stored' }
  /** The place is full, over or called off. Nothing was stored. */
  | { readonly tag: 'full' }
  /** A case, a booking or an hour is not as it was read. Nothing was stored. */
  | { readonly tag: 'stale' };

type Done = { readonly at: string; readonly actor: string };

export type SlotStore = {
  /** False where they are there already. */
  addHours(command: {
    readonly hours: readonly HourRow[];
    readonly places: readonly PlaceRow[];
  }): Promise<boolean>;
  /** Changes an hour's details; `appends` tells every case that has a place of it, and no other. */
  changeHour(
    command: {
      readonly id: string;
      readonly version: number;
      readonly set: HourDetails;
      readonly appends: readonly Append[];
    } & Done,
  ): Promise<SlotResult>;
  /** Calls an hour off: its places are closed, and every case that has one is told with its append and waits for another. */
  callOffHour(
    command: {
      readonly id: string;
      readonly version: number;
      readonly appends: readonly Append[];
    } & Done,
  ): Promise<SlotResult>;
  /**
   * Gives a case a place (`placeId`), or takes its own away ('' with state `cancelled`), and frees the one it had. `was` is the booking as it
   * was read; `from`: a place that begins before is not given.
   */
  movePlace(
    command: {
      readonly was: BookingRow;
      readonly placeId: string;
      readonly startsAt: string;
      readonly from: string;
      readonly append: Append;
    } & Done,
  ): Promise<SlotResult>;
  /** Whether they came, once it has begun. */
  markPlace(
    command: {
      readonly was: BookingRow;
      readonly state: 'done' | 'missed';
      readonly append: Append;
    } & Done,
  ): Promise<SlotResult>;

  /** Hours that are not over, in their order, those of a department or all (''), `called` with those called off. */
  hours(query: {
    readonly host: string;
    /** Ends after. */ readonly from: string;
    readonly called: boolean;
    readonly after: { readonly startsAt: string; readonly id: string } | null;
    readonly limit: number;
  }): Promise<readonly HourRow[]>;
  hour(id: string): Promise<HourRow | null>;
  placesOf(hourId: string): Promise<readonly PlaceRow[]>;
  place(id: string): Promise<PlaceRow | null>;
  /** Places that can be booked, in the order of their times: of a department or any (''), beginning after `from`. */
  openPlaces(query: {
    readonly host: string;
    readonly from: string;
    readonly after: string;
    readonly limit: number;
  }): Promise<readonly OpenPlace[]>;
  booking(caseId: string): Promise<BookingRow | null>;
  /** Those who have a place of an hour. */
  bookingsOfHour(hourId: string): Promise<readonly BookingRow[]>;
  /** Bookings with a time, in its order: from a time on, of a host or all (''). */
  bookings(query: {
    readonly host: string;
    readonly from: string;
    readonly after: { readonly startsAt: string; readonly caseId: string } | null;
    readonly limit: number;
  }): Promise<readonly BookedCase[]>;
  /** Open cases that wait for a time, the oldest first: of a department or all (''). */
  waitingForPlace(query: {
    readonly department: string;
    readonly after: string;
    readonly limit: number;
  }): Promise<readonly BookedCase[]>;
};
