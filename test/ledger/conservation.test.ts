import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { postgresServer } from '../store/database.ts';
import { onFile, onPostgres, type Servers, serverOf } from '../store/servers.ts';
import { anyOp, askedFor, doing, inLot, lots, needs, newWorld, type Op } from './clients.ts';
import { unconserved } from './conserved.ts';

/** What the ledger is told here in the plainest way: quantities of lots, needs and allocations. */
const newModel = () => {
  const free = Array.from({ length: lots }, () => inLot);
  const missing = Array.from({ length: needs }, () => askedFor);
  const made: { lot: number; need: number; open: number; given: number }[] = [];
  const total = (list: readonly { quantity: number }[]) => list.reduce((sum, one) => sum + one.quantity, 0);
  const allocate = (list: Extract<Op, { op: 'allocate' }>['lines']): boolean => {
    const fits =
      free.every((left, lot) => total(list.filter(line => line.lot === lot)) <= left) &&
      missing.every((left, need) => total(list.filter(line => line.need === need)) <= left);
    if (!fits) return false;
    for (const { lot, need, quantity } of list) {
      free[lot] = (free[lot] ?? 0) - quantity;
      missing[need] = (missing[need] ?? 0) - quantity;
      made.push({ lot, need, open: quantity, given: 0 });
    }
    return true;
  };
  const settle = (kind: 'cancelled' | 'delivered' | 'returned', at: number, quantity: number): boolean => {
    const one = made[at % Math.max(1, made.length)];
    const room = kind === 'returned' ? one?.given : one?.open;
    if (!one || quantity > (room ?? 0)) return false;
    if (kind === 'returned') one.given -= quantity;
    else one.open -= quantity;
    if (kind === 'delivered') one.given += quantity;
    else {
      free[one.lot] = (free[one.lot] ?? 0) + quantity;
      missing[one.need] = (missing[one.need] ?? 0) + quantity;
    }
    return true;
  };
  const lose = (lot: number, quantity: number): boolean => {
    if (quantity > (free[lot] ?? 0)) return false;
    free[lot] = (free[lot] ?? 0) - quantity;
    return true;
  };
  return {
    free,
    missing,
    does: (op: Op): boolean => {
      if (op.op === 'allocate') return allocate(op.lines);
      return op.op === 'written-off' ? lose(op.lot, op.quantity) : settle(op.op, op.allocation, op.quantity);
    },
  };
};

describe('one after the other', () => {
  let place: Servers;
  beforeAll(async () => {
    place = await onFile();
  });
  afterAll(() => place.remove());

  test('the ledger does and refuses what plain sums do and refuse, and has what they have', async () => {
    const [store] = place.stores;
    const whole = fc.asyncProperty(fc.array(anyOp, { minLength: 5, maxLength: 40 }), async ops => {
      const [world, model, allocations] = [await newWorld(store), newModel(), [] as string[]];
      for (const op of ops)
        expect([op, await doing(store, world, op, allocations)]).toEqual([op, model.does(op)]);
      const there = await Promise.all(world.lotIds.map(id => store.lot(id)));
      expect(there.map(lot => lot && lot.quantity - lot.committed - lot.delivered - lot.lost)).toEqual(
        model.free,
      );
      const asked = await Promise.all(world.needIds.map(id => store.need(id)));
      expect(asked.map(need => need && (need.asked ?? 0) - need.committed - need.delivered)).toEqual(
        model.missing,
      );
      expect(await unconserved(place.sql)).toEqual([]);
    });
    await fc.assert(whole, { numRuns: 30 });
  }, 120_000);
});

describe(`sixteen clients at once on ${postgresServer ? 'Postgres' : 'SQLite'}`, () => {
  let place: Servers;
  beforeAll(async () => {
    place = await (postgresServer ? onPostgres() : onFile());
  });
  afterAll(() => place.remove());

  test('random allocations, cancellations, deliveries and returns never over-commit and lose no unit', async () => {
    const clients = fc.array(fc.array(anyOp, { minLength: 5, maxLength: 15 }), {
      minLength: 16,
      maxLength: 16,
    });
    const whole = fc.asyncProperty(clients, async each => {
      const [world, allocations] = [await newWorld(place.stores[0]), [] as string[]];
      const work = async (ops: readonly Op[], client: number): Promise<number> => {
        const store = serverOf(place, client);
        let stored = 0;
        for (const op of ops) if (await doing(store, world, op, allocations)) stored += 1;
        return stored;
      };
      const stored = await Promise.all(each.map(work));
      expect(stored.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(0);
      expect(await unconserved(place.sql)).toEqual([]);
    });
    await fc.assert(whole, { numRuns: 8 });
  }, 120_000);
});
