import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axe, choose, fillIn, openVisits, phone, send, today, type Visits } from './visits.ts';

let visits: Visits;
beforeAll(async () => {
  visits = await openVisits();
});
afterAll(() => visits?.stop());

const desk = { width: 1280, height: 860 };

test('without JavaScript a visit is planned, recorded and read', async () => {
  const context = await visits.browser.newContext({
    viewport: phone,
    locale: 'zh-CN',
    javaScriptEnabled: false,
  });
  await context.addCookies([{ name: 'desk', value: visits.health.token, url: visits.server.url }]);
  const page = await context.newPage();
  await page.goto(`${visits.server.url}/desk/visits/`);
  await page.getByText('安排走访').click();
  await page.getByLabel('企业名称').fill('不用脚本厂');
  await page.getByLabel('片区', { exact: true }).selectOption({ index: 1 });
  await page.getByLabel('哪个部门去').selectOption({ index: 1 });
  await page.getByLabel('哪天以前去').fill(today());
  await page.getByRole('button', { name: '排进计划' }).click();
  await page.getByText('已排进计划：不用脚本厂').waitFor();
  await page.getByRole('link', { name: '不用脚本厂' }).click();
  await choose(page, '有防控方案和应急预案', '要整改');
  await send(page);
  await page.getByText('已记下：不用脚本厂').waitFor();
  expect(await page.locator('.findings').innerText()).toContain('要整改');
  await context.close();
});

describe.each([phone, desk])('at $width px', viewport => {
  test('the pages of visits are no wider than the window, and axe finds nothing, light and dark', async () => {
    const [waiting, done] = [
      await visits.plan(`宽度${viewport.width}厂`),
      await visits.plan(`去过${viewport.width}厂`),
    ];
    const context = await visits.seat(visits.health, viewport);
    const page = await visits.opened(context, done);
    await fillIn(page, '都看了');
    await send(page);
    await page.waitForURL(/done=1/);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const path of [
        '/desk/visits/',
        '/desk/visits/?view=done',
        `/desk/visits/${waiting}/`,
        `/desk/visits/${done}/`,
        `/en/desk/visits/${waiting}/`,
        '/offline-visits/',
      ]) {
        await page.goto(visits.server.url + path);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect([path, over, await axe(page)]).toEqual([path, 0, []]);
      }
    }
    await context.close();
  });
});

test('a page of visits brings less than 60 KB of script', async () => {
  const id = await visits.plan('脚本大小厂');
  const context = await visits.seat(visits.health);
  const page = await context.newPage();
  let bytes = 0;
  page.on('response', async response => {
    if (response.request().resourceType() === 'script') bytes += (await response.body()).length;
  });
  await page.goto(visits.at(id), { waitUntil: 'networkidle' });
  expect(bytes).toBeGreaterThan(1000);
  // As it stands on the disk, before it is compressed.
  expect(bytes).toBeLessThan(60 * 1024);
  await context.close();
});
