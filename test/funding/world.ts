import { randomBytes } from 'node:crypto';
import type { Tree } from '../submissions.ts';

let last = 0;
const enterprise = () => ({
  name: `湖畔铸造${++last}厂${randomBytes(4).toString('hex')}`,
  creditCode: '91350100M000100Y43',
  area: 'east',
  line: 'industry',
});

/** A sound need for money, in 万元. */
export const financing = (amount = 300, set: Tree = {}): Tree => ({
  enterprise: enterprise(),
  contact: { name: '王小明', phone: '13800138000' },
  amount,
  purpose: ['wages'],
  kind: 'new',
  passToBanks: true,
  consent: true,
  ...set,
});

/** A sound need for lodging. */
export const lodging = (men = 4, women = 2, set: Tree = {}): Tree => ({
  enterprise: enterprise(),
  contact: { name: '王小明', phone: '13800138000' },
  anyFever: false,
  stay: { kind: 'quarantine', men, women, origin: '云南楚雄', arrival: '2020-03-26', nights: 14 },
  consent: true,
  ...set,
});
