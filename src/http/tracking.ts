import type { Query, TrackResult } from '#src/cases/track.ts';
import type { Ask } from '#src/http/ask.ts';
import { type Body, readBody } from '#src/http/body.ts';
import { caseJson, casePage } from '#src/http/case-page.ts';
import type { Front } from '#src/http/front.ts';
import { problem, waitProblem } from '#src/http/problem.ts';
import { page } from '#src/http/shell.ts';
import { notice, problems } from '#src/i18n/problems.ts';
import { trackWords as words } from '#src/i18n/track.ts';
import { langs, say, type Words } from '#src/i18n/words.ts';
import { trackFormView } from '#src/views/track.ts';

/** A look-up as it came in, with the number as typed for giving the form back. */
export type Lookup = { readonly query: Query; readonly typed: string };

type Field = 'number' | 'pin';
type Sent = Extract<Body, { tag: 'body' }>;

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

/** Number and password, link or pass out of what was sent; what lacks is named. */
export const readQuery = (
  body: Sent,
): { readonly typed: string; readonly query: Query | null; readonly missing: readonly Field[] } => {
  const pass = body.controls.get('_pass');
  if (pass) return { typed: '', query: { pass }, missing: [] };
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

/** Who asks for which case: number and password, number and link token, or a page's pass; a missing one is named. */
export const credentials = (ask: Ask, body: Sent): Lookup | Response => {
  const { typed, query, missing } = readQuery(body);
  if (query) return { query, typed };
  if (ask.wantsPage) return formPage(ask, 422, typed, { problem: problems.refused.title[ask.lang], missing });
  return problem(ask, 'refused', {
    errors: missing.map(field => ({ pointer: `/${field}`, message: required(field) })),
  });
};

/** Reads who asks for which case. */
export const lookup = async (ask: Ask): Promise<Lookup | Response> => {
  const body = await readBody(ask.request);
  return body.tag === 'problem' ? problem(ask, body.type, { values: body.values }) : credentials(ask, body);
};

/** Why a case is not shown; the form comes back with the number in place. */
export const refused = (
  ask: Ask,
  { typed }: Lookup,
  result: Exclude<TrackResult, { tag: 'found' }>,
  now: Date,
): Response => {
  if (result.tag === 'wait') {
    const seconds = Math.max(1, Math.ceil((Date.parse(result.until) - now.getTime()) / 1000));
    if (!ask.wantsPage) return waitProblem(ask, 'too-many-tries', seconds);
    return formPage(ask, problems['too-many-tries'].status, typed, {
      problem: notice('too-many-tries', ask.lang, { seconds }),
      headers: { 'retry-after': String(seconds) },
    });
  }
  const type = result.tag === 'lapsed' ? 'pass-lapsed' : 'wrong-password';
  if (!ask.wantsPage) return problem(ask, type);
  return formPage(ask, problems[type].status, typed, { problem: notice(type, ask.lang) });
};

/** A case's course in words, or why it is not shown. */
export const course = async (
  ask: Ask,
  front: Front,
  asked: Lookup,
  result: TrackResult,
  now: Date,
): Promise<Response> => {
  if (result.tag !== 'found') return refused(ask, asked, result, now);
  return ask.wantsPage ? casePage(ask, front, result.course, now) : caseJson(ask, front, result.course);
};
