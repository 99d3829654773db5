import type { VisitStore } from '#src/cases/visit-store.ts';
import { type Program, row, rows } from '#src/store/program.ts';
import { type VisitWrites, visitsPage } from '#src/store/visit-commands.ts';

type Ways = {
  read<Answer>(program: Program<Answer>): Promise<Answer>;
  write<K extends keyof VisitWrites>(
    kind: K,
    of: Parameters<VisitWrites[K]>[0],
  ): Promise<Awaited<ReturnType<VisitWrites[K]>>>;
};

const nothing = { planned: 0, met: 0, visits: 0, firms: 0, unnumbered: 0 };

/** The part of the port that visits are kept by, over whatever reads and writes. */
export const visitStore = ({ read, write }: Ways): VisitStore => ({
  putVisit: command => write('putVisit', command),
  settleVisit: command => write('settleVisit', command),
  visitById: id => read(row('visitById', { id })),
  visitsOfCase: caseId => read(rows('visitsOfCase', { caseId })),
  visitsPage: query => read(visitsPage(query)),
  visitTotals: query => read(row('visitTotals', query)).then(found => found ?? nothing),
});
