import type { Entry } from '#src/commands/content-files.ts';
import { choose, type Problem } from '#src/commands/content-words.ts';
import { shareOf, sumOf } from '#src/rules/reconcile.ts';
import type { FigureTable, ZoneFigures } from '#src/shelves/figures.ts';

type Said = readonly [path: PropertyKey[], wrong: string, fix: string];

/** Parts that do not come to their total, and nobody says why; and what is said where there is nothing to explain. */
const inTable = ({ kind, rows, total, gap, note }: FigureTable, at: PropertyKey[]): Said[] => {
  if (kind !== 'parts') {
    const summed: Said[] =
      total === null && gap === null
        ? []
        : [[[...at, 'total'], '各行不能相加，却写了合计', 'total、gap 写 null；能相加的写 kind: parts']];
    return note === null
      ? [...summed, [[...at, 'note'], '没有说为什么不能相加', '在 note 写一句，例如“两个阶段，口径不同”']]
      : summed;
  }
  const sum = sumOf(rows, total);
  if (sum.tag === 'differs' && sum.gap !== gap?.of) {
    const wrong = `各行加起来是 ${sum.sum}，合计是 ${total?.value}，差 ${sum.gap}，没有说明`;
    return [
      [
        [...at, gap ? 'gap' : 'total'],
        wrong,
        `照原文核对数字；原文就是这样的，写 gap: { of: ${sum.gap}, why: … }`,
      ],
    ];
  }
  return sum.tag !== 'differs' && gap !== null
    ? [[[...at, 'gap'], '写了差额，各行与合计却没有差，或者算不出差', 'gap 写 null']]
    : [];
};

const inRate = (rate: ZoneFigures['rates'][number], at: PropertyKey[]): Said[] => {
  const { numerator, denominator } = rate;
  if (numerator !== null && denominator !== null && numerator > denominator)
    return [[[...at, 'numerator'], `分子 ${numerator} 比分母 ${denominator} 大`, '照原文核对']];
  const share = shareOf(rate);
  if (share.tag === 'unknown')
    return [[at, '没有百分数，也没有分子和分母', '三样里至少写百分数，或者分子和分母']];
  const wrong = share.tag === 'differs' && rate.note === null;
  return wrong
    ? [
        [
          [...at, 'published'],
          `原文是 ${share.percent}%，按分子分母算是 ${share.computed}%`,
          '照原文核对；原文就是这样的，在 note 说明',
        ],
      ]
    : [];
};

/** What in the figures of zones does not fit together without a word about it, and practices that nothing has. */
export const figureProblems = (
  zones: readonly Entry<ZoneFigures>[],
  practices: readonly string[],
): Problem[] =>
  zones.flatMap(({ data, problem }) => {
    const practice: Said[] = practices.includes(data.practice)
      ? []
      : [[['practice'], `没有这篇做法：${data.practice}`, choose(data.practice, practices, '现有的')]];
    const said: Said[] = [
      ...practice,
      ...data.tables.flatMap((table, i) => inTable(table, ['tables', i])),
      ...data.rates.flatMap((rate, i) => inRate(rate, ['rates', i])),
    ];
    return said.map(([path, wrong, fix]) => problem([...path], wrong, fix));
  });
