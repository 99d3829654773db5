import { z } from 'zod';
import { w } from '#src/i18n/words.ts';
import { dial } from '#src/rules/dial.ts';
import { confidence, day, keyOf, partialDay, text } from './entry.ts';

export const hotlineGroups = {
  unsure: w('不知道打哪个', 'Not sure whom to call'),
  health: w('防疫就医', 'Health'),
  labour: w('用工社保', 'Work and social insurance'),
  fund: w('公积金', 'Housing fund'),
  tax: w('税费', 'Taxes'),
  loan: w('贷款融资', 'Loans'),
  transport: w('运输通行', 'Transport'),
  trade: w('外贸海关', 'Trade and customs'),
  utilities: w('水电气', 'Utilities'),
  law: w('法律', 'Law'),
  psychology: w('心理', 'Psychological help'),
  complaint: w('投诉举报', 'Complaints'),
  other: w('其他', 'Other'),
} as const;

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间写成 08:30');

/** 夜间跨零点：to 写次日的时间；午休：写成两段；24小时：from 00:00、to 24:00。 */
const shift = z.strictObject({
  days: z.enum(
    ['every', 'working', 'rest'],
    '写 every（每天）、working（法定工作日）或 rest（节假日和周末）',
  ),
  from: time,
  to: z.union([time, z.literal('24:00')], '时间写成 17:00；到半夜写 24:00；到第二天写第二天的时间'),
});

const number = z
  .string('号码要带引号')
  .refine(
    typed => dial(typed) !== null,
    "写成 '12366'、'0431-85530623'、'400-008-2859'，有分机写 '0431-85530623转801'",
  );

export const hotline = z.strictObject({
  /** 页面锚点：有号码的用号码，没有的另取。也是自己那一页的地址。 */ id: z
    .string('id 要带引号')
    .regex(/^[a-z0-9][a-z0-9-]*$/, 'id 只用小写字母、数字和短横线'),
  name: text,
  operator: text,
  group: keyOf(hotlineGroups),
  region: text,
  /** 一栏两个号码时逐个列；空列表表示号码未公布。 */ numbers: z.array(number),
  fax: number.nullable(),
  answers: z.array(text),
  /** 接听时间的原话；null 为未知。 */ hours: text.nullable(),
  /** 已核实的接听时段；没有核实写空列表。 */ shifts: z.array(shift),
  /** 从哪天起有这个号码；null 为一直有。 */ since: day.nullable(),
  note: text.nullable(),
  confidence,
  checkedOn: day,
});

export const channel = z.strictObject({ id: text, name: text, answers: text, since: partialDay.nullable() });
