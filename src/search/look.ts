import { type Analysis, analyse, isParticle, type Term } from './analyse.ts';
import { inFigures } from './exact.ts';
import type { Files } from './files.ts';
import { officialFor } from './glossary.ts';
import { gramsOf } from './grams.ts';
import type { Block } from './shard.ts';
import { brokenAt, wordsOf } from './sound.ts';

/** A question looked up: its terms with what they lead to, and what was searched for besides. */
export type Looked = {
  readonly analysis: Analysis;
  readonly found: readonly (readonly [Term, Block | undefined])[];
  /** Official words for lay ones, and words for pinyin and slips. */
  readonly expanded: readonly string[];
};

/** What a word counts that the reader did not type: for its sound, for its meaning. */
const heard = 0.8;
const meant = 1.6;
/** Official words looked up at most. */
const mostMeant = 16;
/** A slip is mended where the word that sounds alike is at least so common. */
const commoner = 3;

type Repair = { readonly at: number; readonly size: number; readonly text: string };

const lookUp = (files: Files, terms: readonly Term[]) =>
  Promise.all(terms.map(async term => [term, await files.block(term.term)] as const));

/** Letters that no content holds, read as pinyin, also with blanks between the syllables. */
const spelled = async (
  files: Files,
  { terms, folded }: Analysis,
  found: Looked['found'],
): Promise<Repair[]> => {
  const unknown = found.some(([{ term }, block]) => /^[a-z]{2,}$/.test(term) && !block?.text);
  if (!unknown) return [];
  const sound = await files.sound();
  return [...folded.matchAll(/[a-z]+(?:[\s']+[a-z]+)*/g)].flatMap(match => {
    const text = sound.spelled(match[0].replace(/[^a-z]/g, ''));
    const first = /^[a-z]+/.exec(match[0])?.[0] ?? '';
    const place = terms.find(({ term }) => term === first);
    const size = match[0].replace(/[^a-z]/g, '').length;
    return text && place ? [{ at: place.at, size, text }] : [];
  });
};

/** Whether some neighbours in a stretch are hardly ever written side by side: a slip, not just short words. */
const isOdd = (text: string, found: Looked['found'], least: number): boolean => {
  const pairs = Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2));
  return pairs.some(pair => {
    const [, block] = found.find(([{ term }]) => term === pair) ?? [];
    return (block?.text?.all ?? 0) <= least;
  });
};

/** Words that sound like what falls apart into single characters, where those are hardly ever written so. */
const alike = async (
  files: Files,
  { words, shifts }: Analysis,
  found: Looked['found'],
): Promise<Repair[]> => {
  const least = Math.log10(files.head.facts);
  const places = brokenAt(words, isParticle).filter(({ text }) => isOdd(text, found, least));
  if (places.length === 0) return [];
  const sound = await files.sound();
  const mended: Repair[] = [];
  for (const { at, text } of places) {
    const other = sound.alike(text);
    const start = at - (shifts.get(at) ?? 0);
    const taken = mended.some(one => start < one.at + one.size && one.at < start + text.length);
    if (!other || other.length < 2 || taken) continue;
    if (((await files.block(other))?.text?.all ?? 0) < commoner) continue;
    mended.push({ at: start, size: text.length, text: other });
  }
  return mended;
};

const termsOf = (files: Files, { at, size, text }: Repair): Term[] =>
  wordsOf(text, files.lexicon).map(term => ({
    term,
    at,
    size,
    role: term.length > 1 ? 'word' : 'single',
    weight: heard,
  }));

/** The terms of official words. A long word has many: together they count as much as the square root of their number. */
const meantTerms = (files: Files, words: readonly string[]): Term[] =>
  words.flatMap(word => {
    const terms = gramsOf(files.fold(word)).filter(term => term.length > 1);
    const weight = meant / Math.sqrt(terms.length);
    return terms.map(term => ({ term, at: 0, size: 0, role: 'other' as const, weight }));
  });

/** The characters of the question, when nothing else was found: 9 leads to n95. */
const pieces = ({ terms }: Analysis): Term[] =>
  [...new Set(terms.flatMap(({ term }) => [...term]))].map(term => ({
    term,
    at: 0,
    size: 0,
    role: 'piece' as const,
    weight: 1,
  }));

/** Looks a question up: its own terms and the official words for them at once, then what its terms suggest. */
export const look = async (files: Files, question: string): Promise<Looked> => {
  const analysis = analyse(inFigures(files.fold(question)), files.lexicon);
  const known = new Set(analysis.terms.map(({ term }) => term));
  const lookUpNew = (terms: readonly Term[]) =>
    lookUp(
      files,
      terms.filter(({ term }) => !known.has(term) && known.add(term)),
    );
  const officialIn = (text: string) => officialFor(text, files.glossary, files.fold).slice(0, mostMeant);
  const typed = officialIn(analysis.folded);
  const [found, meantFound] = await Promise.all([
    lookUp(files, analysis.terms),
    lookUpNew(meantTerms(files, typed)),
  ]);
  const repairs = [...(await spelled(files, analysis, found)), ...(await alike(files, analysis, found))];
  const mended = repairs.reduce((text, repair) => text + repair.text, analysis.folded);
  const official = repairs.length > 0 ? officialIn(mended) : typed;
  const more = [...repairs.flatMap(repair => termsOf(files, repair)), ...meantTerms(files, official)];
  const nothing =
    repairs.length === 0 && !found.some(([, block]) => block?.text ?? block?.title ?? block?.headings);
  if (nothing) more.push(...pieces(analysis));
  return {
    analysis,
    found: [...found, ...meantFound, ...(await lookUpNew(more))],
    expanded: [...new Set([...repairs.map(({ text }) => text), ...official])],
  };
};
