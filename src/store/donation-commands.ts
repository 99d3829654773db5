import type { DonationStore } from '#src/donations/store.ts';
import { changes, type Program, statement } from '#src/store/program.ts';

/** The port's write as data, like those of cases. */
export type DonationWrites = Pick<DonationStore, 'keepDonation'>;
type Of = Parameters<DonationWrites['keepDonation']>[0];
export type DonationCommand = { readonly kind: 'keepDonation'; readonly of: Of };

/** Written anew as a whole: two that catch up at once at the same event write the same rows. */
function* keepDonation({ caseId, head, row, goods }: Of): Program<boolean> {
  const [marked] = yield* changes(statement('markDonated', { caseId, head }));
  if (marked === 0) return false;
  yield* changes(
    statement('dropDonationGoods', { caseId }),
    statement('dropDonation', { caseId }),
    statement('insertDonation', row),
    ...goods.map(one => statement('insertDonationGoods', one)),
  );
  return true;
}

/** The command of donations, for the table of all commands. */
export const donationCommand = {
  is: (command: { readonly kind: string }): command is DonationCommand => command.kind === 'keepDonation',
  program: ({ of }: DonationCommand): Program<boolean> => keepDonation(of),
  touched: ({ of }: DonationCommand): readonly string[] => [`case ${of.caseId}`],
};
