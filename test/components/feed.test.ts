import { expect, test } from 'vitest';
import { atom, type Feed, jsonFeed } from '#src/components/feed.ts';

const site = new URL('https://example.gov.cn');
const feed: Feed = {
  path: '/feeds/policies',
  title: '甲 & 乙',
  author: '管委会',
  page: '/policies/',
  items: [
    {
      path: '/policies/national/a/',
      title: '关于“<税>”的公告',
      summary: '3%减按1%',
      published: '2020-02-28',
      updated: '2020-03-01',
      tags: ['税费'],
    },
    {
      path: '/policies/national/b/',
      title: '乙',
      summary: '乙',
      published: '2020-02-01',
      updated: '2020-02-01',
      tags: [],
    },
  ],
};

test('Atom: ids stay, dates are those of the content, signs are escaped', () => {
  const xml = atom(feed, site);
  expect(xml).toContain('<id>tag:example.gov.cn,2020:/policies/national/a/</id>');
  expect(xml).toContain('<updated>2020-03-01T00:00:00+08:00</updated>\n  <entry>'.replace('\n  <entry>', ''));
  expect(xml).toContain('<title>关于“&lt;税&gt;”的公告</title>');
  expect(xml).toContain('<title>甲 &amp; 乙</title>');
  expect(xml).toContain('href="https://example.gov.cn/feeds/policies.xml"');
  expect([...xml.matchAll(/<entry>/g)]).toHaveLength(2);
});

test('JSON Feed 1.1: what it must have, and whole addresses', () => {
  const parsed = JSON.parse(jsonFeed(feed, site));
  expect(parsed.version).toBe('https://jsonfeed.org/version/1.1');
  expect(parsed.feed_url).toBe('https://example.gov.cn/feeds/policies.json');
  expect(parsed.items[0]).toEqual({
    id: 'tag:example.gov.cn,2020:/policies/national/a/',
    url: 'https://example.gov.cn/policies/national/a/',
    title: '关于“<税>”的公告',
    content_text: '3%减按1%',
    date_published: '2020-02-28T00:00:00+08:00',
    date_modified: '2020-03-01T00:00:00+08:00',
    tags: ['税费'],
  });
});
