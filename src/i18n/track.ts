import { w } from './words.ts';

/** Words of the tracking page and of what an enterprise can do there with its own case. */
export const trackWords = {
  title: w('查办理进度', 'Track a case'),
  lead: w('填回执上的登记编号和查询密码。', 'Enter the number and password of your receipt.'),
  number: w('登记编号', 'Registration number'),
  numberHelp: w('13位数字，横线可以不写', '13 digits; dashes may be left out'),
  pin: w('查询密码', 'Password'),
  pinHelp: w('6位数字', '6 digits'),
  look: w('查一查', 'Look up'),
  state: w('现在', 'Now'),
  handler: w('负责', 'Handled by'),
  due: w('答复时限', 'Due by'),
  overdue: w('已超时，已催办', 'Overdue, reminded'),
  urgent: w('加急，已提醒值班人员', 'Urgent: the officer on duty was told'),
  again: w('什么时候再来看', 'When to look again'),
  course: w('办理过程', 'Course'),
  answers: w('答复', 'Answer'),
  sent: w('您提交的内容', 'What you sent'),
  sentNote: w(
    '联系人、电话和文字说明不在这里显示，点“修改”可以看到。',
    'Contact, phone and free text are not shown here; press Correct to see them.',
  ),
  required: w('请填写{label}', 'Enter: {label}'),
  loading: w('正在查…', 'Looking up…'),
  linked: w('一起提交的还有', 'Sent together with'),
  said: w('您说的：', 'You wrote:'),
} as const;

/** When it is worth coming back, by the state. */
export const againWords = {
  received: w('{due}前会有答复。', 'An answer comes by {due}.'),
  held: w('核实后马上转办，{due}前会有答复。', 'It is passed on once checked; an answer comes by {due}.'),
  assigned: w('{due}前会有答复。', 'An answer comes by {due}.'),
  returned: w(
    '等您补充。补充后我们接着办，时限顺延。',
    'We wait for you. After that we go on; the time is extended.',
  ),
  answered: w('请看下面的答复，告诉我们解决了没有。', 'Read the answer below and tell us whether it helped.'),
  closed: w('已经办结。还有问题，点“还没解决”。', 'Closed. If something is left, press Not solved.'),
  upward: w('上级有了结果就告诉您。', 'We tell you once there is a result.'),
  unsolved: w(
    '还没全解决，我们继续跟进，有进展就告诉您。',
    'Not all is solved. We go on and tell you of any progress.',
  ),
  rectifying: w(
    '请在{due}前改好，在下面补充说明，我们来复查。',
    'Mend it by {due} and tell us below; we look at it again.',
  ),
  suspended: w('我们在{due}前复查，结果会告诉您。', 'We look at it again by {due} and tell you.'),
  merged: w('请看{number}号的进度；补充说明会转到那一件。', 'See {number}; what you add is passed there.'),
  withdrawn: w('已经撤回，不用再来看。', 'Withdrawn: nothing more will happen.'),
  erased: w('信息已删除，只留编号和办理过程。', 'Deleted; only the number and the course are left.'),
  overdue: w(
    '已经超时，我们在催办。也可以打{phone}。',
    'It is overdue and was chased. You may also call {phone}.',
  ),
} as const;

