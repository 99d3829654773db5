import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * `node test/bench/search-tables.ts FOLDER`: writes the tables of src/search/tables/ anew. Traditional characters come from OpenCC's
 * TSCharacters (Apache-2.0) in opencc-js; readings from pinyin-pro (MIT) 3.29.4, which `npm install --prefix /tmp/x pinyin-pro@3.29.4` puts
 * into FOLDER /tmp/x/node_modules/pinyin-pro: nothing else of the project needs it.
 */
type PinyinPro = {
  readonly pinyin: (
    character: string,
    options: { readonly multiple: true; readonly toneType: 'none'; readonly type: 'array'; readonly v: true },
  ) => readonly string[];
};

const traditional = (characters: string): string[] =>
  characters
    .split('|')
    .map(row => row.split(' '))
    // Characters outside the basic plane do not occur; those that stay need no row.
    .filter(([from = '', to = '']) => from.length === 1 && to.length === 1 && from !== to)
    .map(([from, to]) => `${from}${to}`)
    .sort();

/** The 6,763 characters of GB/T 2312. */
const common = (): string[] => {
  const decoder = new TextDecoder('gb2312');
  const found: string[] = [];
  for (let high = 0xb0; high <= 0xf7; high++) {
    for (let low = 0xa1; low <= 0xfe; low++) {
      const character = decoder.decode(Uint8Array.of(high, low));
      if (/^[\u4e00-\u9fff]$/.test(character)) found.push(character);
    }
  }
  return found;
};

const syllables = ({ pinyin }: PinyinPro): string[] => {
  const rows = new Map<string, string>();
  for (const character of common()) {
    const readings = pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true });
    for (const reading of new Set(readings.map(one => one.replaceAll('ü', 'v'))))
      rows.set(reading, `${rows.get(reading) ?? ''}${character}`);
  }
  return [...rows].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([reading, held]) => reading + held);
};

/** Parts as lines of at most `width` characters. */
const linesOf = (parts: readonly string[], between: string, width: number): string =>
  parts
    .reduce<string[]>((lines, part) => {
      const last = lines.at(-1);
      const longer = last === undefined ? part : `${last}${between}${part}`;
      if (last === undefined || longer.length > width) lines.push(part);
      else lines[lines.length - 1] = longer;
      return lines;
    }, [])
    .map(line => `  '${line}',`)
    .join('\n');

const write = (name: string, lines: string): void => {
  const path = join(import.meta.dirname, '../../src/search/tables', name);
  writeFileSync(path, readFileSync(path, 'utf8').replace(/= \[\n[\s\S]*\n\]/, `= [\n${lines}\n]`));
};

const folder = process.argv[2];
if (!folder) throw new Error('which folder holds pinyin-pro? see the head of this file');
const main = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { readonly module: string };
const pinyinPro = (await import(pathToFileURL(join(folder, main.module)).href)) as PinyinPro;
// The package declares no types for its dictionaries.
const opencc = (await import(import.meta.resolve('opencc-js/dict/TSCharacters'))) as {
  readonly default: string;
};
write('traditional.ts', linesOf(traditional(opencc.default), '', 90));
write('syllables.ts', linesOf(syllables(pinyinPro), ' ', 90));
