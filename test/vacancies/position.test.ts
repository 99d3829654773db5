import { describe, expect, test } from 'vitest';
import { faultsIn, type VacancyTyped } from '#src/vacancies/position.ts';
import { vacancySectionOf } from '#src/vacancies/section.ts';

const known = {
  enterprise: '',
  creditCode: '91350100M000100Y43',
  names: ['王小明'],
  phones: ['13800138000'],
  open: [],
};
const typed: VacancyTyped = {
  title: '焊工',
  skills: '有焊工证',
  headcount: 5,
  payFrom: 5000,
  payTo: 8000,
  employment: 'full-time',
  meals: 1,
  lodging: 0,
  startDay: '2020-04-01',
  insured: 'yes',
  online: '',
  until: '2020-04-19',
};
const faults = (set: Partial<VacancyTyped>, kind: 'hire' | 'lend' = 'hire') =>
  faultsIn(kind, { ...typed, ...set }, known, '2020-03-20');

describe('what may be published of a position', () => {
  test('a sound one has no fault', () => {
    expect(faults({})).toEqual({});
    expect(faults({ skills: '男女不限，满18周岁', payTo: 0, startDay: '', employment: '' })).toEqual({});
    expect(faults({ title: '', payFrom: 0, payTo: 0, skills: '会开叉车' }, 'lend')).toEqual({});
  });

  test.each([
    ['title', { title: '男焊工' }, '性别'],
    ['skills', { skills: '35岁以下' }, '年龄'],
    ['skills', { skills: '湖北籍勿扰' }, '籍贯'],
    ['skills', { skills: '联系13900139000' }, '电话（13900139000）'],
    ['skills', { skills: '电话 138 0013 8000' }, '电话'],
    ['skills', { skills: '加微信 hanjie_88 报名' }, '微信'],
    ['skills', { skills: 'QQ：12345678' }, 'QQ'],
    ['skills', { skills: '找王小明' }, '联系人'],
    ['skills', { skills: '找王经理' }, '联系人'],
    ['skills', { skills: '身份证 110101199003077758 登记' }, '身份证号'],
    ['title', { title: '' }, '请写岗位'],
    ['title', { title: '焊'.repeat(41) }, '40个字'],
    ['skills', { skills: '会'.repeat(201) }, '200个字'],
    ['headcount', { headcount: 0 }, '1到100000'],
    ['headcount', { headcount: Number.NaN }, '1到100000'],
    ['payFrom', { payFrom: 1.5 }, '整数'],
    ['payTo', { payTo: 4000 }, '不低于'],
    ['employment', { employment: '996' }, '用工形式'],
    ['startDay', { startDay: '2020-02-30' }, '日期'],
    ['until', { until: '2020-03-19' }, '90天'],
    ['until', { until: '2020-06-19' }, '90天'],
  ] as const)('%s is refused: %o', (field, set, said) => {
    const found = faults(set);
    expect(Object.keys(found)).toEqual([field]);
    expect(found[field]?.['zh-Hans']).toContain(said);
    expect(found[field]?.en).toBeTruthy();
  });

  test('staff to lend need to say what they can do', () => {
    expect(Object.keys(faults({ title: '', skills: '' }, 'lend'))).toEqual(['skills']);
  });
});

test('the report has both kinds, with zeros where nothing is', () => {
  const { rows, columns } = vacancySectionOf(
    [{ kind: 'hire', count: 3, heads: 12 }],
    [{ kind: 'hire', published: 5, filled: 7 }],
  );
  expect(rows.map(row => row.slice(1))).toEqual([
    [3, 12, 5, 7],
    [0, 0, 0, 0],
  ]);
  expect(rows.every(row => row.length === columns.length)).toBe(true);
});
