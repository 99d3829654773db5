import { type Kysely, sql } from 'kysely';
import type { BedMovement, SiteRow, StayRow, StaysWanted } from '#src/beds/store.ts';
import type { Schema } from '#src/store/schema.ts';

type Db = Kysely<Schema>;

const siteColumns = [
  'id',
  'name',
  'kind',
  'area',
  'capacity',
  'state',
  'at',
  'actor',
  'reserved',
  'resident',
  'arrived',
] as const;

const stayColumns = [
  'id',
  'site_id as siteId',
  'case_id as caseId',
  'persons',
  'from_day as fromDay',
  'planned_to as plannedTo',
  'at',
  'actor',
  'arrived',
  'departed',
  'cancelled',
] as const;

const all = (column: 'capacity' | 'reserved' | 'resident' | 'arrived') =>
  sql<number>`cast(coalesce(sum(${sql.ref(column)}), 0) as bigint)`;
const of = (kind: 'in' | 'out') =>
  sql<number>`cast(coalesce(sum(case when m.kind = ${sql.lit(kind)} then m.persons else 0 end), 0) as bigint)`;

const askingBeds = (db: Db) => ({
  bedSites: (a: { kind: string; name: string; after: string; limit: number }) =>
    db
      .selectFrom('bed_sites')
      .select(siteColumns)
      .where(sql<boolean>`(${a.kind} = '' or kind = ${a.kind})`)
      .where(sql<boolean>`(name, id) > (${a.name}, ${a.after})`)
      .orderBy('name')
      .orderBy('id')
      .limit(a.limit),
  bedSiteById: (a: { id: string }) => db.selectFrom('bed_sites').select(siteColumns).where('id', '=', a.id),
  staysOfSite: (a: { siteId: string; before: string; limit: number }) =>
    db
      .selectFrom('bed_stays')
      .select(stayColumns)
      .where('site_id', '=', a.siteId)
      .where('id', '<', a.before)
      .orderBy('id', 'desc')
      .limit(a.limit),
  stayById: (a: { id: string }) => db.selectFrom('bed_stays').select(stayColumns).where('id', '=', a.id),
  bedsOfCase: (a: { caseId: string }) =>
    db
      .selectFrom('bed_stays')
      .select(sql<number>`cast(coalesce(sum(persons - cancelled), 0) as bigint)`.as('persons'))
      .where('case_id', '=', a.caseId),
  bedSums: (_: object) =>
    db
      .selectFrom('bed_sites')
      .select([
        'kind',
        sql<number>`cast(count(*) as integer)`.as('sites'),
        all('capacity').as('capacity'),
        all('reserved').as('reserved'),
        all('resident').as('resident'),
        all('arrived').as('arrived'),
      ])
      .groupBy('kind')
      .orderBy('kind'),
  bedFlows: (a: { day: string }) =>
    db
      .selectFrom('bed_movements as m')
      .innerJoin('bed_sites as s', 's.id', 'm.site_id')
      .select(['s.kind', of('in').as('arrived'), of('out').as('departed')])
      .where('m.day', '<=', a.day)
      .groupBy('s.kind')
      .orderBy('s.kind'),
});

const listingStays = (db: Db) => ({
  bedStays: (a: StaysWanted & { before: string; limit: number }) =>
    db
      .selectFrom('bed_movements as m')
      .innerJoin('bed_stays as t', 't.id', 'm.stay_id')
      .innerJoin('bed_sites as s', 's.id', 'm.site_id')
      .leftJoin('cases as c', 'c.id', 't.case_id')
      .select(['t.id', 't.site_id as siteId', 's.name as site', 's.kind', 't.case_id as caseId'])
      .select([
        sql<string>`coalesce(c.number, '')`.as('number'),
        sql<string>`coalesce(c.handler, '')`.as('handler'),
      ])
      .select([of('in').as('arrived'), of('out').as('departed')])
      .where('m.day', '<=', a.day)
      .where('t.id', '<', a.before)
      .where(sql<boolean>`(${a.kind} = '' or s.kind = ${a.kind})`)
      .groupBy(['t.id', 't.site_id', 's.name', 's.kind', 't.case_id', 'c.number', 'c.handler'])
      .having(sql<boolean>`${of('in')} - case when ${a.of} = 'resident' then ${of('out')} else 0 end <> 0`)
      .orderBy('t.id', 'desc')
      .limit(a.limit),
});

const movingBeds = (db: Db) => ({
  /** Changes no row where the site is there. */
  insertSite: (a: SiteRow) =>
    db
      .insertInto('bed_sites')
      .values({
        id: a.id,
        name: a.name,
        kind: a.kind,
        area: a.area,
        capacity: a.capacity,
        state: a.state,
        at: a.at,
        actor: a.actor,
      })
      .onConflict(on => on.column('id').doNothing()),
  /** Changes no row where somebody changed it meanwhile, or more is given. */
  setSite: (a: { id: string; capacity: number; state: SiteRow['state']; was: number }) =>
    db
      .updateTable('bed_sites')
      .set({ capacity: a.capacity, state: a.state })
      .where('id', '=', a.id)
      .where('capacity', '=', a.was)
      .where(sql<boolean>`reserved + resident <= ${a.capacity}`),
  /** Changes no row where there is no room. */
  takeBeds: (a: { id: string; by: number }) =>
    db
      .updateTable('bed_sites')
      .set(eb => ({ reserved: eb('reserved', '+', a.by) }))
      .where('id', '=', a.id)
      .where('state', '=', sql.lit('open' as const))
      .where(sql<boolean>`reserved + resident + ${a.by} <= capacity`),
  shiftSite: (a: { id: string; reserved: number; resident: number; arrived: number }) =>
    db
      .updateTable('bed_sites')
      .set(eb => ({
        reserved: eb('reserved', '+', a.reserved),
        resident: eb('resident', '+', a.resident),
        arrived: eb('arrived', '+', a.arrived),
      }))
      .where('id', '=', a.id),
});

const staying = (db: Db) => ({
  insertStay: (a: StayRow) =>
    db.insertInto('bed_stays').values({
      id: a.id,
      site_id: a.siteId,
      case_id: a.caseId,
      persons: a.persons,
      from_day: a.fromDay,
      planned_to: a.plannedTo,
      at: a.at,
      actor: a.actor,
    }),
  shiftStay: (a: { id: string; arrived: number; departed: number; cancelled: number }) =>
    db
      .updateTable('bed_stays')
      .set(eb => ({
        arrived: eb('arrived', '+', a.arrived),
        departed: eb('departed', '+', a.departed),
        cancelled: eb('cancelled', '+', a.cancelled),
      }))
      .where('id', '=', a.id),
  insertBedMovement: (a: BedMovement) =>
    db.insertInto('bed_movements').values({
      seq: a.seq,
      at: a.at,
      actor: a.actor,
      kind: a.kind,
      site_id: a.siteId,
      stay_id: a.stayId,
      persons: a.persons,
      day: a.day,
    }),
});

/** Beds: what there is, and what moves. */
export const bedding = (db: Db) => ({
  ...askingBeds(db),
  ...listingStays(db),
  ...movingBeds(db),
  ...staying(db),
});
