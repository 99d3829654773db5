import { describe, expect, test } from 'vitest';
import { onPhone } from './phone.ts';

const { open, close } = onPhone();

describe('the checklist', () => {
  test('is done by keyboard: tick, sum, what is missing, each with where to get it', async () => {
    const page = await open('/guides/checklist/');
    const first = page.locator('#c1');
    await first.getByRole('checkbox').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await first.getByRole('checkbox').first().isChecked()).toBe(false);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Space');
    expect(await page.locator('[data-part=sum]').innerText()).toMatch(/^做好了1项，用不着0项，还差\d+项。$/);
    expect(await page.locator('.check-section').first().locator('[data-state]').innerText()).toMatch(
      /^做了1项，共\d+项$/,
    );
    await page.getByRole('button', { name: '看还差什么' }).focus();
    await page.keyboard.press('Enter');
    expect(await first.isVisible()).toBe(false);
    const second = page.locator('#c2');
    expect(await second.getByRole('link').allInnerTexts()).toEqual(
      expect.arrayContaining(['看指南：复工前准备', '把问题交给工作人员', '打电话12345']),
    );
    await close(page);
  });

  test('goes along in a link, and a view changes what is missing', async () => {
    const page = await open('/guides/checklist/');
    for (const id of [1, 12, 47]) await page.locator(`#c${id} .check-done input`).check();
    await page.locator('#c5 .check-not input').check();
    await page.getByRole('button', { name: '生成链接' }).click();
    const link = await page.getByLabel('链接里带着您的勾选').inputValue();
    expect(link).toMatch(/\/guides\/checklist\/#s=[\w-]{1,20}$/);
    const other = await open(link);
    const ticked = await other
      .locator('input:checked')
      .evaluateAll(all => all.map(one => one.closest('[data-check]')?.getAttribute('data-check')));
    expect(ticked.sort()).toEqual(['1', '12', '47', '5']);
    const sum = () => other.locator('[data-part=sum]').innerText();
    const before = Number(/还差(\d+)项/.exec(await sum())?.[1]);
    await other.getByLabel('主要做什么').selectOption({ label: '生产制造' });
    expect(Number(/还差(\d+)项/.exec(await sum())?.[1])).toBeLessThan(before);
    await close(other);
    await close(page);
  });

  test('is kept on the device only when asked, and not on a shared computer', async () => {
    const page = await open('/guides/checklist/');
    const names = () => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    const box = page.locator('#c1 .check-done input');
    await box.check();
    expect(await names()).toEqual([]);
    await page.getByRole('button', { name: '存在这台设备上' }).click();
    await page.getByText('已存在这台设备上').waitFor();
    await page.locator('#c2 .check-done input').check();
    // Kept again by itself: the mark on the page says what lies on the device.
    await page.locator('#checklist[data-kept=F]').waitFor();
    await page.reload();
    await page.waitForLoadState('networkidle');
    await page.locator('#checklist[data-kept=F]').waitFor();
    expect(await page.locator('#c2 .check-done input').isChecked()).toBe(true);
    expect(await box.isChecked()).toBe(true);
    await page.getByRole('button', { name: '从这台设备删掉' }).click();
    await page.getByText('已删掉').waitFor();
    await page.reload();
    await page.waitForLoadState('networkidle');
    expect(await box.isChecked()).toBe(false);
    await page.evaluate(() => sessionStorage.setItem('shared-computer', 'yes'));
    await page.getByRole('button', { name: '存在这台设备上' }).click();
    await page.getByText('公用电脑上不存').waitFor();
    await close(page);
  });

  test('is a list to print where there is no JavaScript', async () => {
    const page = await open('/guides/checklist/', { javaScriptEnabled: false });
    expect(await page.locator('.check-bar').isVisible()).toBe(false);
    expect(await page.locator('#c1 .check-done').isVisible()).toBe(true);
    await close(page);
  });
});
