import type { FindingsStore, ProblemRow } from '#src/findings/store.ts';
import type { FindingCommand, FindingWrites } from '#src/store/finding-commands.ts';
import { mustBePage } from '#src/store/page.ts';
import { type Program, row, rows } from '#src/store/program.ts';

type Ways = {
  read<Answer>(program: Program<Answer>): Promise<Answer>;
  write(command: FindingCommand): Promise<unknown>;
};

type Query = Parameters<FindingsStore['problems']>[0];
type ProblemPage = Awaited<ReturnType<FindingsStore['problems']>>;

/** A page of problems: one row more than asked for tells whether anything follows. */
function* problemsPage({ view, department, after, limit }: Query): Program<ProblemPage> {
  mustBePage(limit);
  const found = yield* rows('problemsPage', {
    state: view === 'solved' ? 'solved' : 'open',
    wanted: view === 'wanted' ? 1 : 0,
    department,
    key: after?.key ?? '',
    after: after?.id ?? '',
    limit: limit + 1,
  });
  const shown = found.slice(0, limit);
  const end = found.length > limit ? shown.at(-1) : undefined;
  return {
    rows: shown.map(({ sortKey: _, ...problem }): ProblemRow => problem),
    next: end ? { key: end.sortKey, id: end.id } : null,
  };
}

/** What departments find, over whatever reads and writes. */
export const findingsStore = ({ read, write }: Ways): FindingsStore => {
  // A queue forgets which kind of command an answer belongs to; here it is known again.
  const send = <K extends keyof FindingWrites>(kind: K, of: Parameters<FindingWrites[K]>[0]) =>
    write({ kind, of } as FindingCommand) as ReturnType<FindingWrites[K]>;
  return {
    fileFinding: command => send('fileFinding', command),
    turnProblem: command => send('turnProblem', command),
    decide: command => send('decide', command),
    endDecision: command => send('endDecision', command),
    findingById: id => read(row('findingById', { id })),
    newestFinding: query => read(row('newestFinding', query)),
    findingsOn: day => read(rows('findingsOn', { day })),
    findingVersions: query => {
      mustBePage(query.limit);
      return read(rows('findingVersions', query));
    },
    onHand: query => read(rows('onHand', query)),
    problemById: id => read(row('problemById', { id })),
    problems: query => read(problemsPage(query)),
    problemsHeld: query => {
      mustBePage(query.limit);
      return read(rows('problemsHeld', query));
    },
    problemSteps: query => {
      mustBePage(query.limit);
      return read(rows('problemSteps', query));
    },
    problemCounts: day => read(rows('problemCounts', { day })),
    decisionById: id => read(row('decisionById', { id })),
    decisionsOpen: ({ day, after, limit }) => {
      mustBePage(limit);
      return read(rows('decisionsOpen', { day, due: after?.due ?? '', after: after?.id ?? '', limit }));
    },
    decisionsOf: query => {
      mustBePage(query.limit);
      return read(rows('decisionsOf', query));
    },
  };
};
