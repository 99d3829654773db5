import { describe, expect, test } from 'vitest';
import type { Append } from '#src/cases/store.ts';
import type { Store } from '#src/store/adapter.ts';
import type { VacancyEventRow, VacancyNarrow, VacancyRow } from '#src/vacancies/store.ts';
import { answer, at, receipt } from './samples.ts';

let last = 0;
const vacancyRow = (set: Partial<VacancyRow> = {}): VacancyRow => ({
  id: `v${String(++last).padStart(23, '0')}`,
  number: String(100_000 + last),
  caseId: 'nobody',
  kind: 'hire',
  line: 0,
  version: 1,
  state: 'open',
  ended: '',
  enterprise: '湖畔精密机械有限公司',
  area: 'contract',
  title: '焊工',
  skills: '会氩弧焊',
  headcount: 5,
  filled: 0,
  payFrom: 5000,
  payTo: 8000,
  employment: 'full-time',
  meals: 1,
  lodging: 0,
  startDay: '',
  insured: 'yes',
  online: '',
  publishedAt: at,
  until: '2020-04-19',
  changedAt: at,
  ...set,
});
const eventOf = (row: VacancyRow, set: Partial<VacancyEventRow> = {}): VacancyEventRow => ({
  vacancyId: row.id,
  version: row.version,
  at: row.changedAt,
  actor: 'li',
  kind: 'published',
  heads: 0,
  data: '{}',
  ...set,
});

