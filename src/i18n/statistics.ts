import { w } from './words.ts';

/** The public statistics: page, dictionary, open data. */
export const statisticsWords = {
  title: w('统计', 'Statistics'),
  asOf: w(
    '截至{date}24时。每天更新一次，只公布已经过完的日子。',
    'As of the end of {date}. Renewed once a day, closed days only.',
  ),
  counting: w(
    '有一部分件还在统计，数字会再变。',
    'Some cases are still being counted; the figures will change.',
  ),
  none: w(
    '还没有可以公布的数。有企业报送复工信息、反映困难以后，第二天就能在这里看到。',
    'Nothing to publish yet. Once enterprises file or ask for help, it shows here the day after.',
  ),
  about: w('约{n}', 'about {n}'),
  saysNeeds: w(
    '收到企业反映的事{received}件，办结{closed}件。',
    'Received from enterprises: {received} cases, of which {closed} are closed.',
  ),
  saysReturns: w(
    '收到企业提交的{received}件，其中每日零报告{returns}件；办结{closed}件。',
    'Received from enterprises: {received} cases, {returns} of them daily returns; closed: {closed}.',
  ),
  saysTime: w(
    '近30日，一半在{median}个工作小时内得到答复，九成在{ninety}个工作小时内。',
    'In the last 30 days half were answered within {median} working hours, nine in ten within {ninety}.',
  ),
  saysFirms: w('已复工企业{firms}家。', 'Enterprises at work: {firms}.'),
  saysStaff: w('已复工企业{firms}家，到岗{staff}人。', 'Enterprises at work: {firms}, with {staff} staff.'),
  firms: w('复工企业和到岗人数', 'Enterprises at work and their staff'),
  firmsCounted: w(
    '按复工信息报送和复工告知算，一个统一社会信用代码是一家；没有代码的各算一家。人数是企业报的拟到岗人数。',
    'By filings and clearances. One credit code is one enterprise; each without a code is another. Staff is what they filed as expected at work.',
  ),
  firmsNotCounted: w(
    '没有报送的企业、被要求停工整改的企业；没报人数的企业不在人数里，不按0算。',
    'Enterprises that did not file or were told to stop; those that gave no staff are not in the staff, and not taken as 0.',
  ),
  line: w('战线', 'Line'),
  firmsOpen: w('已复工企业', 'Enterprises at work'),
  firmsColumn: w('企业（家）', 'Enterprises'),
  reporting: w('其中报了人数的（家）', 'Of them gave staff'),
  staffColumn: w('人数（人）', 'Staff'),
  form: w('事项', 'Matter'),
  needs: w('收到和办结', 'Received and closed'),
  received: w('收到（件）', 'Received'),
  closed: w('办结（件）', 'Closed'),
  rates: w('办结、解决、满意，分开算', 'Closed, solved, content: each apart'),
  rate: w('比率', 'Share'),
  numerator: w('分子', 'Numerator'),
  denominator: w('分母', 'Denominator'),
  times: w('多久得到答复', 'Time to an answer'),
  figure: w('指标', 'Figure'),
  value: w('数值', 'Value'),
  measured: w('量了多少件', 'Measured'),
  weeks: w('每周', 'Week by week'),
  weekly: w('{name}，每周一点', '{name}, a point a week'),
  day: w('截至', 'As of'),
  total: w('合计', 'Total'),
  withheld: w('少于5', 'under 5'),
  withheldNote: w(
    '另有{n}格少于5，不列出，也没有计入合计。',
    'Not listed and not in the total: {n} with fewer than five.',
  ),
  definition: w('怎么算的', 'How it is counted'),
  counted: w('算法', 'Counted'),
  notCounted: w('不计入', 'Not counted'),
  notStaff: w('{n}家没有报人数，没有计入人数。', 'Enterprises that gave no staff and are not in it: {n}.'),
  few: w('不满20件，不公布', 'Fewer than 20, not published'),
  chartSays: w('图：{bars}。数字见旁边的表。', 'Chart: {bars}. The table beside it gives the numbers.'),
  pair: w('{name}{value}', '{name} {value}'),
  between: w('，', '; '),
  receivedChart: w('收到的件，按事项', 'Cases received, by matter'),
  firmsChart: w('复工企业，按战线', 'Enterprises at work, by line'),
  how: w('为什么是约数', 'Why the numbers are rounded'),
  howText: w(
    '为了不让人从数字里认出哪一家：1到4的格不列出，其余的数取最近的5的倍数；人数不到1000的取十，以上的取百。合计由列出的数相加，所以各行加起来正好是合计；和真实的合计会差一点。0就是没有，“—”是没有数。',
    'So that no single enterprise is found out: 1 to 4 is not listed, other counts are rounded to the nearest five, staff to tens below a thousand and to hundreds above. Totals are made of what is listed, so the rows come to the total exactly, and the total may differ a little from the true one. 0 is none, “—” is no number.',
  ),
  data: w('下载数据', 'Download the data'),
  csv: w('CSV表格', 'CSV'),
  json: w('JSON数据', 'JSON'),
  dictionary: w('数据字典', 'Data dictionary'),
  dictionaryLead: w(
    '每个指标的名称、单位、算法、不计入什么，和下载文件里每一栏的意思。',
    'What each figure and each column of the downloads means.',
  ),
  columns: w('CSV的栏目', 'Columns of the CSV'),
  column: w('栏目', 'Column'),
  meaning: w('意思', 'Meaning'),
  code: w('代码', 'Code'),
  unit: w('单位', 'Unit'),
  figures: w('指标', 'Figures'),
  others: w('别的区公布的数字', 'What other zones published'),
  back: w('看统计', 'To the statistics'),
} as const;

/** The columns of the CSV, in order. */
export const csvColumns = {
  as_of: w('截至哪一天，当天24时', 'The day, as of its end'),
  figure: w('指标代码，见下表', 'Code of the figure, see below'),
  figure_zh: w('指标名称（中文）', 'Name of the figure in Chinese'),
  figure_en: w('指标名称（英文）', 'Name of the figure in English'),
  part: w('事项或战线的代码；空着的是合计', 'Code of the matter or line; empty for the total'),
  part_zh: w('事项或战线（中文）', 'Matter or line in Chinese'),
  part_en: w('事项或战线（英文）', 'Matter or line in English'),
  value: w(
    '数值；比率是百分数，空着的是不列出或没有数',
    'Value; a share is in per cent; empty where withheld or unknown',
  ),
  numerator: w('比率的分子', 'Numerator of a share'),
  denominator: w(
    '比率的分母；用时的是量了多少件',
    'Denominator of a share; of a time, how many were measured',
  ),
  withheld: w(
    '合计行：有几格少于5没有计入；其他行：1是因为少于5不列出',
    'In a total: cells under five that are not in it; else 1 where the value is under five',
  ),
  unit: w('单位', 'Unit'),
} as const;

/** Figures that come of the tables of enterprises, not of cases. */
export const firmFigures = {
  firms: { name: w('已复工企业', 'Enterprises at work'), unit: w('家', 'enterprises') },
  reporting: { name: w('其中报了人数的企业', 'Of them gave staff'), unit: w('家', 'enterprises') },
  staff: { name: w('到岗人数', 'Staff at work'), unit: w('人', 'persons') },
} as const;
