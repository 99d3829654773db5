import type { Dimension } from '#src/figures/figure.ts';
import type { FiguresStore, Sum, SupplySum, TalliedCase, TallyRow } from '#src/figures/store.ts';
import { mustBePage } from '#src/store/page.ts';
import { changes, type Program, row, rows, type Statement, statement } from '#src/store/program.ts';
import type { RowOf } from '#src/store/queries.ts';

/** The port's writes as data, like those of cases. */
export type FiguresWrites = Pick<FiguresStore, 'tally'>;
type Tally = Parameters<FiguresWrites['tally']>[0];
export type FiguresCommand = { readonly kind: 'tally'; readonly of: Tally };

/** The row that whoever counts holds until the transaction ends, so that two servers never meet in the sums. */
const mark = 'figures';

const rowsOf = ({ caseId, form, area, line, tallies }: TalliedCase): readonly TallyRow[] =>
  tallies.map(one => ({ ...one, caseId, form, area, line }));

const keysOf = (one: TallyRow): readonly (readonly [Dimension, string])[] => [
  ['', ''],
  ['form', one.form],
  ['area', one.area],
  ['department', one.department],
  ['line', one.line],
];

type Added = Sum & { readonly dimension: Dimension };

/** What goes to the sums: every new row counts, every old one counts back; what comes to nothing is left out. */
const difference = (was: readonly TallyRow[], now: readonly TallyRow[]): readonly Added[] => {
  const sums = new Map<string, Added>();
  const add = (dimension: Dimension, day: string, key: string, one: TallyRow, n: number): void => {
    const { measure } = one;
    // How long answers took is told apart for the whole zone alone: by everything it would be most of the table.
    const part = dimension !== '' && measure === 'told' ? '' : one.part;
    const name = [dimension, day, measure, part, key].join(' ');
    sums.set(name, { dimension, day, measure, part, key, n: n + (sums.get(name)?.n ?? 0) });
  };
  for (const [list, sign] of [
    [was, -1],
    [now, 1],
  ] as const)
    for (const one of list)
      for (const [dimension, key] of keysOf(one))
        for (const day of [one.day, `m${one.day.slice(0, 7)}`]) add(dimension, day, key, one, sign * one.n);
  // In one order everywhere, and along the table.
  return [...sums]
    .filter(([, sum]) => sum.n !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, sum]) => sum);
};

function* tally({ cases }: Tally): Program<number> {
  mustBePage(cases.length);
  yield* row('markLedger', { name: mark, by: 0 });
  const marked = yield* changes(
    ...cases.map(({ caseId, head }) => statement('markTallied', { caseId, head })),
  );
  const counted = cases.filter((_, index) => marked[index] === 1);
  if (counted.length === 0) return 0;
  const found = yield counted.map(({ caseId }) => statement('talliesOfCase', { caseId }));
  const was = found.flatMap(one => one.rows as readonly RowOf<'talliesOfCase'>[]);
  const now = counted.flatMap(rowsOf);
  const before = new Set(was.map(one => one.caseId));
  const sent: Statement[] = [
    ...[...before].map(caseId => statement('dropTallies', { caseId })),
    ...now.map(one => statement('insertTally', one)),
    ...difference(was, now).map(one => statement('addToTally', one)),
  ];
  if (sent.length > 0) yield* changes(...sent);
  return counted.length;
}

/** The commands of counting, for the table of all commands. */
export const figures = {
  is: (command: { readonly kind: string }): command is FiguresCommand => command.kind === 'tally',
  program: (command: FiguresCommand): Program<number> => tally(command.of),
  /** What it reads before it writes: see `touched`. */
  touched: ({ of }: FiguresCommand): readonly string[] => [
    'figures',
    ...of.cases.map(({ caseId }) => `case ${caseId}`),
  ],
};

type Untallied = Awaited<ReturnType<FiguresStore['untallied']>>;

/** Cases to count with their events; one that moved on between the two questions is left for the next time. */
export function* untallied(query: Parameters<FiguresStore['untallied']>[0]): Program<Untallied> {
  mustBePage(query.limit);
  const cases = yield* rows('untalliedCases', query);
  const events = yield* rows('untalliedEvents', query);
  const byCase = new Map<string, (typeof events)[number][]>();
  for (const event of events) {
    const list = byCase.get(event.caseId);
    if (list) list.push(event);
    else byCase.set(event.caseId, [event]);
  }
  const whole = cases.flatMap(one => {
    const own = byCase.get(one.id) ?? [];
    return own.length === one.head ? [{ row: one, events: own }] : [];
  });
  return { rows: whole, next: cases.length === query.limit ? (cases.at(-1)?.id ?? null) : null };
}

/** Supplies of items that somebody needs or that are there. */
export function* supplySums(): Program<readonly SupplySum[]> {
  const needs = yield* rows('openNeedSums', {});
  const stocks = yield* rows('stockSums', {});
  const nothing = { asked: 0, unknown: 0, promised: 0, delivered: 0, missing: 0 };
  const kind = ({ item, unit }: { readonly item: string; readonly unit: string }) => `${item} ${unit}`;
  const wanted = new Map(needs.map(one => [kind(one), one]));
  const there = new Map(stocks.map(one => [kind(one), one]));
  return [...new Map([...needs, ...stocks].map(one => [kind(one), one])).entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { item, unit }]) => {
      const stock = there.get(key);
      return {
        ...nothing,
        ...wanted.get(key),
        item,
        unit,
        delivered: stock?.delivered ?? 0,
        left: stock?.left ?? 0,
      };
    });
}
