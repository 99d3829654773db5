import { w } from './words.ts';

/** The frame of the desk: its places and what stands on every page. */
export const deskWords = {
  desk: w('工作台', 'Desk'),
  nav: w('工作台栏目', 'Desk sections'),
  queue: w('待办', 'To do'),
  held: w('核实', 'To check'),
  find: w('查找', 'Look up'),
  enter: w('代录', 'Enter for a caller'),
  visits: w('走访', 'Visits'),
  rounds: w('调度', 'Rounds'),
  returns: w('零报告', 'Returns'),
  projects: w('项目', 'Projects'),
  findings: w('督查', 'Findings'),
  ledger: w('台账', 'Ledgers'),
  figures: w('数据', 'Figures'),
  appointments: w('预约', 'Appointments'),
  papers: w('文书', 'Papers'),
  notices: w('通知', 'Notices'),
  me: w('我的', 'My account'),
  staff: w('人员', 'Staff'),
  roster: w('联络员', 'Liaison'),
  status: w('运行', 'Status'),
  allPlaces: w('全部栏目', 'Menu'),
  groups: {
    cases: w('办件', 'Cases'),
    onSite: w('现场', 'On site'),
    books: w('台账文书', 'Ledgers and papers'),
    office: w('管理', 'Office'),
  },
  signOut: w('退出', 'Sign out'),
  signedInAs: w('已登录：{name}', 'Signed in: {name}'),
  keys: w('快捷键', 'Keys'),
  unknownTitle: w('没有这一件', 'No such case'),
  unknown: w(
    '没有这个编号的件，或者它不归您办。编号可以在“查找”里再查一次。',
    'There is no case of this number, or it is not yours to handle. Try Look up.',
  ),
  denied: w('您的岗位不能做这一步', 'Your role cannot do this'),
  deniedText: w(
    '需要的话，请值班长（调度）来做，或请管理员改岗位。',
    'Ask a dispatcher to do it, or an administrator to change your role.',
  ),
  back: w('回到待办', 'Back to the queue'),
  wrongTitle: w('还有{n}处要改', '{n} things to correct'),
  required: w('请填写{label}', 'Enter: {label}'),
  choose: w('请选择', 'Choose'),
  tooLong: w('{label}最多{max}个字，现在有{length}个', '{label}: at most {max} characters, now {length}'),
  none: w('无', 'None'),
  nobody: w('还没有人', 'Nobody yet'),
  system: w('系统', 'System'),
  enterprise: w('企业', 'Enterprise'),
  colon: w('：', ': '),
  comma: w('，', ', '),
  between: w('、', ', '),
  older: w('下一页', 'Next page'),
  newer: w('回到第一页', 'First page'),
} as const;

/** The keys of the desk, the same on every page; the page's script shows them. */
export const keyWords = {
  title: w('快捷键', 'Keys'),
  down: w('下一行、下一步', 'Next row or step'),
  up: w('上一行、上一步', 'Previous row or step'),
  open: w('打开', 'Open'),
  choose: w('选中、取消选中', 'Choose or unchoose'),
  find: w('去查找', 'Look up'),
  queue: w('回到待办', 'Back to the queue'),
  help: w('看快捷键', 'Show the keys'),
  note: w(
    '在输入框里打字时不起作用。只用键盘的 Tab、空格和回车也能做完所有的事。',
    'They do nothing while you type. Everything can be done with Tab, Space and Enter alone.',
  ),
  on: w('单个字母的快捷键：已打开', 'Single-letter keys: on'),
  off: w('单个字母的快捷键：已关掉', 'Single-letter keys: off'),
  turnOff: w('关掉', 'Turn off'),
  turnOn: w('打开', 'Turn on'),
  close: w('关闭', 'Close'),
} as const;

/** The views of the queue, in their groups. */
export const viewGroups = {
  act: w('要办的', 'To act on'),
  decide: w('要定的', 'To decide'),
  follow: w('要跟的', 'To follow'),
  rest: w('其他', 'Other'),
} as const;

