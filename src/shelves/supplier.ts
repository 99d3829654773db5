import { z } from 'zod';
import { day, text } from './entry.ts';

export const supplier = z.strictObject({
  id: text,
  name: text,
  kind: z.enum(['materials', 'catering', 'lodging']),
  offers: text,
  area: text,
  checkedOn: day,
  sample: z.literal(true, '供应信息没有核实过的来源，只能是示例：写 sample: true'),
});
