import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formOf } from '#src/forms/index.ts';
import { type Cell, maxRows, readSheet, sheetColumns } from '#src/forms/sheet.ts';
import { langs } from '#src/i18n/words.ts';
import { materials, tables, today } from './sent.ts';

const common = { contact: { name: '王小明', phone: '13800138000' }, consent: true };
const headings = (...zh: string[]): Cell[] => zh;
const read = (cells: Cell[][], form = materials) => readSheet(form, cells, common, tables, today);

const columns = headings('企业名称', '所在园区、楼宇或街道', '主要做什么', '物资', '数量', '单位');
const [area, line] = [tables.areas[0]?.name['zh-Hans'] ?? '', '生产制造'];
/** The words of the sheet's list: an area with what it covers. */
const east = (() => {
  const group = materials.fields.enterprise;
  const field = group?.kind === 'group' ? group.fields.area : undefined;
  const all = field?.kind === 'choice' && typeof field.options === 'function' ? field.options(tables) : [];
  return all[0]?.name['zh-Hans'] ?? area;
})();
const row = (name: string, item: Cell, quantity: Cell, unit: Cell): Cell[] => [
  name,
  east,
  line,
  item,
  quantity,
  unit,
];

describe('A sheet of a form with lines', () => {
  it('neighbouring rows of one enterprise are one submission', () => {
    const { entries, problems } = read([
      columns,
      row('甲厂', '医用外科口罩', 5000, '只'),
      row('甲厂', '手套', '200', '双'),
      row('乙厂', '防护服', 30, '套'),
    ]);
    expect(problems).toEqual([]);
    expect(entries.map(entry => entry.rows)).toEqual([[2, 3], [4]]);
    expect(entries[0]?.answers).toMatchObject({
      enterprise: { name: '甲厂', area: 'east', line: 'industry' },
      contact: { name: '王小明' },
      items: [
        { item: 'mask-medical', quantity: 5000, unit: 'piece' },
        { item: 'gloves', quantity: 200, unit: 'pair-gloves' },
      ],
    });
  });

  it('a problem names its own row and column', () => {
    const { entries, problems } = read([
      columns,
      row('甲厂', '医用外科口罩', 5000, '只'),
      row('甲厂', '手套', 0, '双'),
      row('乙厂', '没有这种', 30, '套'),
    ]);
    expect(entries).toEqual([]);
    expect(problems.map(({ row: at, column }) => [at, column?.['zh-Hans']])).toEqual([
      [3, '数量'],
      [4, '物资'],
    ]);
  });

  it('columns may stand in any order, with stars, blanks and columns of one’s own', () => {
    const order = [5, 3, 0, 4, 2, 1];
    const turned = (cells: Cell[]) => [...order.map(at => cells[at] ?? null), '随便写的'];
    const starred = columns.map(name => ` ${String(name)} *`);
    const { entries, problems } = read([turned(starred), turned(row('甲厂', '护目镜', 3, '副'))]);
    expect(problems).toEqual([]);
    expect(entries[0]?.answers).toMatchObject({ items: [{ item: 'goggles', quantity: 3, unit: 'pair' }] });
  });

  it('a column that must be there and is not is named before any row', () => {
    const { problems } = read([columns.slice(0, 3), row('甲厂', '手套', 1, '双')]);
    expect(problems.map(({ row: at, column }) => [at, column?.['zh-Hans']])).toEqual([
      [1, '物资'],
      [1, '单位'],
    ]);
  });

  it('empty rows are passed over and keep their numbers', () => {
    const blank = columns.map(() => null);
    const { entries } = read([columns, blank, row('甲厂', '手套', 1, '双'), blank]);
    expect(entries.map(entry => entry.rows)).toEqual([[3]]);
  });

  it('nothing under the headings, and more than 200 rows, are refused', () => {
    expect(read([columns]).problems).toHaveLength(1);
    const many = Array.from({ length: maxRows + 1 }, (_, n) => row(`厂${n}`, '手套', 1, '双'));
    expect(read([columns, ...many]).problems).toMatchObject([{ row: maxRows + 2 }]);
    expect(read([columns, ...many.slice(1)]).entries).toHaveLength(maxRows);
  });

  it('a day of a spreadsheet is a day', () => {
    const dated = [...columns, '最晚哪天要'];
    const { entries, problems } = read([
      dated,
      [...row('甲厂', '手套', 1, '双'), new Date('2020-03-25T00:00:00Z')],
    ]);
    expect(problems).toEqual([]);
    expect(entries[0]?.answers).toMatchObject({ neededBy: '2020-03-25' });
  });
});

describe('The sheet of every form that has one', () => {
  const forms = ['materials', 'labour', 'daily-return'].flatMap(id => formOf(id) ?? []);

  it.each(forms.map(form => [form.id, form] as const))('%s: no heading twice, in any language', (_, form) => {
    for (const lang of langs) {
      const names = sheetColumns(form).map(column => column.heading[lang]);
      expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    }
  });

  it.each(forms.map(form => [form.id, form] as const))(
    '%s: whatever stands in the cells, every row is answered for',
    (_, form) => {
      const cell = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
      const heads = sheetColumns(form).map(column => column.heading.en);
      const width = heads.length;
      fc.assert(
        fc.property(
          fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 5 }),
          body => {
            const { entries, problems } = read([heads, ...body], form);
            const filled = body.flatMap((cells, at) =>
              cells.some(one => one !== null && String(one).trim()) ? [at + 2] : [],
            );
            const taken = entries.flatMap(entry => entry.rows);
            if (problems.length === 0) expect(taken).toEqual(filled);
            else expect(taken.every(row => filled.includes(row))).toBe(true);
            for (const problem of problems) expect(problem.message['zh-Hans']).not.toBe('');
          },
        ),
        { numRuns: 40 },
      );
    },
  );
});
