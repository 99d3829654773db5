import { expect, test } from 'vitest';
import {
  nothingAsked,
  readAsked,
  siftedBy,
  step,
  writeAsked,
} from '../../../src/components/search/address.ts';

test('what is asked survives the way through the address', () => {
  const asked = {
    ...nothingAsked,
    q: '工资 & 社保#怎么办',
    kind: 'policy',
    region: '福建',
    day: '2020-04-01',
    valid: true,
    newest: true,
    count: 60,
  };
  expect(readAsked(writeAsked(asked))).toEqual(asked);
  expect(siftedBy(asked)).toBe(4);
});

test('an address without choices stays short', () => {
  expect(writeAsked({ ...nothingAsked, q: '口罩' })).toBe(`q=${encodeURIComponent('口罩')}`);
  expect(writeAsked(nothingAsked)).toBe('');
});

test('what cannot be is taken for not chosen', () => {
  const asked = readAsked('q=%20x%20&day=tomorrow&n=-5&valid=yes&sort=odd');
  expect(asked).toEqual({ ...nothingAsked, q: 'x' });
  expect(readAsked('n=99999999').count).toBe(step);
  expect(readAsked(`q=${'长'.repeat(500)}`).q).toHaveLength(120);
});
