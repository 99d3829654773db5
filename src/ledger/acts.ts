import { type Plan, prepare } from '#src/cases/act.ts';
import { newId } from '#src/cases/random.ts';
import type { Append } from '#src/cases/store.ts';
import type { Goods } from '#src/forms/goods.ts';
import type { Ledger } from '#src/ledger/ledger.ts';
import { mayServe, missing } from '#src/ledger/match.ts';
import type {
  AllocationRow,
  LedgerResult,
  LossReason,
  Lot,
  LotRow,
  NeedLine,
  UnmetReason,
} from '#src/ledger/store.ts';
import { dayOf } from '#src/rules/day.ts';

export type Acted =
  | { readonly tag: 'done' }
  /** The same was confirmed before. */
  | { readonly tag: 'again' }
  /** More than there is, than is still needed, or than is open. */
  | { readonly tag: 'short'; readonly id: string }
  /** The goods are not what was asked for, or have expired; or the line, the lot or the allocation is not there, or not theirs. */
  | { readonly tag: 'unfit'; readonly id: string }
  /** The cases moved on faster than they could be written to. */
  | { readonly tag: 'busy' };

/** Who does it, and whether a need is theirs to act on. */
export type Hand = { readonly login: string; readonly may: (need: NeedLine) => boolean };

/** So often a case that moved on meanwhile is read anew. */
const tries = 8;

/** The events of cases as they stand now. An erased case gets none: nobody can read it there. */
const appendsOf = async (
  { office }: Ledger,
  plans: ReadonlyMap<string, Plan>,
  login: string,
  at: Date,
): Promise<readonly Append[]> => {
  const appends: Append[] = [];
  for (const [caseId, plan] of plans) {
    const row = await office.store.caseById(caseId);
    const prepared = row && prepare(office, row, login, at, plan);
    if (prepared) appends.push(prepared.command);
  }
  return appends;
};

/** Does something together with its events; where a case moved on meanwhile, on the case as it then stands. */
const withEvents = async (
  ledger: Ledger,
  plans: ReadonlyMap<string, Plan>,
  login: string,
  send: (appends: readonly Append[], at: string) => Promise<LedgerResult>,
): Promise<Acted> => {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const at = ledger.office.now();
    const result = await send(await appendsOf(ledger, plans, login, at), at.toISOString());
    if (result.tag === 'stored') return { tag: 'done' };
    if (result.tag !== 'stale') return result;
  }
  return { tag: 'busy' };
};

type Given = { readonly need: NeedLine; readonly goods: Goods };

/** One event a case, of all that it concerns; the same goods are one sum. */
const plansOf = (kind: Plan['kind'], given: readonly Given[]): ReadonlyMap<string, Plan> => {
  const cases = new Map<string, Map<string, Goods>>();
  for (const { need, goods } of given) {
    const sums = cases.get(need.caseId) ?? new Map<string, Goods>();
    const key = `${goods.item} ${goods.unit}`;
    sums.set(key, { ...goods, quantity: goods.quantity + (sums.get(key)?.quantity ?? 0) });
    cases.set(need.caseId, sums);
  }
  return new Map([...cases].map(([caseId, sums]) => [caseId, { kind, data: { goods: [...sums.values()] } }]));
};

export type Wanted = { readonly needId: string; readonly lotId: string; readonly quantity: number };

/** A line of what is to be allocated with its need and lot; or which of them will not do. */
const fitted = async (
  { office, store }: Ledger,
  hand: Hand,
  wanted: Wanted,
): Promise<(Given & { readonly lot: Lot; readonly wanted: Wanted }) | string> => {
  const [need, lot] = await Promise.all([store.need(wanted.needId), store.lot(wanted.lotId)]);
  if (!need || !hand.may(need)) return wanted.needId;
  const isOver = lot !== null && lot.expiresOn !== '' && lot.expiresOn < dayOf(office.now());
  if (!lot || isOver || !mayServe(need, lot)) return wanted.lotId;
  return { need, lot, wanted, goods: { item: lot.item, unit: lot.unit, quantity: wanted.quantity } };
};

/**
 * Promises goods to needs: all of it in one transaction with an event on every case, or nothing. Never more than a lot has or a need
 * misses. `batch` is of the page that was confirmed: sent twice it counts once.
 */
