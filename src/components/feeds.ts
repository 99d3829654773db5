import { getCollection } from 'astro:content';
import { pageWords, policyWords, site } from '#src/i18n/site.ts';
import { say, type Words } from '#src/i18n/words.ts';
import { firstDay, knownFrom } from '#src/rules/validity.ts';
import { plainText } from '#src/search/entries/markdown.ts';
import { topics } from '#src/shelves/policy.ts';
import type { Feed, Item } from './feed.ts';
import { type PolicyRow, policyRows } from './policies.ts';
import { day, zone } from './zone.ts';

const t = (words: Words): string => say(words, 'zh-Hans');
/** A reader asks often: more than these are on the pages. */
const longest = 100;

/** What is public on the day and has a date; a later change of its term counts as news of it. */
const policyItem = ({ entry, path, later }: PolicyRow): Item[] => {
  const { data } = entry;
  const known = knownFrom(data);
  if (later || known === null) return [];
  const published = firstDay(known);
  const news = [
    ...data.ends.map(end => end.announced),
    data.supersededBy?.from,
    data.spent?.from,
    data.suspended?.from,
  ];
  const updated =
    [published, ...news.filter(date => date !== undefined && date <= day)].sort().at(-1) ?? published;
  const tags = data.topics.map(topic => t(topics[topic]));
  return [{ path, title: data.title, summary: data.summary, published, updated, tags }];
};

const newestFirst = (items: readonly Item[]): readonly Item[] =>
  [...items]
    .sort((a, b) => b.updated.localeCompare(a.updated) || a.path.localeCompare(b.path))
    .slice(0, longest);

/** Every feed of the site: policies, policies of each topic, notices. */
export const feeds = async (): Promise<readonly Feed[]> => {
  const rows = await policyRows();
  const name = `${t(zone.name)}${t(site.desk)}`;
  const policies = (path: string, page: string, about: string, of: readonly PolicyRow[]): Feed => ({
    path: `/feeds/${path}`,
    title: `${name} - ${about}`,
    author: name,
    page,
    items: newestFirst(of.flatMap(policyItem)),
  });
  const notices = (await getCollection('notices', ({ data }) => data.published <= day)).map(
    ({ id, data, body = '' }): Item => ({
      path: `/notices/${id}/`,
      title: data.title,
      summary: plainText(body),
      published: data.published,
      updated: data.published,
      tags: [],
    }),
  );
  const list = t(policyWords.title);
  return [
    policies('policies', '/policies/', list, rows),
    {
      ...policies('notices', '/notices/', t(pageWords.notices), []),
      items: newestFirst(notices),
    },
    ...Object.entries(topics)
      .map(([code, words]) => ({
        code,
        words,
        of: rows.filter(row => row.entry.data.topics.some(one => one === code)),
      }))
      .filter(({ of }) => of.length > 0)
      .map(({ code, words, of }) =>
        policies(`policies-${code}`, `/policies/topic/${code}/`, `${list}：${t(words)}`, of),
      ),
  ];
};

/** The pages of the feeds in one form. */
export const feedPaths = async () =>
  (await feeds()).map(feed => ({ params: { feed: feed.path.split('/').at(-1) }, props: { feed } }));
