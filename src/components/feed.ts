import type { Day } from '#src/rules/day.ts';

/** One entry of a feed. Its id is its path, which never changes; `updated` is the last day on which something of it did. */
export type Item = {
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  readonly published: Day;
  readonly updated: Day;
  readonly tags: readonly string[];
};
/** A feed, newest first. `path` is its own without ending: `/feeds/policies`. */
export type Feed = {
  readonly path: string;
  readonly title: string;
  readonly author: string;
  readonly page: string;
  readonly items: readonly Item[];
};

/** RFC 4151: the host of the site and the year of the first content; the path is what stays. */
const tagOf = (site: URL, path: string): string => `tag:${site.hostname},2020:${path}`;

/** Content knows days: midnight in Shanghai stands for one. */
const instantOf = (day: Day): string => `${day}T00:00:00+08:00`;

const newestOf = (items: readonly Item[]): Day =>
  items
    .map(item => item.updated)
    .sort()
    .at(-1) ?? '2020-01-01';

const escaped: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const xml = (text: string): string => text.replace(/[&<>"]/g, sign => escaped[sign] ?? sign);

/** Atom 1.0 (RFC 4287). */
export const atom = (feed: Feed, site: URL): string => {
  const whole = (path: string) => xml(new URL(path, site).href);
  const entry = (item: Item) => `  <entry>
    <id>${xml(tagOf(site, item.path))}</id>
    <title>${xml(item.title)}</title>
    <link rel="alternate" type="text/html" href="${whole(item.path)}"/>
    <published>${instantOf(item.published)}</published>
    <updated>${instantOf(item.updated)}</updated>
${item.tags.map(tag => `    <category term="${xml(tag)}"/>\n`).join('')}    <summary>${xml(item.summary)}</summary>
  </entry>
`;
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-Hans">
  <id>${xml(tagOf(site, feed.path))}</id>
  <title>${xml(feed.title)}</title>
  <author><name>${xml(feed.author)}</name></author>
  <link rel="self" type="application/atom+xml" href="${whole(`${feed.path}.xml`)}"/>
  <link rel="alternate" type="text/html" href="${whole(feed.page)}"/>
  <updated>${instantOf(newestOf(feed.items))}</updated>
${feed.items.map(entry).join('')}</feed>
`;
};

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export const jsonFeed = (feed: Feed, site: URL): string => {
  const whole = (path: string) => new URL(path, site).href;
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: whole(feed.page),
    feed_url: whole(`${feed.path}.json`),
    language: 'zh-Hans',
    authors: [{ name: feed.author }],
    items: feed.items.map(({ path, title, summary, published, updated, tags }) => ({
      id: tagOf(site, path),
      url: whole(path),
      title,
      content_text: summary,
      date_published: instantOf(published),
      date_modified: instantOf(updated),
      tags,
    })),
  });
};
