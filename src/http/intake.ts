import { randomBytes } from 'node:crypto';
import type { Answers, AnyForm, Problem } from '#src/forms/field.ts';
import { read } from '#src/forms/read.ts';
import { type Ask, lastPart } from '#src/http/ask.ts';
import { type Body, readBody } from '#src/http/body.ts';
import type { Front } from '#src/http/front.ts';
import { problem, waitProblem } from '#src/http/problem.ts';
import { page } from '#src/http/shell.ts';
import { notice, problems } from '#src/i18n/problems.ts';
import { formView } from '#src/views/form.ts';

/** A sound submission: which form, what was typed and read, under which key. */
export type Sent = {
  readonly ask: Ask;
  readonly front: Front;
  readonly form: AnyForm;
  /** As typed, for giving the form back. */
  readonly fields: unknown;
  readonly answers: Answers;
  readonly warnings: readonly Problem[];
  readonly key: string;
  /** No key was sent: an identical post of the last ten minutes is taken for the same. */
  readonly once: boolean;
  /** What makes it look like a machine's post: held for an officer, never dropped. */
  readonly suspicions: readonly string[];
};

type Typed = Pick<Sent, 'ask' | 'front' | 'form' | 'fields'>;
type Tree = Readonly<Record<string, unknown>>;

const isBlank = (value: unknown): boolean =>
  value === '' || (typeof value === 'object' && value !== null && Object.values(value).every(isBlank));

/** Lines a person added and left empty are not lines; the first stays, so that its errors have a place. */
const withoutBlankLines = (form: AnyForm, fields: Tree): Tree =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      if (form.fields[name]?.kind !== 'lines' || !Array.isArray(value)) return [name, value];
      const filled = value.filter(line => !isBlank(line));
      return [name, filled.length > 0 ? filled : value.slice(0, 1)];
    }),
  );

/** A button that adds or removes a line and stores nothing: `add:items`, `remove:items:2`. */
const edited = (fields: Tree, act: string): Tree => {
  const [verb, name = '', at] = act.split(':');
  const lines: readonly unknown[] = Array.isArray(fields[name]) ? fields[name] : [{}];
  if (verb === 'add') return { ...fields, [name]: [...lines, {}] };
  const left = lines.filter((_, index) => index !== Number(at));
  return { ...fields, [name]: left.length > 0 ? left : [{}] };
};

const formPage = (
  sent: Typed,
  status: number,
  told: {
    readonly errors?: readonly Problem[];
    readonly notice?: string;
    readonly headers?: Readonly<Record<string, string>>;
  },
): Response => {
  const { ask, front, form, fields } = sent;
  const view = formView({
    form,
    lang: ask.lang,
    tables: front.tables,
    typed: fields as Tree,
    problems: told.errors ?? [],
    notice: told.notice ?? '',
    fillPhone: front.fillPhone,
    handler: front.handler(form.id, ask.lang),
  });
  return page(ask.lang, status, form.title[ask.lang], view, told.headers);
};

const keyOf = (ask: Ask): string | null | undefined => {
  const header = ask.request.headers.get('idempotency-key');
  if (header === null) return null;
  const key = header.trim().replace(/^"(.*)"$/, '$1');
  return /^[A-Za-z0-9_-]{22,128}$/.test(key) ? key : undefined;
};

const fieldsOf = (form: AnyForm, body: Extract<Body, { tag: 'body' }>, isForm: boolean): unknown =>
  isForm ? withoutBlankLines(form, body.fields as Tree) : body.fields;

/** A 422 with every problem at once; as a page, with every typed value in its place. */
const refuse = (sent: Typed, errors: readonly Problem[]): Response =>
  sent.ask.wantsPage ? formPage(sent, 422, { errors }) : problem(sent.ask, 'refused', { errors });

/** Reads and checks a post to a form's address: the submission, or the answer that ends it here (refused, or a line added or removed). */
export const intake = async (ask: Ask, front: Front): Promise<Sent | Response> => {
  const form = front.forms.find(one => one.id === lastPart(ask.url));
  if (!form) return problem(ask, 'unknown-form');
  const body = await readBody(ask.request);
  if (body.tag === 'problem') return problem(ask, body.type, { values: body.values });
  const act = body.controls.get('_act');
  if (act) return formPage({ ask, front, form, fields: edited(body.fields as Tree, act) }, 200, {});
  const key = keyOf(ask);
  if (key === undefined) return problem(ask, 'bad-key');
  const fields = fieldsOf(form, body, body.encoding === 'form');
  const reading = read(form, fields, front.tables, front.today());
  if (reading.tag === 'refused') return refuse({ ask, front, form, fields }, reading.problems);
  const { answers, warnings } = reading;
  return {
    ask,
    front,
    form,
    fields,
    answers,
    warnings,
    key: key ?? randomBytes(16).toString('base64url'),
    once: key === null,
    suspicions: body.controls.get('_homepage') ? ['trap'] : [],
  };
};

/** Not now: 429 or 503 with the time to wait; a page keeps what was typed. */
export const postpone = (sent: Sent, type: 'too-many' | 'unavailable', seconds: number): Response => {
  const { ask } = sent;
  if (!ask.wantsPage) return waitProblem(ask, type, seconds);
  return formPage(sent, problems[type].status, {
    notice: notice(type, ask.lang, { seconds }),
    headers: { 'retry-after': String(seconds) },
  });
};

/** Runs the work that needs the store; when the store cannot take it, the form keeps its input. */
export const keep = async (sent: Sent, work: () => Promise<Response>): Promise<Response> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && error.name === 'StoreUnavailable') return postpone(sent, 'unavailable', 30);
    throw error;
  }
};
