import type { CaseRow, CaseStore, Counted, EventRow, Health, Page } from '#src/cases/store.ts';
import type { Answer, Command, Kind, Of } from '#src/store/commands.ts';
import { schemaVersion } from '#src/store/migrations/index.ts';
import { type Program, type Result, row, rows, type Statement, statement } from '#src/store/program.ts';
import type { RowOf } from '#src/store/queries.ts';

type List = Parameters<CaseStore['list']>[0];

function* list({ form, after, limit }: List): Program<Page<CaseRow>> {
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= 500))
    throw new RangeError(`A page holds 1 to 500 cases, not ${limit}.`);
  // One more than asked tells whether anything follows. The empty text sorts before every id.
  const from = { after: after ?? '', limit: limit + 1 };
  const found = form === null ? yield* rows('page', from) : yield* rows('pageOfForm', { form, ...from });
  const page = found.slice(0, limit);
  return { rows: page, next: found.length > limit ? (page.at(-1)?.id ?? null) : null };
}

function* counts(names: readonly string[], at: string): Program<readonly Counted[]> {
  const results: readonly Result[] = yield names.map((name): Statement => statement('counter', { name, at }));
  return results.map(result => {
    const [counter] = result.rows as readonly RowOf<'counter'>[];
    return counter ?? { count: 0, expiresAt: at };
  });
}

function* health(): Program<Health> {
  return { schema: (yield* rows('migrated', {})).length, expected: schemaVersion };
}

/** What an adapter brings: how it runs a program that only reads, how it queues a command, how it ends. */
export type Adapter = {
  read<Answer>(program: Program<Answer>): Promise<Answer>;
  submit(command: Command): Promise<unknown>;
  /** Whether an error says that the table of migrations is not there: nothing was ever migrated. */
  isUnmigrated(error: unknown): boolean;
  close(): Promise<void>;
};

/** The port over an adapter: the same for every database. */
export const caseStore = ({ read, submit, isUnmigrated, close }: Adapter): CaseStore => {
  // A queue forgets which kind of command an answer belongs to; here it is known again.
  const write = <K extends Kind>(kind: K, of: Of<K>): Promise<Answer<K>> =>
    submit({ kind, of } as Command) as Promise<Answer<K>>;
  return {
    receive: command => write('receive', command),
    append: command => write('append', command),
    count: command => write('count', command),
    sweep: command => write('sweep', command),
    caseByNumber: number => read<CaseRow | null>(row('caseByNumber', { number })),
    caseById: id => read<CaseRow | null>(row('caseById', { id })),
    events: caseId => read<readonly EventRow[]>(rows('eventsOfCase', { caseId })),
    list: query => read(list(query)),
    counts: (names, at) => read(counts(names, at)),
    health: () =>
      read(health()).catch(error => {
        if (isUnmigrated(error)) return { schema: 0, expected: schemaVersion };
        throw error;
      }),
    close,
  };
};
