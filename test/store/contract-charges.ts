import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Narrow, type Stage, stages, type Pick as Wanted } from '#src/cases/desk-store.ts';
import type { CaseRow, CaseStore } from '#src/cases/store.ts';
import { answer, receipt } from './samples.ts';

const now = '2020-03-20T02:00:00.000Z';
const tomorrow = '2020-03-20T16:00:00.000Z';
const over: readonly Stage[] = ['closed', 'withdrawn'];

const staged = (of: readonly Stage[], dueFrom = '', dueBefore = '9999'): Wanted => ({
  of: 'stages',
  stages: of,
  dueFrom,
  dueBefore,
});

/** The lists, and what belongs to each, written a second time. */
const lists: readonly (readonly [Wanted, (row: CaseRow) => boolean])[] = [
  [staged(['doing', 'waiting']), row => row.stage === 'doing' || row.stage === 'waiting'],
  [staged(['unsolved']), row => row.stage === 'unsolved'],
  [
    staged(['to-accept', 'doing'], '', now),
    row => ['to-accept', 'doing'].includes(row.stage) && row.due < now,
  ],
  [
    staged(['doing', 'held'], now, tomorrow),
    row => ['doing', 'held'].includes(row.stage) && row.due >= now && row.due < tomorrow,
  ],
  [{ of: 'newest', stage: '' }, () => true],
  [{ of: 'newest', stage: 'closed' }, row => row.stage === 'closed'],
  [{ of: 'fast' }, row => row.fast === 1 && !over.includes(row.stage)],
  [{ of: 'complaints' }, row => row.complaint === 1 && !over.includes(row.stage)],
  [{ of: 'revisits' }, row => row.revisit === 1],
];

type Charge = Pick<Narrow, 'area' | 'form' | 'line' | 'officer' | 'notAgainst'> & {
  readonly own: readonly string[];
  readonly codes: readonly string[];
};

/** Whether somebody of these areas and enterprises looks after a case; no complaint is found by who sent it. */
const isTheirs = (row: CaseRow, { own, codes, ...narrow }: Charge, of: Wanted['of']): boolean => {
  const byCode =
    of !== 'complaints' && of !== 'revisits' && row.complaint === 0 && codes.includes(row.creditCode);
  const wanted = (['area', 'form', 'line', 'officer'] as const).every(
    name => narrow[name] === '' || narrow[name] === row[name],
  );
  const seen = row.against === '' || row.against !== narrow.notAgainst;
  return (own.includes(row.area) || byCode) && wanted && seen;
};

