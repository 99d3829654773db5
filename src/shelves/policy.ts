import { z } from 'zod';
import { w } from '#src/i18n/words.ts';
import { isStandardNumber, standardNumber } from '#src/rules/document-number.ts';
import { confidence, day, keyOf, partialDay, text } from './entry.ts';

export const topics = {
  prevention: w('防疫要求', 'Epidemic control'),
  employment: w('用工', 'Employment'),
  social_insurance: w('社保', 'Social insurance'),
  finance: w('贷款融资', 'Finance'),
  tax: w('税费', 'Taxes and fees'),
  rent: w('房租', 'Rent'),
  utilities: w('水电气', 'Utilities'),
  materials: w('防疫物资', 'Supplies'),
  transport: w('运输通行', 'Transport'),
  trade: w('外贸', 'Foreign trade'),
  procurement: w('政府采购', 'Procurement'),
} as const;

export const levels = {
  national: w('国家', 'National'),
  province: w('省级', 'Province'),
  city: w('市级', 'City'),
  zone: w('园区', 'Zone'),
} as const;

export const kinds = {
  document: w('文件', 'Document'),
  measure: w('措施', 'Measure'),
  standard: w('标准', 'Standard'),
  compilation: w('汇编', 'Compilation'),
} as const;

/** How a benefit is had: the first tag of a policy. `none` is a rule to follow, not a benefit. */
export const accesses = {
  automatic: w('免申即享', 'Granted without application'),
  declare: w('自行申报享受', 'Claim in your return'),
  apply: w('需要申请', 'Application needed'),
  listed: w('需先列入名单', 'Must be on a list first'),
  negotiate: w('与对方协商', 'By agreement'),
  none: w('按要求执行', 'To be followed'),
} as const;

/** 有效性 as the issuer declares it. */
export const validities = {
  valid: w('有效', 'In force'),
  partial: w('部分失效', 'Partly lapsed'),
  lapsed: w('失效', 'Lapsed'),
  repealed: w('废止', 'Repealed'),
  pending: w('尚未施行', 'Not yet in force'),
} as const;

const number = z
  .string()
  .transform(standardNumber)
  .refine(
    isStandardNumber,
    '发文字号写成“国办发明电〔2020〕6号”或“财政部 税务总局公告2020年第8号”；没有核到写 null',
  )
  .nullable();

/** Only official pages and official reposts are linked; nothing else is a source a reader may follow. */
const source = z
  .strictObject({
    url: z.url('写完整网址，以 https:// 或 http:// 开头'),
    kind: z.enum(['official', 'official_repost']),
  })
  .nullable();

const end = z.strictObject({
  /** 截止日期。 */ date: day,
  /** 宣布日期：这天以前的读者看不到这个截止日期。 */ announced: day,
  /** 由哪个文件宣布；`本文件` 或另一份文件的 slug 或名称。 */ by: text,
  /** 适用对象；null 为全部。 */ scope: text.nullable(),
});

/** 从哪天起。 */
const since = { from: day };

/** 对另一份文件的改动：改的是哪份（slug）、从哪天起、改了什么。 */
const amendment = z.strictObject({ id: text, ...since, what: text });

/** 一份政策一个文件：`content/policies/<level>/<slug>.mdx` 的开头部分。 */
export const policy = z.strictObject({
  title: text,
  /** 一句话：读者能得到什么、要做什么。 */ summary: text.max(80, '一句话，不超过80字'),
  kind: keyOf(kinds),
  number,
  numberConfidence: confidence,
  /** 发文机构；联合发文逐个列。 */ issuers: z.array(text).min(1, '至少写一个发文机构'),
  level: keyOf(levels),
  region: text,
  /** 成文日期。 */ issued: partialDay.nullable(),
  /** 公开日期；没有核到写 null，按成文日期算。 */ published: day.nullable(),
  /** 实施日期。 */ effectiveFrom: partialDay.nullable(),
  ends: z.array(end),
  /** 有效性，发文机构声明的；没有声明写 null，由日期推算。 */ validity: keyOf(validities).nullable(),
  topics: z.array(keyOf(topics)).min(1, '至少写一个主题'),
  audience: z.array(text),
  access: keyOf(accesses),
  /** 申报截止日期，与政策有效期分开。 */ applyBy: day.nullable(),
  howToApply: text.nullable(),
  /** 后来的延长、替代、失效：页面必须显示。 */ statusNote: text.nullable(),
  /** 被哪份新文件（slug）替代，从哪天起。 */ supersededBy: z
    .strictObject({ id: text, ...since })
    .nullable()
    .default(null),
  /** 额度用完：从哪天起，依据什么。 */ spent: z
    .strictObject({ ...since, source: text })
    .nullable()
    .default(null),
  /** 暂停执行：从哪天到哪天（含当天；没说到哪天写 null），依据什么。 */ suspended: z
    .strictObject({ ...since, to: day.nullable(), source: text })
    .nullable()
    .default(null),
  /** 本文件改了哪些文件。 */ amends: z.array(amendment).default([]),
  source,
  confidence,
  /** 核对日期。 */ checkedOn: day,
});
