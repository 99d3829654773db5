import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lang } from '#src/i18n/words.ts';
import type { View } from '#src/views/html.ts';

const shells = new Map<Lang, readonly [string, string, string]>();

/** The built page frame of a language, cut at its two marks. Read once. */
const shell = (lang: Lang): readonly [string, string, string] => {
  const known = shells.get(lang);
  if (known) return known;
  const text = readFileSync(join(process.cwd(), 'dist', '_shell', `${lang}.html`), 'utf8');
  const [head = '', rest] = text.split('%TITLE%');
  const [middle, tail] = rest?.split('<!--%MAIN%-->') ?? [];
  if (middle === undefined || tail === undefined)
    throw new Error(`dist/_shell/${lang}.html lacks %TITLE% or <!--%MAIN%-->: build again`);
  const parts = [head, middle, tail] as const;
  shells.set(lang, parts);
  return parts;
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A page made by a function: the same frame as every built page, never stored by anyone. */
export const page = (
  lang: Lang,
  status: number,
  title: string,
  main: View,
  headers: Readonly<Record<string, string>> = {},
): Response => {
  const [head, middle, tail] = shell(lang);
  return new Response(`${head}${escaped(title)}${middle}${main}${tail}`, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...headers },
  });
};
