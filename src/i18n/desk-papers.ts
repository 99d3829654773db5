import { w } from './words.ts';

/** Official papers at the desk: the list, one paper, what is drafted of a case. */
export const papersWords = {
  title: w('文书', 'Papers'),
  lead: w(
    '通行证、告知书、证明和协调函。拟稿、核稿、签发、编号、用印、发出，一步一步来；用印以后二维码才生效。',
    'Passes, notices, certificates and letters. Drafted, checked, signed, numbered, sealed, issued, one step after the other; the QR code works once it is sealed.',
  ),
  where: w(
    '到要办的件上拟稿：打开那一件，点“文书”。',
    'A draft begins at its case: open the case and press Papers.',
  ),
  kind: w('种类', 'Kind'),
  state: w('办到哪一步', 'State'),
  everyKind: w('所有种类', 'Every kind'),
  everyState: w('所有步骤', 'Every state'),
  show: w('查看', 'Show'),
  none: w('没有文书。', 'No paper.'),
  noSerial: w('还没有编号', 'No number yet'),
  valid: w('{from}至{to}', '{from} to {to}'),
  since: w('{from}起', 'From {from}'),
  due: w('到期没有回音的函（{n}）', 'Letters still unanswered ({n})'),
  dueOne: w('{sent}发出，{due}该催问', 'Sent on {sent}, to be asked after by {due}'),
  more: w('{n}以上', 'more than {n}'),
  ofCase: w('{enterprise}的文书', 'Papers of {enterprise}'),
  toCase: w('看这一件：{number}', 'See its case: {number}'),
  open: w('文书', 'Papers'),
  openHint: w('拟通行证、告知书、证明或协调函', 'Draft a pass, notice, certificate or letter'),
  draftTitle: w('拟稿', 'Draft'),
  draftLead: w(
    '内容从这一件里带过来，可以改。拟稿会打开这一件的个人信息，记入办理过程。',
    'It begins with what the case says, and can be changed. Drafting opens personal fields of the case, which its course records.',
  ),
  draftDo: w('拟{kind}', 'Draft: {kind}'),
  supplier: w('写给哪家供应商的所在地', 'About which supplier'),
  notNow: w(
    '这一件现在不能拟稿。复工信息报送要先发复工告知；暂存核对、撤回、并单的件不拟。',
    'Nothing can be drafted of this case now. A filing must have been cleared first; cases that are held, withdrawn or merged have no papers.',
  ),
} as const;

export const paperStateWords = {
  draft: w('拟稿中，待核稿', 'Draft, to be checked'),
  checked: w('已核稿，待签发', 'Checked, to be signed'),
  signed: w('已签发，待编号', 'Signed, to be numbered'),
  numbered: w('已编号，待用印', 'Numbered, to be sealed'),
  sealed: w('已用印，待发出', 'Sealed, to be issued'),
  issued: w('已发出', 'Issued'),
  revoked: w('已撤销', 'Revoked'),
  void: w('已作废', 'Given up'),
} as const;

