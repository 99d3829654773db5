import { w } from '#src/i18n/words.ts';
import { addDays, dayInWords } from '#src/rules/day.ts';
import { consent, sharedColumns, sharedFor } from './blocks.ts';
import { form, type Problem, pointer } from './field.ts';

/** A day that was missed may be made up for within a week. */
const daysBack = 7;

const people = (zh: string, en: string) =>
  ({
    kind: 'number',
    label: w(zh, en),
    max: 1_000_000,
    orZero: true,
    unit: w('人', 'people'),
  }) as const;

/** 零报告: an enterprise's counts of a day, never names; 无异常 is chosen, not left out. */
export const dailyReturn = form({
  id: 'daily-return',
  subject: 'reopening',
  bulk: true,
  title: w('每日零报告（17:00前）', 'Daily return (by 17:00)'),
  lead: w(
    '每日17:00前报一次。没有异常也要报“无异常”。只填人数，不填姓名。',
    'Once a day by 17:00, also when nothing happened. Counts only, no names.',
  ),
  fields: {
    state: {
      kind: 'choice',
      label: w('今天有没有异常', 'Anything unusual?'),
      required: true,
      radios: true,
      options: [
        { code: 'normal', name: w('无异常', 'Nothing unusual') },
        { code: 'problem', name: w('有异常', 'Something unusual') },
      ],
    },
    present: { ...people('到岗', 'Present'), required: true },
    fever: {
      ...people('发热', 'With fever'),
      required: true,
      help: w(
        '没有就填0。有人发热，先让他单独休息，马上打疾控电话，再来填表',
        'Write 0 if none. If there is one: keep the person apart, call disease control, then fill this in',
      ),
    },
    quarantined: people('隔离观察', 'In quarantine'),
    returned: people('当天从外地返回', 'Returned from elsewhere that day'),
    maskDays: {
      kind: 'number',
      label: w('口罩还能用几天', 'Masks in stock'),
      max: 1000,
      decimals: 1,
      orZero: true,
      unit: w('天', 'days'),
    },
    problems: {
      kind: 'text',
      label: w('有什么异常，怎么处理的', 'What happened, and what was done?'),
      help: w('不写员工姓名和电话', 'No names or phone numbers of staff'),
      when: { field: 'state', is: ['problem'] },
      required: true,
      max: 500,
      rows: 3,
    },
    absent: { ...people('缺勤', 'Absent'), folded: true },
    day: {
      kind: 'day',
      folded: true,
      label: w('哪一天的情况', 'Day'),
      help: w('不填就是今天；漏报的可以补报7天内的', 'Empty means today; up to 7 days back'),
      past: true,
      orToday: true,
    },
    ...sharedFor({
      name: w('核对当天的情况', 'To check the day’s figures'),
      phone: w('有人发热或漏报时马上联系', 'To reach you at once about a fever or a missed return'),
    }),
    consent,
  },
  routingField: '',
  once: ({ enterprise, day }) => `${enterprise.creditCode || enterprise.name} ${day}`,
  check: ({ day }, _, today) => {
    const problem = (zh: string, en: string): Problem[] => [{ pointer: pointer('day'), message: w(zh, en) }];
    const first = addDays(today, -daysBack);
    if (day > today)
      return problem(
        `还没到${dayInWords(day)}，请填${dayInWords(today)}或以前的日期`,
        `${day} is still to come: give ${today} or a day before`,
      );
    return day < first
      ? problem(
          `只能补报7天内的，请填${dayInWords(first)}或以后的日期`,
          `Only the last 7 days can be made up for: give ${first} or later`,
        )
      : [];
  },
  warn: ({ enterprise, state, fever }, { areas, phones }) => {
    if (!fever) return [];
    const office = areas.find(area => area.code === enterprise.area)?.officePhone ?? phones.duty;
    const asked =
      state === 'normal'
        ? w(
            '您选了“无异常”，但报了发热，我们按有异常处理。',
            'You chose “nothing unusual”; we treat it as unusual. ',
          )
        : w('', '');
    const call = w(
      `有人发热：马上打疾控${phones.cdc}和街道${office}。这份日报按急件办；值班电话${phones.duty}，发热门诊${phones.feverClinic}`,
      `Fever: call disease control ${phones.cdc} and the subdistrict ${office} now. This return is handled as urgent. Duty phone ${phones.duty}; fever clinic ${phones.feverClinic}`,
    );
    return [
      {
        pointer: pointer('fever'),
        message: w(asked['zh-Hans'] + call['zh-Hans'], asked.en + call.en),
      },
    ];
  },
  urgent: ({ fever }) => (fever ?? 0) > 0,
  columns: [
    'day',
    ...sharedColumns,
    'state',
    'present',
    'absent',
    'fever',
    'quarantined',
    'returned',
    'maskDays',
    'problems',
  ],
});
