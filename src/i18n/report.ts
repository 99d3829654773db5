import { w } from './words.ts';

/** The daily report, on the page, in the sheet and in the message. */
export const reportWords = {
  title: w('日报', 'Daily report'),
  lead: w('{day}，截至{time}。', '{day}, as of {time}.'),
  behind: w(
    '刚刚变动的件还有一部分没计入，稍后刷新。',
    'Some cases that changed a moment ago are not counted yet: reload in a while.',
  ),
  headline: w('总的情况', 'At a glance'),
  headlineNote: w(
    '每项怎么算、不算什么，见“数据”页。率都是累计，括号里是分子/分母；没有可算的写“—”。',
    'How each figure is counted stands on the page of figures. Shares are of all so far, with both numbers beside; “—” where there is nothing to divide by.',
  ),
  byForm: w('按事项', 'By form'),
  byDepartment: w('按部门', 'By department'),
  byArea: w('按片区', 'By area'),
  apartNote: w(
    '各行相加等于合计。部门按当时的主办部门算。',
    'The rows add up to the sum. A department counts for what it led at the time.',
  ),
  supplies: w('物资', 'Supplies'),
  suppliesNote: w(
    '需求、已承诺、缺口是现在未办结的需求；已发放、库存是全部批次。数量填“不清楚”的不在需求和缺口里。按现在的台账，不随所选日期变。',
    'Asked, promised and missing are of needs that are open now; handed over and left are of all lots. Needs of unknown quantity are in neither asked nor missing. The ledger as it stands now, whatever day is chosen.',
  ),
  figure: w('指标', 'Figure'),
  today: w('当日', 'On the day'),
  yesterday: w('前一日', 'Day before'),
  lastWeek: w('上周同日', 'A week before'),
  unit: w('单位', 'Unit'),
  form: w('事项', 'Form'),
  department: w('部门', 'Department'),
  area: w('片区', 'Area'),
  sum: w('合计', 'Sum'),
  item: w('物资', 'Item'),
  asked: w('需求', 'Asked'),
  promised: w('已承诺', 'Promised'),
  missing: w('缺口', 'Missing'),
  given: w('已发放', 'Handed over'),
  left: w('库存', 'Left'),
  more: w('其余见日报页面。', 'The rest stands on the page of the report.'),
  none: w('没有。', 'None.'),
  message: w('发到群里的文字', 'Text for a group'),
  messageHelp: w('只有数字，没有企业和个人的信息。', 'Numbers alone: nothing of an enterprise or a person.'),
  copy: w('复制文字发群里', 'Copy the text'),
  copied: w('已复制', 'Copied'),
  print: w('打印', 'Print'),
  sheet: w('下载表格', 'Download the sheet'),
  figures: w('数据', 'Figures'),
  day: w('哪一天', 'Which day'),
  show: w('查看', 'Show'),
} as const;

/** The page of figures, and the cases behind one. */
export const figurePageWords = {
  title: w('数据', 'Figures'),
  lead: w(
    '{day}，截至{time}。每项旁边写着怎么算、不算什么。',
    '{day}, as of {time}. Each says how it is counted and what is not.',
  ),
  report: w('当日日报', 'Report of the day'),
  counted: w('怎么算', 'How it is counted'),
  notCounted: w('不算：', 'Left out: '),
  measured: w('件', 'cases'),
  daily: w('当日', 'On the day'),
  standing: w('现状', 'As it stands'),
  shares: w('比率和用时', 'Shares and times'),
} as const;

/** What is behind a figure: cases, enterprises, stays. */
export const behindWords = {
  title: w('{figure}：{day}', '{figure}: {day}'),
  total: w('{n}{unit}', '{n} {unit}'),
  cases: w('件', 'cases'),
  all: w(
    '下面的件加起来就是这个数，按现在的情况显示，最近计入的在前。',
    'The cases below add up to this figure. They are shown as they stand now, what was counted last on top.',
  ),
  within: w(
    '只列您能看到的件，按现在的情况显示，可能比数字少。',
    'Only cases within your reach, as they stand now: there may be fewer than the figure says.',
  ),
  none: w('没有您能看到的件。', 'No case within your reach.'),
  nothing: w('没有。', 'None.'),
  sides: w('这个率的两个数', 'Both numbers of the share'),
  of: w('分子', 'Numerator'),
  among: w('分母', 'Denominator'),
  times: w('计{n}次', 'counts {n} times'),
} as const;
