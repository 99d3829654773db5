import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createReader, createWriter } from '#src/search/codec.ts';
import { type Columns, readColumns, writeColumns } from '#src/search/columns.ts';
import { type Postings, readPostings, writePostings } from '#src/search/postings.ts';
import { readShard, shardOf, writeBlock, writeShard } from '#src/search/shard.ts';

const postings = fc
  .uniqueArray(fc.tuple(fc.oneof(fc.nat(300), fc.nat(2 ** 27)), fc.integer({ min: 0, max: 15 })), {
    selector: ([id]) => id,
  })
  .map((pairs): Postings => {
    const sorted = pairs.sort((a, b) => a[0] - b[0]);
    return {
      all: pairs.length + 7,
      ids: Int32Array.from(sorted, ([id]) => id),
      levels: Uint8Array.from(sorted, ([, level]) => level),
    };
  });

test('what is written is read again: numbers and texts', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.maxSafeNat(), fc.string({ unit: fc.constantFrom(...'a0 罩é𠮷') })), {
        maxLength: 20,
      }),
      pairs => {
        const to = createWriter();
        for (const [number, text] of pairs) {
          to.varint(number);
          to.text(text);
        }
        const from = createReader(to.done());
        for (const [number, text] of pairs) {
          expect(from.varint()).toBe(number);
          expect(from.text()).toBe(text);
        }
        expect(from.ended()).toBe(true);
      },
    ),
  );
});

test('lists', () => {
  fc.assert(
    fc.property(fc.array(postings, { maxLength: 4 }), lists => {
      const to = createWriter();
      for (const list of lists) writePostings(to, list);
      const from = createReader(to.done());
      for (const list of lists) expect(readPostings(from)).toEqual(list);
    }),
  );
});

test('a file of terms gives each its own block, and none to a stranger', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1 }), postings, { maxKeys: 5 }), terms => {
      const blocks = Object.entries(terms).map(([term, text]) => [term, writeBlock({ text })] as const);
      const file = writeShard(blocks);
      for (const [term, text] of Object.entries(terms)) expect(readShard(file, term)).toEqual({ text });
      expect(readShard(file, 'no such term, longer than any')).toBeUndefined();
    }),
  );
});

test('a term has one file, its own where it is large', () => {
  expect(shardOf('工资', 10, () => false)).toMatch(/^terms\/\d\.bin$/);
  expect(shardOf('工资', 10, () => true)).toMatch(/^terms\/own\/\w+\.bin$/);
});

test('columns', () => {
  const numbers = fc.array(fc.nat(5000)).map(list => Int32Array.from(list));
  const bytes = fc.uint8Array();
  const columns = fc.record({
    pageOf: numbers,
    sectionOf: numbers,
    classOf: numbers,
    cited: bytes,
    answers: bytes,
    pagesCited: bytes,
  });
  fc.assert(
    fc.property(columns, (given: Columns) => {
      expect(readColumns(writeColumns(given))).toEqual(given);
    }),
  );
});
