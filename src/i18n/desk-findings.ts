import { w } from './words.ts';

/** Why a report is not taken as it was filled in, and what to do instead. */
export const findingRules = {
  state: w('请选今天有没有问题', 'Say whether there was a problem'),
  normal: w(
    '下面写了问题，就不能选“无异常”；请改成“有问题”，或者把问题清空',
    'A problem stands below, so it is not “nothing found”: choose “problems”, or empty the lines',
  ),
  problem: w('选了“有问题”，请至少写一个问题', 'You chose “problems”: write at least one'),
  many: w('最多写20行', 'At most 20 lines'),
  places: w('请写今天查了几处，没有查写0', 'Enter how many places were checked, 0 for none'),
  item: w('请选物资', 'Choose an item'),
  twice: w('这种物资前面有一行了，请合成一行', 'This item stands above already: make it one line'),
  unit: w('这种物资不按这个单位数，请换一个单位', 'This item is not counted in this unit: choose another'),
  quantity: w('请写数字，没有了写0', 'Enter a number, 0 where nothing is left'),
  what: w('请写是什么问题，最多200个字', 'Enter what the problem is, at most 200 characters'),
  personal: w(
    '请删掉电话号码、身份证号和账号，这里很多人看得到',
    'Take out telephone, identity and account numbers: many people read this',
  ),
  enterprise: w('企业名称最多60个字', 'The name of the enterprise: at most 60 characters'),
  creditCode: w(
    '信用代码不对：18位，照营业执照写，不知道就空着',
    'The credit code is wrong: 18 characters as on the licence, or leave it empty',
  ),
  severity: w('请选严重程度', 'Choose how severe it is'),
  due: w('请选哪天前解决：从当天起三个月以内', 'Choose by when: within three months from the day'),
  stand: w('请选现在怎么样', 'Choose how it stands'),
  to: w('请选转给哪个部门，不能转给自己', 'Choose the department that it was handed to, not your own'),
  past: w(
    '后来的日报已经说过这个问题，请改后来的那一份',
    'A later report speaks of this problem: correct that one',
  ),
  gone: w(
    '这个问题已经由别的部门在办，不能在这里改',
    'Another department has this problem now: it cannot be changed here',
  ),
} as const;
export type FindingRule = keyof typeof findingRules;

export const severityWords = {
  minor: w('一般', 'Minor'),
  serious: w('较重', 'Serious'),
  urgent: w('紧急', 'Urgent'),
} as const;

export const standWords = {
  open: w('还没解决', 'Still open'),
  solved: w('解决了', 'Solved'),
  handed: w('转给别的部门', 'Handed to another department'),
} as const;

export const standingWords = {
  missing: w('未报', 'Missing'),
  awaited: w('还没到时间', 'Not due yet'),
  late: w('迟报', 'Late'),
  filed: w('按时', 'In time'),
  beside: w('不用报，报了', 'Not due, sent'),
} as const;

export const problemViewWords = {
  open: w('没解决的', 'Open'),
  wanted: w('请碰头会定的', 'For the meeting'),
  solved: w('解决了的', 'Solved'),
} as const;

export const stepWords = {
  found: w('查到', 'found it'),
  changed: w('改了写法', 'corrected the wording'),
  handed: w('转给{to}', 'handed it to {to}'),
  solved: w('报告解决了', 'reported it solved'),
  reopened: w('报告还没解决', 'reported it open again'),
  withdrawn: w('更正日报时删掉', 'took it out in a correction'),
  linked: w('关联{to}', 'linked {to}'),
} as const;

