import { runsOf } from './grams.ts';
import { type Lexicon, segment, type Word } from './lexicon.ts';

/**
 * What a term is in the question: a `word`; a `part` of a longer word; a pair of neighbours that `cross`es two words; a `single`
 * character that is a word by itself; a `piece`, a character within a word; `other`, a word that the reader did not type.
 */
export const roles = ['word', 'part', 'cross', 'single', 'piece', 'other'] as const;
export type Role = (typeof roles)[number];

/** One term to look up; `at` and `size` say which characters of the question it stands for. */
export type Term = {
  readonly term: string;
  readonly role: Role;
  readonly at: number;
  readonly size: number;
  readonly weight: number;
};

/** A question as it is looked up. Positions count the characters that can be searched, without blanks and signs. */
export type Analysis = {
  readonly folded: string;
  readonly words: readonly Word[];
  readonly terms: readonly Term[];
  readonly length: number;
  /** How many blanks and signs stand before each word, by where the word stands in `folded`. */
  readonly shifts: ReadonlyMap<number, number>;
};

/** Characters that only hold a sentence together: alone they say nothing, and nothing about their neighbours. */
const particles = new Set(
  '的地得了着过吗呢吧啊呀嘛么是在有和与及或被把让给从向对于为以之其所而且但又也还就都再很太我你他她它们这那个些',
);

/** Whether a word only holds the sentence together. */
export const isParticle = ({ text }: Word): boolean => particles.has(text);

/** Longer questions are read to here: what an owner pastes in is not looked up word by word. */
const longestQuestion = 160;

const wordTerms = (word: Word, shift: number): Term[] => {
  const { text } = word;
  const place = { at: word.at - shift, weight: 1 };
  if (text.length === 1) {
    return [{ ...place, term: text, role: isParticle(word) ? 'piece' : 'single', size: 1 }];
  }
  const terms: Term[] = [{ ...place, term: text, role: 'word', size: text.length }];
  for (let i = 0; text.length > 2 && i + 2 <= text.length; i++) {
    terms.push({ ...place, at: place.at + i, term: text.slice(i, i + 2), role: 'part', size: 2 });
  }
  for (let i = 0; i < text.length; i++) {
    terms.push({ ...place, at: place.at + i, term: text.charAt(i), role: 'piece', size: 1 });
  }
  return terms;
};

const crossTerms = (words: readonly Word[], shift: number): Term[] =>
  words.slice(1).flatMap((word, i) => {
    const before = words[i];
    if (!before || before.at + before.text.length !== word.at) return [];
    if (isParticle(before) || isParticle(word)) return [];
    const term = `${before.text.slice(-1)}${word.text.charAt(0)}`;
    return [{ term, role: 'cross' as const, at: word.at - 1 - shift, size: 2, weight: 1 }];
  });

const unique = (terms: readonly Term[]): Term[] => {
  const order = [...terms].sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role));
  const seen = new Set<string>();
  return order.filter(({ term }) => !seen.has(term) && seen.add(term));
};

/**
 * So many words say enough: the characters within them would be 20 files more for a long question, and mislead (fitted on train: R@100
 * falls from .86 to .84 with them).
 */
const enoughWords = 4;

/** Cuts a folded question into words and lists the terms by which it is looked up. */
export const analyse = (question: string, lexicon: Lexicon): Analysis => {
  const folded = question.slice(0, longestQuestion);
  const shifts = new Map<number, number>();
  const words: Word[] = [];
  const terms: Term[] = [];
  let skipped = 0;
  let end = 0;
  let number: Word | undefined;
  for (const { at, text, han } of runsOf(folded)) {
    skipped += at - end;
    end = at + text.length;
    const found = han ? segment(lexicon, text, at) : [{ text, at, known: true }];
    words.push(...found);
    for (const word of found) shifts.set(word.at, skipped);
    if (!han) {
      terms.push({ term: text, role: 'word', at: at - skipped, size: text.length, weight: 1 });
      number = /\d$/.test(text) ? { text, at, known: true } : undefined;
      continue;
    }
    const first = text.charAt(0);
    if (number && number.at + number.text.length === at) {
      const place = { at: number.at - skipped, size: number.text.length + 1, weight: 1 };
      terms.push({ ...place, term: `${number.text}${first}`, role: 'word' });
    }
    number = undefined;
    const shift = skipped;
    terms.push(...found.flatMap(word => wordTerms(word, shift)), ...crossTerms(found, shift));
  }
  const long = terms.filter(term => term.role === 'word').length >= enoughWords;
  const kept = unique(long ? terms.filter(term => term.role !== 'piece') : terms);
  return { folded, words, terms: kept, length: end - skipped, shifts };
};
