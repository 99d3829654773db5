import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain, type Figures, type Size, sizes, sizesOf } from '#src/rules/size.ts';
import { type IndustryCode, industries, type Least, type Measure, measures } from '#src/rules/size-table.ts';

/** 工信部联企业〔2011〕300号 as printed: [measure, SME below] joined by 或, then medium and small from [measure, figure] joined by 且. */
const printed: Record<IndustryCode, [large: Least, medium: Least, small: Least]> = {
  agriculture: [{ revenue: 20000 }, { revenue: 500 }, { revenue: 50 }],
  industry: [
    { staff: 1000, revenue: 40000 },
    { staff: 300, revenue: 2000 },
    { staff: 20, revenue: 300 },
  ],
  construction: [
    { revenue: 80000, assets: 80000 },
    { revenue: 6000, assets: 5000 },
    { revenue: 300, assets: 300 },
  ],
  wholesale: [
    { staff: 200, revenue: 40000 },
    { staff: 20, revenue: 5000 },
    { staff: 5, revenue: 1000 },
  ],
  retail: [
    { staff: 300, revenue: 20000 },
    { staff: 50, revenue: 500 },
    { staff: 10, revenue: 100 },
  ],
  transport: [
    { staff: 1000, revenue: 30000 },
    { staff: 300, revenue: 3000 },
    { staff: 20, revenue: 200 },
  ],
  storage: [
    { staff: 200, revenue: 30000 },
    { staff: 100, revenue: 1000 },
    { staff: 20, revenue: 100 },
  ],
  post: [
    { staff: 1000, revenue: 30000 },
    { staff: 300, revenue: 2000 },
    { staff: 20, revenue: 100 },
  ],
  lodging: [
    { staff: 300, revenue: 10000 },
    { staff: 100, revenue: 2000 },
    { staff: 10, revenue: 100 },
  ],
  catering: [
    { staff: 300, revenue: 10000 },
    { staff: 100, revenue: 2000 },
    { staff: 10, revenue: 100 },
  ],
  telecom: [
    { staff: 2000, revenue: 100000 },
    { staff: 100, revenue: 1000 },
    { staff: 10, revenue: 100 },
  ],
  software: [
    { staff: 300, revenue: 10000 },
    { staff: 100, revenue: 1000 },
    { staff: 10, revenue: 50 },
  ],
  'real-estate': [
    { revenue: 200000, assets: 10000 },
    { revenue: 1000, assets: 5000 },
    { revenue: 100, assets: 2000 },
  ],
  property: [
    { staff: 1000, revenue: 5000 },
    { staff: 300, revenue: 1000 },
    { staff: 100, revenue: 500 },
  ],
  leasing: [
    { staff: 300, assets: 120000 },
    { staff: 100, assets: 8000 },
    { staff: 10, assets: 100 },
  ],
  other: [{ staff: 300 }, { staff: 100 }, { staff: 10 }],
};
const codes = Object.keys(printed) as IndustryCode[];
const huge: Figures = { staff: 9_000_000, revenue: 9_000_000, assets: 9_000_000 };
const unknown: Figures = { staff: null, revenue: null, assets: null };

/** Every threshold: the industry, the size it opens, the measure, the figure, and the figures that reach that size and no other. */
const thresholds = codes.flatMap(code =>
  printed[code].flatMap((least, rank) =>
    (Object.entries(least) as [Measure, number][]).map(([measure, figure]) => {
      const size = sizes[rank] as Size;
      // What the next larger size asks is not reached by any measure but this one.
      const base: Figures = { ...huge, ...least };
      return [code, size, measure, figure, base] as const;
    }),
  ),
);

