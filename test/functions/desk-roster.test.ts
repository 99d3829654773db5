import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { Cell } from '#src/rules/sheet.ts';
import { page, press, see } from './desk.ts';
import { hiddenIn } from './desk-knock.ts';
import { textOf } from './knock.ts';
import {
  admin,
  bringIn,
  clear,
  desk,
  dispatcher,
  firms,
  heads,
  li,
  names,
  plainOf,
  post,
  today,
  wang,
  withRoster,
  zhao,
} from './roster.ts';

withRoster();

describe('the sheets', () => {
  const read = async (name: string, who = admin) => {
    const answer = await see(who, `/desk/roster/sheets/${name}`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const book = await readXlsx(new Uint8Array(await answer.arrayBuffer()));
    return book.sheets;
  };

  test('the empty one has every column; what is downloaded says what the roster says, formulas there are none', async () => {
    await clear();
    const [empty, guide] = await read('template.xlsx');
    expect(empty?.rows[0]).toEqual(
      heads.map(name => (['姓名', '部门', '办公电话', '开始日期'].includes(name) ? `${name}*` : name)),
    );
    expect(empty?.rows).toHaveLength(1);
    expect(JSON.stringify(guide?.rows)).toContain('东区、西区、孵化器片区');
    await bringIn([{ ...wang, 不在岗从: '2026-03-20', 不在岗到: '2026-03-21', 代班人: '李梅' }, li, zhao]);
    const [full] = await read('roster.xlsx', dispatcher);
    const rows = (full?.rows ?? []) as Cell[][];
    expect(rows).toHaveLength(4);
    expect(rows.flat().filter(cell => typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    const file = new File(
      [new Uint8Array(await (await see(admin, '/desk/roster/sheets/roster.xlsx')).arrayBuffer())],
      'r.xlsx',
    );
    const again = await post({ _act: 'check', _sheet: file });
    expect(textOf(await again.text())).toContain('没有要改的');
    expect((await see(admin, '/desk/roster/sheets/other.xlsx')).status).toBe(404);
  });
});

describe('by form', () => {
  const form = {
    name: '王强',
    department: 'economy',
    phone: '0431 8553 0623',
    'areas.east': 'on',
    since: '2026-03-01',
  };
  const was = async (path = '/desk/roster/') => hiddenIn(await page(admin, path), '_was');
  const idOf = async (name: string) =>
    (await desk.app.desk.roster.all()).find(one => one.name === name)?.id ?? '';
  const at = async (name: string) => `/desk/roster/officers/${await idOf(name)}/`;

  test('an officer is added, changed, given a stand-in, and taken off', async () => {
    await clear();
    const added = await press(admin, '/desk/roster/', { _act: 'add', _was: await was(), ...form });
    expect(added.headers.get('location')).toBe('/desk/roster/?done=add#done');
    const stand = { ...form, name: '李梅', enterprises: `${firms[0]}\n${firms[1]}` };
    const { 'areas.east': _, ...free } = stand;
    expect((await press(admin, '/desk/roster/', { _act: 'add', _was: await was(), ...free })).status).toBe(
      303,
    );
    const path = await at('王强');
    const away = { ...form, awayFrom: '2026-03-20', awayUntil: '2026-03-22', standIn: '李梅' };
    expect((await press(dispatcher, path, { _act: 'change', _was: await was(path), ...away })).status).toBe(
      303,
    );
    const list = textOf(await page(admin, '/desk/roster/?done=change'));
    for (const words of [
      '2026年3月20日至2026年3月22日不在岗，李梅代班',
      '2家企业',
      '已保存',
      '新增0，改动1，移出0',
    ])
      expect(list).toContain(words);
    const other = await at('李梅');
    const needed = await press(admin, other, { _act: 'remove', _was: await was(other) });
    expect([needed.status, textOf(await needed.text())]).toEqual([
      422,
      expect.stringContaining('先给王强换一位代班人'),
    ]);
    const short = await press(admin, other, {
      _act: 'change',
      _was: await was(other),
      ...free,
      until: '2026-03-21',
    });
    expect([short.status, textOf(await short.text())]).toEqual([
      422,
      expect.stringContaining('先给王强换一位代班人'),
    ]);
    desk.at('2026-03-23T02:00:00.000Z');
    const later = await today(admin);
    const gone = { _act: 'remove', _was: hiddenIn(await page(later, other), '_was') };
    expect((await press(later, other, gone)).headers.get('location')).toBe('/desk/roster/?done=remove#done');
    desk.at('2026-03-20T02:00:00.000Z');
    expect(await names()).toEqual(['王强']);
    expect((await see(admin, other)).status).toBe(404);
    expect((await press(admin, other, { _act: 'change', _was: await was(), ...free })).status).toBe(404);
  });

  test('what is wrong stands at its field, with everything typed; a form of an older roster saves nothing', async () => {
    await clear();
    await bringIn([wang]);
    const bad = { ...form, name: '<i>乙', phone: '13800138000', since: '' };
    const refused = await press(admin, '/desk/roster/', { _act: 'add', _was: await was(), ...bad });
    const html = await refused.text();
    expect(refused.status).toBe(422);
    for (const words of [
      '&lt;i&gt;乙',
      'id="s-phone-error"',
      '这是手机号',
      '请填写开始日期',
      '“东区”这段时间由王强负责',
    ])
      expect(html).toContain(words);
    const path = await at('王强');
    const old = await was(path);
    await bringIn([wang, li]);
    const stale = await press(admin, path, { _act: 'change', _was: old, ...form, name: '王刚强' });
    const text = await stale.text();
    expect([stale.status, await names()]).toEqual([409, ['李梅', '王强'].sort()]);
    expect(text).toContain('刚才有人改过名册');
    expect(text).toContain('value="王刚强"');
    const saved = await press(admin, path, {
      _act: 'change',
      _was: hiddenIn(text, '_was'),
      ...form,
      name: '王刚强',
    });
    expect(saved.status).toBe(303);
  });

  test('the list is paged', async () => {
    await clear();
    const many = Array.from({ length: 53 }, (_, n) => ({ ...wang, 姓名: `联络${n + 1}号`, 负责片区: null }));
    await bringIn(many);
    const first = await page(admin, '/desk/roster/');
    expect([...first.matchAll(/<tr><th scope="row"/g)]).toHaveLength(50);
    const next = plainOf(/href="(\/desk\/roster\/\?after=[^"]+)"/.exec(first)?.[1] ?? '');
    const second = textOf(await page(admin, next));
    for (const words of ['联络51号', '联络53号', '回到第一页']) expect(second).toContain(words);
    expect(second).not.toContain('联络50号');
  });
});
