import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import type { Narrow } from '#src/cases/desk-store.ts';
import type { Measure } from '#src/figures/figure.ts';
import { pageColumns, within } from '#src/store/queries-lists.ts';
import type { Schema } from '#src/store/schema.ts';

/**
 * Lists are texts: `,a,b,`. At most four measures, some said twice where there are fewer; `minus` are those that count back. `parts` and
 * `key` narrow what is counted, where there are any.
 */
type Counted = {
  lead: Measure;
  m1: string;
  m2: string;
  m3: string;
  m4: string;
  minus: string;
  parts: string;
  from: string;
  to: string;
  by: string;
  key: string;
};
type Asked = Counted & Narrow & { codes: string; beforeDay: string; beforeId: string; limit: number };

/** What a case comes to: found by its key, so that only its own few tallies are read. */
const countOf = (a: Counted) => sql<number>`(select cast(coalesce(sum(
    case when replace(${a.minus}, ',' || u.measure || ',', '') <> ${a.minus} then -u.n else u.n end
  ), 0) as bigint) from case_tallies u
  where u.case_id = t.case_id and u.measure in (${a.m1}, ${a.m2}, ${a.m3}, ${a.m4})
    and u.day >= ${a.from} and u.day <= ${a.to}
    and (${a.parts} = '' or replace(${a.parts}, ',' || u.part || ',', '') <> ${a.parts})
    and (${a.by} <> 'department' or u.department = ${a.key}))`;

/** A form, an area and a line are those of the case: all of its tallies have the same. */
const isOfPart = (a: Counted) => sql<boolean>`((${a.by} <> 'form' or t.form = ${a.key})
  and (${a.by} <> 'area' or t.area = ${a.key}) and (${a.by} <> 'line' or t.line = ${a.key}))`;

/** Of several tallies of a case the last one of these days stands for all of them. */
const isLast = (a: Counted) => sql<boolean>`not exists (select 1 from case_tallies v
  where v.case_id = t.case_id and v.measure = t.measure and v.day <= ${a.to}
    and (v.day, v.part, v.department) > (t.day, t.part, t.department))`;

/** What somebody may see, narrowed as the queue narrows: by what the cases are now. */
const isTheirs = (a: Asked) =>
  sql<boolean>`(${a.department} = '' or cases.handler = ${a.department}) and (${a.form} = '' or cases.form = ${a.form}) and (${a.area} = '' or cases.area = ${a.area}) and (${a.line} = '' or cases.line = ${a.line}) and (cases.against = '' or cases.against <> ${a.notAgainst})`;

/** An enterprise of one's own in whatever area, but for a complaint, whose sender is masked. */
const isWithin = (a: Asked) =>
  sql<boolean>`(${within(a.areas, 'cases.area')} or (${a.codes} <> '' and cases.complaint = 0 and cases.credit_code <> '' and replace(${a.codes}, ',' || cases.credit_code || ',', '') <> ${a.codes}))`;

type Tables = Schema & { t: Schema['case_tallies'] };

const listed = (from: SelectQueryBuilder<Tables, 't' | 'cases', object>, a: Asked) =>
  from
    .select(pageColumns)
    .select('t.day as countedOn')
    .select(countOf(a).as('n'))
    .where('t.measure', '=', a.lead)
    .where('t.day', '>=', a.from)
    .where('t.day', '<=', a.to)
    .where(sql<boolean>`(t.day, t.case_id) < (${a.beforeDay}, ${a.beforeId})`)
    .where(isOfPart(a))
    .where(isTheirs(a))
    .where(isWithin(a))
    .where(isLast(a))
    .where(sql<boolean>`${countOf(a)} <> 0`)
    .orderBy('t.day', 'desc')
    .orderBy('t.case_id', 'desc')
    .limit(a.limit);

/** By name, and not as those that are not over: so the index of stages answers. */
const open = sql.raw(
  "('held', 'to-accept', 'declined', 'doing', 'waiting', 'answered', 'upward', 'unsolved')",
);

/** The cases behind a figure. */
export const behindFigures = (db: Kysely<Schema>) => ({
  /** Along the index of the lead measure from the last day back, until there are enough for a page. */
  casesCounted: (a: Asked) =>
    listed(db.selectFrom('case_tallies as t').innerJoin('cases', 'cases.id', 't.case_id'), a),
  /**
   * Of what stands open on a day, where most cases are long over and would be gone through in vain: such a case is not over now, or
   * was closed after that day.
   */
  casesStanding: (a: Asked) =>
    listed(db.selectFrom('case_tallies as t').innerJoin('cases', 'cases.id', 't.case_id'), a).where(
      't.case_id',
      'in',
      eb =>
        eb
          .selectFrom('cases as o')
          .select('o.id')
          .where(sql<boolean>`o.stage in ${open}`)
          .union(
            eb
              .selectFrom('case_tallies as c')
              .select('c.case_id as id')
              .where('c.measure', '=', sql.lit('closed' as const))
              .where('c.day', '>', a.to),
          ),
    ),
});
