import type { Append } from '#src/cases/store.ts';
import { mustBePage } from '#src/store/page.ts';
import { changes, type Program, row, rows, type Statement, statement } from '#src/store/program.ts';
import type {
  VacancyCursor,
  VacancyNarrow,
  VacancyPage,
  VacancyRow,
  VacancyStore,
  VacancyTotals,
} from '#src/vacancies/store.ts';

/** The port's write as data, like those of cases. */
export type VacancyWrites = Pick<VacancyStore, 'putVacancy'>;
type Put = Parameters<VacancyStore['putVacancy']>[0];
export type VacancyCommand = { readonly kind: 'putVacancy'; readonly of: Put };

const is = (command: { readonly kind: string }): command is VacancyCommand => command.kind === 'putVacancy';

/** The case stays where it was read until the transaction ends: a permission that is taken back meanwhile is seen. */
function* program({ of: { was, vacancy, event, hold } }: VacancyCommand): Program<'stored' | 'stale'> {
  if (hold && (yield* changes(statement('holdCase', hold))).includes(0)) return 'stale';
  const sent =
    was === 0 ? statement('insertVacancy', vacancy) : statement('moveVacancy', { ...vacancy, was });
  const [put = 0] = yield* changes(sent);
  if (put === 0) return 'stale';
  yield* changes(statement('insertVacancyEvent', event));
  return 'stored';
}

/** What it reads before it writes: an event of the case may take the vacancy off. */
const touched = ({ of: { vacancy } }: VacancyCommand): readonly string[] => [
  `case ${vacancy.caseId}`,
  `vacancy ${vacancy.id}`,
];

/** The commands of vacancies, for the table of all commands. */
export const vacancies = { is, program, touched };

/** With an event of its case that ends what was published of it; each vacancy gets the event of its own. */
export const unlisted = ({ caseId, event, unlist }: Append): readonly Statement[] => {
  if (!unlist) return [];
  const { at, actor } = event;
  const data = JSON.stringify({ why: unlist });
  return [
    statement('insertUnlisted', { caseId, why: unlist, at, actor, data }),
    statement('unlistVacancies', { caseId, why: unlist, at }),
  ];
};

/** Takes words as they are: `50%` finds what says so. */
const patternOf = (words: string): string => `%${words.toLowerCase().replace(/[!%_]/g, '!$&')}%`;

const pageOf = (
  found: readonly VacancyRow[],
  limit: number,
  keyOf: (row: VacancyRow) => string,
): VacancyPage => {
  const shown = found.slice(0, limit);
  const end = found.length > limit ? shown.at(-1) : undefined;
  return { rows: shown, next: end ? { key: keyOf(end), number: end.number } : null };
};

/** Sorts after every time and number. */
const last = '~';
const before = (after: VacancyCursor | null) => ({ key: after?.key ?? last, after: after?.number ?? last });

/** A page of what is public: one row more than asked for tells whether anything follows. */
export function* openVacancies({
  sort,
  after,
  limit,
  ...narrow
}: Parameters<VacancyStore['openVacancies']>[0]): Program<VacancyPage> {
  mustBePage(limit);
  const asked = { ...narrow, words: patternOf(narrow.words), limit: limit + 1 };
  if (sort === 'newest')
    return pageOf(
      yield* rows('vacanciesNewest', { ...asked, ...before(after) }),
      limit,
      one => one.publishedAt,
    );
  const from = { key: after?.key ?? '', after: after?.number ?? '' };
  return pageOf(yield* rows('vacanciesEnding', { ...asked, ...from }), limit, one => one.until);
}

/** A page of what was public. */
export function* pastVacancies({
  today,
  after,
  limit,
}: Parameters<VacancyStore['pastVacancies']>[0]): Program<VacancyPage> {
  mustBePage(limit);
  const found = yield* rows('vacanciesPast', { today, ...before(after), limit: limit + 1 });
  return pageOf(found, limit, one => one.changedAt);
}

export function* vacancyTotals(narrow: VacancyNarrow): Program<VacancyTotals> {
  const found = yield* row('vacancyTotals', { ...narrow, words: patternOf(narrow.words) });
  return found ?? { count: 0, heads: 0 };
}
