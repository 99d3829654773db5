import type { Office } from '#src/cases/office.ts';
import { openAnswers } from '#src/cases/review.ts';
import { isErased } from '#src/cases/seal.ts';
import { needForm, needsOf } from '#src/ledger/lines.ts';
import { inOrder, type Placed } from '#src/ledger/priority.ts';
import type { LedgerStore, NeedLine } from '#src/ledger/store.ts';
import type { PriorityRow } from '#src/rules/priority.ts';

/** What the work on supplies needs, handed in. */
export type Ledger = {
  readonly office: Office;
  readonly store: LedgerStore;
  /** content/rules/priority.yaml */ readonly priority: readonly PriorityRow[];
};

/** Cases looked at together, and how often at most, so that nobody waits for a ledger of years. */
const together = 100;
const rounds = 20;

/**
 * Brings the ledger up to the cases: every case whose newest event is not the one its lines were made at is looked at again. That a case
 * is behind follows from the case itself, so none is missed, whoever changed it and however it came here; and the lines are put in place
 * with the mark in one transaction, so that none is made twice. False where there is more than one page's worth to do: it goes on next time.
 */
export const catchUp = async ({ office, store }: Ledger): Promise<boolean> => {
  for (let round = 0; round < rounds; round += 1) {
    const ids = await store.behind(together);
    for (const id of ids) {
      const row = await office.store.caseById(id);
      if (row) await store.keepNeeds({ caseId: id, head: row.head, needs: needsOf(row, office.tables) });
    }
    if (ids.length < together) return true;
  }
  return false;
};

/** Needs in the order of the day, each with its reasons. */
export const ordered = <Need extends NeedLine>(
  { office, priority }: Ledger,
  needs: readonly Need[],
): readonly Placed<Need>[] => inOrder(needs, priority, office.rules.keyEnterprises, office.ruleDay());

/**
 * The specifications that needs' cases ask for, by the need's id: free text, sealed in the case, opened for whoever looks at the line. Of an erased case
 * there is none.
 */
export const specsOf = async (
  { office }: Ledger,
  needs: readonly NeedLine[],
): Promise<ReadonlyMap<string, string>> => {
  const form = office.forms.find(one => one.id === needForm);
  const specs = new Map<string, string>();
  for (const caseId of new Set(needs.map(need => need.caseId))) {
    const row = await office.store.caseById(caseId);
    if (!form || !row || isErased(row)) continue;
    const lines = openAnswers(office, form, row).items as readonly {
      readonly item: string;
      readonly spec?: string;
    }[];
    const made = needsOf(row, office.tables);
    // Lines of items that the catalogue no longer has are in the answers and not among the needs.
    const known = lines.filter(line => office.tables.items.some(item => item.code === line.item));
    made.forEach((need, index) => {
      specs.set(need.id, known[index]?.spec ?? '');
    });
  }
  return specs;
};
