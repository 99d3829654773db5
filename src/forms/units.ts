import { type Lang, w } from '#src/i18n/words.ts';
import { containers, contentsOf, toBase } from '#src/rules/units.ts';
import { type Item, type Problem, pointer, type Tables } from './field.ts';

/** What one container holds, beside `unit`: asked only of units that say nothing without it. */
export const each = {
  kind: 'number',
  when: { field: 'unit', is: containers },
  label: w('每箱（盒、桶）多少', 'How much in each'),
  help: w('口罩写多少只，酒精、84写多少升', 'Masks in pieces, alcohol and disinfectant in litres'),
  max: 100_000,
  decimals: 2,
} as const;

type Line = { readonly item: string; readonly unit: string; readonly each: number | null };

/** The unit does not count this item: the units that do. */
const otherUnit = (item: Item, path: string, tables: Tables): Problem => {
  const units = tables.units.filter(unit => item.units.includes(unit.code));
  const list = (lang: Lang) => units.map(unit => unit.name[lang]).join(lang === 'en' ? ', ' : '、');
  return {
    pointer: pointer(`${path}.unit`),
    message: w(
      `${item.name['zh-Hans']}按${list('zh-Hans')}计，请改单位`,
      `${item.name.en}: the units are ${list('en')}; change the unit`,
    ),
  };
};

/** A container of which nobody says what it holds cannot be added up. */
const noContents = (item: Item, unit: string, path: string, tables: Tables): Problem => {
  const named = (code: string, lang: Lang) => tables.units.find(one => one.code === code)?.name[lang] ?? code;
  const held = contentsOf(item, unit).unit;
  const zh = named(unit, 'zh-Hans');
  return {
    pointer: pointer(`${path}.each`),
    message: w(
      `按${zh}计的，请写每${zh}多少${named(held, 'zh-Hans')}`,
      `Counted in ${named(unit, 'en')}: write how many ${named(held, 'en')} each holds`,
    ),
  };
};

/** What is wrong with the unit of a line at a path such as `goods.0`: not one of the item's, or a container of unknown size. */
export const unitProblems = (line: Line, path: string, tables: Tables): readonly Problem[] => {
  const item = tables.items.find(one => one.code === line.item);
  if (!item) return [];
  if (!item.units.includes(line.unit)) return [otherUnit(item, path, tables)];
  const base = toBase(tables.units, item, { quantity: 1, unit: line.unit }, line.each);
  return base === null ? [noContents(item, line.unit, path, tables)] : [];
};
