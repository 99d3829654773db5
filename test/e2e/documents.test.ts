import { describe, expect, test } from 'vitest';
import { onPhone } from './phone.ts';

const { open, close } = onPhone();

describe('a document filled in on the device', () => {
  test('shows what is typed, makes a file for Word, and sends nothing', async () => {
    const page = await open('/documents/enterprise-letter/');
    const asked: string[] = [];
    page.on('request', request => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await page.getByLabel('企业名称').fill('甲厂<b>');
    await page.getByLabel('拟复工日期').fill('2020-03-23');
    expect(await page.locator('#mine').innerText()).toMatch(/本单位甲厂<b>（[\s\S]*2020年3月23日复工/);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '存成Word' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('企业复工承诺书.docx');
    expect(asked.filter(one => !/^GET \/_astro\//.test(one))).toEqual([]);
    await close(page);
  });

  test('is copied in WeChat, which neither prints nor saves files, and the page says how to go on', async () => {
    const page = await open('/documents/gate-register/', {
      userAgent:
        'Mozilla/5.0 (iPhone; CPU iPhone OS 15_0 like Mac OS X) AppleWebKit/605.1.15 MicroMessenger/8.0.30',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    expect(await page.getByRole('button').allInnerTexts()).toEqual(['复制文字']);
    expect(await page.getByText('在浏览器打开').isVisible()).toBe(true);
    await page.getByLabel('哪个门').fill('北门');
    await page.getByRole('button', { name: '复制文字' }).click();
    await page.getByText('已复制').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /进出人员测温登记表[\s\S]*北门/,
    );
    await close(page);
  });

  test('prints the sheet alone', async () => {
    const { pdfPages } = await import('../pdf.ts');
    const page = await open('/documents/employee-letter/');
    const pages = pdfPages(
      await page.pdf({ format: 'A4', margin: { top: '20mm', bottom: '20mm', left: '20mm', right: '20mm' } }),
    );
    expect(pages.length).toBe(1);
    expect(pages[0]).not.toMatch(/填这里|示例/);
    await close(page);
  });

  test('stands blank beside a filled example without JavaScript', async () => {
    const page = await open('/documents/reopening-plan/', { javaScriptEnabled: false });
    expect(await page.locator('#mine').innerText()).toContain('＿＿＿');
    expect(await page.locator('.sheet').nth(1).innerText()).toContain('示范机械有限公司');
    expect(await page.getByRole('button').count()).toBe(0);
    await close(page);
  });
});
