import { w } from './words.ts';

/** Why something is not done to a project as it was typed, and what to do instead. */
export const projectRules = {
  name: w('请写项目名称，最多80个字', 'Enter the project’s name, at most 80 characters'),
  unit: w('请写建设单位，最多80个字', 'Enter who builds, at most 80 characters'),
  area: w('请选片区', 'Choose an area'),
  line: w('请选战线', 'Choose a line'),
  department: w('请选牵头部门', 'Choose the lead department'),
  investment: w(
    '请写总投资，例如 3000万元 或 21亿元，最多1000亿元',
    'Enter the investment in ten thousand yuan, at most 100 billion yuan',
  ),
  planned: w('请选计划开工的日期，前后三年以内', 'Choose the planned start, within three years'),
  started: w('请选实际开工的日期，不能晚于今天', 'Choose the day on which it started, not after today'),
  condition: w(
    '这一条现在不能改：已经是这样了，或者项目已开工',
    'This cannot be changed now: it is so already, or the project has started',
  ),
  unready: w('开工条件还没有都具备，不能开工', 'Not every condition is met: it cannot start'),
  state: w('项目现在的状态做不了这一步', 'This cannot be done to the project as it stands'),
  reason: w('请选为什么停工', 'Choose why it was stopped'),
} as const;
export type ProjectRule = keyof typeof projectRules;

export const projectStateWords = {
  preparing: w('准备中', 'Preparing'),
  ready: w('已达标', 'Ready'),
  started: w('已开工', 'Started'),
  stopped: w('停工', 'Stopped'),
} as const;

export const projectViewWords = {
  all: w('全部', 'All'),
  late: w('到期未开工', 'Late'),
  ...projectStateWords,
} as const;

export const stopReasonWords = {
  people: w('人员没到齐', 'People are missing'),
  materials: w('材料没到', 'Materials are missing'),
  money: w('资金没到位', 'Money is missing'),
  rectify: w('要求整改', 'Rectification is required'),
  other: w('其他原因', 'Another reason'),
} as const;

export const projectEventWords = {
  added: w('列入清单', 'put it on the list'),
  changed: w('改了{fields}', 'changed {fields}'),
  met: w('确认具备：{condition}', 'found to be met: {condition}'),
  unmet: w('撤销确认：{condition}', 'took back: {condition}'),
  started: w('开工，{day}', 'started on {day}'),
  stopped: w('停工：{reason}', 'stopped: {reason}'),
  resumed: w('恢复', 'resumed'),
} as const;

/** Words of the list of projects (清单管理，达标一个，开工一个). */
export const projectWords = {
  title: w('项目清单', 'Projects'),
  lead: w(
    '开工条件一条一条确认，都具备了才能开工。最晚日期按计划开工倒排。',
    'Conditions are confirmed one by one; a project starts once all are met. Latest days are counted back from the planned start.',
  ),
  views: w('按状态看', 'By state'),
  sum: w(
    '共{all}个，已达标{ready}个，已开工{started}个，到期未开工{late}个；总投资{money}，其中已开工{startedMoney}。',
    '{all} in all, {ready} ready, {started} started, {late} late; investment {money}, of which started {startedMoney}.',
  ),
  area: w('片区', 'Area'),
  everyArea: w('所有片区', 'Every area'),
  department: w('牵头部门', 'Lead department'),
  everyDepartment: w('所有部门', 'Every department'),
  show: w('查看', 'Show'),
  planned: w('计划开工', 'Planned start'),
  started: w('实际开工', 'Started on'),
  startedOn: w('{day}开工', 'started {day}'),
  project: w('项目', 'Project'),
  state: w('状态', 'State'),
  conditions: w('开工条件', 'Conditions'),
  metOf: w('{met}/{all}', '{met} of {all}'),
  investment: w('总投资', 'Investment'),
  late: w('到期未开工', 'Late'),
  behind: w('条件过了最晚日期', 'A condition is late'),
  none: w('没有这样的项目。', 'There is no such project.'),
  noneAtAll: w('清单里还没有项目。', 'No project is on the list yet.'),
  add: w('列入一个项目', 'Put a project on the list'),
  name: w('项目名称', 'Name of the project'),
  unit: w('建设单位', 'Who builds'),
  line: w('战线', 'Line'),
  money: w('总投资（例如 3000万元、21亿元）', 'Investment (in ten thousand yuan)'),
  save: w('保存', 'Save'),
  added: w('已列入清单。', 'Put on the list.'),
  done: w('已保存。', 'Saved.'),
  back: w('回到项目清单', 'Back to the projects'),
  condition: w('条件', 'Condition'),
  latest: w('最晚日期', 'Latest day'),
  confirmed: w('确认', 'Confirmed'),
  confirmedBy: w('{who}，{at}', '{who}, {at}'),
  open: w('还没有', 'Not yet'),
  past: w('已过最晚日期', 'Past its latest day'),
  meet: w('已具备', 'Met'),
  meetOne: w('已具备：{name}', 'Met: {name}'),
  unmeet: w('撤销', 'Take back'),
  unmeetOne: w('撤销：{name}', 'Take back: {name}'),
  start: w('开工', 'Start'),
  startNote: w('条件都具备了才能开工。', 'Only once all conditions are met.'),
  startDay: w('哪天开工的', 'On which day'),
  stop: w('停工', 'Stop'),
  why: w('为什么停工', 'Why'),
  resume: w('恢复', 'Resume'),
  resumeNote: w(
    '恢复以后：开过工的回到已开工，没开过工的按条件算。',
    'Afterwards: started again if it had started, else by its conditions.',
  ),
  change: w('修改项目', 'Change the project'),
  history: w('变更记录', 'Changes'),
  stale: w('刚才有人改过这个项目', 'Somebody changed this project meanwhile'),
  staleText: w(
    '您的没有保存。请看现在的情况，需要的话再做一次。',
    'Yours was not saved. See how it stands now, and do it again if needed.',
  ),
  yuan: w('{n}元', '{n} yuan'),
  wan: w('{n}万元', '{n} million yuan'),
  yi: w('{n}亿元', '{n} million yuan'),
} as const;
