import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode, encode, type Mark } from '#src/components/checklist/code.ts';

const mark = fc.constantFrom<Mark>('open', 'done', 'unneeded');
const lists = fc.dictionary(fc.integer({ min: 1, max: 500 }).map(String), mark);

test('a link gives back what was ticked, in letters an address may hold, three items a letter', () => {
  fc.assert(
    fc.property(lists, list => {
      const marks = new Map(Object.entries(list).map(([id, state]) => [Number(id), state]));
      const touched = new Map([...marks].filter(([, state]) => state !== 'open'));
      const code = encode(marks);
      expect(code).toMatch(/^[A-Za-z0-9_-]*$/);
      expect(code.length).toBe(Math.ceil(Math.max(0, ...touched.keys()) / 3));
      expect(decode(code)).toEqual(new Map([...touched].sort(([a], [b]) => a - b)));
    }),
  );
});

test('whatever stands in a link is read without harm', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), text => {
      const marks = decode(text);
      for (const [id, state] of marks) {
        expect(id).toBeLessThanOrEqual(501);
        expect(['done', 'unneeded']).toContain(state);
      }
    }),
  );
});
