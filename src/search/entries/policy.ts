import type { z } from 'zod';
import { say } from '#src/i18n/words.ts';
import { firstDay, knownFrom } from '#src/rules/validity.ts';
import type { Entry } from '#src/search/entry.ts';
import { accesses, type policy, topics } from '#src/shelves/policy.ts';
import { sectionsOf } from './markdown.ts';
import { placesOf, regionCode } from './region.ts';
import type { Written } from './written.ts';

type Policy = z.infer<typeof policy>;

/** The last day on which it holds for anyone; null where no end is stated. A scope's later announcement replaces the earlier one. */
const lastDay = ({ ends }: Policy): string | null => {
  const announced = ends.toSorted((a, b) => a.announced.localeCompare(b.announced));
  const latest = new Map(announced.map(end => [end.scope, end.date]));
  return [...latest.values()].sort().at(-1) ?? null;
};

const dayOrNull = (date: string | null): string | null => date && firstDay(date);

/** What a reader may type instead of prose. A number that is not certain is not shown, so it is not found either. */
const factsOf = (data: Policy): readonly string[] => [
  ...(data.number && data.numberConfidence !== 'low' ? [data.number] : []),
  ...data.issuers,
  data.region,
  ...data.audience,
  ...data.topics.map(topic => say(topics[topic], 'zh-Hans')),
  say(accesses[data.access], 'zh-Hans'),
];

/**
 * A policy: what it gives in one sentence, then a passage for each of its five questions, over which that sentence stands as
 * a heading. All carry the policy's own id.
 */
export const policyEntries = ({ slug, data, body }: Written<Policy>): readonly Entry[] => {
  if (data.confidence === 'low') return [];
  const shared = {
    kind: 'policy' as const,
    id: slug.split('/').at(-1) ?? slug,
    page: `/policies/${slug}/`,
    title: data.title,
    facts: factsOf(data),
    filters: {
      level: [data.level],
      region: [regionCode(data.region)],
      place: placesOf(data.region),
      topic: data.topics,
    },
    from: dayOrNull(data.effectiveFrom ?? knownFrom(data)),
    to: lastDay(data),
    published: dayOrNull(knownFrom(data)),
  };
  const opening = { ...shared, anchor: '', headings: [], text: data.summary };
  const clauses = sectionsOf(body).map(({ heading, anchor, text }) => ({
    ...shared,
    anchor,
    headings: heading === '' ? [data.summary] : [data.summary, heading],
    text,
  }));
  return [opening, ...clauses];
};
