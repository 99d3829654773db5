import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { onPhone } from './phone.ts';

const { open, openAt, close } = onPhone();
const wide = { viewport: { width: 1280, height: 900 } };

const standing = (page: Page, id: string) =>
  page
    .locator('.hotline')
    .filter({ has: page.locator(`#${id}`) })
    .locator('.standing');

describe('whether somebody picks up', () => {
  test('is worked out on the device, in Beijing time wherever it stands, by the holidays and 调休', async () => {
    const says = async (moment: string): Promise<string> => {
      const page = await openAt('/hotlines/', moment);
      const text = await standing(page, 'changchun-gx-office').innerText();
      await close(page);
      return text;
    };
    expect(await says('2026-11-20T17:00:00+08:00')).toBe('现已下班，周一 8:30 起');
    expect(await says('2026-02-14T16:00:00+08:00')).toBe('现在可以打，到17:00');
    expect(await says('2026-02-16T10:00:00+08:00')).toBe('今天休息，2月24日 8:30 起');
  });

  test('changes with the minute while the page is read, and names the moment it speaks of', async () => {
    const page = await openAt('/hotlines/', '2026-11-23T16:59:30+08:00');
    const line = standing(page, 'changchun-gx-office');
    expect(await line.innerText()).toBe('现在可以打，到17:00');
    expect(await page.locator('.moment').innerText()).toBe(
      '按北京时间11月23日（周一）16:59 算，每分钟更新。',
    );
    await page.clock.runFor(31_000);
    expect(await line.innerText()).toBe('现已下班，周二 8:30 起');
    await close(page);
  });

  test('is never guessed: what nobody verified says so, with the words of the source beside it', async () => {
    const page = await openAt('/hotlines/', '2026-11-23T10:00:00+08:00');
    const line = page.locator('.hotline').filter({ has: page.locator('[id="12366"]') });
    expect(await line.locator('.standing').innerText()).toBe('接听时间未核实');
    expect(await line.locator('.numbers').innerText()).toContain('资料上写：人工多为工作日，自助24小时');
    expect(await page.locator('.hotline').filter({ hasText: '号码未公布' }).count()).toBeGreaterThan(5);
    await close(page);
  });

  test('is marked where the number was not checked for over half a year', async () => {
    const notes = async (moment: string): Promise<number> => {
      const page = await openAt('/hotlines/', moment);
      const shown = await page.locator('[data-stale]:visible').count();
      await close(page);
      return shown;
    };
    expect(await notes('2026-12-01T10:00:00+08:00')).toBe(0);
    expect(await notes('2027-06-01T10:00:00+08:00')).toBeGreaterThan(30);
  });

  test('without JavaScript the usual hours stand there, and the day of which the page speaks', async () => {
    const page = await open('/hotlines/', { javaScriptEnabled: false });
    expect(await page.locator('.moment').innerText()).toBe('这一页按2020年3月20日（周五）写，这天是工作日。');
    const line = page.locator('.hotline').filter({ has: page.locator('#changchun-gx-office') });
    expect(await line.innerText()).toContain('平时：工作日 8:30–17:00');
    await close(page);
  });
});

describe('the page of a number', () => {
  test('has the week with its holidays', async () => {
    const page = await openAt('/hotlines/zone-office-tax/', '2026-02-13T10:00:00+08:00', wide);
    const rows = await page.locator('.week tbody tr').allInnerTexts();
    expect(rows.slice(0, 3)).toEqual([
      '2月13日 周五\t8:30–12:00、13:00–17:00',
      '2月14日 周六\t8:30–12:00、13:00–17:00',
      '2月15日 周日\t休息',
    ]);
    await close(page);
  });

  test('calls, has a QR code for each of two numbers, and a contact that a phone can read', async () => {
    const page = await open('/hotlines/changchun-gx-services/');
    const calls = await page
      .locator('.numbers a')
      .evaluateAll(links => links.map(link => link.getAttribute('href')));
    expect(calls).toEqual(['tel:0431-82532700', 'tel:0431-82532711']);
    expect(await page.getByRole('img', { name: /的二维码$/ }).count()).toBe(2);
    const href = (await page.getByRole('link', { name: '存进手机通讯录' }).getAttribute('href')) ?? '';
    const card = await page.request.get(new URL(href, page.url()).href);
    expect(card.headers()['content-type']).toBe('text/vcard; charset=utf-8');
    expect(await card.text()).toMatch(/^BEGIN:VCARD\r\nVERSION:4\.0\r\n/);
    expect(await card.text()).toContain('+8643182532711');
    await close(page);
  });

  test('is data for other machines: JSON-LD with a ContactPoint, services of HSDS', async () => {
    const page = await open('/hotlines/changchun-gx-office/');
    const text = await page.locator('script[type="application/ld+json"]').textContent();
    expect(JSON.parse(text ?? '').contactPoint[0]).toMatchObject({
      '@type': 'ContactPoint',
      telephone: '+8643185530623',
    });
    const read = async (path: string) => (await page.request.get(new URL(path, page.url()).href)).json();
    const { contents, total_items } = await read('/hsds/services.json');
    expect(contents).toHaveLength(total_items);
    expect(total_items).toBe(readdirSync('dist/hsds/services').filter(name => name.endsWith('.json')).length);
    const [first] = contents;
    expect(await read(`/hsds/services/${first.id}.json`)).toEqual(first);
    const { resources } = await read('/hsds/datapackage.json');
    for (const { path } of resources)
      expect((await read(`/hsds/${path}`)).contents.length).toBeGreaterThan(0);
    await close(page);
  });
});

