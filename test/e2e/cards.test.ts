import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { policyWords } from '#src/i18n/site.ts';

const dist = 'dist';
const pages = globSync('**/index.html', { cwd: dist }).map(file => ({
  path: `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`,
  html: readFileSync(join(dist, file), 'utf8'),
}));
const told = (html: string, property: string): string =>
  new RegExp(`<meta (?:property|name)="${property}" content="([^"]*)"`).exec(html)?.[1] ?? '';
const ownFrame = /\/(guides\/(poster|booklet)|offline|offline-visits)\//;

test('every page that may be found says what a card of it shows: title, own address, a picture of this site', () => {
  const found = pages.filter(({ path, html }) => !html.includes('content="noindex"') && !ownFrame.test(path));
  expect(found.length).toBeGreaterThan(500);
  const wrong = found.filter(({ path, html }) => {
    const [url, image] = ['og:url', 'og:image'].map(name => new URL(told(html, name)));
    return (
      told(html, 'og:title') === '' ||
      told(html, 'twitter:card') !== 'summary_large_image' ||
      decodeURI(url?.pathname ?? '') !== path ||
      url?.origin !== image?.origin ||
      image?.pathname !== '/card.png'
    );
  });
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('the picture is a PNG of 1200 × 630', () => {
  const bytes = readFileSync(join(dist, 'card.png'));
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
});

test('the card of a policy says whether it holds, and on which day that was so', () => {
  const policies = pages.filter(({ path }) =>
    /^\/policies\/(national|province|city|zone)\/[^/]+\/$/.test(path),
  );
  expect(policies.length).toBeGreaterThan(100);
  const mark = policyWords.card['zh-Hans'].replace(/\{[^}]*\}/g, '').slice(0, 1);
  for (const { path, html } of policies) {
    const state = /<li class="state">([^<]*)</.exec(html)?.[1] ?? '-';
    const said = told(html, 'og:description');
    expect([path, said.includes(mark), said.includes(state), /\d月\d+日：/.test(said)]).toEqual([
      path,
      true,
      true,
      true,
    ]);
  }
});

test('pages in large type are for no search engine, and name the usual page as theirs', () => {
  const large = pages.filter(({ path }) => /^(\/en|\/zh-hant)?\/large\//.test(path));
  expect(large.length).toBeGreaterThan(500);
  const wrong = large.filter(({ path, html }) => {
    const canonical = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1] ?? 'http://x/';
    return (
      !html.includes('<meta name="robots" content="noindex"') ||
      decodeURI(new URL(canonical).pathname) !== path.replace('/large/', '/')
    );
  });
  expect(wrong.map(({ path }) => path)).toEqual([]);
  const map = readFileSync(join(dist, 'sitemap.xml'), 'utf8');
  // `/policies/for/large/` is a page of the usual edition.
  expect(/<loc>https?:\/\/[^/]+(\/en|\/zh-hant)?\/large\//.exec(map)).toBeNull();
});
