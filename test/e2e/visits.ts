import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openApp } from '#src/app.ts';
import { config } from '#src/config.ts';
import { launch } from '../browser.ts';
import { startServer } from '../server.ts';
import { newStaff, type SignedInStaff } from '../staff.ts';
import { newKey } from '../submissions.ts';

export const phone = { width: 390, height: 844 };

/** Today in Shanghai. */
export const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

export const choose = (page: Page, item: string, finding: string): Promise<void> =>
  page.getByRole('group', { name: item }).getByRole('radio', { name: finding }).check();

export const fillIn = async (page: Page, note: string): Promise<void> => {
  await choose(page, '有临时隔离室', '做到');
  await choose(page, '错峰、分散就餐，不面对面坐', '要整改');
  await page.getByLabel('记录（选填）').fill(note);
  await page
    .locator('.visit-device')
    .getByText(/\d\d:\d\d已存/)
    .waitFor();
};

export const send = (page: Page): Promise<void> =>
  page.getByRole('button', { name: '记下', exact: true }).click();
export const waits = (page: Page): Promise<void> => page.getByText('存好了，等有网再发').waitFor();
export const outbox = (page: Page) => page.locator('.visit-device li');

/** What axe finds on the page, a line each. */
export const axe = async (page: Page): Promise<readonly string[]> =>
  (await new AxeBuilder({ page }).analyze()).violations.map(
    ({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160)}`,
  );

/** A server, a browser and somebody of the health office, with what they do about visits. */
export type Visits = Awaited<ReturnType<typeof openVisits>>;

export const openVisits = async () => {
  const [server, browser]: [Awaited<ReturnType<typeof startServer>>, Browser] = await Promise.all([
    startServer({ RATE_LIMIT: 'off' }),
    launch(),
  ]);
  const health = await newStaff(server, { role: 'officer', department: 'health', name: '钱防疫' });

  const seat = async (who: SignedInStaff, viewport = phone): Promise<BrowserContext> => {
    const context = await browser.newContext({ viewport, locale: 'zh-CN' });
    await context.addCookies([{ name: 'desk', value: who.token, url: server.url }]);
    return context;
  };

  /** Plans a visit as the page would; its id. */
  const plan = async (name: string, who = health): Promise<string> => {
    const response = await fetch(`${server.url}/desk/visits/`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: who.cookie, accept: 'text/html' },
      body: new URLSearchParams({
        _csrf: who.csrf,
        _key: newKey(),
        enterprise: name,
        area: 'east',
        department: 'health',
        due: today(),
      }),
    });
    return /done=([\w-]{24})/.exec(response.headers.get('location') ?? '')?.[1] ?? '';
  };

  const at = (id: string): string => `${server.url}/desk/visits/${id}/`;

  /** How the visit lies in the server's own store. */
  const stored = async (id: string) => {
    const app = await openApp(config({ REOPENDESK_DATA: server.data, LOG_LEVEL: 'silent' }), {
      migrate: false,
    });
    return app.office.store.visitById(id).finally(() => app.office.store.close());
  };

  /** Opens a visit, its script at work. */
  const opened = async (context: BrowserContext, id: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(at(id));
    await page.locator('.visit-device').getByText('存在这台设备上').waitFor();
    return page;
  };

  const stop = async (): Promise<void> => {
    await browser.close();
    await server.stop();
  };
  return { server, browser, health, seat, plan, at, stored, opened, stop };
};
