import { describe, expect, test } from 'vitest';
import type { AcknowledgementRow } from '#src/cases/acknowledgement-store.ts';
import type { CaseRow } from '#src/cases/store.ts';
import type { EntryRow, SpanRow } from '#src/firms/store.ts';
import type { Store } from '#src/store/adapter.ts';
import { at, eventRow, receipt } from './samples.ts';

let last = 0;
const day = '2020-03-20';
const always = { fromDay: '2020-03-01', toDay: '9999-12-31' };
const of = (addressed: number, read: number) => ({ addressed, read });

/** Which enterprise has read which notice, and how many of how many. */
export const acknowledging = (store: () => Store): void => {
  const filed = async (set: Partial<CaseRow> = {}): Promise<CaseRow> => {
    const command = receipt({ case: { form: 'filing', ...set } });
    await store().receive(command);
    return command.case;
  };
  /** Every test has areas and a notice of its own: the store is one for all. */
  const fresh = () => {
    const name = `n${++last}`;
    const notice = { notice: name, version: 1 };
    return { area: `area-${name}`, notice, to: { ...notice, areas: `,area-${name},`, lines: '', day } };
  };
  /** The enterprises of a filing with the days on which each may be at work. */
  const keep = async (
    { id, head }: CaseRow,
    all: readonly (readonly [EntryRow, Pick<SpanRow, 'fromDay' | 'toDay'>])[],
  ) => {
    const firms = all.map(([{ firm, id: entryId }, days]) => ({
      firm,
      spans: [{ id: `${firm} ${days.fromDay}`, firm, entryId, ...days }],
    }));
    const entries = all.map(([entry]) => entry);
    const command = { cases: [{ caseId: id, head }], entries, returns: [], firms };
    expect(await store().keepFirms({ seq: await store().firmSeq(), ...command })).toBe(true);
  };
  const entryOf = (row: CaseRow, set: Partial<EntryRow> = {}): EntryRow => ({
    id: row.id,
    caseId: row.id,
    firm: row.creditCode === '' ? row.id : `firm ${row.creditCode}`,
    name: row.enterprise,
    creditCode: row.creditCode,
    area: row.area,
    line: row.line,
    total: null,
    staff: null,
    locals: null,
    letters: null,
    above: '',
    stand: 'open',
    filedAt: at,
    turns: '[]',
    ...set,
  });
  /** A filing of an enterprise that is at work on the day. */
  const working = async (set: Partial<CaseRow> = {}): Promise<CaseRow> => {
    const row = await filed(set);
    await keep(row, [[entryOf(row), always]]);
    return row;
  };
  const say = (caseId: string, set: Partial<AcknowledgementRow>) =>
    store().acknowledge({ notice: '', version: 1, firm: 'f', caseId, at, ...set });
  const end = (row: CaseRow, kind: 'erased' | 'withdrawn') =>
    store().append({
      caseId: row.id,
      head: 1,
      event: eventRow(row.id, { seq: 2, kind }),
      state: 'withdrawn',
      set: {},
      ...(kind === 'erased' && { destroyKey: true as const, forget: 'all' as const }),
    });

  describe('notices that were read', () => {
    test('are kept once an enterprise and version; the first time stands', async () => {
      const { area, notice } = fresh();
      const { id } = await filed({ area });
      const later = '2020-03-21T01:00:00.000Z';
      expect(await say(id, { ...notice, firm: 'one' })).toEqual({ at, again: false });
      expect(await say(id, { ...notice, firm: 'one', at: later })).toEqual({ at, again: true });
      expect(await say(id, { ...notice, firm: 'one', version: 2, at: later })).toEqual({
        at: later,
        again: false,
      });
      expect(await say('nobody', notice)).toBeNull();
    });

    test('sent at once they count once', async () => {
      const { area, notice, to } = fresh();
      const { id } = await working({ area });
      const said = await Promise.all(Array.from({ length: 20 }, () => say(id, notice)));
      expect(said.filter(one => one?.again === false)).toHaveLength(1);
      expect(await store().readTotals(to)).toEqual({ open: of(1, 1), filed: of(1, 1), said: 1 });
    });

    test('are counted by enterprise: one credit code is one, whichever of its cases said it', async () => {
      const { area, notice, to } = fresh();
      const other = `code-${area}`;
      await filed({ area, creditCode: other });
      const first = await working({ area, creditCode: other });
      const lone = await working({ area, creditCode: '' });
      await working({ area, creditCode: '' });
      const need = await filed({ form: 'materials', creditCode: other });
      const stranger = await filed({ form: 'materials', creditCode: `strange-${area}` });
      expect(await store().readTotals(to)).toEqual({ open: of(3, 0), filed: of(3, 0), said: 0 });
      const page = (after: string | null, limit: number) => store().unreadPage({ ...to, after, limit });
      const all = await page(null, 10);
      expect([all.rows.length, all.rows[0]?.id, all.rows[0]?.number, all.next]).toEqual([
        3,
        first.id,
        first.number,
        null,
      ]);
      const half = await page(null, 2);
      expect(half.rows).toEqual(all.rows.slice(0, 2));
      expect(await page(half.next, 2)).toEqual({ rows: all.rows.slice(2), next: null });

      await say(need.id, { ...notice, firm: 'by its need' });
      await say(stranger.id, { ...notice, firm: 'not meant' });
      expect(await store().readTotals(to)).toEqual({ open: of(3, 1), filed: of(3, 1), said: 2 });
      expect((await page(null, 10)).rows.map(row => row.id)).not.toContain(first.id);
      await say(lone.id, { ...notice, firm: 'without a code' });
      expect(await store().readTotals(to)).toEqual({ open: of(3, 2), filed: of(3, 2), said: 3 });
      expect((await page(null, 10)).rows).toHaveLength(1);
      const anew = { open: of(3, 0), filed: of(3, 0), said: 0 };
      expect(await store().readTotals({ ...to, version: 2 })).toEqual(anew);
      await expect(page(null, 0)).rejects.toThrow(RangeError);
    });

    test('are of those at work on the day, and beside it of those that filed', async () => {
      const { area, notice, to } = fresh();
      const [waiting, stopped, later] = [
        await filed({ area, creditCode: `w-${area}` }),
        await filed({ area, creditCode: `s-${area}` }),
        await filed({ area, creditCode: `l-${area}` }),
      ];
      await working({ area, creditCode: `o-${area}` });
      await keep(stopped, [[entryOf(stopped, { stand: 'suspended' }), { ...always, toDay: day }]]);
      await keep(later, [[entryOf(later), { ...always, fromDay: '2020-03-21' }]]);
      await say(waiting.id, { ...notice, firm: 'waits' });
      await say(later.id, { ...notice, firm: 'later' });
      expect(await store().readTotals(to)).toEqual({ open: of(1, 0), filed: of(4, 2), said: 2 });
      const next = { ...to, day: '2020-03-21' };
      expect((await store().readTotals(next)).open).toEqual(of(2, 1));
      const before = { ...to, day: '2020-03-19' };
      expect((await store().readTotals(before)).open).toEqual(of(2, 0));
    });

    test('count the tenants of a park each; what the park confirms, it confirms for itself', async () => {
      const { area, notice, to } = fresh();
      const park = await filed({ area, creditCode: '' });
      const coded = { id: `${park.id}.2`, firm: `firm t-${area}`, creditCode: `t-${area}`, name: '租户甲' };
      const bare = { id: `${park.id}.3`, firm: `${park.id}.3`, name: '租户乙', line: 'trade' };
      await keep(park, [
        [entryOf(park), always],
        [entryOf(park, coded), always],
        [entryOf(park, bare), always],
      ]);
      await say(park.id, { ...notice, firm: 'the park' });
      expect(await store().readTotals(to)).toEqual({ open: of(3, 1), filed: of(1, 1), said: 1 });
      const { rows } = await store().unreadPage({ ...to, after: null, limit: 10 });
      expect(rows.map(row => [row.id, row.number, row.enterprise])).toEqual([
        [coded.id, park.number, '租户甲'],
        [bare.id, park.number, '租户乙'],
      ]);
      const own = await filed({ form: 'materials', creditCode: `t-${area}` });
      await say(own.id, { ...notice, firm: 'the tenant' });
      expect(await store().readTotals(to)).toEqual({ open: of(3, 2), filed: of(1, 1), said: 2 });
      expect((await store().readTotals({ ...to, lines: ',trade,' })).open).toEqual(of(1, 0));
    });

    test('are for those areas and lines; who took the filing back is not asked', async () => {
      const { area, to } = fresh();
      await working({ area, line: 'machinery', creditCode: `a-${area}` });
      await working({ area, line: 'trade', creditCode: `b-${area}` });
      await working({ area: `${area}-else`, line: 'trade', creditCode: `c-${area}` });
      const back = await working({ area, line: 'trade', creditCode: `d-${area}` });
      const addressed = async (set: object) => {
        const { open, filed } = await store().readTotals({ ...to, ...set });
        return [open.addressed, filed.addressed];
      };
      expect(await addressed({})).toEqual([3, 3]);
      expect(await addressed({ lines: ',trade,' })).toEqual([2, 2]);
      expect(await addressed({ areas: `,${area},${area}-else,`, lines: ',trade,' })).toEqual([3, 3]);
      expect(await addressed({ areas: ',,' })).toEqual([0, 0]);
      await end(back, 'withdrawn');
      await keep({ ...back, head: 2 }, [[entryOf(back, { stand: 'ended' }), { ...always, toDay: day }]]);
      expect(await addressed({})).toEqual([2, 2]);
    });

    test('go with the case that said it; nothing is said by one that is erased', async () => {
      const { area, notice, to } = fresh();
      const row = await working({ area, creditCode: `code-${area}` });
      await filed({ area, creditCode: `code-${area}` });
      await say(row.id, notice);
      await end(row, 'erased');
      // The days stay in the count of enterprises; that nobody can be asked any more shows by the name.
      expect(await store().readTotals(to)).toEqual({ open: of(0, 0), filed: of(1, 0), said: 0 });
      expect(await say(row.id, notice)).toBeNull();
    });
  });
};
