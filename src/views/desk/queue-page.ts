import type { ViewName } from '#src/i18n/desk.ts';
import type { Lang } from '#src/i18n/words.ts';
import type { BulkAct } from './bulk.ts';

/** A code and its name in the page's language. */
export type Named = readonly [string, string];

export type QueueLine = {
  readonly number: string;
  /** With its dashes. */ readonly shown: string;
  readonly enterprise: string;
  readonly form: string;
  readonly area: string;
  readonly state: string;
  readonly handler: string;
  readonly officer: string;
  readonly due: string;
  readonly running: boolean;
  /** Whether it waits for its enterprise. */ readonly stopped: boolean;
  readonly receivedAt: string;
  /** Urgent, complaint, pressed …, the loud ones first. */
  readonly flags: readonly { readonly text: string; readonly loud: boolean }[];
};

export type Filters = {
  readonly form: string;
  readonly area: string;
  readonly line: string;
  readonly department: string;
  readonly sort: string;
};

export type QueuePage = {
  readonly lang: Lang;
  readonly csrf: string;
  readonly now: Date;
  readonly view: ViewName;
  /** The views that this officer has, with their counts as shown (`12`, `999+`). */
  readonly counts: readonly (readonly [ViewName, string])[];
  readonly filters: Filters;
  /** What the filters offer; a list that is empty is not asked. */
  readonly options: {
    readonly form: readonly Named[];
    readonly area: readonly Named[];
    readonly line: readonly Named[];
    readonly department: readonly Named[];
  };
  readonly rows: readonly QueueLine[];
  /** Where the next page begins; '' on the last. */ readonly next: string;
  readonly isFirst: boolean;
  readonly saved: readonly { readonly id: string; readonly name: string; readonly query: string }[];
  readonly problem: string;
  /** Departments that cases may be passed to; empty where several may not be done at once. */
  readonly bulk: readonly Named[];
  /** What this officer may do to several at once. */ readonly acts: readonly BulkAct[];
};
