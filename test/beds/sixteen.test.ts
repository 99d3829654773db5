import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '#src/store/adapter.ts';
import { postgresServer } from '../store/database.ts';
import { at } from '../store/samples.ts';
import { onFile, onPostgres, type Servers, serverOf } from '../store/servers.ts';
import { misplaced } from './counted.ts';

const capacity = 20;
let worlds = 0;

/** What a client may do. Which stay: a position in those that there are. */
type Op =
  | { readonly op: 'reserve'; readonly site: number; readonly persons: number }
  | { readonly op: 'in' | 'out' | 'cancelled'; readonly stay: number; readonly persons: number };

const persons = fc.integer({ min: 1, max: 6 });
const anyOp: fc.Arbitrary<Op> = fc.oneof(
  fc.record({ op: fc.constant('reserve' as const), site: fc.nat({ max: 1 }), persons }),
  fc.record({
    op: fc.constantFrom('in' as const, 'out' as const, 'cancelled' as const),
    stay: fc.nat({ max: 99 }),
    persons,
  }),
);

const newWorld = async (store: Store) => {
  worlds += 1;
  const sites = [`w${worlds}s0`, `w${worlds}s1`];
  for (const id of sites)
    await store.addSite({
      id,
      name: id,
      kind: 'dormitory',
      area: 'east',
      capacity,
      state: 'open',
      at,
      actor: 'li',
    });
  return { sites, stays: [] as string[], name: `w${worlds}` };
};
type World = Awaited<ReturnType<typeof newWorld>>;

let last = 0;
const doing = async (store: Store, world: World, op: Op): Promise<boolean> => {
  if (op.op === 'reserve') {
    const id = `${world.name}y${++last}`;
    const stay = {
      id,
      siteId: world.sites[op.site] ?? '',
      caseId: '',
      persons: op.persons,
      fromDay: '2020-03-20',
      plannedTo: '',
      at,
      actor: 'li',
    };
    const { tag } = await store.reserveBeds({ stay, at, actor: 'li', appends: [] });
    if (tag === 'stored') world.stays.push(id);
    return tag === 'stored';
  }
  const stayId = world.stays[op.stay % Math.max(1, world.stays.length)] ?? '';
  const stay = await store.stay(stayId);
  if (!stay) return false;
  const open = op.op === 'out' ? stay.arrived - stay.departed : stay.persons - stay.arrived - stay.cancelled;
  const moved = { stayId, kind: op.op, persons: op.persons, day: '2020-03-21', open };
  return (await store.moveBeds({ ...moved, at, actor: 'li', appends: [] })).tag === 'stored';
};

describe.each(postgresServer ? (['SQLite', 'Postgres'] as const) : (['SQLite'] as const))(
  'sixteen clients at once on %s',
  name => {
    let place: Servers;
    beforeAll(async () => {
      place = await (name === 'Postgres' ? onPostgres() : onFile());
    });
    afterAll(() => place.remove());

    test('no bed is given twice, nobody is lost, and every figure is the sum of its movements', async () => {
      const clients = fc.array(fc.array(anyOp, { minLength: 5, maxLength: 12 }), {
        minLength: 16,
        maxLength: 16,
      });
      const whole = fc.asyncProperty(clients, async each => {
        const world = await newWorld(place.stores[0]);
        const done = await Promise.all(
          each.map(async (ops, client) => {
            const store = serverOf(place, client);
            let stored = 0;
            for (const op of ops) if (await doing(store, world, op)) stored += 1;
            return stored;
          }),
        );
        expect(done.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(0);
        expect(await misplaced(place.sql)).toEqual([]);
      });
      await fc.assert(whole, { numRuns: 8 });
    }, 120_000);

    test('sixteen who want the last ten beds, one each: ten get one', async () => {
      const [first] = place.stores;
      const world = await newWorld(first);
      await doing(first, world, { op: 'reserve', site: 0, persons: 10 });
      const got = await Promise.all(
        Array.from({ length: 16 }, (_, client) =>
          doing(serverOf(place, client), world, { op: 'reserve', site: 0, persons: 1 }),
        ),
      );
      expect(got.filter(Boolean)).toHaveLength(10);
      expect(await first.bedSite(world.sites[0] ?? '')).toMatchObject({ reserved: 20, resident: 0 });
    });
  },
);
