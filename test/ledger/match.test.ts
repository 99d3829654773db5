import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayServe, missing, type Source, suggest } from '#src/ledger/match.ts';

const need = (set: object = {}) => ({
  item: 'mask-medical',
  unit: 'piece',
  asked: 1000,
  committed: 100,
  delivered: 200,
  area: 'east',
  criticalOn: '2020-03-25',
  substitute: 0,
  ...set,
});
const from = (id: string, set: Partial<Source> = {}): Source => ({
  kind: 'lot',
  id,
  item: 'mask-medical',
  unit: 'piece',
  spec: '',
  area: 'west',
  left: 500,
  from: '',
  until: '',
  ...set,
});
const day = '2020-03-20';
const ids = (...args: Parameters<typeof suggest>) => suggest(...args).map(one => one.source.id);

test('what is missing; unknown where nobody knows, never less than none', () => {
  expect([missing(need()), missing(need({ asked: null })), missing(need({ asked: 50 }))]).toEqual([
    700,
    null,
    0,
  ]);
});

test('each suggestion says why: item, specification, place, day, quantity left, expiry', () => {
  const lot = from('a', {
    spec: '一次性医用外科，50只一盒，YY0469',
    area: 'east',
    left: 800,
    from: '2020-03-19',
    until: '2020-04-19',
  });
  const [one] = suggest(need(), '医用外科 YY0469', [lot], day);
  expect(one).toEqual({
    source: lot,
    quantity: 700,
    reasons: [
      { why: 'item' },
      { why: 'spec', words: 'YY0469、医用外科' },
      { why: 'all' },
      { why: 'in-time' },
      { why: 'near' },
      { why: 'expires', days: 30 },
    ],
  });
});

test('and what speaks against it', () => {
  const lot = from('a', { item: 'mask-kn95', left: 300, from: '2020-03-26' });
  expect(suggest(need({ substitute: 1 }), '', [lot], day)[0]).toMatchObject({
    quantity: 300,
    reasons: [
      { why: 'substitute' },
      { why: 'part', quantity: 300 },
      { why: 'late' },
      { why: 'far' },
      { why: 'no-expiry' },
    ],
  });
});

test('left out: another item or unit, another kind where it would not do, what is empty, what has expired', () => {
  const list = [
    from('gloves', { item: 'gloves' }),
    from('cartons', { unit: 'carton' }),
    from('kn95', { item: 'mask-kn95' }),
    from('empty', { left: 0 }),
    from('old', { until: '2020-03-19' }),
    from('today', { until: '2020-03-20' }),
  ];
  expect(ids(need(), '', list, day)).toEqual(['today']);
  expect(ids(need({ substitute: 1 }), '', list, day)).toEqual(['today', 'kn95']);
});

test('“other” is whatever the enterprise wrote, and nothing stands for it', () => {
  expect(mayServe({ item: 'other', unit: 'piece', substitute: 1 }, { item: 'other', unit: 'piece' })).toBe(
    true,
  );
  expect(
    mayServe({ item: 'disinfectant-84', unit: 'kg', substitute: 1 }, { item: 'alcohol', unit: 'kg' }),
  ).toBe(false);
});

test('the best first: item before specification before enough before in time before near; of equals what expires first', () => {
  const list = [
    from('like', { item: 'mask-kn95', spec: '外科', left: 900, area: 'east' }),
    from('plain'),
    from('near', { area: 'east' }),
    from('enough', { left: 900 }),
    from('spec', { spec: '外科' }),
    from('soon', { until: '2020-03-30' }),
  ];
  expect(ids(need({ substitute: 1 }), '外科', list, day)).toEqual([
    'spec',
    'enough',
    'near',
    'soon',
    'plain',
    'like',
  ]);
});

test('whatever there is, nothing is suggested beyond what is left or missing, and the order is the same every time', () => {
  const any = fc.record({
    kind: fc.constant('lot' as const),
    id: fc.uuid(),
    item: fc.constantFrom('mask-medical', 'mask-kn95', 'gloves'),
    unit: fc.constantFrom('piece', 'kg'),
    spec: fc.constantFrom('', '外科', 'KN95'),
    area: fc.constantFrom('east', 'west'),
    left: fc.nat({ max: 2000 }),
    from: fc.constantFrom('', '2020-03-30'),
    until: fc.constantFrom('', '2020-03-01', '2020-06-01'),
  });
  const list = fc.uniqueArray(any, { selector: one => one.id, maxLength: 10 });
  fc.assert(
    fc.property(list, fc.constantFrom(0, 1), (sources, substitute) => {
      const wanted = need({ substitute });
      const found = suggest(wanted, '外科', sources, day);
      for (const { source, quantity } of found) {
        expect(quantity).toBeLessThanOrEqual(Math.min(source.left, 700));
        expect(mayServe(wanted, source)).toBe(true);
      }
      expect(suggest(wanted, '外科', sources.toReversed(), day)).toEqual(found);
    }),
  );
});
