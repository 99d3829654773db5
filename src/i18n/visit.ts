import { w } from './words.ts';

/** Why a visit is not planned or not written down as it was typed, and what to do instead. */
export const visitRules = {
  enterprise: w('请写企业名称，最多60个字', 'Enter the enterprise’s name, at most 60 characters'),
  creditCode: w(
    '统一社会信用代码不对，照营业执照核对，不知道就空着',
    'The credit code is wrong: check the licence, or leave it empty',
  ),
  area: w('请选片区', 'Choose an area'),
  department: w('请选哪个部门去', 'Choose which department goes'),
  due: w('请选哪天以前去，从今天起60天以内', 'Choose by which day, within 60 days from today'),
  purpose: w('请选去做什么', 'Choose what for'),
  at: w('时间不对：不能晚于现在，最早30天前', 'The time is wrong: not after now, at most 30 days ago'),
  results: w(
    '每一项都要选：做到、要整改，或不涉及',
    'Choose for every item: in order, to mend, or not there',
  ),
  nothing: w('请选一项，或写几个字', 'Choose an item or write something'),
  noteLong: w('记录最多1000个字，请写短一些', 'At most 1000 characters: shorten the note'),
  notePlain: w(
    '有看不见的控制字符或残缺的字，请删掉后重新输入',
    'There are control or broken characters: delete them and type again',
  ),
} as const;
export type VisitRule = keyof typeof visitRules;

export const purposeWords = {
  visit: w('走访', 'Visit'),
  check: w('抽查', 'Check'),
} as const;

export const findingWords = {
  ok: w('做到', 'In order'),
  fix: w('要整改', 'To mend'),
  na: w('不涉及', 'Not there'),
} as const;

/** Words of the pages of visits. */
export const visitWords = {
  title: w('走访', 'Visits'),
  lead: w('走访计划、现场查看和抽查，都在这里。', 'The plan of visits, and what was found on the spot.'),
  views: w('走访列表', 'Lists of visits'),
  planned: w('要去的', 'To visit'),
  done: w('去过的', 'Visited'),
  counters: w('走访统计', 'Figures'),
  span: w('时间', 'Time'),
  today: w('今天', 'Today'),
  week: w('近7天', 'Last 7 days'),
  all: w('累计', 'In all'),
  visits: w('走访（户次）', 'Visits made'),
  firms: w('走访企业（户）', 'Enterprises visited'),
  ofPlan: w('计划完成', 'Of the plan'),
  ofPlanned: w('{met}/{planned}', '{met} of {planned}'),
  noPlan: w('没有计划', 'None planned'),
  definition: w(
    '户次：去一次算一次。户：同一家企业去几次都算一户，按统一社会信用代码认；没有代码的按名称认，累计有{n}户。计划完成：到期日在这段时间里的，已经去了多少。',
    'Visits: each one counts. Enterprises: each counts once, by its credit code; those without one by their name ({n} in all). Of the plan: of those due in that time, how many were made.',
  ),
  enterprise: w('企业', 'Enterprise'),
  purpose: w('做什么', 'For'),
  area: w('片区', 'Area'),
  who: w('谁去', 'Who goes'),
  due: w('哪天以前', 'Due'),
  at: w('什么时候去的', 'When'),
  found: w('结果', 'Found'),
  state: w('情况', 'State'),
  fine: w('没有问题', 'Nothing to mend'),
  faults: w('{n}项要整改', '{n} to mend'),
  late: w('已过期', 'Late'),
  anybody: w('部门里谁都行', 'Anybody of the department'),
  nonePlanned: w('没有要去的。需要的话，在下面安排一次。', 'Nothing to visit. Plan one below if needed.'),
  noneDone: w('还没有走访记录。', 'No visit was recorded yet.'),
  department: w('部门', 'Department'),
  everyDepartment: w('所有部门', 'Every department'),
  show: w('查看', 'Show'),
  plan: w('安排走访', 'Plan a visit'),
  planNote: w(
    '同一家企业可以安排几次。复工以后的抽查，在那一件的页面上安排。',
    'An enterprise may be visited several times. A check after reopening is planned on the page of its case.',
  ),
  name: w('企业名称', 'Name of the enterprise'),
  creditCode: w('统一社会信用代码（不知道就空着）', 'Credit code (leave empty if unknown)'),
  goes: w('哪个部门去', 'Which department goes'),
  mine: w('由我去', 'I go myself'),
  dueDay: w('哪天以前去', 'By which day'),
  save: w('排进计划', 'Put on the plan'),
  plannedNow: w('已排进计划：{name}', 'On the plan: {name}'),
  recordedNow: w('已记下：{name}', 'Recorded: {name}'),
  droppedNow: w('已从计划里去掉：{name}', 'Taken off the plan: {name}'),
  back: w('回到走访', 'Back to visits'),
  toCase: w('看这一件：{number}', 'See its case: {number}'),
  record: w('走访记录', 'Record'),
  recordLead: w('一项一项看，选好了按“记下”。', 'Look at each item, choose, and press Record.'),
  checkLead: w('抽查要每一项都选。', 'At a check every item is chosen.'),
  noPersonal: w(
    '联系人、电话和企业写的说明不在这一页，也不会存到这台设备上。',
    'Contact, phone and what the enterprise wrote are not on this page, and are not kept on this device.',
  ),
  atLabel: w('什么时候去的', 'When were you there'),
  note: w('记录（选填）：看到什么、说了什么、约定什么', 'Notes (optional): seen, said, agreed'),
  noteHelp: w('加密存放。不写无关的个人信息。', 'Stored encrypted. Leave out personal matters.'),
  see: w('看指南', 'Guide'),
  send: w('记下', 'Record'),
  drop: w('不去了', 'Not going'),
  dropNote: w('去掉以后不能恢复，需要时再安排一次。', 'It cannot be put back: plan another when needed.'),
  dropNow: w('从计划里去掉', 'Take it off the plan'),
  recordedBy: w('{who}，{at}记下', 'Recorded by {who}, {at}'),
  dropped: w('已从计划里去掉（{who}，{at}）', 'Taken off the plan ({who}, {at})'),
  taken: w('已经有人记过了', 'Somebody recorded it already'),
  takenText: w(
    '您的没有盖掉它。先看已有的记录；要补充的，另外安排一次走访。',
    'Yours did not replace it. See what is there; to add something, plan another visit.',
  ),
  keyReused: w(
    '这一页刚才已经记过，内容不一样。请打开这次走访看一看。',
    'This page was recorded a moment ago with other words. Open the visit and look.',
  ),
  inCase: w('现场查看', 'On the spot'),
  plannedFor: w('{department}，{due}前去', '{department}, by {due}'),
  offlineTitle: w('没有网，也能填走访记录', 'Records of visits without a network'),
  offlineLead: w(
    '这里是打开过的走访。填好按“记下”，先放在这台设备上，有网自动发出。',
    'These are the visits that were opened here. Fill one in and press Record: it waits on this device and is sent once there is a network.',
  ),
} as const;

