import type { Problem } from '#src/forms/field.ts';
import type { Ask } from '#src/http/ask.ts';
import { page } from '#src/http/shell.ts';
import { type ProblemType, problems } from '#src/i18n/problems.ts';
import { say } from '#src/i18n/words.ts';
import { problemView } from '#src/views/problem.ts';

type Details = {
  readonly values?: Readonly<Record<string, string | number>> | undefined;
  readonly errors?: readonly Problem[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Members beside those of RFC 9457. */
  readonly more?: Readonly<Record<string, unknown>>;
};

/** A refusal in the reader's language: RFC 9457 problem+json, or the same words as a page. */
export const problem = (
  ask: Ask,
  type: ProblemType,
  { values, errors, headers = {}, more = {} }: Details = {},
): Response => {
  const { status, title, detail } = problems[type];
  const words = { title: title[ask.lang], detail: say(detail, ask.lang, values) };
  if (ask.wantsPage) return page(ask.lang, status, words.title, problemView(words, ask.lang), headers);
  const body = {
    type: `/problems/#${type}`,
    ...words,
    status,
    instance: ask.url.pathname,
    ...more,
    ...(errors && {
      errors: errors.map(({ pointer, message }) => ({ pointer, message: message[ask.lang] })),
    }),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...headers,
    },
  });
};

/** A refusal that passes: says in words and in Retry-After when to come back. */
export const waitProblem = (
  ask: Ask,
  type: 'too-many' | 'too-many-tries' | 'unavailable',
  seconds: number,
): Response => problem(ask, type, { values: { seconds }, headers: { 'retry-after': String(seconds) } });
