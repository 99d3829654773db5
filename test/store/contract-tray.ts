import { describe, expect, test } from 'vitest';
import type { Store } from '#src/store/adapter.ts';
import { receipt } from './samples.ts';

/** What the desk remembers beside the cases. */
export const traying = (store: () => Store): void => {
  describe('saved views', () => {
    const view = (id: string, staffId: string, name: string) => ({ id, staffId, name, query: 'view=all' });

    test('are kept by name, for whoever saved them, up to a number', async () => {
      const save = (id: string, name: string) => store().saveView({ row: view(id, 'li', name), most: 2 });
      expect([await save('v2', '乙'), await save('v1', '甲'), await save('v3', '丙')]).toEqual([
        true,
        true,
        false,
      ]);
      expect((await store().viewsOf('li')).map(one => one.id).sort()).toEqual(['v1', 'v2']);
      expect(await store().viewsOf('wang')).toEqual([]);
      expect(await store().viewsOf('li')).toContainEqual(view('v1', 'li', '甲'));
    });

    test('asked for at once they do not come to more', async () => {
      const saves = Array.from({ length: 6 }, (_, n) => view(`c${n}`, 'zhou', `第${n}`));
      const kept = await Promise.all(saves.map(row => store().saveView({ row, most: 3 })));
      expect(kept.filter(Boolean)).toHaveLength(3);
      expect(await store().viewsOf('zhou')).toHaveLength(3);
    });

    test('are dropped by whoever keeps them alone', async () => {
      await store().saveView({ row: view('mine', 'chen', '我的'), most: 5 });
      expect(await store().dropView({ id: 'mine', staffId: 'other' })).toBe(false);
      expect(await store().dropView({ id: 'mine', staffId: 'chen' })).toBe(true);
      expect(await store().dropView({ id: 'mine', staffId: 'chen' })).toBe(false);
    });
  });

  test('looks at a case: the newest first, one a person, forgotten after a while', async () => {
    const command = receipt();
    await store().receive(command);
    const { case: row } = command;
    const look = (staffId: string, at: string, since = '2026-03-20T01:00:00.000Z') =>
      store().noteLook({ caseId: row.id, staffId, name: staffId, at, since });
    await look('li', '2026-03-20T02:00:00.000Z');
    await look('wang', '2026-03-20T02:00:30.000Z');
    await look('li', '2026-03-20T02:01:00.000Z');
    const since = '2026-03-20T01:00:00.000Z';
    expect((await store().looksAt({ caseId: row.id, since })).map(one => [one.name, one.at])).toEqual([
      ['li', '2026-03-20T02:01:00.000Z'],
      ['wang', '2026-03-20T02:00:30.000Z'],
    ]);
    expect(await store().looksAt({ caseId: row.id, since: '2026-03-20T02:01:00.000Z' })).toEqual([]);
    await look('zhou', '2026-03-20T02:03:00.000Z', '2026-03-20T02:01:00.000Z');
    expect((await store().looksAt({ caseId: row.id, since })).map(one => one.name)).toEqual(['zhou']);
  });
};
