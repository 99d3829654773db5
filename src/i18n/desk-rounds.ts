import { w } from './words.ts';

/** Why a contact is not written down as it was typed, and what to do instead. */
export const roundRules = {
  note: w('请写几个字：说了什么、约定什么', 'Write a few words: what was said, what was agreed'),
  long: w('记录最多500个字，请写短一些', 'At most 500 characters: shorten the note'),
  plain: w(
    '有看不见的控制字符或残缺的字，请删掉后重新输入',
    'There are control or broken characters: delete them and type again',
  ),
  case: w(
    '没有这一件，或者不是这家企业的，请核对登记编号',
    'There is no such case of this enterprise: check the number',
  ),
} as const;
export type RoundRule = keyof typeof roundRules;

/** Words of the rounds: enterprises on a list, each asked after every so many days. */
export const roundWords = {
  title: w('重点企业调度', 'Rounds'),
  lead: w(
    '名单里的企业，按名单定的间隔联系。走访过的也算联系过。',
    'Enterprises on a list are asked after as often as the list says. A visit counts too.',
  ),
  views: w('调度列表', 'Lists of rounds'),
  due: w('今天要联系的', 'To ask after today'),
  all: w('名单里全部', 'Everybody on a list'),
  sum: w(
    '名单里{all}户，今天要联系{due}户，其中过期{late}户。',
    '{all} on the lists; {due} to ask after today, {late} of them late.',
  ),
  tier: w('名单', 'List'),
  everyTier: w('所有名单', 'Every list'),
  show: w('查看', 'Show'),
  when: w('哪天以前', 'By'),
  enterprise: w('企业', 'Enterprise'),
  last: w('上次联系', 'Last contact'),
  who: w('对口部门', 'Department'),
  area: w('片区', 'Area'),
  daily: w('{tier}，一日一调度', '{tier}, every office day'),
  every: w('{tier}，每{n}个工作日', '{tier}, every {n} office days'),
  now: w('今天', 'Today'),
  late: w('已过期', 'Late'),
  never: w('还没有联系过', 'Never asked after'),
  by: w('{who}，{at}', '{who}, {at}'),
  none: w('今天没有要联系的企业。', 'Nobody is to be asked after today.'),
  noneAtAll: w('您联系的企业里，没有在名单里的。', 'None of your enterprises is on a list.'),
  back: w('回到调度', 'Back to the rounds'),
  next: w('下一次：{day}以前', 'Next: by {day}'),
  record: w('记一次联系', 'Write down a contact'),
  note: w('说了什么、约定什么', 'What was said, what was agreed'),
  noteHelp: w(
    '最多500个字，加密存放，一年后删掉。',
    'At most 500 characters, stored encrypted, deleted after a year.',
  ),
  case: w('和哪一件有关（选填，登记编号）', 'About which case (optional, its number)'),
  caseHelp: w(
    '新的困难请用“代录”登记，办理有时限。',
    'A new difficulty belongs in Enter for a caller: then it has a due time.',
  ),
  save: w('记下', 'Write down'),
  saved: w('已记下。', 'Written down.'),
  history: w('联系记录', 'Contacts'),
  noHistory: w('还没有联系记录。', 'No contact yet.'),
  about: w('关于{number}', 'About {number}'),
  gone: w('（记录已删掉）', '(the note was deleted)'),
} as const;
