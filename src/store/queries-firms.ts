import { type Kysely, sql } from 'kysely';
import type { FirmFilter, FirmNarrow, OpenWanted, Owing } from '#src/firms/store.ts';
import { none } from '#src/store/columns.ts';
import { keepingOfFirms } from '#src/store/queries-firms-keep.ts';
import type { Schema } from '#src/store/schema.ts';

type Db = Kysely<Schema>;
type Asked = Owing & FirmNarrow;
type From = Asked & FirmFilter & { rankAfter: number; areaAfter: string; firmAfter: string; limit: number };

const entryColumns = [
  'id',
  'case_id as caseId',
  'firm',
  'name',
  'credit_code as creditCode',
  'area',
  'line',
  'total',
  'staff',
  'locals',
  'letters',
  'above',
  'stand',
  'filed_at as filedAt',
  'turns',
] as const;

const said = ['present', 'absent', 'fever', 'quarantined', 'returned'] as const;

const returnColumns = [
  'r.case_id as caseId',
  'r.firm',
  'r.name',
  'r.credit_code as creditCode',
  'r.area',
  'r.line',
  'r.day',
  'r.filed_at as filedAt',
  'r.stand',
  'r.state',
  'r.present',
  'r.absent',
  'r.fever',
  'r.quarantined',
  'r.returned',
  'r.mask_tenths as maskTenths',
] as const;

const ended = sql.lit('ended' as const);
const waiting = sql.lit('waiting' as const);

const lookingAtFirms = (db: Db) => ({
  entriesOfCase: (a: { caseId: string }) =>
    db.selectFrom('firm_entries').select(entryColumns).where('case_id', '=', a.caseId).orderBy('id'),
  entriesOfFirm: (a: { firm: string }) =>
    db.selectFrom('firm_entries').select(entryColumns).where('firm', '=', a.firm).orderBy('id'),
  returnOfCase: (a: { caseId: string }) =>
    db.selectFrom('firm_returns as r').select(returnColumns).where('r.case_id', '=', a.caseId),
  spansOfFirm: (a: { firm: string }) =>
    db
      .selectFrom('firm_spans')
      .select(['id', 'firm', 'from_day as fromDay', 'to_day as toDay', 'entry_id as entryId'])
      .where('firm', '=', a.firm)
      .orderBy('from_day'),
  entriesWaiting: (a: { after: string; limit: number }) =>
    db
      .selectFrom('firm_entries')
      .select(entryColumns)
      .where('stand', '=', waiting)
      .where('id', '>', a.after)
      .orderBy('id')
      .limit(a.limit),
  openOn: (a: { day: string }) =>
    db
      .selectFrom('firm_spans as s')
      .innerJoin('firm_entries as e', 'e.id', 's.entry_id')
      .select([
        'e.area',
        'e.line',
        sql<number>`cast(count(*) as integer)`.as('firms'),
        sql<number>`cast(coalesce(sum(e.staff), 0) as integer)`.as('staff'),
        sql<number>`cast(count(case when e.staff is null then 1 end) as integer)`.as('unknown'),
        sql<number>`cast(coalesce(sum(e.letters), 0) as integer)`.as('letters'),
        sql<number>`cast(coalesce(sum(case when e.letters is not null then e.total end), 0) as integer)`.as(
          'lettersOf',
        ),
        sql<number>`cast(count(case when e.above = 'yes' then 1 end) as integer)`.as('above'),
      ])
      .where('s.to_day', '>', a.day)
      .where('s.from_day', '<=', a.day)
      .groupBy(['e.area', 'e.line'])
      .orderBy('e.area')
      .orderBy('e.line'),
});

