import { type Kysely, sql } from 'kysely';
import type { Narrow } from '#src/cases/desk-store.ts';
import {
  type Ask,
  inStages,
  listing,
  openStages,
  type Part,
  pageColumns,
  type Span,
  type Stages,
  type Standing,
  standingColumns,
  within,
} from '#src/store/queries-lists.ts';
import type { Dialect, Schema } from '#src/store/schema.ts';

type Their<A> = A & { codes: string };
type Newest = Narrow & { stage: string; after: string; limit: number };

/** The codes of a list like `,A,B,`, a row each. */
const each = (codes: string, dialect: Dialect) =>
  dialect === 'sqlite'
    ? sql`select value from json_each('["' || replace(trim(${codes}, ','), ',', '","') || '"]')`
    : sql`select unnest(string_to_array(trim(${codes}, ','), ','))`;

/**
 * Of enterprises, apart from what lies in `areas` ('' is nowhere) and so is on those lists already. Everything but the credit code stands in
 * expressions: no index but that of credit codes can answer, which reads the few cases of these enterprises and nothing else.
 */
const isTheirs = (a: Their<Narrow>, dialect: Dialect) =>
  sql<boolean>`credit_code in (${each(a.codes, dialect)}) and credit_code <> '' and complaint + 0 = 0 and (${a.areas} = '' or not ${within(a.areas, 'area')}) and (${a.officer} = '' or officer = ${a.officer}) and (${a.form} = '' or form = ${a.form}) and (${a.area} = '' or area = ${a.area}) and (${a.line} = '' or line = ${a.line}) and (against = '' or against <> ${a.notAgainst})`;

const stage = sql<string>`stage || ''`;
const due = sql<string>`due || ''`;

/** The lists of enterprises that somebody looks after, page and count. */
export const theirs = (db: Kysely<Schema>, dialect: Dialect) => {
  const all = (a: Their<Narrow>) => db.selectFrom('cases').where(isTheirs(a, dialect));
  const staged = (a: Their<Part<Ask> & Stages & Span>) =>
    all(a).where(inStages(a, stage)).where(sql<boolean>`${due} >= ${a.dueFrom} and ${due} < ${a.dueBefore}`);
  const fast = (a: Their<Part<Ask>>) =>
    all(a).where(sql<boolean>`fast + 0 = 1 and ${stage} not in ('closed', 'withdrawn')`);
  const { page, count } = listing(db);
  return {
    theirsOfStages: (a: Their<Ask & Stages & Span>) => page(staged(a), a),
    theirsNewest: (a: Their<Newest>) => {
      const picked = all(a)
        .select('id')
        .where(sql<boolean>`(${a.stage} = '' or stage = ${a.stage}) and id || '' < ${a.after}`)
        .orderBy(sql`id || ''`, 'desc')
        .limit(a.limit);
      return db
        .selectFrom(picked.as('picked'))
        .innerJoin('cases', 'cases.id', 'picked.id')
        .select(pageColumns)
        .select('picked.id as sortKey')
        .orderBy('picked.id', 'desc');
    },
    theirsFast: (a: Their<Ask>) => page(fast(a), a),
    countTheirsFast: (a: Their<Part<Ask>>) => count(fast(a), a),
    countTheirsOfStages: (a: Their<Part<Ask> & Stages & Span>) => count(staged(a), a),
    countTheirs: (a: Their<Part<Ask>>) => count(all(a), a),
    standingOfTheirs: (a: Their<Standing>) =>
      all(a).select(standingColumns(a)).where(openStages(stage)).groupBy('stage'),
  };
};
