import { beforeEach, describe, expect, test } from 'vitest';
import { newStaff } from '../staff.ts';
import { page, see } from './desk.ts';
import { onDisk } from './desk-knock.ts';
import { textOf } from './knock.ts';
import {
  admin,
  bringIn,
  check,
  clear,
  desk,
  dispatcher,
  firms,
  imports,
  li,
  type Named,
  names,
  post,
  sentBy,
  sheetOf,
  wang,
  withRoster,
  wrongIn,
  zhao,
} from './roster.ts';

withRoster();

describe('an import', () => {
  beforeEach(clear);

  test('is first a preview that changes nothing, then applied whole, with a record of who did it', async () => {
    const before = (await imports()).length;
    desk.pass(1000);
    const checked = await check([wang, li, zhao]);
    const html = await checked.text();
    expect(checked.status).toBe(200);
    for (const words of ['新增 3', '王强', '经发局 · 0431-85530623 · 东区'])
      expect(textOf(html)).toContain(words);
    expect(await names()).toEqual([]);
    expect((await imports()).length).toBe(before);
    const done = await post(sentBy(html));
    expect([done.status, done.headers.get('location')]).toEqual([303, '/desk/roster/?done=import#done']);
    expect(await names()).toEqual(['李梅', '王强', '赵刚'].sort());
    const [event, ...rest] = await imports();
    expect(rest.length).toBe(before);
    expect(event).toMatchObject({ actor: admin.staff.login, subject: 'roster:', detail: '+3 ~0 -0' });
    const list = textOf(await page(admin, '/desk/roster/?done=import'));
    for (const words of [
      '导入好了：新增3，改动0，移出0',
      '1家企业',
      '孵化器片区',
      '2026年3月1日起',
      admin.staff.login,
    ])
      expect(list).toContain(words);
  });

  test('says what is new, what changes from what to what, and who goes', async () => {
    await bringIn([wang, li, zhao]);
    const moved = { ...wang, 办公电话: '(0431) 8553 0699', 负责片区: '东区' };
    const html = textOf(await (await check([moved, li, { ...zhao, 姓名: '孙丽' }])).text());
    for (const words of [
      '新增 1',
      '改动 1',
      '移出 1',
      '孙丽',
      '赵刚',
      '办公电话：0431-85530623 → 0431-85530699',
      '另有1位不变',
    ])
      expect(html).toContain(words);
    expect(html).not.toContain('负责片区：');
    await bringIn([moved, li, { ...zhao, 姓名: '孙丽' }]);
    expect(await names()).toEqual(['孙丽', '李梅', '王强'].sort());
    expect(textOf(await (await check([moved, li, { ...zhao, 姓名: '孙丽' }])).text())).toContain(
      '没有要改的',
    );
  });

  test('an officer is known by login before name, so that a namesake takes nobody’s place', async () => {
    const login = 'sun.li';
    await newStaff(desk, { role: 'liaison', areas: ['east'], login });
    await bringIn([{ ...wang, 登录名: login }]);
    const namesake = { ...wang, 办公电话: '0431-85530690', 负责片区: null };
    const html = textOf(await (await check([namesake, { ...wang, 姓名: '王大强', 登录名: login }])).text());
    for (const words of ['新增 1', '0431-85530690', '改动 1', '姓名：王强 → 王大强'])
      expect(html).toContain(words);
    expect(html).not.toContain('移出 1');
  });

  test('every bad row is named, with its column and what to do, and nothing is imported', async () => {
    await newStaff(desk, { role: 'liaison', areas: ['east'], login: 'qian.yi' });
    const rows: Named[] = [
      { ...wang, 办公电话: '13800138000' },
      { ...li, 部门: '财务处', 登录名: 'nobody.here' },
      { 姓名: '只有名字' },
      { ...zhao, 负责片区: '北区', 联系企业: '91220101MA1ABCDE05' },
      { ...zhao, 姓名: '=HYPERLINK("http://x")' },
      { ...zhao, 姓名: '周五 13800138000', 负责片区: null },
      { ...zhao, 姓名: '吴六', 负责片区: null, 开始日期: '2026-02-30' },
      { ...zhao, 姓名: '郑七', 负责片区: null, 结束日期: '2026-02-01' },
      { ...zhao, 姓名: '冯八', 负责片区: null, 不在岗从: '2026-03-20' },
      {
        ...zhao,
        姓名: '陈九',
        负责片区: null,
        不在岗从: '2026-03-20',
        不在岗到: '2026-03-21',
        代班人: '不存在',
      },
      {
        ...zhao,
        姓名: '褚十',
        负责片区: null,
        不在岗从: '2026-03-20',
        不在岗到: '2026-03-21',
        代班人: '褚十',
      },
      { ...zhao, 姓名: '卫一', 负责片区: '西区' },
      { ...zhao, 姓名: '卫一', 负责片区: null, 登录名: 'QIAN.YI' },
      { ...zhao, 姓名: '蒋二', 负责片区: null, 登录名: 'qian.yi' },
    ];
    const answer = await check(rows);
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).not.toContain('_mark');
    const wrong = wrongIn(html);
    const at = (row: number) =>
      wrong.filter(([n]) => n === String(row)).map(([, column, message]) => `${column}：${message}`);
    expect(at(2)).toEqual(['办公电话：这是手机号。请写办公电话，例如 0431-12345678']);
    expect(at(3)).toEqual([
      '部门：没有“财务处”这个部门。写部门全名，例如经发局',
      '登录名：没有“nobody.here”这个账号。先到“人员”里添加，或者把这一格空着',
    ]);
    expect(at(4)).toEqual(['部门：请填写部门', '办公电话：请填写办公电话', '开始日期：请填写开始日期']);
    expect(at(5)[0]).toBe('负责片区：没有“北区”这个片区。可以写：东区、西区、孵化器片区');
    expect(at(5)[1]).toContain('联系企业：“91220101MA1ABCDE05”不是统一社会信用代码');
    expect(at(6)[0]).toContain('姓名：姓名最多40个字，不写电话，不用等号');
    expect(at(7)[0]).toContain('姓名：');
    expect(at(8)).toEqual(['开始日期：日期不对，写成 2020-03-20']);
    expect(at(9)).toEqual(['结束日期：结束日期在开始日期之前，请改一个']);
    expect(at(10)).toEqual(['代班人：不在岗从、不在岗到、代班人要一起填，或者都空着']);
    expect(at(11)).toEqual(['代班人：名册里没有“不存在”。先把代班人加进名册']);
    expect(at(12)).toEqual(['代班人：自己不能代自己的班，请换一位']);
    expect(at(13)[0]).toContain('负责片区：“西区”这段时间由=HYPERLINK');
    expect(at(14)[0]).toContain('姓名：同一部门有两位“卫一”');
    expect(at(15)).toEqual(['登录名：登录名“qian.yi”用了两次，一个账号只写一行']);
    expect(await names()).toEqual([]);
  });

  test('an officer a day for an area and an enterprise: times that meet are refused, times that follow are not', async () => {
    const next = { ...wang, 姓名: '钱进' };
    const met = wrongIn(
      await (
        await check([
          { ...wang, 结束日期: '2026-03-31' },
          { ...next, 开始日期: '2026-03-31' },
        ])
      ).text(),
    );
    expect(met).toEqual([['3', '负责片区', expect.stringContaining('“东区”这段时间由王强负责')]]);
    const firm = wrongIn(
      await (await check([li, { ...zhao, 联系企业: `${firms[1]}，${firms[0].toLowerCase()}` }])).text(),
    );
    expect(firm).toEqual([['3', '联系企业', expect.stringContaining(`${firms[0]}这段时间由李梅联系`)]]);
    expect(
      await bringIn([
        { ...wang, 结束日期: '2026-03-31' },
        { ...next, 开始日期: '2026-04-01' },
      ]),
    ).toContain('done=import');
  });

  test('a stand-in is an officer on all of these days and not away on one of them', async () => {
    const away = { ...wang, 不在岗从: '2026-03-20', 不在岗到: '2026-03-25', 代班人: '李梅' };
    const wrong = async (...rows: Named[]) =>
      wrongIn(await (await check(rows)).text()).map(([, , message]) => message);
    expect(await wrong(away, { ...li, 结束日期: '2026-03-24' })).toEqual([
      '李梅在这几天不是联络员，请换一位或改日期',
    ]);
    const both = { ...li, 不在岗从: '2026-03-25', 不在岗到: '2026-03-26', 代班人: '赵刚' };
    expect(await wrong(away, both, zhao)).toEqual(['李梅这几天也不在岗，请换一位']);
    const over = { ...away, 不在岗从: '2026-03-18', 不在岗到: '2026-03-19' };
    expect(await wrong(over, { ...li, 开始日期: '2026-03-19' })).toEqual([]);
    expect(await wrong(away, li, { ...zhao, 姓名: '李梅' })).toEqual(['有两位“李梅”，请写登录名']);
    expect(await bringIn([away, { ...both, 不在岗从: '2026-03-26' }, zhao])).toContain('done=import');
  });

  test('no spreadsheet, no file, no column, too many rows: told, nothing done', async () => {
    const told = async (sheet: File | null) =>
      textOf(await (await post({ _act: 'check', ...(sheet && { _sheet: sheet }) })).text());
    expect(await told(null)).toContain('请先选一个 .xlsx 文件');
    expect(await told(new File(['姓名,部门'], 'a.csv'))).toContain('这个文件打不开');
    expect(await told(new File([new Uint8Array(2 * 1024 * 1024 + 1)], 'a.xlsx'))).toContain('文件超过2MB');
    expect(await told(await sheetOf([wang], ['姓名', '部门', '开始日期']))).toContain('没有“办公电话”这一列');
    expect(await told(await sheetOf([]))).toContain('表里没有人');
    expect(await told(await sheetOf(Array.from({ length: 2001 }, () => ({ 姓名: '张三' }))))).toContain(
      '最多2000行',
    );
    expect(await names()).toEqual([]);
  });

  test('confirmed twice it is done once', async () => {
    const parts = sentBy(await (await check([wang, li])).text());
    const before = (await imports()).length;
    expect((await post(parts)).headers.get('location')).toContain('done=import');
    const again = await post(parts);
    expect(again.headers.get('location')).toBe('/desk/roster/?done=already#done');
    expect(textOf(await page(admin, '/desk/roster/?done=already'))).toContain('已经导入过了，没有重复导入');
    expect((await imports()).length).toBe(before + 1);
    const both = sentBy(await (await check([wang, li, zhao])).text());
    const ways = await Promise.all([post(both), post(both)]);
    expect(ways.map(one => one.headers.get('location')).sort()).toEqual([
      '/desk/roster/?done=already#done',
      '/desk/roster/?done=import#done',
    ]);
    expect((await imports()).length).toBe(before + 2);
  });

  test('what was changed between check and confirmation is refused: the content, the roster, another person’s check', async () => {
    const parts = sentBy(await (await check([wang])).text());
    const other = { ...parts, _content: String(parts._content).replace('王强', '王弱') };
    const tampered = await post(other);
    expect([tampered.status, textOf(await tampered.text())]).toEqual([
      409,
      expect.stringContaining('送来的内容和检查时不一样'),
    ]);
    expect((await post(parts, dispatcher)).status).toBe(409);
    expect(await names()).toEqual([]);
    await bringIn([li], dispatcher);
    const stale = await post(parts);
    const html = await stale.text();
    expect([stale.status, await names()]).toEqual([409, ['李梅']]);
    for (const words of ['检查以后有人改过名册', '移出 1', '李梅']) expect(textOf(html)).toContain(words);
    expect((await post(sentBy(html))).headers.get('location')).toContain('done=import');
    expect(await names()).toEqual(['王强']);
  });

  test('only with the token of the session, and only by who may', async () => {
    expect((await post({ _act: 'check', _csrf: 'x', _sheet: await sheetOf([wang]) })).status).toBe(403);
    for (const role of ['officer', 'liaison', 'auditor', 'viewer'] as const) {
      const who = await newStaff(desk, {
        role,
        department: role === 'officer' ? 'tax' : '',
        areas: ['east'],
      });
      expect((await check([wang], who)).status).toBe(403);
      for (const path of ['/desk/roster/', '/desk/roster/import/', '/desk/roster/sheets/roster.xlsx'])
        expect([path, (await see(who, path)).status]).toEqual([path, 403]);
    }
    expect((await see(null, '/desk/roster/')).status).toBe(303);
  });

  test('name and phone are nowhere on the disk in plain', async () => {
    await bringIn([{ ...wang, 姓名: '司马相如', 办公电话: '0431-87654321' }]);
    await desk.app.office.store.scrub({ whole: false });
    const bytes = onDisk(desk);
    expect(bytes).not.toContain(Buffer.from('司马相如').toString('latin1'));
    expect(bytes).not.toContain('87654321');
  });
});
