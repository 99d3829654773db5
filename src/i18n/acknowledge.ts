import { w } from './words.ts';

/** Confirming that a notice was read: the form under the notice, and what comes of it. */
export const readWords = {
  tag: w('请确认', 'Please confirm'),
  title: w('读完请确认', 'Confirm that you have read it'),
  lead: w(
    '填本企业任何一件的登记编号和查询密码。一家企业记一次，谁来确认都行。',
    'Enter the number and password of any case of your enterprise. One confirmation an enterprise will do, whoever sends it.',
  ),
  until: w('请在{date}前确认。', 'Please confirm by {date}.'),
  purpose: w(
    '编号和密码只用来认出是哪家企业。我们记下企业和确认的时间，用来统计多少家看过、提醒还没看的；这一件删除信息时，记录一起删除。',
    'Number and password only tell which enterprise it is. We keep the enterprise and the time, to count who has read it and to remind the others; the record goes when the information of that case is deleted.',
  ),
  button: w('确认已读', 'I have read it'),
  noNumber: w('还没有登记编号？', 'No registration number yet?'),
  filing: w('先报复工信息', 'File that you resume work'),
  doneTitle: w('已确认阅读', 'Confirmed'),
  done: w('《{title}》已由贵企业确认阅读。', 'Your enterprise has confirmed reading “{title}”.'),
  at: w('确认时间', 'Confirmed at'),
  by: w('登记编号尾号', 'Number ending in'),
  version: w('通知版本', 'Version of the notice'),
  versionOf: w('第{n}版', 'No. {n}'),
  keep: w(
    '可以截图留存。同一家企业再确认，仍按第一次的时间。',
    'You may keep a picture of this page. Confirmed again, the first time stands.',
  ),
  back: w('回到通知', 'Back to the notice'),
  closedTitle: w('这份通知不用再确认了', 'This notice need not be confirmed any more'),
  closed: w('确认已在{date}截止。', 'It could be confirmed until {date}.'),
  erased: w(
    '这一件的信息已经删除，请用本企业的另一件。',
    'The information of this case was deleted. Use another case of your enterprise.',
  ),
} as const;

/** At the desk: which notices are to be confirmed, by whom, and who has not. */
export const noticesWords = {
  title: w('必读通知', 'Notices to confirm'),
  lead: w(
    '请企业确认已读的通知，各有多少家看过。',
    'Notices that enterprises are asked to confirm, and how many have.',
  ),
  none: w('现在没有请企业确认的通知', 'No notice is to be confirmed'),
  noneHelp: w(
    '在通知文件里写 mustRead: true，下次发布网站后就有。',
    'Write mustRead: true into the file of a notice; it stands here once the site is built.',
  ),
  ofOpen: w('已复工的{addressed}家，{read}家已确认', 'At work: {read} of {addressed} confirmed'),
  ofFiled: w('报过复工的{addressed}家，{read}家已确认', 'Filed: {read} of {addressed} confirmed'),
  share: w('{share}%', '{share} %'),
  others: w(
    '另有{n}家也确认了：还没复工，或者不在发送范围里',
    '{n} more confirmed: not at work yet, or it is not for them',
  ),
  published: w('{date}发布', 'published {date}'),
  until: w('{date}截止确认', 'to be confirmed by {date}'),
  over: w('{date}已截止', 'was to be confirmed by {date}'),
  version: w('第{n}版', 'version {n}'),
  all: w('发给全部企业', 'for all enterprises'),
  to: w('发给：{names}', 'for: {names}'),
  openTerm: w('已复工', 'At work'),
  openMeans: w(
    '{date}这天可以开工的企业，包括园区、楼宇替它报的租户；通知发给哪些片区和行业，就只数哪些。要批准的还没批、停工的、撤回的、信息已删除的不算。',
    'Enterprises that may work on {date}, tenants that a park filed for among them, in the areas and lines that the notice is for. Not those that still wait to be allowed, were suspended, took it back or had it deleted.',
  ),
  filedTerm: w('报过复工', 'Filed'),
  filedMeans: w(
    '报过复工信息、没有撤回也没有删除的企业，不管批没批；园区替租户报的，只算园区一家。',
    'Enterprises that filed to resume work and neither took it back nor had it deleted, allowed to or not; a filing of a park counts as the park alone.',
  ),
  readTerm: w('已确认', 'Confirmed'),
  definition: w(
    '其中确认过这一版的，用哪一件确认都算。同一个统一社会信用代码算一家；没有代码的，一件算一家，一个租户算一家。每次打开页面时现算。',
    'Those among them that confirmed this version, by whichever case. One credit code is one enterprise; without a code each filing, and each tenant, is one. Counted anew each time the page is opened.',
  ),
  counting: w(
    '还有刚收到的复工信息没有算完，过一会儿再打开。',
    'Some filings are still being counted. Open the page again in a moment.',
  ),
  own: w('只数您负责的片区。', 'Your areas alone are counted.'),
  unread: w('已复工、还没确认的企业', 'At work and not confirmed yet'),
  allRead: w('都确认了', 'All have confirmed'),
  nobody: w('发送范围里还没有复工的企业', 'None that it is for is at work yet'),
  chat: w('发群里的文字', 'Text for the chat group'),
  chatHelp: w('全选复制，发到企业群。', 'Select all of it and send it to the group.'),
  copy: w('复制文字', 'Copy the text'),
  copied: w('已复制', 'Copied'),
  chatText: w(
    '【请确认已读】{title}\n{url}\n请{until}打开通知，在页面末尾填登记编号和查询密码确认，一家一次。已有{read}家确认，还差{rest}家。',
    '[Please confirm] {title}\n{url}\nPlease open the notice{until} and confirm at its end with a registration number and password, once an enterprise. {read} have, {rest} have not.',
  ),
  chatUntil: w('在{date}前', ' by {date}'),
  chatSoon: w('尽快', ' soon'),
} as const;