describe('“this number is wrong”', () => {
  const fillIn = async (page: Page): Promise<void> => {
    await page.locator('[name="matter"]').fill('现在写的：12366\n应该是：12367');
    await page.locator('[name="enterprise.name"]').fill('报错厂');
    await page.locator('[name="enterprise.area"]').selectOption({ index: 1 });
    await page.locator('[name="enterprise.line"]').selectOption({ index: 1 });
    await page.locator('[name="contact.name"]').fill('王小明');
    await page.locator('[name="contact.phone"]').fill('13800138000');
    await page.locator('[name="consent"]').check();
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.locator('.receipt-number').waitFor();
  };

  test.each([true, false])(
    'comes up with the entry named and becomes a case, JavaScript %s',
    async javaScriptEnabled => {
      const page = await open('/hotlines/', { javaScriptEnabled });
      await page.getByRole('link', { name: '号码不对？ 纳税缴费服务热线' }).click();
      await page.getByRole('button', { name: '告诉工作人员' }).click();
      await page.getByRole('heading', { level: 1, name: '其他困难、建议和投诉' }).waitFor();
      expect(await page.locator('[name="about"]').inputValue()).toBe('电话 12366 纳税缴费服务热线');
      expect(await page.locator('[name="kind"][value="correction"]').isChecked()).toBe(true);
      expect(await page.locator('.error-summary').count()).toBe(0);
      await fillIn(page);
      expect(await page.locator('.receipt-number').innerText()).toMatch(/\d/);
      await close(page);
    },
  );

  test('names a supplier too', async () => {
    const page = await open('/suppliers/', { javaScriptEnabled: false });
    await page.locator('.supplier').filter({ hasText: '示例酒店' }).getByRole('button').click();
    expect(await page.locator('[name="about"]').inputValue()).toBe('供应信息 示例酒店（不存在的企业）');
    await close(page);
  });
});

describe('suppliers', () => {
  test('say whether there is any, how much, where, with which licences and as of when', async () => {
    const page = await open('/suppliers/', { javaScriptEnabled: false });
    const row = await page.locator('.supplier').filter({ hasText: '示例口罩厂' }).innerText();
    expect(row).toMatch(/暂时没有了 2020年3月19日核实/);
    expect(row).toMatch(/能供多少\s+每天2万只\s+片区\s+东区\s+证照\s+医疗器械注册证（示例）/);
    const unknown = await page.locator('.supplier').filter({ hasText: '示例公寓' }).innerText();
    expect(unknown).toMatch(/有没有空房未核实[\s\S]*能供多少\s+没有核实[\s\S]*证照\s+没有核到/);
    await close(page);
  });

  test('are narrowed down by kind and by area on pages of their own', async () => {
    const page = await open('/suppliers/', { javaScriptEnabled: false });
    const names = () => page.locator('.supplier h3').allInnerTexts();
    await page.getByRole('navigation', { name: '按类别' }).getByRole('link', { name: '住宿 2' }).click();
    expect(await names()).toHaveLength(2);
    await page.getByRole('navigation', { name: '按片区' }).getByRole('link', { name: '东区 2' }).click();
    expect((await names()).join()).toMatch(/示例口罩厂.*示例配餐公司/);
    expect(await page.getByRole('link', { name: '东区 2' }).getAttribute('aria-current')).toBe('page');
    await close(page);
  });
});

const own = [
  '/hotlines/',
  '/en/hotlines/',
  '/hotlines/changchun-gx-services/',
  '/hotlines/zone-office-tax/',
  '/en/hotlines/12366/',
  '/suppliers/',
  '/suppliers/kind/lodging/',
  '/suppliers/area/east/',
];

describe.each(own)('%s', path => {
  const looks = [390, 1280].flatMap(width =>
    (['light', 'dark'] as const).map(colorScheme => ({ width, colorScheme })),
  );
  test.each(looks)(
    'has nothing that axe finds at $width px, $colorScheme',
    async ({ width, colorScheme }) => {
      const page = await open(path, { viewport: { width, height: 844 }, colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`)).toEqual(
        [],
      );
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over).toBeLessThanOrEqual(0);
      await close(page);
    },
  );

  test('brings under 4 KB of JavaScript and comes in 4 requests', () => {
    const html = readFileSync(join('dist', path, 'index.html'), 'utf8');
    const named = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, name = '']) => name);
    const scripts = named(/<script[^>]*src="([^"]+)"/g);
    const bytes = scripts.map(name => brotliCompressSync(readFileSync(join('dist', name))).length);
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(4 * 1024);
    expect(
      1 + scripts.length + named(/<link[^>]*rel="(?:stylesheet|icon)"[^>]*href="((?!data:)[^"]+)"/g).length,
    ).toBeLessThanOrEqual(4);
    for (const name of scripts)
      expect(readFileSync(join('dist', name), 'utf8')).not.toMatch(/\bimport\s*["'(]/);
  });
});
