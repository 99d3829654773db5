import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, openDesk } from '../office.ts';
import { materials } from '../submissions.ts';
import { linkOf, look, receiptOf, send, submit } from './knock.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

const lang = 'zh-Hant';
const typed = '急需口罩，联系王经理';

describe('a reader of traditional characters', () => {
  test('is led to the receipt under their own address, and tracks there', async () => {
    const sent = await submit('materials', materials(), { lang });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/zh-hant/forms/receipt/']);
    const receipt = await receiptOf(await send('materials', materials(), { lang }));
    expect(receipt.track).toMatch(/^\/zh-hant\/track\/#\d+\./);
    expect(receipt.reason).toMatch(/物資/);
    const course = await (await look(linkOf(receipt), { lang })).text();
    expect(course).toContain('已收到');
    expect(JSON.parse(course).handler).not.toMatch(/资|业/);
  });

  test('gets a refused form back in their characters, and what was typed as it was typed', async () => {
    const refused = await submit('materials', { ...materials({ note: typed }), consent: '' }, { lang });
    const html = await refused.text();
    expect(refused.status).toBe(422);
    expect(html).toContain('<html lang="zh-Hant">');
    expect(html).toContain('登記防疫物資需求');
    expect(html).toContain(`${typed}</textarea>`);
    expect(html).toContain('action="/api/cases/materials?lang=zh-Hant"');
    expect(html).toContain('href="/zh-hant/track/"');
  });

  test('a program whose first language is written so hears it so; others do not', async () => {
    const title = async (accepted: string) => {
      const headers = { 'accept-language': accepted };
      const told = (await (await send('materials', {}, { headers })).json()) as { title: string };
      return told.title;
    };
    const [taiwan, mainland, english] = await Promise.all([
      title('zh-TW,zh;q=0.9'),
      title('zh-CN,zh-TW'),
      title('en,zh-TW'),
    ]);
    expect([taiwan, mainland]).toEqual(['還有幾處要改', '还有几处要改']);
    expect(english).toMatch(/^[A-Z]/);
  });
});
