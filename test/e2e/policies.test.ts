import { existsSync, globSync, readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from '../browser.ts';
import { type Server, startServer } from '../server.ts';

let server: Server;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const opened = async (path: string, javaScriptEnabled = true): Promise<Page> => {
  const page = await browser.newPage({ locale: 'zh-CN', javaScriptEnabled });
  await page.goto(server.url + path);
  return page;
};
const open = '.policies .row:visible';
const choose = async (page: Page, facet: string, value: RegExp) => {
  await page.locator(`[data-facet=${facet}] summary`).click();
  await page.locator(`[data-facet=${facet}] a`, { hasText: value }).click();
};

describe('without a script', () => {
  test('every value of every facet is a page that holds as many as its number says', async () => {
    const page = await opened('/policies/', false);
    const links = await page.$$eval('.facets a[data-code]:not([data-code=""])', all =>
      all.map(link => ({
        path: link.getAttribute('href') ?? '',
        count: Number(link.querySelector('span')?.textContent),
      })),
    );
    expect(links.length).toBeGreaterThan(35);
    for (const { path, count } of links) {
      await page.goto(server.url + path);
      expect([path, await page.locator('.policies > .plain > .row').count()]).toEqual([path, count]);
      expect(await page.locator('.found').innerText()).toBe(`共${count}份`);
    }
    await page.close();
  });

  test('the self-employed are told three names apart', async () => {
    const page = await opened('/policies/for/self-employed/', false);
    for (const term of ['小规模纳税人', '小型微利企业', '小微企业']) {
      expect(await page.locator('dt', { hasText: term }).count()).toBe(1);
    }
    expect(await page.locator('.policies > .plain > .row').count()).toBeGreaterThan(5);
    await page.close();
  });

  test('a list by date stands beside that by level', async () => {
    const page = await opened('/policies/', false);
    await page.getByRole('link', { name: '按日期' }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('按日期排');
    expect(await page.locator('.policies > .plain > .row').count()).toBe(130);
    await page.close();
  });
});

describe('with the script', () => {
  test('two values narrow the list at once; numbers are those of the rows; the address keeps them', async () => {
    const page = await opened('/policies/');
    await choose(page, 'topic', /^税费/);
    await choose(page, 'for', /^个体工商户/);
    const address = new URL(page.url());
    expect([address.searchParams.get('topic'), address.searchParams.get('for')]).toEqual([
      'tax',
      'self-employed',
    ]);
    const rows = await page.locator(open).count();
    expect(await page.locator('.found').innerText()).toBe(`共${rows}份`);
    for (const code of await page
      .locator(open)
      .evaluateAll(all => all.map(row => row.getAttribute('data-is') ?? ''))) {
      expect(code.split(' ')).toEqual(expect.arrayContaining(['tax', 'self-employed']));
    }
    await page.reload();
    expect(await page.locator(open).count()).toBe(rows);
    await page.goBack();
    await page.waitForFunction(was => document.querySelectorAll('.row:not([hidden])').length > was, rows);
    expect(new URL(page.url()).search).toBe('?topic=tax');
    await page.close();
  });

  test('every number is what choosing it leaves', async () => {
    const page = await opened('/policies/?topic=finance');
    const offers = await page.$$eval(
      '[data-facet=region] a[data-code]:not([data-code=""]), [data-facet=status] a[data-code]:not([data-code=""])',
      all =>
        all
          .filter(link => !link.parentElement?.hidden)
          .map(link => ({
            facet: link.closest('details')?.dataset.facet,
            code: link.getAttribute('data-code'),
            count: Number(link.querySelector('span')?.textContent),
          })),
    );
    expect(offers.length).toBeGreaterThan(5);
    for (const { facet, code, count } of offers) {
      await page.goto(`${server.url}/policies/?topic=finance&${facet}=${code}`);
      expect([code, await page.locator(open).count()]).toEqual([code, count]);
    }
    await page.close();
  });

  test('nothing found says so and leads out; sorting by date makes one list, the newest first', async () => {
    const page = await opened('/policies/?topic=procurement&how=automatic&region=gansu');
    expect(await page.locator('#none').innerText()).toContain('没有同时符合');
    await page.getByRole('link', { name: '全部政策' }).click();
    await page.getByRole('link', { name: '按日期' }).click();
    expect(new URL(page.url()).searchParams.get('sort')).toBe('date');
    const dates = await page
      .locator(open)
      .evaluateAll(all => all.map(row => row.getAttribute('data-dates')?.split(';')[0] ?? ''));
    expect(dates).toHaveLength(130);
    expect(dates).toEqual(dates.toSorted().reverse());
    await page.close();
  });

  test('a page of one value keeps it and goes on with others', async () => {
    const page = await opened('/policies/topic/tax/');
    await choose(page, 'region', /^福建/);
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(
      '/policies/topic/tax/?region=fujian',
    );
    expect(await page.locator(open).count()).toBeGreaterThan(0);
    await choose(page, 'topic', /^房租/);
    await page.waitForURL(/\/policies\/topic\/rent\/\?region=fujian/);
    await page.close();
  });
});

describe('a policy page', () => {
  test('knows its questions, its guide passages and its documents, as these know it', async () => {
    const page = await opened('/policies/national/nat-gfmd-2020-4/', false);
    const hrefs = (kind: string) =>
      page.$$eval(
        '.related a',
        (all, start) => all.map(a => a.getAttribute('href') ?? '').filter(href => href.startsWith(start)),
        kind,
      );
    expect(await hrefs('/guides/')).not.toEqual([]);
    expect(await hrefs('/policies/national/nat-gfmd-2020-12/')).not.toEqual([]);
    for (const href of (await hrefs('/guides/')).slice(0, 3)) {
      await page.goto(server.url + href);
      expect(await page.locator('a[href="/policies/national/nat-gfmd-2020-4/"]').count()).toBeGreaterThan(0);
    }
    await page.goto(`${server.url}/policies/national/nat-gfmd-2020-12/`);
    expect(await hrefs('/policies/national/nat-gfmd-2020-4/')).not.toEqual([]);
    await page.close();
  });

  test('has data for programs: the document, and the service where there is one', () => {
    const data = (slug: string) => {
      const html = readFileSync(`dist/policies/${slug}/index.html`, 'utf8');
      const block = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html)?.[1];
      return JSON.parse(block ?? '')['@graph'] as readonly Record<string, unknown>[];
    };
    const [law, service] = data('national/nat-cs-2020-13');
    expect(law).toMatchObject({
      '@type': 'Legislation',
      legislationIdentifier: '财政部 税务总局公告2020年第13号',
      legislationDate: '2020-02-28',
      temporalCoverage: '2020-03-01/2020-05-31',
      legislationLegalForce: 'https://schema.org/InForce',
    });
    expect(service).toMatchObject({ '@type': 'GovernmentService', serviceType: '自行申报享受' });
    expect(data('national/nat-gfmd-2020-4')).toHaveLength(1);
    for (const file of globSync('dist/policies/*/*/index.html').filter(one =>
      /(national|province|city|zone)/.test(one),
    )) {
      expect(readFileSync(file, 'utf8')).toContain('"@context":"https://schema.org"');
    }
  });

  test('is copied for a chat group, and as a citation', async () => {
    const context = await browser.newContext({
      locale: 'zh-CN',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    await page.goto(`${server.url}/policies/national/nat-cs-2020-13/`);
    const read = () => page.evaluate(() => navigator.clipboard.readText());
    await page.getByRole('button', { name: '复制文字发群里' }).click();
    await page.getByText('已复制').waitFor();
    expect((await read()).split('\n')).toEqual([
      '财政部 税务总局关于支持个体工商户复工复业增值税政策的公告',
      '小规模纳税人增值税：湖北免征，其他地区3%减按1%',
      '执行中，5月31日截止，还剩72天',
      `${server.url}/policies/national/nat-cs-2020-13/`,
    ]);
    await page.getByRole('button', { name: '复制引用' }).click();
    await page.waitForFunction(async () => (await navigator.clipboard.readText()).startsWith('财政部、'));
    expect(await read()).toBe(
      '财政部、税务总局：《财政部 税务总局关于支持个体工商户复工复业增值税政策的公告》（财政部 税务总局公告2020年第13号，2020年2月28日）',
    );
    await context.close();
  });

  test('asks for four files at most', async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', request => asked.push(new URL(request.url()).pathname));
    await page.goto(`${server.url}/policies/national/nat-rsbf-2020-11/`);
    await page.waitForLoadState('networkidle');
    expect(asked.length, asked.join(' ')).toBeLessThanOrEqual(4);
    await page.close();
  });
});

test('a version says what changed, with words beside the marks', async () => {
  const page = await opened('/policies/national/nat-cs-2020-13/versions/2020-04-30/', false);
  expect(await page.locator('del').allInnerTexts()).toEqual([
    '2020年5月31日截止（本文件，2020年2月28日宣布）',
  ]);
  expect(await page.locator('ins').allInnerTexts()).toEqual([
    '2020年12月31日截止（财政部 税务总局公告2020年第24号，2020年4月30日宣布）',
  ]);
  expect(await page.locator('li', { has: page.locator('del') }).innerText()).toMatch(/^删/);
  await page.goto(`${server.url}/policies/national/nat-cs-2020-13/versions/`);
  expect(await page.getByRole('link', { name: '和前一版比' }).count()).toBe(1);
  await page.close();
});

test('the timeline’s chart says what its table holds', async () => {
  const page = await opened('/policies/timeline/', false);
  const sum = (selector: string) =>
    page.$$eval(selector, all => all.reduce((total, one) => total + Number(one.textContent), 0));
  const says = await page.locator('#chart-says').textContent();
  const [, started = '', ended = ''] = /共(\d+)份开始实施，(\d+)份写明到期/.exec(says ?? '') ?? [];
  expect([await sum('.weeks td:nth-child(2) > b'), await sum('.weeks td:nth-child(3) > b')]).toEqual([
    Number(started),
    Number(ended),
  ]);
  expect(await page.locator('.weeks td:nth-child(2) li').count()).toBe(Number(started));
  expect(await page.getByRole('img', { name: '每周新实施和到期的政策份数' }).count()).toBe(1);
  await page.close();
});

describe('feeds and the site map', () => {
  const parsed = (page: Page, path: string) =>
    page.evaluate(async address => {
      const text = await (await fetch(address)).text();
      const xml = new DOMParser().parseFromString(text, 'application/xml');
      const texts = (name: string) => [...xml.getElementsByTagName(name)].map(one => one.textContent ?? '');
      return {
        wrong: xml.querySelector('parsererror')?.textContent ?? null,
        ids: texts('id'),
        updated: texts('updated'),
        locs: texts('loc'),
        alternates: [...xml.getElementsByTagName('xhtml:link')].map(one => one.getAttribute('hreflang')),
      };
    }, path);

  test('every feed is well-formed in both forms, with the same entries, ids that are tags, and dates of the content', async () => {
    const page = await opened('/feeds/');
    const paths = await page.$$eval('a[href^="/feeds/"][href$=".xml"]', all =>
      all.map(a => a.getAttribute('href') ?? ''),
    );
    expect(paths.length).toBeGreaterThan(10);
    for (const path of paths) {
      const { wrong, ids, updated } = await parsed(page, path);
      expect([path, wrong]).toEqual([path, null]);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^tag:[\w.-]+,2020:\//);
      for (const date of updated) expect(date).toMatch(/^20(19|20)-\d\d-\d\dT00:00:00\+08:00$/);
      expect(updated[0]).toBe([...updated].sort().at(-1));
      const json = JSON.parse(readFileSync(`dist${path.replace('.xml', '.json')}`, 'utf8'));
      expect(json.items.map((item: { id: string }) => item.id)).toEqual(ids.slice(1));
    }
    await page.close();
  });

  test('pages name the feeds, and the site map holds every page with its languages', async () => {
    const page = await opened('/policies/');
    expect(await page.locator('link[rel=alternate][type="application/atom+xml"]').count()).toBe(2);
    const { wrong, locs, alternates } = await parsed(page, '/sitemap.xml');
    expect(wrong).toBe(null);
    for (const loc of locs) {
      const path = decodeURI(new URL(loc).pathname);
      expect([path, existsSync(`dist${path}index.html`)]).toEqual([path, true]);
    }
    expect(locs.length).toBeGreaterThan(300);
    expect(new Set(alternates)).toEqual(new Set(['zh-Hans', 'zh-Hant', 'en', 'x-default']));
    expect(readFileSync('dist/robots.txt', 'utf8')).toMatch(/^Sitemap: https?:\/\/.+\/sitemap\.xml$/m);
    await page.close();
  });
});
