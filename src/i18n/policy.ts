import { w } from './words.ts';

/** The words of the policy lists, their facets, other days, versions and the timeline. */
export const facetWords = {
  level: w('层级', 'Level'),
  region: w('地区', 'Region'),
  topic: w('主题', 'Topic'),
  for: w('对象', 'For'),
  how: w('办法', 'How'),
  status: w('状态', 'Status'),
} as const;

export const statusWords = {
  'in-force': w('执行中', 'In force'),
  ending: w('30天内截止', 'Ends within 30 days'),
  pending: w('还未开始', 'Not yet begun'),
  stopped: w('暂停或额度用完', 'Suspended or used up'),
  over: w('已结束', 'Ended'),
  unknown: w('日期未核到', 'Date not found'),
} as const;

export const listWords = {
  facets: w('按条件找', 'Narrow down'),
  all: w('全部{name}', 'All: {name}'),
  found: w('共{count}份', '{count} documents'),
  none: w('没有同时符合这些条件的政策。去掉一个条件试试。', 'Nothing fits all of these. Take one away.'),
  noneHere: w('按这一天算，这里还没有文件。', 'Nothing here on this day.'),
  clear: w('全部政策', 'All policies'),
  sort: w('排列', 'Order'),
  byLevel: w('按层级', 'By level'),
  byDate: w('按日期', 'By date'),
  byDateTitle: w('惠企政策，按日期排', 'Support policies by date'),
  others: w('换个看法', 'Other views'),
  timeline: w('时间线', 'Timeline'),
  status: w('按月看状态', 'Status by month'),
  selfEmployed: w('个体工商户看这里', 'For the self-employed'),
  feed: w('订阅', 'Feed'),
  three: w('三个说法，三回事', 'Three names that differ'),
} as const;

/** 三回事，各一句话 (a shop owner meets all three). */
export const sizeTerms = [
  {
    term: w('小规模纳税人', 'Small-scale taxpayer'),
    says: w(
      '说的是增值税：年销售额没超过规定标准、按简易办法缴税的纳税人，个体户和公司都可能是。',
      'About VAT: a taxpayer under the threshold who pays by the simple method; a shop or a company may be one.',
    ),
  },
  {
    term: w('小型微利企业', 'Small low-profit enterprise'),
    says: w(
      '说的是企业所得税：应纳税所得额、从业人数、资产总额都不超过规定标准的企业；个体工商户缴的是个人所得税，不算。',
      'About enterprise income tax: income, staff and assets all under the threshold; the self-employed pay personal income tax and are not one.',
    ),
  },
  {
    term: w('小微企业', 'Small and micro enterprise'),
    says: w(
      '说的是规模：按行业、从业人数、营业收入等划出来的小型、微型企业；个体工商户能不能参照，看文件怎么写。',
      'About size: small or micro by industry, staff, revenue and the like; the document says whether the self-employed count.',
    ),
  },
] as const;

export const dayWords = {
  speaks: w('按{date}的情况显示。', 'As of {date}.'),
  other: w('您在看{date}那天的情况。', 'You are looking at {date}.'),
  back: w('回到{date}', 'Back to {date}'),
  backToday: w('回到今天', 'Back to today'),
  bad: w(
    '网址里的日期不存在。写成 ?asof=2020-04-15 这样，年月日都要写全。',
    'The day in the address does not exist. Write it like ?asof=2020-04-15.',
  ),
  choose: w('看别的日子', 'Another day'),
  go: w('看这一天', 'Show'),
} as const;

export const noteWords = {
  superseded: w('自{date}起，这份文件已被新文件替代：', 'Replaced from {date} by: '),
  spent: w('额度自{date}起已用完。依据：{source}', 'Quota used up from {date}. Source: {source}'),
  suspended: w('自{date}起暂停执行。依据：{source}', 'Suspended from {date}. Source: {source}'),
  suspendedTo: w('{date}至{to}暂停执行。依据：{source}', 'Suspended from {date} to {to}. Source: {source}'),
  unpublished: w(
    '这份文件在{date}以后才公开。按那天算，它还没有出台。',
    'This document became public after {date}.',
  ),
} as const;

