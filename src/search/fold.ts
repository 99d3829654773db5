/** Folds a text to the form in which it is indexed and asked for, unit by unit: the result is as long as the text. */
export type Fold = (text: string) => string;

/** What a Chinese keyboard types for signs of numbers and words, outside the block of full-width forms. */
const signs = new Map([
  ['\u3000', ' '],
  ['\u00a0', ' '],
  ['－', '-'],
  ['—', '-'],
  ['–', '-'],
  ['―', '-'],
  ['−', '-'],
  ['〇', '零'],
]);

const foldUnit = (unit: string): string => {
  const code = unit.charCodeAt(0);
  const half = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : unit;
  const lower = half.toLowerCase();
  // Some letters grow when lowered (İ); positions in the passage must stay what they are.
  return signs.get(unit) ?? (lower.length === 1 ? lower : half);
};

/**
 * Half width, lower case, Traditional to Simplified. `pairs` holds each Traditional character followed by its simplified one.
 * Keeps every position, so that a place in the folded text is the same place in the text.
 */
export const createFold = (pairs: string): Fold => {
  const known = new Map<string, string>();
  for (let i = 0; i + 1 < pairs.length; i += 2) known.set(pairs.charAt(i), pairs.charAt(i + 1));
  // A few characters lead to one that has itself a simpler form: 薴, 苧, 苎.
  for (const [from, to] of known) known.set(from, known.get(to) ?? to);
  const foldOf = (code: number): number => {
    const unit = String.fromCharCode(code);
    return (known.get(unit) ?? foldUnit(unit)).charCodeAt(0);
  };
  // Filled as units are met; nothing is folded to 0. Most units stay what they are: what lies between two that change is taken as it is.
  const folds = new Uint16Array(0x10000);
  return text => {
    let folded = '';
    let taken = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (!folds[code]) folds[code] = foldOf(code);
      const to = folds[code] ?? code;
      if (to === code) continue;
      folded += text.slice(taken, i) + String.fromCharCode(to);
      taken = i + 1;
    }
    return taken === 0 ? text : folded + text.slice(taken);
  };
};
