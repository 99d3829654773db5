import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { w } from '#src/i18n/words.ts';
import { inOrder, share } from '#src/ledger/priority.ts';
import { type PriorityRow, priorityFaults } from '#src/rules/priority.ts';
import { readZone } from '#src/zone/zone.ts';

const { priority, keyEnterprises } = readZone();
const day = '2020-03-20';
const key = keyEnterprises[0]?.creditCode ?? '';

const need = (id: string, set: object = {}) => ({
  id,
  creditCode: '',
  reopened: 0,
  runsOutOn: '',
  neededBy: '',
  receivedAt: '2020-03-18T02:00:00.000Z',
  ...set,
});
const ids = (needs: ReturnType<typeof need>[], table: readonly PriorityRow[] = priority, on = day) =>
  inOrder(needs, table, keyEnterprises, on).map(one => one.need.id);

describe('the order of the day', () => {
  test('key enterprises, then those that work, then stock, day and waiting; each says by what it stands before the next', () => {
    const needs = [
      need('last', { receivedAt: '2020-03-19T02:00:00.000Z' }),
      need('waiting'),
      need('day', { neededBy: '2020-03-25' }),
      need('stock', { runsOutOn: '2020-03-21' }),
      need('reopened', { reopened: 1 }),
      need('key', { creditCode: key }),
    ];
    const placed = inOrder(needs, priority, keyEnterprises, day);
    expect(placed.map(one => [one.need.id, one.before])).toEqual([
      ['key', 'key-enterprise'],
      ['reopened', 'reopened'],
      ['stock', 'runs-out'],
      ['day', 'needed-by'],
      ['waiting', 'waiting'],
      ['last', null],
    ]);
    expect(placed[0]?.has.map(({ by, value }) => [by, value])).toEqual([
      ['key-enterprise', '0'],
      ['reopened', '1'],
      ['runs-out', '9'],
      ['needed-by', '9'],
      ['waiting', '2020-03-18T02:00:00.000Z'],
    ]);
  });

  test('what is known stands before what is not, and of equals the id decides', () => {
    expect(ids([need('b'), need('c', { runsOutOn: '2020-12-31' }), need('a')])).toEqual(['c', 'a', 'b']);
  });

  test('the table of another day may order otherwise; an enterprise counts while it is on the list', () => {
    const row = (by: PriorityRow['by'], order: number, from: string, to: string | null): PriorityRow => ({
      by,
      order,
      from,
      to,
      name: w('名', 'name'),
      source: '',
    });
    const table = [
      row('waiting', 1, '2020-02-01', '2020-02-29'),
      row('reopened', 1, '2020-03-01', null),
      row('waiting', 2, '2020-03-01', null),
    ];
    const needs = [need('early'), need('works', { reopened: 1, receivedAt: '2020-03-19T00:00:00.000Z' })];
    expect(ids(needs, table, '2020-02-29')).toEqual(['early', 'works']);
    expect(ids(needs, table, '2020-03-01')).toEqual(['works', 'early']);
    const listed = [need('a'), need('z', { creditCode: key })];
    expect(ids(listed, priority, '2020-02-02')).toEqual(['a', 'z']);
    expect(ids(listed, priority, '2020-02-03')).toEqual(['z', 'a']);
  });

  test('is the same whatever the order they come in, and every reason given is true', () => {
    const any = fc.record({
      id: fc.uuid(),
      creditCode: fc.constantFrom('', key),
      reopened: fc.constantFrom(0, 1),
      runsOutOn: fc.constantFrom('', '2020-03-21', '2020-03-22'),
      neededBy: fc.constantFrom('', '2020-03-21', '2020-03-25'),
      receivedAt: fc.constantFrom('2020-03-18T02:00:00.000Z', '2020-03-19T02:00:00.000Z'),
    });
    const list = fc.uniqueArray(any, { minLength: 2, maxLength: 12, selector: one => one.id });
    fc.assert(
      fc.property(list, needs => {
        const placed = inOrder(needs, priority, keyEnterprises, day);
        expect(ids(needs.toReversed())).toEqual(placed.map(one => one.need.id));
        placed.slice(0, -1).forEach((one, index) => {
          const next = placed[index + 1];
          const at = one.has.findIndex(({ by }) => by === one.before);
          const same = (n: number) => one.has[n]?.value === next?.has[n]?.value;
          if (at < 0) expect(one.has.every((_, n) => same(n))).toBe(true);
          else {
            expect(one.has.slice(0, at).every((_, n) => same(n))).toBe(true);
            expect((one.has[at]?.value ?? '') < (next?.has[at]?.value ?? '')).toBe(true);
          }
        });
      }),
    );
  });
});

describe('sharing', () => {
  const wants = (id: string, asked: number | null, committed = 0, delivered = 0) => ({
    id,
    asked,
    committed,
    delivered,
  });

  test('each as much as it misses, in turn, until nothing is left; who does not know how much gets none by itself', () => {
    const shares = share(
      [wants('a', 500, 100, 100), wants('b', null), wants('c', 400), wants('d', 400)],
      500,
    );
    expect([...shares]).toEqual([
      ['a', 300],
      ['c', 200],
    ]);
  });

  test('what was given to more than is asked for now takes nothing away', () => {
    expect([...share([wants('a', 100, 300), wants('b', 50)], 40)]).toEqual([['b', 40]]);
  });
});

describe('the table', () => {
  const row = (
    by: PriorityRow['by'],
    order: number,
    from: string,
    to: string | null = null,
  ): PriorityRow => ({
    by,
    order,
    from,
    to,
    name: w('名', 'name'),
    source: '',
  });

  test('of the demonstration is whole', () => {
    expect(priorityFaults(priority, '2020-01-20')).toEqual([]);
  });

  test.each([
    [
      'a day without any row',
      [row('waiting', 1, '2020-02-01', '2020-02-10'), row('waiting', 1, '2020-02-12')],
      { tag: 'gap', day: '2020-02-11', rows: [] },
    ],
    [
      'an end without a next row',
      [row('waiting', 1, '2020-01-01', '2020-03-01')],
      { tag: 'gap', day: '2020-03-02', rows: [] },
    ],
    [
      'the same criterion twice',
      [row('waiting', 1, '2020-01-01'), row('waiting', 2, '2020-03-01')],
      { tag: 'criterion', day: '2020-03-01', rows: [1, 2] },
    ],
    [
      'the same place twice',
      [row('waiting', 1, '2020-01-01'), row('reopened', 1, '2020-03-01')],
      { tag: 'place', day: '2020-03-01', rows: [1, 2] },
    ],
  ])('%s is a fault', (_, table, fault) => {
    expect(priorityFaults(table, '2020-02-01')).toEqual([fault]);
  });
});
