import { join } from 'node:path';
import type { Answers, AnyForm, Field, Fields, Problem, Tables } from '#src/forms/field.ts';
import { formOf } from '#src/forms/index.ts';
import { read } from '#src/forms/read.ts';
import { tablesOf } from '#src/zone/tables.ts';
import { readZone } from '#src/zone/zone.ts';

/** What enterprises send, for the tests of forms and views; the zone's own tables, with every way of being told. */
export const tables: Tables = {
  ...tablesOf(readZone(join(import.meta.dirname, '../..'))),
  tell: ['sms', 'mail'],
};
export const today = '2020-03-20';

const known = (id: string): AnyForm => {
  const form = formOf(id);
  if (!form) throw new Error(`no form ${id}`);
  return form;
};
export const materials = known('materials');
export const consultation = known('consultation');

const enterprise = {
  name: '示范口罩厂',
  creditCode: '91350100M000100Y43',
  area: 'east',
  line: 'industry',
};
const contact = { name: '王小明', phone: '13800138000' };

export const materialsSent = {
  enterprise,
  contact,
  reopened: true,
  onSite: 80,
  items: [
    {
      item: 'mask-medical',
      spec: '',
      quantity: 5000,
      unit: 'piece',
      each: null,
      stock: 2000,
      dailyUse: 600,
      neededBy: '2020-03-25',
    },
  ],
  neededBy: '2020-03-25',
  selfPay: true,
  substitute: true,
  delivery: 'pickup',
  note: '',
  consent: true,
};

export const materialsLeast = {
  enterprise: { name: '示范口罩厂', area: 'east', line: 'industry' },
  contact: { name: '王小明', phone: '13800138000' },
  items: [{ item: 'mask-medical', unit: 'piece' }],
  consent: true,
};

export const consultationSent = {
  topic: 'law',
  question: '合同到期交不了货，要不要赔？',
  asked: '',
  enterprise,
  contact,
  channel: 'phone',
  when: '',
  consent: true,
};

type Tree = Record<string, unknown>;

/** A copy with another value at a path such as `items.0.unit`; `undefined` takes the field away. */
export const changed = (sent: object, path: string, value: unknown): Tree => {
  const copy = structuredClone(sent) as Tree;
  const names = path.split('.');
  const last = names.pop() ?? '';
  let at = copy;
  for (const name of names) {
    at[name] ??= {};
    at = at[name] as Tree;
  }
  if (value === undefined) delete at[last];
  // As JSON.parse would: `__proto__` is a name like any other.
  else Object.defineProperty(at, last, { value, enumerable: true, configurable: true, writable: true });
  return copy;
};

/** The answers a submission is read into; throws with what was refused. */
export const answersOf = (form: AnyForm, sent: unknown): Answers => {
  const reading = read(form, sent, tables, today);
  if (reading.tag === 'refused') throw new Error(JSON.stringify(reading.problems));
  return reading.answers;
};

/** What a submission is refused for; empty when it is read. */
export const problemsOf = (form: AnyForm, sent: unknown): readonly Problem[] => {
  const reading = read(form, sent, tables, today);
  return reading.tag === 'refused' ? reading.problems : [];
};

/** Every leaf of a form with its path, `items.quantity` for a field of a line. */
export const leavesOf = (
  fields: Fields,
  before = '',
): { path: string; field: Exclude<Field, { kind: 'group' | 'lines' }> }[] =>
  Object.entries(fields).flatMap(([name, field]) =>
    field.kind === 'group' || field.kind === 'lines'
      ? leavesOf(field.fields, `${before}${name}.`)
      : [{ path: before + name, field }],
  );
