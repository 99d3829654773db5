import type { Attachment } from '#src/attachments/kept.ts';
import type { DeskCase } from '#src/cases/desk-case.ts';
import type { Answers } from '#src/forms/field.ts';
import type { Contact } from '#src/staff/roster/roster.ts';
import type { Scope } from '#src/staff/staff.ts';
import type { Looked } from '#src/views/desk/cite.ts';
import type { DeedName } from '#src/views/desk/deed-fields.ts';
import type { Typed } from '#src/views/desk/fields.ts';
import type { View } from '#src/views/html.ts';

/** Everything a case's page is made of. */
export type Found = {
  readonly desk: DeskCase;
  readonly scope: Scope;
  readonly files: readonly Attachment[];
  readonly watching: readonly string[];
  /** Who looks after its enterprise today; null for nobody, and for a complaint. */ readonly liaison: Contact | null;
};

/** What was typed and not done, or what is told first. */
export type Told = {
  readonly status?: number;
  readonly view?: View;
  readonly deed?: DeedName | '';
  readonly typed?: Typed;
  /** Opened for a reason just now, in place of the masked ones. */ readonly answers?: Answers;
  readonly head?: number;
  /** What was looked up for an answer. */ readonly looked?: Looked;
};
