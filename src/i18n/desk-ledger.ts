import { w } from './words.ts';

/** Words of the ledger of supplies: needs, stock, what was promised. */
export const ledgerWords = {
  title: w('物资台账', 'Supplies'),
  tabs: w('台账栏目', 'Parts of the ledger'),
  needs: w('物资需求', 'Supplies needed'),
  lots: w('库存', 'Stock'),
  donations: w('捐赠', 'Donations'),
  funding: w('融资', 'Financing'),
  beds: w('床位', 'Beds'),
  vacancies: w('岗位', 'Vacancies'),
  lead: w(
    '还缺的排在前面：哪天断货、哪天要，越早越在上面。',
    'What is still missing comes first, the earliest to run out or to be needed on top.',
  ),
  behind: w(
    '登记的件很多，台账还在补，过一会儿再打开会更全。',
    'Many cases came in; the ledger is catching up. Open it again in a moment.',
  ),
  unmet: w('还缺的', 'Still missing'),
  open: w('没办结的', 'Open'),
  all: w('全部', 'All'),
  which: w('看哪些', 'Which'),
  item: w('物资', 'Item'),
  area: w('片区', 'Area'),
  every: w('全部', 'All'),
  apply: w('筛选', 'Apply'),
  none: w('没有还缺的物资', 'Nothing is missing'),
  noneAll: w('还没有物资需求', 'No needs yet'),
  missing: w('还缺{amount}', '{amount} missing'),
  met: w('已满足', 'Met'),
  unknown: w('数量不清楚', 'Quantity unknown'),
  unknownHelp: w('企业没写数量，先打电话问清。', 'The enterprise gave no quantity: call and ask first.'),
  sums: w(
    '要{asked}，已安排{committed}，已发{delivered}',
    '{asked} asked, {committed} set aside, {delivered} handed over',
  ),
  sumsUnknown: w('已安排{committed}，已发{delivered}', '{committed} set aside, {delivered} handed over'),
  over: w('比现在要的多安排了{amount}，请撤销一部分', '{amount} more than is asked for now: cancel some'),
  by: w('{day}前', 'by {day}'),
  late: w('已过{n}天', '{n} days ago'),
  held: w('核实中', 'Being checked'),
  ended: w('不再需要', 'No longer needed'),
  reason: w('未满足：{reason}', 'Unmet: {reason}'),
} as const;

/** One need: what it is, what might meet it, what was promised. */
export const needWords = {
  case: w('看这一件', 'See the case'),
  spec: w('规格要求', 'Specification'),
  noSpec: w('没有写', 'None given'),
  substitute: w('可以用替代规格', 'Another kind would do'),
  noSubstitute: w('只要这一种', 'Only this kind'),
  suggestions: w('可以这样解决', 'Suggestions'),
  noSuggestions: w(
    '库里没有合适的，也没有供应商报过。写明原因，企业会看到。',
    'Nothing fits in stock, and no supplier offers any. Note why; the enterprise will see it.',
  ),
  directory: w('看供应信息', 'See the supply directory'),
  lot: w('库存：{spec}', 'Stock: {spec}'),
  offer: w('供应商：{name}', 'Supplier: {name}'),
  left: w('有{amount}', '{amount} there'),
  amount: w('给多少（{unit}）', 'How much ({unit})'),
  take: w('用这一批，先看会怎样', 'Use this lot: preview'),
  tell: w('把这个货源告诉企业', 'Tell the enterprise of it'),
  notPublished: w(
    '供应商没有同意公开，请工作人员自己联系。',
    'The supplier did not agree to be shown: contact them yourself.',
  ),
  why: w('因为', 'Why'),
  promised: w('已经安排的', 'What was promised'),
  nothing: w('还没有安排', 'Nothing yet'),
  allocation: w('{amount}，{spec}', '{amount}, {spec}'),
  state: w(
    '待领{open}，已发{delivered}，撤销{cancelled}，退回{returned}',
    '{open} waiting, {delivered} handed over, {cancelled} cancelled, {returned} returned',
  ),
  delivered: w('发放', 'Hand over'),
  cancelled: w('撤销', 'Cancel'),
  returned: w('收回退货', 'Take back'),
  actFor: w('{act}，{name}（{unit}）', '{act}, {name} ({unit})'),
  unmetTitle: w('暂时满足不了', 'It cannot be met for now'),
  unmetLabel: w('原因，企业会看到', 'Why; the enterprise reads it'),
  unmetDo: w('记下原因', 'Note the reason'),
  position: w('排序依据', 'Placed by'),
} as const;