/** What the enterprise can do, and what it reads when it did. */
export const actWords = {
  reply: w('补充说明', 'Add something'),
  replyLabel: w('想补充什么', 'What would you like to add?'),
  replyAnswered: w('再说一点', 'Say more'),
  text: w('文字说明', 'Text'),
  textHelp: w('最多{max}个字', 'At most {max} characters'),
  tooLong: w(
    '{label}最多{max}个字，现在有{length}个，请写短一些',
    '{label}: at most {max} characters, now {length}. Shorten it',
  ),
  plain: w(
    '{label}里有看不见的控制字符或残缺的字，请删掉后重新输入',
    '{label} holds control characters or broken characters: delete them and type again',
  ),
  change: w('修改', 'Correct'),
  withdraw: w('撤回', 'Withdraw'),
  solvedTitle: w('您反映的问题解决了吗', 'Is it solved?'),
  solved: w('问题解决了', 'Solved'),
  unsolved: w('还没解决', 'Not solved'),
  unsolvedLabel: w('还差什么（选填）', 'What is missing? (optional)'),
  chooseSolved: w('请选“问题解决了”或“还没解决”', 'Choose Solved or Not solved'),
  rateTitle: w('这次办得怎么样', 'How was it handled?'),
  rate: w('提交评价', 'Rate'),
  rateLabel: w('想说的话（选填）', 'Your words (optional)'),
  rateAgain: w('评价后7天内可以改。', 'You can change it for 7 days.'),
  chooseGrade: w('请选一档', 'Choose a grade'),
  eraseTitle: w('删除我的信息', 'Delete my information'),
  eraseLead: w(
    '删除后，企业名称、联系人、电话、文字说明和附件都看不到了，也恢复不了；只留编号、办理过程和用于统计的数字。备份里最多再留{backup}天。没办完的会同时撤回。',
    'Names, phone, text and files are deleted for good; only the number, the course and figures for statistics stay. Backups keep it for at most {backup} days. A case that is still open is withdrawn.',
  ),
  erase: w('删除我的信息', 'Delete my information'),
  eraseSure: w('确定删除{number}的信息', 'Delete the information of {number}'),
  withdrawLead: w(
    '撤回后这一件不再办理，也不能恢复。只是填错了，请用“修改”。',
    'A withdrawn case is not handled any more and cannot be restored. To correct a mistake use Correct.',
  ),
  withdrawSure: w('确定撤回{number}', 'Withdraw {number}'),
  back: w('不了，回去看办理进度', 'No, back to the case'),
  changeTitle: w('修改{number}', 'Correct {number}'),
  changeLead: w(
    '改好后点“保存修改”，编号和时限不变；改动前的内容加密留底。',
    'Press Save when done. Number and due time stay; what was there before is kept, encrypted.',
  ),
  changeSave: w('保存修改', 'Save'),
  oneLine: w(
    '这一件只管一项。另外的事请另填一张表。',
    'This case is about one thing. Use another form for others.',
  ),
  otherDay: w(
    '这一张只管当天。另一天的情况请另报一张。',
    'This return is of its own day. Send another for another day.',
  ),
} as const;

/** The five grades (国办发〔2019〕51号), best first. */
export const gradeWords = {
  'very-good': w('非常满意', 'Very satisfied'),
  good: w('满意', 'Satisfied'),
  fair: w('基本满意', 'Fairly satisfied'),
  poor: w('不满意', 'Dissatisfied'),
  'very-poor': w('非常不满意', 'Very dissatisfied'),
} as const;

/**
 * What an enterprise reads for where its case stands: a held case is 核实中, never called suspicious; one that was
 * declined among departments is being placed.
 */
export const stateWords = {
  held: w('核实中', 'Being checked'),
  'to-accept': w('已转{handler}（待签收）', 'Passed to {handler}, to be accepted'),
  declined: w('已收到，正在安排承办单位', 'Received; a department is being found'),
  doing: w('办理中（{handler}负责）', 'In progress ({handler})'),
  again: w('重新办理（{handler}负责）', 'Taken up again ({handler})'),
  extended: w('办理中（{handler}负责），已延期至{day}', 'In progress ({handler}), extended to {day}'),
  waiting: w('待您补充', 'Waiting for you'),
  answered: w('已答复', 'Answered'),
  upward: w('已转上级', 'Passed to a higher authority'),
  unsolved: w('暂未解决，继续跟进', 'Not solved yet; we go on with it'),
  closed: w('已办结', 'Closed'),
  outside: w('不在本区办理（已告知找谁）', 'Not for this zone to handle (you were told whom to ask)'),
  merged: w('已并入{number}号', 'Joined with {number}'),
  withdrawn: w('您已撤回', 'Withdrawn by you'),
  cleared: w('已发复工告知', 'Notice of reopening given'),
  rectifying: w('限期整改，{day}前改好', 'To be mended by {day}'),
  suspended: w('暂停开工，{day}前复查', 'Work suspended; looked at again by {day}'),
} as const;

