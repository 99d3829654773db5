import { type App, openApp } from '#src/app.ts';
import { cases, fault } from '#src/cases/review.ts';
import type { CaseRow } from '#src/cases/store.ts';
import { config } from '#src/config.ts';

/** A case as it was found: what its events are, and what is wrong with its chain. */
export type Kept = {
  readonly row: CaseRow;
  readonly kinds: readonly string[];
  readonly fault: string | null;
};

/** Opens what a server left, beside it or after it. The caller closes the store. */
export const openLeft = (env: Readonly<Record<string, string>>): Promise<App> =>
  openApp(config({ LOG_LEVEL: 'silent', ...env }), { migrate: false });

/** Every case that is stored. */
export const keptIn = async ({ office }: App): Promise<readonly Kept[]> => {
  const kept: Kept[] = [];
  for await (const row of cases(office, null)) {
    const events = await office.store.events(row.id);
    kept.push({ row, kinds: events.map(one => one.kind), fault: await fault(office, row) });
  }
  return kept;
};
