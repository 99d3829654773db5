import { w } from './words.ts';

/** What an officer does to a case, in the words of the trade: its name on the button, and what it does. */
export const deedWords = {
  accept: w('签收', 'Accept'),
  decline: w('退单', 'Decline'),
  assign: w('转办、交办', 'Pass on'),
  assist: w('请协办', 'Ask for assistance'),
  'assist-answer': w('协办答复', 'Answer the lead'),
  return: w('退回补正', 'Return for correction'),
  answer: w('答复', 'Answer'),
  contact: w('电话、当面告知', 'Told by phone or in person'),
  close: w('办结', 'Close'),
  reopen: w('重新办理', 'Take up again'),
  'ask-extension': w('申请延期', 'Ask for more time'),
  'decide-extension': w('审批延期', 'Decide on more time'),
  press: w('催办', 'Urge'),
  note: w('内部备注', 'Internal note'),
  merge: w('并单', 'Merge'),
  unmerge: w('撤销并单', 'Unmerge'),
  release: w('核实无误，放行', 'Release'),
  open: w('显示个人信息', 'Show personal fields'),
  'renew-pin': w('重发查询密码', 'New password'),
  revisit: w('回访', 'Call back'),
  complex: w('复杂件', 'Complex case'),
  clear: w('发复工告知', 'Notice of reopening'),
  rectify: w('限期整改', 'Ask for rectification'),
  suspend: w('暂停开工', 'Suspend work'),
  inspect: w('安排抽查', 'Plan a check'),
  'fast-track': w('绿色通道', 'Green channel'),
} as const;

export const deedHelp = {
  accept: w(
    '由本部门主办，您是承办人，企业看到“办理中”。',
    'Your department leads, you handle it; the enterprise sees In progress.',
  ),
  decline: w(
    '不归本部门的，收到后一个工作日内可以退一次。退了以后还由原单位负责，直到别人签收。',
    'Once, within a working day. Whoever held it answers for it until another accepts.',
  ),
  assign: w(
    '转给主管部门；领导指定、必须报结果的选“交办”。',
    'Pass it to the department in charge; Order where a superior decided and wants the result.',
  ),
  assist: w(
    '协办在您的时限之前答您，由您汇总答复企业。',
    'They answer you before your own due time; you answer the enterprise.',
  ),
  'assist-answer': w('答给主办单位，企业看不到。', 'Goes to the lead; the enterprise does not see it.'),
  return: w(
    '缺什么一次列全。第二次退回要上级同意。退回后停钟，企业补正了接着走。',
    'List everything missing at once. A second return needs a superior. The clock stops meanwhile.',
  ),
  answer: w('企业在查进度的页面上看到全文。', 'The enterprise reads it on its tracking page.'),
  contact: w(
    '记下时间、接听人和说了什么。没接通也要记，三次联系不上可以办结。',
    'Record when, with whom and what. Record failed tries too.',
  ),
  close: w(
    '告诉企业以后才能办结。没解决的不销号，留在挂账里。',
    'Only after the enterprise was told. What is not solved stays on the list.',
  ),
  reopen: w(
    '企业说没解决，或办结有误。',
    'The enterprise says it is not solved, or it was closed by mistake.',
  ),
  'ask-extension': w(
    '到期前申请，只能一次，批准后理由告诉企业。',
    'Once, before it is due; the reason is told to the enterprise.',
  ),
  'decide-extension': w(
    '批准后新的时限和理由告诉企业。',
    'Once granted, the enterprise is told the time and the reason.',
  ),
  press: w('催办、督办、通报各记一条。', 'Each is a record of its own.'),
  note: w('只有工作人员看得到。', 'Seen by officers only.'),
  merge: w(
    '同一企业同一件事才并。没有信用代码的，不能只凭名称一样就并。',
    'Only the same matter of the same enterprise; a name alone is not enough.',
  ),
  unmerge: w('并错了，恢复成单独一件。', 'Merged by mistake: stands alone again.'),
  release: w('是正常提交的，转给部门办理。', 'It is in order and goes on.'),
  open: w('查看会记录：谁、何时、为什么。', 'It is recorded: who, when and why.'),
  'renew-pin': w(
    '先回拨登记的电话，确认是本人，再重发。旧密码马上失效。',
    'First call back the stored phone. The old password stops working.',
  ),
  revisit: w('由承办人以外的人回访，重办或者说明。', 'By somebody other than who handled it.'),
  complex: w(
    '协调类的件，复杂的5个工作日，一般3个。',
    'Coordination takes 3 working days, 5 where it is complex.',
  ),
  clear: w(
    '汇总各单位意见后的唯一答复，企业看到从哪天起可以开工。',
    'The one answer after all positions: the enterprise reads from which day it may open.',
  ),
  rectify: w(
    '要改什么一次列全，写明期限。企业会看到整改期间能不能开工；到期由您复查。',
    'List everything at once, with a date. The enterprise reads whether it may work meanwhile; you look at it again when due.',
  ),
  suspend: w(
    '由上级决定，写明依据和哪天以前复查。企业马上看到。',
    'Decided by a superior, with the ground and the day by which it is looked at again. The enterprise reads it at once.',
  ),
  inspect: w(
    '开工以后去现场查一次，排进走访计划，不提前告诉企业。',
    'A check of the site after opening goes into the plan of visits; the enterprise is not told.',
  ),
  'fast-track': w(
    '同一时限里排在前面，企业会看到“已转绿色通道”，时限不变。原因只有工作人员看得到。',
    'First among those due at one time; the enterprise reads that it is in the green channel. The due time stays; only officers read the reason.',
  ),
} as const;

