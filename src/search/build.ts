import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Entry } from './entry.ts';
import { collect } from './make/collect.ts';
import { filesOf, type Meaning } from './make/files.ts';
import type { Answered } from './make/learn.ts';
import { learn } from './make/learn.ts';
import { prepare } from './make/prepare.ts';

export type { Answered, Meaning };

export type IndexOptions = {
  readonly answered?: readonly Answered[];
  readonly glossary?: readonly Meaning[];
};

/** What was written: passages, distinct terms, files, bytes before compression, and the seconds it took. */
export type IndexReport = {
  readonly passages: number;
  readonly terms: number;
  readonly files: number;
  readonly bytes: number;
  readonly seconds: number;
};

/**
 * Writes the index of the entries into `folder` (made anew): `index.json`, and the files that it names.
 * Entries of one page must follow one another; the same entries give the same bytes.
 */
export const writeIndex = async (
  entries: Iterable<Entry> | AsyncIterable<Entry>,
  folder: string,
  { answered = [], glossary = [] }: IndexOptions = {},
): Promise<IndexReport> => {
  const started = performance.now();
  await rm(folder, { recursive: true, force: true });
  const prepared = prepare(await collect(entries), { answered, glossary });
  const learned = learn(answered, prepared.collected, prepared.text, prepared.lexicon, prepared.fold);
  const made = new Set<string>();
  let [files, bytes] = [0, 0];
  for (const [path, content] of filesOf(prepared, learned, glossary)) {
    const place = join(folder, path);
    if (!made.has(dirname(place))) await mkdir(dirname(place), { recursive: true });
    made.add(dirname(place));
    await writeFile(place, content);
    files++;
    bytes += content.length;
  }
  return {
    passages: prepared.collected.passages,
    terms: prepared.text.terms.length,
    files,
    bytes,
    seconds: (performance.now() - started) / 1000,
  };
};
