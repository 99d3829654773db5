import type { FigureId } from '#src/figures/definitions.ts';
import type { Reading, ReadingPart } from '#src/figures/figure.ts';
import type { Figures } from '#src/figures/figures.ts';
import { amountOf, type Cell, cellOf, sumOf } from '#src/figures/suppress.ts';
import type { Words } from '#src/i18n/words.ts';
import { addDays, type Day } from '#src/rules/day.ts';

/**
 * What the public may read of the figures: open data and the pages made of it. Of closed days only, counts by form and enterprises by line,
 * each cell as `suppress.ts` lets it out, every total made of those cells.
 */

/** A part of a figure, by form. Of a share `value` is the numerator. */
export type PublicPart = {
  readonly key: string;
  readonly name: Words;
  readonly value: Cell;
  readonly denominator?: Cell;
};

type Told = {
  readonly id: string;
  readonly name: Words;
  readonly unit: Words;
  readonly counted: Words;
  readonly notCounted: Words;
};

export type PublicFigure = Told &
  (
    | {
        readonly kind: 'count';
        /** The sum of the parts that are told. */ readonly value: number;
        readonly parts: readonly PublicPart[];
        /** Parts too small to tell, which are in no sum. */ readonly withheld: number;
      }
    | {
        readonly kind: 'share';
        /** From 0 to 1; null where there is nothing to divide by. */ readonly value: number | null;
        readonly numerator: number;
        readonly denominator: number;
        readonly parts: readonly PublicPart[];
        /** Numerators and denominators too small to tell. */ readonly withheld: number;
      }
    | {
        readonly kind: 'time';
        /** Null where too few were measured. */ readonly value: number | null;
        /** How many were measured. */ readonly measured: Cell;
      }
  );

/** Enterprises in operation of one line. */
export type PublicLine = {
  readonly key: string;
  readonly name: Words;
  readonly firms: Cell;
  /** Those of them that said how many staff. */ readonly reporting: Cell;
  /** Null where fewer than five said. */ readonly staff: number | null;
};

export type PublicFirms = {
  readonly firms: number;
  readonly reporting: number;
  /** Null where no line is told. */ readonly staff: number | null;
  /** Lines too small to tell. */ readonly withheld: number;
  readonly parts: readonly PublicLine[];
};

/** The three counts at the end of a day. */
export type Week = {
  readonly asOf: Day;
  readonly received: number;
  readonly closed: number;
  readonly firms: number;
};

export type Statistics = {
  /** The last day that is over, in Shanghai: everything is as of its end. */ readonly asOf: Day;
  /** Some cases are not counted yet: the figures will still change. */ readonly counting: boolean;
  readonly figures: readonly PublicFigure[];
  readonly firms: PublicFirms;
  /** From eight weeks before up to that day. */ readonly weeks: readonly Week[];
};

/** What is published, in the order in which it is shown. No two of them are each other's remainder: see decision 0018. */
const published: readonly FigureId[] = [
  'received-total',
  'done-total',
  'done-rate',
  'solved-rate',
  'content-rate',
  'in-time-rate',
  'answer-median',
  'answer-ninety',
];

/** A time is told where at least so many were measured. */
const fewestTimed = 20;
/** Weeks before the day. */
const back = 8;

const told = ({ figure: { id, name, unit, counted, notCounted } }: Reading): Told => ({
  id,
  name,
  unit,
  counted,
  notCounted,
});

const countOf = (reading: Reading): PublicFigure => {
  const parts = (reading.parts ?? []).map(({ key, name, value }) => ({
    key,
    name,
    value: cellOf(value ?? 0),
  }));
  const { sum, withheld } = sumOf(parts.map(part => part.value));
  return { ...told(reading), kind: 'count', value: sum, parts, withheld };
};

const sharePart = ({ key, name, numerator = 0, denominator = 0 }: ReadingPart) => ({
  key,
  name,
  value: cellOf(numerator),
  denominator: cellOf(denominator),
});

const shareOf = (reading: Reading): PublicFigure => {
  const parts = (reading.parts ?? []).map(sharePart);
  const numerator = sumOf(parts.map(part => part.value));
  const denominator = sumOf(parts.map(part => part.denominator));
  return {
    ...told(reading),
    kind: 'share',
    value: denominator.sum === 0 ? null : numerator.sum / denominator.sum,
    numerator: numerator.sum,
    denominator: denominator.sum,
    parts,
    withheld: numerator.withheld + denominator.withheld,
  };
};

const timeOf = (reading: Reading): PublicFigure => ({
  ...told(reading),
  kind: 'time',
  value: (reading.denominator ?? 0) < fewestTimed ? null : reading.value,
  measured: cellOf(reading.denominator ?? 0),
});

