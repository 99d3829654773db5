import type { ActResult } from '#src/cases/act.ts';
import type { Office } from '#src/cases/office.ts';
import { openAnswers } from '#src/cases/review.ts';
import { change, erase } from '#src/cases/rewrite.ts';
import { confirm, type Grade, rate, reply, withdraw } from '#src/cases/say.ts';
import type { CaseRow } from '#src/cases/store.ts';
import { type Course, courseOf, identify, type Query, type TrackResult } from '#src/cases/track.ts';
import { uploadGone } from '#src/cases/uploads.ts';
import type { Answers, AnyForm, Problem } from '#src/forms/field.ts';

/** What an enterprise asks of its own case. `null`: it was not said in a way that can be taken. */
export type Wish =
  | { readonly act: 'reply'; readonly text: string }
  | { readonly act: 'withdraw' }
  | { readonly act: 'confirm'; readonly solved: boolean; readonly text: string }
  | { readonly act: 'rate'; readonly grade: Grade; readonly text: string }
  | { readonly act: 'erase' };

/** The case as it stands afterwards, and whether the wish was done: not where the case's state does not allow it. */
export type Fulfilled =
  | { readonly tag: 'found'; readonly course: Course; readonly done: boolean }
  | Exclude<TrackResult, { tag: 'found' }>;

const who = 'enterprise';

const perform = (office: Office, number: string, wish: Wish): Promise<ActResult> => {
  switch (wish.act) {
    case 'reply':
      return reply(office, number, wish.text, who);
    case 'withdraw':
      return withdraw(office, number, who);
    case 'confirm':
      return confirm(office, number, wish, who);
    case 'rate':
      return rate(office, number, wish, who);
    case 'erase':
      return erase(office, number, who);
  }
};

const afterwards = async (office: Office, row: CaseRow, result: ActResult): Promise<Fulfilled> => {
  const now = (await office.store.caseByNumber(row.number)) ?? row;
  return { tag: 'found', course: await courseOf(office, now), done: result.tag === 'done' };
};

/** Does what the holder of a case asks; with no wish, or one that cannot be taken, only shows it. Throttled like tracking. */
export const fulfil = async (office: Office, query: Query, wish: Wish | null): Promise<Fulfilled> => {
  const found = await identify(office, query);
  if (found.tag !== 'found') return found;
  if (!wish) return { tag: 'found', course: await courseOf(office, found.case), done: false };
  return afterwards(office, found.case, await perform(office, found.case.number, wish));
};

/** What may be corrected: the form and the answers as they stand; null where the case is answered or over. */
export type Correctable = {
  readonly course: Course;
  readonly open: { readonly form: AnyForm; readonly answers: Answers } | null;
};

/** The answers of a case for their holder to correct. */
export const correctable = async (
  office: Office,
  query: Query,
): Promise<({ readonly tag: 'found' } & Correctable) | Exclude<TrackResult, { tag: 'found' }>> => {
  const found = await identify(office, query);
  if (found.tag !== 'found') return found;
  const row = found.case;
  const course = await courseOf(office, row);
  const form = office.forms.find(one => one.id === row.form);
  const open = form && course.may.change ? { form, answers: openAnswers(office, form, row) } : null;
  return { tag: 'found', course, open };
};

/** Puts corrected answers in place of those that were sent; a file that was attached anew must still be there. */
export const correct = async (
  office: Office,
  row: CaseRow,
  form: AnyForm,
  answers: Answers,
): Promise<Fulfilled | { readonly tag: 'upload-missing'; readonly problem: Problem }> => {
  const result = await change(office, row.number, form, answers, who);
  if (result.tag === 'upload-missing')
    return { ...result, problem: uploadGone(office.keys, form, answers, result.hash) };
  return afterwards(office, row, result);
};
