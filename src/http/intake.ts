import { randomBytes } from 'node:crypto';
import type { Answers, AnyForm, Problem } from '#src/forms/field.ts';
import { goneAt, placeInWords, placeOf } from '#src/forms/place.ts';
import { isBlank, type Reading, read } from '#src/forms/read.ts';
import { type Ask, lastPart } from '#src/http/ask.ts';
import { type Body, readBody } from '#src/http/body.ts';
import { type KnownFiles, takeFiles, withoutFile } from '#src/http/files.ts';
import type { Front } from '#src/http/front.ts';
import { problem, waitProblem } from '#src/http/problem.ts';
import { page } from '#src/http/shell.ts';
import { notice, problems } from '#src/i18n/problems.ts';
import { goneWords } from '#src/i18n/slots.ts';
import { type Lang, langs, say, type Words } from '#src/i18n/words.ts';
import { formView } from '#src/views/form.ts';
import { headOf } from '#src/views/form-page.ts';

/** A sound submission: which form, what was typed and read, under which key. */
export type Sent = {
  readonly ask: Ask;
  /** In which the form and its privacy notice were read. */
  readonly lang: Lang;
  readonly front: Front;
  readonly form: AnyForm;
  /** As typed, for giving the form back. */
  readonly fields: unknown;
  readonly answers: Answers;
  readonly warnings: readonly Problem[];
  readonly key: string;
  /** No key was sent: an identical post of the last ten minutes is taken for the same. */
  readonly once: boolean;
  /** The form is taken no longer: only a submission that came before, under its key, is answered. */
  readonly isClosed: boolean;
  /** What makes it look like a machine's post: held for an officer, never dropped. */
  readonly suspicions: readonly string[];
  /** What the sender's browser says of proof of work: '', `able`, or a solution. */
  readonly proof: string;
  /** What is known of the attached files, and the content of each, by their ids. */
  readonly files: KnownFiles;
  readonly contents: ReadonlyMap<string, string>;
};

type Typed = Pick<Sent, 'ask' | 'front' | 'form' | 'fields' | 'files'>;
type Tree = Readonly<Record<string, unknown>>;

/** Lines a person added and left empty are not lines; the first stays, so that its errors have a place. */
export const withoutBlankLines = (form: AnyForm, fields: Tree): Tree =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      if (form.fields[name]?.kind !== 'lines' || !Array.isArray(value)) return [name, value];
      const filled = value.filter(line => !isBlank(line));
      return [name, filled.length > 0 ? filled : value.slice(0, 1)];
    }),
  );

/** A button that stores nothing: `add:items` and `remove:items:2` change lines, `show` gives the form with what came along. */
export const edited = (fields: Tree, act: string): Tree => {
  const [verb, name = '', at] = act.split(':');
  if (verb === 'show') return fields;
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
    /** Times that are free, in place of one that is gone. */ readonly places?: readonly string[];
    readonly headers?: Readonly<Record<string, string>>;
  },
): Response => {
  const { ask, front, form, fields, files } = sent;
  const handler = front.handler(form.id);
  const view = formView({
    form,
    lang: ask.lang,
    tables: front.tables,
    typed: fields as Tree,
    files,
    problems: told.errors ?? [],
    notice: told.notice ?? '',
    ...(told.places && { places: told.places }),
    fillPhone: front.fillPhone,
    handler,
  });
  return page(ask.lang, status, headOf(form, handler).title[ask.lang], view, told.headers);
};

/** Times that are offered in place of one that is gone, and how many of them are named in its sentence. */
const mostOffered = 12;
const mostNamed = 4;

const goneIn = (places: readonly string[]): Words =>
  Object.fromEntries(
    langs.map(lang => {
      const named = places.slice(0, mostNamed).map(id => placeInWords(id, lang));
      const times = named.join(lang === 'zh-Hans' ? '、' : ', ');
      return [lang, say(goneWords[named.length > 0 ? 'gone' : 'none'], lang, { times })];
    }),
  ) as Words;

const keyOf = (ask: Ask): string | null | undefined => {
  const header = ask.request.headers.get('idempotency-key');
  if (header === null) return null;
  const key = header.trim().replace(/^"(.*)"$/, '$1');
  return /^[A-Za-z0-9_-]{22,128}$/.test(key) ? key : undefined;
};

const fieldsOf = (form: AnyForm, body: Extract<Body, { tag: 'body' }>, isForm: boolean): unknown =>
  isForm ? withoutBlankLines(form, body.fields as Tree) : body.fields;

/** Nobody fills a form in less: the page's script tells how long it was open. Without the script nothing is told, and nothing concluded. */
const leastSeconds = 3;