/** The day's reports at the desk. */
export const findingWords = {
  title: w('督查日报', 'Daily findings'),
  tabs: w('督查日报和碰头会', 'Findings and the meeting'),
  reports: w('日报', 'Reports'),
  problems: w('问题', 'Problems'),
  brief: w('碰头会简报', 'Meeting brief'),
  lead: w(
    '{day}：应报{due}个部门，按时{filed}个，迟报{late}个，未报{missing}个，还没到时间{awaited}个。',
    '{day}: {due} departments due, {filed} in time, {late} late, {missing} missing, {awaited} not due yet.',
  ),
  sums: w(
    '当天查到{found}个问题，解决{solved}个；到当天晚上还有{open}个没解决。报“无异常”的{normal}个部门。',
    '{found} problems found on the day, {solved} solved; {open} open at its end. {normal} departments reported “nothing found”.',
  ),
  nobody: w('这一天没有部门要报。', 'No department is due on this day.'),
  day: w('日期', 'Day'),
  show: w('查看', 'Show'),
  department: w('部门', 'Department'),
  standing: w('上报', 'Report'),
  places: w('查了几处', 'Places'),
  found: w('查到', 'Found'),
  solved: w('解决', 'Solved'),
  open: w('没解决', 'Open'),
  all: w('合计', 'Sum'),
  normal: w('无异常', 'Nothing found'),
  by: w('{time}前', 'by {time}'),
  fileFor: w('填日报', 'File'),
  correct: w('更正', 'Correct'),
  see: w('看日报', 'See'),
  onHand: w('各部门手里的物资', 'Supplies on hand'),
  item: w('物资', 'Item'),
  amount: w('现有', 'On hand'),
  bySome: w('几个部门报的', 'Reported by'),
  onHandNone: w('还没有部门报物资。', 'No department has reported supplies yet.'),
  onHandMissing: w('没有算进来的：{missing}（还没有报）。', 'Not included: {missing} (not reported).'),
  onHandAll: w('应报的部门都报了。', 'Every department that is due has reported.'),
  counted: w('这些数怎么算', 'How this is counted'),
  countedText: w(
    '按时还是迟报看第一次上报的时间，更正不算迟报。未报的部门不算0，也不算“无异常”。问题算在查到它的部门；“没解决”是到当天晚上还没解决的，前几天查到的也算。物资只加报了的部门。',
    'In time or late goes by the first version; a correction makes no report late. A missing report is neither 0 nor “nothing found”. A problem counts with the department that found it; open are those not solved at the end of the day, also of earlier days. Supplies are added up over those who reported.',
  ),
} as const;

/** The form of a report, and its versions. */
export const fileWords = {
  title: w('{department} {day}督查日报', 'Daily findings of {department}, {day}'),
  state: w('今天有没有问题', 'Was there a problem today'),
  normal: w('无异常', 'Nothing found'),
  problem: w('有问题', 'Problems'),
  places: w('今天查了几处', 'Places checked today'),
  supplies: w('手里的物资', 'Supplies on hand'),
  suppliesHelp: w('空着的行不算；用完了写0。', 'Empty lines do not count; enter 0 where nothing is left.'),
  item: w('物资', 'Item'),
  quantity: w('现有多少', 'How much'),
  lines: w('今天查到的问题', 'Problems found today'),
  linesHelp: w(
    '一个问题一行，空着的行不算。不写个人姓名和电话。',
    'One problem a line; empty lines do not count. No names or telephone numbers of persons.',
  ),
  line: w('问题{n}', 'Problem {n}'),
  supply: w('物资{n}', 'Item {n}'),
  what: w('是什么问题', 'What is the problem'),
  enterprise: w('哪家企业（没有就空着）', 'At which enterprise (if any)'),
  creditCode: w('统一社会信用代码（知道就写）', 'Credit code (if known)'),
  severity: w('严重程度', 'Severity'),
  due: w('哪天前解决', 'To be solved by'),
  wanted: w('请碰头会定', 'For the meeting to decide'),
  stand: w('现在怎么样', 'How it stands'),
  held: w('以前的问题，今天怎么样了', 'Earlier problems: how they stand today'),
  heldHelp: w('没有变化的不用动。', 'Leave those alone that have not changed.'),
  heldOf: w('{day}查到 · {severity} · {due}前', 'found on {day} · {severity} · by {due}'),
  more: w('再加三行', 'Three more lines'),
  moreOf: w('{what}：再加三行', '{what}: three more lines'),
  submit: w('上报', 'Send'),
  correct: w('更正上报', 'Send the correction'),
  done: w('已上报。', 'Sent.'),
  version: w('第{n}版', 'Version {n}'),
  versionLead: w('第{n}版，{who}，{at}。', 'Version {n}, {who}, {at}.'),
  old: w('这是以前的版本，后来更正过。', 'This is an earlier version; it was corrected since.'),
  newest: w('看最新的', 'See the newest'),
  versions: w('各版本', 'Versions'),
  noSupplies: w('没有报物资。', 'No supplies were reported.'),
  noLines: w('没有查到问题（无异常）。', 'Nothing was found.'),
  turns: w('以前的问题', 'Earlier problems'),
  handedTo: w('转给{to}', 'handed to {to}'),
  handTo: w('转给{to}', 'Handed to {to}'),
  dueBy: w('{day}前', 'by {day}'),
  stale: w('刚才有人改过', 'Somebody changed it meanwhile'),
  staleText: w(
    '您的没有保存。下面是您填的；请打开最新的看看，再填一次。',
    'Yours was not saved and stands below. Open the newest, and fill it in again.',
  ),
  open: w('打开最新的', 'Open the newest'),
  notDue: w('这个部门这一天不用报，或者过了能补报的日子', 'Nothing is due here, or it is too long ago'),
  notDueText: w('能填、能更正最近7天的。', 'The last 7 days can be sent or corrected.'),
} as const;

