import type { CaseRow } from '#src/cases/store.ts';
import type { Ticket } from '#src/cases/ticket.ts';
import type { AnyForm, Tables } from '#src/forms/field.ts';
import type { Lang, Words } from '#src/i18n/words.ts';
import type { FormPage } from '#src/views/form-page.ts';

/** What the front desk needs of the program to ask and to answer in words; `app.ts` makes it. */
export type Front = {
  readonly forms: readonly AnyForm[];
  readonly tables: Tables;
  /** The day of the dated tables; a date before it warns. */
  readonly today: () => string;
  readonly fillPhone: string;
  /** A case number as it is shown and read out. */
  readonly showNumber: (number: string) => string;
  /** How long a receipt may be shown again. */
  readonly receiptSeconds: number;
  readonly department: (code: string) => Words;
  readonly handler: (form: string, lang: Lang) => FormPage['handler'];
  /** A receipt sealed for its sender's cookie, and back. */
  readonly sealTicket: (ticket: Ticket) => string;
  readonly openTicket: (value: string) => Ticket | null;
};

/** The reason stored with a case's routing, in words. */
export const reasonOf = (row: CaseRow): Words => (JSON.parse(row.routing) as { reason: Words }).reason;
