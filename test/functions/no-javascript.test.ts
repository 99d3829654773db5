import { createSecretKey } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { renewPin } from '#src/cases/act.ts';
import { sealTicket, type Ticket } from '#src/cases/ticket.ts';
import { allCases, type Desk, openDesk } from '../office.ts';
import { materials, pairsOf, type Tree } from '../submissions.ts';
import { cookieOf, linkOf, lookPage, receiptOf, receiptPage, send, submit, textOf } from './knock.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.stop());

const minutes = 60_000;
const numberIn = (html: string): string => /\d{5}-\d{4}-\d{4}/.exec(html)?.[0] ?? '';
const pinIn = (html: string): string => /class="receipt-pin">(\d{6})</.exec(html)?.[1] ?? '';
const refusedTicket = '这里没有可以显示的回执';
/** Values of the controls of a page by their names. */
const typedIn = (html: string, name: string): string | undefined => {
  const escaped = name.replaceAll('.', '\\.');
  return new RegExp(`name="${escaped}" value="([^"]*)"`).exec(html)?.[1];
};

describe('Without JavaScript: POST, then 303 to /forms/receipt/', () => {
  test('rendered from a sealed HttpOnly SameSite=Lax cookie of 15 minutes', async () => {
    const answer = await submit('materials', materials());
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/forms/receipt/']);
    expect(await answer.text()).toBe('');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const [pair, ...attributes] = (answer.headers.get('set-cookie') ?? '').split('; ');
    expect(attributes.sort()).toEqual(['HttpOnly', 'Max-Age=900', 'Path=/', 'SameSite=Lax']);
    const [row] = await allCases(desk);
    const value = Buffer.from(pair?.split('=')[1] ?? '', 'base64url').toString('latin1');
    for (const text of [row?.id ?? '?', row?.number ?? '?', 'pin', 'token'])
      expect(value).not.toContain(text);
  });

  test('the cookie is Secure when the browser came over https, and only then', async () => {
    const cookies = await Promise.all([
      submit('materials', materials(), { origin: 'https://zone.example' }),
      submit('materials', materials(), { host: { secure: true } }),
      submit('materials', materials(), { host: { secure: false } }),
    ]);
    const secure = cookies.map(one => one.headers.get('set-cookie')?.includes('; Secure'));
    expect(secure).toEqual([true, true, false]);
  });

  test('the receipt shows number and PIN, and is stored by nobody', async () => {
    const cookie = cookieOf(await submit('materials', materials()));
    const page = await receiptPage(cookie);
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const html = await page.text();
    const [row] = await allCases(desk);
    expect(numberIn(html).replaceAll('-', '')).toBe(row?.number);
    expect((await lookPage({ number: numberIn(html), pin: pinIn(html) })).status).toBe(200);
    expect(html).toMatch(new RegExp(`href="/track/#${row?.number}\\.[\\w-]{22}"`));
    expect(textOf(html)).toContain('物资保障组会在');
    expect(html).toMatch(/<title>已收到[ <]/);
  });

  test('after 15 minutes, forged or without a cookie, the page says kindly how to go on', async () => {
    desk.at('2026-03-20T02:00:00.000Z');
    const cookie = cookieOf(await submit('materials', materials()));
    const forged = sealTicket(
      { ...desk.app.office.keys, cookie: createSecretKey(new Uint8Array(32)) },
      {} as Ticket,
      new Date(),
    );
    const half = cookie.slice(0, cookie.length / 2);
    const flipped = cookie.slice(0, -3) + (cookie.at(-3) === 'A' ? 'B' : 'A') + cookie.slice(-2);
    for (const wrong of [null, 'receipt=', `receipt=${forged}`, half, flipped, 'receipt=%00', 'other=1']) {
      const page = await receiptPage(wrong);
      const html = await page.text();
      expect([wrong, page.status, html.includes(refusedTicket)]).toEqual([wrong, 200, true]);
      expect(numberIn(html)).toBe('');
    }
    desk.pass(15 * minutes);
    expect(numberIn(await (await receiptPage(cookie)).text())).not.toBe('');
    desk.pass(1);
    expect(await (await receiptPage(cookie)).text()).toContain(refusedTicket);
  });

  test('an identical post within ten minutes shows that receipt only to that cookie', async () => {
    const body = materials();
    const cookie = cookieOf(await submit('materials', body));
    const shown = await (await receiptPage(cookie)).text();
    const again = await submit('materials', body, { headers: { cookie } });
    expect([again.status, again.headers.get('location')]).toEqual([303, '/forms/receipt/']);
    const fresh = cookieOf(again) || cookie;
    expect(await (await receiptPage(fresh)).text()).toBe(shown);
    expect(await allCases(desk)).toHaveLength(1);
  });

  test('and anyone else learns only that it was received already', async () => {
    const body = materials();
    const mine = cookieOf(await submit('materials', body));
    const shown = await (await receiptPage(mine)).text();
    const other = cookieOf(await submit('materials', materials()));
    for (const headers of [{}, { cookie: other }, { cookie: 'receipt=x' }]) {
      const again = await submit('materials', body, { headers });
      expect([again.status, again.headers.get('set-cookie')]).toEqual([409, null]);
      const html = await again.text();
      expect(html).toContain('这份内容已经收到过了');
      for (const secret of [numberIn(shown), numberIn(shown).replaceAll('-', ''), pinIn(shown), '物资保障组'])
        expect(html).not.toContain(secret);
    }
  });

  test('where an officer issued a new PIN since, a receipt made again says so instead of a wrong PIN', async () => {
    const body = materials();
    const key = 'k'.repeat(40);
    const { number } = linkOf(await receiptOf(await send('materials', body, { key })));
    await renewPin(desk.app.office, number, '李办');
    const headers = { 'idempotency-key': key };
    const cookie = cookieOf(await submit('materials', body, { headers }));
    const html = await (await receiptPage(cookie)).text();
    expect(pinIn(html)).toBe('');
    expect(textOf(html)).toContain('工作人员已经重发了查询密码');
  });
});