export const relatedWords = {
  title: w('相关', 'Related'),
  policies: w('政策', 'Policies'),
  forms: w('办事', 'Forms'),
  guides: w('指南', 'Guides'),
  faq: w('问答', 'Questions'),
  hotlines: w('电话', 'Phones'),
  practices: w('各地做法', 'Practice'),
  history: w('文件沿革', 'History of the document'),
  amends: w('本文件改动', 'Changes'),
  amendedBy: w('被改动', 'Changed by'),
  replaces: w('本文件替代', 'Replaces'),
  replacedBy: w('替代它的', 'Replaced by'),
  extendedBy: w('期限由它写明', 'Its term was set by'),
  extends: w('本文件写明期限的', 'Sets the term of'),
  versions: w('各个时候的版本，改了哪里', 'Versions and what changed'),
  cite: w('引用', 'Cite'),
  cited: w('{issuers}：《{title}》（{number}{date}）', '{issuers}: {title} ({number}{date})'),
} as const;

export const versionWords = {
  title: w('各版本 {title}', 'Versions {title}'),
  lead: w(
    '这份政策的期限或内容后来有变。下面是每次变动以后的样子；文字是本站的摘要，以原文为准。',
    'This policy changed later. Each version is our digest; the original prevails.',
  ),
  first: w('印发时', 'As issued'),
  from: w('{date}起', 'From {date}'),
  whole: w('这一版的内容', 'The text of this version'),
  compare: w('和前一版比', 'Compare with the one before'),
  diffTitle: w('改了哪里：{date}', 'What changed on {date}'),
  diffLead: w(
    '标“删”的是前一版的句子，标“增”的是这一版的句子，其余没有变。',
    'Sentences marked “removed” stood in the version before, “added” in this one.',
  ),
  removed: w('删', 'removed'),
  added: w('增', 'added'),
  same: w('没有变的{count}句', '{count} sentences that did not change'),
  end: w('截止日期', 'Ends'),
  endLine: w(
    '{scope}{date}截止（{by}，{announced}宣布）',
    '{scope}ends {date} ({by}, announced {announced})',
  ),
  endNone: w('文件未写截止日期', 'No end date stated'),
  own: w('本文件', 'this document'),
  change: w('变动', 'Changes'),
  changeLine: w('{date}起：{what}（{by}）', 'From {date}: {what} ({by})'),
  superseded: w('{date}起：由《{by}》替代', 'From {date}: replaced by {by}'),
} as const;

export const timelineWords = {
  title: w('政策时间线', 'Timeline of policies'),
  lead: w(
    '一周一格：上面是新实施的，下面是到期的。',
    'Week by week: above what came into force, below what ended.',
  ),
  chart: w('每周新实施和到期的政策份数', 'Policies that came into force and ended, by week'),
  chartSays: w(
    '从{from}到{to}，共{started}份开始实施，{ended}份写明到期。开始最多的一周是{most}，{count}份。',
    'From {from} to {to}, {started} came into force and {ended} ended. Most began in the week of {most}: {count}.',
  ),
  started: w('开始实施', 'Came into force'),
  ended: w('到期', 'Ended'),
  week: w('周（周一至周日）', 'Week (Monday to Sunday)'),
  table: w('每周的政策', 'Policies by week'),
  later: w('{date}以后的事，那天的读者还不知道。', 'What came after {date} was not known that day.'),
  after: w('{date}所在一周以后', 'After the week of {date}'),
  monthOnly: w(
    '{count}份只核到月份，算在当月第一周；{none}份日期没有核到，没有画。',
    '{count} are known to the month only and stand in its first week; {none} without a date are left out.',
  ),
} as const;

export const monthWords = {
  index: w('按月看政策状态', 'Status of policies by month'),
  indexLead: w(
    '每个月月底，每份政策是什么状态；当月哪天变的，也写在里面。',
    'The state of every policy at the end of each month, and the changes within it.',
  ),
  title: w('{month}的政策状态', 'Policies in {month}'),
  lead: w('按{date}的情况写：{count}份已经公开。', 'As of {date}: {count} documents are public.'),
  later: w('还有{count}份在这以后才公开，没有列。', '{count} more became public later and are left out.'),
  changes: w('当月的变化', 'Changes within the month'),
  noChange: w('当月没有变化。', 'Nothing changed.'),
  public: w('公开', 'Made public'),
  before: w('上一月', 'Month before'),
  after: w('下一月', 'Month after'),
  states: w('按状态看', 'By state'),
} as const;

export const feedWords = {
  title: w('订阅', 'Feeds'),
  lead: w(
    '把地址放进阅读器，有新的政策和通知就会收到，不用留电话。',
    'Put an address into a reader to be told of new policies and notices.',
  ),
  count: w('{count}条', '{count} entries'),
} as const;
