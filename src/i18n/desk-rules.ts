import { w } from './words.ts';

/** Why the desk does not do something, and what to do instead. The codes are what `perform` refuses with. */
export const deskRules = {
  state: w(
    '这一件现在的状态不能这样办，请看办理过程',
    'The case stands where this cannot be done: see its course',
  ),
  erased: w(
    '企业信息已删除，只能看办理过程',
    'The enterprise’s information was deleted: only the course is left',
  ),
  lead: w('只有主办单位能办，请联系主办单位', 'Only the lead department may: ask it'),
  'lead-or-superior': w(
    '只有主办单位或调度能办，请联系他们',
    'Only the lead department or a dispatcher may: ask them',
  ),
  superior: w('要上级（调度）来办，请向上级说明理由', 'A superior decides this: give them the reason'),
  'accept-first': w('先签收，再办这一步', 'Accept the case first'),
  'with-dispatcher': w('已退单，等调度指定承办单位', 'It was declined and waits for a dispatcher'),
  'declined-before': w(
    '本部门已经退过一次，不能再退，请与调度商量',
    'Your department declined it once already: talk to the dispatcher',
  ),
  'declined-twice': w(
    '已经退过两次，要由上级用“交办”指定承办单位',
    'It was declined twice: a superior orders who takes it',
  ),
  ordered: w(
    '这是上级交办的，不能退单，请报结果',
    'A superior ordered it: it cannot be declined, report the result',
  ),
  'decline-late': w(
    '过了一个工作日，不能退单；要换单位，签收后转办或请调度协调',
    'More than a working day has passed: accept it and pass it on, or ask the dispatcher',
  ),
  'reason-missing': w('请写理由', 'Give the reason'),
  'text-missing': w('请写内容', 'Write something'),
  'text-long': w('太长了，请写短一些', 'Too long: shorten it'),
  'text-plain': w(
    '有看不见的控制字符或残缺的字，请删掉后重新输入',
    'There are control or broken characters: delete them and type again',
  ),
  department: w('请选本区的一个部门', 'Choose a department of the zone'),
  'same-department': w('已经由这个部门主办，请选别的部门', 'This department leads already: choose another'),
  against: w(
    '投诉不能交给被投诉的单位，请选别的部门',
    'A complaint never goes to whom it is about: choose another',
  ),
  'assist-departments': w(
    '请选一到十个协办部门，不要重复',
    'Choose one to ten assisting departments, each once',
  ),
  'assist-due': w(
    '协办要在主办的时限之前答复，请选早一些的日子，不能早于今天',
    'They answer before your own due time, and not before today: choose such a day',
  ),
  'no-part': w('没有请本部门协办，或者已经答过', 'Your department was not asked, or has answered'),
  position: w('请选协办意见', 'Choose a position'),
  missing: w('请把缺的一次列全，一到二十项', 'List everything missing at once: one to twenty items'),
  'second-return': w(
    '已经退回补正过一次，再退要上级同意',
    'It was returned once already: a superior must agree to another',
  ),
  'later-by': w('后补的材料要写清补什么、哪天以前补', 'Say what follows and by which day, from today on'),
  time: w('时间不对：不能晚于现在，不能早于收到', 'The time is wrong: not after now, not before receipt'),
  whom: w('请写接听人', 'Say who was spoken to'),
  outcome: w('请选办结口径', 'Choose an outcome'),
  untold: w(
    '还没有告诉企业。先答复，或打电话、当面告知并登记，再办结',
    'The enterprise was not told yet: answer it, or call and record it, then close',
  ),
  reachable: w(
    '联系不上要满三次，每半天算一次，登记后再办结',
    'It counts as unreachable after three recorded tries in three half-days',
  ),
  'withdrawn-by-phone': w(
    '企业要撤回的，先登记电话或当面告知，再办结',
    'Record the talk in which the enterprise took it back, then close',
  ),
  'use-merge': w('重复的请用“并单”，写上并入哪一件', 'Use Merge for duplicates and name the other case'),
  'not-settled': w(
    '挂账的件解决了才能销号，请选“已解决”',
    'It stays on the list until solved: choose Solved',
  ),
  'extension-once': w('只能延期一次，已经申请过', 'Time is extended once only, and that was asked for'),
  'extension-late': w(
    '延期要在到期前申请和批准，现在已经到期',
    'An extension is asked for and granted before the due time, which is over',
  ),
  'extension-until': w(
    '请选原时限以后的一个工作日，最多延后60天',
    'Choose an office day after the present due time, at most 60 days later',
  ),
  'extension-none': w('没有待批的延期申请', 'No extension waits for a decision'),
  'press-reminder': w('已经到期，请用“催办”', 'It is due already: urge instead of reminding'),
  'press-urge': w('主办单位或调度才能催办', 'Only the lead department or a dispatcher urges'),
  'press-supervise': w(
    '督办、通报由上级决定，并写明理由',
    'Supervision and report are decided by a superior, with the reason',
  ),
  'press-report': w('先督办，再通报', 'Supervise before reporting'),
  pressure: w('请选提醒、催办、督办或通报', 'Choose how hard to press'),
  'merge-into': w(
    '没有这一件，或它已经并单、撤回、删除，请核对编号',
    'There is no such case, or it was merged, withdrawn or deleted: check the number',
  ),
  'merge-itself': w('不能并入它自己，请写另一件的编号', 'A case cannot go into itself: name another'),
  'merge-other': w(
    '两件的统一社会信用代码不同，不是同一家，不能并单',
    'The credit codes differ: these are two enterprises',
  ),
  'merge-reason': w(
    '有一件没有统一社会信用代码，只凭名称不能认定是同一家。请写明怎么核实的',
    'One has no credit code, and a name alone is not enough: say how it was checked',
  ),
  'merge-complaint': w('投诉和别的事不能并在一起', 'A complaint is not merged with anything else'),
  'not-merged': w('这一件没有并单', 'The case was not merged'),
  merged: w('已经并单，请到并入的那一件里办', 'It was merged: work on the case that it went into'),
  'no-revisit': w('没有需要回访的差评', 'No bad rating waits for a call'),
  'revisit-handler': w(
    '要由承办人以外的人回访，请换一位同事',
    'Somebody other than who handled it calls back: ask a colleague',
  ),
  result: w('请选回访结果', 'Choose the result of the call'),
  'complex-form': w('这类事项没有复杂件时限', 'There is no longer time for this kind of matter'),
  'complex-late': w('已经到期，不能再改时限', 'It is due already: the time cannot be changed'),
  'fast-same': w('已经是这样了', 'It is so already'),
  'complex-same': w('已经是这样了', 'It is so already'),
  'faq-question': w(
    '只有咨询的答复能发布为常见问题，投诉不能',
    'Only the answer to a question is published, never a complaint',
  ),
  'faq-answer': w(
    '还没有书面答复，先答复企业',
    'There is no written answer yet: answer the enterprise first',
  ),
  'faq-out': w(
    '已经发布为常见问题；要改，先撤下再发布',
    'It is published already: take it down first to publish it anew',
  ),
  'faq-none': w('没有发布过，或者已经撤下', 'It was not published, or was taken down'),
  'faq-title': w('请写问题', 'Write the question'),
  'faq-topic': w('请选这是哪方面的问题', 'Choose what the question is about'),
  'faq-links': w('相关政策和指南最多选12个', 'Choose at most 12 policies and guides'),
  consent: w('请先征得本人同意并勾选', 'Ask the person for consent first, and tick it'),
  'parts-open': w(
    '并联复核还没有都回意见，到了时限或都回了再答复；急事先打电话告知',
    'Not every department has given its position yet: answer when all have, or when their time is over',
  ),
  'review-objected': w(
    '有单位不同意、要求整改，或检查发现问题：先整改，再请它重新给意见，或请上级决定',
    'A department objects or a check found faults: have it mended and ask again, or let a superior decide',
  ),
  'not-review': w('这类事项不用并联复核', 'This kind of matter is not reviewed side by side'),
  'clear-from': w('请选从哪天起可以开工，30天以内', 'Choose the day from which it may open, within 30 days'),
  'rectify-until': w('请选整改到哪天，从今天起30天以内', 'Choose by which day, within 30 days from today'),
  'suspend-until': w(
    '请选哪天以前复查，从今天起30天以内',
    'Choose by which day it is looked at again, within 30 days',
  ),
  'suspend-ground': w(
    '暂停要有依据：先有单位的不同意意见、限期整改，或检查发现问题',
    'A suspension needs a ground: an objection, a rectification that was asked for, or faults found by a check',
  ),
  'not-at-work': w('企业还没有开工，或者已经暂停', 'The enterprise is not at work yet, or was suspended'),
  'check-due': w(
    '请选哪天以前去抽查，从今天起30天以内',
    'Choose by which day the site is checked, within 30 days',
  ),
} as const;

export type Rule = keyof typeof deskRules;
