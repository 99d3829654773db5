import { beforeAll, describe, expect, test } from 'vitest';
import { newStaff, type SignedInStaff } from '../staff.ts';
import { materials } from '../submissions.ts';
import { deed, page, see } from './desk.ts';
import { receiptOf, send } from './knock.ts';
import { bringIn, clear, desk, firms, li, type Named, today, wang, withRoster, zhao } from './roster.ts';

withRoster();

describe('the queue of a liaison officer', () => {
  const login = 'liu.lian';
  let liaison: SignedInStaff;
  let cases: Readonly<Record<'east' | 'west' | 'firmWest' | 'complaintWest', string>>;
  const numberOf = async (form: string, tree: unknown) =>
    (await receiptOf(await send(form, tree))).number.replaceAll('-', '');
  beforeAll(async () => {
    await clear();
    liaison = await newStaff(desk, { role: 'liaison', areas: ['incubator'], login });
    const of = (area: string, creditCode = '') => ({
      name: `队列${area}厂`,
      area,
      line: 'industry',
      ...(creditCode && { creditCode }),
    });
    const need = (area: string, code = '') =>
      numberOf('materials', materials({ enterprise: of(area, code) }));
    const complaint = {
      kind: 'complaint',
      matter: '乱收费',
      against: '市场监管局',
      enterprise: of('west', firms[1]),
      contact: { name: '赵六', phone: '13911112222' },
      consent: true,
    };
    cases = {
      east: await need('east'),
      west: await need('west'),
      firmWest: await need('west', firms[1]),
      complaintWest: await numberOf('other', complaint),
    };
  });

  /** Which of the cases are in the queue, open as a page, and take a note of theirs: the three agree. */
  const reach = async (): Promise<readonly string[]> => {
    const html = await page(liaison, '/desk/?view=all');
    const seen: string[] = [];
    for (const [name, number] of Object.entries(cases)) {
      const isListed = html.includes(number);
      const opens = (await see(liaison, `/desk/cases/${number}/`)).status === 200;
      const noted = opens && (await deed(liaison, number, 'note', { text: '看过' })).status === 303;
      expect([name, opens, noted]).toEqual([name, isListed, isListed]);
      if (isListed) seen.push(name);
    }
    expect(html).toContain(`全部`);
    return seen;
  };

  const me = {
    姓名: '刘联',
    登录名: login,
    部门: '经发局',
    办公电话: '0431-85530630',
    开始日期: '2026-03-01',
  };
  const absent = { 不在岗从: '2026-03-20', 不在岗到: '2026-03-22', 代班人: login };
  const westAway = { ...zhao, 负责片区: '西区', ...absent };
  const firmAway = { ...li, 联系企业: firms[1], ...absent };

  test.each<[string, Named[], string, string[]]>([
    ['not on the roster: the areas of the account', [wang], '2026-03-20', []],
    ['an area', [{ ...me, 负责片区: '东区' }], '2026-03-20', ['east']],
    [
      'an enterprise in another area; its complaint stays hidden',
      [{ ...me, 联系企业: firms[1] }],
      '2026-03-20',
      ['firmWest'],
    ],
    ['both', [{ ...me, 负责片区: '东区', 联系企业: firms[1] }], '2026-03-20', ['east', 'firmWest']],
    [
      'a whole area with its complaints',
      [{ ...me, 负责片区: '西区' }],
      '2026-03-20',
      ['west', 'firmWest', 'complaintWest'],
    ],
    ['before the first day', [{ ...me, 负责片区: '东区', 开始日期: '2026-03-21' }], '2026-03-20', []],
    ['on the last day', [{ ...me, 负责片区: '东区', 结束日期: '2026-03-20' }], '2026-03-20', ['east']],
    ['after the last day', [{ ...me, 负责片区: '东区', 结束日期: '2026-03-20' }], '2026-03-21', []],
    [
      'standing in for an area',
      [{ ...me, 负责片区: '东区' }, westAway],
      '2026-03-22',
      ['east', 'west', 'firmWest', 'complaintWest'],
    ],
    ['standing in for an enterprise', [me, firmAway], '2026-03-20', ['firmWest']],
    ['standing in for two', [me, firmAway, { ...wang, ...absent }], '2026-03-20', ['east', 'firmWest']],
    ['after standing in', [{ ...me, 负责片区: '东区' }, westAway], '2026-03-23', ['east']],
    ['away oneself', [{ ...me, 负责片区: '东区', ...absent, 代班人: '李梅' }, li], '2026-03-20', ['east']],
  ])('%s', async (_, rows, day, expected) => {
    desk.at('2026-03-20T02:00:00.000Z');
    await clear();
    await bringIn(rows);
    desk.at(`${day}T02:00:00.000Z`);
    liaison = await today(liaison);
    expect(await reach()).toEqual(expected);
    desk.at('2026-03-20T02:00:00.000Z');
  });
});
