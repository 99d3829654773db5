import {
  type Acted,
  addLot,
  allocate,
  draftId,
  type Hand,
  isDraftId,
  noteUnmet,
  openOf,
  type Settling,
  settle,
  undo,
  type Wanted,
  writeOff,
} from '#src/ledger/acts.ts';
import { catchUp, type Ledger, ordered, specsOf } from '#src/ledger/ledger.ts';
import {
  leftOf,
  lotSource,
  mayServe,
  missing,
  type Source,
  type Suggestion,
  suggest,
} from '#src/ledger/match.ts';
import { type Offer, offersOf, tellOffer } from '#src/ledger/offers.ts';
import { type Placed, share } from '#src/ledger/priority.ts';
import type {
  AllocationRow,
  LossReason,
  Lot,
  LotRow,
  MovementRow,
  NeedCursor,
  NeedLine,
  NeedNarrow,
  NeedsWanted,
  UnmetReason,
} from '#src/ledger/store.ts';
import { type Day, dayOf } from '#src/rules/day.ts';
import { orderOn } from '#src/rules/priority.ts';

/** A need with what is still missing; null where nobody knows how much is needed. */
export type NeedSeen = NeedLine & { readonly missing: number | null };
/** A lot with what is left of it. */
export type LotSeen = Lot & { readonly left: number };
/** An allocation with both of its ends, what is still promised, and what could come back. */
export type AllocationSeen = AllocationRow & {
  readonly need: NeedLine | null;
  readonly lot: Lot | null;
  readonly open: number;
  readonly kept: number;
};

/** A need in its place for a lot: why it stands there, and how much of the lot it would get if all are served in turn. */
export type Turn = Placed<NeedSeen> & { readonly spec: string; readonly share: number };

export type NeedPage = {
  readonly need: NeedSeen;
  readonly spec: string;
  readonly has: Placed<NeedLine>['has'];
  readonly lots: readonly Suggestion<Source & { readonly lot: Lot }>[];
  readonly offers: readonly Suggestion<Offer>[];
  readonly allocations: readonly AllocationSeen[];
};

/** What the desk asks of the ledger; a port of plain data for its pages. */
export type Supplies = ReturnType<typeof openSupplies>;

const seen = (need: NeedLine): NeedSeen => ({ ...need, missing: missing(need) });

/** So many needs are put in order for one lot; lots that are suggested for one need. */
const mostNeeds = 300;
const mostPages = 10;
const mostLots = 200;
const mostTurns = 60;
const mostSuggested = 8;

const linked = async (
  { store }: Ledger,
  rows: readonly AllocationRow[],
): Promise<readonly AllocationSeen[]> =>
  Promise.all(
    rows.map(async row => {
      const [need, lot] = await Promise.all([store.need(row.needId), store.lot(row.lotId)]);
      return { ...row, need, lot, open: openOf(row), kept: row.delivered - row.returned };
    }),
  );

const needPage = async (ledger: Ledger, id: string): Promise<NeedPage | null> => {
  const { store, office } = ledger;
  await catchUp(ledger);
  const need = await store.need(id);
  if (!need) return null;
  const [specs, free, offers, rows] = await Promise.all([
    specsOf(ledger, [need]),
    store.freeLots({ unit: need.unit, limit: mostLots }),
    offersOf(ledger),
    store.allocationsOf({ need: id }),
  ]);
  const spec = specs.get(id) ?? '';
  const [placed] = ordered(ledger, [need]);
  const isOpen = need.state === 'open' && missing(need) !== 0;
  const suggested = <From extends Source>(from: readonly From[], day: Day) =>
    isOpen ? suggest(need, spec, from, day).slice(0, mostSuggested) : [];
  return {
    need: seen(need),
    spec,
    has: placed?.has ?? [],
    // Goods lie on the real clock; whether an offer still holds was asked on the day of the tables.
    lots: suggested(free.map(lotSource), dayOf(office.now())),
    offers: suggested(offers, office.ruleDay()),
    allocations: await linked(ledger, rows),
  };
};

/** Open needs that a lot may serve and somebody may act on, of as many pages as are looked through. */
const served = async (
  { store }: Ledger,
  lot: Lot,
  hand: Hand,
  department: string,
): Promise<readonly NeedSeen[]> => {
  const found: NeedSeen[] = [];
  // Another kind would do for some: those are looked for among all items.
  const query = { which: 'unmet', narrow: { item: '', area: '', department }, limit: 500 } as const;
  let after: NeedCursor | null = null;
  for (let page = 0; page < mostPages && found.length < mostNeeds; page += 1) {
    const { rows, next } = await store.needs({ ...query, after });
    found.push(...rows.filter(need => mayServe(need, lot) && hand.may(need)).map(seen));
    if (next === null) break;
    after = next;
  }
  return found;
};