const suspicionsIn = (controls: ReadonlyMap<string, string>): readonly string[] => [
  ...(controls.get('_homepage') ? ['trap'] : []),
  ...(Number(controls.get('_seconds') ?? leastSeconds) < leastSeconds ? ['fast'] : []),
];

/** A 422 with every problem at once; as a page, with every typed value in its place. */
export const refuse = (sent: Typed, errors: readonly Problem[]): Response =>
  sent.ask.wantsPage ? formPage(sent, 422, { errors }) : problem(sent.ask, 'refused', { errors });

/** The time that was chosen is gone: the form comes back with everything else that was typed, and with times that are free. */
export const offerOthers = async (sent: Sent): Promise<Response> => {
  const { ask, front, form } = sent;
  const gone = placeOf(form, sent.answers) ?? '';
  const places = (await front.slots.others(gone, mostOffered)).map(place => place.id);
  const errors = [goneAt(form, goneIn(places))];
  if (!ask.wantsPage) return problem(ask, 'place-taken', { errors, more: { places } });
  const fields = { ...(sent.fields as Tree), slot: '' };
  return formPage({ ...sent, fields }, 409, { errors, places });
};

/** What is wrong with files first: a field whose file was refused is not missing one. */
const together = (unfit: readonly Problem[], reading: Reading): readonly Problem[] => {
  const others = reading.tag === 'refused' ? reading.problems : [];
  return [...unfit, ...others.filter(one => !unfit.some(file => file.pointer === one.pointer))];
};

/** Null where the store cannot take it just now; what else went wrong is thrown on. */
const unavailable = (error: unknown): null => {
  if (error instanceof Error && error.name === 'StoreUnavailable') return null;
  throw error;
};

const isTaken = (front: Front, form: AnyForm): boolean => front.handler(form.id).mode.mode !== 'closed';

/** A form that is not taken on the day says why, and whom to call. */
export const closed = ({ ask, front, form }: Pick<Typed, 'ask' | 'front' | 'form'>): Response => {
  const { mode } = front.handler(form.id);
  if (ask.wantsPage) return formPage({ ask, front, form, fields: {}, files: new Map() }, 409, {});
  return problem(ask, 'closed', { values: { reason: mode.reason[ask.lang], phone: front.fillPhone } });
};

/** Reads and checks a post to a form's address: the submission, or the answer that ends it here (refused, or a line added or removed). */
export const intake = async (ask: Ask, front: Front): Promise<Sent | Response> => {
  const form = front.forms.find(one => one.id === lastPart(ask.url));
  if (!form) return problem(ask, 'unknown-form');
  const isClosed = !isTaken(front, form);
  // Somebody whose answer was lost sends the same again: that was in time.
  if (isClosed && !keyOf(ask)) return closed({ ask, front, form });
  const body = await readBody(ask.request);
  if (body.tag === 'problem') return problem(ask, body.type, { values: body.values });
  const key = keyOf(ask);
  if (key === undefined) return problem(ask, 'bad-key');
  const work = { ask, form, attachments: front.attachments };
  const taken = await takeFiles(work, body.fields, body.files).catch(unavailable);
  if (!taken) return postpone({ ask, front, form, fields: body.fields, files: new Map() }, 'unavailable', 30);
  const { files, problems: unfit } = taken;
  const act = body.controls.get('_act');
  if (act) {
    const left = act.startsWith('drop:') ? withoutFile(work, taken.fields, act) : edited(taken.fields, act);
    return formPage({ ask, front, form, fields: await left, files }, 200, { errors: unfit });
  }
  const fields = fieldsOf(form, { ...body, fields: taken.fields }, body.encoding === 'form');
  const reading = read(form, fields, front.tables, front.sentOn());
  if (isClosed && (reading.tag === 'refused' || unfit.length > 0)) return closed({ ask, front, form });
  if (reading.tag === 'refused' || unfit.length > 0)
    return refuse({ ask, front, form, fields, files }, together(unfit, reading));
  const { answers, warnings } = reading;
  return {
    files,
    isClosed,
    contents: taken.contents,
    ask,
    lang: ask.lang,
    front,
    form,
    fields,
    answers,
    warnings,
    key: key ?? randomBytes(16).toString('base64url'),
    once: key === null,
    suspicions: suspicionsIn(body.controls),
    proof: ask.request.headers.get('x-altcha')?.slice(0, 8000) ?? '',
  };
};

/** Not now: 429 or 503 with the time to wait; a page keeps what was typed. */
export const postpone = (sent: Typed, type: 'too-many' | 'unavailable', seconds: number): Response => {
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
