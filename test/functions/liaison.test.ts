import { describe, expect, test } from 'vitest';
import { materials } from '../submissions.ts';
import { page } from './desk.ts';
import { look, lookPage, type Receipt, receiptOf, send, textOf } from './knock.ts';
import { bringIn, clear, desk, dispatcher, firms, li, today, wang, withRoster, zhao } from './roster.ts';

withRoster();

describe('who is my officer', () => {
  const sent = async (area: string, creditCode = ''): Promise<Receipt> => {
    const enterprise = {
      name: `联络${area}${creditCode}厂`,
      area,
      line: 'industry',
      ...(creditCode && { creditCode }),
    };
    return receiptOf(await send('materials', materials({ enterprise })));
  };
  const asked = async ({ number, pin }: Receipt): Promise<unknown> => {
    const body = (await (await look({ number, pin })).json()) as { liaison?: unknown };
    return body.liaison;
  };
  const officer = (name: string, phone: string, standsInFor = '', department = '经发局') => ({
    tag: 'officer',
    name,
    department,
    phone,
    standsInFor,
  });
  const office = { tag: 'office', area: '东区', phone: '0000-0000023' };

  test('the enterprise’s own before the area’s; on days away the stand-in; else the area’s office, never a mobile', async () => {
    await clear();
    const [plain, firm] = [await sent('east'), await sent('east', firms[0])];
    expect(await asked(plain)).toEqual(office);
    await bringIn([
      { ...wang, 不在岗从: '2026-03-21', 不在岗到: '2026-03-22', 代班人: '赵刚' },
      { ...li, 结束日期: '2026-03-25' },
      { ...zhao, 办公电话: '0431-85530625转12', 负责片区: null },
    ]);
    const on = async (day: string) => {
      desk.at(`${day}T02:00:00.000Z`);
      return [await asked(plain), await asked(firm)];
    };
    const [own, hers] = [officer('王强', '0431-85530623'), officer('李梅', '0431-85530624')];
    const stand = officer('赵刚', '0431-85530625-12', '王强', '人社局');
    expect(await on('2026-03-20')).toEqual([own, hers]);
    expect(await on('2026-03-21')).toEqual([stand, hers]);
    expect(await on('2026-03-22')).toEqual([stand, hers]);
    expect(await on('2026-03-23')).toEqual([own, hers]);
    expect(await on('2026-03-26')).toEqual([own, own]);
    desk.at('2026-03-21T02:00:00.000Z');
    const { number, pin } = plain;
    const html = await (await lookPage({ number, pin: pin ?? '' })).text();
    for (const words of ['我的联络员', '赵刚', '人社局', '代王强的班']) expect(textOf(html)).toContain(words);
    expect(html).toContain('href="tel:043185530625,12"');
    expect(
      textOf(await page(await today(dispatcher), `/desk/cases/${number.replaceAll('-', '')}/`)),
    ).toContain('赵刚 · 代王强的班 · 人社局 · 0431-85530625-12');
    desk.at('2026-03-20T02:00:00.000Z');
  });

  test('nobody without the password reads a name', async () => {
    await clear();
    await bringIn([wang]);
    const { number } = await sent('east');
    const wrong = await look({ number, pin: '000000' });
    expect([wrong.status, await wrong.text()]).toEqual([404, expect.not.stringContaining('王强')]);
    expect(await (await lookPage({ number, pin: '000000' })).text()).not.toContain('王强');
  });

  test('a complaint, which may be about them, shows none', async () => {
    await clear();
    await bringIn([wang]);
    const tree = {
      kind: 'complaint',
      matter: '乱收保证金',
      against: '市场监管局',
      enterprise: { name: '投诉厂', area: 'east', line: 'industry' },
      contact: { name: '赵六', phone: '13911112222' },
      consent: true,
    };
    const receipt = await receiptOf(await send('other', tree));
    expect(await asked(receipt)).toBeNull();
    const shown = await page(await today(dispatcher), `/desk/cases/${receipt.number.replaceAll('-', '')}/`);
    expect(shown).toContain(receipt.number);
    expect(shown).not.toContain('王强');
  });
});
