import { w } from './words.ts';

const cases = w('件', 'cases');
const share = w('%', '%');
const hours = w('工作小时', 'working hours');

/** Each figure: its name, its unit, how it is counted, what is not counted. */
export const figureWords = {
  received: {
    name: w('新收', 'Received'),
    unit: cases,
    counted: w('当日收到的件，各种渠道都算。', 'Cases received on the day, by whatever way.'),
    notCounted: w(
      '一次提交拆成几件的，按几件算；后来并单、撤回的仍算收到。',
      'A submission that became several counts as several; what was merged or withdrawn later still counts.',
    ),
  },
  answered: {
    name: w('首次答复', 'First answers'),
    unit: cases,
    counted: w(
      '当日第一次把结果告诉企业的件：书面答复、复工告知或电话告知。',
      'Cases whose enterprise was told for the first time on the day: in writing, by clearance or by phone.',
    ),
    notCounted: w(
      '签收、退回补正不算答复；一件只算一次。',
      'Accepting or returning is no answer; a case counts once.',
    ),
  },
  done: {
    name: w('办结', 'Closed'),
    unit: cases,
    counted: w(
      '当日办结的件，包括并单、企业撤回、不属本区、联系不上。',
      'Cases closed on the day, merged, withdrawn, outside the zone and unreachable ones included.',
    ),
    notCounted: w(
      '已转上级的继续跟踪，不计办结；挂账后销号不重复计。重新办理后再办结的，再计一次。',
      'Passed upwards is followed and does not count; settled after staying on the list counts once. Closed again after reopening counts again.',
    ),
  },
  late: {
    name: w('超时办理', 'Finished late'),
    unit: cases,
    counted: w(
      '当日答复或办结、但已过期限的件。等企业补正时停钟。',
      'Cases answered or closed on the day after they were due. The clock stands while the enterprise is asked.',
    ),
    notCounted: w('并单、企业撤回的不计。', 'Merged and withdrawn ones are left out.'),
  },
  returned: {
    name: w('退回补正', 'Returned'),
    unit: cases,
    counted: w('当日退回企业补正的次数。', 'Returns to enterprises on the day.'),
    notCounted: w('容缺受理的不算退回。', 'Accepted with parts to follow is no return.'),
  },
  declined: {
    name: w('退单', 'Declined'),
    unit: cases,
    counted: w('当日部门退单的次数。', 'Times a department declined a case on the day.'),
    notCounted: w('转办、交办不算退单。', 'Passing or ordering is no declining.'),
  },
  reopened: {
    name: w('重新办理', 'Taken up again'),
    unit: cases,
    counted: w(
      '当日因企业说没解决、差评回访、办结后又补充，重新办理的次数。',
      'Times a case was taken up again on the day: not solved, badly rated, or added to after closing.',
    ),
    notCounted: w('并单后拆回的不算。', 'A merger undone is left out.'),
  },
  'asked-money': {
    name: w('新登记融资需求', 'Financing asked for'),
    unit: w('万元', 'ten thousand yuan'),
    counted: w(
      '当日收到的融资登记里填写的金额之和。',
      'The amounts in financing cases received on the day, added up.',
    ),
    notCounted: w(
      '批复额度和放款另列；企业更正后按更正的算。',
      'Grants and payments stand apart; a correction counts as corrected.',
    ),
  },
  'asked-beds': {
    name: w('新登记住宿需求', 'Lodging asked for'),
    unit: w('人', 'people'),
    counted: w(
      '当日收到的住宿登记里的男、女人数之和。',
      'The men and women in lodging cases received on the day, added up.',
    ),
    notCounted: w('已安排、已入住的另列。', 'Arranged and occupied beds stand apart.'),
  },
  'received-total': {
    name: w('累计收到', 'Received in all'),
    unit: cases,
    counted: w('到当日为止收到的全部件。', 'All cases received up to the day.'),
    notCounted: w('走访不算件。', 'Visits are no cases.'),
  },
  'done-total': {
    name: w('累计办结', 'Closed in all'),
    unit: cases,
    counted: w('到当日为止处于办结状态的件。', 'Cases that stand closed at the end of the day.'),
    notCounted: w('已转上级的、办结后重新办理的不计。', 'Passed upwards and taken up again are left out.'),
  },
  open: {
    name: w('未办结', 'Open'),
    unit: cases,
    counted: w('累计收到减累计办结。', 'Received in all less closed in all.'),
    notCounted: w('挂账的已办结，另列。', 'Those on the list of the unsolved are closed, and stand apart.'),
  },
  overdue: {
    name: w('逾期未办', 'Overdue'),
    unit: cases,
    counted: w(
      '当日结束时，期限在前一日或更早、还没答复的件。',
      'Cases not answered at the end of the day whose due day lies before it.',
    ),
    notCounted: w(
      '当日到期的、等企业补正的不计。',
      'Due on the day itself, or waiting for their enterprise, are left out.',
    ),
  },
  unsolved: {
    name: w('挂账', 'On the list of the unsolved'),
    unit: cases,
    counted: w('按部分解决办结、还没销号的件。', 'Cases closed as partly solved and not settled since.'),
    notCounted: w('已转上级的另列。', 'Passed upwards stands apart.'),
  },
  upward: {
    name: w('已转上级', 'Passed upwards'),
    unit: cases,
    counted: w('转给上级、正在跟踪的件。', 'Cases passed to a higher level and followed.'),
    notCounted: w('上级办完、已办结的不再计。', 'Once closed it counts no longer.'),
  },
  'done-rate': {
    name: w('办结率', 'Share closed'),
    unit: share,
    counted: w('累计办结 ÷ 累计收到。', 'Closed in all over received in all.'),
    notCounted: w('已转上级不计办结。', 'Passed upwards does not count as closed.'),
  },
  'solved-rate': {
    name: w('解决率', 'Share solved'),
    unit: share,
    counted: w(
      '已解决 ÷（已解决＋部分解决＋政策不支持＋联系不上），都按累计办结算。',
      'Solved over solved, partly solved, not provided for by policy and unreachable, of those closed in all.',
    ),
    notCounted: w(
      '重复并单、企业撤回、不属本区、已转上级不在分母里；部分解决不算解决。',
      'Merged, withdrawn, outside the zone and passed upwards are not in the denominator; partly is not solved.',
    ),
  },
  'content-rate': {
    name: w('满意率', 'Share content'),
    unit: share,
    counted: w(
      '评为非常满意、满意、基本满意的件 ÷ 有评价的件，改过的按最后一次。',
      'Cases rated very good, good or fair over cases rated; a changed rating counts as changed.',
    ),
    notCounted: w('没评价的不算满意，也不算不满意。', 'What was not rated counts for neither side.'),
  },
  'said-solved-rate': {
    name: w('企业说解决了', 'Said to be solved'),
    unit: share,
    counted: w(
      '企业答“问题解决了”的次数 ÷ 企业答过的次数。',
      'Answers that the matter is solved over all answers to that question.',
    ),
    notCounted: w('没答的不计。', 'No answer counts for neither side.'),
  },
  'in-time-rate': {
    name: w('按时率', 'Share in time'),
    unit: share,
    counted: w(
      '期限内答复或办结的次数 ÷ 答复或办结的次数，累计。',
      'Answered or closed by the due time over all answered or closed, up to the day.',
    ),
    notCounted: w(
      '并单、企业撤回的不计；还没答复的不在分母里，看逾期未办。',
      'Merged and withdrawn are left out; what is not answered yet is not in the denominator: see overdue.',
    ),
  },
  'answer-median': {
    name: w('首次答复用时（中位数）', 'Time to the first answer (median)'),
    unit: hours,
    counted: w(
      '近30日首次答复的件，一半在这个时间以内。按办公时间算，不足1小时按1小时。',
      'Half of the cases first answered in the last 30 days took no longer. In office hours, an hour begun counts whole.',
    ),
    notCounted: w(
      '等企业补正的时间、还没答复的件不计。',
      'Waiting for the enterprise is left out, and so is what is not answered yet.',
    ),
  },
  'answer-ninety': {
    name: w('首次答复用时（九成）', 'Time to the first answer (90 %)'),
    unit: hours,
    counted: w(
      '近30日首次答复的件，九成在这个时间以内。按办公时间算，不足1小时按1小时。',
      'Nine in ten of the cases first answered in the last 30 days took no longer. In office hours, an hour begun counts whole.',
    ),
    notCounted: w(
      '等企业补正的时间、还没答复的件不计。',
      'Waiting for the enterprise is left out, and so is what is not answered yet.',
    ),
  },
} as const;
