import type { Office } from '#src/cases/office.ts';
import { type CasesAsked, casesBehind, leadTo } from '#src/figures/behind.ts';
import { catchUp } from '#src/figures/catch-up.ts';
import { definitionOf, definitions } from '#src/figures/definitions.ts';
import type {
  Dimension,
  FigureDefinition,
  Point,
  Reading,
  ReadingPart,
  ReportSection,
  Trend,
} from '#src/figures/figure.ts';
import type { Opening } from '#src/figures/hours.ts';
import { lookback, readingOf, valuesOf } from '#src/figures/read.ts';
import { apartBy, type DailyReport, headlineOf, suppliesOf } from '#src/figures/report.ts';
import type { FiguresStore } from '#src/figures/store.ts';
import { type Book, readBook } from '#src/figures/sums.ts';
import { tallier } from '#src/figures/tally.ts';
import { type Words, w } from '#src/i18n/words.ts';
import { addDays, type Day, dayOf, isDay } from '#src/rules/day.ts';

/** What the work on figures needs, handed in. */
export type FiguresRoom = {
  readonly office: Office;
  readonly store: FiguresStore;
  /** The office's hours, for how long an answer takes. */ readonly spans: Opening['spans'];
  /** Names of the zone's lines. */ readonly lines: readonly {
    readonly code: string;
    readonly name: Words;
  }[];
  /** Brings the lines of needs up to their cases. */ readonly supplied: () => Promise<unknown>;
  /** What other rooms add to the daily report, in the order of the report. */
  readonly sections: readonly ((day: Day) => Promise<ReportSection>)[];
};

/** What pages, the daily report, exports and the API take every figure from. */
export type Figures = ReturnType<typeof openFigures>;

/** Cases that whoever looks at a page counts first; what is left is counted by the next one, or by the sweep. */
const atOnce = 2_000;
/** Days that a chart may span. */
const longest = 400;

/** What was counted in the whole zone, as far back as a day's figures look. */
const wholeOf = ({ store }: FiguresRoom, day: Day): Promise<Book> =>
  readBook(store, '', addDays(day, -7 - lookback(definitions)), day);

const trendsOf = (book: Book, day: Day): readonly Trend[] =>
  definitions.map(figure => ({
    now: readingOf(figure, book, day),
    yesterday: readingOf(figure, book, addDays(day, -1)),
    lastWeek: readingOf(figure, book, addDays(day, -7)),
  }));

type Named = (key: string) => Words;

/** What a key of a dimension is called. One that the zone no longer has keeps its code. */
const namesOf = ({ office, lines }: FiguresRoom, by: Dimension): Named => {
  const found = (list: readonly (readonly [string, Words])[]): Named => {
    const names = new Map(list);
    return key => names.get(key) ?? (key === '' ? w('未填', 'Not given') : w(key, key));
  };
  if (by === 'form') return found(office.forms.map(form => [form.id, form.title]));
  if (by === 'area') return found(office.tables.areas.map(area => [area.code, area.name]));
  if (by === 'line') return found(lines.map(line => [line.code, line.name]));
  return found(Object.entries(office.departments));
};

const partsOf = (figure: FigureDefinition, book: Book, day: Day, named: Named): readonly ReadingPart[] =>
  [...valuesOf(figure, book, day)]
    .filter(([, { value, denominator }]) => (value !== 0 && value !== null) || (denominator ?? 0) !== 0)
    .map(([key, value]) => ({ key, name: named(key), ...value }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));

/** Every figure that may be taken apart so, with its parts. */
const readBy = async (
  room: FiguresRoom,
  day: Day,
  by: Exclude<Dimension, ''>,
  reading: Promise<Book> = readBook(room.store, '', day, day),
): Promise<readonly Reading[]> => {
  const [whole, book] = await Promise.all([reading, readBook(room.store, by, day, day)]);
  const named = namesOf(room, by);
  return definitions
    .filter(figure => figure.by.includes(by))
    .map(figure => ({ ...readingOf(figure, whole, day), parts: partsOf(figure, book, day, named) }));
};

/** Figures day by day, both days included. */
const seriesOf = async (
  { store }: FiguresRoom,
  figures: readonly FigureDefinition[],
  from: Day,
  to: Day,
): Promise<ReadonlyMap<string, readonly Point[]>> => {
  const book = await readBook(store, '', addDays(from, -lookback(figures)), to);
  const days: Day[] = [];
  for (let day = from; day <= to && days.length < longest; day = addDays(day, 1)) days.push(day);
  return new Map(
    figures.map(figure => [
      figure.id,
      days.map(day => {
        const { value, numerator, denominator } = readingOf(figure, book, day);
        return {
          asOf: day,
          value,
          ...(numerator !== undefined && { numerator }),
          ...(denominator !== undefined && { denominator }),
        };
      }),
    ]),
  );
};

const reportOf = async (
  room: FiguresRoom,
  tally: ReturnType<typeof tallier>,
  day: Day,
): Promise<DailyReport> => {
  const { store, office, sections, supplied } = room;
  const [isAll] = await Promise.all([catchUp({ store, tally }, atOnce), supplied()]);
  const whole = wholeOf(room, day);
  const [book, byForm, byDepartment, byArea, supplies, others] = await Promise.all([
    whole,
    readBy(room, day, 'form', whole),
    readBy(room, day, 'department', whole),
    readBy(room, day, 'area', whole),
    store.supplySums(),
    Promise.all(sections.map(section => section(day))),
  ]);
  return {
    day,
    behind: !isAll,
    sections: [
      headlineOf(trendsOf(book, day)),
      apartBy('form', byForm),
      apartBy('department', byDepartment),
      apartBy('area', byArea),
      suppliesOf(supplies, office),
      ...others,
    ],
  };
};

/** The figures, over the store they are counted in. Days are those of Shanghai; the present one is as of now. */
export const openFigures = (room: FiguresRoom) => {
  const { office, store, spans } = room;
  const tally = tallier({ calendar: office.calendar, spans });
  return {
    definitions,
    definitionOf,
    today: () => dayOf(office.now()),
    /** The day that somebody asks for; today where the text names none, or one that is still to come. */
    dayIn: (text: string): Day => {
      const today = dayOf(office.now());
      return isDay(text) && text <= today ? text : today;
    },
    /** Counts what is not counted yet, so many cases at most; false where more is left. */
    catchUp: (most: number = atOnce) => catchUp({ store, tally }, most),
    /** Every figure of the whole zone on a day, beside the day before and the same day of the week before. */
    trends: async (day: Day) => trendsOf(await wholeOf(room, day), day),
    /** Every figure that may be taken apart by a dimension, with its parts. */
    by: (day: Day, by: Exclude<Dimension, ''>) => readBy(room, day, by),
    /** Figures day by day, both days included, 400 days at most. */
    series: (figures: readonly FigureDefinition[], from: Day, to: Day) => seriesOf(room, figures, from, to),
    /** A page of the cases behind a figure of a day, and what all of them add up to. */
    cases: (asked: CasesAsked) => casesBehind(room, asked),
    /** Where the cases of a number are listed. */
    leadTo,
    /** Names of the parts that a figure may be taken apart by. */
    partName: (by: Dimension, key: string): Words => namesOf(room, by)(key),
    /** The daily report: counts what is behind, then everything from the same definitions. */
    report: (day: Day) => reportOf(room, tally, day),
  };
};