describe('sizesOf', () => {
  it('knows the 16 industries of the document, with its figures', () => {
    expect(Object.keys(industries).sort()).toEqual([...codes].sort());
    expect(codes).toHaveLength(16);
    for (const code of codes) {
      const { large, medium, small } = industries[code];
      expect([large, medium, small], code).toEqual(printed[code]);
    }
  });

  it.each(thresholds)('%s: %s begins at %s %d', (code, size, measure, figure, base) => {
    expect(sizesOf(code, { ...base, [measure]: figure })).toEqual([size]);
    expect(sizesOf(code, { ...base, [measure]: figure + 1 })).toEqual([size]);
    const below = sizesOf(code, { ...base, [measure]: figure - 1 });
    expect(below).toHaveLength(1);
    expect(sizes.indexOf(below[0] ?? 'large')).toBe(sizes.indexOf(size) + 1);
  });

  it.each<[IndustryCode, Partial<Figures>, Size[]]>([
    ['industry', { staff: 1500, revenue: 39_999 }, ['medium']],
    ['industry', { staff: 999, revenue: 90_000 }, ['medium']],
    ['industry', { staff: 1500, revenue: 1999 }, ['small']],
    ['industry', { staff: 19, revenue: 50_000 }, ['micro']],
    ['industry', { staff: 250, revenue: null }, ['small', 'micro']],
    ['industry', { staff: 19, revenue: null }, ['micro']],
    ['industry', { staff: null, revenue: 250 }, ['micro']],
    ['industry', { staff: null, revenue: 3000 }, ['medium', 'small', 'micro']],
    ['industry', {}, ['large', 'medium', 'small', 'micro']],
    ['agriculture', { staff: 5000, revenue: 60 }, ['small']],
    ['agriculture', { staff: 5000, assets: 5000 }, ['large', 'medium', 'small', 'micro']],
    ['leasing', { staff: 120, revenue: 0, assets: null }, ['medium', 'small', 'micro']],
    ['leasing', { staff: 120, assets: 8000 }, ['medium']],
    ['other', { staff: 0 }, ['micro']],
  ])('%s with %o can be %j', (code, given, found) => {
    expect(sizesOf(code, { ...unknown, ...given })).toEqual(found);
  });

  it('gives for an unknown figure every size that some figure would give, and no other', () => {
    const known = fc.integer({ min: 0, max: 210_000 });
    const figures = fc.record({ staff: known, revenue: known, assets: known });
    fc.assert(
      fc.property(fc.constantFrom(...codes), figures, fc.constantFrom(...measures), (code, given, open) => {
        const marks = printed[code].flatMap(least => least[open] ?? []);
        const tried = [0, ...marks].map(value => sizesOf(code, { ...given, [open]: value })[0]);
        const found = sizesOf(code, { ...given, [open]: null });
        expect([...found].sort()).toEqual([...new Set(tried)].sort());
      }),
    );
  });
});

describe('explain', () => {
  it('shows the working down to the size that is reached', () => {
    expect(explain('industry', { staff: 250, revenue: 3000, assets: null }, 'zh-Hans')).toEqual([
      '大型企业要求从业人员1000人及以上，并且营业收入40000万元及以上：从业人员只有250人，没有达到',
      '中型企业要求从业人员300人及以上，并且营业收入2000万元及以上：从业人员只有250人，没有达到',
      '小型企业要求从业人员20人及以上，并且营业收入300万元及以上：达到',
      '工业，是小型企业',
    ]);
  });

  it('says which figure is missing, and what it may be', () => {
    expect(explain('software', { staff: 120, revenue: null, assets: null }, 'zh-Hans')).toEqual([
      '大型企业要求从业人员300人及以上，并且营业收入10000万元及以上：从业人员只有120人，没有达到',
      '中型企业要求从业人员100人及以上，并且营业收入1000万元及以上：营业收入没有填，不能确定',
      '小型企业要求从业人员10人及以上，并且营业收入50万元及以上：营业收入没有填，不能确定',
      '软件和信息技术服务业，可能是中型或小型或微型企业',
    ]);
    expect(explain('other', { staff: 9, revenue: null, assets: null }, 'en')).toEqual([
      'A large enterprise needs staff of at least 300: staff is 9, below that',
      'A medium enterprise needs staff of at least 100: staff is 9, below that',
      'A small enterprise needs staff of at least 10: staff is 9, below that',
      'Other industries: a micro enterprise',
    ]);
    expect(explain('agriculture', { staff: null, revenue: 20_000, assets: null }, 'en')).toEqual([
      'A large enterprise needs revenue of at least 200,000,000 yuan: reached',
      'Agriculture, forestry, fishing: a large enterprise',
    ]);
  });
});
