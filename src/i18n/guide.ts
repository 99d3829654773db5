import { w } from './words.ts';

/** Sizes that a reader of the guide can choose between; `sole` is 个体工商户. */
export const readerSizes = {
  sole: w('个体工商户', 'Sole proprietors'),
  small: w('小微企业', 'Small and micro enterprises'),
  medium: w('中型企业', 'Medium enterprises'),
  large: w('大型企业', 'Large enterprises'),
} as const;

/** The marks of the guide and the choosing of a view. */
export const guideMarks = {
  tick: w('核对清单里有这一项', 'On the checklist'),
  figures: w('本节的数字', 'Figures of this section'),
  what: w('事项', 'Matter'),
  value: w('数字', 'Figure'),
  basis: w('依据和日期', 'Source and date'),
  until: w('{date}起有新规定，改为：', 'From {date} a newer rule holds:'),
  before: w('{date}以前各地都照这条做。', 'Before {date} this held everywhere.'),
  former: w('{date}以前的规定', 'Rules before {date}'),
  newer: w('看新规定', 'See the newer rule'),
  noDate: w('日期未核到', 'date not found'),
} as const;

export const viewWords = {
  title: w('按我的情况看', 'What applies to me'),
  line: w('主要做什么', 'Line of business'),
  size: w('规模', 'Size'),
  risk: w('风险等级', 'Risk level'),
  any: w('都看', 'Everything'),
  now: w('本区现在是{level}', 'The zone is at: {level}'),
  why: w('不适用：您选的是', 'Not for you: you chose '),
  note: w('不适用的会收起来，点开还能看。', 'What does not apply is folded; open it to read.'),
} as const;

/** The short guide in another language than the source. */
export const translatedWords = {
  lead: w(
    '要点的英文译文。每一条点开是中文原文。',
    'The essentials of the Chinese guide. Each line leads to the Chinese passage, which is the one that counts.',
  ),
  stale: w('中文原文已更新，这一句还是旧译文。', 'The Chinese text has changed since this was translated.'),
  basis: w('依据', 'Rests on'),
  later: w('{date}起的新规定', 'Rule of {date}'),
  until: w('{date}起有新规定，见中文原文。', 'A newer rule holds from {date}: see the Chinese passage.'),
} as const;

export const editionWords = {
  title: w('同一份指南的几种样子', 'Editions of the guide'),
  short: w('要点版', 'Short edition'),
  shortLead: w('只留最要紧的，每条能点回原文。', 'The essentials, each linked to its passage.'),
  poster: w('海报', 'Poster'),
  posterLead: w(
    '一页，A4、A3都能打，贴在门口、食堂、电梯里。',
    'One page, A4 or A3, for the gate, the canteen, the lift.',
  ),
  booklet: w('小册子', 'Booklet'),
  bookletLead: w(
    '全文一本，带目录和页码，打印或存成PDF。',
    'Everything with contents and page numbers, to print or save as PDF.',
  ),
  checklist: w('自查清单', 'Checklist'),
  checklistLead: w(
    '做完一项勾一项，看还差什么、去哪里补。',
    'Tick what is done, see what is missing and where to get it.',
  ),
  process: w('复工流程图', 'Flowchart'),
  processLead: w(
    '从准备到开工，先后做什么、找谁、多久。',
    'From preparing to working again: what, with whom, how long.',
  ),
  documents: w('承诺书、方案模板', 'Letters and plans'),
  documentsLead: w(
    '填好就能打印、存成Word，内容不离开您的设备。',
    'Fill in, print or save for Word; nothing leaves your device.',
  ),
  print: w('打印', 'Print'),
  elsewhere: w(
    '用浏览器的“打印”。微信里不能打印：点右上角的“…”，选“在浏览器打开”。',
    'Use the browser’s Print. WeChat cannot print: open the page in a browser from the menu “…”.',
  ),
  pdf: w('下载PDF', 'Download the PDF'),
  posterTitle: w('复工防疫 这样做', 'Back to work, safely'),
  scan: w('扫码看最新指南', 'Scan for the living guide'),
  duty: w('防控值班', 'Duty phone'),
  clinic: w('发热门诊', 'Fever clinic'),
  written: w('按{date}的规定写，有变化以网上为准。', 'As of {date}; the site has what changed since.'),
  contents: w('目录', 'Contents'),
} as const;

export const processWords = {
  list: w('一步一步写出来', 'Step by step'),
  who: w('谁办', 'Who'),
  takes: w('时间', 'Time'),
  next: w('然后', 'Then'),
} as const;

export const checklistWords = {
  unneeded: w('用不着', 'Not needed'),
  guide: w('看指南', 'Guide'),
  call: w('打电话', 'Call'),
  sum: w(
    '做好了{done}项，用不着{unneeded}项，还差{gaps}项。',
    'Done: {done}. Not needed: {unneeded}. Missing: {gaps}.',
  ),
  all: w('全部做好了。', 'Everything is done.'),
  none: w('还没开始', 'Not started'),
  some: w('做了{n}项，共{of}项', '{n} of {of}'),
  full: w('都做好了', 'Done'),
  gaps: w('看还差什么', 'Show what is missing'),
  back: w('看整张清单', 'Show the whole list'),
  share: w('生成链接', 'Make a link'),
  shared: w(
    '链接里带着您的勾选，不经过网站。复制后发给别人：',
    'The link carries your ticks and does not pass through the site:',
  ),
  copied: w('链接已复制', 'Link copied'),
  keep: w('存在这台设备上', 'Keep on this device'),
  keepNote: w(
    '只存在这台设备的这个浏览器里，加密，{days}天不用就删掉。公用电脑请不要存。',
    'In this browser only, encrypted, deleted after {days} days without use. Do not use on a computer of many people.',
  ),
  kept: w(
    '已存在这台设备上，往下勾会自动再存。',
    'Kept on this device; what you tick from now on is kept too.',
  ),
  forget: w('从这台设备删掉', 'Delete from this device'),
  forgotten: w('已删掉。', 'Deleted.'),
  failed: w('没有存上，可以生成链接带走。', 'Not kept. You can take a link along.'),
  isShared: w(
    '公用电脑上不存。可以生成链接带走。',
    'Nothing is kept on a shared computer. You can take a link along.',
  ),
  insecure: w(
    '网址不是https开头，这里什么都不存。可以生成链接带走。',
    'Without https nothing is kept here. You can take a link along.',
  ),
  paper: w('打印出来，用笔勾也行。', 'It can be printed and ticked by hand.'),
} as const;