/** Along the filings themselves, newest first: a page needs few of them. */
const openFirms = (db: Db) => ({
  openPage: (a: OpenWanted & FirmNarrow & { before: string; limit: number }) =>
    db
      .selectFrom('firm_entries as e')
      .innerJoin('firm_spans as s', 's.entry_id', 'e.id')
      .innerJoin('cases as c', 'c.id', 'e.case_id')
      .select(['e.id', 'e.name', 'e.credit_code as creditCode', 'e.area', 'e.line', 'e.staff'])
      .select(['c.number', 's.from_day as fromDay'])
      .where('s.to_day', '>', a.day)
      .where('s.from_day', '<=', a.day)
      .where('e.id', '<', a.before)
      .where(sql<boolean>`(${a.line} = '' or e.line = ${a.line})`)
      .where(
        sql<boolean>`(${a.staff} = '' or (${a.staff} = 'known' and e.staff is not null) or (${a.staff} = 'unknown' and e.staff is null))`,
      )
      .where(isTheirs(a))
      .orderBy('e.id', 'desc')
      .limit(a.limit),
});

const isOwing = (a: Owing) => sql<boolean>`replace(${a.lines}, ',' || e.line || ',', '') <> ${a.lines}`;
const isTheirs = (
  a: FirmNarrow,
) => sql<boolean>`((${a.areas} = '' and ${a.codes} = '' and ${a.department} = '')
  or replace(${a.areas}, ',' || e.area || ',', '') <> ${a.areas}
  or (e.credit_code <> '' and replace(${a.codes}, ',' || e.credit_code || ',', '') <> ${a.codes})
  or (${a.department} <> '' and c.handler = ${a.department}))`;

/** 0 missing, 1 of the same name, 2 held, 3 late, 4 in time: places in `ranks`. */
const rankOf = (a: Owing) => sql<number>`case
  when r.case_id is null then case when e.credit_code = '' and e.name <> '' and exists (
    select 1 from firm_returns x where x.day = ${a.day} and x.credit_code = '' and x.name = e.name and x.stand <> ${ended}
  ) then 1 else 0 end
  when r.stand = 'held' then 2 when r.filed_at > ${a.deadline} then 3 else 4 end`;

/** Who owes a return of a day, with the newest of it and the newest chase. */
const owing = (db: Db, a: Asked) =>
  db
    .selectFrom('firm_spans as s')
    .innerJoin('firm_entries as e', 'e.id', 's.entry_id')
    .innerJoin('cases as c', 'c.id', 'e.case_id')
    .leftJoin('firm_returns as r', join =>
      join.on(
        sql<boolean>`r.case_id = (select max(y.case_id) from firm_returns y
          where y.day = ${a.day} and y.firm = s.firm and y.stand <> ${ended})`,
      ),
    )
    .leftJoin('firm_chases as h', join =>
      join.on(
        sql<boolean>`h.id = (select max(z.id) from firm_chases z where z.day = ${a.day} and z.firm = s.firm)`,
      ),
    )
    .where('s.to_day', '>', a.day)
    .where('s.from_day', '<=', a.day)
    // Of whom everything was deleted nobody can be asked for anything.
    .where('e.name', '<>', none)
    .where(isOwing(a))
    .where(isTheirs(a))
    .select(['s.firm', 'e.area', 'e.line', rankOf(a).as('rank')]);

const sumOf = (name: string) => sql<number>`cast(coalesce(sum(${sql.ref(name)}), 0) as integer)`;
const sayOf = (name: string) => sql<number>`cast(count(${sql.ref(name)}) as integer)`;

const counting = (db: Db) => ({
  dueTotals: (a: Asked) =>
    db
      .selectFrom(
        owing(db, a)
          .select([
            'h.at as chased',
            'r.state',
            'r.mask_tenths as maskTenths',
            ...said.map(name => `r.${name}` as const),
          ])
          .as('t'),
      )
      .select(['rank', 'area', 'line'])
      .select([
        sql<number>`cast(count(*) as integer)`.as('firms'),
        sayOf('chased').as('chased'),
        sql<number>`cast(count(case when state = 'normal' then 1 end) as integer)`.as('normal'),
        sumOf('present').as('present'),
        sayOf('present').as('presentBy'),
        sumOf('absent').as('absent'),
        sayOf('absent').as('absentBy'),
        sumOf('fever').as('fever'),
        sayOf('fever').as('feverBy'),
        sumOf('quarantined').as('quarantined'),
        sayOf('quarantined').as('quarantinedBy'),
        sumOf('returned').as('returned'),
        sayOf('returned').as('returnedBy'),
        sql<number>`cast(count(case when ${sql.ref('maskTenths')} < 30 then 1 end) as integer)`.as('maskLow'),
        sayOf('maskTenths').as('maskBy'),
      ])
      .groupBy(['rank', 'area', 'line'])
      .orderBy('rank')
      .orderBy('area')
      .orderBy('line'),
});

