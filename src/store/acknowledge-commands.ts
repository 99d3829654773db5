import type { AcknowledgementStore, ReadTotals } from '#src/cases/acknowledgement-store.ts';
import { changes, type Program, row, statement } from '#src/store/program.ts';

/** The port's writes as data, like those of cases. */
export type AcknowledgeWrites = Pick<AcknowledgementStore, 'acknowledge'>;
type Of = Parameters<AcknowledgementStore['acknowledge']>[0];
type Answer = Awaited<ReturnType<AcknowledgementStore['acknowledge']>>;
export type AcknowledgeCommand = { readonly kind: 'acknowledge'; readonly of: Of };

/** The case may be erased while its password is looked at: nothing may be said by it then. */
function* acknowledge(said: Of): Program<Answer> {
  const by = yield* row('caseById', { id: said.caseId });
  if (!by || by.keyId === '') return null;
  const [put = 0] = yield* changes(statement('insertAcknowledgement', said));
  if (put > 0) return { at: said.at, again: false };
  const { notice, version, firm } = said;
  const kept = yield* row('acknowledgement', { notice, version, firm });
  return { at: kept?.at ?? said.at, again: true };
}

const is = (command: { readonly kind: string }): command is AcknowledgeCommand =>
  command.kind === 'acknowledge';

/** That a notice was read, for the table of all commands. */
export const acknowledging = {
  is,
  program: (command: AcknowledgeCommand): Program<Answer> => acknowledge(command.of),
  touched: ({ of }: AcknowledgeCommand): readonly string[] => [
    `case ${of.caseId}`,
    `read ${of.notice} ${of.version} ${of.firm}`,
  ],
};

type Addressed = Parameters<AcknowledgementStore['readTotals']>[0];

/** How many it is addressed to, and how many have read it. */
export function* readTotals(query: Addressed): Program<ReadTotals> {
  const nobody = { addressed: 0, read: 0 };
  const open = (yield* row('readOfOpen', query)) ?? nobody;
  const filed = (yield* row('readOfFiled', query)) ?? nobody;
  const all = yield* row('saidRead', { notice: query.notice, version: query.version });
  return { open, filed, said: all?.said ?? 0 };
}
