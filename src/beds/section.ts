import type { BedFlow, BedSum } from '#src/beds/store.ts';
import type { Lead, ReportSection } from '#src/figures/figure.ts';
import { bedWords, siteKindNames, bedReportWords as words } from '#src/i18n/desk-beds.ts';
import type { Day } from '#src/rules/day.ts';

/** Where the sites are, and the stays of the day; `kind` '' is all of them. */
const leadsOf = (day: Day, kind: string): readonly (Lead | null)[] => [
  null,
  { at: 'beds/', query: { kind } },
  { at: 'stays/', query: { day, kind } },
  { at: 'stays/', query: { day, kind, of: 'arrived' } },
];

/** Beds for the daily report: who came and who lived there at the end of the day, by kind of site, and the sum of them. */
export const bedsSectionOf = (
  sums: readonly BedSum[],
  flows: readonly BedFlow[],
  day: Day,
): ReportSection => {
  const lines = sums.map(sum => {
    const { arrived, departed } = flows.find(one => one.kind === sum.kind) ?? { arrived: 0, departed: 0 };
    return { kind: sum.kind, capacity: sum.capacity, resident: arrived - departed, arrived };
  });
  const all = (of: 'capacity' | 'resident' | 'arrived') => lines.reduce((sum, line) => sum + line[of], 0);
  return {
    title: bedWords.title,
    columns: [bedWords.kind, words.capacity, words.resident, words.arrived],
    rows: [
      ...lines.map(({ kind, capacity, resident, arrived }) => [
        siteKindNames[kind],
        capacity,
        resident,
        arrived,
      ]),
      ...(lines.length > 1 ? [[words.total, all('capacity'), all('resident'), all('arrived')]] : []),
    ],
    leads: [...lines.map(({ kind }) => leadsOf(day, kind)), ...(lines.length > 1 ? [leadsOf(day, '')] : [])],
    note: words.note,
  };
};
