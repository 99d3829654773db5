import { w } from './words.ts';

/** The words of the search page, of the box that suggests, and of the pages that need no script. */
export const searchWords = {
  title: w('查一查', 'Search'),
  lead: w(
    '用大白话问就行，也可以输文号、电话、拼音。查什么都不会传出去，只在这台设备上查。',
    'Ask in plain words; document numbers, phone numbers and pinyin work too. Nothing you search for leaves this device. Most answers are in Chinese.',
  ),
  loading: w('正在查……', 'Searching…'),
  found: w('“{query}”找到{count}条', '{count} results for “{query}”'),
  foundMost: w(
    '“{query}”找到{count}条，先列{shown}条',
    '{count} results for “{query}”, the first {shown} shown',
  ),
  nothing: w('“{query}”没有找到', 'Nothing found for “{query}”'),
  nothingSifted: w('这些条件下没有，去掉几个条件再看', 'Nothing under these filters; drop some'),
  also: w('同时查了', 'Also searched for'),
  failed: w('现在查不了，请检查网络后再试一次', 'Search did not work. Check the network and try again'),
  again: w('再试一次', 'Try again'),
  more: w('再看10条', 'Show 10 more'),
  suggestions: w('相关标题', 'Matching titles'),
  suggested: w('有{count}个标题，用上下键选', '{count} titles; use the arrow keys'),
  unsure: w('没有找到合适的答案，把问题交给工作人员', 'No good answer found. Put your question to our staff'),
  unsureNote: w(
    '下面是最接近的内容，不一定对得上。',
    'Below is what comes closest; it may not be what you asked.',
  ),
  ask: w('把问题交给工作人员', 'Ask our staff'),
  askNote: w('没有看到想要的？', 'Not what you need?'),
  call: w('也可以打{number}', 'Or call {number}'),
  sift: w('筛选和排序', 'Filter and sort'),
  sifted: w('筛选和排序（已选{count}项）', 'Filter and sort ({count} chosen)'),
  clearSift: w('去掉全部条件', 'Clear all filters'),
  kind: w('类型', 'Kind'),
  level: w('层级', 'Level'),
  region: w('地区', 'Region'),
  topic: w('主题', 'Topic'),
  all: w('全部', 'All'),
  day: w('按哪天算', 'As of'),
  dayNote: w('那天以后才公开的不列出', 'What was published later is left out'),
  valid: w('只看那天有效的', 'Only what holds on that day'),
  sort: w('排序', 'Sort'),
  relevance: w('最相关的在前', 'Best match first'),
  newest: w('最新的在前', 'Newest first'),
  expired: w('已到期', 'Ended'),
  pending: w('还未开始', 'Not yet begun'),
  recent: w('最近查过', 'Recent searches'),
  open: w('还没有答案的问题', 'Questions without an answer'),
  openNote: w(
    '只存在这台设备上。点一下就能交给工作人员，一般1个工作日内答复。',
    'Kept on this device only. One tap hands it to our staff, who usually answer within a working day.',
  ),
  handOver: w('交给工作人员', 'Ask our staff'),
  remove: w('删掉“{query}”', 'Remove “{query}”'),
  clear: w('清空', 'Clear'),
  keep: w('在这台设备上记住查过的问题', 'Remember searches on this device'),
  samePage: w('这一页还有', 'Also on this page'),
  browse: w('也可以直接看', 'You can also look at'),
  noScript: w(
    '这个浏览器没有运行脚本，不能直接查。下面几样不用脚本也能看。',
    'This browser runs no scripts, so the box cannot search. These pages work without.',
  ),
} as const;

/** What a hit is, before its title. */
export const hitKinds = {
  policy: w('政策', 'Policy'),
  guide: w('指南', 'Guide'),
  faq: w('常见问题', 'Question'),
  hotline: w('电话', 'Phone'),
  form: w('办事', 'Form'),
  notice: w('通知', 'Notice'),
  practice: w('各地做法', 'Practice'),
  supplier: w('供应信息', 'Supplier'),
  document: w('文书模板', 'Template'),
} as const;

/** The pages for readers without scripts: by topic, by initial, and the questions asked most. */
export const indexWords = {
  topics: w('按事情找', 'By topic'),
  topicsLead: w(
    '把常见问题、政策、指南、电话放在一起，一件事一段。',
    'Questions, policies, guides and phone numbers, topic by topic.',
  ),
  letters: w('按拼音找', 'By initial'),
  lettersLead: w(
    '按标题第一个字的拼音排。政策去掉了发文机构，从“关于”后面的字排起。',
    'By the pinyin of the first character of the title.',
  ),
  asked: w('大家常问的', 'Asked most'),
  askedLead: w('点一个问题，直接看答案。', 'Choose a question to see its answer.'),
  answer: w('答案', 'Answer'),
  policies: w('相关政策', 'Policies'),
  guides: w('相关指南', 'Guides'),
  phones: w('可以打的电话', 'Phone numbers'),
  otherNumbers: w('数字和英文', 'Figures and letters'),
} as const;
