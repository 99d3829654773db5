import { describe, expect, test } from 'vitest';
import { dayIn, isFormula, rowsIn, type SheetShape } from '#src/rules/sheet.ts';

const words = (zh: string, en: string) => ({ 'zh-Hans': zh, en });
const shape: SheetShape<'name' | 'day'> = {
  columns: { name: words('名称', 'Name'), day: words('日期', 'Day of it') },
  required: ['name'],
  most: 3,
  noRows: words('没有', 'None'),
  tooManyRows: words('太多', 'Too many'),
};

describe('rows of a sheet', () => {
  test('by headings in any order and language, with stars and blanks; empty rows are left out and keep the count', () => {
    const cells = [
      [' DAY of it ', null, '名 称*'],
      [new Date('2020-03-20T00:00:00.000Z'), 'x', ' 甲 '],
      [null, null, null],
      [null, 'x', 12.5],
      [new Date(Number.NaN), null, true],
    ];
    expect(rowsIn(shape, cells)).toEqual({
      rows: [
        { row: 2, name: '甲', day: '2020-03-20' },
        { row: 4, name: '12.5', day: '' },
        { row: 5, name: 'true', day: '' },
      ],
      faults: [],
    });
  });

  test('a column that need not be there may be missing; one that must is named', () => {
    expect(rowsIn(shape, [['Name'], ['甲']]).rows).toEqual([{ row: 2, name: '甲', day: '' }]);
    const { rows, faults } = rowsIn(shape, [['日期'], ['2020-03-20']]);
    expect([rows, faults.map(one => [one.row, one.column, one.message.en])]).toEqual([
      [],
      [[1, 'name', expect.stringContaining('Name')]],
    ]);
  });

  test('nothing in it, or too much: said, and nothing is read', () => {
    for (const cells of [[['名称']], [['名称'], [null], ['  ']]])
      expect(rowsIn(shape, cells).faults).toEqual([{ row: 2, column: null, message: shape.noRows }]);
    const many = rowsIn(shape, [['名称'], ['1'], ['2'], ['3'], ['4']]);
    expect(many).toEqual({ rows: [], faults: [{ row: 5, column: null, message: shape.tooManyRows }] });
    expect(rowsIn(shape, [['名称'], ['字'.repeat(5000)]]).rows[0]?.name).toHaveLength(4000);
  });
});

test.each([
  ['2020-3-5', '2020-03-05'],
  ['2020/03/20', '2020-03-20'],
  ['２０２０年３月２０日', '2020-03-20'],
  ['2020.3.20', '2020-03-20'],
  ['四月', '四月'],
  ['', ''],
])('a day typed as %j is %j', (typed, day) => expect(dayIn(typed)).toBe(day));

test('what a spreadsheet would take for a formula, full-width signs too', () => {
  for (const text of ['=1+1', '+1', '-1', '@x', '＝1+1', '＠x'])
    expect([text, isFormula(text)]).toEqual([text, true]);
  for (const text of ['', '甲=1', 'A-1']) expect([text, isFormula(text)]).toEqual([text, false]);
});
