import { chainFault } from '#src/cases/chain.ts';
import type { Office } from '#src/cases/office.ts';
import { caseKey, isErased, open } from '#src/cases/seal.ts';
import type { CaseRow } from '#src/cases/store.ts';
import type { Answers, AnyForm } from '#src/forms/field.ts';
import { emptySealed } from '#src/forms/keep.ts';
import { join } from '#src/forms/parts.ts';

/** The answers as they were sent, opened with the case's key; of an erased case only codes, quantities and dates are left. */
export const openAnswers = (office: Office, form: AnyForm, row: CaseRow): Answers => {
  const clear = JSON.parse(row.answers);
  const sealed = isErased(row)
    ? emptySealed(form, clear)
    : JSON.parse(open(caseKey(office.keys, row), row.id, 'answers', row.sealed).toString('utf8'));
  return join(form, { clear, sealed });
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
