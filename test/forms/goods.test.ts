import fc from 'fast-check';
import { expect, test } from 'vitest';
import { called, goodsIn, mostGoods, neededIn, thereIn, typedIn } from '#src/forms/goods.ts';
import { tablesOf } from '#src/zone/tables.ts';
import { readZone } from '#src/zone/zone.ts';

const tables = tablesOf(readZone());

test.each([
  ['500', 'piece', 500],
  ['１２．５', 'kg', 12_500],
  ['1,200', 'piece', 1200],
  ['0.001', 'litre', 1],
  ['0.0001', 'litre', null],
  ['2.5', 'piece', null],
  ['0', 'piece', null],
  ['-5', 'piece', null],
  ['', 'piece', null],
  ['1e3', 'piece', null],
  ['999999999999', 'kg', null],
])('typed %s in %s', (typed, unit, quantity) => {
  expect(typedIn(typed, unit)).toBe(quantity);
});

test('a need is rounded up and stock down, and nothing past what can be added up', () => {
  expect([neededIn(2.5, 'piece'), thereIn(2.5, 'piece')]).toEqual([3, 2]);
  expect([neededIn(0.3 * 3, 'kg'), thereIn(0.3 * 3, 'kg')]).toEqual([900, 900]);
  expect(neededIn(mostGoods + 1, 'piece')).toBeNull();
});

test('what is called can be typed again', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000_000 }),
      fc.constantFrom('piece', 'kg', 'litre'),
      (quantity, unit) => {
        expect(typedIn(String(called(quantity, unit)), unit)).toBe(quantity);
      },
    ),
  );
});

test('in words; of an unknown quantity the name alone', () => {
  const goods = [
    { item: 'mask-medical', unit: 'piece', quantity: 500 },
    { item: 'alcohol', unit: 'kg', quantity: 12_500 },
    { item: 'gloves', unit: 'pair-gloves', quantity: 0 },
  ];
  expect(goodsIn(goods, tables, 'zh-Hans')).toBe('医用外科口罩500只、酒精12.5公斤、手套');
  expect(goodsIn(goods, tables, 'en')).toBe('Surgical masks: 500 pieces, Alcohol: 12.5 kg, Gloves');
});
