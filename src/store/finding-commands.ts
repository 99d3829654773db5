import type { FindingsStore, ProblemPut } from '#src/findings/store.ts';
import { changes, type Program, row, type Statement, statement } from '#src/store/program.ts';

/** The port's writes as data, like those of cases. */
export type FindingWrites = Pick<FindingsStore, 'fileFinding' | 'turnProblem' | 'decide' | 'endDecision'>;
type Kind = keyof FindingWrites;
type Of<K extends Kind> = Parameters<FindingWrites[K]>[0];
type Answer<K extends Kind> = Awaited<ReturnType<FindingWrites[K]>>;
export type FindingCommand = { [K in Kind]: { readonly kind: K; readonly of: Of<K> } }[Kind];

/** In one order, so that two reports about the same problems never wait for each other in a circle. */
const inOrder = (problems: readonly ProblemPut[]): readonly ProblemPut[] =>
  [...problems].sort((a, b) => (a.row.id < b.row.id ? -1 : 1));

const putOf = ({ was, row: problem, steps }: ProblemPut): readonly Statement[] => [
  was === 0 ? statement('insertProblem', problem) : statement('moveProblem', { ...problem, was }),
  ...steps.map(step => statement('insertProblemStep', step)),
];

/** Nothing is written before every problem was found as the page saw it. */
function* fileFinding(command: Of<'fileFinding'>): Program<Answer<'fileFinding'>> {
  const { finding, supplies } = command;
  if (yield* row('findingById', { id: finding.id })) return 'again';
  const problems = inOrder(command.problems);
  for (const { was, row: problem } of problems)
    if (was > 0 && (yield* changes(statement('holdProblem', { id: problem.id, was }))).includes(0))
      return 'stale';
  const [added] = yield* changes(statement('insertFinding', finding));
  if (added === 0) return 'stale';
  const rest = [...supplies.map(line => statement('insertSupply', line)), ...problems.flatMap(putOf)];
  if (rest.length > 0) yield* changes(...rest);
  return 'stored';
}

function* turnProblem(put: Of<'turnProblem'>): Program<Answer<'turnProblem'>> {
  const [moved] = yield* changes(statement('moveProblem', { ...put.row, was: put.was }));
  if (moved === 0) return 'stale';
  yield* changes(...put.steps.map(step => statement('insertProblemStep', step)));
  return 'stored';
}

function* decide(decision: Of<'decide'>): Program<boolean> {
  return (yield* changes(statement('insertDecision', decision)))[0] === 1;
}

function* endDecision(command: Of<'endDecision'>): Program<boolean> {
  return (yield* changes(statement('closeDecision', command)))[0] === 1;
}

const kinds = {
  fileFinding: true,
  turnProblem: true,
  decide: true,
  endDecision: true,
} as const satisfies Record<Kind, true>;

const is = (command: { readonly kind: string }): command is FindingCommand =>
  Object.hasOwn(kinds, command.kind);

const program = (command: FindingCommand): Program<Answer<Kind>> => {
  switch (command.kind) {
    case 'fileFinding':
      return fileFinding(command.of);
    case 'turnProblem':
      return turnProblem(command.of);
    case 'decide':
      return decide(command.of);
    case 'endDecision':
      return endDecision(command.of);
  }
};

/** What each reads before it writes: see `touched`. */
const touched = (command: FindingCommand): readonly string[] => {
  switch (command.kind) {
    case 'fileFinding': {
      const { finding, problems } = command.of;
      return [
        `finding ${finding.id}`,
        `findings ${finding.department} ${finding.day}`,
        ...problems.map(one => `problem ${one.row.id}`),
      ];
    }
    case 'turnProblem':
      return [`problem ${command.of.row.id}`];
    case 'decide':
    case 'endDecision':
      return [`decision ${command.of.id}`];
  }
};

/** The commands of what departments find, for the table of all commands. */
export const findings = { is, program, touched };
