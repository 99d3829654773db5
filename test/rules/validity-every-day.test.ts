import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readContent } from '#src/commands/content.ts';
import { addDays } from '#src/rules/day.ts';
import { changesWithin, turningDays } from '#src/rules/months.ts';
import { type Dates, type State, sayValidity, states, validityOn } from '#src/rules/validity.ts';
import { disagreements } from '#src/rules/validity-check.ts';
import { packDates, unpackDates } from '#src/rules/validity-pack.ts';

const policies = readContent(process.cwd()).policies.entries;

const base: Dates = {
  published: null,
  issued: '2020-02-10',
  effectiveFrom: '2020-02-15',
  ends: [{ date: '2020-06-30', announced: '2020-02-10', by: '本文件', scope: null }],
  validity: null,
  checkedOn: '2026-01-01',
  supersededBy: null,
  spent: null,
  suspended: null,
};

const table: readonly (readonly [what: string, some: Partial<Dates>, day: string, State, said: string])[] = [
  ['the day before it is public', {}, '2020-02-09', 'unpublished', '这一天还没有公开'],
  ['the day it is public', {}, '2020-02-10', 'pending', '还未开始（2月15日起）'],
  ['the day before its first', {}, '2020-02-14', 'pending', '还未开始（2月15日起）'],
  ['its first day', {}, '2020-02-15', 'in-force', '执行中，6月30日截止，还剩136天'],
  ['31 days before its end', {}, '2020-05-30', 'in-force', '执行中，6月30日截止，还剩31天'],
  ['30 days before its end', {}, '2020-05-31', 'ending', '执行中，6月30日截止，还剩30天'],
  ['its last day', {}, '2020-06-30', 'ending', '执行中，今天截止'],
  ['the day after', {}, '2020-07-01', 'expired', '已到期'],
  ['without an end', { ends: [] }, '2020-07-01', 'in-force', '执行中，文件未写截止日期'],
  [
    'the day before it is replaced',
    { supersededBy: { from: '2020-04-07' } },
    '2020-04-06',
    'in-force',
    '执行中，6月30日截止，还剩85天',
  ],
  [
    'the day it is replaced',
    { supersededBy: { from: '2020-04-07' } },
    '2020-04-07',
    'superseded',
    '已被新文件替代',
  ],
  [
    'replaced, past its end',
    { supersededBy: { from: '2020-04-07' } },
    '2020-07-01',
    'superseded',
    '已被新文件替代',
  ],
  [
    'the day before its quota is used up',
    { spent: { from: '2020-03-20' } },
    '2020-03-19',
    'in-force',
    '执行中，6月30日截止，还剩103天',
  ],
  ['the day its quota is used up', { spent: { from: '2020-03-20' } }, '2020-03-20', 'spent', '额度已用完'],
  ['used up, past its end', { spent: { from: '2020-03-20' } }, '2020-07-01', 'expired', '已到期'],
  [
    'the day before a halt',
    { suspended: { from: '2020-03-01', to: '2020-03-10' } },
    '2020-02-29',
    'in-force',
    '执行中，6月30日截止，还剩122天',
  ],
  [
    'the first day of a halt',
    { suspended: { from: '2020-03-01', to: '2020-03-10' } },
    '2020-03-01',
    'suspended',
    '暂停执行',
  ],
  [
    'the last day of a halt',
    { suspended: { from: '2020-03-01', to: '2020-03-10' } },
    '2020-03-10',
    'suspended',
    '暂停执行',
  ],
  [
    'the day after a halt',
    { suspended: { from: '2020-03-01', to: '2020-03-10' } },
    '2020-03-11',
    'in-force',
    '执行中，6月30日截止，还剩111天',
  ],
  [
    'a halt until further notice',
    { suspended: { from: '2020-03-01', to: null } },
    '2020-06-29',
    'suspended',
    '暂停执行',
  ],
  [
    'used up during a halt',
    { spent: { from: '2020-03-05' }, suspended: { from: '2020-03-01', to: null } },
    '2020-03-05',
    'spent',
    '额度已用完',
  ],
  [
    'neither issue nor beginning found',
    { issued: null, effectiveFrom: null, ends: [] },
    '2020-03-01',
    'unknown',
    '成文日期未核到',
  ],
  [
    'an end announced later, the day before',
    { ends: [{ date: '2020-12-31', announced: '2020-05-15', by: 'x', scope: null }] },
    '2020-05-14',
    'in-force',
    '执行中，文件未写截止日期',
  ],
  [
    'an end announced later, that day',
    { ends: [{ date: '2020-12-31', announced: '2020-05-15', by: 'x', scope: null }] },
    '2020-05-15',
    'in-force',
    '执行中，12月31日截止，还剩230天',
  ],
];

