import { w } from './words.ts';

/** Words around every form, its receipt and its tracking page. */
export const formWords = {
  optional: w('选填', 'optional'),
  more: w('还可以写：{labels}', 'You may add: {labels}'),
  choose: w('请选择', 'Choose'),
  yes: w('是', 'Yes'),
  no: w('否', 'No'),
  unsure: w('不清楚', 'Not sure'),
  submit: w('提交', 'Send'),
  sending: w('正在提交…', 'Sending…'),
  addLine: w('再加一项', 'Add a line'),
  removeLine: w('删掉第{n}项', 'Remove line {n}'),
  removeShort: w('删掉', 'Remove'),
  line: w('第{n}项', 'Line {n}'),
  errorTitle: w('还有{n}处要改', '{n} things to correct'),
  call: w('不会填？打这个电话，我们替您填：', 'Need help? Call, and we will fill it in for you: '),
  who: w(
    '由{handler}办理，{days}个工作日内答复',
    '{handler} handles it and answers within {days} working days',
  ),
  whoVaries: w(
    '按您选的主题转给对应部门，{days}个工作日内答复',
    'It goes to the department for your topic, which answers within {days} working days',
  ),
  privacyTitle: w('您的信息怎么用', 'How your information is used'),
  privacyLead: w(
    '只问办这件事要用的。带锁的内容加密存放，到期删除。',
    'We ask only what this matter needs. Personal data and free text are stored encrypted and deleted when the time is over.',
  ),
  privacyField: w('填的内容', 'What you enter'),
  privacyWhy: w('为什么要', 'Why'),
  privacyBasis: w('依据', 'Basis'),
  privacyDays: w('存多久', 'Kept for'),
  privacySeen: w('谁能看到', 'Who sees it'),
  days: w('{n}天', '{n} days'),
  homepage: w('这一栏不用填', 'Leave this empty'),
  failed: w(
    '没有发出去，填的内容都还在。请看看网络，再按一次“提交”。',
    'It was not sent. What you typed is still here. Check the network and press Send again.',
  ),
} as const;

export const receiptWords = {
  title: w('已收到', 'Received'),
  heldTitle: w('已收到，核实中', 'Received, being checked'),
  number: w('登记编号', 'Registration number'),
  pin: w('查询密码', 'Password'),
  pinRenewed: w(
    '工作人员已经重发了查询密码，请用新密码',
    'An officer has issued a new password: use that one',
  ),
  keep: w(
    '请把这两个号码记下来或截图保存。查进度要用，电话里也可以报。',
    'Write both down or take a picture. You need them to follow the case; you may read them out on the phone.',
  ),
  next: w('接下来', 'What happens next'),
  handler: w('{handler}会在{due}前答复您。', '{handler} will answer by {due}.'),
  held: w(
    '这一件先由工作人员核实，核实后马上转办，不影响答复时间。',
    'An officer checks this one first and then passes it on.',
  ),
  reason: w('为什么是这个部门：{reason}。', 'Why this department: {reason}.'),
  lost: w(
    '忘了查询密码，打值班电话，工作人员会回拨您登记的电话后重发。',
    'Lost the password? Call the duty phone; an officer calls back the phone you gave and issues a new one.',
  ),
  track: w('查办理进度', 'Track the case'),
  copy: w('复制回执文字', 'Copy as text'),
  copied: w('已复制', 'Copied'),
  print: w('打印', 'Print'),
  gone: w('这里没有可以显示的回执', 'There is no receipt to show here'),
  goneText: w(
    '回执只在提交后15分钟内、在提交的那台设备上显示。用登记编号和查询密码可以随时查办理进度。',
    'A receipt is shown for 15 minutes, on the device that sent it. With the number and password you can follow the case at any time.',
  ),
  already: w('这份内容已经收到过了', 'This was received already'),
  alreadyText: w(
    '十分钟内收到过一模一样的内容，没有重复登记。请用第一次的登记编号查进度；没记下编号就打值班电话。',
    'The same content came within ten minutes and was not registered again. Use the first number to follow it; if you did not note it, call the duty phone.',
  ),
} as const;

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
  course: w('办理过程', 'Course'),
  answers: w('答复', 'Answer'),
  sent: w('您提交的内容', 'What you sent'),
  sentNote: w('联系人、电话和文字说明不在这里显示。', 'Contact, phone and free text are not shown here.'),
  required: w('请填写{label}', 'Enter: {label}'),
  loading: w('正在查…', 'Looking up…'),
} as const;

/** What an enterprise reads for a state (practice.md 3): a held case is 核实中, never called suspicious. */
export const stateWords = {
  received: w('已收到，待{handler}签收', 'Received, waiting for {handler}'),
  held: w('核实中', 'Being checked'),
  assigned: w('办理中（{handler}负责）', 'In progress ({handler})'),
  returned: w('待您补充', 'Waiting for you'),
  answered: w('已答复', 'Answered'),
  closed: w('已办结', 'Closed'),
  withdrawn: w('您已撤回', 'Withdrawn by you'),
} as const;

export const eventWords = {
  received: w('已收到，转给{handler}', 'Received, passed to {handler}'),
  held: w('已收到，核实中', 'Received, being checked'),
  released: w('核实完毕，转给{handler}', 'Checked, passed to {handler}'),
  assigned: w('转给{handler}办理', 'Passed to {handler}'),
  returned: w('请您补充', 'Please add something'),
  replied: w('收到您的补充', 'Your addition was received'),
  answered: w('{handler}答复', 'Answer from {handler}'),
  closed: w('办结', 'Closed'),
  withdrawn: w('您撤回了这一件', 'You withdrew this'),
  'pin-renewed': w('查询密码已重发', 'A new password was issued'),
} as const;

export const formsWords = {
  title: w('反映困难', 'Tell us what you need'),
  lead: w(
    '缺口罩、缺人、缺钱、有疑问，都可以说。不用注册，提交后给您登记编号，随时查进度。',
    'Short of masks, staff or money, or a question: tell us. No account needed; you get a number to follow it.',
  ),
} as const;
