import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { linkProblems, linksInWords } from '#src/commands/site-links.ts';
import { writeSitemap } from '#src/commands/sitemap.ts';

const made: string[] = [];
const siteOf = (files: Readonly<Record<string, string>>): string => {
  const dist = mkdtempSync(join(tmpdir(), 'links-'));
  made.push(dist);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dist, file)), { recursive: true });
    writeFileSync(join(dist, file), text);
  }
  return dist;
};
afterEach(() => {
  for (const dist of made.splice(0)) rmSync(dist, { recursive: true, force: true });
});

const whole = {
  'index.html':
    '<a href="/a/">甲</a> <a href="/a/#here">乙</a> <a href=/b?x=1>丙</a> <a href="/track/">查</a>',
  'a/index.html': '<h2 id="here">甲</h2> <a href="#here">上面</a> <a href="/f.json">数据</a>',
  'b/index.html': '<form action="/"></form>',
  'offline/index.html': '<p>没有网</p>',
  'f.json': '{}',
};

test('a site whose links all lead somewhere has no problem', () => {
  expect(linkProblems(siteOf(whole))).toEqual({ dead: [], orphans: [] });
  expect(linksInWords({ dead: [], orphans: [] })).toBe('');
});

test.each([
  ['a page that is not there', '<a href="/c/">丁</a>', '/c/'],
  ['an anchor that is not there', '<a href="/a/#gone">丁</a>', '/a/#gone'],
  ['an anchor of its own', '<a href="#gone">丁</a>', '#gone'],
  ['a file that is not there', '<link href="/g.xml">', '/g.xml'],
  ['a form that leads nowhere', '<form action="/nowhere/"></form>', '/nowhere/'],
])('%s is a dead link, told with its page', (_, html, link) => {
  const found = linkProblems(siteOf({ ...whole, 'b/index.html': html }));
  expect(found.dead).toEqual([{ page: '/b/', link }]);
  expect(linksInWords(found)).toContain(`/b/ 里的 ${link}`);
});

test('a page that only links to itself is an orphan', () => {
  const found = linkProblems(siteOf({ ...whole, 'alone/index.html': '<a href="/alone/">我</a>' }));
  expect(found).toEqual({ dead: [], orphans: ['/alone/'] });
  expect(linksInWords(found)).toContain('/alone/');
});

test('the site map holds every page that may be found, with its languages', () => {
  const page = (lang: string, head = '') => `<html lang="${lang}"><head>${head}</head></html>`;
  const dist = siteOf({
    'index.html': page('zh-Hans'),
    'en/index.html': page('en'),
    'policies/index.html': page('zh-Hans'),
    'secret/index.html': page('zh-Hans', '<meta name="robots" content="noindex" />'),
  });
  expect(writeSitemap(dist, new URL('https://example.gov.cn'))).toBe(3);
});
