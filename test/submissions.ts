import { randomBytes } from 'node:crypto';

/** A submission as JSON: a tree of names and values. */
export type Tree = { [name: string]: unknown };

let last = 0;
/** A name that no other submission of this process has. */
const uniqueName = (): string => `湖畔精密机械${++last}厂${randomBytes(4).toString('hex')}`;

const enterprise = (name: string) => ({
  name,
  creditCode: '91350100M000100Y43',
  area: 'east',
  line: 'industry',
});

/** A sound need for supplies of an enterprise of its own. */
export const materials = (set: Tree = {}): Tree => ({
  enterprise: enterprise(uniqueName()),
  contact: { name: '王小明', phone: '13800138000' },
  items: [{ item: 'mask-medical', quantity: 5000, unit: 'piece', neededBy: '2030-03-25' }],
  consent: true,
  ...set,
});

/** A sound question of an enterprise of its own. */
export const consultation = (set: Tree = {}): Tree => ({
  topic: 'law',
  question: '合同到期交不了货，要不要赔？',
  enterprise: enterprise(uniqueName()),
  contact: { name: '王小明', phone: '13800138000' },
  consent: true,
  ...set,
});

/** The same as a browser posts it: `items.0.unit`, everything as text. */
export const pairsOf = (tree: unknown, before = ''): [string, string][] =>
  typeof tree === 'object' && tree !== null
    ? Object.entries(tree).flatMap(([name, value]) => pairsOf(value, before ? `${before}.${name}` : name))
    : [[before, tree === null || tree === undefined ? '' : String(tree)]];

/** An Idempotency-Key of 160 random bits. */
export const newKey = (): string => randomBytes(20).toString('hex');
