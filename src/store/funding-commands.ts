import type { FundingStore } from '#src/funding/store.ts';
import { changes, type Program, statement } from '#src/store/program.ts';

/** The port's write as data, like those of cases. */
export type FundingWrites = Pick<FundingStore, 'keepFunding'>;
type Of = Parameters<FundingWrites['keepFunding']>[0];
export type FundingCommand = { readonly kind: 'keepFunding'; readonly of: Of };

/** Written anew as a whole: two that catch up at once at the same event write the same rows. */
function* keepFunding({ caseId, head, row, lines }: Of): Program<boolean> {
  const [marked] = yield* changes(statement('markFunded', { caseId, head }));
  if (marked === 0) return false;
  yield* changes(
    statement('dropFundingLines', { caseId }),
    statement('dropFunding', { caseId }),
    statement('insertFunding', row),
    ...lines.map(line => statement('insertFundingLine', line)),
  );
  return true;
}

/** The command of financing, for the table of all commands. */
export const fundingCommand = {
  is: (command: { readonly kind: string }): command is FundingCommand => command.kind === 'keepFunding',
  program: ({ of }: FundingCommand): Program<boolean> => keepFunding(of),
  touched: ({ of }: FundingCommand): readonly string[] => [`case ${of.caseId}`],
};
