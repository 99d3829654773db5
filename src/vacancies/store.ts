/** Staff that is wanted, or staff that could be lent to other enterprises (富余人员可借出). */
export const vacancyKinds = ['hire', 'lend'] as const;
export type VacancyKind = (typeof vacancyKinds)[number];

/**
 * Why a vacancy is not public. `filled`, `withdrawn` and `left-out` is what an officer decided; `changed`, `permission`, `closed` and
 * `erased` is what became of its case. That its last day is over is no ending: it follows from `until`.
 */
export const vacancyEndings = [
  'filled',
  'withdrawn',
  'left-out',
  'changed',
  'permission',
  'closed',
  'erased',
] as const;
export type VacancyEnding = (typeof vacancyEndings)[number];

/** What an officer made of a position of a case: everything in it may be public, except from which case it came. */
export type VacancyRow = {
  readonly id: string;
  /** Six digits by which a seeker asks for it; random, so that they say nothing of the case. */ readonly number: string;
  readonly caseId: string;
  readonly kind: VacancyKind;
  /** Which of the case's lines it is, from 0. */ readonly line: number;
  /** Counts what happened to it, from 1. */ readonly version: number;
  readonly state: 'open' | 'ended';
  readonly ended: VacancyEnding | '';
  /** '' once the case was erased. */ readonly enterprise: string;
  readonly area: string;
  /** '' of staff to lend: `skills` says what they can do. */ readonly title: string;
  readonly skills: string;
  readonly headcount: number;
  readonly filled: number;
  /** Whole yuan a month; 0 where it is not said. */ readonly payFrom: number;
  readonly payTo: number;
  /** A code of the form's kinds of employment; ''. */ readonly employment: string;
  /** 1 or 0. */ readonly meals: number;
  readonly lodging: number;
  /** '' where it is not said. */ readonly startDay: string;
  readonly insured: 'yes' | 'no' | '';
  readonly online: 'yes' | 'no' | '';
  /** When it was last made public; '' where it never was. */ readonly publishedAt: string;
  /** The last day on which it is public. */ readonly until: string;
  readonly changedAt: string;
};

export const vacancyEventKinds = ['published', 'changed', 'filled', 'left-out', 'ended'] as const;
export type VacancyEventKind = (typeof vacancyEventKinds)[number];

/** What happened to a vacancy; only ever added to. */
export type VacancyEventRow = {
  readonly vacancyId: string;
  readonly version: number;
  readonly at: string;
  readonly actor: string;
  readonly kind: VacancyEventKind;
  /** Of `filled`: how many more were found, fewer where it was a slip. */ readonly heads: number;
  /** JSON of codes and days: `until`, `headcount`, the names of what was changed, `why` it ended. No text of anybody. */
  readonly data: string;
};

/** Which public vacancies; '' does not narrow. */
export type VacancyNarrow = {
  readonly kind: VacancyKind | '';
  readonly area: string;
  /** Words of the title, of the skills, or the number. */ readonly words: string;
  readonly lodging: 'yes' | 'no' | '';
  /** Public on this day: not over, and not before it is the last day. */ readonly today: string;
  /** The last day is not after this one. */ readonly latest: string;
};

export type VacancyCursor = { readonly key: string; readonly number: string };
export type VacancyPage = { readonly rows: readonly VacancyRow[]; readonly next: VacancyCursor | null };

/** How many vacancies are public, and how many people are still wanted or to lend. */
export type VacancyTotals = { readonly count: number; readonly heads: number };
export type VacancySum = VacancyTotals & { readonly kind: VacancyKind };
/** How often vacancies were made public, and how many people were found. */
export type VacancyFlow = {
  readonly kind: VacancyKind;
  readonly published: number;
  readonly filled: number;
};

export type VacancyStore = {
  /**
   * Puts a vacancy as it will be, with what happened, in one transaction. `stale`: it is of another version than `was` (0 for a new one),
   * its number is taken, or the case of `hold` is no longer at that event.
   */
  putVacancy(command: {
    readonly was: number;
    readonly vacancy: VacancyRow;
    readonly event: VacancyEventRow;
    readonly hold: { readonly caseId: string; readonly head: number } | null;
  }): Promise<'stored' | 'stale'>;
  vacancyById(id: string): Promise<VacancyRow | null>;
  vacanciesOfCase(caseId: string): Promise<readonly VacancyRow[]>;
  /** What is public on a day: the newest first, or by the last day. At most `limit` (1 to 500) after the cursor. */
  openVacancies(
    query: VacancyNarrow & {
      readonly sort: 'newest' | 'ending';
      readonly after: VacancyCursor | null;
      readonly limit: number;
    },
  ): Promise<VacancyPage>;
  vacancyTotals(query: VacancyNarrow): Promise<VacancyTotals>;
  /** What was public and is not on a day, what ended last on top. */
  pastVacancies(query: {
    readonly today: string;
    readonly after: VacancyCursor | null;
    readonly limit: number;
  }): Promise<VacancyPage>;
  /** What happened to the vacancies of a case, newest first, at most `limit` (1 to 500). */
  vacancyEvents(query: {
    readonly caseId: string;
    readonly limit: number;
  }): Promise<readonly VacancyEventRow[]>;
  /** Sums of what is public on a day, by kind. */
  vacancySums(today: string): Promise<readonly VacancySum[]>;
  /** Sums of what happened before a time, by kind. */
  vacancyFlows(before: string): Promise<readonly VacancyFlow[]>;
};
