import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { largeAddress } from '#src/large/address.ts';
import { type LargeParts, largePage, partsIn } from '#src/large/page.ts';

const known = new Map<string, LargeParts>();

const partsOf = (html: string): LargeParts => {
  const lang = /<html lang="en"/.test(html) ? 'en' : 'zh-Hans';
  const parts =
    known.get(lang) ??
    partsIn(readFileSync(join(process.cwd(), 'dist', '_shell', `large-${lang}.html`), 'utf8'));
  known.set(lang, parts);
  return parts;
};

const bodyOf = async (response: Response): Promise<BodyInit | null> => {
  const type = response.headers.get('content-type') ?? '';
  if (type.includes('text/html')) {
    const html = await response.text();
    return largePage(html, partsOf(html), '');
  }
  if (!type.includes('json')) return response.body;
  const data: unknown = await response.json();
  const isReceipt =
    typeof data === 'object' && data !== null && 'track' in data && typeof data.track === 'string';
  return JSON.stringify(isReceipt ? { ...data, track: largeAddress(String(data.track)) } : data);
};

/** A function's answer to a reader of large type, made of the usual one: a page, where it leads to, the link of a receipt. */
export const largeAnswer = async (response: Response): Promise<Response> => {
  const { status, headers } = response;
  const next = new Headers(headers);
  // The validator is of the page in usual type: it says nothing of what was added here.
  next.delete('etag');
  const to = next.get('location');
  if (to?.startsWith('/')) next.set('location', largeAddress(to));
  return new Response(response.body === null ? null : await bodyOf(response), { status, headers: next });
};
