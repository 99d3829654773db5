import { isErased } from '#src/cases/seal.ts';
import type { CaseRow } from '#src/cases/store.ts';
import type { Gift, Handed, Part, Received, Step, StepData } from '#src/donations/gift.ts';
import type { Basis, GoodsRow, Stage } from '#src/donations/store.ts';

/** Where an officer's next step may come from. */
const from: Readonly<Record<Step, readonly Stage[]>> = {
  accepted: ['offered', 'declined'],
  declined: ['offered', 'accepted'],
  received: ['accepted'],
  corrected: ['received', 'allocated'],
  receipt: ['received', 'allocated'],
  named: ['offered', 'accepted', 'received', 'allocated'],
  unnamed: ['offered', 'accepted', 'received', 'allocated'],
  stocked: ['received'],
  handed: ['received'],
};

/** The steps that may be taken from a stage. */
export const stepsFrom = (stage: Stage): readonly Step[] =>
  (Object.keys(from) as readonly Step[]).filter(step => from[step].includes(stage));

/** Why a step is refused, as a code. */
export type Refusal = 'order' | 'ended' | 'nothing' | 'passed-on' | 'too-much' | 'same' | 'note';

type Goods = Pick<GoodsRow, 'line' | 'quantity' | 'stocked' | 'handed'>;

/** What of a line neither went into the stock nor to anybody. */
export const leftOf = ({ quantity, stocked, handed }: Goods): number => quantity - stocked - handed;

const isOver = (goods: readonly GoodsRow[], parts: readonly Part[]): boolean =>
  parts.some(part => {
    const one = goods.find(({ line }) => line === part.line);
    return !one || part.quantity <= 0 || part.quantity > leftOf(one);
  });

/** A correction may not take back what went on already, nor make other goods of it. */
const isGone = ({ row, goods }: Gift, data: Received): boolean =>
  (data.money ?? 0) < row.paid ||
  goods.some(one => {
    const now = data.goods?.find(({ line }) => line === one.line);
    const gone = one.stocked + one.handed;
    return gone > 0 && (!now || now.quantity < gone || now.item !== one.item || now.unit !== one.unit);
  });

const receivedRefusal = (gift: Gift, data: Received, hasNote: boolean): Refusal | null => {
  const isNothing = (data.money ?? 0) === 0 && (data.goods ?? []).length === 0;
  // Nothing at all is a correction too, of what was never there; a first record of nothing is none.
  if (data.step === 'received') return isNothing ? 'nothing' : null;
  if (isGone(gift, data)) return 'passed-on';
  return hasNote ? null : 'note';
};

const handedRefusal = (gift: Gift, { money = 0, goods = [] }: Handed): Refusal | null => {
  if (money === 0 && goods.length === 0) return 'nothing';
  return gift.row.paid + money > gift.row.money || isOver(gift.goods, goods) ? 'too-much' : null;
};

/** Whether a step may be taken now; null where it may. `hasNote`: an officer wrote why, to whom or who took it over. */
export const refusalOf = (row: CaseRow, gift: Gift, data: StepData, hasNote: boolean): Refusal | null => {
  if (isErased(row)) return 'ended';
  if (!from[data.step].includes(gift.row.stage))
    return ['withdrawn', 'merged'].includes(gift.row.stage) ? 'ended' : 'order';
  switch (data.step) {
    case 'declined':
      return hasNote ? null : 'note';
    case 'received':
    case 'corrected':
      return receivedRefusal(gift, data, hasNote);
    case 'named':
      if (row.state === 'withdrawn' || row.mergedInto !== '') return 'ended';
      return gift.row.named === 1 ? 'same' : null;
    case 'unnamed':
      return gift.row.named === 0 ? 'same' : null;
    case 'stocked':
      return data.lots.length === 0 ? 'nothing' : isOver(gift.goods, data.lots) ? 'too-much' : null;
    case 'handed':
      return hasNote ? handedRefusal(gift, data) : 'note';
    default:
      return null;
  }
};

/** Whether a basis goes with a value: what rests on nothing is worth nothing here, what rests on something is worth something. */
export const fitsBasis = (basis: Basis, value: number): boolean => (basis === 'none') === (value === 0);
