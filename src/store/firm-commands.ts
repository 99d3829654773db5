import type { FirmStore } from '#src/firms/store.ts';
import { changes, type Program, row, type Statement, statement } from '#src/store/program.ts';

/** The port's writes as data, like those of cases. */
export type FirmWrites = Pick<FirmStore, 'keepFirms' | 'chaseFirms'>;
type Kind = keyof FirmWrites;
type Of<K extends Kind> = Parameters<FirmWrites[K]>[0];
type Answer<K extends Kind> = Awaited<ReturnType<FirmWrites[K]>>;
export type FirmCommand = { [K in Kind]: { readonly kind: K; readonly of: Of<K> } }[Kind];

/** The mark's name in the table of marks. */
export const firmMark = 'firms';

const sentOf = ({ cases, entries, returns, firms }: Of<'keepFirms'>): readonly Statement[] => [
  ...cases.flatMap(({ caseId, head }) => [
    statement('markFirmed', { caseId, head }),
    statement('dropEntries', { caseId }),
    statement('dropReturn', { caseId }),
  ]),
  ...entries.map(one => statement('putEntry', one)),
  ...returns.map(one => statement('putReturn', one)),
  ...firms.flatMap(({ firm, spans }) => [
    statement('dropSpans', { firm }),
    ...spans.map(one => statement('putSpan', one)),
  ]),
  statement('markLedger', { name: firmMark, by: 1 }),
];

function* keepFirms(command: Of<'keepFirms'>): Program<boolean> {
  const { seq, cases } = command;
  // Taken first and held until the transaction ends: who keeps next sees all of this, or waits.
  const taken = yield* row('markLedger', { name: firmMark, by: 0 });
  if (taken?.seq !== seq) return false;
  const held = cases.map(({ caseId, head }) => statement('holdCase', { caseId, head }));
  if (held.length > 0 && (yield* changes(...held)).includes(0)) return false;
  yield* changes(...sentOf(command));
  return true;
}

function* chaseFirms({ rows }: Of<'chaseFirms'>): Program<number> {
  if (rows.length === 0) return 0;
  const put = yield* changes(...rows.map(one => statement('putChase', one)));
  return put.reduce((sum, one) => sum + one, 0);
}

const kinds = { keepFirms: true, chaseFirms: true } as const satisfies Record<Kind, true>;

const is = (command: { readonly kind: string }): command is FirmCommand => Object.hasOwn(kinds, command.kind);

const program = (command: FirmCommand): Program<Answer<Kind>> =>
  command.kind === 'keepFirms' ? keepFirms(command.of) : chaseFirms(command.of);

/** What each reads before it writes: see `touched`. */
const touched = (command: FirmCommand): readonly string[] =>
  command.kind === 'keepFirms'
    ? ['firms', ...command.of.cases.map(({ caseId }) => `case ${caseId}`)]
    : command.of.rows.map(({ id }) => `chase ${id}`);

/** The commands of enterprises in operation, for the table of all commands. */
export const firms = { is, program, touched };
