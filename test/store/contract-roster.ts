import { describe, expect, test } from 'vitest';
import type { AbsenceRow, CoverRow, OfficerRow, RosterChange } from '#src/staff/roster/store.ts';
import type { Store } from '#src/store/adapter.ts';

const officer = (id: string, more: Partial<OfficerRow> = {}): OfficerRow => ({
  id,
  login: '',
  department: 'economy',
  areas: '[]',
  enterprises: '[]',
  since: '2026-03-01',
  until: '',
  absences: '[]',
  sealed: new TextEncoder().encode(id),
  ...more,
});
const area = (officerId: string, code: string): CoverRow => ({ kind: 'area', code, officerId });
const away = (officerId: string, days: [string, string], standIn: string): AbsenceRow => ({
  officerId,
  fromDay: `2026-03-${days[0]}`,
  untilDay: `2026-03-${days[1]}`,
  standIn,
});
const firm = (officerId: string, code: string): CoverRow => ({ kind: 'enterprise', code, officerId });

/** The roster of liaison officers. */
export const rostering = (store: () => Store): void => {
  describe('the roster', () => {
    let events = 0;
    const put = async (change: Partial<RosterChange> & Pick<RosterChange, 'mark'>) => {
      const { version } = await store().rosterState();
      const event = {
        id: `2026-roster-${String(++events).padStart(4, '0')}`,
        at: '2026-03-20T02:00:00.000Z',
        actor: 'chen',
        subject: 'roster:',
        kind: 'roster-changed',
        detail: change.mark,
      } as const;
      return store().putRoster({
        was: version,
        put: [],
        covers: [],
        absences: [],
        drop: [],
        event,
        ...change,
      });
    };
    const told = async () =>
      (await store().staffEvents({ subject: 'roster:', before: '', limit: 50 })).map(one => one.detail);
    const on = async (day: string, areaCode: string, creditCode = '') =>
      (await store().officersCovering({ area: areaCode, creditCode, day })).map(one => [one.id, one.kind]);

    test('holds what was put, in the order of ids, and finds who covers what on which day', async () => {
      expect(await store().rosterState()).toEqual({ version: 0, mark: '' });
      const rows = [
        officer('a', { login: 'wang', areas: '["east"]', until: '2026-03-31' }),
        officer('b', { enterprises: '["F1"]' }),
        officer('c', { since: '2026-04-01', areas: '["east"]' }),
      ];
      const covers = [area('a', 'east'), firm('b', 'F1'), area('c', 'east')];
      expect(await put({ mark: 'm1', put: rows, covers })).toBe('stored');
      expect(await store().rosterState()).toEqual({ version: 1, mark: 'm1' });
      const page = await store().rosterPage({ after: '', limit: 2 });
      expect(page.map(one => one.id)).toEqual(['a', 'b']);
      expect({ ...page[0], sealed: new Uint8Array(page[0]?.sealed ?? []) }).toEqual(rows[0]);
      expect((await store().rosterPage({ after: 'b', limit: 2 })).map(one => one.id)).toEqual(['c']);
      expect(await on('2026-03-20', 'east')).toEqual([['a', 'area']]);
      expect(await on('2026-03-31', 'east')).toEqual([['a', 'area']]);
      expect(await on('2026-04-01', 'east')).toEqual([['c', 'area']]);
      expect(await on('2026-02-28', 'east')).toEqual([]);
      // An enterprise's code is no area's, and no code finds nobody.
      expect(await on('2026-03-20', 'F1', 'east')).toEqual([]);
      expect(await on('2026-03-20', 'west', 'F1')).toEqual([['b', 'enterprise']]);
      expect((await store().officerByLogin('wang'))?.id).toBe('a');
      expect(await store().officerByLogin('')).toBeNull();
      expect((await store().officerById('c'))?.since).toBe('2026-04-01');
      expect(await store().officerById('x')).toBeNull();
    });

    test('finds those in whose place somebody stands, on the days of it alone', async () => {
      const kept = '[{"from":"2026-03-20","until":"2026-03-22","standIn":"a"}]';
      const planned = officer('b', { enterprises: '["F1"]', absences: kept });
      const absences = [
        away('b', ['20', '22'], 'a'),
        away('b', ['25', '25'], 'a'),
        away('b', ['26', '27'], 'c'),
      ];
      expect(await put({ mark: 'm2', put: [planned], covers: [firm('b', 'F1')], absences })).toBe('stored');
      expect((await store().officerById('b'))?.absences).toBe(kept);
      const standing = async (day: string, standIn = 'a') =>
        (await store().officersAway({ standIn, day })).map(one => one.id);
      expect(
        await Promise.all(['19', '20', '22', '23', '25', '26'].map(day => standing(`2026-03-${day}`))),
      ).toEqual([[], ['b'], ['b'], [], ['b'], []]);
      // On the 27th the other one is no officer yet, but who is away is asked by the day of who is away.
      expect(await standing('2026-03-27', 'c')).toEqual(['b']);
      expect(await standing('2026-03-20', '')).toEqual([]);
    });

    test('an officer put anew is found by what they cover now; one that goes takes it along', async () => {
      expect(await put({ mark: 'm3', put: [officer('b')], covers: [area('b', 'west')], drop: ['c'] })).toBe(
        'stored',
      );
      expect(await on('2026-04-02', 'east', 'F1')).toEqual([]);
      expect(await on('2026-04-02', 'west')).toEqual([['b', 'area']]);
      expect(await store().officersAway({ standIn: 'a', day: '2026-03-20' })).toEqual([]);
    });

    test('a change of another version does nothing; the last one sent again is known', async () => {
      const { version } = await store().rosterState();
      const before = await told();
      expect(await put({ mark: 'other', was: version - 1, drop: ['a', 'b'] })).toBe('stale');
      expect(await put({ mark: 'other', was: 0, drop: ['a', 'b'] })).toBe('stale');
      expect(await put({ mark: 'm3', was: version - 1, drop: ['a', 'b'] })).toBe('replayed');
      expect((await store().rosterPage({ after: '', limit: 9 })).map(one => one.id)).toEqual(['a', 'b']);
      expect(await told()).toEqual(before);
      expect(before).toEqual(['m3', 'm2', 'm1']);
    });

    test('of changes sent at once, one is done', async () => {
      const marks = ['p1', 'p2', 'p3', 'p4'];
      const { version } = await store().rosterState();
      const done = await Promise.all(
        marks.map(mark => put({ mark, was: version, put: [officer(`z${mark}`)] })),
      );
      expect([...done].sort()).toEqual(['stale', 'stale', 'stale', 'stored']);
      const ids = (await store().rosterPage({ after: 'z', limit: 9 })).map(one => one.id);
      expect(ids).toEqual([`z${marks[done.indexOf('stored')]}`]);
    });

    test('the same change sent twice at once is done once', async () => {
      const { version } = await store().rosterState();
      const same = () => put({ mark: 'twice', was: version, put: [officer('q')] });
      const done = await Promise.all([same(), same()]);
      expect([...done].sort()).toEqual(['replayed', 'stored']);
    });

    test('a thousand officers of thirty enterprises go in whole', async () => {
      const ids = Array.from({ length: 1000 }, (_, n) => `k${String(n).padStart(4, '0')}`);
      const covers = ids.flatMap(id => Array.from({ length: 30 }, (_, n) => firm(id, `${id}-${n}`)));
      expect(await put({ mark: 'many', put: ids.map(id => officer(id)), covers })).toBe('stored');
      expect(await on('2026-03-20', '', 'k0999-29')).toEqual([['k0999', 'enterprise']]);
      expect(await put({ mark: 'gone', drop: ids })).toBe('stored');
      expect(await on('2026-03-20', '', 'k0999-29')).toEqual([]);
    }, 60_000);
  });
};
