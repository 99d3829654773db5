import { z } from 'zod';
import { type Words, w } from '#src/i18n/words.ts';
import { creditCode } from '#src/rules/credit-code.ts';
import { isDay, weekday } from '#src/rules/day.ts';
import { levels, modes } from '#src/rules/modes.ts';
import { criteria } from '#src/rules/priority.ts';
import { conditions, orderings } from '#src/rules/reopening.ts';
import { containers } from '#src/rules/units.ts';

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
  /** False takes the service worker and its copies away from every device. */ offlineCopies: z
    .boolean('写 true 或 false')
    .default(true),
  /** `office`: the department that works for the area, its street or town office. */
  areas: z.array(z.strictObject({ code, name: words, covers: words, office: code })).min(1),
  lines: z.array(z.strictObject({ code, name: words, ask: words })).min(1),
  departments: z
    .array(
      z.strictObject({
        code,
        name: words,
        phone: phone.nullable(),
        /** Who takes a complaint about this department where it would come to itself. */ superior: code
          .nullable()
          .default(null),
      }),
    )
    .min(1),
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
    /** 疾控中心 */ cdc: phone,
  }),
  /** Dated risk level of the zone; the newest row not after the day counts. */
  risk: z.array(z.strictObject({ from: day, level: z.enum(['low', 'medium', 'high']), source: text })).min(1),
  /** The legal lines of the footer. */
  legal: z.array(words),
});

const dated = { form: code, from: day, to: day.nullable() };

export const routingFile = z.array(
  z.strictObject({
    ...dated,
    /** Values of the form's routing field. */ keys: z.array(text).min(1).nullable().default(null),
    lines: z.array(code).min(1).nullable().default(null),
    areas: z.array(code).min(1).nullable().default(null),
    /** Whether it is on the list of key enterprises. */ keyEnterprise: z.boolean().nullable().default(null),
    /** A department, or `area-office`: the office of the enterprise's own area. */ handler: code,
    /** Departments that work at the same time; the handler alone answers. */
    alsoTo: z.array(code).default([]),
    /** The liaison officer of the enterprise or its area guides it from the first moment. */
    guide: z.boolean().optional(),
    reason: words,
  }),
);

const days = z.number().int().min(1).max(30);
const answer = z.union([
  z.strictObject({ workingDays: days, complexDays: days.nullable().default(null) }),
  z.strictObject({ sameDayBy: time }),
]);

/** What a form means on a day: filed, application or closed; and by when it is answered, null where it is closed. */
export const modesFile = z.array(
  z
    .strictObject({
      ...dated,
      risk: z.array(z.enum(levels)).min(1).nullable(),
      mode: z.enum(modes),
      reason: words,
      answer: answer.nullable(),
      /** Reviewed side by side: what comes by then is reviewed the same day. */
      review: z.strictObject({ sameDayBy: time }).nullable().default(null),
      source: text,
    })
    .refine(row => (row.mode === 'closed') === (row.answer === null), {
      path: ['answer'],
      message: '开着的表要写几个工作日内答复；关着的表（closed）写 null',
    }),
);

/** Dated list of key enterprises. */
export const keyEnterprisesFile = z.array(
  z.strictObject({
    creditCode: z.string().refine(typed => {
      const read = creditCode(typed);
      return read.tag === 'valid' && read.code === typed;
    }, '统一社会信用代码不对：18位，字母大写，核对营业执照'),
    name: text,
    from: day,
    to: day.nullable(),
    source: text,
  }),
);

/** Who comes first where supplies are short. */
export const priorityFile = z.array(
  z.strictObject({
    by: z.enum(criteria),
    order: z.number().int().min(1),
    from: day,
    to: day.nullable(),
    name: words,
    source: text,
  }),
);

/** Who owes a daily return, on which days, by when. */
export const returnsFile = z.array(
  z.strictObject({
    from: day,
    to: day.nullable(),
    lines: z.array(code).min(1).nullable(),
    days: z.enum(['every', 'office']),
    deadline: time,
    source: text,
  }),
);

const lasting = { from: day, to: day.nullable(), name: words, source: text };

/** What must be there before anybody opens, and who opens first. */
export const reopeningFile = z.array(
  z.union([
    z.strictObject({ must: z.enum(conditions), ...lasting }),
    z.strictObject({
      by: z.enum(orderings),
      order: z.number().int().min(1),
      bands: z.array(z.number().min(0)).min(1).nullable(),
      ...lasting,
    }),
  ]),
);

const telling = z.array(z.enum(['sms', 'mail', 'wecom', 'dingtalk', 'feishu', 'webhook']));

/** Which channels tell whom, and when the desk's state of things is told. */
export const notifyFile = z.strictObject({
  offer: z.array(z.enum(['sms', 'mail'])),
  duty: telling,
  usual: telling,
  departments: z.array(z.strictObject({ code, channels: telling, mail: z.email('邮箱不对').nullable() })),
  soonHours: z.number().int().min(1, '不能小于1').max(48, '不能大于48'),
  digest: z.array(time).min(1, '至少写1项'),
});

const span = z.strictObject({ name: text, from: day, to: day });

const apart = (spans: readonly { readonly from: string; readonly to: string }[]): boolean =>
  spans.every(one => spans.every(other => one === other || one.to < other.from || other.to < one.from));

const weekends = (days: readonly string[]): boolean => days.every(one => weekday(one) > 5);

export const yearFile = z.strictObject({
  source: text,
  off: z
    .array(
      span.refine(({ from, to }) => from <= to, '放假的最后一天早于第一天；from 写第一天，to 写最后一天'),
    )
    .refine(apart, '有两段放假重叠；每天只写在一段里'),
  work: z
    .array(day)
    .refine(weekends, '调休上班的都是周六或周日，这里有一天不是；照放假通知核对日期')
    .refine(days => new Set(days).size === days.length, '有一天写了两次；删掉一个'),
  extra: z
    .array(z.strictObject({ source: text, announced: day, off: z.array(span), notWork: z.array(day) }))
    .default([]),
});

/** Ready answers that officers start from, in Chinese as they are sent; `forms`: for which forms, null for all. */
export const answersFile = z.array(
  z.strictObject({ id: code, title: text, forms: z.array(code).min(1).nullable(), text }),
);

/** The check list of site visits: each item with the chapter of the guide and the tick that it stands for. */
export const siteCheckFile = z
  .array(z.strictObject({ id: code, ask: words, guide: code, check: z.number().int().min(1) }))
  .min(1)
  .max(40, '最多写40项')
  .refine(items => new Set(items.map(item => item.id)).size === items.length, '有两项的 id 一样；改成不同的');

/** 园区自己加的值班日。 */
export const dutyFile = z.array(day);

/** A container's contents: counted in this unit, always this many or null. */
const contents = z.strictObject({ unit: code, quantity: z.number().positive().nullable().default(null) });

/** Items of the supplies form: each with the units it is counted in, the first the usual one; units that are so many of another. */
export const itemsFile = z.strictObject({
  units: z.array(
    z.strictObject({
      code,
      name: words,
      is: z.strictObject({ unit: code, times: z.number().positive() }).nullable().default(null),
    }),
  ),
  items: z.array(
    z.strictObject({
      code,
      name: words,
      units: z.array(code).min(1),
      contents: z.partialRecord(z.enum(containers), contents).default({}),
      spec: words.nullable(),
    }),
  ),
});
