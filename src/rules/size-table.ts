import { type Words, w } from '#src/i18n/words.ts';

/** What the size of an enterprise is measured by: staff in persons, revenue and total assets of a year in 万元. */
export const measures = ['staff', 'revenue', 'assets'] as const;
export type Measure = (typeof measures)[number];

/** All of these must be reached; a measure that the industry does not count by is left out. */
export type Least = Readonly<Partial<Record<Measure, number>>>;
type Industry = {
  readonly name: Words;
  readonly large: Least;
  readonly medium: Least;
  readonly small: Least;
};

/** 从业人员 and 营业收入, the pair most industries are measured by. */
const pair = (staff: number, revenue: number): Least => ({ staff, revenue });

/**
 * 工信部联企业〔2011〕300号 四: from which figures on an enterprise is large, medium, small; below small it is micro. The ceiling of
 * 中小微 there is an "or" (1000人以下或营业收入40000万元以下), so large is whoever reaches both.
 */
export const industries = {
  agriculture: {
    name: w('农、林、牧、渔业', 'Agriculture, forestry, fishing'),
    large: { revenue: 20_000 },
    medium: { revenue: 500 },
    small: { revenue: 50 },
  },
  industry: {
    name: w('工业', 'Industry'),
    large: pair(1000, 40_000),
    medium: pair(300, 2000),
    small: pair(20, 300),
  },
  construction: {
    name: w('建筑业', 'Construction'),
    large: { revenue: 80_000, assets: 80_000 },
    medium: { revenue: 6000, assets: 5000 },
    small: { revenue: 300, assets: 300 },
  },
  wholesale: {
    name: w('批发业', 'Wholesale'),
    large: pair(200, 40_000),
    medium: pair(20, 5000),
    small: pair(5, 1000),
  },
  retail: {
    name: w('零售业', 'Retail'),
    large: pair(300, 20_000),
    medium: pair(50, 500),
    small: pair(10, 100),
  },
  transport: {
    name: w('交通运输业', 'Transport'),
    large: pair(1000, 30_000),
    medium: pair(300, 3000),
    small: pair(20, 200),
  },
  storage: {
    name: w('仓储业', 'Storage'),
    large: pair(200, 30_000),
    medium: pair(100, 1000),
    small: pair(20, 100),
  },
  post: {
    name: w('邮政业', 'Post'),
    large: pair(1000, 30_000),
    medium: pair(300, 2000),
    small: pair(20, 100),
  },
  lodging: {
    name: w('住宿业', 'Lodging'),
    large: pair(300, 10_000),
    medium: pair(100, 2000),
    small: pair(10, 100),
  },
  catering: {
    name: w('餐饮业', 'Catering'),
    large: pair(300, 10_000),
    medium: pair(100, 2000),
    small: pair(10, 100),
  },
  telecom: {
    name: w('信息传输业', 'Information transmission'),
    large: pair(2000, 100_000),
    medium: pair(100, 1000),
    small: pair(10, 100),
  },
  software: {
    name: w('软件和信息技术服务业', 'Software and information services'),
    large: pair(300, 10_000),
    medium: pair(100, 1000),
    small: pair(10, 50),
  },
  'real-estate': {
    name: w('房地产开发经营', 'Property development'),
    large: { revenue: 200_000, assets: 10_000 },
    medium: { revenue: 1000, assets: 5000 },
    small: { revenue: 100, assets: 2000 },
  },
  property: {
    name: w('物业管理', 'Property management'),
    large: pair(1000, 5000),
    medium: pair(300, 1000),
    small: pair(100, 500),
  },
  leasing: {
    name: w('租赁和商务服务业', 'Leasing and business services'),
    large: { staff: 300, assets: 120_000 },
    medium: { staff: 100, assets: 8000 },
    small: { staff: 10, assets: 100 },
  },
  other: {
    name: w('其他未列明行业', 'Other industries'),
    large: { staff: 300 },
    medium: { staff: 100 },
    small: { staff: 10 },
  },
} as const satisfies Record<string, Industry>;

export type IndustryCode = keyof typeof industries;
