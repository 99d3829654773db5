import type { Fulfilled, Wish } from '#src/cases/wish.ts';
import type { Problem } from '#src/forms/field.ts';
import { backupDays } from '#src/forms/notice.ts';
import { longestReply, readReply } from '#src/forms/reply.ts';
import { type Ask, lastPart } from '#src/http/ask.ts';
import { readBody } from '#src/http/body.ts';
import { caseJson, casePage, stateIn } from '#src/http/case-page.ts';
import type { Front } from '#src/http/front.ts';
import { problem } from '#src/http/problem.ts';
import { page } from '#src/http/shell.ts';
import { credentials, type Lookup, refused } from '#src/http/tracking.ts';
import { notice, problems } from '#src/i18n/problems.ts';
import { gradeWords, trackWords, actWords as words } from '#src/i18n/track.ts';
import { langs, say, type Words } from '#src/i18n/words.ts';
import { sureView } from '#src/views/acts.ts';

type Tree = Readonly<Record<string, unknown>>;

/** What somebody asks of their case: the wish, or what is wrong with it, or an act to be asked about once more. */
export type Asked = Lookup & {
  readonly act: string;
  readonly wish: Wish | null;
  readonly errors: readonly Problem[];
  readonly text: string;
  readonly unsure: boolean;
};

const inEach = (make: (lang: (typeof langs)[number]) => string): Words =>
  Object.fromEntries(langs.map(lang => [lang, make(lang)])) as Words;

type Read<T> = { readonly value: T } | { readonly error: Problem };

const textIn = (fields: Tree, isRequired: boolean, label: Words): Read<string> => {
  const reply = readReply(fields.text, isRequired);
  if (!('refusal' in reply)) return { value: reply.text };
  const form = {
    missing: trackWords.required,
    plain: words.plain,
    'too-long': words.tooLong,
  }[reply.refusal];
  const values = { max: longestReply, length: reply.length };
  const message = inEach(lang => say(form, lang, { label: label[lang], ...values }));
  return { error: { pointer: '/text', message } };
};

const solvedIn = (fields: Tree): Read<boolean> => {
  const { solved } = fields;
  if (solved === true || solved === 'yes') return { value: true };
  if (solved === false || solved === 'no') return { value: false };
  return { error: { pointer: '/solved', message: words.chooseSolved } };
};

const isGrade = (value: unknown): value is keyof typeof gradeWords =>
  typeof value === 'string' && Object.hasOwn(gradeWords, value);

const gradeIn = ({ grade }: Tree): Read<keyof typeof gradeWords> =>
  isGrade(grade) ? { value: grade } : { error: { pointer: '/grade', message: words.chooseGrade } };

type Taken = { readonly wish: Wish } | { readonly errors: readonly Problem[] };

const errorsOf = (...reads: readonly Read<unknown>[]): readonly Problem[] =>
  reads.flatMap(one => ('error' in one ? [one.error] : []));

/** The wish of an address and its fields. */
const wishIn = (act: string, fields: Tree): Taken => {
  if (act === 'withdraw' || act === 'erase') return { wish: { act } };
  const text = textIn(fields, act === 'reply', words.text);
  if (act === 'reply')
    return 'value' in text ? { wish: { act, text: text.value } } : { errors: errorsOf(text) };
  if (act === 'confirm') {
    const solved = solvedIn(fields);
    return 'value' in solved && 'value' in text
      ? { wish: { act, solved: solved.value, text: text.value } }
      : { errors: errorsOf(solved, text) };
  }
  const grade = gradeIn(fields);
  return 'value' in grade && 'value' in text
    ? { wish: { act: 'rate', grade: grade.value, text: text.value } }
    : { errors: errorsOf(grade, text) };
};

/** Reads what somebody asks of their case at `/api/track/<act>`: by JSON done at once, on a page asked about where it cannot be undone. */
export const wished = async (ask: Ask): Promise<Asked | Response> => {
  const body = await readBody(ask.request);
  if (body.tag === 'problem') return problem(ask, body.type, { values: body.values });
  const who = credentials(ask, body);
  if (who instanceof Response) return who;
  const act = lastPart(ask.url);
  const fields = body.fields as Tree;
  const taken = wishIn(act, fields);
  const unsure = ask.wantsPage && ['withdraw', 'erase'].includes(act) && fields.sure !== 'yes';
  return {
    ...who,
    act,
    unsure,
    wish: 'wish' in taken && !unsure ? taken.wish : null,
    errors: 'errors' in taken ? taken.errors : [],
    text: typeof fields.text === 'string' ? fields.text : '',
  };
};

type Found = Extract<Fulfilled, { tag: 'found' }>;

const sure = (ask: Ask, front: Front, { act }: Asked, { course }: Found): Response => {
  const number = front.showNumber(course.case.number);
  const of = act === 'erase' ? ('erase' as const) : ('withdraw' as const);
  const view = sureView({ lang: ask.lang, number, pass: course.pass, act: of, backup: backupDays });
  return page(ask.lang, 200, trackWords.title[ask.lang], view);
};

const wrong = async (
  ask: Ask,
  front: Front,
  asked: Asked,
  { course }: Found,
  now: Date,
): Promise<Response> => {
  const { errors, act, text } = asked;
  if (!ask.wantsPage) return problem(ask, 'refused', { errors });
  return casePage(ask, front, course, now, {
    status: 422,
    problem: errors[0]?.message[ask.lang] ?? '',
    typed: { act, text },
    problems: Object.fromEntries(errors.map(one => [one.pointer.slice(1), one.message[ask.lang]])),
  });
};

/** That a case's state does not allow what was asked. */
export const notNow = async (
  ask: Ask,
  front: Front,
  act: string,
  { course }: Pick<Found, 'course'>,
  now: Date,
): Promise<Response> => {
  const rated = act === 'rate' && ['answered', 'closed'].includes(course.case.state);
  const type = rated ? 'rated-already' : 'not-now';
  const values = { state: stateIn(ask, front, course) };
  if (!ask.wantsPage) return problem(ask, type, { values });
  const told = { status: problems[type].status, problem: notice(type, ask.lang, values) };
  return casePage(ask, front, course, now, told);
};

/** The case after what was asked of it, or why it was not done. */
export const told = async (
  ask: Ask,
  front: Front,
  asked: Asked,
  result: Fulfilled,
  now: Date,
): Promise<Response> => {
  if (result.tag !== 'found') return refused(ask, asked, result, now);
  if (asked.errors.length > 0) return wrong(ask, front, asked, result, now);
  if (asked.unsure) return sure(ask, front, asked, result);
  if (!result.done) return notNow(ask, front, asked.act, result, now);
  return ask.wantsPage ? casePage(ask, front, result.course, now) : caseJson(ask, front, result.course);
};
