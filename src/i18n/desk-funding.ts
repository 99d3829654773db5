import { w } from './words.ts';

/** Words of the financing pipeline. */
export const fundingWords = {
  title: w('融资台账', 'Financing'),
  lead: w(
    '每一件只算在一个阶段里：几家银行同时在办的，看走得最远的那家。批复不等于放款，两个数分开记。',
    'Each case counts in one stage: where several banks look at it, in that of the furthest. Approved is not paid out; the two stand apart.',
  ),
  behind: w(
    '登记的件很多，台账还在补，过一会儿再打开会更全。',
    'Many cases came in; the ledger is catching up. Open it again in a moment.',
  ),
  stage: w('阶段', 'Stage'),
  count: w('件数', 'Cases'),
  asked: w('需求（万元）', 'Asked (RMB 10k)'),
  approved: w('批复（万元）', 'Approved (RMB 10k)'),
  disbursed: w('放款（万元）', 'Paid out (RMB 10k)'),
  lapsed: w('批后没用（万元）', 'Lapsed (RMB 10k)'),
  total: w('合计（登记的全部）', 'All that is registered'),
  beside: w('没有算进合计：{parts}。', 'Not in the sum: {parts}.'),
  besidePart: w('{stage}{count}件、{amount}', '{stage}: {count} cases, {amount}'),
  banks: w('按银行看', 'By bank'),
  bank: w('银行', 'Bank'),
  passed: w('向它要的（万元）', 'Asked of it (RMB 10k)'),
  banksLead: w(
    '同一件可以找几家银行，所以这张表的件数和需求加起来会比上面多。',
    'One case may go to several banks, so cases and sums here add up to more than above.',
  ),
  list: w('一件一件看', 'Case by case'),
  every: w('全部', 'All'),
  area: w('片区', 'Area'),
  due: w('跟进', 'Follow-up'),
  dueNow: w('今天要跟进的', 'Due today or before'),
  apply: w('筛选', 'Apply'),
  none: w('没有这样的融资需求', 'No such case'),
  noneAll: w('还没有融资需求', 'No need for money yet'),
  ask: w('要{amount}', '{amount} asked'),
  sums: w('批复{approved}，放款{disbursed}', '{approved} approved, {disbursed} paid out'),
  next: w('{day}跟进', 'follow up {day}'),
  late: w('该跟进，已过{n}天', 'follow-up {n} days late'),
  today: w('今天跟进', 'follow up today'),
  noNext: w('没有定跟进日', 'no follow-up day'),
  follower: w('{name}跟进', 'followed by {name}'),
  handOver: w('转给银行', 'Hand over to a bank'),
} as const;

/** Where a case stands with banks, and where one bank stands with it. */
export const stageNames = {
  registered: w('已登记，还没转银行', 'Registered, no bank asked'),
  passed: w('已转银行', 'Passed to banks'),
  approval: w('审批中', 'In approval'),
  approved: w('已批复，还没放款', 'Approved, not paid out'),
  disbursed: w('已放款', 'Paid out'),
  declined: w('银行没有批', 'Declined'),
  withdrawn: w('企业不再申请', 'Withdrawn'),
  closed: w('没转银行就办结', 'Closed without a bank'),
  held: w('核实中', 'Being checked'),
  merged: w('已并入他件', 'Joined with another'),
  counted: w('全部计入的（不含核实中、已并入）', 'All that count (neither checked nor joined)'),
} as const;

/** One case: its banks, what may be done. */
export const fundingCaseWords = {
  open: w('记录银行进展', 'Record what banks did'),
  see: w('看这一件', 'See the case'),
  consented: w('企业同意把信息转给银行', 'The enterprise agreed that banks may be told'),
  notConsented: w(
    '企业没有同意转给银行，不能转。请先联系企业；企业在办理进度页可以自己改。',
    'The enterprise did not agree that banks may be told. Talk to it first; it can change this on its own page.',
  ),
  lines: w('找了哪些银行', 'Banks'),
  sums: w(
    '要{passed}，批复{approved}，放款{disbursed}，批了还没放{left}',
    '{passed} asked, {approved} approved, {disbursed} paid out, {left} still to come',
  ),
  lapsed: w('，批后没用{lapsed}', ', {lapsed} lapsed'),
  days: w('{day}转', 'passed {day}'),
  add: w('转给一家银行', 'Pass it to a bank'),
  addDo: w('记下已转', 'Record that it was passed'),
  bank: w('银行名称', 'Name of the bank'),
  bankHelp: w('写到支行，例如：建设银行高新支行', 'Down to the branch'),
  step: w('到了哪一步', 'What happened'),
  amount: w('金额（万元）', 'Amount (10,000 yuan)'),
  amountHelp: w('批复写批复总额；放款写这一次放了多少', 'Approved: the whole; paid out: this time'),
  day: w('哪一天', 'On which day'),
  note: w('说明（企业看不到）', 'Note (the enterprise does not see it)'),
  record: w('记下', 'Record'),
  stepFor: w('{bank}有新进展', 'News from {bank}'),
  follow: w('跟进', 'Follow-up'),
  followDo: w('我来跟进', 'I follow it'),
  until: w('下次哪天问银行', 'Ask the bank again on'),
  wrongBank: w('银行名称2到40个字，不写电话和人名', 'Two to forty characters, no phone numbers'),
  wrongAmount: w('金额要大于0，最小到元', 'More than 0, whole yuan'),
  wrongDay: w('日期不对，或者在今天以后', 'No such day, or after today'),
  wrongUntil: w('日期不对，或者在今天以前', 'No such day, or before today'),
  wrongStep: w('请选到了哪一步', 'Choose what happened'),
} as const;

