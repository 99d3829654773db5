import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import statistics from '#functions/statistics.ts';
import dictionary from '#functions/statistics-dictionary.ts';
import { type Desk, openDesk } from '../office.ts';
import { materials } from '../submissions.ts';
import { cookieOf, linkOf, lookPage, receiptOf, receiptPage, send, submit } from './knock.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  for (const lang of ['zh-Hans', 'en']) {
    const file = `dist/_shell/large-${lang}.html`;
    mkdirSync('dist/_shell', { recursive: true });
    if (existsSync(file)) continue;
    writeFileSync(
      file,
      '<link rel="stylesheet" href="/l.css"><!--%BAR%--><div data-read-aloud></div><!--%BAR%-->',
    );
  }
});
afterAll(() => desk.stop());

/** `lang` stands in the address as it is: the edition follows it, as in a form's `action`. */
const large = (lang: string) => ({ lang: `${lang}&large=1` });

test('a reader of large type is led to the receipt there, and tracks there, in each language', async () => {
  for (const [lang, root] of [
    ['zh-Hans', '/large'],
    ['en', '/en/large'],
    ['zh-Hant', '/zh-hant/large'],
  ] as const) {
    const sent = await submit('materials', materials(), large(lang));
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${root}/forms/receipt/`]);
    const page = await receiptPage(cookieOf(sent), { path: `${root}/forms/receipt/` });
    const html = await page.text();
    expect(html).toContain('data-read-aloud');
    expect(html).toContain(`href="${root}/track/#`);
    const receipt = await receiptOf(await send('materials', materials(), large(lang)));
    expect(receipt.track.startsWith(`${root}/track/#`)).toBe(true);
    const course = await (await lookPage({ ...linkOf(receipt) }, large(lang))).text();
    expect(course).toContain(`action="/api/track/reply?lang=${lang}&amp;large=1"`);
  }
});

test('a refused form stays in large type, and what was typed as it was typed', async () => {
  const note = 'href="/forms/"';
  const refused = await submit('materials', { ...materials({ note }), consent: '' }, large('zh-Hans'));
  const html = await refused.text();
  expect(refused.status).toBe(422);
  expect(html).toContain('action="/api/cases/materials?lang=zh-Hans&amp;large=1"');
  expect(html).toContain('href=&quot;/forms/&quot;</textarea>');
  expect(html).toContain('data-read-aloud');
});

test('everybody else is answered as before', async () => {
  const sent = await submit('materials', materials());
  expect(sent.headers.get('location')).toBe('/forms/receipt/');
  expect(await (await receiptPage(cookieOf(sent))).text()).not.toContain('data-read-aloud');
});

test('the statistics too, with no validator of the usual page', async () => {
  for (const [path, door] of [
    ['/large/statistics/', statistics],
    ['/en/large/statistics/dictionary/', dictionary],
    ['/zh-hant/large/statistics/', statistics],
  ] as const) {
    const answer = await door(new Request(`http://zone.example${path}`));
    const html = await answer.text();
    expect([answer.status, answer.headers.get('etag'), html.includes('data-read-aloud')]).toEqual([
      200,
      null,
      true,
    ]);
    expect(html).toMatch(/href="(\/en|\/zh-hant)?\/large\/statistics\//);
    expect(html).toContain('href="/statistics/data.csv"');
  }
  const usual = await statistics(new Request('http://zone.example/statistics/'));
  expect(usual.headers.get('etag')).toMatch(/^W\//);
});
