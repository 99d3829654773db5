import { prepare } from '#src/cases/act.ts';
import { newId } from '#src/cases/random.ts';
import { type Donations, giftHead, type Hand, type StepResult } from '#src/donations/donations.ts';
import { donationForm, giftOf } from '#src/donations/gift.ts';
import { leftOf, refusalOf } from '#src/donations/steps.ts';
import type { GoodsRow } from '#src/donations/store.ts';
import type { LotRow } from '#src/ledger/store.ts';

/** Where one line of goods goes in the stock, and what is written on it. */
export type Shelved = {
  readonly line: number;
  readonly spec: string;
  /** '' where it does not expire. */ readonly expiresOn: string;
};
export type Storehouse = { readonly area: string; readonly place: string };

/** So often a case that moved on meanwhile is read anew. */
const tries = 8;

const lotOf = (
  goods: GoodsRow,
  { spec, expiresOn }: Shelved,
  at: Date,
  more: Storehouse & Pick<LotRow, 'origin' | 'arrivedOn' | 'actor'>,
): LotRow => ({
  id: newId(at),
  source: 'donated',
  item: goods.item,
  unit: goods.unit,
  spec,
  quantity: leftOf(goods),
  expiresOn,
  at: at.toISOString(),
  ...more,
});

/**
 * Puts received goods into the stock of the ledger: a lot for each line that is named, of all that is left of it, with an event on the case
 * that names the lots. All of it in one transaction, or nothing; what is in the stock already is not there to be put in once more.
 */
export const putInStock = async (
  { office, store }: Donations,
  number: string,
  { shelved, to }: { readonly shelved: readonly Shelved[]; readonly to: Storehouse },
  hand: Hand,
): Promise<StepResult> => {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const row = await office.store.caseByNumber(number);
    if (row?.form !== donationForm) return { tag: 'refused', why: 'ended' };
    const events = await office.store.events(row.id);
    if (giftHead(events) !== hand.at) return { tag: 'stale' };
    const at = office.now();
    const gift = giftOf(row, events);
    const more = { ...to, origin: number, arrivedOn: gift.row.receivedOn, actor: hand.login };
    const pairs = shelved.flatMap(one => {
      const goods = gift.goods.find(({ line }) => line === one.line);
      return goods && leftOf(goods) > 0 ? [{ line: one.line, lot: lotOf(goods, one, at, more) }] : [];
    });
    const lots = pairs.map(({ line, lot }) => ({ line, lot: lot.id, quantity: lot.quantity }));
    const data = { step: 'stocked', lots } as const;
    const why = pairs.length < shelved.length ? 'too-much' : refusalOf(row, gift, data, true);
    const prepared = why === null ? prepare(office, row, hand.login, at, { kind: 'donation', data }) : null;
    if (!prepared) return { tag: 'refused', why: why ?? 'ended' };
    const result = await store.bookLots({ lots: pairs.map(({ lot }) => lot), appends: [prepared.command] });
    if (result.tag === 'stored') return { tag: 'done' };
  }
  return { tag: 'stale' };
};
