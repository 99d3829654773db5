import { w } from './words.ts';

/** The part of the daily report on enterprises in operation. */
export const sectionWords = {
  title: w('复工企业和每日零报告', 'Reopened enterprises and daily returns'),
  columns: [
    w('战线', 'Line'),
    w('复工企业', 'Enterprises at work'),
    w('备案到岗人数', 'Staff as filed'),
    w('人数不清楚的企业', 'Enterprises with unknown staff'),
    w('应报', 'Returns due'),
    w('按时', 'In time'),
    w('迟报', 'Late'),
    w('未报', 'Missing'),
    w('待核对', 'To be looked at'),
    w('无异常', 'Nothing unusual'),
    w('日报到岗', 'Present'),
    w('发热', 'With fever'),
  ],
  all: w('合计', 'All'),
  note: w(
    '截至{day}。一个信用代码算一家；没有代码的，一件算一家。备案到岗人数是企业报的，没写人数的不算进去，另外列出几家。到岗和发热只加报了的，未报不是0。另有{n}份日报对不上应报的企业。',
    'As of {day}. One credit code is one enterprise; without a code each filing is one. Staff is what enterprises filed; those that gave no figure are counted apart. Present and fever add up only what was reported: missing is not 0. {n} more returns came from enterprises that owe none.',
  ),
} as const;

/** The list of enterprises at work on a day. */
export const firmListWords = {
  title: w('复工企业：{day}', 'Enterprises at work: {day}'),
  known: w('备案到岗人数：{day}', 'Staff as filed: {day}'),
  unknown: w('人数不清楚的企业：{day}', 'Enterprises with unknown staff: {day}'),
  firms: w('家', 'enterprises'),
  people: w('人', 'people'),
  staff: w('{n}人', 'staff of {n}'),
  noStaff: w('人数不清楚', 'staff unknown'),
  since: w('{day}起', 'since {day}'),
  all: w(
    '下面的企业加起来就是这个数，一家企业一行，按让它开工的那一件备案列，最近报的在前。',
    'The enterprises below add up to this figure, one a line, by the filing that lets it work, the newest first.',
  ),
  within: w(
    '只列您联系的或您部门管的企业，可能比数字少。',
    'Only enterprises that you or your department look after: there may be fewer than the figure says.',
  ),
  none: w('没有这样的企业。', 'No such enterprise.'),
} as const;