/** Problems over the days. */
export const problemWords = {
  title: w('问题清单', 'Problems'),
  lead: w(
    '没有解决的一直列在这里，越急、越久的越靠前。',
    'What is not solved stays here, the most severe and oldest first.',
  ),
  views: w('看哪些', 'Which'),
  every: w('所有部门', 'Every department'),
  show: w('查看', 'Show'),
  none: w('没有这样的问题。', 'There is no such problem.'),
  facts: w('{department}{day}查到', 'found by {department} on {day}'),
  holder: w('现在由{holder}办', 'now with {holder}'),
  due: w('{day}前', 'by {day}'),
  over: w('过了{n}天', '{n} days over'),
  days: w('已经{n}天', '{n} days'),
  solvedOn: w('{day}解决', 'solved on {day}'),
  withdrawn: w('已删掉', 'Taken out'),
  wanted: w('请碰头会定', 'For the meeting'),
  back: w('回到问题清单', 'Back to the problems'),
  state: w('现在怎么样', 'How it stands'),
  foundBy: w('谁查到的', 'Found by'),
  with: w('现在由谁办', 'Now with'),
  enterprise: w('企业', 'Enterprise'),
  severity: w('严重程度', 'Severity'),
  dueBy: w('哪天前解决', 'To be solved by'),
  case: w('办件', 'Case'),
  visit: w('走访', 'Visit'),
  history: w('经过', 'Course'),
  enter: w('转成办件（代录）', 'Make a case of it'),
  enterHelp: w(
    '打开“代录”，问题已经写好；交了以后自动关联。',
    'Opens the form for a caller, the problem written in; once sent it is linked.',
  ),
  link: w('关联办件或走访', 'Link a case or a visit'),
  linkCase: w('登记编号', 'Number of the case'),
  linkVisit: w('走访', 'Visit'),
  linkDo: w('关联', 'Link'),
  linked: w('已关联。', 'Linked.'),
  noCase: w('没有这个编号的件，或者它不归您看', 'There is no such case, or it is not yours to see'),
  noVisit: w('请选一次走访', 'Choose a visit'),
  visitOf: w('{day} {enterprise}', '{day} {enterprise}'),
  stale: w('刚才有人改过这个问题，请再做一次', 'Somebody changed this problem meanwhile: do it again'),
} as const;

/** Parts of the daily report. */
export const findingSection = {
  title: w('督查日报', 'Daily findings'),
  columns: [
    w('部门', 'Department'),
    w('上报', 'Report'),
    w('查了几处', 'Places'),
    w('查到问题', 'Found'),
    w('解决', 'Solved'),
    w('没解决', 'Open'),
  ],
  all: w('合计', 'Sum'),
  came: w('{came}/{due}', '{came} of {due}'),
  note: w(
    '按时、迟报看第一次上报的时间；“—”是没有报，不是0。问题算在查到它的部门；没解决的是到当天晚上的，前几天查到的也算。',
    'In time or late goes by the first version; “—” is not reported, and not 0. A problem counts with the department that found it; open are those at the end of the day, also of earlier days.',
  ),
  onHand: w('各部门手里的物资', 'Supplies on hand at departments'),
  onHandColumns: [w('物资', 'Item'), w('现有', 'On hand'), w('几个部门报的', 'Reported by')],
  onHandNote: w(
    '只加报了的部门；还没有报的：{missing}。',
    'Over those who reported; not reported: {missing}.',
  ),
  nobody: w('没有', 'none'),
} as const;