export const viewWords = {
  'to-accept': w('待签收', 'To accept'),
  mine: w('我承办', 'Mine'),
  department: w('本部门', 'Department'),
  assisting: w('协办', 'Assisting'),
  'due-today': w('今天到期', 'Due today'),
  overdue: w('已超时', 'Overdue'),
  fast: w('绿色通道', 'Green channel'),
  declined: w('退单待派', 'Declined'),
  held: w('待核实', 'To check'),
  complaints: w('投诉', 'Complaints'),
  'to-revisit': w('待回访', 'To call back'),
  waiting: w('等企业补正', 'Waiting'),
  answered: w('已答复', 'Answered'),
  unsolved: w('未解决挂账', 'Unsolved'),
  upward: w('已转上级', 'Passed upward'),
  closed: w('已办结', 'Closed'),
  all: w('全部', 'All'),
} as const;
export type ViewName = keyof typeof viewWords;

/** What an empty view says: that it is in order, and where to go next. */
export const emptyWords = {
  'to-accept': w(
    '没有等着签收的件。看看今天到期的。',
    'Nothing waits to be accepted. Look at what is due today.',
  ),
  mine: w('您手上没有在办的件。去“待签收”领一件。', 'You have no open case. Take one from To accept.'),
  department: w('本部门没有在办的件。', 'Your department has no open case.'),
  assisting: w('没有请本部门协办的件。', 'Nobody asked your department to assist.'),
  'due-today': w('今天没有到期的件。', 'Nothing is due today.'),
  overdue: w('没有超时的件。', 'Nothing is overdue.'),
  fast: w('绿色通道里没有在办的件。', 'No open case is in the green channel.'),
  declined: w('没有退回来要重新派的件。', 'No declined case waits to be assigned.'),
  held: w('没有等着核实的件。', 'Nothing waits to be checked.'),
  complaints: w('没有在办的投诉。', 'No open complaint.'),
  'to-revisit': w('没有要回访的差评。', 'No bad rating waits for a call.'),
  waiting: w('没有在等企业补正的件。', 'No case waits for its enterprise.'),
  answered: w('没有已答复、等企业确认的件。', 'No answered case waits for its enterprise to confirm.'),
  unsolved: w('没有挂账的件。', 'No unsolved case.'),
  upward: w('没有转到上级的件。', 'No case was passed upward.'),
  closed: w('还没有办结的件。', 'No case was closed yet.'),
  all: w('还没有收到件。', 'No case came in yet.'),
} as const;

export const emptyFiltered = w(
  '按这些条件没有件。放宽条件，或清除筛选。',
  'Nothing fits these filters. Widen or clear them.',
);

/** A case's state as officers read it. */
export const deskStates = {
  received: w('待签收', 'To accept'),
  held: w('待核实', 'To check'),
  assigned: w('办理中', 'In progress'),
  returned: w('等企业补正', 'Waiting for the enterprise'),
  answered: w('已答复', 'Answered'),
  closed: w('已办结', 'Closed'),
  withdrawn: w('企业已撤回', 'Withdrawn'),
} as const;

/** How a case ends (办结口径). */
export const outcomeWords = {
  solved: w('已解决', 'Solved'),
  partly: w('部分解决', 'Partly solved'),
  policy: w('政策不支持（已解释）', 'Not covered by policy (explained)'),
  upward: w('已转上级（继续跟踪，不计办结）', 'Passed upward (followed, not counted as closed)'),
  outside: w('不属本区（已告知找谁）', 'Not of this zone (told whom to ask)'),
  duplicate: w('重复并单', 'Duplicate'),
  withdrawn: w('企业撤回', 'Withdrawn by the enterprise'),
  unreachable: w('三次联系不上', 'Not reached in three tries'),
} as const;

export const channelWords = {
  web: w('网上', 'Web'),
  phone: w('电话', 'Phone'),
  counter: w('窗口', 'Counter'),
  wechat: w('微信群', 'WeChat group'),
  visit: w('走访', 'Visit'),
  hotline: w('12345转办', 'Passed on by 12345'),
  leader: w('领导交办', 'Ordered by a superior'),
} as const;

export const pressureWords = {
  reminder: w('到期提醒', 'Reminder'),
  urge: w('催办', 'Urged'),
  supervise: w('督办', 'Supervised'),
  report: w('通报', 'Reported'),
} as const;

/** Why a submission was held (src/cases/challenge.ts). */
export const heldWords = {
  trap: w(
    '填了页面上看不见的一栏，可能是机器填的',
    'A field that people cannot see was filled in: perhaps a machine',
  ),
  fast: w('打开表单不到3秒就提交了', 'Sent within 3 seconds of opening the form'),
  rate: w('同一个网络地址短时间内提交了很多件', 'Many submissions came from one address in a short time'),
} as const;