/** Lots: what is there, where from, what became of it. */
export const lotWords = {
  title: w('库存', 'Stock'),
  lead: w(
    '每一批写明从哪里来、放在哪里。数量由每一笔收发相加得出。',
    'Each lot says where it came from and where it lies. Quantities are the sums of every movement.',
  ),
  none: w('还没有库存', 'No stock yet'),
  left: w('剩{amount}', '{amount} left'),
  sums: w(
    '共{quantity}，待领{committed}，已发{delivered}，核销{lost}',
    '{quantity} in all, {committed} set aside, {delivered} handed over, {lost} written off',
  ),
  addTitle: w('登记一批库存', 'Book a lot'),
  add: w('登记入库', 'Book it'),
  source: w('从哪里来', 'Where from'),
  item: w('物资', 'Item'),
  spec: w('品名和规格', 'Name and specification'),
  specHelp: w('例如：一次性医用，50只一盒，执行标准', 'Kind, packing, standard'),
  quantity: w('数量', 'Quantity'),
  quantityHelp: w('整箱的，先算成只、公斤或升', 'Count cartons as pieces, kilograms or litres'),
  unit: w('单位', 'Unit'),
  area: w('放在哪个片区', 'Area'),
  place: w('仓库', 'Storehouse'),
  arrivedOn: w('到货日期', 'Arrived on'),
  expiresOn: w('有效期到哪天', 'Use by'),
  origin: w('捐赠的登记编号', 'Number of the donation'),
  originHelp: w('捐赠的才填，13位数字', 'For donations, 13 digits'),
  wrongQuantity: w('数量要大于0，最多三位小数', 'More than 0, at most three decimals'),
  wrongUnit: w('这种物资不按这个单位计', 'This item is not counted in this unit'),
  wrongDay: w('日期不对', 'No such day'),
  wrongOrigin: w('没有这个编号的捐赠', 'No donation has this number'),
  allocate: w('安排给企业', 'Set aside for enterprises'),
  allocations: w('安排给了谁', 'Set aside for'),
  movements: w('每一笔收发', 'Movements'),
  lossTitle: w('核销', 'Write off'),
  lossLabel: w('为什么', 'Why'),
  lossQuantity: w('核销多少（{unit}）', 'How much ({unit})'),
  loss: w('核销', 'Write off'),
  arrived: w('{day}到货', 'arrived {day}'),
  expires: w('有效到{day}', 'use by {day}'),
} as const;

