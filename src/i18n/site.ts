import { w } from './words.ts';

/** Each language by its own name. */
export const languageNames = { 'zh-Hans': '简体', 'zh-Hant': '繁體', en: 'English' } as const;

/** The words of the site's pages. Forms, cases and content bring their own. */
export const site = {
  desk: w('复工服务台', 'Reopening desk'),
  skip: w('跳到正文', 'Skip to content'),
  search: w('搜索', 'Search'),
  doors: w('五个入口', 'Main sections'),
  asOf: w('本站内容按{date}那天的情况写。', 'The site speaks of {date}.'),
  inChinese: w('中文', 'in Chinese'),
  breadcrumbs: w('所在位置', 'You are here'),
  home: w('首页', 'Home'),
  helpTitle: w('不会填、找不到？打电话', 'Stuck? Call us'),
  helpHours: w('{address}，工作日{from}至{to}', '{address}, working days {from} to {to}'),
  more: w('全部', 'All'),
  sample: w('示例', 'Sample'),
  checkText: w('待核对原文', 'To be checked against the original'),
  notRechecked: w('核对日期：{date}，未再核对', 'Checked on {date}, not again since'),
  other: w('其他栏目', 'More'),
} as const;

/** The edition in large type: the way there and back, and what reads it out. */
export const largeWords = {
  large: w('大字版', 'Large type'),
  usual: w('标准版', 'Usual type'),
  read: w('朗读这一页', 'Read this page aloud'),
  pause: w('暂停', 'Pause'),
  on: w('接着读', 'Go on'),
  stop: w('停止', 'Stop'),
  silent: w('这台设备读不出来', 'This device cannot read it aloud'),
} as const;

/** The five doors: the first part of a name is left out where room is scarce. */
export const doors = [
  {
    path: '/guides/',
    lead: w('看复工', ''),
    name: w('指南', 'Guides'),
    note: w('怎么防、怎么管', 'What to do before and after reopening'),
    english: true,
  },
  {
    path: '/policies/',
    lead: w('查惠企', ''),
    name: w('政策', 'Policies'),
    note: w('税费社保、贷款房租', 'Taxes, social insurance, loans, rent'),
    english: false,
  },
  {
    path: '/hotlines/',
    lead: w('找办事', ''),
    name: w('电话', 'Phones'),
    note: w('该打哪个，几点有人接', 'Whom to call, and when'),
    english: true,
  },
  {
    path: '/forms/',
    lead: w('', ''),
    name: w('反映困难', 'Get help'),
    note: w('缺口罩、缺人、缺钱、有疑问，都可以说', 'Short of masks, staff or money, or a question'),
    english: true,
  },
  {
    path: '/track/',
    lead: w('查办理', ''),
    name: w('进度', 'Track'),
    note: w('凭登记编号和查询密码', 'With your case number and PIN'),
    english: true,
  },
] as const;

export const homeWords = {
  ask: w('用大白话问', 'Ask in plain words'),
  example: w('例如：工资发不出来怎么办', 'For example: masks (most pages are in Chinese)'),
  go: w('查一查', 'Search'),
  status: w('本区情况和应急电话', 'Risk level and urgent numbers'),
  risk: w('本区风险等级', 'Risk level of the zone'),
  riskSince: w('截至{date}，{from}起', 'As of {date}, since {from}'),
  riskNone: w('未公布', 'Not announced'),
  duty: w('防控值班电话', 'Duty phone'),
  dutyNote: w('发热、疑似情况先打', 'Fever or suspected cases: call first'),
  fever: w('发热门诊', 'Fever clinic'),
  notice: w('通知', 'Notice'),
  ending: w('即将到期的政策', 'Policies that end soon'),
  endingNote: w('按{date}算，从最早到期的列起', 'As of {date}, the soonest first. Policies are in Chinese.'),
  endingNone: w('没有写明近期截止的政策。', 'No policy is known to end soon.'),
  asked: w('常见问题', 'Common questions'),
} as const;

export const risks = {
  low: w('低风险', 'Low'),
  medium: w('中风险', 'Medium'),
  high: w('高风险', 'High'),
} as const;

/** Which risk levels a passage of the guide is for. */
export const passageRisks = {
  low: w('低风险地区', 'Low-risk areas'),
  mid: w('中风险地区', 'Medium-risk areas'),
  high: w('高风险地区', 'High-risk areas'),
  low_mid: w('低、中风险地区', 'Low and medium-risk areas'),
  mid_high: w('中、高风险地区', 'Medium and high-risk areas'),
} as const;

export const guideWords = {
  title: w('复工指南', 'Reopening guides'),
  lead: w(
    '一节讲一件事。每条后面写着依据，点开能看原文件。',
    'One topic a page, each passage with its source.',
  ),
  contents: w('本节内容', 'On this page'),
  sections: w('各节', 'Sections'),
  sources: w('依据', 'Source'),
  sourcesTitle: w('本节依据', 'Sources of this page'),
  later: w('{date}起的新规定', 'New rules from {date}'),
  previous: w('上一节', 'Previous'),
  next: w('下一节', 'Next'),
  needHelp: w('还办不了？', 'Still stuck?'),
  call: w('可以打', 'Call'),
} as const;

