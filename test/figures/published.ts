import { definitionOf } from '#src/figures/definitions.ts';
import type { Reading } from '#src/figures/figure.ts';
import { type PublicFigure, publicFigures } from '#src/figures/public.ts';
import { w } from '#src/i18n/words.ts';

/** Received and closed of one form at the end of a day. */
export type Counts = { readonly received: number; readonly closed: number };

const definition = (id: string) => {
  const found = definitionOf(id);
  if (!found) throw new Error(`no figure ${id}`);
  return found;
};

const reading = (id: string, parts: NonNullable<Reading['parts']>): Reading => {
  const figure = definition(id);
  return { figure, asOf: '2020-03-20', value: null, unit: figure.unit, parts };
};

/** What is published of the counts of forms on a day: received, closed, and the share of it. */
export const publishedOf = (forms: readonly Counts[]): readonly PublicFigure[] => {
  const part = (i: number) => ({ key: String(i), name: w('表', 'Form') });
  return publicFigures([
    reading(
      'received-total',
      forms.map(({ received }, i) => ({ ...part(i), value: received })),
    ),
    reading(
      'done-total',
      forms.map(({ closed }, i) => ({ ...part(i), value: closed })),
    ),
    reading(
      'done-rate',
      forms.map(({ received, closed }, i) => ({
        ...part(i),
        value: closed / received,
        numerator: closed,
        denominator: received,
      })),
    ),
  ]);
};

/** Every number of it, without the words. */
export const numbersOf = (figures: readonly PublicFigure[]): string =>
  JSON.stringify(
    figures.map(({ name: _, unit: __, counted: ___, notCounted: ____, ...numbers }) => numbers),
    (key, value) => (key === 'name' ? undefined : value),
  );
