import type { z } from 'zod';
import { faqCategories } from '#src/i18n/faq.ts';
import { say } from '#src/i18n/words.ts';
import type { Entry } from '#src/search/entry.ts';
import type { faq } from '#src/shelves/faq.ts';
import type { topics } from '#src/shelves/policy.ts';
import { plainText } from './markdown.ts';
import { everywhere } from './region.ts';
import type { Written } from './written.ts';

type Faq = z.infer<typeof faq>;

const topicTable: Readonly<Record<keyof typeof faqCategories, keyof typeof topics | null>> = {
  prepare: 'prevention',
  procedure: 'prevention',
  health: 'prevention',
  disinfect: 'prevention',
  canteen: 'prevention',
  dormitory: 'prevention',
  building: 'prevention',
  construction: 'prevention',
  employment: 'employment',
  social_insurance: 'social_insurance',
  tax: 'tax',
  finance: 'finance',
  rent: 'rent',
  utilities: 'utilities',
  transport: 'transport',
  trade: 'trade',
  materials: 'materials',
  supply_chain: 'transport',
  service: null,
};

/** The topic of policies that a category of questions belongs to; null where it has no counterpart. */
export const topicOf = (category: keyof typeof faqCategories): keyof typeof topics | null =>
  topicTable[category];

/** A common question with its answer: one passage, whose title is the question. */
export const faqEntries = ({ slug, data, body }: Written<Faq>): readonly Entry[] => {
  if (data.confidence === 'low') return [];
  const topic = topicOf(data.category);
  return [
    {
      kind: 'faq',
      id: slug,
      page: '/faq/',
      anchor: slug,
      title: data.question,
      headings: [say(faqCategories[data.category], 'zh-Hans')],
      text: plainText(body),
      facts: [],
      filters: { topic: topic ? [topic] : [], region: [everywhere] },
      from: null,
      to: null,
      published: null,
    },
  ];
};
