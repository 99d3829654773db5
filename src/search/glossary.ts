import type { Fold } from './fold.ts';

/** `glossary.json`: a lay word, and the official ones that it means. */
export type GlossaryFile = readonly (readonly [lay: string, official: readonly string[]])[];

/** How much of a lay phrase the question must hold. */
const enough = 0.6;
/** Rows that a question may bring in, the nearest. */
const mostRows = 8;

const pairsOf = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));

const share = (parts: readonly string[], text: string): number =>
  parts.length === 0 ? 0 : parts.filter(part => text.includes(part)).length / parts.length;

/** How much of a lay phrase stands in the question; a short one must stand there whole. */
const heldIn = (lay: string, question: string): number => {
  if (question.includes(lay)) return 1;
  if (lay.length < 4) return 0;
  return (share(pairsOf(lay), question) + share([...lay], question)) / 2;
};

/**
 * The official words for what the question says in lay ones, nearest first, each once. A word that holds the lay one only narrows it
 * (医用口罩 for 口罩): the question has it already.
 */
export const officialFor = (question: string, rows: GlossaryFile, fold: Fold): readonly string[] => {
  const folded = fold(question);
  const matches = rows
    .map(([lay, official]) => ({ lay: fold(lay), official, held: heldIn(fold(lay), folded) }))
    .filter(({ held }) => held >= enough)
    .sort((a, b) => b.held * b.lay.length - a.held * a.lay.length)
    .slice(0, mostRows);
  const words = matches.flatMap(({ lay, official }) => official.filter(word => !fold(word).includes(lay)));
  return [...new Set(words)].filter(word => !folded.includes(fold(word)));
};
