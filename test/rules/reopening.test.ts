import { describe, expect, test } from 'vitest';
import { w } from '#src/i18n/words.ts';
import {
  type By,
  bandOf,
  type Must,
  mustsOn,
  type OrderRow,
  orderFaults,
  orderOf,
} from '#src/rules/reopening.ts';

const usual = { from: '2020-02-01', to: null, name: w('名', 'name'), source: 's' };
const by = (set: Partial<By> = {}): By =>
  ({ ...usual, by: 'local', order: 1, bands: [90, 50], ...set }) as By;
const must = (set: Partial<Must> = {}): Must => ({ ...usual, must: 'masks', ...set }) as Must;

describe('the rule of who opens first', () => {
  test('a larger share and more days come first, a smaller number of people does; unknown is behind all', () => {
    expect([100, 90, 89, 50, 49, null].map(n => bandOf(by(), n))).toEqual([0, 0, 1, 1, 2, 3]);
    const people = by({ by: 'headcount', bands: [50, 200] });
    expect([0, 50, 51, 200, 201, null].map(n => bandOf(people, n))).toEqual([0, 0, 1, 1, 2, 3]);
    const waiting = by({ by: 'waiting', bands: null });
    expect(bandOf(waiting, -3)).toBeLessThan(bandOf(waiting, -2));
    expect(bandOf(waiting, null)).toBe(Number.POSITIVE_INFINITY);
  });

  test('rows count on their days, those that decide in their order', () => {
    const table: readonly OrderRow[] = [
      by({ by: 'waiting', order: 2, bands: null }),
      must({ to: '2020-02-10' }),
      by({ order: 1 }),
    ];
    expect(orderOf(table, '2020-02-05').map(row => row.by)).toEqual(['local', 'waiting']);
    expect([mustsOn(table, '2020-02-10').length, mustsOn(table, '2020-02-11').length]).toEqual([1, 0]);
  });

  test.each([
    ['no row that decides', [must()], 'none', []],
    ['one criterion twice', [by(), by({ order: 2 })], 'twice', [1, 2]],
    ['one condition twice', [must(), must(), by()], 'twice', [1, 2]],
    ['one place twice', [by(), by({ by: 'waiting', bands: null })], 'place', [1, 2]],
    ['bands of shares that rise', [by({ bands: [50, 90] })], 'bands', [1]],
    ['bands of people that fall', [by({ by: 'headcount', bands: [200, 50] })], 'bands', [1]],
  ] as const)('%s is found', (_, table, tag, rows) => {
    expect(orderFaults(table, '2020-02-01')).toEqual([{ tag, rows, day: '2020-02-01' }]);
  });

  test('a gap that begins later is found on its first day', () => {
    expect(orderFaults([by({ to: '2020-02-29' })], '2020-02-01')).toEqual([
      { tag: 'none', rows: [], day: '2020-03-01' },
    ]);
  });
});
