import { w } from './words.ts';

/** Words of the register of donations. */
export const donationWords = {
  title: w('捐赠台账', 'Donations'),
  lead: w(
    '愿意捐、接受了、收到了分开记：收到的才公布。钱按实收，物资按实际点数。',
    'Offered, accepted and received stand apart; only what was received is published. Money as it came, goods as they were counted.',
  ),
  behind: w(
    '登记的件很多，台账还在补，过一会儿再打开会更全。',
    'Many cases came in; the register is catching up. Open it again in a moment.',
  ),
  stage: w('阶段', 'Stage'),
  kind: w('捐什么', 'What'),
  count: w('件数', 'Cases'),
  offered: w('意向（元）', 'Offered (RMB)'),
  money: w('收到的钱（元）', 'Money received (RMB)'),
  value: w('收到的物资折价（元）', 'Value of goods received (RMB)'),
  total: w('合计', 'In all'),
  beside: w('没有算进合计：{parts}。', 'Not in the sum: {parts}.'),
  besidePart: w('{stage}{count}件', '{stage}: {count}'),
  list: w('一件一件看', 'One by one'),
  every: w('全部', 'All'),
  apply: w('筛选', 'Apply'),
  none: w('没有这样的捐赠', 'No such donation'),
  noneAll: w('还没有捐赠', 'No donations yet'),
  gaveMoney: w('资金', 'Money'),
  gaveGoods: w('物资', 'Goods'),
  offers: w('愿捐{money}', 'offers {money}'),
  got: w('收到{money}', '{money} received'),
  worth: w('收到物资，折价{money}', 'goods received, worth {money}'),
  unvalued: w('收到物资，没有折价', 'goods received, not valued'),
  directed: w('定向', 'For somebody in particular'),
  open: w('非定向', 'For the zone to decide'),
  named: w('名单上公布名称', 'Named in the list'),
  unnamed: w('不公布名称', 'Not named'),
  roll: w('看公开的捐赠名单', 'See the public list'),
} as const;

/** Where a donation stands. */
export const stageNames = {
  offered: w('有意向，等我们答复', 'Offered, to be answered'),
  accepted: w('已接受，等交接', 'Accepted, to be handed over'),
  received: w('已收到', 'Received'),
  allocated: w('已收到，去向已定', 'Received and passed on'),
  declined: w('没有接收', 'Declined'),
  withdrawn: w('捐赠方撤回', 'Taken back by the donor'),
  held: w('核实中', 'Being checked'),
  merged: w('已并入他件', 'Joined with another'),
} as const;

/** What the value of goods rests on. */
export const basisNames = {
  invoice: w('发票', 'Invoice'),
  estimate: w('捐赠方估计', 'An estimate of the donor'),
  none: w('没有依据，不折价', 'Nothing: not valued'),
} as const;

