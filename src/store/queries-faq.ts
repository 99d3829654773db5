import type { Kysely } from 'kysely';
import type { FaqRow } from '#src/cases/faq-store.ts';
import type { Schema } from '#src/store/schema.ts';

const columns = [
  'slug',
  'case_id as caseId',
  'state',
  'question',
  'answer',
  'category',
  'links',
  'department',
  'published_at as publishedAt',
  'published_by as publishedBy',
  'withdrawn_at as withdrawnAt',
  'withdrawn_by as withdrawnBy',
] as const;

/** Answers published as common questions. */
export const publishing = (db: Kysely<Schema>) => ({
  faqOfCase: (a: { caseId: string }) =>
    db
      .selectFrom('faq')
      .select(columns)
      .where('case_id', '=', a.caseId)
      .orderBy('published_at', 'desc')
      .orderBy('slug', 'desc'),
  faqPage: (a: { after: string; limit: number }) =>
    db
      .selectFrom('faq')
      .select([...columns, 'slug as id'])
      .where('slug', '>', a.after)
      .orderBy('slug')
      .limit(a.limit),
  /** What was published stays as it was; only that it was withdrawn is added. */
  putFaq: (a: FaqRow) =>
    db
      .insertInto('faq')
      .values({
        slug: a.slug,
        case_id: a.caseId,
        state: a.state,
        question: a.question,
        answer: a.answer,
        category: a.category,
        links: a.links,
        department: a.department,
        published_at: a.publishedAt,
        published_by: a.publishedBy,
        withdrawn_at: a.withdrawnAt,
        withdrawn_by: a.withdrawnBy,
      })
      .onConflict(on =>
        on
          .column('slug')
          .doUpdateSet({ state: a.state, withdrawn_at: a.withdrawnAt, withdrawn_by: a.withdrawnBy }),
      ),
});
