import type { z } from 'zod';
import { supplierKinds } from '#src/i18n/site.ts';
import { say } from '#src/i18n/words.ts';
import type { Entry } from '#src/search/entry.ts';
import type { supplier } from '#src/shelves/supplier.ts';
import { everywhere } from './region.ts';

/** A supplier: one passage. */
export const supplierEntries = (data: z.infer<typeof supplier>): readonly Entry[] => [
  {
    kind: 'supplier',
    id: data.id,
    page: '/suppliers/',
    anchor: data.id,
    title: data.name,
    headings: [say(supplierKinds[data.kind], 'zh-Hans')],
    text: `${data.offers}。`,
    facts: [],
    filters: { topic: data.kind === 'materials' ? ['materials'] : [], region: [everywhere] },
    from: null,
    to: null,
    published: null,
  },
];
