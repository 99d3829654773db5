import { beforeEach, describe, expect, test } from 'vitest';
import { newStaff } from '../staff.ts';
import { page, press } from './desk.ts';
import { hiddenIn } from './desk-knock.ts';
import { textOf } from './knock.ts';
import {
  admin,
  bringIn,
  check,
  clear,
  desk,
  li,
  post,
  sheetOf,
  today,
  wang,
  withRoster,
  wrongIn,
  zhao,
} from './roster.ts';

withRoster();

const login = 'sun.dai';
const at = (day: string) => desk.at(`${day}T02:00:00.000Z`);
const officer = async (name: string) => {
  const found = (await desk.app.desk.roster.all()).find(one => one.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};
/** Whom an enterprise of the east calls on a day. */
const calls = async (day: string): Promise<readonly string[]> => {
  at(day);
  const found = await desk.app.desk.roster.officerOf({ area: 'east', creditCode: '', complaint: 0 });
  return [found?.name ?? '', found?.standsInFor ?? ''];
};
const twice = {
  ...wang,
  不在岗从: '2026-03-20、2026/4/1',
  不在岗到: '2026-03-22、2026年4月3日',
  代班人: '李梅、赵刚',
};

beforeEach(async () => {
  at('2026-03-20');
  await clear();
});

describe('several planned absences', () => {
  test('each has its days and its stand-in; between them the officer is there', async () => {
    await bringIn([twice, li, zhao]);
    for (const [day, ...who] of [
      ['2026-03-19', '王强', ''],
      ['2026-03-20', '李梅', '王强'],
      ['2026-03-22', '李梅', '王强'],
      ['2026-03-23', '王强', ''],
      ['2026-04-01', '赵刚', '王强'],
      ['2026-04-04', '王强', ''],
    ] as const)
      expect([day, await calls(day)]).toEqual([day, who]);
  });

  test('who stands in sees what they stand in for on these days alone', async () => {
    await newStaff(desk, { role: 'liaison', areas: ['incubator'], login });
    await bringIn([
      { ...twice, 代班人: `${login}、赵刚` },
      { ...li, 姓名: '孙代', 登录名: login, 联系企业: null },
      zhao,
    ]);
    const areasOn = async (day: string) => {
      at(day);
      return (await desk.app.desk.roster.chargeOf(login))?.areas;
    };
    expect(await areasOn('2026-03-21')).toEqual(['east']);
    expect(await areasOn('2026-04-02')).toEqual([]);
  });

  test('the roster and its sheet say both; the sheet read again changes nothing', async () => {
    await bringIn([twice, li, zhao]);
    const list = textOf(await page(admin, '/desk/roster/'));
    for (const words of [
      '2026年3月20日至2026年3月22日不在岗，李梅代班',
      '2026年4月1日至2026年4月3日不在岗，赵刚代班',
    ])
      expect(list).toContain(words);
    expect(textOf(await (await check([twice, li, zhao])).text())).toContain('没有要改的');
    const swapped = { ...twice, 代班人: '赵刚、李梅' };
    expect(textOf(await (await check([swapped, li, zhao])).text())).toContain(
      '代班人：李梅、赵刚 → 赵刚、李梅',
    );
  });

  test.each([
    [
      'days that meet',
      { 不在岗从: '2026-03-20、2026-03-22', 不在岗到: '2026-03-22、2026-03-25', 代班人: '李梅、赵刚' },
      '不在岗从',
      '和2026-03-20至2026-03-22那次不在岗重了',
    ],
    [
      'one part is missing',
      { 不在岗从: '2026-03-20、2026-04-01', 不在岗到: '2026-03-22、2026-04-03', 代班人: '李梅' },
      '代班人',
      '不在岗从、不在岗到、代班人要一起填',
    ],
    [
      'no day',
      { 不在岗从: '2026-03-20、四月', 不在岗到: '2026-03-22、2026-04-03', 代班人: '李梅、赵刚' },
      '不在岗从',
      '日期不对',
    ],
    [
      'a stand-in of the second is away then',
      { 不在岗从: '2026-03-20、2026-05-01', 不在岗到: '2026-03-20、2026-05-03', 代班人: '赵刚、李梅' },
      '代班人',
      '李梅这几天也不在岗',
    ],
    [
      'too many',
      {
        不在岗从: Array.from({ length: 13 }, (_, n) => `2026-05-${n + 10}`).join('、'),
        不在岗到: Array.from({ length: 13 }, (_, n) => `2026-05-${n + 10}`).join('、'),
        代班人: Array(13).fill('赵刚').join('、'),
      },
      '不在岗从',
      '最多先排12次不在岗',
    ],
  ])('%s: refused in words', async (_, cells, column, said) => {
    const away = { ...li, 不在岗从: '2026-05-02', 不在岗到: '2026-05-02', 代班人: '赵刚' };
    const wrong = wrongIn(await (await check([{ ...wang, ...cells }, away, zhao])).text());
    expect(wrong).toEqual([['2', column, expect.stringContaining(said)]]);
  });

  test('those that are over stay, whatever a sheet says, and cannot be overlapped', async () => {
    await bringIn([twice, li, zhao]);
    at('2026-03-25');
    const later = await today(admin);
    const send = async (row: object) =>
      post({ _act: 'check', _sheet: await sheetOf([{ ...wang, ...row }, li, zhao]) }, later);
    expect(textOf(await (await send({})).text())).toContain('不在岗从：2026-04-01 → （空）');
    const meets = { 不在岗从: '2026-03-22', 不在岗到: '2026-03-26', 代班人: '李梅' };
    expect(wrongIn(await (await send(meets)).text())).toEqual([
      ['2', '不在岗从', expect.stringContaining('和2026-03-20至2026-03-22那次不在岗重了')],
    ]);
    await bringIn([wang, li, zhao], later);
    expect((await officer('王强')).absences.map(one => one.from)).toEqual(['2026-03-20']);
    const { id } = await officer('王强');
    const one = textOf(await page(later, `/desk/roster/officers/${id}/`));
    expect(one).toContain('2026年3月20日至2026年3月22日，李梅代班');
  });
});

describe('by form', () => {
  const form = {
    name: '王强',
    department: 'economy',
    phone: '0431-85530623',
    'areas.east': 'on',
    since: '2026-03-01',
  };
  const first = { awayFrom: '2026-03-20', awayUntil: '2026-03-22', standIn: '李梅' };
  const numbered = { awayFrom1: '2026-03-20', awayUntil1: '2026-03-22', standIn1: '李梅' };

  test('one more is added beside those that are planned; one is cancelled by emptying it', async () => {
    await bringIn([wang, li, zhao]);
    const path = `/desk/roster/officers/${(await officer('王强')).id}/`;
    const save = async (fields: Record<string, string>) =>
      press(admin, path, {
        _act: 'change',
        _was: hiddenIn(await page(admin, path), '_was'),
        ...form,
        ...fields,
      });
    expect((await save(first)).status).toBe(303);
    expect(await page(admin, path)).toContain('name="awayFrom1" value="2026-03-20"');
    const more = { awayFrom: '2026-04-01', awayUntil: '2026-04-03', standIn: '赵刚' };
    expect((await save({ ...numbered, ...more })).status).toBe(303);
    expect((await officer('王强')).absences).toMatchObject([{ from: '2026-03-20' }, { from: '2026-04-01' }]);
    const meets = await save({
      ...numbered,
      awayFrom: '2026-03-21',
      awayUntil: '2026-03-21',
      standIn: '赵刚',
    });
    const html = await meets.text();
    expect([
      meets.status,
      html.includes('id="s-awayFrom-error"'),
      html.includes('id="s-awayFrom1-error"'),
    ]).toEqual([422, true, false]);
    expect(html).toContain('value="2026-03-21"');
    const wrong = await save({ ...numbered, standIn1: '没这人', ...more });
    expect(await wrong.text()).toContain('id="s-standIn1-error"');
    expect((await save({ awayFrom1: '', awayUntil1: '', standIn1: '', ...more })).status).toBe(303);
    expect((await officer('王强')).absences.map(one => one.from)).toEqual(['2026-04-01']);
  });

  test('who is to stand in later cannot be taken off', async () => {
    await bringIn([twice, li, zhao]);
    const { id } = await officer('赵刚');
    const gone = await press(admin, `/desk/roster/officers/${id}/`, {
      _act: 'remove',
      _was: hiddenIn(await page(admin, '/desk/roster/'), '_was'),
    });
    expect([gone.status, textOf(await gone.text())]).toEqual([
      422,
      expect.stringContaining('先给王强换一位代班人'),
    ]);
  });
});