/** What the script of visits says. */
export const visitSaid = {
  title: w('存在这台设备上', 'Kept on this device'),
  about: w(
    '这次走访和您填的内容加密存在这台设备上，没有网也能填，{days}天后或退出时删掉。公用手机请不要用。',
    'This visit and what you type are kept on this device, encrypted: you can fill it in without a network. Deleted after {days} days, or when you sign out. Do not use a shared phone.',
  ),
  saved: w('{time}已存', 'Saved at {time}'),
  notKept: w(
    '这台设备存不了，请在有网的时候填',
    'This device cannot keep it: fill it in while there is a network',
  ),
  outbox: w('还没有发出去的记录（{n}）', 'Records not sent yet ({n})'),
  waiting: w('{name}，等有网，保存到{day}', '{name}: waits for a network, kept until {day}'),
  sent: w('{name}的走访记录已发出', 'The record of {name} was sent'),
  sendNow: w('现在发', 'Send now'),
  stillWaiting: w('还是没有发出去，有网会再发', 'Still not sent; it is tried again once there is a network'),
  signIn: w('登录已过期，登录以后自动发出。', 'You were signed out. It is sent once you sign in.'),
  toSignIn: w('去登录', 'Sign in'),
  refused: w('{name}没有收下：{why}', '{name} was not taken: {why}'),
  look: w('打开这次走访', 'Open the visit'),
  dropOne: w('删掉这份', 'Delete'),
  dropping: w('删掉“{name}”的这份记录吗？删掉就没有了。', 'Delete this record of “{name}” for good?'),
  others: w(
    '这台设备上还有别人没发出的{n}份记录，请本人登录后发出。',
    'There are {n} unsent records of somebody else here: they are sent when that person signs in.',
  ),
  waits: w('存好了，等有网再发', 'Kept: it is sent once there is a network'),
  leaving: w(
    '还有{n}份走访记录没有发出去。现在退出，这些记录就删掉了。要退出吗？',
    '{n} records of visits were not sent. Signing out deletes them. Sign out?',
  ),
  kept: w('打开过的走访（{n}）', 'Visits opened here ({n})'),
  open: w('填这一次', 'Fill it in'),
  nothing: w('这台设备上没有打开过的走访。', 'No visit was opened on this device.'),
} as const;
