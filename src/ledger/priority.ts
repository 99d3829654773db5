import type { NeedLine } from '#src/ledger/store.ts';
import type { Day } from '#src/rules/day.ts';
import { type Criterion, orderOn, type PriorityRow } from '#src/rules/priority.ts';
import { isKeyEnterprise, type KeyEnterprise } from '#src/rules/routing.ts';

type Ranked = Pick<NeedLine, 'id' | 'creditCode' | 'reopened' | 'runsOutOn' | 'neededBy' | 'receivedAt'>;

/** What a line has by a criterion: a text that sorts, what comes first is small; '9' where nothing is known. */
const standing = (
  by: Criterion,
  need: Ranked,
  keyEnterprises: readonly KeyEnterprise[],
  day: Day,
): string => {
  switch (by) {
    case 'key-enterprise':
      return isKeyEnterprise(keyEnterprises, need.creditCode, day) ? '0' : '1';
    case 'reopened':
      return need.reopened === 1 ? '0' : '1';
    case 'runs-out':
      return need.runsOutOn || '9';
    case 'needed-by':
      return need.neededBy || '9';
    case 'waiting':
      return need.receivedAt;
  }
};

/** A need in its place: what it has by each criterion, and by which one it stands before the next; null for the last, or where only chance decides. */
export type Placed<Need> = {
  readonly need: Need;
  readonly has: readonly { readonly by: Criterion; readonly value: string }[];
  readonly before: Criterion | null;
};

/**
 * Needs in the order of a day, each with its reasons: the criteria are looked at one after the other, and the first in which two
 * differ decides. Equal in all of them, the id does, so that the order is the same every time.
 */
export const inOrder = <Need extends Ranked>(
  needs: readonly Need[],
  table: readonly PriorityRow[],
  keyEnterprises: readonly KeyEnterprise[],
  day: Day,
): readonly Placed<Need>[] => {
  const rows = orderOn(table, day);
  const placed = needs.map(need => ({
    need,
    has: rows.map(({ by }) => ({ by, value: standing(by, need, keyEnterprises, day) })),
  }));
  type One = (typeof placed)[number];
  const differing = (a: One, b: One): number =>
    a.has.findIndex((one, index) => one.value !== b.has[index]?.value);
  const compare = (a: One, b: One): number => {
    const at = differing(a, b);
    const [left, right] = at < 0 ? [a.need.id, b.need.id] : [a.has[at]?.value ?? '', b.has[at]?.value ?? ''];
    return left < right ? -1 : left > right ? 1 : 0;
  };
  const sorted = placed.toSorted(compare);
  return sorted.map((one, index) => {
    const following = sorted[index + 1];
    const at = following ? differing(one, following) : -1;
    return { ...one, before: one.has[at]?.by ?? null };
  });
};

/** Divides what is left among needs in their order, each as much as it misses, until nothing is left. Unknown needs get nothing by themselves. */
export const share = (
  needs: readonly Pick<NeedLine, 'id' | 'asked' | 'committed' | 'delivered'>[],
  left: number,
): ReadonlyMap<string, number> => {
  const shares = new Map<string, number>();
  let rest = left;
  for (const { id, asked, committed, delivered } of needs) {
    const part = Math.min(rest, Math.max(0, (asked ?? 0) - committed - delivered));
    if (part > 0) shares.set(id, part);
    rest -= part;
  }
  return shares;
};
