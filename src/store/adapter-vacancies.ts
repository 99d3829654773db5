import { mustBePage } from '#src/store/page.ts';
import { type Program, row, rows } from '#src/store/program.ts';
import {
  openVacancies,
  pastVacancies,
  type VacancyWrites,
  vacancyTotals,
} from '#src/store/vacancy-commands.ts';
import type { VacancyStore } from '#src/vacancies/store.ts';

type Ways = {
  read<Answer>(program: Program<Answer>): Promise<Answer>;
  write<K extends keyof VacancyWrites>(
    kind: K,
    of: Parameters<VacancyWrites[K]>[0],
  ): Promise<Awaited<ReturnType<VacancyWrites[K]>>>;
};

/** The port that vacancies are kept by, over whatever reads and writes. */
export const vacancyStore = ({ read, write }: Ways): VacancyStore => ({
  putVacancy: command => write('putVacancy', command),
  vacancyById: id => read(row('vacancyById', { id })),
  vacanciesOfCase: caseId => read(rows('vacanciesOfCase', { caseId })),
  openVacancies: query => read(openVacancies(query)),
  vacancyTotals: query => read(vacancyTotals(query)),
  pastVacancies: query => read(pastVacancies(query)),
  vacancyEvents: query => {
    mustBePage(query.limit);
    return read(rows('vacancyEventsOfCase', query));
  },
  vacancySums: today => read(rows('vacancySums', { today })),
  vacancyFlows: before => read(rows('vacancyFlows', { before })),
});
