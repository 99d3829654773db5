import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Converter, CustomConverter } from 'opencc-js/cn2t';
import { parse } from 'yaml';
import { z } from 'zod';

/** Simplified words and how they stand in traditional characters. */
export const correctionTable = z.record(z.string().min(1).max(50), z.string().min(1).max(50));

/** Words that the dictionaries get wrong, by how they stand in simplified characters: `content/traditional.yaml`. */
const corrections = (root: string): Readonly<Record<string, string>> =>
  correctionTable.parse(parse(readFileSync(join(root, 'content', 'traditional.yaml'), 'utf8')) ?? {});

/**
 * Simplified Chinese to traditional characters as written in Taiwan; the words themselves stay, since official terms are names.
 * What a correction names is put right last.
 */
export const converter = (corrected: Readonly<Record<string, string>>): ((text: string) => string) => {
  const usual = Converter({ from: 'cn', to: 'tw' });
  const right = CustomConverter(Object.entries(corrected).map(([from, to]) => [usual(from), to]));
  return text => right(usual(text));
};

const han = /\p{Script=Han}/u;
let known: ((text: string) => string) | undefined;

/** The same with this site's corrections. The dictionaries take a second to open: the first reader of a program waits for them. */
export const traditional = (text: string): string => {
  if (!han.test(text)) return text;
  known ??= converter(corrections(process.cwd()));
  return known(text);
};
