/** How an item stands. What nobody touched is `open` and takes no room in a link. */
export type Mark = 'open' | 'done' | 'unneeded';
export type Marks = ReadonlyMap<number, Mark>;

const values: readonly Mark[] = ['open', 'done', 'unneeded'];
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Three items of four states make one digit of 64. */
const perDigit = 3;
/** As far as the numbers of items go: a longer link holds nothing more. */
const longest = Math.ceil(500 / perDigit);

/** The marks as a short text for a link: item 1 stands first; what is open at the end is left out. */
export const encode = (marks: Marks): string => {
  const last = Math.max(0, ...[...marks].filter(([, mark]) => mark !== 'open').map(([id]) => id));
  return Array.from({ length: Math.ceil(last / perDigit) }, (_, at) => {
    const parts = [0, 1, 2].map(i => values.indexOf(marks.get(at * perDigit + i + 1) ?? 'open'));
    return digits[parts.reduce((sum, part, i) => sum + part * 4 ** i, 0)];
  }).join('');
};

/** The marks of a link; what no list of ours wrote is read as open. */
export const decode = (text: string): Marks => {
  const marks = new Map<number, Mark>();
  for (const [at, digit] of [...text.slice(0, longest)].entries()) {
    const value = Math.max(0, digits.indexOf(digit));
    for (let i = 0; i < perDigit; i++) {
      const mark = values[Math.floor(value / 4 ** i) % 4] ?? 'open';
      if (mark !== 'open') marks.set(at * perDigit + i + 1, mark);
    }
  }
  return marks;
};
