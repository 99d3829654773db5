import { describe, expect, it } from 'vitest';
import {
  type Dates,
  dateIn,
  endsOn,
  firstDay,
  isLater,
  sayValidity,
  validityOn,
} from '#src/rules/validity.ts';

const policy = (some: Partial<Dates> = {}): Dates => ({
  published: null,
  issued: '2020-02-20',
  effectiveFrom: '2020-02-01',
  ends: [],
  validity: null,
  checkedOn: '2026-01-01',
  supersededBy: null,
  spent: null,
  suspended: null,
  ...some,
});

const end = (date: string, announced: string, scope: string | null = null) => ({
  date,
  announced,
  by: '本文件',
  scope,
});

const said = (dates: Dates, day: string) => sayValidity(validityOn(dates, day), day, 'zh-Hans');

/** 人社部发〔2020〕11号, extended by 人社部发〔2020〕49号 on 2020-06-22. */
const relief = policy({
  ends: [
    end('2020-06-30', '2020-02-20', '中小微企业'),
    end('2020-04-30', '2020-02-20', '大型企业'),
    end('2020-12-31', '2020-06-22', '中小微企业'),
    end('2020-06-30', '2020-06-22', '大型企业'),
  ],
});

describe('firstDay', () => {
  it('takes the first day a partial date can mean', () => {
    expect(firstDay('2020')).toBe('2020-01-01');
    expect(firstDay('2020-03')).toBe('2020-03-01');
    expect(firstDay('2020-03-20')).toBe('2020-03-20');
    expect(firstDay('2020-01-01')).toBe('2020-01-01');
  });
});

describe('validityOn', () => {
  it('shows only the ends announced by the day, one a scope', () => {
    expect(endsOn(relief.ends, '2020-03-20').map(each => each.date)).toEqual(['2020-04-30', '2020-06-30']);
    expect(endsOn(relief.ends, '2020-06-22').map(each => each.date)).toEqual(['2020-06-30', '2020-12-31']);
    expect(validityOn(relief, '2020-03-20')).toMatchObject({ state: 'in-force', daysLeft: 41 });
    expect(validityOn(relief, '2020-06-25')).toMatchObject({ state: 'ending', daysLeft: 5 });
  });

  it('has ended for all only when every scope has ended', () => {
    expect(validityOn(relief, '2020-05-10').state).toBe('in-force');
    expect(validityOn(relief, '2021-01-01').state).toBe('expired');
  });

  it('counts the last day as in force', () => {
    const dates = policy({ ends: [end('2020-03-20', '2020-02-20')] });
    expect(validityOn(dates, '2020-03-20')).toMatchObject({ state: 'ending', daysLeft: 0 });
    expect(validityOn(dates, '2020-03-21').state).toBe('expired');
  });

  it('knows nothing of a document before it was public, whatever its date of issue', () => {
    const dates = policy({ issued: '2020-03-10', published: '2020-03-25' });
    expect(isLater(dates, '2020-03-20')).toBe(true);
    expect(validityOn(dates, '2020-03-20').state).toBe('unpublished');
    expect(validityOn(dates, '2020-03-25').state).toBe('in-force');
  });

  it('has not begun before its first day, taken from the month where only that is known', () => {
    expect(validityOn(policy({ effectiveFrom: '2020-07' }), '2020-06-30').state).toBe('pending');
    expect(validityOn(policy({ effectiveFrom: '2020-07' }), '2020-07-01').state).toBe('in-force');
  });

  it('does not guess a beginning that was not found', () => {
    expect(validityOn(policy({ issued: null, effectiveFrom: null }), '2020-03-20').state).toBe('unknown');
    expect(validityOn(policy({ issued: null }), '2020-03-20').state).toBe('in-force');
  });

  it('lets a declared lapse count from the day it was checked, not before', () => {
    const dates = policy({ validity: 'lapsed' });
    expect(validityOn(dates, '2020-03-20').state).toBe('in-force');
    expect(validityOn(dates, '2026-01-01').state).toBe('expired');
    const waiting = policy({ validity: 'pending', effectiveFrom: null, checkedOn: '2020-04-01' });
    expect(validityOn(waiting, '2020-03-20').state).toBe('pending');
  });
});

describe('sayValidity', () => {
  it('speaks the words that offices use', () => {
    expect(said(policy(), '2020-03-20')).toBe('执行中，文件未写截止日期');
    expect(said(policy({ ends: [end('2020-06-30', '2020-02-20')] }), '2020-03-20')).toBe(
      '执行中，6月30日截止，还剩102天',
    );
    expect(said(policy({ ends: [end('2021-03-31', '2020-02-20')] }), '2020-03-20')).toContain(
      '2021年3月31日',
    );
    expect(said(relief, '2020-03-20')).toBe('执行中，最早4月30日截止，还剩41天');
    expect(said(policy({ ends: [end('2020-03-20', '2020-02-20')] }), '2020-03-20')).toBe('执行中，今天截止');
    expect(said(policy({ ends: [end('2020-03-01', '2020-02-20')] }), '2020-03-20')).toBe('已到期');
    expect(said(policy({ effectiveFrom: '2020-07-01' }), '2020-03-20')).toBe('还未开始（7月1日起）');
    expect(said(policy({ issued: null, effectiveFrom: null }), '2020-03-20')).toBe('成文日期未核到');
    expect(said(policy({ issued: '2020-05-01' }), '2020-03-20')).toBe('这一天还没有公开');
  });

  it('says dates in the reader’s language', () => {
    expect(dateIn('en', '2020-04-30')).toBe('30 April 2020');
    expect(dateIn('en', '2020-04')).toBe('April 2020');
    expect(dateIn('zh-Hans', '2020-04')).toBe('2020年4月');
  });
});