describe('A refused post', () => {
  const typed: Tree = materials({
    enterprise: { name: '  厂 <b>"&\' ', creditCode: 'ABC', area: 'nowhere', line: 'commerce' },
    contact: { name: '', phone: '12345', role: '经理' },
    items: [
      { item: 'mask-kn95', spec: '粉尘岗位', quantity: '0', unit: 'piece', neededBy: '2020-02-30' },
      { item: '', spec: '', quantity: '', unit: '' },
      { item: 'alcohol', spec: '75%', quantity: '很多', unit: 'litre' },
    ],
    note: '第一行\n第二行',
    delivery: 'deliver',
    consent: 'on',
  });

  test('is a 422 page with every typed value and added line in place', async () => {
    const answer = await submit('materials', typed);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([422, 'no-store']);
    const html = await answer.text();
    expect(typedIn(html, 'enterprise.name')).toBe('  厂 &lt;b&gt;&quot;&amp;&#39; ');
    expect(typedIn(html, 'enterprise.creditCode')).toBe('ABC');
    expect(typedIn(html, 'contact.role')).toBe('经理');
    expect(typedIn(html, 'contact.phone')).toBe('12345');
    expect(typedIn(html, 'items.0.spec')).toBe('粉尘岗位');
    expect(typedIn(html, 'items.0.quantity')).toBe('0');
    expect(typedIn(html, 'items.0.neededBy')).toBe('2020-02-30');
    expect(typedIn(html, 'items.1.quantity')).toBe('很多');
    expect(html).toContain('第一行\n第二行</textarea>');
    expect(html).toMatch(/<option value="commerce" selected>/);
    expect(html).toMatch(/<option value="alcohol" selected>/);
    expect(html).toMatch(/value="deliver" checked/);
    expect(html).toMatch(/name="consent" required checked/);
    expect(await allCases(desk)).toHaveLength(0);
  });

  test('names every problem at once, each with a link to its field', async () => {
    const html = await (await submit('materials', typed)).text();
    const problems = [...html.matchAll(/<li><a href="#([\w-]+)">/g)].map(([, id]) => id);
    expect(problems).toEqual(
      expect.arrayContaining([
        'f-enterprise-area',
        'f-contact-name',
        'f-contact-phone',
        'f-items-0-quantity',
      ]),
    );
    for (const id of problems) expect(html).toContain(`id="${id}"`);
  });

  test('an empty post gives the form back with its first line', async () => {
    const html = await (await submit('materials', [['note', '']])).text();
    expect(html).toContain('data-line="0"');
    expect(html).toContain('请填写企业名称');
  });
});