const publicOf = (reading: Reading): PublicFigure => {
  const { kind } = reading.figure.formula;
  if (kind === 'ratio') return shareOf(reading);
  return kind === 'quantile' ? timeOf(reading) : countOf(reading);
};

/** Enterprises at work on a day, of an area and a line. */
export type OpenPart = {
  readonly line: string;
  readonly firms: number;
  readonly staff: number;
  /** Enterprises whose staff nobody knows. */ readonly unknown: number;
};
type Line = { readonly code: string; readonly name: Words };

/** Enterprises in operation by line, every line of the zone; the areas of a line are added up before anything is told. */
const publicFirms = (lines: readonly Line[], open: readonly OpenPart[]): PublicFirms => {
  const parts = lines.map(({ code, name }): PublicLine => {
    const own = open.filter(part => part.line === code);
    const add = (of: (part: OpenPart) => number) => own.reduce((sum, part) => sum + of(part), 0);
    const [firms, unknown] = [add(part => part.firms), add(part => part.unknown)];
    return {
      key: code,
      name,
      firms: cellOf(firms),
      reporting: cellOf(firms - unknown),
      staff: amountOf(
        firms - unknown,
        add(part => part.staff),
      ),
    };
  });
  const { sum, withheld } = sumOf(parts.map(part => part.firms));
  const staffs = parts.flatMap(part => part.staff ?? []);
  return {
    firms: sum,
    reporting: sumOf(parts.map(part => part.reporting)).sum,
    staff: staffs.length === 0 ? null : staffs.reduce((all, one) => all + one, 0),
    withheld,
    parts,
  };
};

/** The figures of the public out of readings; `readings` those by form, and those of the whole zone that are not taken apart. */
export const publicFigures = (readings: readonly Reading[]): readonly PublicFigure[] =>
  published.flatMap(id => {
    const reading = readings.find(one => one.figure.id === id && one.figure.public);
    return reading ? [publicOf(reading)] : [];
  });

/** Where the figures come from. */
export type Sources = {
  readonly figures: Pick<Figures, 'by' | 'trends' | 'catchUp' | 'today'>;
  readonly firmsOn: (day: Day) => Promise<{ readonly parts: readonly OpenPart[] }>;
  readonly lines: readonly Line[];
  readonly now: () => Date;
};

const counted = (figures: readonly PublicFigure[], id: FigureId): number => {
  const figure = figures.find(one => one.id === id);
  return figure?.kind === 'count' ? figure.value : 0;
};

const weekOf = async ({ figures, firmsOn, lines }: Sources, asOf: Day): Promise<Week> => {
  const [byForm, open] = await Promise.all([figures.by(asOf, 'form'), firmsOn(asOf)]);
  const shown = publicFigures(byForm);
  return {
    asOf,
    received: counted(shown, 'received-total'),
    closed: counted(shown, 'done-total'),
    firms: publicFirms(lines, open.parts).firms,
  };
};

const readAll = async (sources: Sources, asOf: Day): Promise<Statistics> => {
  const { figures, firmsOn, lines } = sources;
  const isAll = await figures.catchUp();
  const [byForm, trends, open] = await Promise.all([
    figures.by(asOf, 'form'),
    figures.trends(asOf),
    firmsOn(asOf),
  ]);
  const days = Array.from({ length: back + 1 }, (_, i) => addDays(asOf, (i - back) * 7));
  const weeks: Week[] = [];
  for (const day of days) weeks.push(await weekOf(sources, day));
  return {
    asOf,
    counting: !isAll,
    figures: publicFigures([...byForm, ...trends.map(trend => trend.now)]),
    firms: publicFirms(lines, open.parts),
    weeks,
  };
};

/** For how long a reading is given out again, in milliseconds; one for which not everything was counted, so that the next goes on counting. */
const keptFor = 300_000;
const keptShort = 5_000;

/** The statistics of the last day that is over, read anew every few minutes at most, however many ask. */
export const openStatistics = (sources: Sources) => {
  let kept: { readonly asOf: Day; until: number; readonly read: Promise<Statistics> } | null = null;
  return (): Promise<Statistics> => {
    const asOf = addDays(sources.figures.today(), -1);
    const now = sources.now().getTime();
    if (kept?.asOf === asOf && now < kept.until) return kept.read;
    const read = readAll(sources, asOf);
    const own = { asOf, until: now + keptFor, read };
    kept = own;
    read.then(
      ({ counting }) => {
        if (counting) own.until = now + keptShort;
      },
      // What failed is not kept: the next one who asks tries again.
      () => {
        if (kept === own) kept = null;
      },
    );
    return read;
  };
};