/** One paper. */
export const paperWords = {
  next: w('下一步', 'Next step'),
  edit: w('改稿', 'Edit'),
  save: w('保存', 'Save'),
  check: w('核稿无误', 'Checked, it is right'),
  return: w('退回改稿', 'Send back'),
  sign: w('签发', 'Sign'),
  number: w('编号', 'Number'),
  seal: w('已用印', 'It is sealed'),
  issue: w('发出', 'Issue'),
  revoke: w('撤销', 'Revoke'),
  void: w('作废', 'Give up'),
  follow: w('改催问日期', 'Ask on another day'),
  answer: w('登记回函', 'Record the answer'),
  checkHelp: w(
    '核对单位、日期和内容。拟稿的人不能核自己拟的稿。',
    'Compare names, days and words. Who drafted it does not check it.',
  ),
  signHelp: w('签发后编号，内容不能再改。', 'Once signed and numbered it cannot be changed.'),
  numberHelp: w(
    '编号按年连续，不跳号；编号后打印、用印。',
    'Numbers run through the year without gaps. Then it is printed and sealed.',
  ),
  sealHelp: w(
    '盖好章再点。点了以后二维码就生效。',
    'Press it once the seal is on the paper: the QR code works from then on.',
  ),
  issueHelp: w(
    '发给企业。企业在办理进度里看得到，也能打印。',
    'The enterprise sees it beside its case and can print it.',
  ),
  sendHelp: w(
    '写上发出的日期和催问的日期。到期没有回音，列表上会提醒。',
    'Enter the day it went out and the day to ask after it; the list reminds you.',
  ),
  revokeHelp: w(
    '撤销后二维码显示“已撤销”，企业马上看到，不能恢复。',
    'The QR code then says Revoked and the enterprise is told at once. It cannot be undone.',
  ),
  voidHelp: w(
    '还没用印的可以作废。编过的号不再用。',
    'What is not sealed yet can be given up. A number is not used again.',
  ),
  returnHelp: w('写清要改什么。', 'Say what is to be changed.'),
  followHelp: w(
    '到那一天还没有回音，列表上再提醒。',
    'If there is no answer by then, the list reminds you again.',
  ),
  answerHelp: w(
    '回函的日期和要点。要点加密存放。',
    'The day of the answer and its gist, which is stored encrypted.',
  ),
  samePerson: w(
    '这份是您拟的或改的，请另一位同事核稿。',
    'You wrote some of it: ask a colleague to check it.',
  ),
  note: w('说明', 'Note'),
  noteOptional: w('说明（选填，企业看得到）', 'Note (optional, the enterprise reads it)'),
  reason: w('为什么撤销', 'Why it is revoked'),
  sentOn: w('哪天发出', 'Sent on'),
  followUp: w('哪天催问', 'To be asked after on'),
  answeredOn: w('哪天收到', 'Received on'),
  gist: w('回函要点', 'Gist of the answer'),
  content: w('内容', 'Content'),
  history: w('经办', 'Who did what'),
  preview: w('预览', 'Preview'),
  print: w('打印稿', 'Print'),
  back: w('回到文书', 'Back to papers'),
  toPaper: w('回到这一份', 'Back to the paper'),
  printHint: w('用浏览器的“打印”，选A4纸。', 'Use your browser’s Print on A4.'),
  done: w('已记下：{step}', 'Recorded: {step}'),
  erased: w(
    '这一件的信息已删除，文书内容也删了，只留编号、状态和日期供核对。',
    'The information of its case was deleted, and what the paper said with it. Number, state and dates stay for checking.',
  ),
  maskedNote: w('您只能查看，个人信息不显示。', 'You may only look; personal fields are hidden.'),
  answered: w('{day}收到回函', 'Answered on {day}'),
  sent: w('{day}发出，{due}催问', 'Sent on {day}, to be asked after on {due}'),
  qr: w('扫码核对真伪', 'Scan to check'),
  nothing: w('现在没有您要办的一步。', 'There is no step for you now.'),
} as const;

/** Labels of what stands on a paper. */
export const paperLabels = {
  enterprise: w('企业', 'Enterprise'),
  creditCode: w('统一社会信用代码', 'Credit code'),
  plate: w('车牌', 'Plate'),
  trailer: w('挂车号', 'Plate of the trailer'),
  driver: w('驾驶员', 'Driver'),
  from: w('从哪里出发', 'From'),
  to: w('到哪里', 'To'),
  goods: w('货物', 'Goods'),
  quantity: w('数量', 'Quantity'),
  validFrom: w('从哪天起', 'From which day'),
  validTo: w('到哪天止', 'Until which day'),
  terms: w('要求', 'Terms'),
  title: w('标题', 'Title'),
  matter: w('正文', 'Text'),
  addressee: w('写给谁', 'To whom'),
  supplier: w('供应商', 'Supplier'),
} as const;

/** What is wrong with a field, and what to do instead. */
export const paperFaults = {
  required: w('请填写{label}', 'Enter: {label}'),
  long: w('{label}太长，请写短一些', '{label}: too long, shorten it'),
  plain: w(
    '{label}里有看不见的控制字符，请删掉后重新输入',
    '{label} holds control characters: delete them and type again',
  ),
  plate: w('{label}不对，请对照行驶证', '{label}: not a plate, compare with the licence'),
  day: w('{label}不对：请选一个合适的日期', '{label}: choose a fitting day'),
  order: w('{label}早于开始的日期，请核对', '{label}: it lies before the first day'),
  span: w(
    '{label}太晚：通行证最长30天，证明最长90天',
    '{label}: too late. A pass is good for 30 days at most, a certificate for 90',
  ),
} as const;

/** What is told when a step was not taken. */
export const paperTold = {
  moved: w('别人刚办过这一份', 'Somebody was faster'),
  movedText: w('下面是它现在的样子，请看过再办。', 'This is how it stands now: look again, then go on.'),
  step: w('这一步现在不能办', 'This step cannot be taken now'),
  stepText: w('步骤不能跳过，也不能重做。', 'No step is left out or done twice.'),
  unfit: w('这一件现在不能出文书', 'The case allows no paper now'),
  unfitText: w(
    '它被撤回、并单、要求整改、暂停开工，或者信息已删除。',
    'It was withdrawn or merged, is to be mended, was suspended, or its information was deleted.',
  ),
  busy: w('这一件正忙，请再试一次', 'The case is busy: try again'),
  busyText: w('没有记下，请再点一次。', 'Nothing was recorded: press once more.'),
  samePersonText: w('两个人经手才发出。', 'Two people see each paper before it goes out.'),
} as const;

/** What stands on a printed paper besides its words; it is Chinese as the paper is. */
export const sheetMarks = {
  draft: '待签稿',
  until: '待签稿，用印后生效',
  revoked: '已撤销',
  void: '作废',
  code: '核验码',
  seal: '（盖章）',
  check: '扫码核对真伪',
} as const;
