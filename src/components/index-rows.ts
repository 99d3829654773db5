import { getCollection } from 'astro:content';
import type { hitKinds } from '#src/i18n/search.ts';
import { faqEntries } from '#src/search/entries/faq.ts';
import { guideEntries } from '#src/search/entries/guide.ts';
import { hotlineEntries } from '#src/search/entries/hotline.ts';
import { policyEntries } from '#src/search/entries/policy.ts';
import type { Written } from '#src/search/entries/written.ts';
import type { Entry } from '#src/search/entry.ts';
import { day } from './zone.ts';

/** One line of a static index: what it is, where it stands, the topics it belongs to. */
export type IndexRow = {
  readonly kind: keyof typeof hitKinds;
  readonly title: string;
  /** What a reader calls it: for a policy the sentence that says what it gives. */
  readonly name: string;
  readonly href: string;
  readonly topics: readonly string[];
};

const written = <T>({ id, data, body }: { id: string; data: T; body?: string | undefined }): Written<T> => ({
  slug: id,
  data,
  body: body ?? '',
});

const rowOf = ({ kind, title, text, page, anchor, filters }: Entry): IndexRow[] =>
  kind === 'statute'
    ? []
    : [
        {
          kind,
          title,
          name: kind === 'policy' ? text : title,
          href: anchor ? `${page}#${anchor}` : page,
          topics: filters.topic ?? [],
        },
      ];

/** The first passage of an entry stands for its page. */
const first = (entries: readonly Entry[]): readonly Entry[] =>
  entries.slice(0, 1).filter(({ published }) => published === null || published <= day);

/** Everything the static indexes list, by kind: questions, guides, policies public on the site's day, phone numbers. */
export const indexRows = async (): Promise<readonly IndexRow[]> => {
  const faq = (await getCollection('faq')).map(one => faqEntries(written(one)));
  const guides = (await getCollection('guides')).map(one => guideEntries(written(one)));
  const policies = (await getCollection('policies')).map(one => policyEntries(written(one)));
  const hotlines = (await getCollection('hotlines')).map(({ data }) => hotlineEntries(data));
  return [...faq, ...guides, ...policies, ...hotlines].flatMap(first).flatMap(rowOf);
};

/** What a title begins with for a reader: a policy's official title begins with its issuers, so the words after 关于 count. */
export const headword = ({ kind, title }: IndexRow): string =>
  kind === 'policy'
    ? title.replace(/^.*?关于(?=.)(印发|做好|进一步|切实|应对)?/u, '').replace(/^[《“]/, '') || title
    : title.replace(/^[“《]/, '');
