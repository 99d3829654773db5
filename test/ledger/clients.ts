import fc from 'fast-check';
import type { LotRow, NeedRow } from '#src/ledger/store.ts';
import type { Store } from '#src/store/adapter.ts';
import { at, receipt } from '../store/samples.ts';

/** What a client may do, by positions in what there is. */
export type Op =
  | { readonly op: 'allocate'; readonly lines: readonly { lot: number; need: number; quantity: number }[] }
  | {
      readonly op: 'cancelled' | 'delivered' | 'returned';
      readonly allocation: number;
      readonly quantity: number;
    }
  | { readonly op: 'written-off'; readonly lot: number; readonly quantity: number };

export const lots = 3;
export const needs = 5;
export const inLot = 1000;
export const askedFor = 400;

const quantity = fc.integer({ min: 1, max: 300 });
const lot = fc.nat({ max: lots - 1 });
const need = fc.nat({ max: needs - 1 });

export const anyOp: fc.Arbitrary<Op> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      op: fc.constant('allocate' as const),
      lines: fc.array(fc.record({ lot, need, quantity }), { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      op: fc.constantFrom('cancelled' as const, 'delivered' as const, 'returned' as const),
      allocation: fc.nat({ max: 999 }),
      quantity,
    }),
  },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('written-off' as const), lot, quantity }) },
);

let worlds = 0;

/** Lots and needs of a world of their own. */
export const newWorld = async (store: Store) => {
  worlds += 1;
  const name = `w${worlds}-${receipt().case.id}`;
  const lotIds = Array.from({ length: lots }, (_, n) => `${name}-lot${n}`);
  const sent = receipt({ case: { form: 'materials' } });
  await store.receive(sent);
  const caseId = sent.case.id;
  const needIds = Array.from({ length: needs }, (_, n) => `${name}-need${n}`);
  const common = { item: 'mask-medical', unit: 'piece' };
  for (const id of lotIds) {
    const row: LotRow = {
      ...common,
      id,
      source: 'higher',
      origin: '',
      spec: '',
      quantity: inLot,
      area: '',
      place: '',
      arrivedOn: '2020-03-20',
      expiresOn: '',
      at,
      actor: 'li',
    };
    await store.addLot(row);
  }
  const rows = needIds.map(
    (id): NeedRow => ({
      ...common,
      id,
      caseId,
      asked: askedFor,
      neededBy: '',
      runsOutOn: '',
      criticalOn: '2020-03-27',
      substitute: 0,
      reopened: 0,
      receivedAt: at,
      state: 'open',
    }),
  );
  await store.keepNeeds({ caseId, head: 1, needs: rows });
  return { name, lotIds, needIds };
};
export type World = Awaited<ReturnType<typeof newWorld>>;

/** Does it; `allocations` are the ids that there are so far, which every client adds to. Gives back whether it was stored. */
export const doing = async (store: Store, world: World, op: Op, allocations: string[]): Promise<boolean> => {
  const { name, lotIds, needIds } = world;
  const by = { at, actor: 'li', appends: [] };
  if (op.op === 'written-off') {
    const lotId = lotIds[op.lot] ?? '';
    return (
      (await store.writeOff({ lotId, quantity: op.quantity, reason: 'damaged', at, actor: 'li' })).tag ===
      'stored'
    );
  }
  if (op.op !== 'allocate') {
    const allocationId = allocations[op.allocation % Math.max(1, allocations.length)] ?? '';
    const acts = [{ kind: op.op, allocationId, quantity: op.quantity }];
    return (await store.settle({ acts, ...by })).tag === 'stored';
  }
  const batch = `${name}-${receipt().case.id}`;
  const lines = op.lines.map((line, index) => ({
    id: `${batch}.${index}`,
    lotId: lotIds[line.lot] ?? '',
    needId: needIds[line.need] ?? '',
    quantity: line.quantity,
  }));
  const { tag } = await store.allocate({ batch, lines, ...by });
  if (tag === 'stored') allocations.push(...lines.map(line => line.id));
  return tag === 'stored';
};
