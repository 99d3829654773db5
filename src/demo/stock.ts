import type { Acted, Hand } from '#src/ledger/acts.ts';
import type { Supplies } from '#src/ledger/desk.ts';
import type { NeedLine, Source } from '#src/ledger/store.ts';
import { addDays } from '#src/rules/day.ts';
import type { Chance } from './chance.ts';
import { daysOf } from './days.ts';
import type { World } from './life.ts';
import { roundly } from './lore-goods.ts';

/** A promise that is to be handed over. */
type Open = { readonly id: string; readonly lotId: string; readonly quantity: number };

type Stock = {
  readonly world: World;
  readonly supplies: Supplies;
  /** Sets the clock of the ledger. */ readonly set: (at: number) => void;
  readonly chance: Chance;
};

const sources: readonly (readonly [Source, number])[] = [
  ['bought', 55],
  ['higher', 28],
  ['donated', 17],
];
const places: readonly string[] = ['政务服务中心库房', '东区仓库', '西区仓库'];

/** What was refused is a fault of the story. */
const done = (world: World, what: string, acted: Acted): void => {
  if (acted.tag !== 'done') throw new Error(`演示数据：台账办不了${what}：${JSON.stringify(acted)}`);
  world.did(`ledger-${what}`);
};

/** Everything open that somebody misses, oldest first. */
const unmetIn = async (supplies: Supplies): Promise<readonly NeedLine[]> => {
  const narrow = { item: '', area: '', department: '' };
  const found: NeedLine[] = [];
  for (let after: Parameters<Supplies['needs']>[0]['after'] = null; ; ) {
    const page = await supplies.needs({ which: 'unmet', narrow, after, limit: 500 });
    found.push(...page.rows);
    after = page.next;
    if (after === null) break;
  }
  return found.sort((a, b) => a.receivedAt.localeCompare(b.receivedAt) || a.item.localeCompare(b.item));
};

/** What comes in on a day: a part of what is missed, of the goods that are missed most; never enough. */
const arrivals = (unmet: readonly NeedLine[], chance: Chance) => {
  const sums = new Map<string, { item: string; unit: string; missing: number }>();
  for (const { item, unit, asked, committed, delivered } of unmet) {
    const key = `${item} ${unit}`;
    const before = sums.get(key)?.missing ?? 0;
    sums.set(key, { item, unit, missing: before + Math.max(0, (asked ?? 0) - committed - delivered) });
  }
  const wanted = [...sums.values()].filter(one => one.missing > 0).sort((a, b) => b.missing - a.missing);
  return chance.some(wanted, chance.whole(1, 4)).map(one => ({
    ...one,
    quantity: roundly(Math.max(1, one.missing * (chance.is(0.15) ? 1.6 : 0.25 + 0.5 * chance.unit()))),
  }));
};

const booked = async (
  { world, supplies, chance }: Stock,
  one: { readonly item: string; readonly unit: string; readonly quantity: number },
  day: string,
  login: string,
): Promise<string> => {
  const id = supplies.draftId();
  const { item, unit, quantity } = one;
  const spec = item.startsWith('mask') ? '独立包装，每盒50只' : '原厂包装';
  const lot = {
    id,
    item,
    unit,
    quantity,
    spec,
    source: chance.weighed(sources),
    origin: '',
    area: '',
    place: chance.pick(places),
    arrivedOn: day,
    expiresOn: chance.is(0.7) ? addDays(day, chance.whole(120, 700)) : '',
  };
  done(world, '入库', await supplies.addLot(lot, login));
  return id;
};

/** Promises a lot to those whose turn it is. */
const shared = async ({ world, supplies }: Stock, lotId: string, hand: Hand): Promise<readonly Open[]> => {
  const found = await supplies.turns(lotId, hand, '');
  const lines = (found?.turns ?? [])
    .filter(turn => turn.share > 0)
    .slice(0, 40)
    .map(({ need, share }) => ({ needId: need.id, lotId, quantity: share }));
  if (lines.length === 0) return [];
  const batch = supplies.draftId();
  done(world, '调配', await supplies.allocate({ batch, lines }, hand));
  return (await supplies.batch(batch)).map(({ id, quantity }) => ({ id, lotId, quantity }));
};

/** Handed over on the next day; a little is cancelled, taken back, or not fetched yet. */
const handedOver = async (
  { world, supplies, chance }: Stock,
  open: readonly Open[],
  hand: Hand,
): Promise<readonly Open[]> => {
  const turns = open.map(one => {
    const turn = chance.weighed([
      ['delivered', 82],
      ['wait', 14],
      ['cancelled', 4],
    ] as const);
    return { ...one, turn, isReturned: chance.is(0.02) };
  });
  await Promise.all(
    turns.map(async ({ id: allocationId, quantity, turn, isReturned }) => {
      if (turn === 'wait') return;
      const settled = await supplies.settle({ kind: turn, allocationId, quantity }, hand);
      done(world, turn === 'cancelled' ? '取消' : '发放', settled);
      const back = Math.floor(quantity / 10);
      if (turn === 'cancelled' || back === 0 || !isReturned) return;
      done(world, '退回', await supplies.settle({ kind: 'returned', allocationId, quantity: back }, hand));
    }),
  );
  return turns.filter(one => one.turn === 'wait');
};

const dayOfWork = async (stock: Stock, day: string, open: readonly Open[]): Promise<readonly Open[]> => {
  const { world, supplies, chance } = stock;
  const unmet = await unmetIn(supplies);
  const handler = unmet[0]?.handler;
  if (handler === undefined) return open;
  const { login } = world.crew.officer(handler, chance.whole(0, 9));
  const hand: Hand = { login, may: need => need.handler === handler };
  const waiting = [...(await handedOver(stock, open, { ...hand, may: () => true }))];
  for (const one of arrivals(unmet, chance)) {
    const lotId = await booked(stock, one, day, login);
    waiting.push(...(await shared(stock, lotId, hand)));
    if (chance.is(0.08)) {
      const lot = await supplies.lot(lotId, Number.MAX_SAFE_INTEGER);
      const quantity = Math.min(lot?.lot.left ?? 0, Math.ceil(one.quantity / 50));
      if (quantity > 0)
        done(world, '报损', await supplies.writeOff({ lotId, quantity, reason: 'damaged' }, login));
    }
  }
  const old = unmet.filter(need => need.reason === '' && hand.may(need)).slice(0, 60);
  for (const need of chance.some(old, 2))
    done(
      world,
      '未满足',
      await supplies.noteUnmet(
        { needId: need.id, reason: chance.pick(['no-stock', 'no-source', 'spec']) },
        hand,
      ),
    );
  return waiting;
};

/** The storehouse: on every office day goods come in and are handed out, those whose turn it is first. */
export const stockOf = (stock: Stock) => async (): Promise<void> => {
  const { world, set, chance } = stock;
  let open: readonly Open[] = [];
  for await (const { day, index } of daysOf({ world, set, time: '10:40', days: 'office' }))
    open = await dayOfWork({ ...stock, chance: chance.of(index) }, day, open);
};