/** The needs that a lot may serve, in the order of the day, and how far it reaches. */
const turnsOf = async (
  ledger: Ledger,
  lot: Lot,
  hand: Hand,
  department: string,
): Promise<readonly Turn[]> => {
  const placed = ordered(ledger, await served(ledger, lot, hand, department)).slice(0, mostTurns);
  const needs = placed.map(one => one.need);
  const [shares, specs] = [share(needs, leftOf(lot)), await specsOf(ledger, needs)];
  return placed.map(one => ({
    ...one,
    spec: specs.get(one.need.id) ?? '',
    share: shares.get(one.need.id) ?? 0,
  }));
};

const lotPage = async (ledger: Ledger, id: string, before: number) => {
  const { store } = ledger;
  const lot = await store.lot(id);
  if (!lot) return null;
  const limit = 50;
  const [rows, movements] = await Promise.all([
    store.allocationsOf({ lot: id }),
    store.movements({ lotId: id, before, limit: limit + 1 }),
  ]);
  const shown: readonly MovementRow[] = movements.slice(0, limit);
  return {
    lot: { ...lot, left: leftOf(lot) } satisfies LotSeen,
    allocations: await linked(ledger, rows.slice(0, limit)),
    movements: shown,
    next: movements.length > limit ? (shown.at(-1)?.seq ?? 0) : 0,
  };
};

type NeedsAsked = {
  readonly which: NeedsWanted;
  readonly narrow: NeedNarrow;
  readonly after: NeedCursor | null;
  readonly limit: number;
};

/** What pages look at. */
const looking = (ledger: Ledger) => {
  const { store } = ledger;
  return {
    catchUp: () => catchUp(ledger),
    /** Needs, unmet and critical for long on top; `behind` where more cases wait than one page's worth of work. */
    needs: async (query: NeedsAsked) => {
      const isAll = await catchUp(ledger);
      const { rows, next } = await store.needs(query);
      return { rows: rows.map(seen), next, behind: !isAll };
    },
    need: (id: string) => needPage(ledger, id),
    lots: async (query: { readonly item: string; readonly before: string; readonly limit: number }) => {
      const rows = await store.lots({ ...query, limit: query.limit + 1 });
      const shown = rows.slice(0, query.limit).map((lot): LotSeen => ({ ...lot, left: leftOf(lot) }));
      return { rows: shown, next: rows.length > query.limit ? (shown.at(-1)?.id ?? '') : '' };
    },
    lot: (id: string, before: number) => lotPage(ledger, id, before),
    turns: async (lotId: string, hand: Hand, department: string) => {
      await catchUp(ledger);
      const lot = await store.lot(lotId);
      if (!lot) return null;
      const left: LotSeen = { ...lot, left: leftOf(lot) };
      return { lot: left, turns: await turnsOf(ledger, lot, hand, department) };
    },
    batch: async (batch: string) => linked(ledger, await store.allocationsOf({ batch })),
  };
};

/** What pages do. */
const acting = (ledger: Ledger) => ({
  allocate: (wanted: { readonly batch: string; readonly lines: readonly Wanted[] }, hand: Hand) =>
    allocate(ledger, wanted, hand),
  settle: (
    wanted: { readonly kind: Settling; readonly allocationId: string; readonly quantity: number },
    hand: Hand,
  ) => settle(ledger, wanted, hand),
  undo: (batch: string, hand: Hand) => undo(ledger, batch, hand),
  noteUnmet: (wanted: { readonly needId: string; readonly reason: UnmetReason }, hand: Hand) =>
    noteUnmet(ledger, wanted, hand),
  tellOffer: async (
    wanted: { readonly needId: string; readonly offerId: string },
    hand: Hand,
  ): Promise<Acted> => {
    const need = await ledger.store.need(wanted.needId);
    return need
      ? tellOffer(ledger, { need, offerId: wanted.offerId }, hand)
      : { tag: 'unfit', id: wanted.needId };
  },
  addLot: (lot: Omit<LotRow, 'at' | 'actor'>, login: string) => addLot(ledger, lot, login),
  writeOff: (
    loss: { readonly lotId: string; readonly quantity: number; readonly reason: LossReason },
    login: string,
  ) => writeOff(ledger, loss, login),
});

/** The ledger as the pages of the desk take it. */
export const openSupplies = (ledger: Ledger) => ({
  ...looking(ledger),
  ...acting(ledger),
  draftId: () => draftId(ledger),
  isDraftId,
  /** What counts today, the first first. */
  order: () => orderOn(ledger.priority, ledger.office.ruleDay()),
});
