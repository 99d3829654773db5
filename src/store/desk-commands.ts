import type { DeskRow, DeskStore, LookupKind } from '#src/cases/desk-store.ts';
import { changes, type Program, rows, statement } from '#src/store/program.ts';

/** The desk's own writes as data, like those of cases. */
export type DeskWrites = Pick<DeskStore, 'logLookup' | 'putLookups'>;
type Kind = keyof DeskWrites;
type Of<K extends Kind> = Parameters<DeskWrites[K]>[0];
type Answer<K extends Kind> = Awaited<ReturnType<DeskWrites[K]>>;
export type DeskCommand = { [K in Kind]: { readonly kind: K; readonly of: Of<K> } }[Kind];

export function* deskProgram(command: DeskCommand): Program<Answer<Kind>> {
  if (command.kind === 'logLookup') {
    yield* changes(statement('insertLookupLog', command.of));
    return;
  }
  const put = command.of.rows.map(one => statement('putLookups', one));
  const changed = put.length === 0 ? [] : yield* changes(...put);
  return changed.reduce((sum, one) => sum + one, 0);
}

export const deskTouched = (command: DeskCommand): readonly string[] =>
  command.kind === 'logLookup' ? [] : command.of.rows.map(one => `case ${one.caseId}`);

const byKind = {
  creditCode: 'casesByCreditCode',
  enterprise: 'casesByEnterprise',
  phone: 'casesByPhone',
  contact: 'casesByContact',
} as const satisfies Record<LookupKind, string>;

export const byLookup = ({
  kind,
  ...query
}: Parameters<DeskStore['byLookup']>[0]): Program<readonly DeskRow[]> => rows(byKind[kind], query);
