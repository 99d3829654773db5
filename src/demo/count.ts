import type { Stage } from '#src/cases/desk-store.ts';
import type { Office } from '#src/cases/office.ts';
import { cases } from '#src/cases/review.ts';

/** How the cases of a store stand. */
export type Stock = {
  readonly cases: number;
  readonly events: number;
  readonly forms: ReadonlyMap<string, number>;
  readonly stages: ReadonlyMap<Stage, number>;
  /** Open ones by the department that leads them. */ readonly open: ReadonlyMap<string, number>;
};

/** Nobody of the office works on these any more. */
const over: readonly Stage[] = ['closed', 'withdrawn'];

const add = <Key>(counts: Map<Key, number>, key: Key): void =>
  void counts.set(key, (counts.get(key) ?? 0) + 1);

/** Counts every case of the store. */
export const countCases = async (office: Office): Promise<Stock> => {
  const forms = new Map<string, number>();
  const stages = new Map<Stage, number>();
  const open = new Map<string, number>();
  let [all, events] = [0, 0];
  for await (const { form, stage, handler, head } of cases(office, null)) {
    all += 1;
    events += head;
    add(forms, form);
    add(stages, stage);
    if (!over.includes(stage)) add(open, handler);
  }
  return { cases: all, events, forms, stages, open };
};
