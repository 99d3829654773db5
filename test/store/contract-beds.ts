import { describe, expect, test } from 'vitest';
import type { SiteRow, StayCounted, StayRow } from '#src/beds/store.ts';
import type { Store } from '#src/store/adapter.ts';
import { misplaced } from '../beds/counted.ts';
import type { Place } from './place.ts';
import { answer, at, receipt } from './samples.ts';

let last = 0;
const siteRow = (set: Partial<SiteRow> = {}): SiteRow => ({
  id: `site${String(++last).padStart(6, '0')}`,
  name: `高新宾馆${last}`,
  kind: 'quarantine',
  area: 'east',
  capacity: 10,
  state: 'open',
  at,
  actor: 'li',
  ...set,
});

const stayRow = (siteId: string, persons: number, set: Partial<StayRow> = {}): StayRow => ({
  id: `stay${String(++last).padStart(6, '0')}`,
  siteId,
  caseId: '',
  persons,
  fromDay: '2020-03-20',
  plannedTo: '2020-04-03',
  at,
  actor: 'li',
  ...set,
});

/** The register of beds: never more than there are, stock and flow apart. */
export const bedding = (store: () => Store, place: () => Place): void => {
  const siteOf = async (set: Partial<SiteRow> = {}) => {
    const site = siteRow(set);
    expect(await store().addSite(site)).toBe(true);
    return site;
  };
  const keep = (stay: StayRow) => store().reserveBeds({ stay, at, actor: 'li', appends: [] });
  const move = (stayId: string, kind: 'in' | 'out' | 'cancelled', persons: number, open: number) =>
    store().moveBeds({ stayId, kind, persons, open, day: '2020-03-21', at, actor: 'li', appends: [] });
  const figures = async (id: string) => {
    const site = await store().bedSite(id);
    return site && [site.reserved, site.resident, site.arrived];
  };

  describe('beds', () => {
    test('a site is registered once; its beds are never fewer than what is given', async () => {
      const site = await siteOf();
      expect(await store().addSite(site)).toBe(false);
      await keep(stayRow(site.id, 6));
      const change = { id: site.id, state: 'open', was: 10 } as const;
      expect(await store().changeSite({ ...change, capacity: 5 })).toEqual({ tag: 'short' });
      expect(await store().changeSite({ ...change, capacity: 12, was: 9 })).toEqual({ tag: 'stale' });
      expect(await store().changeSite({ ...change, capacity: 6, state: 'closed' })).toEqual({
        tag: 'stored',
      });
      expect(await store().bedSite(site.id)).toMatchObject({ capacity: 6, state: 'closed', reserved: 6 });
    });

    test('kept, moved in, moved out: stock and flow apart, and each movement is there', async () => {
      const site = await siteOf();
      const stay = stayRow(site.id, 6);
      expect(await keep(stay)).toEqual({ tag: 'stored' });
      expect(await keep(stay)).toEqual({ tag: 'again' });
      expect(await move(stay.id, 'in', 4, 6)).toEqual({ tag: 'stored' });
      expect(await move(stay.id, 'cancelled', 1, 2)).toEqual({ tag: 'stored' });
      expect(await move(stay.id, 'out', 3, 4)).toEqual({ tag: 'stored' });
      expect(await figures(site.id)).toEqual([1, 1, 4]);
      expect(await store().stay(stay.id)).toMatchObject({ arrived: 4, departed: 3, cancelled: 1 });
      expect(await misplaced(text => place().sql(text))).toEqual([]);
    });

    test('more than is free, or open to the stay, is refused; so is a closed site and a stale page', async () => {
      const site = await siteOf();
      const stay = stayRow(site.id, 7);
      await keep(stay);
      expect(await keep(stayRow(site.id, 4))).toEqual({ tag: 'short' });
      expect(await keep(stayRow(site.id, 3))).toEqual({ tag: 'stored' });
      expect(await move(stay.id, 'out', 1, 1)).toEqual({ tag: 'short' });
      expect(await move(stay.id, 'in', 8, 7)).toEqual({ tag: 'short' });
      expect(await move(stay.id, 'in', 2, 6)).toEqual({ tag: 'stale' });
      expect(await move(stay.id, 'in', 2, 7)).toEqual({ tag: 'stored' });
      expect(await move(stay.id, 'in', 2, 7)).toEqual({ tag: 'stale' });
      const closed = await siteOf({ state: 'closed' });
      expect(await keep(stayRow(closed.id, 1))).toEqual({ tag: 'short' });
      expect(await figures(site.id)).toEqual([8, 2, 2]);
    });

    test('with the event on its case, or not at all', async () => {
      const site = await siteOf();
      const sent = receipt({ case: { form: 'lodging' } });
      await store().receive(sent);
      const { id } = sent.case;
      const event = { ...answer(id, 1), state: 'received' } as const;
      const stay = stayRow(site.id, 2, { caseId: id });
      const old = await store().reserveBeds({ stay, at, actor: 'li', appends: [{ ...event, head: 7 }] });
      expect([old, await store().stay(stay.id)]).toEqual([{ tag: 'stale' }, null]);
      const done = await store().reserveBeds({ stay, at, actor: 'li', appends: [event] });
      expect([done, (await store().events(id)).length, await store().bedsOfCase(id)]).toEqual([
        { tag: 'stored' },
        2,
        2,
      ]);
      await move(stay.id, 'cancelled', 1, 2);
      expect(await store().bedsOfCase(id)).toBe(1);
    });

    test('sites are listed by name, page by page; stays the newest first', async () => {
      const names = ['丙', '甲', '乙'].map(name => `页${name}${last}`);
      for (const name of names) await siteOf({ name, kind: 'dormitory' });
      const seen: string[] = [];
      let after: { name: string; id: string } | null = null;
      for (;;) {
        const rows = await store().bedSites({ kind: 'dormitory', after, limit: 2 });
        seen.push(...rows.map(one => one.name));
        const end = rows.at(-1);
        if (!end) break;
        after = { name: end.name, id: end.id };
      }
      expect(seen.filter(name => names.includes(name)).toSorted()).toEqual(names.toSorted());
      expect(new Set(seen).size).toBe(seen.length);
      const site = await siteOf();
      const stays = [stayRow(site.id, 1), stayRow(site.id, 2)];
      for (const stay of stays) await keep(stay);
      const listed = await store().staysOf({ siteId: site.id, before: 'zzz', limit: 9 });
      expect(listed.map(one => one.persons)).toEqual([2, 1]);
    });

    test('the stays behind the numbers of a day come by pages and add up to them, of a kind and of all', async () => {
      const [house, home] = [await siteOf(), await siteOf({ kind: 'dormitory' })];
      const [stays, gone] = [stayRow(house.id, 6), stayRow(house.id, 2)];
      const lodged = stayRow(home.id, 3);
      for (const [stay, out] of [
        [stays, 1],
        [gone, 2],
        [lodged, 0],
      ] as const) {
        await keep(stay);
        await move(stay.id, 'in', stay.persons, stay.persons);
        if (out > 0) await move(stay.id, 'out', out, stay.persons);
      }
      const walk = async (day: string, kind: SiteRow['kind'] | '', of: 'resident' | 'arrived') => {
        const found: StayCounted[] = [];
        for (let before = 'zzz'; ; ) {
          const rows = await store().bedStays({ day, kind, of, before, limit: 2 });
          found.push(...rows);
          const end = rows.at(-1);
          if (!end) return found;
          before = end.id;
        }
      };
      const own = (rows: readonly StayCounted[]) =>
        rows
          .filter(row => [house.id, home.id].includes(row.siteId))
          .map(row => [row.id, row.arrived, row.departed]);
      const day = '2020-03-21';
      expect(own(await walk(day, '', 'resident'))).toEqual([
        [lodged.id, 3, 0],
        [stays.id, 6, 1],
      ]);
      expect(own(await walk(day, 'quarantine', 'arrived'))).toEqual([
        [gone.id, 2, 2],
        [stays.id, 6, 1],
      ]);
      expect(await walk('2020-03-20', '', 'arrived')).toEqual([]);
      for (const { kind, arrived, departed } of await store().bedFlows(day)) {
        const sum = (rows: readonly StayCounted[], of: (row: StayCounted) => number) =>
          rows.reduce((all, row) => all + of(row), 0);
        const came = await walk(day, kind, 'arrived');
        expect([kind, sum(came, row => row.arrived)]).toEqual([kind, arrived]);
        const living = await walk(day, kind, 'resident');
        expect([kind, sum(living, row => row.arrived - row.departed)]).toEqual([kind, arrived - departed]);
      }
      await expect(async () =>
        store().bedStays({ day, kind: '', of: 'resident', before: 'zzz', limit: 501 }),
      ).rejects.toThrow(RangeError);
    });

    test('sums over all sites are what the movements say', async () => {
      const sums = await store().bedSums();
      const flows = await store().bedFlows('9999-12-31');
      for (const { kind, resident, arrived } of sums) {
        const flow = flows.find(one => one.kind === kind) ?? { arrived: 0, departed: 0 };
        expect([kind, arrived, resident]).toEqual([kind, flow.arrived, flow.arrived - flow.departed]);
      }
      expect(sums.length).toBeGreaterThan(0);
      expect(await store().bedFlows('2020-03-20')).toEqual(
        expect.arrayContaining([expect.objectContaining({ arrived: 0 })]),
      );
    });
  });
};
