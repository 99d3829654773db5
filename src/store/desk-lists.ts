import type {
  Cursor,
  DeskRow,
  DeskStore,
  Narrow,
  StageCount,
  Pick as Wanted,
} from '#src/cases/desk-store.ts';
import { mustBePage } from '#src/store/page.ts';
import type { Program, Result, Statement } from '#src/store/program.ts';
import { statement } from '#src/store/program.ts';
import type { RowOf } from '#src/store/queries.ts';

/** Sorts after every id and every time. */
const last = 'zzzzzzzzzzzz';

/** Five arguments, whatever the number of stages. */
const five = (stages: readonly string[]) => {
  const at = (n: number): string => stages[n] ?? stages[0] ?? '';
  return { s1: at(0), s2: at(1), s3: at(2), s4: at(3), s5: at(4) };
};

/**
 * A list as parts that have no case in common, each answered by an index of its own: every area, then the enterprises elsewhere. What is of no
 * areas is one part. No list of complaints or of what is called back about is of enterprises: it would name who complained.
 */
const partsOf = (narrow: Narrow, of: Wanted['of']): readonly Narrow[] => {
  const { areas, area, codes = '' } = narrow;
  if (codes === '' && (areas === '' || of === 'assisting')) return [narrow];
  if (of === 'assisting') return areas === '' ? [] : [narrow];
  const own = areas.split(',').filter(Boolean);
  const asked = area === '' ? own : own.filter(one => one === area);
  const list = asked.map(one => ({ ...narrow, areas: '', area: one, codes: '' }));
  return codes === '' || of === 'complaints' || of === 'revisits' ? list : [...list, narrow];
};

const hasCodes = (narrow: Narrow): narrow is Narrow & { readonly codes: string } =>
  narrow.codes !== undefined && narrow.codes !== '';

type Query = Parameters<DeskStore['deskPage']>[0];

const newestStatement = (narrow: Narrow, stage: string, after: string, limit: number): Statement => {
  const newest = { ...narrow, stage, after, limit };
  if (hasCodes(narrow)) return statement('theirsNewest', { ...newest, codes: narrow.codes });
  if (narrow.department !== '') return statement('deskNewestOfDepartment', newest);
  if (narrow.form !== '') return statement('deskNewestOfForm', newest);
  return statement(narrow.area === '' ? 'deskNewest' : 'deskNewestOfArea', newest);
};

const pageStatement = ({ pick, sort, after, limit }: Query, narrow: Narrow): Statement => {
  const args = { ...narrow, sort, key: after?.key ?? '', after: after?.id ?? '', limit: limit + 1 };
  switch (pick.of) {
    case 'stages': {
      const { dueFrom, dueBefore } = pick;
      const all = { ...args, ...five(pick.stages), dueFrom, dueBefore };
      if (hasCodes(narrow)) return statement('theirsOfStages', { ...all, codes: narrow.codes });
      if (narrow.department !== '') return statement('deskOfDepartment', all);
      return statement(narrow.area === '' ? 'deskOfStages' : 'deskOfArea', all);
    }
    case 'complaints':
      return statement('deskComplaints', args);
    case 'revisits':
      return statement('deskRevisits', args);
    case 'fast':
      return hasCodes(narrow)
        ? statement('theirsFast', { ...args, codes: narrow.codes })
        : statement('deskFast', args);
    case 'assisting':
      return statement('deskAssisting', args);
    case 'newest':
      return newestStatement(narrow, pick.stage, after?.id ?? last, limit + 1);
  }
};

type Keyed = DeskRow & { readonly sortKey: string };

/** By the key that a page is sorted by and the id: texts of one shape each, which every database sorts alike. */
const inOrder =
  (of: Wanted['of']) =>
  (a: Keyed, b: Keyed): number => {
    const isBefore = a.sortKey === b.sortKey ? a.id < b.id : a.sortKey < b.sortKey;
    return isBefore === (of !== 'newest') ? -1 : 1;
  };

