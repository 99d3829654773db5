import { w } from './words.ts';

/** Words of the register of beds. */
export const bedWords = {
  title: w('床位台账', 'Beds'),
  lead: w(
    '只记人数，不记姓名。现住是这会儿住着的人，累计是来过的人，两个数分开。',
    'Numbers only, no names. Living there now and came so far are two figures.',
  ),
  totals: w(
    '共{sites}处{capacity}张床：现住{resident}人，留床{reserved}张，空床{free}张。累计住过{arrived}人。',
    '{sites} sites, {capacity} beds: {resident} living there, {reserved} kept, {free} free. {arrived} came so far.',
  ),
  waiting: w('等住处的', 'Waiting for beds'),
  noWaiting: w('这一页没有等住处的', 'Nobody waits on this page'),
  wants: w('要{persons}人，已安排{given}人', '{persons} asked, {given} placed'),
  wait: w('还差{waiting}人', '{waiting} to place'),
  arrives: w('{day}到', 'arriving {day}'),
  place: w('安排', 'Place them'),
  open: w('安排床位', 'Place them in beds'),
  placing: w(
    '给{enterprise}安排，还差{waiting}人：选一处有空床的',
    'Placing {enterprise}, {waiting} to go: choose a site',
  ),
  sites: w('住处', 'Sites'),
  noSites: w('还没有登记住处', 'No site yet'),
  free: w('空{free}张', '{free} free'),
  closed: w('已停用', 'Closed'),
  sums: w(
    '共{capacity}张，现住{resident}人，留床{reserved}张，累计{arrived}人',
    '{capacity} beds, {resident} living there, {reserved} kept, {arrived} so far',
  ),
  addTitle: w('登记一处住处', 'Register a site'),
  add: w('登记', 'Register'),
  name: w('名称', 'Name'),
  nameHelp: w('例如：高新宾馆、三号宿舍楼', 'A hotel, a dormitory'),
  kind: w('做什么用', 'What for'),
  area: w('片区', 'Area'),
  capacity: w('几张床', 'How many beds'),
  state: w('是否启用', 'In use?'),
  changeTitle: w('改床数或停用', 'Change or close it'),
  change: w('改', 'Change'),
  stays: w('谁住在这里', 'Stays'),
  noStays: w('还没有人住', 'Nobody yet'),
  stay: w('{persons}人，{from}起', '{persons} from {from}'),
  until: w('，住到{day}', ' until {day}'),
  over: w('，已过{n}天，请问清还住不住', ', {n} days over: ask whether they stay'),
  course: w(
    '未到{expected}人，现住{living}人，已离开{departed}人',
    '{expected} expected, {living} living there, {departed} gone',
  ),
  cancelledNote: w('，取消{cancelled}人', ', {cancelled} cancelled'),
  noCase: w('没有登记的', 'No case'),
  in: w('入住', 'Move in'),
  out: w('离开', 'Move out'),
  cancelled: w('不来了', 'Not coming'),
  actFor: w('{act}几人', '{act}: how many'),
  day: w('哪一天', 'On'),
  reserveTitle: w('安排入住', 'Keep beds'),
  reserve: w('留床', 'Keep the beds'),
  number: w('住宿需求的登记编号', 'Number of the case'),
  numberHelp: w('13位数字；没有登记过的空着', '13 digits; empty where there is none'),
  persons: w('几个人', 'How many persons'),
  fromDay: w('哪天来', 'From'),
  plannedTo: w('预计住到哪天', 'Planned until'),
  plannedHelp: w('没定就空着', 'Empty if open'),
  wrongNumber: w('没有这个编号的住宿需求，或者不归您办', 'No such case for lodging, or it is not yours'),
  wrongCount: w('请填大于0的整数', 'A whole number above 0'),
  wrongDay: w('日期不对', 'No such day'),
  wrongPlan: w('不能早于来的那天', 'Not before they come'),
  full: w('空床只有{free}张', 'Only {free} beds are free'),
  less: w('不能少于已经住着和留着的{n}张', 'Not less than the {n} lived in or kept'),
  movements: w('人数由每一次入住、离开相加得出。', 'Figures are the sums of every movement.'),
} as const;

export const siteKindNames = {
  quarantine: w('集中隔离医学观察', 'Quarantine'),
  dormitory: w('宿舍', 'Dormitory'),
} as const;

export const siteStateNames = {
  open: w('启用', 'In use'),
  closed: w('停用，不再进人', 'Closed: takes nobody in'),
} as const;

/** What came of an act. */
export const bedTold = {
  done: w('已记下', 'Recorded'),
  again: w('已经做过了，没有重复记', 'Done before; nothing was recorded twice'),
  short: w(
    '床位不够了，或者人数比还能动的多。没有记，请看现在的数。',
    'Not enough beds, or more than are open. Nothing was recorded; see the figures as they are.',
  ),
  stale: w(
    '刚才有人先记了，这次没有记。请看现在的数再记。',
    'Somebody recorded just before; yours was not. See the figures as they are.',
  ),
  unfit: w(
    '没有记：住处、编号对不上，或者不归您办。',
    'Nothing was recorded: no such site or case, or it is not yours.',
  ),
  busy: w('刚才有人在办这一件，请再按一次。', 'Somebody was working on this case: press again.'),
} as const;

/** Beds in the daily report. */
export const bedReportWords = {
  capacity: w('现有床位', 'Beds now'),
  resident: w('当天结束时住着', 'Living there at the end of the day'),
  arrived: w('到当天累计住过', 'Came until then'),
  total: w('合计', 'In all'),
  note: w(
    '住着的是存量，累计住过的是流量，按入住、离开的日期相加。床位数按出报表时的。只计人数，不计姓名。',
    'Living there is stock, came is flow, added up by the days of moving in and out. Beds as they are when the report is made. Numbers, no names.',
  ),
} as const;

/** The stays behind the numbers of beds of a day. */
export const bedStayWords = {
  resident: w('{day}结束时住着的', 'Living there at the end of {day}'),
  arrived: w('到{day}累计住过的', 'Came until {day}'),
  unit: w('人', 'people'),
  persons: w('{n}人', '{n} people'),
  hint: w(
    '下面每行是一次安排，加起来就是这个数。只计人数，不计姓名。',
    'Each line is one stay; they add up to this figure. Numbers, no names.',
  ),
  none: w('没有人住。', 'Nobody.'),
} as const;