/** One donation: what was given, where it went, what may be done. */
export const donationCaseWords = {
  open: w('办理捐赠', 'Work on the donation'),
  see: w('看这一件', 'See the case'),
  recipient: w('指定捐给{name}', 'For {name}'),
  wantsReceipt: w('要票据，抬头{title}', 'Wants a receipt made out to {title}'),
  receipted: w('票据{serial}，{day}开', 'Receipt {serial} of {day}'),
  received: w('{day}收到', 'Received on {day}'),
  paid: w('收到{money}，已转交{paid}', '{money} received, {paid} passed on'),
  goods: w('收到的物资', 'Goods received'),
  offeredGoods: w('捐赠方写的物资', 'Goods as the donor wrote'),
  valued: w('折价{money}，依据：{basis}', 'worth {money}, by: {basis}'),
  course: w(
    '已入库{stocked}，已直接交{handed}，还有{left}没有去向',
    '{stocked} in stock, {handed} handed on, {left} left',
  ),
  medicine: w('批号{lot} · 注册证或备案号{registration}', 'lot {lot} · registration {registration}'),
  lots: w('入库后发到哪里', 'What became of it in stock'),
  lot: w(
    '入库{quantity}，已安排{committed}，已发{delivered}，核销{lost}',
    '{quantity} booked, {committed} set aside, {delivered} handed over, {lost} written off',
  ),
  namedNow: w('捐赠方同意公布名称', 'The donor agreed to be named'),
  unnamedNow: w(
    '捐赠方没有同意公布名称，名单上写“未具名”',
    'The donor did not agree to be named: the list does not say who gave',
  ),
  trail: w('经过', 'What happened'),
  noTrail: w('还没有记录', 'Nothing is recorded yet'),
  erased: w(
    '信息已按要求删除，名单上不再有名称。',
    'Its information was deleted; the list does not name it.',
  ),
  accept: w('接受捐赠', 'Accept the donation'),
  acceptHelp: w(
    '接受以后打电话约交接；钱物到了再记“收到”。',
    'Then call and agree on the handover. Record what arrives when it is there.',
  ),
  decline: w('不接收', 'Decline'),
  declineNote: w('原因（捐赠方会看到）', 'Reason (the donor reads it)'),
  receive: w('记收到', 'Record what was received'),
  correct: w('更正收到的数', 'Correct what was received'),
  day: w('哪一天', 'On which day'),
  taker: w('谁接收的', 'Who took it over'),
  why: w('为什么更正', 'Why it is corrected'),
  amount: w('实收金额（元）', 'Money received (yuan)'),
  amountHelp: w('写到分，例如：8640.50', 'Down to the fen, for instance 8640.50'),
  quantity: w('实收数量', 'Quantity received'),
  quantityHelp: w('没有收到就空着', 'Leave empty if none came'),
  unit: w('单位', 'Unit'),
  worth: w('折价（元）', 'Value (yuan)'),
  basis: w('折价依据', 'What the value rests on'),
  line: w('第{n}样：{name}', 'Item {n}: {name}'),
  stock: w('收进库存', 'Put into stock'),
  stockHelp: w(
    '勾上的全部入库，一起记进物资台账，来源是捐赠。',
    'All that is ticked goes into the ledger of supplies at once, as donated.',
  ),
  stockTick: w('{name}，{amount}', '{name}, {amount}'),
  area: w('放在哪个片区', 'In which area'),
  place: w('哪个仓库', 'Which storehouse'),
  spec: w('品名和规格', 'Name and specification'),
  expiresOn: w('有效期到', 'Use by'),
  hand: w('转交给受赠单位', 'Pass it on'),
  handTo: w('交给谁、做什么用', 'To whom, and for what'),
  handAmount: w('转交金额（元）', 'Money passed on (yuan)'),
  handQuantity: w('{name}，还有{amount}', '{name}: {amount} left'),
  receipt: w('记票据', 'Record the receipt'),
  serial: w('票据号码', 'Number of the receipt'),
  name: w('记下：捐赠方同意公布名称', 'Record: the donor agrees to be named'),
  unname: w('记下：不再公布名称', 'Record: no longer named'),
  nameNote: w('怎么说的（谁、哪天、电话）', 'How it was said (who, when, by phone)'),
  unnameHelp: w('记下以后，公开名单上的名称马上去掉。', 'The name is off the public list at once.'),
  record: w('记下', 'Record'),
  wrongDay: w('日期不对，或者在今天以后', 'No such day, or after today'),
  wrongAmount: w('金额要大于0，最多两位小数', 'More than 0, two decimals at most'),
  wrongQuantity: w(
    '数量要大于0，最小到一件、1克或1毫升',
    'More than 0, in whole pieces, grams or millilitres',
  ),
  wrongUnit: w('这种物资不按这个单位计', 'This item is not counted in this unit'),
  wrongBasis: w(
    '有折价的要选依据，没有依据的不写折价',
    'A value needs something to rest on; without, leave the value empty',
  ),
  wrongExpiry: w('有效期的日期不对', 'No such day'),
  wrongSerial: w('票据号码1到40个字母、数字或短横线', 'One to forty letters, digits or dashes'),
} as const;

/** What a step is called in the course of a donation. */
export const stepNames = {
  accepted: w('接受', 'Accepted'),
  declined: w('不接收', 'Declined'),
  received: w('收到', 'Received'),
  corrected: w('更正收到的数', 'Corrected what was received'),
  receipt: w('开票据', 'Receipt issued'),
  named: w('同意公布名称', 'Agreed to be named'),
  unnamed: w('不再公布名称', 'No longer named'),
  stocked: w('入库', 'Put into stock'),
  handed: w('转交', 'Passed on'),
} as const;

/** What came of an act. */
export const donationTold = {
  done: w('已记下', 'Recorded'),
  stale: w(
    '刚才有人先记了一步，这次没有记。请看现在的情况再记。',
    'Somebody recorded a step just before; yours was not. See how it stands now.',
  ),
  order: w('没有记：按现在的情况走不到这一步。', 'Not recorded: this cannot follow from how it stands.'),
  ended: w('没有记：这一件已经结束或信息已删除。', 'Not recorded: this case is over or erased.'),
  nothing: w('没有记：没有写收到或转交了什么。', 'Not recorded: nothing was named that came or went on.'),
  'passed-on': w(
    '没有记：更正后的数比已经入库或转交的少。',
    'Not recorded: less than what is in stock or was passed on already.',
  ),
  'too-much': w(
    '没有记：比手里还有的多，或者已经入过库。',
    'Not recorded: more than is left, or in stock already.',
  ),
  same: w('没有记：现在已经是这样。', 'Not recorded: it is so already.'),
  note: w('没有记：请写一句说明。', 'Not recorded: write a word of explanation.'),
} as const;

/** Donations in the daily report. */
export const donationReportWords = {
  held: w('另有：核实中', 'Beside it: being checked'),
  merged: w('另有：已并入他件', 'Beside it: joined with another'),
  note: w(
    '按出报表时的情况，单位元。意向是捐赠方写的；收到的钱按实收；物资只算有发票或捐赠方估价的，没有依据的不折价；核实中和已并入他件的不在合计里。',
    'As it stands when the report is made, in yuan. Offered is what donors wrote; money is what came; goods count with an invoice or an estimate of the donor and are else not valued; cases being checked or joined with another are not in the sum.',
  ),
} as const;