/** Setting goods aside for several needs: in order, previewed, confirmed, undone. */
export const allocateWords = {
  title: w('安排物资', 'Set goods aside'),
  lead: w(
    '按今天的先后顺序排好了，数量可以改，空着的不给。按下面的按钮只是先看，还不会做。',
    'In the order of today. Change the amounts; empty gets none. The button only shows what would happen.',
  ),
  order: w('今天的先后顺序', 'The order of today'),
  used: w('这一批已经安排完了', 'All of this lot is set aside'),
  none: w('没有还缺这种物资的企业', 'No enterprise misses this item'),
  before: w('排在下一家前面，因为：{why}', 'Before the next because of: {why}'),
  give: w('给{name}多少（{unit}）', 'How much for {name} ({unit})'),
  preview: w('先看会怎样', 'Preview'),
  previewTitle: w('确认安排{amount}', 'Set aside {amount}?'),
  previewLead: w(
    '还没有做。看清楚再确认，确认后企业在办理进度里会看到。',
    'Nothing was done yet. Once confirmed, the enterprises see it.',
  ),
  rest: w('安排后这一批还剩{amount}', '{amount} of the lot will be left'),
  confirm: w('确认，安排给{n}家', 'Confirm for {n}'),
  change: w('回去改', 'Change it'),
  resultTitle: w('已安排{amount}，共{n}家', 'Set aside: {amount} for {n}'),
  nothingLeft: w('都撤销了', 'All of it was cancelled'),
  undo: w('全部撤销', 'Cancel all'),
  undoHelp: w('只撤销还没有发放的。', 'Only what is not handed over yet.'),
  again: w('接着安排', 'Go on'),
  wrongAmount: w('{name}：数量要大于0，不能比还缺的多', '{name}: more than 0, not more than is missing'),
  tooMuch: w('一共要{amount}，这一批只剩{left}', '{amount} in all, and only {left} is left'),
  nothing: w('还没有写给谁多少', 'Write how much for whom'),
} as const;

/** What came of an act. */
export const ledgerTold = {
  done: w('已记下', 'Recorded'),
  again: w('已经做过了，没有重复记', 'Done before; nothing was recorded twice'),
  short: w(
    '数量不够了：刚才有人先安排了，或者数量比还能动的多。没有做，请看现在的数量。',
    'There is not enough any more, or it is more than is open. Nothing was done; see the figures as they are now.',
  ),
  unfit: w(
    '没有做：物资对不上、过了有效期，或者不归您办。',
    'Nothing was done: the goods do not fit, have expired, or it is not yours.',
  ),
  busy: w('刚才有人在办这几件，请再按一次。', 'Somebody was working on these cases: press again.'),
} as const;

export const sourceNames = {
  bought: w('采购', 'Bought'),
  donated: w('捐赠', 'Donated'),
  higher: w('上级调拨', 'From a higher level'),
} as const;

export const lossWords = {
  expired: w('过期', 'Expired'),
  damaged: w('破损', 'Damaged'),
  miscounted: w('盘点对不上', 'Miscounted'),
  recalled: w('不合格，召回', 'Recalled'),
} as const;

export const movementWords = {
  received: w('入库', 'Booked in'),
  committed: w('安排', 'Set aside'),
  cancelled: w('撤销安排', 'Cancelled'),
  delivered: w('发放', 'Handed over'),
  returned: w('退回', 'Returned'),
  'written-off': w('核销', 'Written off'),
} as const;

/** What a need has by a criterion of the order. */
export const standingWords = {
  'key-enterprise': {
    yes: w('重点企业', 'Key enterprise'),
    no: w('不在重点企业名单', 'Not a key enterprise'),
  },
  reopened: { yes: w('已复工', 'Has resumed'), no: w('还没有复工', 'Has not resumed') },
  'runs-out': { yes: w('库存{day}用完', 'Stock runs out {day}'), no: w('没有说库存', 'Stock not told') },
  'needed-by': { yes: w('{day}前要', 'Needed by {day}'), no: w('没有说哪天要', 'Day not told') },
  waiting: { yes: w('{day}登记', 'Registered {day}'), no: w('', '') },
} as const;

/** Why something is suggested, and what speaks against it. */
export const matchWords = {
  item: w('就是要的物资', 'The item itself'),
  substitute: w('同类，企业说可以替代', 'A like item; the enterprise would take it'),
  spec: w('规格对得上：{words}', 'Specification agrees: {words}'),
  near: w('在同一片区', 'In the same area'),
  far: w('在另一个片区', 'In another area'),
  all: w('够全部还缺的', 'Enough for all that is missing'),
  part: w('只够{amount}', 'Only {amount}'),
  'in-time': w('来得及', 'In time'),
  late: w('比要的日子晚', 'Later than needed'),
  expires: w('还有{n}天到期', '{n} days left'),
  'no-expiry': w('没有写有效期', 'No expiry given'),
} as const;
