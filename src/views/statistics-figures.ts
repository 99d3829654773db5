import type { Lang, Words } from '#src/i18n/words.ts';

/** A part of a figure; null is withheld: more than none, fewer than five. */
export type Part = {
  readonly key: string;
  readonly name: Words;
  readonly value: number | null;
  readonly denominator?: number | null;
};

type Told = {
  readonly id: string;
  readonly name: Words;
  readonly unit: Words;
  readonly counted: Words;
  readonly notCounted: Words;
};

/** A figure as it is published. */
export type Figure = Told &
  (
    | {
        readonly kind: 'count';
        readonly value: number;
        readonly parts: readonly Part[];
        readonly withheld: number;
      }
    | {
        readonly kind: 'share';
        readonly value: number | null;
        readonly numerator: number;
        readonly denominator: number;
        readonly parts: readonly Part[];
        readonly withheld: number;
      }
    | { readonly kind: 'time'; readonly value: number | null; readonly measured: number | null }
  );

/** What the page of statistics shows. */
export type StatisticsPage = {
  readonly lang: Lang;
  readonly asOf: string;
  readonly counting: boolean;
  readonly figures: readonly Figure[];
  readonly firms: {
    readonly firms: number;
    readonly reporting: number;
    readonly staff: number | null;
    readonly withheld: number;
    readonly parts: readonly {
      readonly key: string;
      readonly name: Words;
      readonly firms: number | null;
      readonly reporting: number | null;
      readonly staff: number | null;
    }[];
  };
  readonly weeks: readonly {
    readonly asOf: string;
    readonly received: number;
    readonly closed: number;
    readonly firms: number;
  }[];
};

const grouped = new Intl.NumberFormat('en-US');

/** A number of the page: grouped, `—` where there is none. */
export const numberOf = (value: number | null | undefined): string =>
  value === null || value === undefined ? '—' : grouped.format(value);

type Of<K extends Figure['kind']> = Extract<Figure, { kind: K }>;

/** The figure of an id and kind, or null. */
export const figureOf = <K extends Figure['kind']>(
  page: StatisticsPage,
  kind: K,
  id: string,
): Of<K> | null => {
  const found = page.figures.find(figure => figure.id === id && figure.kind === kind);
  return (found as Of<K> | undefined) ?? null;
};
