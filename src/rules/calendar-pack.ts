import type { Calendar, Year } from '#src/rules/calendar.ts';

type Spans = Year['off'];

const packSpans = (spans: Spans): string => spans.map(({ from, to }) => `${from}/${to}`).join();

const unpackSpans = (packed: string): Spans =>
  listed(packed).map(span => {
    const [from = '', to = ''] = span.split('/');
    return { name: '', from, to };
  });

const listed = (packed = ''): readonly string[] => packed.split(',').filter(part => part !== '');

/**
 * The legal calendar in a line for a page's script: years from `first` on (`2020`), parted by `|`; in each its number, holidays
 * (`from/to`), 调休 days, and each later change as `announced`, holidays, days no longer worked; then `#` and the duty days. Names
 * and sources are left out.
 */
export const packCalendar = ({ years, duty }: Calendar, first: string): string => {
  const packed = Object.entries(years)
    .filter(([number]) => number >= first)
    .map(([number, { off, work, extra }]) => {
      const later = extra.flatMap(change => [change.announced, packSpans(change.off), change.notWork.join()]);
      return [number, packSpans(off), work.join(), ...later].join(';');
    });
  return `${packed.join('|')}#${duty.filter(day => day >= first).join()}`;
};

const unpackYear = (packed: string): readonly [string, Year] => {
  const [number = '', off = '', work = '', ...later] = packed.split(';');
  const extra = later.flatMap((announced, at) =>
    at % 3 === 0
      ? [{ announced, off: unpackSpans(later[at + 1] ?? ''), notWork: listed(later[at + 2]) }]
      : [],
  );
  return [number, { off: unpackSpans(off), work: listed(work), extra }];
};

/** The calendar of a packed line: the same working days and duty days in the years that it holds. */
export const unpackCalendar = (packed: string): Calendar => {
  const [years = '', duty] = packed.split('#');
  return {
    years: Object.fromEntries(years.split('|').filter(Boolean).map(unpackYear)),
    duty: listed(duty),
  };
};
