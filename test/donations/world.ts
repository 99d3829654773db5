import { randomBytes } from 'node:crypto';
import type { Tree } from '../submissions.ts';

let last = 0;

/** A donor whose name no other of this process has. */
export const donor = (set: Tree = {}): Tree => ({
  name: `湖畔爱心${++last}厂${randomBytes(4).toString('hex')}`,
  creditCode: '',
  area: 'east',
  line: 'industry',
  ...set,
});

/** A sound offer of money, in yuan. */
export const moneyGift = (amount = 100_000, set: Tree = {}): Tree => ({
  enterprise: donor(),
  contact: { name: '王小明', phone: '13800138000' },
  kind: 'money',
  amount,
  aim: 'open',
  receipt: false,
  consent: true,
  ...set,
});

/** A sound offer of goods. */
export const goodsGift = (
  goods: readonly Tree[] = [{ item: 'protective-suit', quantity: 10_000, unit: 'set', value: 180_000 }],
  set: Tree = {},
): Tree => ({ ...moneyGift(), kind: 'goods', amount: null, goods, ...set });
