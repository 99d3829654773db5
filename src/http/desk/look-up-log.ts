import type { LookupLog } from '#src/cases/desk-store.ts';
import type { LogPage } from '#src/views/desk/look-up-log.ts';

/** Ids begin with their time, in letters and digits: after every one of them. */
const afterAll = 'zzzzzzzzzzzz';

/** How many look-ups a page shows. */
const shown = 50;

type Store = {
  lookupLog(query: { readonly before: string; readonly limit: number }): Promise<readonly LookupLog[]>;
};

/** Who looked cases up, newest first, from before an id of the log or from now. What was looked for is kept nowhere. */
export const lookUpLog = async (store: Store, before: string | null): Promise<LogPage> => {
  const from = before !== null && /^[a-z0-9]{1,64}$/.test(before) ? before : afterAll;
  const found = await store.lookupLog({ before: from, limit: shown + 1 });
  const rows = found.slice(0, shown);
  return { rows, next: found.length > shown ? (rows.at(-1)?.id ?? null) : null };
};
