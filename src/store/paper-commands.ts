import type { Append, Appended } from '#src/cases/store.ts';
import type { PaperResult, PaperStore } from '#src/papers/store.ts';
import { changes, type Program, row, statement } from '#src/store/program.ts';

/** The port's writes as data, like those of cases. */
export type PaperWrites = Pick<PaperStore, 'addPaper' | 'movePaper'>;
type Kind = keyof PaperWrites;
type Of<K extends Kind> = Parameters<PaperWrites[K]>[0];
export type PaperCommand = { [K in Kind]: { readonly kind: K; readonly of: Of<K> } }[Kind];

/** How an event is added to a case: the cases' own program. */
type AppendTo = (command: Append) => Program<Appended>;

/** Whether every case still is where its event begins; they stay there until the transaction ends. */
function* areStill(appends: readonly Append[]): Program<boolean> {
  const held = appends.map(({ caseId, head }) => statement('holdCase', { caseId, head }));
  return held.length === 0 || !(yield* changes(...held)).includes(0);
}

function* tellCases(appends: readonly Append[], append: AppendTo): Program<void> {
  for (const one of appends) {
    const added = yield* append(one);
    if (added.tag !== 'stored') throw new Error(`A case that was held is ${added.tag}.`);
  }
}

function* addPaper({ paper, step, appends }: Of<'addPaper'>, append: AppendTo): Program<PaperResult> {
  if (!(yield* areStill(appends))) return { tag: 'stale' };
  const [added] = yield* changes(statement('insertPaper', paper));
  if (added === 0) return { tag: 'moved' };
  yield* changes(statement('insertPaperStep', step));
  yield* tellCases(appends, append);
  return { tag: 'stored' };
}

const serialsOf = ({ kind, year }: Of<'movePaper'>): string => `${kind} ${year}`;

/** The number that a paper would get, which nobody else gets meanwhile; 0 where it is to have none. */
function* nextSerial(command: Of<'movePaper'>): Program<number> {
  if (command.year === null) return 0;
  return ((yield* row('markSerial', { name: serialsOf(command), by: 0 }))?.last ?? 0) + 1;
}

function* movePaper(command: Of<'movePaper'>, append: AppendTo): Program<PaperResult> {
  const { id, version, was, set, year, step, appends } = command;
  const serial = yield* nextSerial(command);
  if (!(yield* areStill(appends))) return { tag: 'stale' };
  const move = { ...set, id, version, was, movedAt: step.at, year: year ?? 0, serial };
  const [moved] = yield* changes(statement('movePaper', move));
  if (moved === 0) return { tag: 'moved' };
  yield* changes(
    statement('insertPaperStep', step),
    ...(year === null ? [] : [statement('markSerial', { name: serialsOf(command), by: 1 })]),
  );
  yield* tellCases(appends, append);
  return { tag: 'stored' };
}

const kinds = { addPaper: true, movePaper: true } as const satisfies Record<Kind, true>;

const is = (command: { readonly kind: string }): command is PaperCommand =>
  Object.hasOwn(kinds, command.kind);

/** The program of a command of papers; `append` adds an event to a case in the same transaction. */
const program = (command: PaperCommand, append: AppendTo): Program<PaperResult> =>
  command.kind === 'addPaper' ? addPaper(command.of, append) : movePaper(command.of, append);

/** What each reads before it writes: see `touched`. */
const touched = ({ kind, of }: PaperCommand): readonly string[] => [
  `paper ${kind === 'addPaper' ? of.paper.id : of.id}`,
  ...(kind === 'movePaper' && of.year !== null ? [`serials ${serialsOf(of)}`] : []),
  ...of.appends.map(one => `case ${one.caseId}`),
];

/** The commands of papers, for the table of all commands. */
export const papers = { is, program, touched };
