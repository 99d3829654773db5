import { z } from 'zod';
import { isDay } from '#src/rules/day.ts';
import { findingClashes } from '#src/rules/findings.ts';

const day = z.string('日期要带引号').refine(isDay, '要写成存在的日期，例如 2020-03-20');
const code = z.string().regex(/^[a-z][a-z0-9-]*$/, '代码只用小写字母、数字和短横线');
const text = z.string().trim().min(1, '不能空着');
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间写成 08:30');
const lasting = { from: day, to: day.nullable(), days: z.enum(['every', 'office']), source: text };

/** Which departments report what they found on a day, by when; and when the meeting (碰头会) is held. */
export const findingsFile = z.strictObject({
  returns: z
    .array(
      z.strictObject({
        ...lasting,
        departments: z.array(code).min(1).max(60, '最多写60个部门'),
        deadline: time,
      }),
    )
    .max(60, '最多写60行'),
  meetings: z.array(z.strictObject({ ...lasting, time })).max(60, '最多写60行'),
});

type Findings = z.infer<typeof findingsFile>;
type Row = { readonly from: string; readonly to: string | null };

const never = '9999-12-31';

const turned = (name: string, rows: readonly Row[]): readonly string[] =>
  rows.flatMap(({ from, to }, at) =>
    to !== null && to < from ? [`  ${name} 第${at + 1}行：to（${to}）比 from（${from}）早；改日期`] : [],
  );

const meetingsTwice = (rows: readonly Row[]): readonly string[] =>
  rows.flatMap((row, at) =>
    rows.slice(0, at).some(one => one.from <= (row.to ?? never) && row.from <= (one.to ?? never))
      ? [`  meetings 第${at + 1}行：日期和前面的行有重叠；改日期，同一天只留一行`]
      : [],
  );

/** Departments that there are not or that stand twice, dates turned round, days on which two rows would say by when. */
export const findingFaults = (
  departments: readonly { readonly code: string }[],
  { returns, meetings }: Findings,
): readonly string[] => {
  const faults = [...turned('returns', returns), ...turned('meetings', meetings)];
  if (faults.length > 0) return faults;
  const known = new Set(departments.map(one => one.code));
  return [
    ...returns.flatMap((row, at) => {
      const line = `  returns 第${at + 1}行`;
      const twice = row.departments.filter((one, index) => row.departments.indexOf(one) < index);
      return [
        ...row.departments
          .filter(one => !known.has(one))
          .map(one => `${line}：没有这个部门 ${one}；写 zone.yaml 里有的代码`),
        ...twice.map(one => `${line}：${one} 写了两次；删掉一个`),
      ];
    }),
    ...findingClashes(returns).map(
      ({ rows, department, day: on }) =>
        `  returns 第${rows.join('、')}行：从${on}起都写了 ${department}；改日期，只留一行`,
    ),
    ...meetingsTwice(meetings),
  ];
};
