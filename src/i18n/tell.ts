import { w } from './words.ts';

/** What an enterprise is told by SMS or e-mail: that there is news, never which, and the time it booked (`site` is the site's address). */
export const newsWords = {
  subject: w('您的件有新进展', 'News about your case'),
  text: w(
    '您的件{number}有新进展，请到{site}/track/查看。',
    'There is news about your case {number}. See {site}/en/track/',
  ),
  tomorrow: w('提醒您约的时间', 'Your appointment'),
  tomorrowText: w(
    '您的件{number}约在{day}{time}。去哪里、带什么，请看{site}/track/。来不了请在那里取消，让给别人。',
    'Your case {number} has an appointment on {day} at {time}. Where to go and what to bring: {site}/en/track/. If you cannot come, please cancel it there.',
  ),
} as const;

/** What officers are told, by its code: nothing personal, since a bot's messages lie with its operator. */
export const tellWords = {
  urgent: w(
    '急件：{form}{number}，{department}。请马上到工作台处理。',
    'Urgent: {form} {number}, {department}. Open the desk now.',
  ),
  assigned: w(
    '{department}：转来一件{number}（{form}），{due}前办。',
    '{department}: case {number} ({form}) was passed to you, due {due}.',
  ),
  back: w(
    '{department}：{number}（{form}）企业有回复或要重新办理，{due}前办。',
    '{department}: case {number} ({form}) is back with you, due {due}.',
  ),
  pressed: w(
    '{department}：{number}（{form}）已催办，{due}前办。',
    '{department}: case {number} ({form}) is being pressed, due {due}.',
  ),
  soon: w(
    '{department}：{number}（{form}）{due}到期。',
    '{department}: case {number} ({form}) is due {due}.',
  ),
  overdue: w(
    '{department}：{number}（{form}）已超时，应在{due}前办。',
    '{department}: case {number} ({form}) is late; it was due {due}.',
  ),
  digest: w(
    '{department}：待签收{waiting}件，在办{doing}件，今天到期{today}件，已超时{late}件。',
    '{department}: {waiting} to accept, {doing} in hand, {today} due today, {late} late.',
  ),
  rounds: w(
    '{department}：今天要联系重点企业{due}户，其中已过期{late}户。',
    '{department}: {due} enterprises on a list to ask after today, {late} of them late.',
  ),
  findings: w(
    '{department}：{day}的督查日报还没有报，{time}截止。没有问题也请报“无异常”。',
    '{department}: the findings of {day} are not there yet; they are due at {time}. Report “nothing found” where there is nothing.',
  ),
  test: w('这是一条测试消息。', 'This is a test message.'),
} as const;

export type TellKind = keyof typeof tellWords | 'news' | 'daily';
