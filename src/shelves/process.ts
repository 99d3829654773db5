import { z } from 'zod';
import { text } from './entry.ts';

const numbered = (words: string | null) => /\d/.test(words ?? '');

/** One step of the way from preparing to working again; steps and what follows them make the flowchart and its list. */
export const processStep = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z-]*$/, 'id 只用小写字母和短横线'),
    kind: z.enum(['step', 'question', 'end']),
    title: text.max(14, '图里放得下 14 个字以内'),
    who: text,
    does: text,
    /** 多久；没有期限写 null。 */ takes: text.nullable(),
    guide: text.nullable(),
    form: text.nullable(),
    doc: text.nullable(),
    sources: z.array(text),
    next: z.array(z.strictObject({ to: text, when: text.nullable() })),
  })
  .refine(step => !numbered(step.takes) || step.sources.length > 0 || step.form !== null, {
    path: ['sources'],
    message: 'takes 里有数字：写出处代号，例如 [GB6]',
  });

export type ProcessStep = z.infer<typeof processStep>;
