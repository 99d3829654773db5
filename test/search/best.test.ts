import fc from 'fast-check';
import { expect, test } from 'vitest';
import { best } from '#src/search/best.ts';

test('the same as sorting everything', () => {
  const scores = fc.array(fc.integer({ min: -3, max: 12 })).map(list => Float32Array.from(list));
  fc.assert(
    fc.property(scores, fc.nat(20), (given, most) => {
      const sorted = [...given.keys()]
        .filter(place => (given[place] ?? -1) >= 0)
        .sort((a, b) => (given[b] ?? 0) - (given[a] ?? 0) || a - b);
      expect(best(given, most)).toEqual(sorted.slice(0, most));
    }),
  );
});
