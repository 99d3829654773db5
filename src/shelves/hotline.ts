import { z } from 'zod';
import { w } from '#src/i18n/words.ts';
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

const shift = z.strictObject({ days: z.enum(['every', 'working']), from: z.string(), to: z.string() });

export const hotline = z.strictObject({
  /** 页面锚点：有号码的用号码，没有的另取。 */ id: text,
  name: text,
  operator: text,
  group: keyOf(hotlineGroups),
  region: text,
  /** 一栏两个号码时逐个列；空列表表示号码未公布。 */ numbers: z.array(text),
  fax: text.nullable(),
  answers: z.array(text),
  /** 接听时间的原话；null 为未知。 */ hours: text.nullable(),
  /** 已核实的接听时段；没有核实写空列表。 */ shifts: z.array(shift),
  /** 从哪天起有这个号码；null 为一直有。 */ since: day.nullable(),
  note: text.nullable(),
  confidence,
  checkedOn: day,
});

export const channel = z.strictObject({ id: text, name: text, answers: text, since: partialDay.nullable() });