/** What a step is called in a list to choose from. */
export const stepNames = {
  passed: w('转给银行', 'Passed to the bank'),
  sent: w('信息再发一次', 'Details sent again'),
  approval: w('银行开始审批', 'The bank is deciding'),
  approved: w('批复', 'Approved'),
  disbursed: w('放款', 'Paid out'),
  declined: w('没有批', 'Declined'),
  withdrawn: w('企业不再向它申请', 'No longer asked of it'),
} as const;

/** What came of an act. */
export const fundingTold = {
  done: w('已记下，企业在办理进度里会看到', 'Recorded; the enterprise can see it'),
  followed: w('已记下由您跟进', 'Recorded; you follow it'),
  stale: w(
    '刚才有人先记了一步，这次没有记。请看现在的情况再记。',
    'Somebody recorded a step just before; yours was not. See how it stands now.',
  ),
  consent: w(
    '没有记：企业没有同意转给银行。',
    'Not recorded: the enterprise did not agree that banks may be told.',
  ),
  'over-approved': w(
    '没有记：放款加起来比批复多。',
    'Not recorded: more than was approved would be paid out.',
  ),
  'below-disbursed': w(
    '没有记：批复不能比已经放的款少。',
    'Not recorded: approved may not be less than what was paid out.',
  ),
  note: w(
    '没有记：批复比企业要的多，请写一句说明。',
    'Not recorded: more is approved than was asked; say why.',
  ),
  order: w('没有记：按现在的情况走不到这一步。', 'Not recorded: this cannot follow from how it stands.'),
  ended: w('没有记：这一件已经结束或信息已删除。', 'Not recorded: this case is over or erased.'),
} as const;

/** Handing cases over to a bank. */
export const handOverWords = {
  title: w('转给银行', 'Hand over to a bank'),
  lead: w(
    '只列出同意转给银行的企业。每转一件都记在那一件上，企业能看到；企业改了主意就不会再转。',
    'Only enterprises that agreed. Each hand-over is recorded on its case, where the enterprise sees it; one that changes its mind is left out.',
  ),
  which: w('先写转给哪家银行', 'Which bank?'),
  show: w('列出可以转的', 'List those that may go'),
  choose: w('勾选要转的，最多{n}件', 'Tick those to hand over, {n} at most'),
  none: w('没有可以转的', 'None may be handed over'),
  given: w('已经给过这家银行', 'given to this bank before'),
  do: w('记下并下载表格', 'Record and download the sheet'),
  doHelp: w(
    '表格里有联系人和电话，只发给这家银行，用完删掉。',
    'The sheet holds names and phones: for this bank alone, to be deleted after use.',
  ),
  nothing: w(
    '没有转出：没有勾选，或者勾选的都不再同意、不归您办。',
    'Nothing went out: none ticked, or none that still agrees and is yours.',
  ),
  sheet: w('融资需求', 'Needs for money'),
  number: w('登记编号', 'Number'),
  more: w('看下一页', 'Next page'),
} as const;

/** Financing in the daily report. */
export const fundingReportWords = {
  held: w('另有：核实中', 'Beside it: being checked'),
  merged: w('另有：已并入他件', 'Beside it: joined with another'),
  note: w(
    '按出报表时的情况。每件只算在走得最远的阶段；批复不等于放款；核实中和已并入他件的不在合计里。',
    'As it stands when the report is made. Each case counts in its furthest stage; approved is not paid out; cases being checked or joined with another are not in the sum.',
  ),
} as const;
