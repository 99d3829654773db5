import { w } from './words.ts';

/** Words around every form, its receipt and its tracking page. */
export const formWords = {
  optional: w('选填', 'optional'),
  more: w('还可以写：{labels}', 'You may add: {labels}'),
  choose: w('请选择', 'Choose'),
  onlyWhen: w('{label}选“{values}”的才填', 'Only if {label} is “{values}”'),
  templates: w('可以这样写', 'You could write'),
  colon: w('：', ': '),
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
  privacyTitle: w('您的信息怎么用', 'How your information is used'),
  privacyLead: w(
    '只问办这件事要用的。带锁的内容加密存放，到期删除。',
    'We ask only what this matter needs. Personal data and free text are stored encrypted and deleted when the time is over.',
  ),
  homepage: w('这一栏不用填', 'Leave this empty'),
  failed: w(
    '没有发出去，填的内容都还在。请看看网络，再按一次“提交”。',
    'It was not sent. What you typed is still here. Check the network and press Send again.',
  ),
} as const;

export const receiptWords = {
  title: w('已收到', 'Received'),
  heldTitle: w('已收到，核实中', 'Received, being checked'),
  told: w('请注意', 'Please note'),
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
  several: w(
    '一共登记了{n}件，各有编号，用同一个查询密码都能查。',
    '{n} cases were registered, each with its own number; one password opens all.',
  ),
  oneOfSeveral: w('{number}：{handler}，{due}前答复', '{number}: {handler}, by {due}'),
  already: w('这份内容已经收到过了', 'This was received already'),
  alreadyText: w(
    '十分钟内收到过一模一样的内容，没有重复登记。请用第一次的登记编号查进度；没记下编号就打值班电话。',
    'The same content came within ten minutes and was not registered again. Use the first number to follow it; if you did not note it, call the duty phone.',
  ),
} as const;

export const formsWords = {
  title: w('反映困难', 'Tell us what you need'),
  lead: w(
    '缺口罩、缺人、缺钱、有疑问，都可以说。不用注册，提交后给您登记编号，随时查进度。',
    'Short of masks, staff or money, or a question: tell us. No account needed; you get a number to follow it.',
  ),
  groups: w('按事情找', 'By matter'),
} as const;

/** Headings of the list of forms, by subject. */
export const subjectWords = {
  need: w('缺什么、要什么', 'What you need'),
  reopening: w('复工手续', 'Reopening'),
  question: w('有疑问、有意见', 'Questions and complaints'),
  giving: w('想帮忙', 'To help'),
} as const;
