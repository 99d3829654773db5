import type { CaseRow } from '#src/cases/store.ts';
import type { TrackResult } from '#src/cases/track.ts';
import type { Correctable, Fulfilled } from '#src/cases/wish.ts';
import type { Answers, AnyForm, Problem } from '#src/forms/field.ts';
import { goneAt, placeOf } from '#src/forms/place.ts';
import { read } from '#src/forms/read.ts';
import { notNow } from '#src/http/acts.ts';
import type { Ask } from '#src/http/ask.ts';
import { readBody } from '#src/http/body.ts';
import { caseJson, casePage } from '#src/http/case-page.ts';
import { json } from '#src/http/door.ts';
import { type KnownFiles, type Posted, takeFiles, withoutFile } from '#src/http/files.ts';
import type { Front } from '#src/http/front.ts';
import { edited, withoutBlankLines } from '#src/http/intake.ts';
import { problem } from '#src/http/problem.ts';
import { page } from '#src/http/shell.ts';
import { credentials, type Lookup, refused } from '#src/http/tracking.ts';
import { placeFieldWords } from '#src/i18n/slots.ts';
import { actWords as words } from '#src/i18n/track.ts';
import { changeView } from '#src/views/change.ts';

type Tree = Readonly<Record<string, unknown>>;

/** A post to the correction of a case: with no fields it asks for the form as it was filled in. */
export type Changing = Lookup & {
  readonly fields: Tree | null;
  readonly posted: readonly Posted[];
  /** A button that adds or removes a line or a file and stores nothing; '' for none. */ readonly press: string;
  readonly encoding: 'json' | 'form';
};

type Found = { readonly tag: 'found' } & Correctable;
type Open = NonNullable<Correctable['open']>;

/** Reads who corrects which case, and the answers if there are any. By JSON they are in `answers`. */
export const changing = async (ask: Ask): Promise<Changing | Response> => {
  const body = await readBody(ask.request);
  if (body.tag === 'problem') return problem(ask, body.type, { values: body.values });
  const who = credentials(ask, body);
  if (who instanceof Response) return who;
  const sent = body.fields as Tree;
  const given = body.encoding === 'json' ? sent.answers : sent;
  const isGiven = typeof given === 'object' && given !== null && Object.keys(given).length > 0;
  return {
    ...who,
    fields: isGiven || body.files.length > 0 ? ((given ?? {}) as Tree) : null,
    posted: body.files,
    press: body.controls.get('_act') ?? '',
    encoding: body.encoding,
  };
};

/** What is wrong with corrected answers beside their fields: a case stays about one thing, a day's return of its day. */
const outOfPlace = ({ form, answers: before }: Open, answers: Answers): readonly Problem[] => {
  const lines = form.apart === undefined ? [] : (answers[form.apart] as readonly unknown[]);
  if (lines.length > 1) return [{ pointer: `/${form.apart}`, message: words.oneLine }];
  if (placeOf(form, before) !== placeOf(form, answers)) return [goneAt(form, placeFieldWords.kept)];
  return form.once && form.once(before) !== form.once(answers)
    ? [{ pointer: '', message: words.otherDay }]
    : [];
};

const formPage = (
  ask: Ask,
  front: Front,
  { course, open }: Found & { readonly open: Open },
  { typed, files, errors = [] }: { typed: Tree; files: KnownFiles; errors?: readonly Problem[] },
): Response => {
  const { form } = open;
  const view = changeView({
    form,
    lang: ask.lang,
    tables: front.tables,
    typed,
    files,
    problems: errors,
    fillPhone: front.fillPhone,
    notice: '',
    handler: front.handler(form.id),
    number: front.showNumber(course.case.number),
    pass: course.pass,
  });
  return page(ask.lang, errors.length > 0 ? 422 : 200, form.title[ask.lang], view);
};

/** Corrected answers that may take the place of those that were sent. */
export type Corrected = { readonly case: CaseRow; readonly form: AnyForm; readonly answers: Answers };

const answersIn = async (
  ask: Ask,
  front: Front,
  asked: Changing & { readonly fields: Tree },
  found: Found & { readonly open: Open },
): Promise<Corrected | Response> => {
  const { form } = found.open;
  const work = { ask, form, attachments: front.attachments, caseId: found.course.case.id };
  const taken = await takeFiles(work, asked.fields, asked.posted);
  const { files, problems: unfit } = taken;
  if (asked.press !== '') {
    const { press } = asked;
    const typed = press.startsWith('drop:')
      ? await withoutFile(work, taken.fields, press)
      : edited(taken.fields, press);
    return formPage(ask, front, found, { typed, files });
  }
  const typed = asked.encoding === 'form' ? withoutBlankLines(form, taken.fields) : taken.fields;
  const reading = read(form, typed, front.tables, front.sentOn());
  const errors = [
    ...unfit,
    ...(reading.tag === 'refused' ? reading.problems : outOfPlace(found.open, reading.answers)),
  ];
  if (reading.tag === 'read' && errors.length === 0)
    return { case: found.course.case, form, answers: reading.answers };
  return ask.wantsPage
    ? formPage(ask, front, found, { typed, files, errors })
    : problem(ask, 'refused', { errors });
};

/** The corrected answers of a post, or the answer that ends it here: the form to correct, refused, or not possible any more. */
export const corrected = async (
  ask: Ask,
  front: Front,
  asked: Changing,
  found: Found | Exclude<TrackResult, { tag: 'found' }>,
  now: Date,
): Promise<Corrected | Response> => {
  if (found.tag !== 'found') return refused(ask, asked, found, now);
  const { open } = found;
  if (!open) return notNow(ask, front, 'change', found, now);
  if (asked.fields) return answersIn(ask, front, { ...asked, fields: asked.fields }, { ...found, open });
  if (!ask.wantsPage) return json(200, { form: open.form.id, answers: open.answers });
  const work = { ask, form: open.form, attachments: front.attachments, caseId: found.course.case.id };
  const { files } = await takeFiles(work, open.answers, []);
  return formPage(ask, front, { ...found, open }, { typed: open.answers, files });
};

/** The case with its corrected answers, or why they were not taken. */
export const changed = async (
  ask: Ask,
  front: Front,
  asked: Lookup,
  result: Fulfilled | { readonly tag: 'upload-missing'; readonly problem: Problem },
  now: Date,
): Promise<Response> => {
  if (result.tag === 'upload-missing') return problem(ask, 'refused', { errors: [result.problem] });
  if (result.tag !== 'found') return refused(ask, asked, result, now);
  if (!result.done) return notNow(ask, front, 'change', result, now);
  return ask.wantsPage ? casePage(ask, front, result.course, now) : caseJson(ask, front, result.course);
};
