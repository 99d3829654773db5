import { describe, expect, test } from 'vitest';
import { type FundingNarrow, type FundingRow, type LineRow, never } from '#src/funding/store.ts';
import type { Store } from '#src/store/adapter.ts';
import { answer, receipt } from './samples.ts';

let last = 0;
const everything: FundingNarrow = { stage: '', bank: '', area: '', department: '', dueBy: never };

const rowOf = (caseId: string, set: Partial<FundingRow> = {}): FundingRow => ({
  caseId,
  stage: 'passed',
  asked: 3_000_000,
  consent: 1,
  follower: 'li',
  nextOn: never,
  stageOn: '2020-03-20',
  approved: 0,
  disbursed: 0,
  lapsed: 0,
  ...set,
});

const lineOf = (caseId: string, set: Partial<LineRow> = {}): LineRow => ({
  id: `${caseId}.01`,
  caseId,
  bank: '示范银行东区支行',
  stage: 'passed',
  passed: 3_000_000,
  passedOn: '2020-03-20',
  approvedOn: '',
  disbursedOn: '',
  endedOn: '',
  approved: 0,
  disbursed: 0,
  lapsed: 0,
  ...set,
});

/** The pipeline of financing: what follows from cases, its pages and its sums. */
export const financing = (store: () => Store): void => {
  const filed = async (
    set: Partial<FundingRow> = {},
    lines: readonly Partial<LineRow>[] = [],
    handler = '',
  ) => {
    const sent = receipt({ case: { form: 'financing', handler: handler || `f${++last}` } });
    await store().receive(sent);
    const { id } = sent.case;
    const command = {
      caseId: id,
      head: 1,
      row: rowOf(id, set),
      lines: lines.map((line, index) => lineOf(id, { id: `${id}.0${index + 1}`, ...line })),
    };
    expect(await store().keepFunding(command)).toBe(true);
    return { id, row: sent.case };
  };

  describe('money of cases', () => {
    test('a case of the form is behind until its money is kept, and again when it moves on', async () => {
      const sent = receipt({ case: { form: 'financing' } });
      await store().receive(sent);
      const { id } = sent.case;
      expect(await store().fundingBehind(500)).toContain(id);
      const kept = { caseId: id, row: rowOf(id), lines: [lineOf(id)] };
      expect(await store().keepFunding({ ...kept, head: 2 })).toBe(false);
      expect(await store().fundingOf(id)).toBeNull();
      expect(await store().keepFunding({ ...kept, head: 1 })).toBe(true);
      expect(await store().keepFunding({ ...kept, head: 1 })).toBe(true);
      expect(await store().fundingBehind(500)).not.toContain(id);
      expect(await store().fundingOf(id)).toEqual(rowOf(id));
      expect(await store().fundingLines(id)).toEqual([lineOf(id)]);
      await store().append(answer(id, 1));
      expect(await store().fundingBehind(500)).toContain(id);
      const more = {
        ...rowOf(id),
        stage: 'disbursed',
        approved: 10_000_000_000,
        disbursed: 9_999_999_999,
      } as const;
      await store().keepFunding({ caseId: id, head: 2, row: more, lines: [] });
      expect([await store().fundingOf(id), await store().fundingLines(id)]).toEqual([more, []]);
    });

    test('cases of other forms are never behind', async () => {
      const sent = receipt();
      await store().receive(sent);
      expect(await store().fundingBehind(500)).not.toContain(sent.case.id);
    });

    test('no more is paid out than was approved, whatever a program does', async () => {
      const sent = receipt({ case: { form: 'financing' } });
      await store().receive(sent);
      const { id } = sent.case;
      const wrong = { approved: 5, disbursed: 6 };
      const row = rowOf(id, wrong);
      await expect(store().keepFunding({ caseId: id, head: 1, row, lines: [] })).rejects.toThrow();
      const lines = [lineOf(id, wrong)];
      await expect(store().keepFunding({ caseId: id, head: 1, row: rowOf(id), lines })).rejects.toThrow();
      expect(await store().fundingOf(id)).toBeNull();
      expect(await store().fundingBehind(500)).toContain(id);
    });
  });

  describe('pages and sums', () => {
    test('pages hold each once, what is to be followed up first on top; sums are of the same cases', async () => {
      const department = `f${++last}`;
      const days = ['2020-03-25', never, '2020-03-22', '2020-03-25', never];
      for (const [index, nextOn] of days.entries())
        await filed(
          { nextOn, stage: index % 2 === 0 ? 'approved' : 'declined', approved: 100 * index, lapsed: index },
          [{ bank: `银行${department}`, approved: 100 * index }],
          department,
        );
      const narrow = { ...everything, department };
      const seen: string[] = [];
      let after: { nextOn: string; id: string } | null = null;
      do {
        const page = await store().fundingPage({ narrow, after, limit: 2 });
        seen.push(...page.rows.map(one => one.nextOn));
        after = page.next;
      } while (after);
      expect(seen).toEqual(days.toSorted());
      expect(await store().fundingSums(narrow)).toEqual([
        { stage: 'approved', count: 3, asked: 9_000_000, approved: 600, disbursed: 0, lapsed: 6 },
        { stage: 'declined', count: 2, asked: 6_000_000, approved: 400, disbursed: 0, lapsed: 4 },
      ]);
      const bank = `银行${department}`;
      expect(await store().bankSums({ ...everything, bank }, 10)).toEqual([
        { bank, count: 5, passed: 15_000_000, approved: 1000, disbursed: 0, lapsed: 0 },
      ]);
      const due = await store().fundingPage({
        narrow: { ...narrow, dueBy: '2020-03-24' },
        after: null,
        limit: 9,
      });
      expect(due.rows.map(one => one.nextOn)).toEqual(['2020-03-22']);
      const declined = await store().fundingSums({ ...everything, bank, stage: 'declined' });
      expect(declined.map(one => one.count)).toEqual([2]);
    });

    test('a row shows what its case shows', async () => {
      const { id, row } = await filed();
      const { rows } = await store().fundingPage({
        narrow: { ...everything, department: row.handler },
        after: null,
        limit: 1,
      });
      const { number, enterprise, area, handler, receivedAt } = row;
      expect(rows).toEqual([{ ...rowOf(id), number, enterprise, area, handler, receivedAt }]);
    });
  });
};