/** The lists of whoever looks after areas and enterprises, against a look at every case. */
export const charging = (store: () => CaseStore): void => {
  describe('what a liaison officer looks after', () => {
    const areas = ['east', 'west', 'north'].map(name => `${receipt().case.id}${name}`);
    const codes = ['A', 'B', 'C', 'D'].map(code => `${code}${receipt().case.id}`.toUpperCase());
    const rows: CaseRow[] = [];

    beforeAll(async () => {
      for (let n = 0; n < 150; n++) {
        const pick = <One>(list: readonly One[], step: number): One =>
          list[(n * step + (n >> 3)) % list.length] as One;
        const isComplaint = n % 7 === 0;
        const sent = receipt({
          case: {
            area: pick(areas, 5),
            creditCode: pick(['', ...codes, ''], 7),
            form: pick(['materials', 'consultation'], 3),
            line: pick(['industry', 'commerce'], 1),
            due: `2020-03-${19 + (n % 4)}T0${n % 5}:00:00.000Z`,
            complaint: Number(isComplaint),
            against: isComplaint ? pick(['', 'market'], 3) : '',
          },
        });
        await store().receive(sent);
        const marks = { fast: Number(n % 5 === 0), revisit: Number(n % 9 === 0) };
        await store().append(
          answer(sent.case.id, 1, { stage: pick(stages, 3), officer: pick(['', 'li'], 5), ...marks }),
        );
        const row = await store().caseById(sent.case.id);
        if (row) rows.push(row);
      }
    }, 60_000);

    const charges: fc.Arbitrary<Charge> = fc.record({
      own: fc.subarray(areas),
      codes: fc.subarray([...codes, 'NOBODY']),
      area: fc.constantFrom('', '', ...areas),
      form: fc.constantFrom('', '', 'materials'),
      line: fc.constantFrom('', '', 'commerce'),
      officer: fc.constantFrom('', '', 'li'),
      notAgainst: fc.constantFrom('', 'market'),
    });
    const narrowOf = ({ own, codes: of, ...rest }: Charge): Narrow => ({
      department: '',
      ...rest,
      areas: own.length === 0 ? '' : `,${own.join(',')},`,
      codes: of.length === 0 ? '' : `,${of.join(',')},`,
    });
    const some = charges.filter(({ own, codes: of }) => own.length + of.length > 0);

    const walk = async (pick: Wanted, narrow: Narrow, sort: 'due' | 'received', limit: number) => {
      const found: CaseRow['id'][] = [];
      for (let after: Awaited<ReturnType<CaseStore['deskPage']>>['next'] = null; ; ) {
        const page = await store().deskPage({ pick, narrow, sort, after, limit });
        found.push(...page.rows.map(row => row.id));
        if (page.next === null) return found;
        after = page.next;
      }
    };
    /** By due time, the green channel first among equals; by receipt; the newest first. */
    const inOrder = (list: readonly CaseRow[], of: Wanted['of'], sort: 'due' | 'received') => {
      const key = (row: CaseRow): string =>
        sort === 'received' || of === 'newest' ? row.id : `${row.due}${1 - row.fast}${row.id}`;
      const ids = [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1)).map(row => row.id);
      return of === 'newest' ? ids.reverse() : ids;
    };

    test('every list is every case of theirs once, in order, and its count says how many', async () => {
      await fc.assert(
        fc.asyncProperty(
          some,
          fc.constantFrom(...lists),
          fc.constantFrom('due' as const, 'received' as const),
          fc.integer({ min: 1, max: 40 }),
          async (charge, [pick, belongs], sort, limit) => {
            const narrow = narrowOf(charge);
            const wanted = rows.filter(row => belongs(row) && isTheirs(row, charge, pick.of));
            expect(await walk(pick, narrow, sort, limit)).toEqual(inOrder(wanted, pick.of, sort));
            expect(await store().deskCounts({ lists: [{ pick, narrow }], most: 1000 })).toEqual([
              wanted.length,
            ]);
            expect(await store().deskCounts({ lists: [{ pick, narrow }], most: 3 })).toEqual([
              Math.min(3, wanted.length),
            ]);
          },
        ),
        { numRuns: 150 },
      );
    }, 120_000);

    test('what stands at each stage adds up to a count over every case', async () => {
      await fc.assert(
        fc.asyncProperty(some, async charge => {
          const found = await store().deskStanding({ narrow: narrowOf(charge), mine: 'li', now, tomorrow });
          const all = rows.filter(row => !over.includes(row.stage) && isTheirs(row, charge, 'stages'));
          const at = (stage: Stage) => {
            const list = all.filter(row => row.stage === stage);
            const count = (is: (row: CaseRow) => boolean) => list.filter(is).length;
            return {
              stage,
              all: list.length,
              mine: count(row => row.officer === 'li'),
              late: count(row => row.due < now),
              soon: count(row => row.due < tomorrow),
            };
          };
          const wanted = [...new Set(all.map(row => row.stage))].sort().map(at);
          expect([...found].sort((a, b) => (a.stage < b.stage ? -1 : 1))).toEqual(wanted);
        }),
        { numRuns: 60 },
      );
    }, 60_000);

    test('of a department and of everybody, standing is counted alike', async () => {
      const narrow = {
        department: '',
        officer: '',
        areas: '',
        form: '',
        area: areas[0] ?? '',
        line: '',
        notAgainst: '',
      };
      const ask = { mine: '', now, tomorrow };
      const sum = async (more: Partial<Narrow>) =>
        (await store().deskStanding({ ...ask, narrow: { ...narrow, ...more } })).reduce(
          (n, one) => n + one.all,
          0,
        );
      const open = rows.filter(row => !over.includes(row.stage) && row.area === areas[0]);
      expect(await sum({})).toBe(open.length);
      const handler = open[0]?.handler ?? '';
      expect(await sum({ department: handler })).toBe(open.filter(row => row.handler === handler).length);
      expect(await sum({ department: 'nobody' })).toBe(0);
      expect(await sum({ area: '' })).toBeGreaterThanOrEqual(open.length);
    });
  });
};
