import { sql } from 'kysely';
import type { Step } from '#src/store/migrations/step.ts';

/** Bookable hours. The checks hold whatever a program does: no place is given to more than it is for, and none is given back twice. */
export const up: Step = async (db, dialect) => {
  const small = sql.raw(dialect === 'sqlite' ? 'strict, without rowid' : '');
  const statements = [
    sql`create table slot_hours (
      id text not null primary key, host text not null, office text not null, topics text not null, way text not null,
      spot text not null, bring text not null, day text not null, starts_at text not null, ends_at text not null,
      minutes integer not null check (minutes > 0), at_once integer not null check (at_once > 0),
      state text not null, version integer not null, at text not null, actor text not null
    ) ${small}`,
    sql`create index slot_hours_by_time on slot_hours (starts_at, id)`,
    sql`create table slot_places (
      id text not null primary key, hour_id text not null references slot_hours (id),
      starts_at text not null, ends_at text not null, capacity integer not null, taken integer not null default 0,
      state text not null, check (taken >= 0), check (taken <= capacity)
    ) ${small}`,
    sql`create index slot_places_by_hour on slot_places (hour_id, id)`,
    sql`create table slot_bookings (
      case_id text not null primary key references cases (id) on delete cascade,
      place_id text not null, state text not null, starts_at text not null, at text not null
    ) ${small}`,
    sql`create index slot_bookings_by_time on slot_bookings (starts_at, case_id) where starts_at <> ''`,
    sql`create index slot_bookings_waiting on slot_bookings (case_id) where state in ('wanted', 'called-off')`,
    sql`create index slot_bookings_by_place on slot_bookings (place_id) where place_id <> ''`,
    sql`create table slot_events (
      id text not null primary key, at text not null, actor text not null, kind text not null,
      hour_id text not null, place_id text not null, case_id text not null
    ) ${small}`,
  ];
  for (const statement of statements) await statement.execute(db);
};
