import type { z } from 'zod';
import type { Entry } from '#src/search/entry.ts';
import type { practice } from '#src/shelves/practice.ts';
import { sectionsOf } from './markdown.ts';
import { placesOf, regionCode } from './region.ts';
import type { Written } from './written.ts';

/** What another zone did: one sentence, then a passage a heading. */
export const practiceEntries = ({
  slug,
  data,
  body,
}: Written<z.infer<typeof practice>>): readonly Entry[] => {
  const shared = {
    kind: 'practice' as const,
    id: slug,
    page: `/practices/${slug}/`,
    title: data.zone,
    facts: [data.region],
    filters: { topic: [], region: [regionCode(data.region)], place: placesOf(data.region) },
    from: null,
    to: null,
    published: data.source.date,
  };
  const sections = sectionsOf(body).map(({ heading, anchor, text }) => ({
    ...shared,
    anchor,
    headings: heading === '' ? [] : [heading],
    text,
  }));
  return [{ ...shared, anchor: '', headings: [], text: data.summary }, ...sections];
};
