import {
  type Answers,
  type AnyForm,
  type Field,
  type Fields,
  isAsked,
  isOffered,
  type Leaf,
  options,
  type Tables,
} from '#src/forms/field.ts';
import { type Raw, read } from '#src/forms/read.ts';
import { addDays, type Day } from '#src/rules/day.ts';
import type { Chance } from './chance.ts';
import type { Firm } from './firms.ts';

/** Who fills a form in, on which day, by which chance. */
export type Filling = {
  readonly firm: Firm;
  readonly day: Day;
  readonly tables: Tables;
  readonly chance: Chance;
};

/** What a form's answers should be where chance alone would not be believed; what is absent is filled by its kind. */
export type Lore = (filling: Filling) => Raw;

const numberFor = ({ max, orZero }: Extract<Leaf, { kind: 'number' }>, chance: Chance): number => {
  const found = Math.min(max, Math.round(chance.spread(20, 1)));
  return orZero ? found : Math.max(1, found);
};

const dayFor = ({ past }: Extract<Leaf, { kind: 'day' }>, { day, chance }: Filling): Day =>
  addDays(day, past ? -chance.whole(0, 6) : chance.whole(2, 14));

/** What is typed into a field by its kind alone. */
const leafFor = (field: Leaf, filling: Filling): unknown => {
  const { chance, firm, tables } = filling;
  switch (field.kind) {
    case 'text':
      return [...`${field.label['zh-Hans']}：见面细说`].slice(0, field.max).join('');
    case 'phone':
      return firm.contact.phone;
    case 'credit-code':
      return firm.creditCode;
    case 'number':
      return numberFor(field, chance);
    case 'day':
      return dayFor(field, filling);
    case 'choice':
      return chance.pick(options(field, tables)).code;
    case 'choices':
      return chance.some(options(field, tables), chance.whole(1, 2)).map(({ code }) => code);
    case 'yes-no':
      return chance.is(0.6);
    case 'consent':
      return true;
    case 'permission':
      return chance.is(0.7);
    case 'files':
      return [];
    case 'place':
      // Which times are free is not a form's to say: an officer offers one.
      return '';
  }
};

/** Free text that nobody must write stays empty: chance has nothing to say. */
const isFilled = (field: Leaf, chance: Chance): boolean => {
  if (field.required || field.kind === 'consent') return true;
  if (field.kind === 'text') return false;
  return chance.is(field.folded ? 0.3 : 0.75);
};

const valueFor = (field: Field, given: unknown, filling: Filling): unknown => {
  const { chance } = filling;
  if (field.kind === 'group') return levelFor(field.fields, (given ?? {}) as Raw, filling);
  if (field.kind === 'lines') {
    const lines = (given ?? Array.from({ length: chance.whole(1, 3) }, () => ({}))) as readonly Raw[];
    return lines.map(line => levelFor(field.fields, line, filling));
  }
  return isFilled(field, chance) ? leafFor(field, filling) : undefined;
};

const isWhole = (value: unknown): boolean => typeof value !== 'object' || value === null;

/** The fields of one level, in their order, so that what hangs on a neighbour is asked of what was chosen. */
const levelFor = (fields: Fields, given: Raw, filling: Filling): Raw => {
  const level: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const own = given[name];
    const isLeaf = field.kind !== 'group' && field.kind !== 'lines';
    if (Object.hasOwn(given, name) && (isLeaf || isWhole(own))) {
      level[name] = own;
      continue;
    }
    if (!isAsked(field, level) || !isOffered(field, fields, filling.tables)) continue;
    level[name] = valueFor(field, own, filling);
  }
  return level;
};

const sharedFor = ({ firm, chance }: Filling): Raw => ({
  enterprise: {
    name: firm.name,
    creditCode: firm.creditCode,
    area: firm.area,
    line: firm.line,
    soleTrader: firm.soleTrader ? true : undefined,
  },
  contact: {
    ...firm.contact,
    role: chance.is(0.5) ? firm.contact.role : undefined,
    tell: undefined,
    email: undefined,
  },
});

/** A form that asks for more than its fields say is met sooner or later by another throw. */
const throws = 40;

/** Answers that the form's own reader takes. Throws where it takes none of many. */
export const fill = (form: AnyForm, lore: Lore | undefined, filling: Filling): Answers => {
  let refused = '';
  for (let turn = 0; turn < throws; turn += 1) {
    const again = { ...filling, chance: filling.chance.of(turn) };
    const raw = levelFor(form.fields, { ...sharedFor(again), ...lore?.(again) }, again);
    const reading = read(form, raw, filling.tables, filling.day);
    if (reading.tag === 'read') return reading.answers;
    refused = reading.problems.map(({ pointer, message }) => `${pointer} ${message['zh-Hans']}`).join('；');
  }
  throw new Error(`演示数据填不好表单 ${form.id}：${refused}`);
};