const paging = (db: Db) => ({
  duePage: (a: From) =>
    db
      .selectFrom(
        owing(db, a)
          .leftJoin('cases as q', 'q.id', 'r.case_id')
          .select([
            'e.name',
            'e.credit_code as creditCode',
            'e.case_id as caseId',
            'c.number',
            sql<string>`coalesce(q.number, '')`.as('returnNumber'),
            sql<string>`coalesce(r.filed_at, '')`.as('filedAt'),
            sql<string>`coalesce(r.state, '')`.as('state'),
            ...said.map(name => `r.${name}` as const),
            'r.mask_tenths as maskTenths',
            sql<string>`coalesce(h.at, '')`.as('chasedAt'),
            sql<string>`coalesce(h.actor, '')`.as('chasedBy'),
            sql<string>`coalesce(h.way, '')`.as('chasedWay'),
          ])
          .as('t'),
      )
      .selectAll()
      .where(sql<boolean>`(${a.area} = '' or area = ${a.area}) and (${a.line} = '' or line = ${a.line})`)
      .where(
        sql<boolean>`(${a.ranks} = '' or replace(${a.ranks}, ',' || cast(rank as text) || ',', '') <> ${a.ranks})
          and (${a.said} = '' or (rank > 2 and (state = ${a.said} or (${a.said} = 'fever' and fever > 0))))`,
      )
      .where(sql<boolean>`(${a.firms} = '' or replace(${a.firms}, ',' || firm || ',', '') <> ${a.firms})`)
      .where(sql<boolean>`(rank, area, firm) > (${a.rankAfter}, ${a.areaAfter}, ${a.firmAfter})`)
      .orderBy('rank')
      .orderBy('area')
      .orderBy('firm')
      .limit(a.limit),
});

/** Returns of a day by whoever owes none: nobody at work of the same enterprise on a line that owes one. */
const beside = (db: Db, a: Asked) =>
  db
    .selectFrom('firm_returns as r')
    .innerJoin('cases as c', 'c.id', 'r.case_id')
    .where('r.day', '=', a.day)
    .where('r.stand', '<>', ended)
    .where(
      sql<boolean>`not exists (select 1 from firm_spans s join firm_entries e on e.id = s.entry_id
        where s.firm = r.firm and s.to_day > ${a.day} and s.from_day <= ${a.day} and e.name <> ''
        and replace(${a.lines}, ',' || e.line || ',', '') <> ${a.lines})`,
    )
    .where(
      sql<boolean>`((${a.areas} = '' and ${a.codes} = '' and ${a.department} = '')
        or replace(${a.areas}, ',' || r.area || ',', '') <> ${a.areas}
        or (r.credit_code <> '' and replace(${a.codes}, ',' || r.credit_code || ',', '') <> ${a.codes})
        or (${a.department} <> '' and c.handler = ${a.department}))`,
    );

const standingBeside = (db: Db) => ({
  besideCount: (a: Asked) => beside(db, a).select(sql<number>`cast(count(*) as integer)`.as('count')),
  besidePage: (a: Asked & { before: string; limit: number }) =>
    beside(db, a)
      .select([...returnColumns, 'c.number'])
      .where('r.case_id', '<', a.before)
      .orderBy('r.case_id', 'desc')
      .limit(a.limit),
});

/** Enterprises in operation, their returns, and what is missing. */
export const firming = (db: Db) => ({
  ...keepingOfFirms(db),
  ...lookingAtFirms(db),
  ...openFirms(db),
  ...counting(db),
  ...paging(db),
  ...standingBeside(db),
});