/** A page of the desk: one row more than asked for tells whether anything follows. */
export function* deskPage(
  query: Query,
): Program<{ readonly rows: readonly DeskRow[]; readonly next: Cursor | null }> {
  const { limit, pick, narrow } = query;
  mustBePage(limit);
  const results = yield partsOf(narrow, pick.of).map(part => pageStatement(query, part));
  const lists = results.map(result => result.rows as readonly Keyed[]);
  const found = lists.length === 1 ? (lists[0] ?? []) : lists.flat().sort(inOrder(pick.of));
  const shown = found.slice(0, limit);
  const end = found.length > limit ? shown.at(-1) : undefined;
  return {
    rows: shown.map(({ sortKey: _, ...row }) => row),
    next: end ? { key: end.sortKey, id: end.id } : null,
  };
}

const countStatement = (pick: Wanted, narrow: Narrow, limit: number): Statement => {
  const args = { ...narrow, limit };
  switch (pick.of) {
    case 'stages': {
      const { dueFrom, dueBefore } = pick;
      const all = { ...args, ...five(pick.stages), dueFrom, dueBefore };
      if (hasCodes(narrow)) return statement('countTheirsOfStages', { ...all, codes: narrow.codes });
      if (narrow.department !== '') return statement('countOfDepartment', all);
      return statement(narrow.area === '' ? 'countOfStages' : 'countOfArea', all);
    }
    case 'complaints':
      return statement('countComplaints', args);
    case 'revisits':
      return statement('countRevisits', args);
    case 'fast':
      return hasCodes(narrow)
        ? statement('countTheirsFast', { ...args, codes: narrow.codes })
        : statement('countFast', args);
    case 'assisting':
      return statement('countAssisting', args);
    case 'newest': {
      if (pick.stage !== '') {
        const span = { dueFrom: '', dueBefore: '9999' };
        return countStatement({ of: 'stages', stages: [pick.stage], ...span }, narrow, limit);
      }
      if (hasCodes(narrow)) return statement('countTheirs', { ...args, codes: narrow.codes });
      if (narrow.department !== '') return statement('countAllOfDepartment', args);
      return statement(narrow.area === '' ? 'countAll' : 'countAllOfArea', args);
    }
  }
};

const countIn = ({ rows }: Result): number => (rows as readonly RowOf<'countAll'>[])[0]?.count ?? 0;

/** Counts on their way together. */
export function* deskCounts({
  lists,
  most,
}: Parameters<DeskStore['deskCounts']>[0]): Program<readonly number[]> {
  const parts = lists.map(({ pick, narrow }) =>
    partsOf(narrow, pick.of).map(part => countStatement(pick, part, most)),
  );
  const results = yield parts.flat();
  let from = 0;
  return parts.map(({ length }) => {
    const counts = results.slice(from, from + length).map(countIn);
    from += length;
    return Math.min(
      most,
      counts.reduce((sum, one) => sum + one, 0),
    );
  });
}

const standingStatement = (narrow: Narrow, rest: Record<'mine' | 'now' | 'tomorrow', string>): Statement => {
  const args = { ...narrow, ...rest };
  if (hasCodes(narrow)) return statement('standingOfTheirs', { ...args, codes: narrow.codes });
  if (narrow.department !== '') return statement('standingOfDepartment', args);
  return statement(narrow.area === '' ? 'standing' : 'standingOfArea', args);
};

/** What stands at each stage, the parts of a list added up. */
export function* deskStanding({
  narrow,
  ...rest
}: Parameters<DeskStore['deskStanding']>[0]): Program<readonly StageCount[]> {
  const results = yield partsOf(narrow, 'stages').map(part => standingStatement(part, rest));
  const sums = new Map<string, StageCount>();
  for (const row of results.flatMap(result => result.rows as readonly RowOf<'standing'>[])) {
    const sum = sums.get(row.stage) ?? { stage: row.stage, all: 0, mine: 0, late: 0, soon: 0 };
    sums.set(row.stage, {
      stage: row.stage,
      all: sum.all + row.all,
      mine: sum.mine + row.mine,
      late: sum.late + row.late,
      soon: sum.soon + row.soon,
    });
  }
  return [...sums.values()];
}
