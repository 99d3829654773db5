import type { Day } from '#src/rules/day.ts';

/** What a passage belongs to: the shelves of content, the forms, and `statute` for the benchmark's laws. */
export const entryKinds = [
  'policy',
  'guide',
  'faq',
  'hotline',
  'form',
  'notice',
  'practice',
  'supplier',
  'document',
  'statute',
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** One passage that can answer: a clause of a policy, a section of a guide, a question of the FAQ, a hotline, a form, a document to fill in. */
export type Entry = {
  readonly kind: EntryKind;
  /** The fact's own id, the same in content, as the anchor on the page, and in `npm run ask -- --json`. */
  readonly id: string;
  /** The page it stands on, from the root: `/policies/national/x/`. Hits are grouped by it. */
  readonly page: string;
  /** The place on the page without `#`; '' for the page itself. */
  readonly anchor: string;
  /** The page's title; the policy's, the law's. */
  readonly title: string;
  /** The headings above the passage, outermost first. */
  readonly headings: readonly string[];
  readonly text: string;
  /** Short facts worth more than prose: document number, issuer, phone numbers, official terms. */
  readonly facts: readonly string[];
  /** Codes to filter by: `level`, `region`, `topic`, `audience`; a passage may have several of one. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** First and last day on which it holds; null where that is unknown or open. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** From when a reader may see it; null when always. */
  readonly published: Day | null;
};
