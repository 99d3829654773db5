import type { FiguresStore, TalliedCase } from '#src/figures/store.ts';
import type { tallier } from '#src/figures/tally.ts';

/** What counting needs, handed in. */
export type Counting = { readonly store: FiguresStore; readonly tally: ReturnType<typeof tallier> };

/** Cases that are counted in one transaction. */
const together = 500;

/**
 * Counts every case whose newest event is not the one it was counted at, for so many cases at most. That a case is behind follows from the
 * case itself, so none is missed, whoever changed it and however it came here; its tallies, the sums and the mark change in one
 * transaction, so that none counts twice. False where there is more to do: whoever looks next goes on.
 */
export const catchUp = async ({ store, tally }: Counting, most: number): Promise<boolean> => {
  let after = '';
  let written: Promise<unknown> = Promise.resolve();
  for (let done = 0; done < most; done += together) {
    // The next ones are read while the last ones are written.
    const [found] = await Promise.all([store.untallied({ after, limit: together }), written]);
    const cases = found.rows.map(
      ({ row, events }): TalliedCase => ({
        caseId: row.id,
        head: row.head,
        form: row.form,
        area: row.area,
        line: row.line,
        tallies: tally(row, events),
      }),
    );
    written = cases.length > 0 ? store.tally({ cases }) : Promise.resolve();
    if (found.next === null) {
      await written;
      return true;
    }
    after = found.next;
  }
  await written;
  return false;
};
