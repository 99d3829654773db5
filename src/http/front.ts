import type { Attachments } from '#src/attachments/open.ts';
import type { CaseRow } from '#src/cases/store.ts';
import type { Ticket } from '#src/cases/ticket.ts';
import type { AnyForm, Tables } from '#src/forms/field.ts';
import type { Words } from '#src/i18n/words.ts';
import type { Library } from '#src/library/library.ts';
import type { OwnPaper } from '#src/papers/desk.ts';
import type { SlotDesk } from '#src/slots/desk.ts';
import type { Desk } from '#src/staff/desk.ts';
import type { FormPage } from '#src/views/form-page.ts';

/** What the front desk needs of the program to ask and to answer in words; `app.ts` makes it. */
export type Front = {
  readonly forms: readonly AnyForm[];
  readonly tables: Tables;
  /** The day that content and the dated tables speak of. */
  readonly today: () => string;
  /** The day by the clock: forms are read on it, since receipts, the desk and reports count what was sent by it. */
  readonly sentOn: () => string;
  readonly fillPhone: string;
  /** Files that are sent with forms, or before them. */
  readonly attachments: Attachments;
  /** Sign-in and roles of the desk. */
  readonly desk: Desk;
  /** Forms of which papers are drafted. */
  readonly paperForms: readonly string[];
  /** Bookable times, for forms that ask for one. */
  readonly slots: Pick<SlotDesk, 'own' | 'others' | 'asks'>;
  /** Papers that were issued to the enterprise of a case. */
  readonly papersOf: (caseId: string) => Promise<readonly OwnPaper[]>;
  /** A case number as it is shown and read out. */
  readonly showNumber: (number: string) => string;
  /** How long a receipt may be shown again. */
  readonly receiptSeconds: number;
  readonly department: (code: string) => Words;
  /** Codes of the zone's departments, in its order. */
  readonly departments: readonly string[];
  /** Ready answers for officers; `forms` null fits every form. */
  readonly templates: readonly {
    readonly id: string;
    readonly title: string;
    readonly forms: readonly string[] | null;
    readonly text: string;
  }[];
  /** What is looked at on a visit: each item with the chapter of the guide that says how. */
  readonly siteCheck: readonly { readonly id: string; readonly ask: Words; readonly guide: string }[];
  /** Who takes a form and by when, and whether it is open. */
  readonly handler: (form: string) => FormPage['handler'];
  /** A receipt sealed for its sender's cookie, and back. */
  readonly sealTicket: (ticket: Ticket) => string;
  readonly openTicket: (value: string) => Ticket | null;
} & Library;

/** The reason stored with a case's routing, in words. */
export const reasonOf = (row: CaseRow): Words => (JSON.parse(row.routing) as { reason: Words }).reason;
