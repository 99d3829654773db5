import { describe, expect, test } from 'vitest';
import type { ChaseRow, DueCursor, EntryRow, OpenRow } from '#src/firms/store.ts';
import type { Store } from '#src/store/adapter.ts';
import { anything, everyone, firmsIn, newDay, owing, soonest } from './firms-kept.ts';
import { answer, at, receipt } from './samples.ts';

/** Enterprises in operation: entries, days, returns, chases. */
export const firming = (store: () => Store): void => {
  const { filed, spanOf, keep, opened, said, due } = firmsIn(store);

  describe('enterprises in operation', () => {
    test('a filing and a daily return are behind until they are kept, and again when they move on; other forms never', async () => {
      const { entry, caseId } = await filed();
      const daily = receipt({ case: { form: 'daily-return' } });
      const other = receipt();
      await store().receive(daily);
      await store().receive(other);
      const behind = await store().firmsBehind(500);
      expect([caseId, daily.case.id, other.case.id].map(id => behind.includes(id))).toEqual([
        true,
        true,
        false,
      ]);
      const day = newDay();
      expect(await keep(entry, soonest(day))).toBe(true);
      expect(await store().firmsBehind(500)).not.toContain(caseId);
      await store().append(answer(caseId, 1));
      expect(await store().firmsBehind(500)).toContain(caseId);
      expect(await keep({ ...entry, staff: 70 }, soonest(day))).toBe(false);
      expect(await store().entriesOfCase(caseId)).toEqual([entry]);
      expect(await keep({ ...entry, staff: 70 }, soonest(day), 2)).toBe(true);
      expect(await store().entriesOfFirm(entry.firm)).toEqual([{ ...entry, staff: 70 }]);
      expect(await store().spansOfFirm(entry.firm)).toEqual([spanOf(entry, soonest(day))]);
    });

    test('what was read before something else was kept is refused whole', async () => {
      const [one, other] = [await filed(), await filed()];
      const day = newDay();
      const seq = await store().firmSeq();
      const command = (entry: EntryRow) => ({
        seq,
        cases: [{ caseId: entry.caseId, head: 1 }],
        entries: [entry],
        returns: [],
        firms: [{ firm: entry.firm, spans: [spanOf(entry, soonest(day))] }],
      });
      const came = await Promise.all([
        store().keepFirms(command(one.entry)),
        store().keepFirms(command(other.entry)),
      ]);
      expect(came.toSorted()).toEqual([false, true]);
      const kept = (
        await Promise.all([one, other].map(({ caseId }) => store().entriesOfCase(caseId)))
      ).flat();
      expect(kept).toHaveLength(1);
    });

    test('a firm is at work from its first day to the one before its last, with its staff; nobody’s staff is counted as 0', async () => {
      const day = newDay();
      await opened(day);
      await opened(day, { staff: null, letters: null, above: 'yes' });
      await opened(day, { line: 'shops', staff: 5 });
      expect(await store().openOn({ day })).toEqual([
        {
          area: 'lakeside',
          line: 'machinery',
          firms: 2,
          staff: 60,
          unknown: 1,
          letters: 40,
          lettersOf: 100,
          above: 1,
        },
        {
          area: 'lakeside',
          line: 'shops',
          firms: 1,
          staff: 5,
          unknown: 0,
          letters: 40,
          lettersOf: 100,
          above: 0,
        },
      ]);
      expect(await store().openOn({ day: soonest(day).toDay })).toEqual([]);
    });

    test('who owes a return stands by how it is: missing, of the same name, held, late, in time; the newest counts', async () => {
      const day = newDay();
      const [filing, late, held, missing] = [
        await opened(day),
        await opened(day),
        await opened(day),
        await opened(day),
      ];
      const namesake = await opened(day, { creditCode: '', name: '没有代码的厂' });
      await opened(day, { line: 'shops' });
      await said(day, { firm: late.entry.firm, filedAt: `${day}T08:59:59.000Z`, stand: 'ended' });
      await said(day, {
        firm: late.entry.firm,
        filedAt: `${day}T09:00:00.001Z`,
        state: 'problem',
        maskTenths: 30,
      });
      await said(day, { firm: filing.entry.firm, filedAt: `${day}T09:00:00.000Z`, present: 55 });
      await said(day, { firm: held.entry.firm, stand: 'held', present: 999 });
      await said(day, { name: '没有代码的厂' });
      await said(newDay(), { firm: missing.entry.firm });
      const rows = await due(day);
      expect(rows.map(row => [row.rank, row.firm])).toEqual([
        [0, missing.entry.firm],
        [1, namesake.entry.firm],
        [2, held.entry.firm],
        [3, late.entry.firm],
        [4, filing.entry.firm],
      ]);
      expect(rows[0]).toMatchObject({ present: null, returnNumber: '', filedAt: '', chasedAt: '' });
      expect(rows[4]).toMatchObject({
        present: 55,
        absent: null,
        state: 'normal',
        number: filing.sent.case.number,
      });
      const totals = await store().dueTotals({ ...owing(day), ...everyone });
      expect(
        totals.map(({ rank, firms, normal, present, presentBy, absentBy, maskLow, maskBy }) => [
          rank,
          firms,
          normal,
          present,
          presentBy,
          absentBy,
          maskLow,
          maskBy,
        ]),
      ).toEqual([
        [0, 1, 0, 0, 0, 0, 0, 0],
        [1, 1, 0, 0, 0, 0, 0, 0],
        [2, 1, 1, 999, 1, 0, 1, 1],
        [3, 1, 0, 10, 1, 0, 0, 1],
        [4, 1, 1, 55, 1, 0, 1, 1],
      ]);
      const beside = await store().besidePage({ ...owing(day), ...everyone, before: 'zzzz', limit: 10 });
      expect(beside.map(row => row.name)).toEqual(['没有代码的厂']);
      expect(await store().besideCount({ ...owing(day), ...everyone })).toBe(1);
    });

    test('the enterprises at work on a day come by pages, what was filed last first, and add up to its numbers', async () => {
      const day = newDay();
      const made = [
        await opened(day),
        await opened(day, { staff: null }),
        await opened(day, { line: 'trade', area: 'own-area', staff: 7 }),
      ];
      const away = await opened(newDay());
      const walk = async (more: object) => {
        const found: OpenRow[] = [];
        for (let before = 'zzz'; ; ) {
          const wanted = { day, line: '', staff: '', ...everyone, ...more } as const;
          const rows = await store().openPage({ ...wanted, before, limit: 2 });
          found.push(...rows);
          const end = rows.at(-1);
          if (!end) return found;
          before = end.id;
        }
      };
      const ids = async (more: object) => (await walk(more)).map(({ id }) => id);
      const [first, unknown, trade] = made.map(({ entry }) => entry.id);
      expect(await ids({})).toEqual([trade, unknown, first]);
      expect(await ids({ line: 'machinery' })).toEqual([unknown, first]);
      expect(await ids({ staff: 'unknown' })).toEqual([unknown]);
      expect(await ids({ staff: 'known' })).toEqual([trade, first]);
      expect(await ids({ areas: ',own-area,' })).toEqual([trade]);
      expect(await ids({})).not.toContain(away.entry.id);
      const totals = await store().openOn({ day });
      const sum = (of: (row: (typeof totals)[number]) => number) =>
        totals.reduce((all, row) => all + of(row), 0);
      const listed = await walk({});
      expect([listed.length, listed.reduce((all, row) => all + (row.staff ?? 0), 0)]).toEqual([
        sum(row => row.firms),
        sum(row => row.staff),
      ]);
      expect((await walk({ staff: 'unknown' })).length).toBe(sum(row => row.unknown));
      await expect(async () =>
        store().openPage({ day, line: '', staff: '', ...everyone, before: 'zzz', limit: 501 }),
      ).rejects.toThrow(RangeError);
    });

    test('lists narrow to areas, enterprises and a department’s own; filters narrow further; pages hold each once', async () => {
      const day = newDay();
      const own = await opened(day, { area: 'own-area' });
      const code = await opened(day, { creditCode: '91350100M000100Y43' });
      const lead = await opened(day, {}, 'lead-office');
      const none = await opened(day, { creditCode: '' });
      await said(day, { firm: lead.entry.firm, state: 'problem' });
      const ids = async (more: object) => (await due(day, more)).map(row => row.firm).toSorted();
      const of = (...made: readonly (typeof own)[]) => made.map(({ entry }) => entry.firm).toSorted();
      expect(await ids({})).toEqual(of(own, code, lead, none));
      expect(await ids({ areas: ',own-area,' })).toEqual(of(own));
      expect(await ids({ areas: ',x,', codes: ',91350100M000100Y43,' })).toEqual(of(code));
      expect(await ids({ department: 'lead-office' })).toEqual(of(lead));
      expect(await ids({ area: 'own-area' })).toEqual(of(own));
      expect(await ids({ line: 'shops' })).toEqual([]);
      expect(await ids({ ranks: ',4,' })).toEqual(of(lead));
      expect(await ids({ ranks: ',3,4,' })).toEqual(of(lead));
      expect(await ids({ ranks: ',3,' })).toEqual([]);
      expect(await ids({ said: 'problem' })).toEqual(of(lead));
      expect(await ids({ said: 'normal' })).toEqual([]);
      expect(await ids({ firms: `,${own.entry.firm},${code.entry.firm},` })).toEqual(of(own, code));
      expect(await due(day, { lines: ',' })).toEqual([]);
      const walked: string[] = [];
      for (let after: DueCursor | null = null; ; ) {
        const page = await store().duePage({ ...owing(day), ...everyone, ...anything, after, limit: 3 });
        walked.push(...page.rows.map(row => row.firm));
        if (page.next === null) break;
        after = page.next;
      }
      expect(walked.toSorted()).toEqual(of(own, code, lead, none));
    });

    test('a chase counts once an id; the newest shows', async () => {
      const day = newDay();
      const { entry } = await opened(day);
      const row: ChaseRow = { id: 'a1', firm: entry.firm, day, way: 'phone', at, actor: 'li' };
      const mine = { ...row, id: `a1.${entry.firm}` };
      expect(await store().chaseFirms({ rows: [mine] })).toBe(1);
      expect(await store().chaseFirms({ rows: [mine] })).toBe(0);
      expect(
        await store().chaseFirms({
          rows: [{ ...mine, id: `a2.${entry.firm}`, way: 'visit', actor: 'wang' }],
        }),
      ).toBe(1);
      expect((await due(day))[0]).toMatchObject({ chasedAt: at, chasedBy: 'wang', chasedWay: 'visit' });
      expect((await store().dueTotals({ ...owing(day), ...everyone }))[0]).toMatchObject({
        firms: 1,
        chased: 1,
      });
    });

    test('with a case’s key go name and code; the day still counts, and nobody is asked for its return', async () => {
      const day = newDay();
      const { entry, caseId } = await opened(day);
      await store().append({ ...answer(caseId, 1), destroyKey: true });
      expect(await store().entriesOfCase(caseId)).toEqual([{ ...entry, name: '', creditCode: '' }]);
      expect(await store().openOn({ day })).toMatchObject([{ firms: 1, staff: 60 }]);
      expect(await due(day)).toEqual([]);
      const row = await said(day, { name: '要删的厂', creditCode: '91320594MA1ABCDE0X' });
      await store().append({ ...answer(row.caseId, 1), destroyKey: true });
      expect(await store().returnOfCase(row.caseId)).toEqual({ ...row, name: '', creditCode: '' });
    });
  });
};
