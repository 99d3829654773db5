import { w } from './words.ts';

/** Why a case is with a department: it has the hours that were chosen. */
export const bookedWith = w(
  '您约的是{host}的时间，由它接待并答复',
  'You booked a time of {host}, which meets and answers you',
);

/** How one meets. */
export const wayNames = {
  counter: w('到窗口当面谈', 'At the window'),
  phone: w('我们打电话给您', 'We call you'),
  online: w('网上会议', 'Online meeting'),
} as const;

/** The public page of free times. */
export const slotsWords = {
  title: w('预约时间', 'Book a time'),
  lead: w(
    '选一个时间，到时专人答复您。点时间，再填一张短表。',
    'Choose a time, and an officer is there for you. Press a time, then fill in a short form.',
  ),
  none: w(
    '现在没有空的时间。把事情写下来，工作人员打电话跟您约。',
    'No time is free just now. Write to us, and an officer calls you to arrange one.',
  ),
  anyTime: w('没有合适的时间？', 'None that suits?'),
  anyTimeText: w(
    '任何时间都可以，请工作人员打电话跟您约。',
    'Any time will do: an officer calls you to arrange one.',
  ),
  callMe: w('请打电话跟我约', 'Call me to arrange a time'),
  who: w('{host}：{office}', '{host}: {office}'),
  spot: w('{way}：{spot}', '{way}: {spot}'),
  online: w('{way}，约好以后在查询页看怎么进', '{way}; once booked, the tracking page says how to join'),
  topics: w('可以谈：{topics}', 'About: {topics}'),
  left: w('{time}，还剩{n}个', '{time}, {n} left'),
  take: w('约{time}', 'Book {time}'),
  full: w('{time}约满了', '{time} is full'),
  more: w('看后面的时间', 'Later times'),
  first: w('回到最近的时间', 'Back to the next times'),
} as const;

/** The field of a form in which a time is chosen. */
export const placeFieldWords = {
  any: w('任何时间都可以，请打电话跟我约', 'Any time will do: call me to arrange one'),
  none: w(
    '还没有选时间。不选也可以，工作人员打电话跟您约。',
    'No time chosen yet. That is fine: an officer calls you to arrange one.',
  ),
  look: w('看看有哪些时间', 'See which times are free'),
  other: w('换一个时间', 'Choose another time'),
  kept: w(
    '要换时间或取消，请回到查询页，按“换时间或取消”。',
    'To move or cancel it, go back to the tracking page and press “Change or cancel”.',
  ),
} as const;

/** That a time is gone, with what else is free. */
export const goneWords = {
  gone: w(
    '这个时间刚被约走了。还空着的：{times}。请另选一个，您填的都还在。',
    'This time has just been taken. Still free: {times}. Choose another; what you typed is still here.',
  ),
  none: w(
    '这个时间刚被约走了，暂时没有别的空时间。可以选“打电话跟我约”，您填的都还在。',
    'This time has just been taken, and no other is free just now. Choose to be called; what you typed is still here.',
  ),
} as const;

/** What an enterprise reads of its own time. */
export const ownPlaceWords = {
  title: w('您约的时间', 'Your appointment'),
  when: w('时间', 'When'),
  until: w('{from}到{to}', '{from} to {to}'),
  way: w('怎么谈', 'How'),
  spot: w('地点', 'Where'),
  join: w('怎么进会议', 'How to join'),
  called: w('我们打您登记的电话', 'We call the phone you gave'),
  who: w('谁接待', 'Who'),
  bring: w('带什么', 'What to bring'),
  calendar: w('放进手机日历', 'Add to your calendar'),
  change: w('换时间或取消', 'Change or cancel'),
  choose: w('选一个时间', 'Choose a time'),
  tooLate: w('离开始不到2小时，要改请打{phone}。', 'Less than 2 hours to go: to change it, call {phone}.'),
  wanted: w(
    '还没有约定时间，工作人员会打电话跟您约。',
    'No time yet: an officer will call you to arrange one.',
  ),
  'called-off': w(
    '您约的时间办不成，已取消，对不起。工作人员会跟您另约，您也可以自己选。',
    'We are sorry: the time you booked is called off. An officer will arrange another, or choose one yourself.',
  ),
  cancelled: w('没有预约。', 'No appointment.'),
  done: w('已经谈过了。', 'You met.'),
  missed: w(
    '到时没有见到您。要另约，可以再选一个时间。',
    'We did not meet you. You may choose another time.',
  ),
} as const;

/** Where an enterprise moves or cancels its time. */
export const moveWords = {
  title: w('换时间或取消', 'Change or cancel'),
  lead: w('现在约的是{time}。', 'You are booked for {time}.'),
  leadNone: w('选好以后按下面的按钮。', 'Choose, then press the button below.'),
  legend: w('空着的时间', 'Free times'),
  none: w(
    '{host}现在没有空的时间。请打{phone}，或者等工作人员跟您约。',
    '{host} has no free time now. Call {phone}, or wait for an officer to arrange one.',
  ),
  move: w('就约这个时间', 'Book this time'),
  cancel: w('取消预约', 'Cancel the appointment'),
  cancelLead: w(
    '不来了就取消，时间让给别人。登记的事还在，工作人员照样答复。',
    'If you cannot come, cancel, and somebody else has the time. Your case stays and will be answered.',
  ),
  choose: w('请选一个时间', 'Choose a time'),
  full: w('这个时间刚被约走了，请另选一个。', 'This time has just been taken: choose another.'),
  late: w('离开始不到2小时，网上改不了了。请打{phone}。', 'Less than 2 hours to go: please call {phone}.'),
  unfit: w(
    '现在不能改这个预约。请打{phone}。',
    'This appointment cannot be changed now. Please call {phone}.',
  ),
  busy: w('刚才有人在改，请再按一次。', 'Somebody was changing it: press again.'),
} as const;

/** What stands in a calendar. */
export const calendarWords = {
  summary: w('{host}：预约办事', 'Appointment with {host}'),
  about: w(
    '{way}。有变化看查询页，要改请在开始前2小时以前办。',
    '{way}. For changes see the tracking page; change it no later than 2 hours before.',
  ),
} as const;