/** Vacancies: put once, changed by whoever saw the newest, taken off by their case, listed and summed up. */
export const vacancying = (store: () => Store): void => {
  const put = async (set: Partial<VacancyRow> = {}, was = 0) => {
    const row = vacancyRow(set);
    const result = await store().putVacancy({ was, vacancy: row, event: eventOf(row), hold: null });
    expect(result).toBe('stored');
    return row;
  };
  const filedCase = async () => {
    const sent = receipt({ case: { form: 'labour' } });
    await store().receive(sent);
    return sent.case;
  };
  const narrow = (set: Partial<VacancyNarrow> = {}): VacancyNarrow => ({
    kind: '',
    area: '',
    words: '',
    lodging: '',
    today: '2020-03-20',
    latest: '9999-12-31',
    ...set,
  });
  const numbers = async (set: Partial<VacancyNarrow> = {}) => {
    const page = await store().openVacancies({ ...narrow(set), sort: 'newest', after: null, limit: 500 });
    return page.rows.map(row => row.number);
  };

  describe('vacancies', () => {
    test('are put once a position and a number, and changed only as they were read', async () => {
      const row = vacancyRow();
      const command = { was: 0, vacancy: row, event: eventOf(row), hold: null };
      const added = await Promise.all(Array.from({ length: 6 }, () => store().putVacancy(command)));
      expect(added.filter(result => result === 'stored')).toHaveLength(1);
      expect(await store().vacancyById(row.id)).toEqual(row);
      const taken = vacancyRow({ number: row.number });
      expect(await store().putVacancy({ was: 0, vacancy: taken, event: eventOf(taken), hold: null })).toBe(
        'stale',
      );
      const changes = await Promise.all(
        [1, 2, 3, 4].map(filled => {
          const next = { ...row, version: 2, filled };
          const event = eventOf(next, { kind: 'filled', heads: filled });
          return store().putVacancy({ was: 1, vacancy: next, event, hold: null });
        }),
      );
      expect(changes.filter(result => result === 'stored')).toHaveLength(1);
      expect(await store().vacancyEvents({ caseId: 'nobody', limit: 500 })).toHaveLength(2);
    });

    test('more people than are wanted are never found', async () => {
      const row = vacancyRow({ headcount: 2, filled: 3 });
      await expect(
        store().putVacancy({ was: 0, vacancy: row, event: eventOf(row), hold: null }),
      ).rejects.toThrow();
    });

    test('one that holds its case is put only while the case stays where it was read', async () => {
      const { id } = await filedCase();
      const row = vacancyRow({ caseId: id });
      const command = { was: 0, vacancy: row, event: eventOf(row) };
      expect(await store().putVacancy({ ...command, hold: { caseId: id, head: 2 } })).toBe('stale');
      expect(await store().vacancyById(row.id)).toBeNull();
      expect(await store().putVacancy({ ...command, hold: { caseId: id, head: 1 } })).toBe('stored');
    });

    test('a permission that is taken back at the same moment wins, whoever comes first', async () => {
      for (let round = 0; round < 8; round += 1) {
        const { id } = await filedCase();
        const row = vacancyRow({ caseId: id });
        const taken: Append = { ...answer(id, 1), unlist: 'permission' };
        await Promise.all([
          store().append(taken),
          store().putVacancy({
            was: 0,
            vacancy: row,
            event: eventOf(row),
            hold: { caseId: id, head: 1 },
          }),
        ]);
        const kept = await store().vacancyById(row.id);
        expect(kept === null || kept.ended === 'permission').toBe(true);
        expect(await numbers()).not.toContain(row.number);
      }
    });

    test.each(['changed', 'permission', 'closed', 'erased'] as const)(
      'an event of the case takes its own off (%s), each with an event, and leaves the others',
      async why => {
        const { id } = await filedCase();
        const open = await put({ caseId: id });
        const left = await put({ caseId: id, line: 1, state: 'ended', ended: 'left-out', publishedAt: '' });
        const over = await put({ caseId: id, line: 2, state: 'ended', ended: 'withdrawn' });
        const other = await put({ caseId: 'another' });
        const erased = why === 'erased' ? ({ destroyKey: true } as const) : {};
        expect(await store().append({ ...answer(id, 1), unlist: why, ...erased })).toEqual({ tag: 'stored' });
        const ended = await Promise.all(
          [open, left, over, other].map(async row => (await store().vacancyById(row.id))?.ended),
        );
        expect(ended).toEqual([why, why === 'changed' ? 'changed' : 'left-out', 'withdrawn', '']);
        const found = await numbers();
        expect([found.includes(open.number), found.includes(other.number)]).toEqual([false, true]);
        const events = await store().vacancyEvents({ caseId: id, limit: 500 });
        const newest = events.find(event => event.vacancyId === open.id);
        expect(newest).toMatchObject({ version: 2, kind: 'ended', data: JSON.stringify({ why }) });
        const { title, skills, enterprise } = (await store().vacancyById(open.id)) ?? open;
        expect([title, skills, enterprise].every(text => text === '')).toBe(why === 'erased');
      },
    );

    test('only what is open and not over is listed, by area, words, lodging and kind', async () => {
      const area = 'filters';
      const welder = await put({ area, title: 'Welder 焊工', lodging: 1 });
      const packer = await put({ area, title: '包装工', skills: '能做100%全检' });
      const lent = await put({ area, kind: 'lend', title: '', skills: '会开叉车' });
      const lastDay = await put({ area, title: '今天最后一天', until: '2020-03-20' });
      await put({ area, until: '2020-03-19' });
      await put({ area, state: 'ended', ended: 'filled', filled: 5 });
      const found = (set: Partial<VacancyNarrow>) => numbers({ area, ...set }).then(list => list.toSorted());
      const of = (...rows: VacancyRow[]) => rows.map(row => row.number).toSorted();
      expect(await found({})).toEqual(of(welder, packer, lent, lastDay));
      expect(await found({ kind: 'lend' })).toEqual(of(lent));
      expect(await found({ words: 'welder' })).toEqual(of(welder));
      expect(await found({ words: '叉车' })).toEqual(of(lent));
      expect(await found({ words: packer.number })).toEqual(of(packer));
      expect(await found({ words: '100%全' })).toEqual(of(packer));
      for (const sign of ['%焊', '_工', '!', "'; drop table vacancies; --"])
        expect(await found({ words: sign })).toEqual([]);
      expect(await found({ lodging: 'yes' })).toEqual(of(welder));
      expect(await found({ lodging: 'no' })).toEqual(of(packer, lent, lastDay));
      expect(await found({ latest: '2020-03-27' })).toEqual(of(lastDay));
      const all = { ...narrow({ area }), latest: '9999-12-31' };
      expect(await store().vacancyTotals(all)).toEqual({ count: 4, heads: 20 });
    });

    test('pages follow each other without gap or repeat, in either order; what is over stands among the past', async () => {
      const area = 'pages';
      const days = ['2020-03-25', '2020-03-22', '2020-03-22', '2020-03-30', '2020-03-21'];
      const rows = await Promise.all(days.map(until => put({ area, until })));
      for (const sort of ['newest', 'ending'] as const) {
        const seen: VacancyRow[] = [];
        for (let after: { key: string; number: string } | null = null; ; ) {
          const page = await store().openVacancies({ ...narrow({ area }), sort, after, limit: 2 });
          seen.push(...page.rows);
          if (!page.next) break;
          after = page.next;
        }
        expect(seen.map(row => row.number).toSorted()).toEqual(rows.map(row => row.number).toSorted());
        const keys = seen.map(row => (sort === 'ending' ? row.until : row.number));
        expect(keys).toEqual(sort === 'ending' ? keys.toSorted() : keys.toSorted().toReversed());
      }
      const past: string[] = [];
      for (let after: { key: string; number: string } | null = null; ; ) {
        const page = await store().pastVacancies({ today: '2020-03-23', after, limit: 3 });
        past.push(...page.rows.map(row => row.number));
        if (!page.next) break;
        after = page.next;
      }
      expect(new Set(past).size).toBe(past.length);
      const isPast = rows.map(row => past.includes(row.number));
      expect(isPast).toEqual([false, true, true, false, true]);
      await expect(store().pastVacancies({ today: '', after: null, limit: 501 })).rejects.toThrow(RangeError);
    });

    test('sums are those of what is open on the day and of what happened before the time', async () => {
      const before = await store().vacancySums('2020-03-20');
      const flows = await store().vacancyFlows('9999');
      const row = await put({ kind: 'lend', headcount: 7 });
      const next = { ...row, version: 2, filled: 3 };
      await store().putVacancy({
        was: 1,
        vacancy: next,
        event: eventOf(next, { kind: 'filled', heads: 3 }),
        hold: null,
      });
      const of = <T extends { readonly kind: string }>(list: readonly T[]) =>
        list.find(one => one.kind === 'lend');
      const [sum, flow] = [
        of(await store().vacancySums('2020-03-20')),
        of(await store().vacancyFlows('9999')),
      ];
      expect(sum?.heads).toBe((of(before)?.heads ?? 0) + 4);
      expect(sum?.count).toBe((of(before)?.count ?? 0) + 1);
      expect(flow?.filled).toBe((of(flows)?.filled ?? 0) + 3);
      expect(flow?.published).toBe((of(flows)?.published ?? 0) + 1);
      expect(await store().vacancyFlows(at)).toEqual([]);
    });
  });
};
