import { z } from 'zod';
import { w } from '#src/i18n/words.ts';
import { creditCode } from '#src/rules/credit-code.ts';
import { isDay } from '#src/rules/day.ts';

const day = z.string('日期要带引号').refine(isDay, '要写成存在的日期，例如 2020-03-20');
const code = z.string().regex(/^[a-z][a-z0-9-]*$/, '代码只用小写字母、数字和短横线');
const text = z.string().trim().min(1, '不能空着');
const words = z.strictObject({ zh: text, en: text }).transform(({ zh, en }) => w(zh, en));

/** Lists of enterprises that the office keeps asking after: the lists with how often, and who is on which from when to when. */
export const listsFile = z.strictObject({
  tiers: z
    .array(
      z.strictObject({
        code,
        name: words,
        /** Every so many office days. */ every: z.number().int().min(1, '不能小于1').max(60, '不能大于60'),
      }),
    )
    .min(1)
    .max(10, '最多写10个名单'),
  members: z
    .array(
      z.strictObject({
        creditCode: z.string().refine(typed => {
          const read = creditCode(typed);
          return read.tag === 'valid' && read.code === typed;
        }, '统一社会信用代码不对：18位，字母大写，核对营业执照'),
        name: text.max(60, '最多60个字'),
        tier: code,
        area: code,
        department: code,
        from: day,
        to: day.nullable(),
        source: text,
      }),
    )
    .max(2000, '最多写2000行'),
});

type Lists = z.infer<typeof listsFile>;
type Codes = {
  readonly areas: readonly { readonly code: string }[];
  readonly departments: readonly { readonly code: string }[];
};

const never = '9999-12-31';

/** Lists, areas and departments that there are not; an enterprise on two lists on one day; dates turned round. */
export const listFaults = ({ areas, departments }: Codes, { tiers, members }: Lists): readonly string[] => {
  const has = (rows: readonly { readonly code: string }[], one: string) => rows.some(row => row.code === one);
  const twice = tiers.filter((tier, at) => tiers.findIndex(one => one.code === tier.code) < at);
  return [
    ...twice.map(tier => `  tiers：${tier.code} 前面有过；换一个代码`),
    ...members.flatMap((row, at) => {
      const line = `  members 第${at + 1}行`;
      const other = members
        .slice(0, at)
        .some(
          one =>
            one.creditCode === row.creditCode &&
            one.from <= (row.to ?? never) &&
            row.from <= (one.to ?? never),
        );
      return [
        ...(has(tiers, row.tier) ? [] : [`${line}：没有这个名单 ${row.tier}；写 tiers 里有的代码`]),
        ...(has(areas, row.area) ? [] : [`${line}：没有这个片区 ${row.area}；写 zone.yaml 里有的代码`]),
        ...(has(departments, row.department)
          ? []
          : [`${line}：没有这个部门 ${row.department}；写 zone.yaml 里有的代码`]),
        ...(row.to !== null && row.to < row.from
          ? [`${line}：to（${row.to}）比 from（${row.from}）早；改日期`]
          : []),
        ...(other ? [`${line}：${row.name}同一天在两个名单里；改日期，只留一个`] : []),
      ];
    }),
  ];
};
