import type { z } from 'zod';
import { mealWords, roomWords, stockWords } from '#src/i18n/directory.ts';
import type { Words } from '#src/i18n/words.ts';
import type { supplier } from '#src/shelves/supplier.ts';

export type Supplier = z.infer<typeof supplier>;

const states: Readonly<Record<Supplier['kind'], Readonly<Record<Supplier['stock']['state'], Words>>>> = {
  materials: stockWords,
  catering: mealWords,
  lodging: roomWords,
};

/** Whether there is any to be had, in words that fit goods, meals or rooms. */
export const stateOf = ({ kind, stock }: Supplier): Words => states[kind][stock.state];
