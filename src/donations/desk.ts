import type { CaseRow } from '#src/cases/store.ts';
import { board, catchUp, type Donations, donationCase, summed, takeStep } from '#src/donations/donations.ts';
import { rollOf } from '#src/donations/roll.ts';
import { donationsSectionOf } from '#src/donations/section.ts';
import { fitsBasis } from '#src/donations/steps.ts';
import { putInStock } from '#src/donations/stock.ts';
import { bases, type DonationNarrow, stages } from '#src/donations/store.ts';

/** Sums of the whole zone. */
const everything: DonationNarrow = { stage: '', kind: '', department: '' };

/** The register as the pages of the desk and the public roll take it. */
export const openDonations = (donations: Donations) => ({
  board: (query: Parameters<typeof board>[1]) => board(donations, query),
  case: (row: CaseRow) => donationCase(donations, row),
  step: (
    number: string,
    data: Parameters<typeof takeStep>[2],
    note: string,
    hand: Parameters<typeof takeStep>[4],
  ) => takeStep(donations, number, data, note, hand),
  putInStock: (
    number: string,
    wanted: Parameters<typeof putInStock>[2],
    hand: Parameters<typeof putInStock>[3],
  ) => putInStock(donations, number, wanted, hand),
  catchUp: () => catchUp(donations),
  roll: (query: Parameters<typeof rollOf>[1]) => rollOf(donations, query),
  /** For the daily report. */
  section: async () => {
    await catchUp(donations);
    return donationsSectionOf(summed(await donations.store.donationSums(everything)));
  },
  stages,
  bases,
  fitsBasis,
});

/** What the desk and the public page ask of donations; a port of plain data. */
export type DonationDesk = ReturnType<typeof openDonations>;
