import { describe, expect, test } from 'vitest';
import { isLarge, largeAddress, usualAddress } from '#src/large/address.ts';
import { hasLarge, largePage, partsIn } from '#src/large/page.ts';

describe('addresses', () => {
  test.each([
    ['/', '/large/'],
    ['/en/', '/en/large/'],
    ['/zh-hant/guides/prepare/#a', '/zh-hant/large/guides/prepare/#a'],
    ['/search/?q=1', '/large/search/?q=1'],
    ['/forms/receipt/', '/large/forms/receipt/'],
    ['/en/statistics/dictionary/', '/en/large/statistics/dictionary/'],
  ])('%s is %s in large type, and back', (usual, large) => {
    expect([largeAddress(usual), largeAddress(large), usualAddress(large)]).toEqual([large, large, usual]);
  });

  test.each([
    '/desk/',
    '/en/desk/cases/1/',
    '/api/track',
    '/favicon.svg',
    '/feeds/notices.xml',
    '/statistics/data.csv',
    '/guides/poster/',
    '/offline/',
    'https://example.org/guides/',
    '//example.org/guides/',
    '#main',
    'tel:12345',
    '',
  ])('%j has no twin', address => expect(largeAddress(address)).toBe(address));

  test('a page or what it asks of a function is told by its address', () => {
    const asked = (path: string) => isLarge(new URL(path, 'http://zone.example'));
    expect(['/large/track/', '/zh-hant/large/', '/api/track?large=1'].map(asked)).toEqual([true, true, true]);
    expect(['/track/', '/larger/', '/api/track', '/en/'].map(asked)).toEqual([false, false, false, false]);
  });
});

const parts = partsIn(
  '<html><head><title>x</title><link rel="stylesheet" href="/_astro/l.css"></head><body><!--%BAR%--><div data-read-aloud></div><!--%BAR%--><script type="module" src="/_astro/l.js"></script></body></html>',
);
const usual =
  '<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>甲</title></head><body><a class="tool" href="/large/a/" data-edition="标准版">大字版</a><main id="main"><a href="/b/?x=1&amp;y=2#c">乙</a><a href="tel:1">1</a><details class="x"><summary>丙</summary></details><details open><summary>丁</summary></details><form action="/api/track?lang=zh-Hans" data-home="/"><textarea>href="/b/" <b></textarea></form><button formaction="/api/act">戊</button></main></body></html>';

describe('a page in large type', () => {
  const page = largePage(usual, parts, 'https://zone.example/a/');

  test('brings its style, its script and what reads it out; search engines are led to the usual page', () => {
    expect(page).toContain(
      '<link rel="stylesheet" href="/_astro/l.css"><script type="module" src="/_astro/l.js"></script></head>',
    );
    expect(page).toContain('<main id="main"><div data-read-aloud></div>');
    expect(page).toContain(
      '<head><meta name="robots" content="noindex"><link rel="canonical" href="https://zone.example/a/"><meta charset',
    );
    const hidden = usual.replace('<title>', '<meta name="robots" content="noindex"><title>');
    expect(largePage(hidden, parts, '').match(/noindex/g)).toHaveLength(1);
    expect(largePage(hidden, parts, '')).not.toContain('canonical');
  });

  test('leads to pages of its edition, functions are told of it, and the way back is there', () => {
    expect(page).toContain('href="/a/" data-edition="大字版">标准版<');
    expect(page).toContain('href="/large/b/?x=1&amp;y=2#c"');
    expect(page).toContain('action="/api/track?lang=zh-Hans&amp;large=1" data-home="/large/"');
    expect(page).toContain('formaction="/api/act?large=1"');
    expect(page).toContain('href="tel:1"');
  });

  test('folds nothing, and leaves what was typed as it was', () => {
    expect(page.match(/<details[^>]*>/g)).toEqual(['<details open class="x">', '<details open >']);
    expect(page).toContain('<textarea>href="/b/" <b></textarea>');
  });

  test('is made only of a page that leads to it', () => {
    expect([hasLarge(usual), hasLarge(usual.replace(' data-edition="标准版"', ''))]).toEqual([true, false]);
  });
});
