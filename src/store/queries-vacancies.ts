import { type Kysely, sql } from 'kysely';
import type { Append } from '#src/cases/store.ts';
import type { Schema } from '#src/store/schema.ts';
import type { VacancyEventRow, VacancyNarrow, VacancyRow } from '#src/vacancies/store.ts';

type Db = Kysely<Schema>;

const columns = [
  'id',
  'number',
  'case_id as caseId',
  'kind',
  'line',
  'version',
  'state',
  'ended',
  'enterprise',
  'area',
  'title',
  'skills',
  'headcount',
  'filled',
  'pay_from as payFrom',
  'pay_to as payTo',
  'employment',
  'meals',
  'lodging',
  'start_day as startDay',
  'insured',
  'online',
  'published_at as publishedAt',
  'until',
  'changed_at as changedAt',
] as const;

/** What may change of a vacancy. */
const changing = (a: VacancyRow) => ({
  version: a.version,
  state: a.state,
  ended: a.ended,
  enterprise: a.enterprise,
  area: a.area,
  title: a.title,
  skills: a.skills,
  headcount: a.headcount,
  filled: a.filled,
  pay_from: a.payFrom,
  pay_to: a.payTo,
  employment: a.employment,
  meals: a.meals,
  lodging: a.lodging,
  start_day: a.startDay,
  insured: a.insured,
  online: a.online,
  published_at: a.publishedAt,
  until: a.until,
  changed_at: a.changedAt,
});

/** `words`: a pattern of `like`, in which `!` stands before a sign that is meant as it is. */
type Narrow = Omit<VacancyNarrow, 'words'> & { readonly words: string };

const isOpen = (a: Narrow) => sql<boolean>`state = 'open' and until >= ${a.today} and until <= ${a.latest}
  and (${a.kind} = '' or kind = ${a.kind}) and (${a.area} = '' or area = ${a.area})
  and (${a.lodging} = '' or lodging = case when ${a.lodging} = 'yes' then 1 else 0 end)
  and lower(title || ' ' || skills || ' ' || number) like ${a.words} escape '!'`;

const heads = sql<number>`cast(coalesce(sum(headcount - filled), 0) as bigint)`;
const count = sql<number>`cast(count(*) as integer)`;

type From = { readonly key: string; readonly after: string; readonly limit: number };

const asking = (db: Db) => ({
  vacancyById: (a: { id: string }) => db.selectFrom('vacancies').select(columns).where('id', '=', a.id),
  vacanciesOfCase: (a: { caseId: string }) =>
    db
      .selectFrom('vacancies')
      .select(columns)
      .where('case_id', '=', a.caseId)
      .orderBy('kind')
      .orderBy('line'),
  vacanciesNewest: (a: Narrow & From) =>
    db
      .selectFrom('vacancies')
      .select(columns)
      .where(isOpen(a))
      .where(sql<boolean>`(published_at, number) < (${a.key}, ${a.after})`)
      .orderBy('published_at', 'desc')
      .orderBy('number', 'desc')
      .limit(a.limit),
  vacanciesEnding: (a: Narrow & From) =>
    db
      .selectFrom('vacancies')
      .select(columns)
      .where(isOpen(a))
      .where(sql<boolean>`(until, number) > (${a.key}, ${a.after})`)
      .orderBy('until')
      .orderBy('number')
      .limit(a.limit),
  vacanciesPast: (a: From & { today: string }) =>
    db
      .selectFrom('vacancies')
      .select(columns)
      .where(sql<boolean>`published_at <> '' and (state = 'ended' or until < ${a.today})`)
      .where(sql<boolean>`(changed_at, number) < (${a.key}, ${a.after})`)
      .orderBy('changed_at', 'desc')
      .orderBy('number', 'desc')
      .limit(a.limit),
});

