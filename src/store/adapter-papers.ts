import type { PaperLine, PaperRow, PaperStore, StepRow } from '#src/papers/store.ts';
import { mustBePage } from '#src/store/page.ts';
import type { PaperCommand, PaperWrites } from '#src/store/paper-commands.ts';
import { type Program, row, rows } from '#src/store/program.ts';

type Ways = {
  read<Answer>(program: Program<Answer>): Promise<Answer>;
  write(command: PaperCommand): Promise<unknown>;
};

function* page(query: Parameters<PaperStore['papers']>[0]): Program<readonly PaperLine[]> {
  mustBePage(query.limit);
  return yield* rows('papersPage', query);
}

/** The part of the port that official papers are kept by, over whatever reads and writes. */
export const paperStore = ({ read, write }: Ways): PaperStore => {
  // A queue forgets which kind of command an answer belongs to; here it is known again.
  const send = <K extends keyof PaperWrites>(kind: K, of: Parameters<PaperWrites[K]>[0]) =>
    write({ kind, of } as PaperCommand) as ReturnType<PaperWrites[K]>;
  return {
    addPaper: command => send('addPaper', command),
    movePaper: command => send('movePaper', command),
    paper: id => read<PaperLine | null>(row('paperById', { id })),
    paperBySerial: query => read<PaperRow | null>(row('paperBySerial', query)),
    papersOf: caseId => read<readonly PaperRow[]>(rows('papersOfCase', { caseId })),
    papers: query => read(page(query)),
    unanswered: query => read<readonly PaperLine[]>(rows('papersUnanswered', query)),
    stepsOf: paperId => read<readonly StepRow[]>(rows('stepsOfPaper', { paperId })),
  };
};
