import type { Course, Query, TrackResult } from '#src/cases/track.ts';
import { summary } from '#src/forms/display.ts';
import type { Ask } from '#src/http/ask.ts';
import { type Body, readBody } from '#src/http/body.ts';
import { json } from '#src/http/door.ts';
import type { Front } from '#src/http/front.ts';
import { problem, waitProblem } from '#src/http/problem.ts';
import { page } from '#src/http/shell.ts';
import { eventWords, stateWords, trackWords as words } from '#src/i18n/forms.ts';
import { notice, problems } from '#src/i18n/problems.ts';
import { langs, say, type Words } from '#src/i18n/words.ts';
import { trackFormView, trackView } from '#src/views/track.ts';

/** A look-up as it came in, with the number as typed for giving the form back. */
export type Lookup = { readonly query: Query; readonly typed: string };

type Field = 'number' | 'pin';

const required = (field: Field): Words =>
  Object.fromEntries(
    langs.map(lang => [lang, say(words.required, lang, { label: words[field][lang] })]),
  ) as Words;

const text = (value: unknown): string => (typeof value === 'string' ? value.trim().slice(0, 60) : '');

const formPage = (
  ask: Ask,
  status: number,
  typed: string,
  told: {
    readonly problem: string;
    readonly missing?: readonly Field[];
    readonly headers?: Readonly<Record<string, string>>;
  },
): Response => {
  const missing = Object.fromEntries((told.missing ?? []).map(field => [field, required(field)[ask.lang]]));
  return page(
    ask.lang,
    status,
    words.title[ask.lang],
    trackFormView({ lang: ask.lang, number: typed, problem: told.problem, problems: missing }),
    told.headers,
  );
};

const readQuery = (
  body: Extract<Body, { tag: 'body' }>,
): { readonly typed: string; readonly query: Query | null; readonly missing: readonly Field[] } => {
  const fields = body.fields as Readonly<Record<string, unknown>>;
  const number = text(fields.number);
  const token = text(fields.token);
  if (number !== '' && token !== '') return { typed: number, query: { number, token }, missing: [] };
  const pin = text(fields.pin);
  const missing = [
    ...(number === '' ? (['number'] as const) : []),
    ...(pin === '' ? (['pin'] as const) : []),
  ];
  return { typed: number, query: missing.length === 0 ? { number, pin } : null, missing };
};

/** Reads number and password, or number and link token; a missing one is named. */
export const lookup = async (ask: Ask): Promise<Lookup | Response> => {
  const body = await readBody(ask.request);
  if (body.tag === 'problem') return problem(ask, body.type, { values: body.values });
  const { typed, query, missing } = readQuery(body);
  if (query) return { query, typed };
  if (ask.wantsPage) return formPage(ask, 422, typed, { problem: problems.refused.title[ask.lang], missing });
  return problem(ask, 'refused', {
    errors: missing.map(field => ({ pointer: `/${field}`, message: required(field) })),
  });
};

const openStates = new Set(['received', 'held', 'assigned', 'returned']);

const inWords = (ask: Ask, front: Front, { case: row, events }: Course, now: Date) => {
  const { lang } = ask;
  const handler = front.department(row.handler)[lang];
  const form = front.forms.find(one => one.id === row.form);
  const open = openStates.has(row.state);
  return {
    lang,
    title: form?.title[lang] ?? row.form,
    number: front.showNumber(row.number),
    state: say(stateWords[row.state], lang, { handler }),
    handler,
    due: row.due,
    open,
    overdue: open && row.due < now.toISOString(),
    events: events
      .map(event => ({
        at: event.at,
        text: say(eventWords[event.kind], lang, { handler }),
        body: event.text,
      }))
      .reverse(),
    sent: form ? summary(form, JSON.parse(row.answers), front.tables, lang) : [],
  };
};

const courseJson = (ask: Ask, front: Front, course: Course): Response => {
  const { case: row, events } = course;
  const handler = front.department(row.handler)[ask.lang];
  return json(200, {
    number: front.showNumber(row.number),
    form: row.form,
    state: row.state,
    due: row.due,
    handler,
    events: events.map(event => ({
      at: event.at,
      kind: event.kind,
      text: say(eventWords[event.kind], ask.lang, { handler }),
    })),
    answers: events
      .filter(event => event.kind === 'answered')
      .map(event => ({ at: event.at, text: event.text })),
  });
};

/** A case's course in words, or why it is not shown; the form comes back with the number in place. */
export const course = (
  ask: Ask,
  front: Front,
  { typed }: Lookup,
  result: TrackResult,
  now: Date,
): Response => {
  if (result.tag === 'found') {
    if (!ask.wantsPage) return courseJson(ask, front, result.course);
    return page(ask.lang, 200, words.title[ask.lang], trackView(inWords(ask, front, result.course, now)));
  }
  if (result.tag === 'wait') {
    const seconds = Math.max(1, Math.ceil((Date.parse(result.until) - now.getTime()) / 1000));
    if (!ask.wantsPage) return waitProblem(ask, 'too-many-tries', seconds);
    return formPage(ask, problems['too-many-tries'].status, typed, {
      problem: notice('too-many-tries', ask.lang, { seconds }),
      headers: { 'retry-after': String(seconds) },
    });
  }
  if (!ask.wantsPage) return problem(ask, 'wrong-password');
  return formPage(ask, problems['wrong-password'].status, typed, {
    problem: notice('wrong-password', ask.lang),
  });
};