const summing = (db: Db) => ({
  vacancyTotals: (a: Narrow) =>
    db
      .selectFrom('vacancies')
      .select([count.as('count'), heads.as('heads')])
      .where(isOpen(a)),
  vacancySums: (a: { today: string }) =>
    db
      .selectFrom('vacancies')
      .select(['kind', count.as('count'), heads.as('heads')])
      .where('state', '=', sql.lit('open' as const))
      .where('until', '>=', a.today)
      .groupBy('kind')
      .orderBy('kind'),
  vacancyFlows: (a: { before: string }) =>
    db
      .selectFrom('vacancy_events as e')
      .innerJoin('vacancies as v', 'v.id', 'e.vacancy_id')
      .select([
        'v.kind',
        sql<number>`cast(count(case when e.kind = 'published' then 1 end) as integer)`.as('published'),
        sql<number>`cast(coalesce(sum(e.heads), 0) as bigint)`.as('filled'),
      ])
      .where('e.at', '<', a.before)
      .groupBy('v.kind')
      .orderBy('v.kind'),
  vacancyEventsOfCase: (a: { caseId: string; limit: number }) =>
    db
      .selectFrom('vacancy_events as e')
      .innerJoin('vacancies as v', 'v.id', 'e.vacancy_id')
      .select(['e.vacancy_id as vacancyId', 'e.version', 'e.at', 'e.actor', 'e.kind', 'e.heads', 'e.data'])
      .where('v.case_id', '=', a.caseId)
      .orderBy('e.at', 'desc')
      .orderBy('e.version', 'desc')
      .orderBy('e.vacancy_id', 'desc')
      .limit(a.limit),
});

const keeping = (db: Db) => ({
  /** Changes no row where the position was reviewed before, or the number is taken. */
  insertVacancy: (a: VacancyRow) =>
    db
      .insertInto('vacancies')
      .values({
        id: a.id,
        number: a.number,
        case_id: a.caseId,
        kind: a.kind,
        line: a.line,
        ...changing(a),
      })
      .onConflict(on => on.doNothing()),
  /** Changes no row where somebody changed it meanwhile. */
  moveVacancy: (a: VacancyRow & { was: number }) =>
    db.updateTable('vacancies').set(changing(a)).where('id', '=', a.id).where('version', '=', a.was),
  insertVacancyEvent: (a: VacancyEventRow) =>
    db.insertInto('vacancy_events').values({
      vacancy_id: a.vacancyId,
      version: a.version,
      at: a.at,
      actor: a.actor,
      kind: a.kind,
      heads: a.heads,
      data: a.data,
    }),
});

type Why = NonNullable<Append['unlist']>;

/** Which of a case's vacancies an event of the case takes off; what was left out is looked at again once the case was changed. */
const goes = (a: { caseId: string; why: Why }) => sql<boolean>`case_id = ${a.caseId}
  and (state = 'open' or (ended = 'left-out' and ${a.why} = 'changed'))`;

/** What becomes of vacancies with an event of their case. */
const unlisting = (db: Db) => ({
  insertUnlisted: (a: { caseId: string; why: Why; at: string; actor: string; data: string }) =>
    db
      .insertInto('vacancy_events')
      .columns(['vacancy_id', 'version', 'at', 'actor', 'kind', 'heads', 'data'])
      .expression(
        db
          .selectFrom('vacancies')
          .select([
            'id',
            sql<number>`version + 1`.as('version'),
            sql<string>`${a.at}`.as('at'),
            sql<string>`${a.actor}`.as('actor'),
            sql<'ended'>`'ended'`.as('kind'),
            sql<number>`0`.as('heads'),
            sql<string>`${a.data}`.as('data'),
          ])
          .where(goes(a)),
      ),
  unlistVacancies: (a: { caseId: string; why: Why; at: string }) =>
    db
      .updateTable('vacancies')
      .set(eb => ({
        state: sql.lit('ended' as const),
        ended: a.why,
        version: eb('version', '+', sql.lit(1)),
        changed_at: a.at,
      }))
      .where(goes(a)),
  blankVacanciesOfCase: (a: { caseId: string }) =>
    db
      .updateTable('vacancies')
      .set({ enterprise: sql.lit(''), title: sql.lit(''), skills: sql.lit('') })
      .where('case_id', '=', a.caseId),
});

/** Vacancies: what is public, what was, and what happened. */
export const vacancying = (db: Db) => ({ ...asking(db), ...summing(db), ...keeping(db), ...unlisting(db) });
