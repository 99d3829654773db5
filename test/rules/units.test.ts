import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Counted, containers, contentsOf, isContainer, toBase } from '#src/rules/units.ts';
import { readZone } from '#src/zone/zone.ts';

const units = [
  { code: 'piece', is: null },
  { code: 'kg', is: null },
  { code: 'litre', is: null },
  { code: 'jin', is: { unit: 'kg', times: 0.5 } },
  { code: 'tonne', is: { unit: 'kg', times: 1000 } },
  { code: 'carton', is: null },
  { code: 'box', is: null },
  { code: 'barrel', is: null },
];
const mask: Counted = {
  units: ['piece', 'carton', 'box'],
  contents: { box: { unit: 'piece', quantity: 50 } },
};
const alcohol: Counted = {
  units: ['kg', 'litre', 'jin', 'tonne', 'barrel', 'carton'],
  contents: { barrel: { unit: 'litre', quantity: null }, carton: { unit: 'jin', quantity: null } },
};

describe('toBase', () => {
  it.each<[string, Counted, number, string, number | null, unknown]>([
    ['pieces', mask, 5000, 'piece', null, { quantity: 5000, unit: 'piece' }],
    ['斤', alcohol, 3, 'jin', null, { quantity: 1.5, unit: 'kg' }],
    ['吨', alcohol, 0.3, 'tonne', null, { quantity: 300, unit: 'kg' }],
    ['litres, which are no kilograms', alcohol, 7, 'litre', null, { quantity: 7, unit: 'litre' }],
    ['boxes that always hold the same', mask, 3, 'box', null, { quantity: 150, unit: 'piece' }],
    ['boxes of which the sender says otherwise', mask, 3, 'box', 10, { quantity: 30, unit: 'piece' }],
    ['cartons, counted in the first unit', mask, 2, 'carton', 2000, { quantity: 4000, unit: 'piece' }],
    ['cartons of which nobody says', mask, 2, 'carton', null, null],
    ['barrels by litres', alcohol, 2, 'barrel', 25.5, { quantity: 51, unit: 'litre' }],
    ['cartons of 斤', alcohol, 2, 'carton', 30, { quantity: 30, unit: 'kg' }],
    ['a unit the item is not counted in', mask, 2, 'kg', null, null],
    ['a container the item does not come in', mask, 2, 'barrel', 20, null],
    ['tenths, exactly', alcohol, 0.1, 'barrel', 3, { quantity: 0.3, unit: 'litre' }],
  ])('counts %s', (_, item, quantity, unit, each, base) => {
    expect(toBase(units, item, { quantity, unit }, each)).toEqual(base);
  });

  it('does not depend on how an amount is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), tonnes => {
        const inKg = toBase(units, alcohol, { quantity: tonnes * 1000, unit: 'kg' });
        expect(toBase(units, alcohol, { quantity: tonnes, unit: 'tonne' })).toEqual(inKg);
        expect(toBase(units, alcohol, { quantity: tonnes * 2000, unit: 'jin' })).toEqual(inKg);
      }),
    );
  });
});

describe('the catalogue of content/', () => {
  const { catalogue } = readZone(join(import.meta.dirname, '../..'));

  it('counts every item in each of its units, given what a container holds', () => {
    for (const item of catalogue.items)
      for (const unit of item.units) {
        const base = toBase(catalogue.units, item, { quantity: 2, unit }, 3);
        expect(base?.quantity, `${item.code} ${unit}`).toBeGreaterThan(0);
        expect(isContainer(base?.unit ?? 'carton'), `${item.code} ${unit}`).toBe(false);
      }
  });

  it('says of each container in which unit its contents are counted', () => {
    for (const item of catalogue.items)
      for (const unit of containers)
        expect(item.units, `${item.code} ${unit}`).toContain(contentsOf(item, unit).unit);
  });
});
