import { describe, expect, it } from 'vitest';
import type { Conditions } from '#src/rules/routing.ts';
import { clashes, gaps, turns } from '#src/rules/routing-check.ts';

const row = (some: Partial<Conditions> = {}): Conditions => ({
  form: 'consultation',
  from: '2020-01-20',
  to: null,
  keys: null,
  lines: null,
  areas: null,
  keyEnterprise: null,
  ...some,
});

describe('turns', () => {
  it('are the first days of rows and the days after their last', () => {
    const rows = [row({ from: '2020-03-01', to: '2020-03-31' }), row({ from: '2020-02-01' })];
    expect(turns(rows, '2020-01-01', '2020-12-31')).toEqual([
      '2020-01-01',
      '2020-02-01',
      '2020-03-01',
      '2020-04-01',
    ]);
    expect(turns(rows, '2020-02-15', '2020-03-15')).toEqual(['2020-02-15', '2020-03-01']);
  });
});

describe('gaps', () => {
  const from = '2020-02-01';
  const to = '2020-04-30';
  it.each<[string, Conditions[], string[]]>([
    ['a row without conditions and without end', [row()], []],
    ['two rows that meet', [row({ to: '2020-03-01' }), row({ from: '2020-03-02' })], []],
    [
      'a day between two rows',
      [row({ to: '2020-03-01' }), row({ from: '2020-03-03' })],
      ['consultation 2020-03-02'],
    ],
    ['a row that ends', [row({ to: '2020-03-01' })], ['consultation 2020-03-02']],
    ['a row that begins late', [row({ from: '2020-02-02' })], ['consultation 2020-02-01']],
    ['a row that ends with the time looked at', [row({ to: '2020-04-30' })], []],
    ['only rows with keys', [row({ keys: ['law'] })], ['consultation 2020-02-01']],
    ['only rows with lines', [row({ lines: ['industry'] })], ['consultation 2020-02-01']],
    ['only rows with areas', [row({ areas: ['east'] })], ['consultation 2020-02-01']],
    ['only rows for key enterprises', [row({ keyEnterprise: true })], ['consultation 2020-02-01']],
    ['rows of another form', [row({ form: 'materials' })], ['consultation 2020-02-01']],
    ['no rows', [], ['consultation 2020-02-01']],
  ])('%s', (_, rows, found) => {
    expect(gaps(rows, ['consultation'], from, to)).toEqual(found);
  });
});

describe('clashes', () => {
  const law = row({ keys: ['law'] });
  it.each<[string, Conditions[], ReturnType<typeof clashes>]>([
    ['none in a table from narrow to wide', [law, row({ lines: ['industry'] }), row()], []],
    ['none between forms', [row(), row({ form: 'materials' })], []],
    [
      'none between rows that follow each other',
      [row({ to: '2020-02-29' }), row({ from: '2020-03-01' })],
      [],
    ],
    [
      'none where a passing rule stands before a lasting one',
      [row({ keys: ['law', 'tax'], to: '2020-02-10' }), law, row()],
      [],
    ],
    ['a row after one without conditions', [row(), law], [{ tag: 'never', row: 2, by: 0 }]],
    ['the same conditions twice', [law, law, row()], [{ tag: 'both', row: 2, by: 1 }]],
    [
      'the same conditions with one day in common',
      [row({ to: '2020-03-01' }), row({ from: '2020-03-01' })],
      [{ tag: 'both', row: 2, by: 1 }],
    ],
    [
      'the same keys in another order',
      [row({ keys: ['law', 'tax'] }), row({ keys: ['tax', 'law'] }), row()],
      [{ tag: 'both', row: 2, by: 1 }],
    ],
    [
      'a row within a wider one',
      [row({ keys: ['law', 'tax'] }), row({ keys: ['law'], lines: ['public'] }), row()],
      [{ tag: 'never', row: 2, by: 0 }],
    ],
    [
      'a row that several before it use up',
      [law, row({ keys: ['tax'] }), row({ keys: ['law', 'tax'] }), row()],
      [{ tag: 'never', row: 3, by: 0 }],
    ],
    [
      'both answers about key enterprises',
      [row({ keyEnterprise: true }), row({ keyEnterprise: false }), row()],
      [{ tag: 'never', row: 3, by: 0 }],
    ],
  ])('finds %s', (_, rows, found) => {
    expect(clashes(rows)).toEqual(found);
  });
});