export const eventWords = {
  received: w('已收到，转给{handler}', 'Received, passed to {handler}'),
  held: w('已收到，核实中', 'Received, being checked'),
  released: w('核实完毕，转给{handler}', 'Checked, passed to {handler}'),
  accepted: w('{handler}已签收，由它负责', '{handler} accepted it and answers for it'),
  forwarded: w('已转{handler}（待签收）', 'Passed to {handler}, to be accepted'),
  ordered: w('已转{handler}（待签收）', 'Passed to {handler}, to be accepted'),
  complex: w('涉及几个单位，{day}前答复', 'Several bodies are involved; an answer comes by {day}'),
  extended: w('已延期至{day}，原因：', 'Extended to {day}, because:'),
  pressed: w('已催办{handler}', '{handler} was urged'),
  contacted: w('工作人员联系了您', 'An officer talked to you'),
  missed: w('工作人员联系您，没有联系上', 'An officer tried to reach you'),
  referred: w('已转上级，我们继续跟踪', 'Passed to a higher authority; we follow it on'),
  reopened: w('重新办理', 'Taken up again'),
  merged: w('已并入{number}号，请看那一件', 'Joined with {number}: see there'),
  unmerged: w('不再并入，由{handler}单独办理', 'Handled by itself again, by {handler}'),
  relayed: w('并入的件有补充，继续办理', 'Something was added to a case joined with this one'),
  'sent-on': w('您的补充已转到{number}号', 'What you added was passed to {number}'),
  arranged: w(
    '已安排{goods}，请等工作人员通知领取',
    'Set aside for you: {goods}; an officer will tell you how to get it',
  ),
  unarranged: w('取消了安排：{goods}', 'No longer set aside: {goods}'),
  'handed-over': w('已发给您{goods}', 'Handed over to you: {goods}'),
  'taken-back': w('收到您退回的{goods}', 'Returned by you: {goods}'),
  'fast-tracked': w('已转绿色通道，同一时限里先办', 'In the green channel: handled first among equals'),
  'fast-ended': w('不再走绿色通道，按原时限办', 'No longer in the green channel; the due time stays'),
  sourced: w('给您找到货源：{goods}', 'A supplier was found for: {goods}'),
  unmet: w('{goods}暂时不能满足：{why}', '{goods} cannot be met for now: {why}'),
  funding: w('融资：{progress}', 'Financing: {progress}'),
  lodged: w('住宿：{progress}', 'Lodging: {progress}'),
  appointment: w('预约：{progress}', 'Appointment: {progress}'),
  'appointment-changed': w('预约有变化：{progress}', 'Appointment changed: {progress}'),
  donation: w('捐赠：{progress}{goods}', 'Donation: {progress} {goods}'),
  'donation-declined': w('园区不能接收这次捐赠，原因：', 'The zone cannot take this donation, because:'),
  asked: w('您反映的问题解决了吗？请在下面告诉我们', 'Is it solved? Please tell us below'),
  revisited: w('工作人员回访了您', 'An officer called you back about your rating'),
  assigned: w('转给{handler}办理', 'Passed to {handler}'),
  returned: w('请您补充', 'Please add something'),
  supplemented: w('您补充了说明', 'You added something'),
  replied: w('收到您的补充，继续办理', 'Your addition was received; work goes on'),
  changed: w('您修改了内容', 'You corrected what you sent'),
  answered: w('{handler}答复', 'Answer from {handler}'),
  confirmed: w('您说问题解决了', 'You said it is solved'),
  unresolved: w('您说还没解决，重新办理', 'You said it is not solved; it is taken up again'),
  rated: w('您的评价：{grade}', 'Your rating: {grade}'),
  closed: w('办结', 'Closed'),
  withdrawn: w('您撤回了这一件', 'You withdrew this'),
  'pin-renewed': w('查询密码已重发', 'A new password was issued'),
  erased: w('您的信息已删除', 'Your information was deleted'),
  expired: w('保存期已到，相关信息已删除', 'Kept as long as promised, then deleted'),
  cleared: w('{handler}发了复工告知', '{handler} gave notice of reopening'),
  rectifying: w('请限期整改，{day}前改好', 'Please mend the following by {day}'),
  suspended: w('暂停开工，原因：', 'Work is suspended, because:'),
  'paper-issued': w('已发出{paper}{serial}', 'Issued: {paper} {serial}'),
  'paper-revoked': w(
    '{paper}{serial}已撤销，不能再用：{revoked}',
    'Revoked, no longer to be used: {paper} {serial}. {revoked}',
  ),
} as const;

/** The list of cases that a person keeps on their own device. */
export const mineWords = {
  title: w('我的登记', 'My cases'),
  lead: w(
    '只记在这台设备上。公用电脑请不要记。',
    'Kept on this device only. Do not use it on a shared computer.',
  ),
  keep: w('记在这台设备上', 'Keep on this device'),
  kept: w('已记在这台设备上', 'Kept on this device'),
  failed: w('这台设备记不了，请抄下编号和密码', 'This device cannot keep it: write number and password down'),
  remove: w('不再记着{number}', 'Forget {number}'),
  clear: w('全部清掉', 'Forget all'),
} as const;
