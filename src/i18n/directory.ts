import { w } from './words.ts';

/** The directory of numbers and the page of each. */
export const lineWords = {
  zone: w('本区电话', 'Numbers of the zone'),
  departments: w('本区各单位（{count}个）', 'Offices of the zone ({count})'),
  fill: w('请人代填表格', 'Have a form filled in for you'),
  duty: w('防控值班电话', 'Duty phone'),
  cdc: w('疾控中心', 'Centre for Disease Control'),
  fever: w('发热、疑似情况先打', 'Fever or suspected cases: call first'),
  takes: w('受理：{list}', 'Takes: {list}'),
  covers: w('管：{list}', 'For: {list}'),
  usual: w('平时：{hours}', 'Usually: {hours}'),
  noted: w('资料上写：{hours}', 'In Chinese as published: {hours}'),
  speaksOf: w(
    '这一页按{date}（{weekday}）写，这天{kind}。',
    'This page speaks of {date} ({weekday}), which is {kind}.',
  ),
  works: w('是工作日', 'a working day'),
  rests: w('不是工作日', 'no working day'),
  notYet: w(
    '这个号码{date}起才有，按这一天算还没有。',
    'This number exists from {date}; not yet on this day.',
  ),
  who: w('谁接听', 'Answered by'),
  what: w('管什么', 'For'),
  when: w('接听时间', 'Hours'),
  where: w('哪里', 'Place'),
  note: w('说明', 'Notes'),
  checked: w('核对', 'Checked'),
  checkedOn: w('{date}核对，下次不晚于{next}', '{date}, again by {next}'),
  stale: w('超过半年没有再核对，打之前先想一想', 'Not checked for over half a year'),
  week: w('这七天几点有人接', 'Hours of these seven days'),
  day: w('哪天', 'Day'),
  scan: w('用手机扫一扫，直接拨', 'Scan to call'),
  scanned: w('{number}的二维码', 'QR code of {number}'),
  save: w('存进手机通讯录', 'Save to contacts'),
  wrong: w('号码不对？', 'Wrong number?'),
  wrongTitle: w('号码或者时间不对？', 'Is the number or are the hours wrong?'),
  wrongLead: w(
    '告诉我们哪里不对，工作人员核对以后改正，并答复您。',
    'Tell us what is wrong. An officer checks it, corrects it and answers you.',
  ),
  tell: w('告诉工作人员', 'Tell an officer'),
  about: w('电话 {id} {name}', 'Phone {id} {name}'),
  groupOf: w('{group}的其他电话', 'Other numbers: {group}'),
  all: w('全部电话', 'All numbers'),
  data: w(
    '给别的系统用的数据：{link}（HSDS 3.0，每次建站时更新）。',
    'For other systems: {link} (HSDS 3.0, made anew with every build).',
  ),
} as const;

/** Supply channels, caterers, lodging. */
export const placeWords = {
  kind: w('按类别', 'By kind'),
  area: w('按片区', 'By area'),
  everything: w('全部', 'All'),
  capacity: w('能供多少', 'Capacity'),
  unknownCapacity: w('没有核实', 'Not verified'),
  areas: w('片区', 'Areas'),
  entry: w('核对', 'Checked'),
  licence: w('证照', 'Licences'),
  licenceNone: w('没有核到', 'Not seen'),
  checked: w('{date}核实', 'Verified on {date}'),
  about: w('供应信息 {name}', 'Supplier {name}'),
  wrong: w('信息不对？告诉工作人员', 'Something wrong? Tell an officer'),
  none: w('这里还没有核实过的供应信息。', 'No verified supplier yet.'),
  ask: w('都不合适？', 'None fits?'),
  askLink: w('把需要的写下来，工作人员去找', 'Say what you need, an officer looks for it'),
} as const;

/** Whether there is any to be had. */
export const stockWords = {
  available: w('有货', 'Available'),
  limited: w('不多了，先打电话', 'Few left, call first'),
  'sold-out': w('暂时没有了', 'Sold out for now'),
  unknown: w('有没有货未核实', 'Not verified'),
} as const;

/** In place of 货, for rooms and meals. */
export const roomWords = {
  available: w('有空房', 'Rooms free'),
  limited: w('空房不多，先打电话', 'Few rooms, call first'),
  'sold-out': w('住满了', 'Full'),
  unknown: w('有没有空房未核实', 'Not verified'),
} as const;

export const mealWords = {
  available: w('还能接单', 'Takes orders'),
  limited: w('余量不多，先打电话', 'Few left, call first'),
  'sold-out': w('接满了，暂不接单', 'Takes no more orders for now'),
  unknown: w('能不能接单未核实', 'Not verified'),
} as const;
