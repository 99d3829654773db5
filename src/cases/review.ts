import { chainFault } from '#src/cases/chain.ts';
import type { Office } from '#src/cases/office.ts';
import { caseKey, open } from '#src/cases/seal.ts';
import type { CaseRow } from '#src/cases/store.ts';
import type { Answers, AnyForm } from '#src/forms/field.ts';
import { join } from '#src/forms/parts.ts';

/** The answers as they were sent, opened with the case's key. */
export const openAnswers = (office: Office, form: AnyForm, row: CaseRow): Answers => {
  const sealed = open(caseKey(office.keys, row), row.id, 'answers', row.sealed).toString('utf8');
  return join(form, { clear: JSON.parse(row.answers), sealed: JSON.parse(sealed) });
};

/** Every case of a form, or of all, read page by page: a store of any size passes through. */
export async function* cases(office: Office, form: string | null): AsyncGenerator<CaseRow> {
  for (let after: string | null = null; ; ) {
    const page = await office.store.list({ form, after, limit: 200 });
    yield* page.rows;
    if (page.next === null) return;
    after = page.next;
  }
}

/** What is wrong with a case's chain of events; null when it is whole. */
export const fault = async (office: Office, row: CaseRow): Promise<string | null> =>
  chainFault(office.keys, row, await office.store.events(row.id));
