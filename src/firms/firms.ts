import type { Office } from '#src/cases/office.ts';
import type { CaseRow } from '#src/cases/store.ts';
import { entriesOf, filingForm, returnOf } from '#src/firms/entries.ts';
import { spansOf } from '#src/firms/spans.ts';
import type { EntryRow, FirmStore, Keep, ReturnRow } from '#src/firms/store.ts';
import type { OrderRow } from '#src/rules/reopening.ts';
import type { ReturnRule } from '#src/rules/returns.ts';

/** What the work on enterprises in operation needs, handed in. */
export type Firms = {
  readonly office: Office;
  readonly store: FirmStore;
  /** content/rules/returns.yaml */ readonly returns: readonly ReturnRule[];
  /** content/rules/reopening-order.yaml */ readonly order: readonly OrderRow[];
};

/** Cases kept together, how often at most for one page, and how often what was overtaken is read anew. */
const together = 100;
const rounds = 20;
const tries = 8;

type Made = {
  readonly row: CaseRow;
  readonly entries: readonly EntryRow[];
  readonly left: readonly string[];
} & {
  readonly daily: ReturnRow | null;
};

/** What a case means as it stands, and which enterprises its filing was counted with before. */
const madeOf = async ({ office, store }: Firms, id: string): Promise<Made | null> => {
  const row = await office.store.caseById(id);
  if (!row) return null;
  if (row.form !== filingForm)
    return { row, entries: [], left: [], daily: returnOf(office, row, await store.returnOfCase(id)) };
  const [events, known] = await Promise.all([office.store.events(id), store.entriesOfCase(id)]);
  // Where an event came between the two reads, the case is no longer at its head, and nothing is kept.
  const entries = entriesOf(office, row, events, known);
  return { row, entries, left: known.map(one => one.firm), daily: null };
};

/** Every filing of an enterprise: those of the cases at hand as they now are, the others as they are kept. */
const filingsOf = async (
  { store }: Firms,
  firm: string,
  entries: readonly EntryRow[],
  cases: ReadonlySet<string>,
): Promise<readonly EntryRow[]> => {
  const kept = await store.entriesOfFirm(firm);
  return [...kept.filter(one => !cases.has(one.caseId)), ...entries.filter(one => one.firm === firm)];
};

const keepOf = async (firms: Firms, seq: number, made: readonly Made[]): Promise<Keep> => {
  const entries = made.flatMap(one => one.entries);
  const cases = new Set(made.map(one => one.row.id));
  const touched = new Set([...entries.map(one => one.firm), ...made.flatMap(one => one.left)]);
  return {
    seq,
    cases: made.map(({ row }) => ({ caseId: row.id, head: row.head })),
    entries,
    returns: made.flatMap(one => one.daily ?? []),
    firms: await Promise.all(
      [...touched].map(async firm => ({
        firm,
        spans: spansOf(firm, await filingsOf(firms, firm, entries, cases)),
      })),
    ),
  };
};

/** Keeps what one round of cases means; false where others were faster every time. */
const keepRound = async (firms: Firms, ids: readonly string[]): Promise<boolean> => {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    // First the number, then everything else: what is kept meanwhile by another is told by it.
    const seq = await firms.store.firmSeq();
    const made = (await Promise.all(ids.map(id => madeOf(firms, id)))).filter(one => one !== null);
    if (await firms.store.keepFirms(await keepOf(firms, seq, made))) return true;
  }
  return false;
};

/**
 * Brings entries, days and returns up to the cases, as the ledger does with its lines: that a case is behind follows from the case
 * itself. All days of an enterprise are made anew from all of its filings, and kept only where nothing was kept since they were read,
 * so that an older reading never lies over a newer one. False where more is left than one page can wait for.
 */
export const catchUp = async (firms: Firms): Promise<boolean> => {
  for (let round = 0; round < rounds; round += 1) {
    const ids = await firms.store.firmsBehind(together);
    if (ids.length > 0 && !(await keepRound(firms, ids))) return false;
    if (ids.length < together) return true;
  }
  return false;
};