describe('Add and remove line are submit buttons that store nothing', () => {
  const act = (value: string, tree: Tree = materials()) =>
    submit('materials', [...pairsOf(tree), ['_act', value]]);

  test('a line is added, what was typed stays', async () => {
    const answer = await act('add:items', materials({ note: '急用' }));
    const html = await answer.text();
    expect([answer.status, html.match(/data-line=/g)?.length]).toEqual([200, 2]);
    expect(typedIn(html, 'items.0.quantity')).toBe('5000');
    expect(typedIn(html, 'items.1.quantity')).toBe('');
    expect(html).toContain('急用</textarea>');
    expect(await allCases(desk)).toHaveLength(0);
  });

  test('a line is removed, the others move up; the last is emptied, not taken away', async () => {
    const line = (quantity: string) => ({ item: 'alcohol', quantity, unit: 'kg' });
    const three = materials({ items: ['1', '2', '3'].map(line) });
    const html = await (await act('remove:items:1', three)).text();
    expect([0, 1, 2].map(n => typedIn(html, `items.${n}.quantity`))).toEqual(['1', '3', undefined]);
    const last = await (await act('remove:items:0')).text();
    expect(typedIn(last, 'items.0.quantity')).toBe('');
    expect(await allCases(desk)).toHaveLength(0);
  });

  test('no name of a line reaches further', async () => {
    for (const value of [
      'add:__proto__',
      'remove:constructor:0',
      'add:nothing',
      'x',
      'add:',
      'remove:items:-1',
    ]) {
      const answer = await act(value);
      expect([value, answer.status]).toEqual([value, 200]);
    }
    expect(await allCases(desk)).toHaveLength(0);
    expect(({} as Tree).items).toBeUndefined();
  });

  test('a button elsewhere gives the form with what it brings along, and with nothing marked wrong', async () => {
    const answer = await submit('other', [
      ['kind', 'correction'],
      ['about', '电话 <b>12366</b>'],
      ['_act', 'show'],
    ]);
    const html = await answer.text();
    expect([answer.status, typedIn(html, 'about')]).toEqual([200, '电话 &lt;b&gt;12366&lt;/b&gt;']);
    expect(html).toMatch(/value="correction"[^>]* checked/);
    expect(html).not.toContain('error-summary');
    expect(await allCases(desk)).toHaveLength(0);
  });

  test('an added line that stayed empty is no line', async () => {
    const pairs = [
      ...pairsOf(materials()),
      ['items.1.item', ''],
      ['items.1.quantity', ''],
      ['items.1.unit', ''],
    ];
    expect((await submit('materials', pairs as [string, string][])).status).toBe(303);
  });
});

describe('English by ?lang=en', () => {
  const chinese = { 'accept-language': 'zh-CN,zh;q=0.9' };

  test('the whole way: refused, received, receipt, whatever the browser usually asks for', async () => {
    const manner = { lang: 'en', headers: { accept: 'text/html', ...chinese } };
    const refused = await (await submit('materials', materials({ consent: '' }), manner)).text();
    expect(refused).toContain('Register a need for supplies');
    expect(refused).toContain('action="/api/cases/materials?lang=en"');
    const answer = await submit('materials', materials(), manner);
    expect(answer.headers.get('location')).toBe('/en/forms/receipt/');
    const page = await receiptPage(cookieOf(answer), { path: '/en/forms/receipt/', headers: chinese });
    const html = await page.text();
    expect(html).toMatch(/<title>Received[ <]/);
    expect(html).toContain('href="/en/track/#');
  });

  test('and the Chinese page stays Chinese in an English browser', async () => {
    const english = { accept: 'text/html', 'accept-language': 'en-GB' };
    const answer = await submit('materials', materials(), { lang: 'zh-Hans', headers: english });
    expect(answer.headers.get('location')).toBe('/forms/receipt/');
    const page = await receiptPage(cookieOf(answer), { headers: english });
    expect(await page.text()).toMatch(/<title>已收到[ <]/);
  });
});
