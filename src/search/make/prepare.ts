import { createFold, type Fold } from '../fold.ts';
import { gramsOf, runsOf } from '../grams.ts';
import { createLexicon, type Lexicon } from '../lexicon.ts';
import { traditionalPairs } from '../tables/traditional.ts';
import { type Cites, cites } from './cites.ts';
import type { Collected, Fact } from './collect.ts';
import { gather, type Lists } from './gather.ts';
import type { Answered } from './learn.ts';
import { packWords } from './pack.ts';
import { wordsOf } from './words.ts';

/** A lay word and the official ones that it means: a row of the glossary. */
export type Meaning = { readonly lay: string; readonly official: readonly string[] };

/** Everything that is known of the content itself, before anything is learned from questions. */
export type Prepared = {
  readonly collected: Collected;
  readonly fold: Fold;
  readonly traditional: string;
  readonly classes: readonly string[];
  readonly lexicon: Lexicon;
  readonly text: Lists;
  readonly headings: Lists;
  readonly titles: Lists;
  readonly cites: Cites;
};

/** What a fact counts against the text. */
const factWeight = 2;

/** The pairs whose simplified character the content holds: no other could be found. */
const pairsFor = (texts: Iterable<string>): string => {
  const held = new Set<string>();
  for (const text of texts) for (const character of text) held.add(character);
  let pairs = '';
  for (let i = 0; i < traditionalPairs.length; i += 2) {
    if (held.has(traditionalPairs.charAt(i + 1))) pairs += traditionalPairs.slice(i, i + 2);
  }
  return pairs;
};

/** Words of the lexicon of three characters and more that stand in a folded text, wherever they begin. */
const longWords = (folded: string, { cost, longest }: Lexicon): string[] => {
  const found: string[] = [];
  for (const { text, han } of runsOf(folded)) {
    for (let at = 0; han && at + 3 <= text.length; at++) {
      for (let size = 3; size <= longest && at + size <= text.length; size++) {
        const word = text.slice(at, at + size);
        if (cost(word) !== undefined) found.push(word);
      }
    }
  }
  return found;
};

const mean = (lengths: readonly number[]): number =>
  Math.max(1, lengths.reduce((a, b) => a + b, 0) / Math.max(1, lengths.length));

const listsFor = (
  units: readonly { readonly text: string; readonly facts?: readonly string[] }[],
  fold: Fold,
  lexicon: Lexicon,
): Lists => {
  const gathering = gather(mean(units.map(({ text }) => text.length)));
  for (const { text, facts = [] } of units) {
    const folded = fold(text);
    gathering.add(gramsOf(folded));
    gathering.add(longWords(folded, lexicon));
    for (const fact of facts) {
      gathering.add(gramsOf(fold(fact)), factWeight);
      gathering.add(longWords(fold(fact), lexicon), factWeight);
    }
    gathering.next(text.length);
  }
  return gathering.done();
};

/** A fact as one text; what is repeated from passage to passage counts once. */
const unitOf = ({ passages }: Fact) => ({
  text: passages.map(({ text }) => text).join('\n'),
  facts: [...new Set(passages.flatMap(({ facts }) => facts))],
});

/** Folds, cuts and counts the content. */
export const prepare = (
  collected: Collected,
  given: { readonly answered: readonly Answered[]; readonly glossary: readonly Meaning[] },
): Prepared => {
  const { facts, pages, sections } = collected;
  const entries = facts.flatMap(fact => fact.passages);
  const all = function* () {
    for (const { title, headings, text, facts } of entries)
      yield [title, ...headings, text, ...facts].join('\n');
    for (const { question } of given.answered) yield question;
  };
  const traditional = pairsFor(all());
  const fold = createFold(traditional);
  const folded = function* () {
    for (const text of all()) yield fold(text);
  };
  const sure = given.glossary.flatMap(({ lay, official }) => [lay, ...official]).map(fold);
  const classes = wordsOf(folded(), sure);
  const lexicon = createLexicon(packWords(classes, new Set()));
  return {
    collected,
    fold,
    traditional,
    classes,
    lexicon,
    text: listsFor(facts.map(unitOf), fold, lexicon),
    headings: listsFor(
      sections.map(headings => ({ text: headings.join('\n') })),
      fold,
      lexicon,
    ),
    titles: listsFor(
      pages.map(({ title }) => ({ text: title })),
      fold,
      lexicon,
    ),
    cites: cites(collected),
  };
};
