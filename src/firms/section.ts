import type { Lead, ReportSection } from '#src/figures/figure.ts';
import { catchUp, type Firms } from '#src/firms/firms.ts';
import { everybody, owingOn } from '#src/firms/returns.ts';
import { type DueTotal, type OpenTotal, type Rank, ranks } from '#src/firms/store.ts';
import { sectionWords as words } from '#src/i18n/firms.ts';
import { say, type Words, w } from '#src/i18n/words.ts';
import type { Day } from '#src/rules/day.ts';

type Cells = ReportSection['rows'][number];

const sum = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((all, row) => all + of(row), 0);

/** One line of the table: enterprises at work and their staff, who owed a return and how it stands. */
const cellsOf = (name: Words, open: readonly OpenTotal[], due: readonly DueTotal[]): Cells => {
  const ranked = (...wanted: readonly Rank[]): number =>
    sum(
      due.filter(row => wanted.some(rank => ranks.indexOf(rank) === row.rank)),
      row => row.firms,
    );
  const told = due.filter(row => row.rank >= ranks.indexOf('late'));
  // Nobody said: not known, and not 0.
  const said = (of: (row: DueTotal) => number, by: (row: DueTotal) => number): number | null =>
    sum(told, by) === 0 ? null : sum(told, of);
  return [
    name,
    sum(open, row => row.firms),
    sum(open, row => row.staff),
    sum(open, row => row.unknown),
    sum(due, row => row.firms),
    ranked('filed'),
    ranked('late'),
    ranked('missing'),
    ranked('held', 'namesake'),
    sum(told, row => row.normal),
    said(
      row => row.present,
      row => row.presentBy,
    ),
    said(
      row => row.fever,
      row => row.feverBy,
    ),
  ];
};

/** Where each cell of a line's row is listed; `line` '' is all of them. */
const leadsOf = (day: Day, line: string): readonly (Lead | null)[] => {
  const firms = (staff = ''): Lead => ({ at: 'firms/', query: { day, line, staff } });
  const returns = (which: string): Lead => ({ at: 'returns/', query: { day, line, which } });
  const listed = ['', 'filed', 'late', 'missing', 'unclear', 'normal', 'told', 'fever'].map(returns);
  return [null, firms(), firms('known'), firms('unknown'), ...listed];
};

/** Reopened enterprises by line, and the returns of the day, as the daily report has them. */
export const openSection = async (firms: Firms, day: Day): Promise<ReportSection> => {
  await catchUp(firms);
  const { at: _, ...owing } = owingOn(firms, day);
  const [open, due, beside] = await Promise.all([
    firms.store.openOn({ day }),
    firms.store.dueTotals({ ...owing, ...everybody }),
    firms.store.besideCount({ ...owing, ...everybody }),
  ]);
  const rows = firms.office.tables.lines.map(({ code, name }) =>
    cellsOf(
      name,
      open.filter(row => row.line === code),
      due.filter(row => row.line === code),
    ),
  );
  const values = { n: beside, day };
  return {
    title: words.title,
    columns: words.columns,
    rows: [...rows, cellsOf(words.all, open, due)],
    leads: [...firms.office.tables.lines.map(({ code }) => leadsOf(day, code)), leadsOf(day, '')],
    note: w(say(words.note, 'zh-Hans', values), say(words.note, 'en', values)),
  };
};
