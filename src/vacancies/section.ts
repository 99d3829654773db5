import type { ReportSection } from '#src/figures/figure.ts';
import { vacancyReportWords as words } from '#src/i18n/vacancies.ts';
import { type VacancyFlow, type VacancySum, vacancyKinds } from '#src/vacancies/store.ts';

const toPublic = { at: 'vacancies/', query: { view: 'open' } } as const;

/** Vacancies for the daily report: what is public when it is made, and what was published and filled until the end of its day. */
export const vacancySectionOf = (
  sums: readonly VacancySum[],
  flows: readonly VacancyFlow[],
): ReportSection => ({
  title: words.title,
  columns: [words.kind, words.open, words.heads, words.published, words.filled],
  rows: vacancyKinds.map(kind => {
    const { count, heads } = sums.find(one => one.kind === kind) ?? { count: 0, heads: 0 };
    const { published, filled } = flows.find(one => one.kind === kind) ?? { published: 0, filled: 0 };
    return [words[kind], count, heads, published, filled];
  }),
  // The list has both kinds, and how many of each are public above it.
  leads: vacancyKinds.map(() => [null, toPublic, toPublic]),
  note: words.note,
});
