import type { Place } from '../store/place.ts';

/** Times whose count of takers is not that of those who have them, or above what they are for: read from the tables themselves. */
export const miscounted = (sql: Place['sql'], now: string): Promise<unknown> =>
  sql(
    `select p.id, p.taken, p.capacity from slot_places p where p.starts_at > '${now}' and (p.taken > p.capacity
      or p.taken <> (select count(*) from slot_bookings b where b.place_id = p.id and b.state in ('booked', 'done', 'missed')))`,
  );
