import { describe, expect, test } from 'vitest';
import type { CaseRow } from '#src/cases/store.ts';
import type { FigureCases, TalliedCase, Tally } from '#src/figures/store.ts';
import type { Store } from '#src/store/adapter.ts';
import type { Place } from './place.ts';
import { answer, at, receipt } from './samples.ts';

const everywhere = { department: '', officer: '', areas: '', form: '', area: '', line: '', notAgainst: '' };
let last = 0;

/** What is counted: by day and by month, of the whole and by each dimension. */
export const figuring = (store: () => Store, place: () => Place): void => {
  /** A case of a form and an area that no other test has. */
  const filed = async (set: Partial<CaseRow> = {}): Promise<CaseRow> => {
    const sent = receipt({ case: { form: `f${++last}`, ...set } });
    await store().receive(sent);
    return sent.case;
  };
  const tallied = (row: CaseRow, head: number, tallies: readonly Partial<Tally>[]): TalliedCase => ({
    caseId: row.id,
    head,
    form: row.form,
    area: row.area,
    line: row.line,
    tallies: tallies.map(one => ({
      measure: 'received',
      day: '2020-03-20',
      part: '',
      department: row.handler,
      n: 1,
      ...one,
    })),
  });
  const ofForm = async (form: string, from = '2020-01-01', to = '2020-12-31') =>
    (await store().sums({ dimension: 'form', from, to }))
      .filter(({ key, n }) => key === form && n !== 0)
      .map(({ measure, day, n }) => [measure, day, n]);
  const monthsOf = async (form: string, month: string) =>
    (await store().sumsBefore({ dimension: 'form', month }))
      .filter(({ key, n }) => key === form && n !== 0)
      .map(({ measure, n }) => [measure, n]);

  describe('figures', () => {
    test('a case is behind until it is counted, and again when it moves on; its events come with it', async () => {
      const row = await filed();
      const behind = async () => {
        const found: string[] = [];
        for (let after: string | null = ''; after !== null; ) {
          const page: Awaited<ReturnType<Store['untallied']>> = await store().untallied({
            after,
            limit: 500,
          });
          found.push(...page.rows.map(one => `${one.row.id} ${one.events.map(({ kind }) => kind)}`));
          after = page.next;
        }
        return found;
      };
      expect(await behind()).toContain(`${row.id} received`);
      expect(await store().tally({ cases: [tallied(row, 2, [{}])] })).toBe(0);
      expect(await ofForm(row.form)).toEqual([]);
      expect(await store().tally({ cases: [tallied(row, 1, [{}])] })).toBe(1);
      expect(await store().tally({ cases: [tallied(row, 1, [{}])] })).toBe(0);
      expect((await behind()).filter(one => one.startsWith(row.id))).toEqual([]);
      await store().append(answer(row.id, 1));
      expect(await behind()).toContain(`${row.id} received,answered`);
    });

    test('tallies are put in place of the earlier ones, and the sums follow by the difference', async () => {
      const row = await filed();
      await store().tally({ cases: [tallied(row, 1, [{}, { measure: 'overdue', day: '2020-03-24' }])] });
      await store().append(answer(row.id, 1));
      await store().tally({
        cases: [tallied(row, 2, [{}, { measure: 'told', day: '2020-04-01', part: '0005' }])],
      });
      expect(await ofForm(row.form)).toEqual([
        ['received', '2020-03-20', 1],
        ['told', '2020-04-01', 1],
      ]);
      expect(await ofForm(row.form, '2020-03-21', '2020-03-31')).toEqual([]);
      expect(await monthsOf(row.form, '2020-03')).toEqual([]);
      expect(await monthsOf(row.form, '2020-04')).toEqual([['received', 1]]);
      expect(await monthsOf(row.form, '2020-05')).toEqual([
        ['received', 1],
        ['told', 1],
      ]);
      expect((await store().talliesOf(row.id)).map(one => [one.measure, one.part, one.n])).toEqual([
        ['received', '', 1],
        ['told', '0005', 1],
      ]);
    });

    test('two servers count the same cases at once, in opposite orders: each counts once', async () => {
      const other = await place().open();
      const form = `f${++last}`;
      const rows = await Promise.all(Array.from({ length: 12 }, () => filed({ form })));
      const sent = rows.map(row => tallied(row, 1, [{}]));
      const counted = await Promise.all([
        ...sent.map(one => store().tally({ cases: [one] })),
        other.tally({ cases: sent.toReversed() }),
        store().tally({ cases: sent }),
      ]);
      expect(counted.reduce((sum, n) => sum + n, 0)).toBe(12);
      expect(await ofForm(form)).toEqual([['received', '2020-03-20', 12]]);
      // An answer meets the counting of the case as it was.
      const [first] = rows;
      if (!first) throw new Error('no case');
      await place().sql(`update cases set tallied = 0 where id = '${first.id}' returning id`);
      const [moved, once] = await Promise.all([
        other.append(answer(first.id, 1)),
        store().tally({ cases: [tallied(first, 1, [{ n: 5 }])] }),
      ]);
      expect(moved.tag).toBe('stored');
      expect(await ofForm(form)).toEqual([['received', '2020-03-20', once === 1 ? 16 : 12]]);
      await store().tally({ cases: [tallied(first, 2, [{}])] });
      expect(await ofForm(form)).toEqual([['received', '2020-03-20', 12]]);
      await other.close();
    });

    const zone = { by: '', key: '', from: '0000-01-01', to: '2020-05-31' } as const;
    const behind = async (
      form: string,
      asked: Partial<Omit<FigureCases, 'narrow'>> & { readonly narrow?: object },
    ) => {
      const usual = { lead: 'received', terms: [{ measure: 'received' }], after: null, limit: 500 } as const;
      const narrow = { ...everywhere, form, ...asked.narrow };
      const found = await store().figureCases({ ...usual, ...zone, ...asked, narrow });
      return found.map(({ id, countedOn, n }) => ({ id, day: countedOn, n }));
    };

    test('the cases of a figure come by pages, what was counted last first, as far as somebody may see them', async () => {
      const form = `f${++last}`;
      const [one, two, three] = [
        await filed({ form, handler: 'law', area: 'east' }),
        await filed({ form, handler: 'supplies', area: 'west' }),
        await filed({ form, handler: 'law', area: 'west', against: 'tax', creditCode: 'OWN' }),
      ];
      await store().tally({
        cases: [
          tallied(one, 1, [{ day: '2020-05-06' }]),
          tallied(two, 1, [{ day: '2020-05-05' }]),
          tallied(three, 1, [{ day: '2020-05-05' }]),
        ],
      });
      const ids = async (narrow: object, more: Partial<FigureCases> = {}) =>
        (await behind(form, { ...more, narrow })).map(({ id }) => id);
      expect(await ids({})).toEqual([one.id, three.id, two.id]);
      expect(await ids({}, { limit: 2 })).toEqual([one.id, three.id]);
      expect(await ids({}, { after: { day: '2020-05-06', id: one.id } })).toEqual([three.id, two.id]);
      expect(await ids({}, { after: { day: '2020-05-05', id: three.id } })).toEqual([two.id]);
      expect(await ids({}, { from: '2020-05-06' })).toEqual([one.id]);
      expect(await ids({}, { to: '2020-05-05' })).toEqual([three.id, two.id]);
      expect(await ids({}, { by: 'area', key: 'west' })).toEqual([three.id, two.id]);
      expect(await ids({}, { by: 'department', key: 'law' })).toEqual([one.id, three.id]);
      expect(await ids({ department: 'law' })).toEqual([one.id, three.id]);
      expect(await ids({ notAgainst: 'tax' })).toEqual([one.id, two.id]);
      expect(await ids({ areas: ',east,' })).toEqual([one.id]);
      expect(await ids({ areas: ',-,' })).toEqual([]);
      expect(await ids({ areas: ',-,', codes: ',OWN,' })).toEqual([three.id]);
      await expect(behind(form, { limit: 501 })).rejects.toThrow(RangeError);
    });

    test('a case is behind a figure as often as it counts: what was taken back is not, of a part that part alone', async () => {
      const [again, gone, graded] = [await filed(), await filed(), await filed()];
      const form = again.form;
      const ended = (day: string, set: Partial<Tally> = {}): Partial<Tally> => ({
        measure: 'closed',
        day,
        ...set,
      });
      await place().sql(
        `update cases set form = '${form}' where id in ('${gone.id}', '${graded.id}') returning id`,
      );
      await store().tally({
        cases: [
          tallied({ ...again, form }, 1, [
            {},
            ended('2020-05-02', { part: 'solved', n: 2 }),
            { measure: 'unclosed', day: '2020-05-03', part: 'solved' },
            ended('2020-05-04', { part: 'solved', department: 'law' }),
          ]),
          tallied({ ...gone, form }, 1, [
            {},
            ended('2020-05-02', { part: 'solved' }),
            { measure: 'unclosed', day: '2020-05-03', part: 'solved' },
          ]),
          tallied({ ...graded, form }, 1, [{}, ended('2020-05-02', { part: 'partly' })]),
        ],
      });
      const parts = ['solved'];
      const terms = [
        { measure: 'closed', parts } as const,
        { measure: 'unclosed', parts, minus: true } as const,
      ];
      const asked = { lead: 'closed', terms } as const;
      expect(await behind(form, asked)).toEqual([{ id: again.id, day: '2020-05-04', n: 2 }]);
      expect((await behind(form, { ...asked, to: '2020-05-02' })).map(({ id, n }) => [id, n])).toEqual([
        [gone.id, 1],
        [again.id, 2],
      ]);
      const by = { by: 'department', key: 'law' } as const;
      expect(await behind(form, { ...asked, ...by })).toEqual([{ id: again.id, day: '2020-05-04', n: 1 }]);
      const anyhow = [{ measure: 'closed' }, { measure: 'unclosed', minus: true }] as const;
      expect((await behind(form, { ...asked, terms: anyhow })).map(({ id, n }) => [id, n])).toEqual([
        [again.id, 2],
        [graded.id, 1],
      ]);
      const mixed = [{ measure: 'closed', parts }, { measure: 'unclosed' }] as const;
      await expect(behind(form, { ...asked, terms: mixed })).rejects.toThrow(RangeError);
    });

    test('what stands open on a day is not over now, or was closed after it', async () => {
      const [open, later, before] = [await filed(), await filed(), await filed()];
      const form = open.form;
      await place().sql(
        `update cases set form = '${form}', stage = 'closed' where id in ('${later.id}', '${before.id}') returning id`,
      );
      const day = '2020-05-01';
      await store().tally({
        cases: [
          tallied({ ...open, form }, 1, [{ day }]),
          tallied({ ...later, form }, 1, [{ day }, { measure: 'closed', day: '2020-05-20' }]),
          tallied({ ...before, form }, 1, [{ day }, { measure: 'closed', day: '2020-05-10' }]),
        ],
      });
      const terms = [
        { measure: 'received' },
        { measure: 'moved' },
        { measure: 'closed', minus: true },
        { measure: 'unclosed' },
      ] as const;
      const standing = async (to: string) => (await behind(form, { terms, to })).map(({ id }) => id);
      expect(await standing('2020-04-30')).toEqual([]);
      expect(await standing('2020-05-09')).toEqual([before.id, later.id, open.id]);
      expect(await standing('2020-05-19')).toEqual([later.id, open.id]);
      expect(await standing('2020-05-20')).toEqual([open.id]);
    });

    test('supplies are added up by item: open needs, and what is there', async () => {
      const row = await filed();
      const item = `goods${++last}`;
      const need = {
        caseId: row.id,
        item,
        unit: 'piece',
        neededBy: '',
        runsOutOn: '',
        criticalOn: '2020-03-25',
        substitute: 0,
        reopened: 0,
        receivedAt: at,
        state: 'open',
      } as const;
      await store().keepNeeds({
        caseId: row.id,
        head: 1,
        needs: [
          { ...need, id: `${row.id}.1`, asked: 500 },
          { ...need, id: `${row.id}.2`, asked: null },
          { ...need, id: `${row.id}.3`, asked: 70, state: 'ended' },
        ],
      });
      const lot = {
        source: 'bought',
        origin: '',
        item,
        unit: 'piece',
        spec: '',
        area: 'east',
        place: '',
      } as const;
      const when = { arrivedOn: '2020-03-19', expiresOn: '', at, actor: 'li' };
      await store().addLot({ ...lot, ...when, id: `${item}.lot`, quantity: 300 });
      const lines = [{ id: `${item}.a`, lotId: `${item}.lot`, needId: `${row.id}.1`, quantity: 120 }];
      await store().allocate({ batch: item, lines, at, actor: 'li', appends: [] });
      const acts = [{ kind: 'delivered', allocationId: `${item}.a`, quantity: 20 }] as const;
      await store().settle({ acts, at, actor: 'li', appends: [] });
      expect((await store().supplySums()).find(sum => sum.item === item)).toEqual({
        item,
        unit: 'piece',
        asked: 500,
        unknown: 1,
        promised: 100,
        delivered: 20,
        missing: 380,
        left: 180,
      });
    });
  });
};
