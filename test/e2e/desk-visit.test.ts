import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newStaff } from '../staff.ts';
import { axe, fillIn, openVisits, outbox, send, type Visits, waits } from './visits.ts';

let visits: Visits;
beforeAll(async () => {
  visits = await openVisits();
});
afterAll(() => visits?.stop());

/** What the browser's databases hold of this site, as text. */
const heldByDatabase = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const open = indexedDB.open('reopendesk');
    const database = await new Promise<IDBDatabase>(done => {
      open.onsuccess = () => done(open.result);
    });
    const all = database.transaction('kept').objectStore('kept').getAll();
    await new Promise(done => {
      all.onsuccess = done;
    });
    const rows = all.result as { kind: string; what: { data: ArrayBuffer } }[];
    database.close();
    return JSON.stringify(
      rows.filter(row => row.kind === 'visit').map(row => new TextDecoder().decode(row.what.data)),
    );
  });

describe('a visit on a phone', () => {
  test('filled in without a network waits in a visible outbox and is sent once when there is one', async () => {
    const id = await visits.plan('断网走访厂');
    const context = await visits.seat(visits.health);
    const page = await visits.opened(context, id);
    const posts: string[] = [];
    page.on('request', request => {
      if (request.method() === 'POST') posts.push(request.url());
    });
    await context.setOffline(true);
    await fillIn(page, '食堂面对面坐');
    await send(page);
    await waits(page);
    expect(await outbox(page).innerText()).toMatch(/断网走访厂：?.*等有网，保存到\d+月\d+日/);
    expect((await visits.stored(id))?.state).toBe('planned');
    await page.getByRole('button', { name: '现在发：断网走访厂' }).click();
    await page.getByText('还是没有发出去').waitFor();
    posts.length = 0;
    await context.setOffline(false);
    await page.getByText('断网走访厂的走访记录已发出').waitFor();
    await outbox(page).waitFor({ state: 'detached' });
    expect(posts).toEqual([visits.at(id)]);
    const row = await visits.stored(id);
    expect(row).toMatchObject({ state: 'done', faults: 1, recordedBy: visits.health.staff.login });
    await page.goto(`${visits.server.url}/desk/visits/?view=done`);
    expect(await page.getByRole('row', { name: /断网走访厂/ }).innerText()).toContain('1项要整改');
    await context.close();
  });

  test('the page itself opens again without a network, with what was filled in; a closed tab loses nothing', async () => {
    const id = await visits.plan('关页再开厂');
    const context = await visits.seat(visits.health);
    const page = await visits.opened(context, id);
    const ready = () =>
      page.evaluate(async () => Boolean(await (await caches.open('pages')).match('/offline-visits/')));
    await expect.poll(ready, { timeout: 30_000 }).toBe(true);
    await fillIn(page, '隔离间在一楼');
    await page.close();
    await context.setOffline(true);
    const again = await context.newPage();
    await again.goto(visits.at(id));
    await again.getByRole('heading', { name: '关页再开厂' }).waitFor();
    expect(await again.getByLabel('记录（选填）').inputValue()).toBe('隔离间在一楼');
    expect(
      await again
        .getByRole('group', { name: '有临时隔离室' })
        .getByRole('radio', { name: '做到' })
        .isChecked(),
    ).toBe(true);
    expect(await axe(again)).toEqual([]);
    await send(again);
    await waits(again);
    await context.setOffline(false);
    await again.waitForURL(`${visits.server.url}/desk/visits/`);
    await again.getByText('关页再开厂的走访记录已发出').waitFor();
    expect((await visits.stored(id))?.state).toBe('done');
    // Nothing of the desk was kept by the service worker.
    const kept = await again.evaluate(async () => {
      const paths: string[] = [];
      for (const name of await caches.keys())
        for (const { url } of await (await caches.open(name)).keys()) paths.push(new URL(url).pathname);
      return paths;
    });
    expect(kept.filter(path => /^(\/en)?\/(desk|api|track)\//.test(path))).toEqual([]);
    await context.close();
  });

  test('where the answer was lost on the way back it is one record', async () => {
    const id = await visits.plan('答复丢失厂');
    const context = await visits.seat(visits.health);
    const page = await visits.opened(context, id);
    let tries = 0;
    await page.route(visits.at(id), async route => {
      if (route.request().method() !== 'POST') return route.continue();
      tries += 1;
      if (tries > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await fillIn(page, '只记一次');
    await send(page);
    await waits(page);
    const first = await visits.stored(id);
    expect(first?.state).toBe('done');
    await page.getByRole('button', { name: '现在发：答复丢失厂' }).click();
    await page.getByText('答复丢失厂的走访记录已发出').waitFor();
    expect(tries).toBe(2);
    expect(await visits.stored(id)).toEqual(first);
    await context.close();
  });

  test('somebody who was faster is told, and nothing is overwritten', async () => {
    const id = await visits.plan('两人都去厂');
    const other = await newStaff(visits.server, { role: 'officer', department: 'health', name: '周同事' });
    const [mine, theirs] = [await visits.seat(visits.health), await visits.seat(other)];
    const page = await visits.opened(mine, id);
    await mine.setOffline(true);
    await fillIn(page, '我先到的');
    await send(page);
    await waits(page);
    const second = await visits.opened(theirs, id);
    await fillIn(second, '我先发的');
    await send(second);
    await second.waitForURL(/done=1/);
    await mine.setOffline(false);
    await outbox(page)
      .getByText(/没有收下：周同事在.*记下的/)
      .waitFor();
    expect((await visits.stored(id))?.recordedBy).toBe(other.staff.login);
    await page.getByRole('button', { name: '打开这次走访：两人都去厂' }).click();
    await page.getByText('我先发的').waitFor();
    page.on('dialog', dialog => void dialog.accept());
    await page.getByRole('button', { name: '删掉这份：两人都去厂' }).click();
    await outbox(page).waitFor({ state: 'detached' });
    await Promise.all([mine.close(), theirs.close()]);
  });

  test('what is kept is sealed, is shown to nobody else, and goes when one signs out', async () => {
    const id = await visits.plan('退出删掉厂');
    const somebody = await newStaff(visits.server, { role: 'officer', department: 'health' });
    const context = await visits.seat(somebody);
    const page = await visits.opened(context, id);
    await context.setOffline(true);
    await fillIn(page, '不能被别人看到');
    await send(page);
    await waits(page);
    const held = await heldByDatabase(page);
    expect(held.length).toBeGreaterThan(100);
    for (const words of ['退出删掉厂', '不能被别人看到', 'results']) expect(held).not.toContain(words);
    await page.route('**/desk/visits/**', route =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    );
    await context.setOffline(false);
    // The next on the same phone sees that something lies there, and no more than that.
    const next = await newStaff(visits.server, { role: 'officer', department: 'health' });
    await context.addCookies([{ name: 'desk', value: next.token, url: visits.server.url }]);
    await page.goto(`${visits.server.url}/desk/visits/`);
    await page.getByText('还有别人没发出的1份记录').waitFor();
    expect(await page.locator('.visit-device').innerText()).not.toContain('退出删掉厂');
    await context.addCookies([{ name: 'desk', value: somebody.token, url: visits.server.url }]);
    await page.goto(visits.at(id));
    await outbox(page).waitFor();
    const asked: string[] = [];
    page.on('dialog', dialog => {
      asked.push(dialog.message());
      void dialog.accept();
    });
    await page.getByRole('button', { name: '退出', exact: true }).click();
    await page.waitForURL(/sign-in/);
    expect(asked).toEqual([expect.stringContaining('还有1份走访记录没有发出去')]);
    expect(await heldByDatabase(page)).toBe('[]');
    expect(await page.evaluate(() => localStorage.getItem('desk-visits'))).toBeNull();
    await context.close();
  });
});
