import type { Office } from '#src/cases/office.ts';
import { leadTo } from '#src/figures/behind.ts';
import { definitionOf, type FigureId } from '#src/figures/definitions.ts';
import type { Lead, Reading, ReportSection, Trend } from '#src/figures/figure.ts';
import type { SupplySum } from '#src/figures/store.ts';
import { amountIn, itemIn } from '#src/forms/goods.ts';
import { noValue, ofText, valueText } from '#src/i18n/figure-text.ts';
import { reportWords as words } from '#src/i18n/report.ts';
import { type Words, w } from '#src/i18n/words.ts';
import { type Day, dayInWords } from '#src/rules/day.ts';

/** The daily report: sections of rows, the same for the page, the sheet and the message. */
export type DailyReport = {
  readonly day: Day;
  /** Some cases that changed a moment ago are not counted yet. */ readonly behind: boolean;
  readonly sections: readonly ReportSection[];
};

/** The figures that the report begins with. */
const headline: readonly FigureId[] = [
  'received',
  'answered',
  'done',
  'late',
  'returned',
  'reopened',
  'open',
  'overdue',
  'unsolved',
  'upward',
  'done-rate',
  'solved-rate',
  'content-rate',
  'in-time-rate',
  'answer-median',
  'answer-ninety',
];
/** What is taken apart by form, department and area. */
const apart: readonly FigureId[] = ['received', 'done', 'late', 'open', 'overdue'];

const shown = ({ figure, ...value }: Reading): Words | number | null => {
  if (value.value === null) return null;
  if (figure.formula.kind !== 'ratio') return value.value;
  const [share, of] = [valueText(value, true), ofText(value)];
  return w(`${share}（${of}）`, `${share} (${of})`);
};

/** Where a reading's cases are; what comes to nothing leads nowhere. Of a share to its numerator, beside which the page has the denominator. */
const behind = ({ figure, asOf, value, denominator }: Reading): Lead | null =>
  (denominator ?? value ?? 0) === 0 ? null : leadTo(figure.id, asOf);

/** The figures of the day beside yesterday's and those of the same day of last week. */
export const headlineOf = (trends: readonly Trend[]): ReportSection => {
  const found = headline.flatMap(id => trends.find(({ now }) => now.figure.id === id) ?? []);
  return {
    title: words.headline,
    columns: [words.figure, words.today, words.yesterday, words.lastWeek, words.unit],
    rows: found.map(({ now, yesterday, lastWeek }) => [
      now.figure.name,
      shown(now),
      shown(yesterday),
      shown(lastWeek),
      now.unit,
    ]),
    leads: found.map(({ now, yesterday, lastWeek }) => [
      null,
      behind(now),
      behind(yesterday),
      behind(lastWeek),
      null,
    ]),
    note: words.headlineNote,
  };
};

const names = { form: words.byForm, department: words.byDepartment, area: words.byArea } as const;

/** The counts of the day by form, department or area, with the sum that they add up to. */
export const apartBy = (by: keyof typeof names, readings: readonly Reading[]): ReportSection => {
  const found = apart.flatMap(id => readings.find(({ figure }) => figure.id === id) ?? []);
  const keys = new Map(found.flatMap(({ parts = [] }) => parts.map(part => [part.key, part.name] as const)));
  const row = (name: Words, numberOf: (reading: Reading) => number | null) => [name, ...found.map(numberOf)];
  const partOf = ({ parts = [] }: Reading, key: string): number | null =>
    parts.find(part => part.key === key)?.value ?? 0;
  return {
    title: names[by],
    columns: [words[by], ...apart.flatMap(id => definitionOf(id)?.name ?? [])],
    rows: [
      ...[...keys].map(([key, name]) => row(name, reading => partOf(reading, key))),
      ...(keys.size > 0 ? [row(words.sum, ({ value }) => value)] : []),
    ],
    leads: [
      ...[...keys.keys()].map(key => [
        null,
        ...found.map(reading =>
          partOf(reading, key) === 0 ? null : leadTo(reading.figure.id, reading.asOf, { by, key }),
        ),
      ]),
      ...(keys.size > 0 ? [[null, ...found.map(behind)]] : []),
    ],
    note: words.apartNote,
  };
};

/** Supplies by item: what open needs ask for, what of it was promised and handed over, what is missing, what is left. */
export const suppliesOf = (sums: readonly SupplySum[], { tables }: Pick<Office, 'tables'>): ReportSection => {
  const amount = (quantity: number, unit: string): Words =>
    w(amountIn(quantity, unit, tables, 'zh-Hans'), amountIn(quantity, unit, tables, 'en'));
  return {
    title: words.supplies,
    columns: [words.item, words.asked, words.promised, words.missing, words.given, words.left],
    rows: sums.map(({ item, unit, asked, unknown, promised, missing, delivered, left }) => [
      w(itemIn(item, tables, 'zh-Hans'), itemIn(item, tables, 'en')),
      // Nobody who asks knows how much: not 0.
      asked === 0 && unknown > 0 ? null : amount(asked, unit),
      amount(promised, unit),
      asked === 0 && unknown > 0 ? null : amount(missing, unit),
      amount(delivered, unit),
      amount(left, unit),
    ]),
    leads: sums.map(({ item }) => {
      const [needs, lots] = [
        { at: 'ledger/', query: { which: 'open', item } },
        { at: 'ledger/lots/', query: { item } },
      ];
      return [null, needs, needs, { ...needs, query: { item } }, lots, lots];
    }),
    note: words.suppliesNote,
  };
};

type Cell = ReportSection['rows'][number][number];

/** A cell in Chinese, as it goes into a message. */
const said = (cell: Cell): string => {
  if (cell === null) return noValue;
  return typeof cell === 'object' ? cell['zh-Hans'] : String(cell);
};

/** Rows of a section in a message. */
const mostRows = 8;
/** Characters of a message: what every group takes in one piece. */
const longest = 1200;

const trendLine = (section: ReportSection): readonly string[] =>
  section.rows.map(([name = '', today = '', yesterday = '', lastWeek = '', unit = '']) => {
    const isShare = said(unit) === '%';
    const value = `${said(name)}${said(today)}${isShare ? '' : said(unit)}`;
    return `${value}，${words.yesterday['zh-Hans']}${said(yesterday)}，${words.lastWeek['zh-Hans']}${said(lastWeek)}`;
  });

/** The report as plain text for a group: counts alone, nothing of an enterprise or a person. */
export const messageOf = ({ day, sections }: DailyReport): string => {
  const [first, ...others] = sections;
  const lines = [
    `${words.title['zh-Hans']} ${dayInWords(day)}`,
    ...(first ? trendLine(first) : []),
    ...others
      .filter(({ rows }) => rows.length > 0)
      .flatMap(({ title, columns, rows }) => [
        `【${title['zh-Hans']}】${columns.slice(1).map(said).join(' ')}`,
        ...rows.slice(0, mostRows).map(row => row.map(said).join(' ')),
        ...(rows.length > mostRows ? [words.more['zh-Hans']] : []),
      ]),
  ];
  const text = lines.join('\n');
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
};
