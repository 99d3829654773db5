import { w } from './words.ts';

/** Who gets a form, why and by when: said beside the button before it is sent. */
export const whoWords = {
  one: w('由{handler}办理：{reason}。', 'Goes to {handler}: {reason}.'),
  line: w('第{n}项由{handler}办理：{reason}。', 'Line {n} goes to {handler}: {reason}.'),
  several: w('按您填的情况转给对应部门。', 'It goes to the department that deals with it.'),
  list: w('谁来办', 'Who deals with what'),
  cases: w('{handler}：{cases}', '{handler}: {cases}'),
  areaOffice: w('您所在片区的办公室（{offices}）', 'the office of your area ({offices})'),
  also: w('同时分送{departments}，只由一家答复您。', 'Sent to {departments} as well; you get one answer.'),
  keyEnterprise: w('在重点企业名单里的', 'key enterprises'),
  notKeyEnterprise: w('不在重点企业名单里的', 'other than key enterprises'),
  ifKey: w('在重点企业名单里的，由{handler}办理。', 'Key enterprises: goes to {handler}.'),
  asked: w('{label}：{answers}', '{label} {answers}'),
  others: w('其他情况', 'everything else'),
  and: w('，', ', '),
  between: w('、', ', '),
  or: w('；', '; '),
  above: w(
    '投诉的是受理投诉的部门自己，由上一级受理，姓名遮盖',
    'The complaint is about the department that takes complaints: the one above takes it, and names are masked',
  ),
  days: w(
    '{n}个工作日内答复，从收到的第二天算起。',
    'Answered within {n} working days, counted from the next day.',
  ),
  complex: w(
    '{n}个工作日内答复，复杂的{complex}个工作日，从收到的第二天算起。',
    'Answered within {n} working days ({complex} where it is complex), counted from the next day.',
  ),
  sameDay: w(
    '工作日{time}前收到的当天复核，以后收到的下一个工作日复核。',
    'What comes by {time} on a working day is checked that day, the rest on the next working day.',
  ),
  due: w('现在提交，{due}前答复。', 'Send it now: answered by {due}.'),
  reviewed: w('现在提交，{due}前复核。', 'Send it now: checked by {due}.'),
  reason: w('{reason}。', '{reason}.'),
  closed: w('这张表现在不收', 'This form is closed'),
  call: w('有事请打：', 'Please call: '),
} as const;
