import type { Office } from '#src/cases/office.ts';
import type { PaperStore } from '#src/papers/store.ts';

/** What the work on official papers needs, handed in. */
export type Papers = {
  readonly office: Office;
  readonly store: PaperStore;
  /** Who issues them, as it stands under each: the zone's name. */ readonly issuer: string;
  /** Where readers find the site: `https://…`, for the address in the QR code. */ readonly site: string;
};