/** The labels of what is filled in for a deed. */
export const deedLabels = {
  later: w('容缺受理：哪些材料后补（一行一样，没有就空着）', 'Parts to follow (one a line; empty for none)'),
  laterBy: w('后补到哪天', 'Parts to follow by'),
  reason: w('理由', 'Reason'),
  suggest: w('建议转给', 'Suggested department'),
  way: w('方式', 'Way'),
  department: w('转给', 'To'),
  departments: w('协办部门', 'Assisting departments'),
  ask: w('请协办做什么', 'What is asked'),
  assistDue: w('请在哪天前答复', 'Answer by'),
  position: w('意见', 'Position'),
  text: w('内容', 'Text'),
  positionText: w('说明', 'Explanation'),
  missing: w('缺的材料、要改的地方（一行一样，一次列全）', 'What is missing (one a line, all at once)'),
  returnText: w('对企业说的话', 'Words to the enterprise'),
  answerText: w('答复全文', 'Answer'),
  reached: w('接通了吗', 'Reached?'),
  at: w('什么时候', 'When'),
  whom: w('对方是谁', 'With whom'),
  said: w('说了什么', 'What was said'),
  outcome: w('办结口径', 'Outcome'),
  closeText: w('告诉企业的结果', 'Result told to the enterprise'),
  reopenText: w('为什么重新办理', 'Why it is taken up again'),
  until: w('延到哪天', 'Until'),
  extensionReason: w('为什么要延期（告诉企业）', 'Reason (told to the enterprise)'),
  granted: w('同意吗', 'Granted?'),
  pressure: w('力度', 'How'),
  pressText: w('要求', 'Demand'),
  noteText: w('备注', 'Note'),
  into: w('并入哪一件（登记编号）', 'Into which case (number)'),
  result: w('结果', 'Result'),
  revisitText: w('企业怎么说', 'What the enterprise said'),
  calledBack: w('已回拨登记的电话，确认是本人', 'I called back the stored phone and it was the person'),
  openReason: w('为什么要看', 'Why'),
  complex: w('是复杂件', 'It is complex'),
  fast: w('转入还是移出', 'Into it or out of it'),
  clearFrom: w('从哪天起可以开工', 'May open from'),
  clearText: w('还要对企业说的话', 'More words to the enterprise'),
  rectifyItems: w('要整改的地方（一行一样，一次列全）', 'What to mend (one a line, all at once)'),
  rectifyUntil: w('哪天以前改好', 'Mended by'),
  suspendReason: w('为什么暂停（告诉企业）', 'Why (told to the enterprise)'),
  suspendUntil: w('哪天以前复查', 'Looked at again by'),
  inspectBy: w('哪个部门去', 'Which department goes'),
  inspectDue: w('哪天以前去', 'By which day'),
} as const;

export const wayWords = {
  pass: w('转办（转给主管部门）', 'Pass on (to the department in charge)'),
  order: w('交办（必须报结果）', 'Order (result to be reported)'),
} as const;

export const positionWords = {
  agree: w('同意', 'Agree'),
  rectify: w('需整改', 'To be mended'),
  object: w('不同意', 'Object'),
  done: w('已办', 'Done'),
  cannot: w('办不了', 'Cannot'),
} as const;

export const reachedWords = {
  yes: w('接通了、见到了', 'Yes'),
  no: w('没接通', 'No'),
} as const;

export const fastWords = {
  yes: w('转入绿色通道', 'Into the green channel'),
  no: w('移出绿色通道', 'Out of it'),
} as const;

export const grantedWords = {
  yes: w('同意延期', 'Granted'),
  no: w('不同意', 'Refused'),
} as const;

export const revisitWords = {
  content: w('企业满意了', 'Content now'),
  redo: w('重新办理', 'Taken up again'),
  explained: w('已说明情况', 'Explained'),
} as const;

export const deedNotes = {
  acts: w('办理', 'What to do'),
  none: w('这一件现在没有您要做的。', 'There is nothing for you to do now.'),
  template: w('从常用答复里选', 'Choose a template'),
  insert: w('放进答复里', 'Insert'),
  blank: w('常用答复里还有没填的：{blank}', 'A blank of the template is still to be filled in: {blank}'),
  done: w('已记下：{deed}', 'Recorded: {deed}'),
  pin: w('新的查询密码', 'New password'),
  pinNote: w(
    '只显示这一次。读给本人听，不要发在群里。',
    'Shown once. Read it out to the person; do not post it in a group.',
  ),
  stale: w('刚才有人先动了这一件', 'Somebody acted on this case first'),
  staleText: w(
    '您的没有提交，写的字都还在下面。先看看别人做了什么，需要就再提交一次。',
    'Yours was not done. What you typed is still below. See what the other did, then send again if needed.',
  ),
  staleDone: w('{who}，{at}：{what}', '{who}, {at}: {what}'),
} as const;
