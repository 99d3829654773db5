import { z } from 'zod';
import { day, text } from './entry.ts';

const codes = z.array(z.string()).min(1, '至少写一个代码；发给全部企业就不写这一行').optional();

export const notice = z
  .strictObject({
    title: text,
    published: day,
    /** 示例条目在页面上明显标出。 */ sample: z.boolean(),
    /** 请企业确认已读：页面末尾有确认表，工作台看得到多少家看过。 */ mustRead: z.boolean().optional(),
    /** 第几版，不写是 1。改了要紧的内容就加 1：看过旧版的企业要再确认一次；只改错字不用加。 */
    version: z.int('写整数，从 1 开始').min(1, '从 1 开始').max(999).optional(),
    /** 发给哪些片区，写 zone.yaml 里的代码；不写是全部。 */ areas: codes,
    /** 发给哪些行业（战线），写 zone.yaml 里的代码；不写是全部。 */ lines: codes,
    /** 请在哪天前确认；过了这天页面上不再有确认表。 */ until: day.optional(),
  })
  .superRefine((entry, context) => {
    for (const path of ['version', 'areas', 'lines', 'until'] as const)
      if (!entry.mustRead && entry[path] !== undefined)
        context.addIssue({
          code: 'custom',
          path: [path],
          message: '只有请企业确认的通知才写这一行：加上 mustRead: true，或者删掉这一行',
        });
  });