export const policyWords = {
  card: w('{summary}（{day}：{state}）', '{summary} ({day}: {state})'),
  title: w('惠企政策', 'Support policies'),
  lead: w('先看第一个标签，知道要不要申请。', 'The first tag says whether you must apply.'),
  later: w('{date}以后公开的文件', 'Documents made public after {date}'),
  laterCount: w('{count}份', '{count}'),
  expiredNote: w('这项政策已到期。', 'This policy has ended.'),
  unknownIssued: w('成文日期未核到', 'Date of issue not found'),
  facts: w('文件信息', 'About the document'),
  number: w('文号', 'Document number'),
  numberUnknown: w('未核到', 'Not found'),
  issuers: w('发文机构', 'Issued by'),
  issued: w('成文日期', 'Date of issue'),
  published: w('公开日期', 'Made public'),
  from: w('实施日期', 'In force from'),
  end: w('截止日期', 'Ends'),
  endNone: w('文件未写，停止执行会另行通知', 'Not stated'),
  applyBy: w('申报截止', 'Apply by'),
  declared: w('有效性', 'Validity as declared'),
  topics: w('主题', 'Topics'),
  kind: w('类型', 'Kind'),
  source: w('原文', 'Original'),
  sourceLink: w('打开发布网页', 'Open the published page'),
  repostLink: w('打开转载网页', 'Open the reposted page'),
  sourceNone: w('没有核到可以链接的官方网页', 'No official page found to link'),
  checkedOn: w('核对日期', 'Checked on'),
  laterChange: w('后来的变化（{date}以后的事）', 'Later changes (after {date})'),
  copy: w('复制文字发群里', 'Copy the text'),
  copyCite: w('复制引用', 'Copy the citation'),
  copied: w('已复制，可以粘贴到群里', 'Copied'),
  everywhere: w('别处的规定只作参考，以本地的为准。', 'Rules of other places are for reference.'),
} as const;

export const hotlineWords = {
  title: w('办事电话', 'Phone numbers'),
  lead: w(
    '不知道打哪个，先打12345。号码后面写着几点有人接。',
    'Not sure whom to call: 12345. Names of services are in Chinese.',
  ),
  groups: w('按事情找', 'By matter'),
  local: w('各地电话', 'Local numbers'),
  localNote: w(
    '这些是别的地方公布的，供参考；本地的以当地公布为准。',
    'Published by other places, for reference.',
  ),
  noNumber: w('号码未公布', 'Number not published'),
  fax: w('传真', 'Fax'),
  later: w('{date}以后才有的电话和渠道', 'Numbers and services opened after {date}'),
  since: w('{date}起', 'From {date}'),
  sinceWhen: w('从哪天起', 'Since'),
  channels: w('网上办理渠道', 'Online services'),
} as const;

export const pageWords = {
  faq: w('常见问题', 'Common questions'),
  faqLead: w('{count}个问题，按事情分。答案下面有相关政策。', '{count} questions by topic.'),
  related: w('相关', 'See also'),
  answeredBy: w('{by}答复，{date}发布', 'Answered by {by}, published {date}'),
  notices: w('通知', 'Notices'),
  noticesLead: w('本区发布的通知，最新的在前。', 'Notices of the zone, newest first.'),
  noticeSample: w('这是示例通知，内容不是真的。', 'This is a sample notice.'),
  practices: w('各地做法', 'What other zones did'),
  practicesLead: w('别的园区在2020年2月至3月怎么做的，数字照原文。', 'Figures as in the original reports.'),
  figures: w('数字', 'Figures'),
  figure: w('指标', 'Figure'),
  value: w('数值', 'Value'),
  asOf: w('截至', 'As of'),
  about: w('约', 'about '),
  notesTitle: w('怎么看这些数字', 'Notes on the figures'),
  reported: w('{name}，{date}', '{name}, {date}'),
  suppliers: w('供应信息', 'Suppliers'),
  suppliersLead: w(
    '先验货后付款，本区不担保。下面都是示例，不能据此采购。',
    'Samples only. Inspect before you pay; the zone gives no guarantee.',
  ),
  notFound: w('没有这个页面', 'Page not found'),
  notFoundLead: w(
    '地址可能写错了，或者页面已经换了地方。',
    'The address may be wrong, or the page has moved.',
  ),
  notFoundTry: w('可以从这里找：', 'Try one of these:'),
} as const;

export const supplierKinds = {
  materials: w('防疫物资', 'Supplies'),
  catering: w('送餐', 'Catering'),
  lodging: w('住宿', 'Lodging'),
} as const;
