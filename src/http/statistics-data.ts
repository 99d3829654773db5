import { stringify } from 'csv-stringify/sync';
import type { PublicFigure, Statistics } from '#src/figures/public.ts';
import { csvColumns, firmFigures, statisticsWords } from '#src/i18n/statistics.ts';
import type { Words } from '#src/i18n/words.ts';
import { type Entry, firmEntries } from '#src/views/statistics-dictionary.ts';

type Column = keyof typeof csvColumns;
type Row = Partial<Record<Column, string | number>>;

const columns = Object.keys(csvColumns) as readonly Column[];

const named = (id: string, { name, unit }: { name: Words; unit: Words }): Row => ({
  figure: id,
  figure_zh: name['zh-Hans'],
  figure_en: name.en,
  unit: unit.en,
});
const partNamed = (key: string, name: Words): Row => ({
  part: key,
  part_zh: name['zh-Hans'],
  part_en: name.en,
});
const blank = (value: number | null | undefined): string | number => value ?? '';

/** A cell as columns: an empty value is withheld, and says so. */
const cell = (value: number | null): Row => ({ value: blank(value), withheld: value === null ? 1 : 0 });

const inPercent = (numerator: number | null, denominator: number | null): string | number =>
  numerator === null || denominator === null || denominator === 0
    ? ''
    : ((numerator * 100) / denominator).toFixed(1);

const figureRows = (figure: PublicFigure): readonly Row[] => {
  const own = named(figure.id, figure);
  if (figure.kind === 'time')
    return [
      {
        ...own,
        value: blank(figure.value),
        denominator: blank(figure.measured),
        withheld: figure.value === null ? 1 : 0,
      },
    ];
  if (figure.kind === 'count') {
    const parts = figure.parts.map(part => ({
      ...own,
      ...partNamed(part.key, part.name),
      ...cell(part.value),
    }));
    return [{ ...own, value: figure.value, withheld: figure.withheld }, ...parts];
  }
  const { numerator, denominator, withheld } = figure;
  const whole = { ...own, value: inPercent(numerator, denominator), numerator, denominator, withheld };
  return [
    whole,
    ...figure.parts.map(part => ({
      ...own,
      ...partNamed(part.key, part.name),
      value: inPercent(part.value, part.denominator ?? null),
      numerator: blank(part.value),
      denominator: blank(part.denominator),
      withheld: part.value === null || part.denominator === null ? 1 : 0,
    })),
  ];
};

const firmRows = ({ firms }: Statistics): readonly Row[] =>
  (['firms', 'reporting', 'staff'] as const).flatMap(id => {
    const own = named(id, firmFigures[id]);
    const parts = firms.parts.map(part => ({ ...own, ...partNamed(part.key, part.name), ...cell(part[id]) }));
    return [
      { ...own, value: blank(firms[id]), withheld: parts.filter(part => part.withheld === 1).length },
      ...parts,
    ];
  });

/** The points of the weeks before; the newest stands among the figures already. */
const weekRows = ({ weeks, asOf, figures }: Statistics): readonly Row[] =>
  weeks
    .filter(week => week.asOf !== asOf)
    .flatMap(week => {
      const totals = { 'received-total': week.received, 'done-total': week.closed } as const;
      const counts = figures.flatMap(figure =>
        figure.id === 'received-total' || figure.id === 'done-total'
          ? [{ ...named(figure.id, figure), value: totals[figure.id] }]
          : [],
      );
      const firms = { ...named('firms', firmFigures.firms), value: week.firms };
      return [...counts, firms].map(row => ({ ...row, as_of: week.asOf }));
    });

/** A cell a spreadsheet would run as a formula is led by an apostrophe (ASVS 1.2.10); a number is none. */
const safe = (value: string | number | undefined): string | number =>
  typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : (value ?? '');

/** The open data as a table, one row a figure, part and day; UTF-8 with a mark, so that spreadsheets read the Chinese. */
export const csvOf = (statistics: Statistics): string => {
  const { asOf, figures } = statistics;
  const rows: readonly Row[] = [
    ...[...firmRows(statistics), ...figures.flatMap(figureRows)].map(row => ({ ...row, as_of: asOf })),
    ...weekRows(statistics),
  ];
  return `\ufeff${stringify([columns, ...rows.map(row => columns.map(column => safe(row[column])))])}`;
};

/** Every figure with how it is counted. */
export const entriesOf = (statistics: Statistics): readonly Entry[] => [
  ...firmEntries,
  ...statistics.figures.map(({ id, name, unit, counted, notCounted }) => ({
    id,
    name,
    unit,
    counted,
    notCounted,
  })),
];

/** The open data as JSON, with its dictionary. */
export const jsonOf = (statistics: Statistics): unknown => ({
  asOf: statistics.asOf,
  counting: statistics.counting,
  rounding: statisticsWords.howText,
  firms: statistics.firms,
  figures: statistics.figures.map(
    ({ name: _, unit: __, counted: ___, notCounted: ____, ...numbers }) => numbers,
  ),
  weeks: statistics.weeks,
  dictionary: entriesOf(statistics),
});
