import type { Page } from '#src/cases/store.ts';
import type { Program } from '#src/store/program.ts';

type After = { readonly after: string | null; readonly limit: number };

/** A page of anything holds 1 to 500 rows; more would be a list that nobody reads and that holds everybody up. */
export const mustBePage = (limit: number): void => {
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= 500))
    throw new RangeError(`A page holds 1 to 500 rows, not ${limit}.`);
};

/** A page by id: one row more than asked for tells whether anything follows. */
export function* page<Row extends { readonly id: string }>(
  { after, limit }: After,
  ask: (from: { after: string; limit: number }) => Program<readonly Row[]>,
): Program<Page<Row>> {
  mustBePage(limit);
  // The empty text sorts before every id.
  const found = yield* ask({ after: after ?? '', limit: limit + 1 });
  const shown = found.slice(0, limit);
  return { rows: shown, next: found.length > limit ? (shown.at(-1)?.id ?? null) : null };
}
