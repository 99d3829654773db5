import { describe, expect, test } from 'vitest';
import { inOrder, type Waiting } from '#src/firms/order.ts';
import { readZone } from '#src/zone/zone.ts';

const { reopening: table } = readZone();
const key = '91220101MA1ABCDE04';
const known = {
  keyEnterprises: [{ creditCode: key, from: '2020-01-20', to: null }],
  day: '2020-02-20',
  now: new Date('2020-02-20T04:00:00.000Z'),
};
type Set = Partial<Record<'total' | 'returning' | 'local' | 'masks', number | null>> & {
  readonly lacks?: 'thermometers' | 'disinfectant' | 'isolation' | 'plan' | 'masks';
  readonly creditCode?: string;
  readonly hour?: number;
};

let last = 0;
const filing = ({
  total = 100,
  returning = 40,
  local = 95,
  masks = 400,
  lacks,
  creditCode = '',
  hour = 1,
}: Set = {}): Waiting => ({
  id: `c${++last}`,
  creditCode,
  receivedAt: `2020-02-19T0${hour}:00:00.000Z`,
  answers: JSON.stringify({
    staff: { total, returning, local },
    stock: {
      masks: lacks === 'masks' ? null : masks,
      thermometers: lacks === 'thermometers' ? 0 : 2,
      disinfectant: lacks === 'disinfectant' ? null : 10,
    },
    isolation: lacks === 'isolation' ? null : true,
    prevention: lacks === 'plan' ? [] : ['file'],
  }),
});
const order = (...filings: readonly Waiting[]) => {
  const { ready } = inOrder(filings, table, known);
  return ready.map(({ filing: { id }, before }) => [filings.findIndex(one => one.id === id), before]);
};

describe('the order of reopening', () => {
  test('each criterion decides where all before it are in one band, and says so', () => {
    const rest = filing({ local: 60 });
    expect(order(rest, filing({ creditCode: key, local: 10 }))).toEqual([
      [1, 'key-enterprise'],
      [0, null],
    ]);
    expect(order(rest, filing())).toEqual([
      [1, 'local'],
      [0, null],
    ]);
    expect(order(filing({ returning: 60 }), filing({ returning: 50 }))).toEqual([
      [1, 'headcount'],
      [0, null],
    ]);
    expect(order(filing({ masks: 100 }), filing({ masks: 280 }))).toEqual([
      [1, 'mask-days'],
      [0, null],
    ]);
  });

  test('within a band nobody is preferred for a little more: who filed first is first', () => {
    const [late, early] = [filing({ local: 99, hour: 5 }), filing({ local: 91, hour: 2 })];
    expect(order(late, early)).toEqual([
      [1, null],
      [0, null],
    ]);
  });

  test('what was not said is no good share and no small number', () => {
    const silent = filing({ local: null });
    expect(order(silent, filing({ local: 10 }))).toEqual([
      [1, 'local'],
      [0, null],
    ]);
  });

  test('不达条件一律不得开工: who lacks anything stands in no order, with all that is missing', () => {
    const lacking = (['masks', 'thermometers', 'disinfectant', 'isolation', 'plan'] as const).map(lacks =>
      filing({ lacks }),
    );
    const { ready, lacking: found } = inOrder([...lacking, filing()], table, known);
    expect(ready).toHaveLength(1);
    expect(found.map(one => one.lacks)).toEqual([
      ['masks'],
      ['thermometers'],
      ['disinfectant'],
      ['isolation'],
      ['plan'],
    ]);
  });
});