test.each(table)('%s', (_, some, day, state, said) => {
  const dates = { ...base, ...some };
  const validity = validityOn(dates, day);
  expect([validity.state, sayValidity(validity, day, 'zh-Hans')]).toEqual([state, said]);
  // What a page computes from its packed dates is what the build computed.
  const unpacked = unpackDates(packDates(dates));
  expect(sayValidity(validityOn(unpacked, day), day, 'zh-Hans')).toBe(said);
});

test('every state has its row', () => {
  expect(new Set(table.map(row => row[3]))).toEqual(new Set(states));
});

const year = Array.from({ length: 366 }, (_, i) => addDays('2020-01-01', i));

test('every policy is in one state on every day of 2020, the same from packed dates, and changes on its turning days only', () => {
  for (const { slug, data } of policies) {
    const packed = unpackDates(packDates(data));
    const changed = new Set(changesWithin(data, '2020-01-01', '2020-12-31').map(change => change.day));
    let before: State | null = null;
    for (const day of year) {
      const validity = validityOn(data, day);
      const fromPage = validityOn(packed, day);
      expect(states).toContain(validity.state);
      expect([slug, day, fromPage.state, sayValidity(fromPage, day, 'zh-Hans')]).toEqual([
        slug,
        day,
        validity.state,
        sayValidity(validity, day, 'zh-Hans'),
      ]);
      const state: State = validity.state === 'ending' ? 'in-force' : validity.state;
      if (before !== null) expect([slug, day, state !== before]).toEqual([slug, day, changed.has(day)]);
      before = state;
    }
  }
});

const day = fc.integer({ min: 0, max: 800 }).map(n => addDays('2019-12-01', n));
const dates: fc.Arbitrary<Dates> = fc.record({
  published: fc.option(day),
  issued: fc.option(fc.oneof(day, fc.constantFrom('2020', '2020-03'))),
  effectiveFrom: fc.option(fc.oneof(day, fc.constantFrom('2020', '2020-07'))),
  ends: fc.array(
    fc.record({
      date: day,
      announced: day,
      by: fc.constant('x'),
      scope: fc.option(fc.constantFrom('甲', '乙')),
    }),
    { maxLength: 4 },
  ),
  validity: fc.option(fc.constantFrom('valid', 'partial', 'lapsed', 'repealed', 'pending')),
  checkedOn: day,
  supersededBy: fc.option(fc.record({ from: day })),
  spent: fc.option(fc.record({ from: day })),
  suspended: fc.option(fc.record({ from: day, to: fc.option(day) })),
});

test('whatever the dates, a page says what the build says, and between turning days nothing changes', () => {
  fc.assert(
    fc.property(dates, day, (some, on) => {
      const validity = validityOn(some, on);
      const fromPage = validityOn(unpackDates(packDates(some)), on);
      expect(sayValidity(fromPage, on, 'zh-Hans')).toBe(sayValidity(validity, on, 'zh-Hans'));
      expect(fromPage.ends.map(end => end.date)).toEqual(validity.ends.map(end => end.date));
      const plain = (one: State) => (one === 'ending' ? 'in-force' : one);
      const next = validityOn(some, addDays(on, 1)).state;
      if (plain(next) !== plain(validity.state)) expect(turningDays(some)).toContain(addDays(on, 1));
    }),
    { numRuns: 2000 },
  );
});

test.each([
  [{ validity: 'valid' as const }, 'validity'],
  [{ validity: 'lapsed' as const, checkedOn: '2020-03-01' }, 'validity'],
  [{ validity: 'pending' as const, checkedOn: '2020-03-01' }, 'validity'],
  [{ validity: 'repealed' as const, checkedOn: '2020-03-01' }, 'validity'],
  [{ supersededBy: { from: '2020-01-01' } }, 'supersededBy from'],
  [{ spent: { from: '2020-01-01' } }, 'spent from'],
  [{ suspended: { from: '2020-03-02', to: '2020-03-01' } }, 'suspended to'],
  [{ effectiveFrom: '2020-08-01' }, 'ends 0 date'],
])('declared and computed that differ are told: %j', (some, path) => {
  expect(disagreements({ ...base, ...some }).map(one => one.path.join(' '))).toEqual([path]);
});

test.each([
  {},
  { validity: 'lapsed' as const },
  { validity: 'lapsed' as const, ends: [], checkedOn: '2020-03-01' },
  { validity: 'valid' as const, checkedOn: '2020-03-01' },
  { validity: 'valid' as const, checkedOn: '2020-04-01', spent: { from: '2020-03-20' } },
  { validity: 'pending' as const, checkedOn: '2020-02-12' },
])('what agrees is not: %j', some => {
  expect(disagreements({ ...base, ...some })).toEqual([]);
});
