import { z } from 'zod';
import { dial } from '#src/rules/dial.ts';
import { day, text } from './entry.ts';

const stocks = ['available', 'limited', 'sold-out', 'unknown'] as const;

const fields = z.strictObject({
  id: z.string('id 要带引号').regex(/^[a-z0-9][a-z0-9-]*$/, 'id 只用小写字母、数字和短横线'),
  name: text,
  kind: z.enum(['materials', 'catering', 'lodging'], '只能写：materials、catering、lodging'),
  offers: text,
  /** 送到或所在的片区：zone.yaml 里的代码。 */ areas: z.array(text).min(1, '至少写1个片区的代码'),
  /** 能供多少，写明单位和期限：每天500份；null 为没有核实。 */ capacity: text.nullable(),
  /** 证照；null 为没有核到。 */ licence: text.nullable(),
  /** 有没有货（空房、余量），和哪天核实的。 */ stock: z.strictObject({
    state: z.enum(stocks, '只能写：available（有）、limited（不多）、sold-out（没有了）、unknown（未核实）'),
    on: day,
  }),
  /** 示例没有电话，写 null。 */ phone: z
    .string('号码要带引号')
    .refine(
      typed => dial(typed) !== null,
      "写成 '0431-85530623' 或 '13800138000'，有分机写 '0431-85530623转801'",
    )
    .nullable(),
  checkedOn: day,
  /** 示例条目在页面上明显标出。 */ sample: z.boolean('写 true 或 false'),
});

export const supplier = fields.refine(({ phone, sample }) => sample === (phone === null), {
  path: ['phone'],
  message: '示例写 phone: null；核实过的写 sample: false 和电话',
});
