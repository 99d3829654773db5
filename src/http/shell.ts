import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lang } from '#src/i18n/words.ts';
import type { View } from '#src/views/html.ts';

/** The site's own frame, that of its statistics, of their dictionary, of its vacancies or of its donations, or the quiet one of the desk. */
type Kind = 'site' | 'statistics' | 'dictionary' | 'vacancies' | 'donations' | 'desk';

const mark = '%TITLE%';
const shells = new Map<string, readonly [string, string]>();

/** The built page frame of a language, cut where the page stands; its title stands in the first part. Read once. */
const shell = (kind: Kind, lang: Lang): readonly [string, string] => {
  const name = kind === 'site' ? lang : `${kind}-${lang}`;
  const known = shells.get(name);
  if (known) return known;
  const text = readFileSync(join(process.cwd(), 'dist', '_shell', `${name}.html`), 'utf8');
  const [head = '', tail] = text.split('<!--%MAIN%-->');
  if (tail === undefined || !head.includes(mark))
    throw new Error(`dist/_shell/${name}.html lacks %TITLE% or <!--%MAIN%-->: build again`);
  const parts = [head, tail] as const;
  shells.set(name, parts);
  return parts;
};

/** For an element and for an attribute: a page that may be found says its title twice. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/**
 * A page made by a function: the same frame as every built page, never stored by anyone, and out of reach of the window that opened it.
 * Built pages are the same for everyone and go without the latter: a browser that comes from elsewhere starts a process for it first.
 */
export const page = (
  lang: Lang,
  status: number,
  title: string,
  main: View,
  headers: Readonly<Record<string, string>> = {},
  kind: Kind = 'site',
): Response => {
  const [head, tail] = shell(kind, lang);
  return new Response(`${head.replaceAll(mark, () => escaped(title))}${main}${tail}`, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'cross-origin-opener-policy': 'same-origin',
      ...headers,
    },
  });
};