export const allocate = async (
  ledger: Ledger,
  { batch, lines }: { readonly batch: string; readonly lines: readonly Wanted[] },
  hand: Hand,
): Promise<Acted> => {
  const found = await Promise.all(lines.map(line => fitted(ledger, hand, line)));
  const unfit = found.find(one => typeof one === 'string');
  if (unfit !== undefined) return { tag: 'unfit', id: unfit };
  const given = found.filter(one => typeof one !== 'string');
  const rows = given.map(({ wanted }, index) => ({
    id: `${batch}.${String(index).padStart(3, '0')}`,
    ...wanted,
  }));
  return withEvents(ledger, plansOf('arranged', given), hand.login, (appends, at) =>
    ledger.store.allocate({ batch, lines: rows, at, actor: hand.login, appends }),
  );
};

export type Settling = 'cancelled' | 'delivered' | 'returned';
const events = { cancelled: 'unarranged', delivered: 'handed-over', returned: 'taken-back' } as const;

/** What of an allocation is still promised. */
export const openOf = ({ quantity, delivered, cancelled }: AllocationRow): number =>
  quantity - delivered - cancelled;

const settleAll = async (
  ledger: Ledger,
  kind: Settling,
  list: readonly { readonly allocation: AllocationRow; readonly quantity: number }[],
  hand: Hand,
): Promise<Acted> => {
  const given: Given[] = [];
  for (const { allocation, quantity } of list) {
    const [need, lot] = await Promise.all([
      ledger.store.need(allocation.needId),
      ledger.store.lot(allocation.lotId),
    ]);
    if (!need || !lot || !hand.may(need)) return { tag: 'unfit', id: allocation.id };
    given.push({ need, goods: { item: lot.item, unit: lot.unit, quantity } });
  }
  const acts = list.map(({ allocation, quantity }) => ({ kind, allocationId: allocation.id, quantity }));
  return withEvents(ledger, plansOf(events[kind], given), hand.login, (appends, at) =>
    ledger.store.settle({ acts, at, actor: hand.login, appends }),
  );
};

/** Cancels what is promised, hands it over, or takes back what was handed over: so much of one allocation. */
export const settle = async (
  ledger: Ledger,
  {
    kind,
    allocationId,
    quantity,
  }: { readonly kind: Settling; readonly allocationId: string; readonly quantity: number },
  hand: Hand,
): Promise<Acted> => {
  const allocation = await ledger.store.allocation(allocationId);
  return allocation
    ? settleAll(ledger, kind, [{ allocation, quantity }], hand)
    : { tag: 'unfit', id: allocationId };
};

/** Cancels everything that was confirmed together and is not handed over yet. */
export const undo = async (ledger: Ledger, batch: string, hand: Hand): Promise<Acted> => {
  const allocations = await ledger.store.allocationsOf({ batch });
  const list = allocations
    .map(allocation => ({ allocation, quantity: openOf(allocation) }))
    .filter(({ quantity }) => quantity > 0);
  return list.length === 0 ? { tag: 'again' } : settleAll(ledger, 'cancelled', list, hand);
};

/** Notes why a need stays unmet, and tells its enterprise. */
export const noteUnmet = async (
  ledger: Ledger,
  { needId, reason }: { readonly needId: string; readonly reason: UnmetReason },
  hand: Hand,
): Promise<Acted> => {
  const need = await ledger.store.need(needId);
  if (!need || !hand.may(need)) return { tag: 'unfit', id: needId };
  const goods = [{ item: need.item, unit: need.unit, quantity: missing(need) ?? 0 }];
  const plans = new Map<string, Plan>([[need.caseId, { kind: 'unmet', data: { goods, why: reason } }]]);
  return withEvents(ledger, plans, hand.login, (appends, at) =>
    ledger.store.noteUnmet({ needId, reason, at, appends }),
  );
};

/** Books a lot. `id` is of the page that was sent: sent twice it counts once. */
export const addLot = async (
  { office, store }: Ledger,
  lot: Omit<LotRow, 'at' | 'actor'>,
  login: string,
): Promise<Acted> => {
  const added = await store.addLot({ ...lot, at: office.now().toISOString(), actor: login });
  return { tag: added ? 'done' : 'again' };
};

/** Writes goods off that are free: expired, broken, miscounted, recalled. */
export const writeOff = async (
  { office, store }: Ledger,
  loss: { readonly lotId: string; readonly quantity: number; readonly reason: LossReason },
  login: string,
): Promise<Acted> => {
  const result = await store.writeOff({ ...loss, at: office.now().toISOString(), actor: login });
  if (result.tag === 'stored') return { tag: 'done' };
  return result.tag === 'stale' ? { tag: 'busy' } : result;
};

/** An id for a page that will be sent: of a batch, or of a lot. */
export const draftId = ({ office }: Ledger): string => newId(office.now());

/** Whether a text may be the id of a page that was sent. */
export const isDraftId = (text: string): boolean => /^[0-9a-z]{9}[0-9a-f]{20}$/.test(text);
