import { w } from './words.ts';

/** When somebody picks up. These words travel to the device with the script that says whether a number can be called now. */
export const hoursWords = {
  open: w('现在可以打', 'Open now'),
  openUntil: w('现在可以打，到{until}', 'Open now, until {until}'),
  early: w('还没上班，{opens} 起', 'Not open yet, opens {opens}'),
  pause: w('中间休息，{opens} 起', 'On a break, opens {opens}'),
  off: w('今天休息，{opens} 起', 'Closed today, opens {opens}'),
  closed: w('现已下班，{opens} 起', 'Closed, opens {opens}'),
  shut: w('现已下班', 'Closed'),
  unknown: w('接听时间未核实', 'Hours not verified'),
  allHours: w('24小时', '24 hours'),
  noHours: w('休息', 'Closed'),
  nextDay: w('次日', 'next day '),
  onDay: w('{day} {time}', '{day} {time}'),
  now: w(
    '按北京时间{day}（{weekday}）{time} 算，每分钟更新。',
    'As of {time} on {day} ({weekday}), Beijing time; updated every minute.',
  ),
  thatDay: w(
    '按那天北京时间{day}（{weekday}）{time} 算，不是现在。',
    'As of {time} on {day} ({weekday}), Beijing time, of that day: not of now.',
  ),
  untabled: w(
    '{year}年的放假安排还没有录入，先按周一到周五上班算。',
    'The holidays of {year} are not known here yet: Monday to Friday count as working days.',
  ),
} as const;

/** Which days a shift is for. */
export const shiftDays = {
  every: w('每天', 'Every day'),
  working: w('工作日', 'Working days'),
  rest: w('节假日和周末', 'Holidays and weekends'),
  office: w('工作日', 'Working days'),
} as const;

/** A day without its year. Put together by hand: a formatter of the browser takes a slow phone tens of milliseconds to set up. */
export const monthDay = w('{month}{day}日', '{month} {day}');

export const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'
  .split(' ')
  .map((name, index) => w(`${index + 1}月`, name));

/** Monday first. */
export const weekdays = [
  w('周一', 'Monday'),
  w('周二', 'Tuesday'),
  w('周三', 'Wednesday'),
  w('周四', 'Thursday'),
  w('周五', 'Friday'),
  w('周六', 'Saturday'),
  w('周日', 'Sunday'),
] as const;
