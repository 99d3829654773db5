import type { Ask } from '#src/http/ask.ts';
import { readBody } from '#src/http/body.ts';
import type { Front } from '#src/http/front.ts';
import { problem } from '#src/http/problem.ts';
import { page } from '#src/http/shell.ts';
import { verifyWords as words } from '#src/i18n/papers.ts';
import { say } from '#src/i18n/words.ts';
import type { VerifyResult } from '#src/papers/verify.ts';
import { verifiedView, verifyFormView } from '#src/views/verify.ts';

/** A number and a code as they were scanned or typed; null where nobody asked yet. */
export type Scanned = { readonly serial: string; readonly code: string } | null;

/** The code stands in the address of a QR code: nobody is told of that address, and nobody stores what it answers. */
const headers = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
} as const;

const text = (value: unknown): string => (typeof value === 'string' ? value.trim().slice(0, 60) : '');

/** What is asked: by the address of a QR code, or by the page's own form. */
export const scanned = async (ask: Ask): Promise<Scanned | Response> => {
  if (ask.request.method !== 'POST') {
    const [serial, code] = [text(ask.url.searchParams.get('s')), text(ask.url.searchParams.get('c'))];
    return serial === '' && code === '' ? null : { serial, code };
  }
  const body = await readBody(ask.request);
  if (body.tag === 'problem') return problem(ask, body.type, { values: body.values, headers });
  const fields = body.fields as Readonly<Record<string, unknown>>;
  return { serial: text(fields.serial), code: text(fields.code) };
};

/** The form, what was found, or that nothing was: alike whatever the reason is. */
export const verifyPage = (
  ask: Ask,
  front: Front,
  asked: Scanned,
  result: VerifyResult | null,
  now: Date,
): Response => {
  const { lang } = ask;
  const title = words.title[lang];
  const form = (status: number, told: string, detail: string, more = {}) => {
    const view = verifyFormView({ lang, serial: asked?.serial ?? '', problem: told, detail });
    return page(lang, status, title, view, { ...headers, ...more });
  };
  if (result === null) return form(200, '', '');
  if (result.tag === 'found') return page(lang, 200, title, verifiedView({ lang, ...result.paper }), headers);
  if (result.tag === 'wait') {
    const seconds = Math.max(1, Math.ceil((Date.parse(result.until) - now.getTime()) / 1000));
    const minutes = Math.ceil(seconds / 60);
    return form(429, say(words.wait, lang, { minutes }), '', { 'retry-after': String(seconds) });
  }
  return form(404, words.unknownTitle[lang], say(words.unknown, lang, { phone: front.tables.phones.duty }));
};
