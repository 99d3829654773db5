import { z } from 'zod';
import { type Words, w } from '#src/i18n/words.ts';
import { isDay } from '#src/rules/day.ts';

const day = z.string('日期要带引号').refine(isDay, '要写成存在的日期，例如 2020-03-20');
const code = z.string().regex(/^[a-z][a-z0-9-]*$/, '代码只用小写字母、数字和短横线');
const text = z.string().trim().min(1, '不能空着');
/** `{zh: 示范高新区, en: Demonstration Zone}` */
const words = z.strictObject({ zh: text, en: text }).transform(({ zh, en }): Words => w(zh, en));
const phone = z.string().regex(/^\d[\d-]{2,17}$/, '电话只写数字和短横线');
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间写成 08:30');

export const zoneFile = z.strictObject({
  name: words,
  /** One line: what this site is. */ purpose: words,
  /** Set on a demonstration: shown on every page. Null on a real site. */ demonstration: words.nullable(),
  /** The day content speaks of; null is today. */ asOf: day.nullable(),
  areas: z.array(z.strictObject({ code, name: words, covers: words })).min(1),
  lines: z.array(z.strictObject({ code, name: words, ask: words })).min(1),
  departments: z.array(z.strictObject({ code, name: words, phone: phone.nullable() })).min(1),
  office: z.strictObject({
    address: words,
    from: time,
    to: time,
    lunch: z.strictObject({ from: time, to: time }).nullable(),
  }),
  phones: z.strictObject({
    /** 防控值班电话 */ duty: phone,
    /** 不会填？打这个电话，我们替您填 */ fill: phone,
    feverClinic: z.strictObject({ name: words, phone }),
  }),
  /** Dated risk level of the zone; the newest row not after the day counts. */
  risk: z.array(z.strictObject({ from: day, level: z.enum(['low', 'medium', 'high']), source: text })).min(1),
  /** The legal lines of the footer. */
  legal: z.array(words),
});

export const routingFile = z.array(
  z.strictObject({
    form: code,
    from: day,
    to: day.nullable(),
    keys: z.array(text).nullable().default(null),
    lines: z.array(code).nullable().default(null),
    areas: z.array(code).nullable().default(null),
    handler: code,
    reason: words,
    workingDays: z.number().int().min(1).max(30),
  }),
);

const span = z.strictObject({ name: text, from: day, to: day });

export const yearFile = z.strictObject({
  source: text,
  off: z.array(span),
  work: z.array(day),
  extra: z
    .array(z.strictObject({ source: text, announced: day, off: z.array(span), notWork: z.array(day) }))
    .default([]),
});

/** 园区自己加的值班日。 */
export const dutyFile = z.array(day);

/** Items of the supplies form: each with the units it is counted in, the first the usual one. */
export const itemsFile = z.strictObject({
  units: z.array(z.strictObject({ code, name: words })),
  items: z.array(z.strictObject({ code, name: words, units: z.array(code).min(1), spec: words.nullable() })),
});
