import { w } from './words.ts';

/** How money, lodging and donations go on, as the enterprise and the officers read it. */
export const progressWords = {
  passed: w('需求已转给{bank}', 'your need was passed to {bank}'),
  sent: w('需求的信息又发给{bank}一次', 'the details were sent to {bank} again'),
  approval: w('{bank}正在审批', '{bank} is deciding'),
  approved: w('{bank}批复{amount}，还没有放款', '{bank} approved {amount}, not paid out yet'),
  disbursed: w('{bank}放款{amount}', '{bank} paid out {amount}'),
  declined: w('{bank}没有批', '{bank} declined'),
  withdrawn: w('不再向{bank}申请', 'no longer asked of {bank}'),
  reserved: w('已安排{place}，留{persons}张床', '{persons} beds are kept at {place}'),
  cancelled: w('取消{place}的{persons}张床', '{persons} beds at {place} are no longer kept'),
  in: w('{persons}人住进{place}', '{persons} moved in at {place}'),
  'slot-booked': w('约在{time}', 'booked for {time}'),
  'slot-moved': w('改到{time}', 'moved to {time}'),
  'slot-freed': w('取消了{time}', '{time} is cancelled'),
  'slot-off': w('{time}办不成，取消了，请等我们另约', '{time} is called off; we will offer another'),
  'slot-edited': w(
    '{time}的地点或办法有变化，请看上面',
    'where or how you meet at {time} has changed: see above',
  ),
  'slot-done': w('{time}已经来过', '{time}: they met'),
  'slot-missed': w('{time}没有来', '{time}: nobody came'),
  out: w('{persons}人离开{place}', '{persons} left {place}'),
  accepted: w('园区接受捐赠，等工作人员与您约交接', 'accepted; an officer will agree on the handover'),
  received: w('已收到{money}', 'received {money}'),
  corrected: w('收到的数更正为{money}', 'what was received was corrected to {money}'),
  receipt: w('已开票据，号码{serial}', 'a receipt was issued, number {serial}'),
  named: w('名称可以公布在捐赠名单上', 'the donor may be named in the list'),
  unnamed: w('名称不再公布', 'the donor is no longer named'),
  stocked: w('物资已入库，由园区统一调配', 'the goods are in stock and are given out by the zone'),
  handed: w('已转交{money}', 'passed on {money}'),
} as const;
