import { describe, expect, test } from 'vitest';
import { traditionalAddress } from '#src/traditional/address.ts';
import { traditionalPage } from '#src/traditional/page.ts';
import { traditional } from '#src/traditional/words.ts';

const page = (html: string): string => traditionalPage(html, traditional);

describe('a page in traditional characters', () => {
  test('texts, what is read out, and the language', () => {
    expect(
      page('<html lang="zh-Hans"><meta name="description" content="复工"><p title="企业">办 &amp; 税</p>'),
    ).toBe('<html lang="zh-Hant"><meta name="description" content="復工"><p title="企業">辦 &amp; 稅</p>');
  });

  test.each([
    '<textarea name="note">急需口罩，联系王经理</textarea>',
    '<input name="名称" value="东方纺织厂">',
    '<script type="application/ld+json">{"name":"复工"}</script>',
    '<p lang="en">复工 <b>企业</b></p>',
    '<b translate="no">东方纺织厂</b>',
    '<div id="复工" class="企业"></div>',
    '<meta name="author" content="发展局">',
  ])('%s stays as it is', html => {
    expect(page(html)).toBe(html);
  });

  test('what stands behind something left alone is changed again', () => {
    expect(page('<b lang="en">复<i>工</i><br></b>复工<textarea>复</textarea><input lang="en">复工')).toBe(
      '<b lang="en">复<i>工</i><br></b>復工<textarea>复</textarea><input lang="en">復工',
    );
  });

  test('the link to this very page becomes the one back', () => {
    const to = '<a class="tool" href="/zh-hant/track/" lang="zh-Hant" hreflang="zh-Hant">繁體</a>';
    expect(page(to)).toBe('<a class="tool" href="/track/" lang="zh-Hans" hreflang="zh-Hans">简体</a>');
  });

  test('what is escaped stays escaped', () => {
    expect(page('<p>&lt;script&gt;复&lt;/script&gt;</p><a href="/x/?a=1&amp;b=&quot;">复</a>')).toBe(
      '<p>&lt;script&gt;復&lt;/script&gt;</p><a href="/zh-hant/x/?a=1&amp;b=&quot;">復</a>',
    );
  });
});

test.each([
  ['/', '/zh-hant/'],
  ['/policies/national/x/?asof=2020-03-20#a', '/zh-hant/policies/national/x/?asof=2020-03-20#a'],
  ['/api/cases/materials', '/api/cases/materials?lang=zh-Hant'],
  ['/api/track?lang=zh-Hans', '/api/track?lang=zh-Hant'],
  ['/en/track/', '/en/track/'],
  ['/desk/', '/desk/'],
  ['/_astro/a.css', '/_astro/a.css'],
  ['/feeds/policies.xml', '/feeds/policies.xml'],
  ['#main', '#main'],
  ['tel:12345', 'tel:12345'],
  ['//evil.example/', '//evil.example/'],
  ['https://www.gov.cn/', 'https://www.gov.cn/'],
])('%s leads to %s', (address, expected) => {
  expect(traditionalAddress(address)).toBe(expected);
});
