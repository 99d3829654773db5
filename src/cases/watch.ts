import { type Stage, stages } from '#src/cases/desk-store.ts';
import type { CaseRow, Page } from '#src/cases/store.ts';

/** The newest event of a case, by which the whole chain before it is known. */
export type Head = Pick<CaseRow, 'id' | 'head' | 'headMac'>;

/** What whoever looks after the place asks the store: for anchors, for alarms. Counted in indexes. */
export type WatchStore = {
  /** Heads of all cases by id, at most `limit` (1 to 500) after the cursor. */
  heads(query: { readonly after: string | null; readonly limit: number }): Promise<Page<Head>>;
  /** Cases of each of the stages that are due before a time, in their order. */
  countStages(stages: readonly Stage[], dueBefore: string): Promise<readonly number[]>;
  /** Notices of a state of the outbox. */
  countNotices(state: 'waiting' | 'sending' | 'dead'): Promise<number>;
  /** When the next notice is due; null where none waits. */
  nextNotice(): Promise<string | null>;
};

/** What is waiting, at a moment. */
export type Standing = {
  /** Cases that are neither closed nor withdrawn. */ readonly open: number;
  /** Held for an officer to look at. */ readonly held: number;
  /** The clock runs for the office, and the due time is over. */ readonly overdue: number;
  /** Notices still to be sent, and those that will not be tried again by themselves. */ readonly waiting: number;
  readonly dead: number;
  /** Seconds for which the first of those that are due has been waiting. */ readonly lag: number;
};

/** How the place stands, for alarms and for people. */
export type Look = Standing & {
  readonly at: string;
  /** The store's schema is the program's. */ readonly current: boolean;
  /** Share of the disk that is used, 0 to 1; 0 where the database is elsewhere. */ readonly disk: number;
  /** Transactions this process has written since it started, and commands in them. */
  readonly batches: { readonly count: number; readonly commands: number };
  /** ISO 8601; null where none was made from this data folder. */ readonly lastBackup: string | null;
  /** A day; null where there is none. */ readonly lastAnchor: string | null;
};

const ended: readonly Stage[] = ['closed', 'withdrawn'];
/** Where the clock runs for somebody of the office. */
const running: readonly Stage[] = ['held', 'to-accept', 'declined', 'doing'];
/** After every due time. */
const ever = '9999';

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);

/** What is waiting now. */
export const standing = async (store: WatchStore, now: Date): Promise<Standing> => {
  const at = now.toISOString();
  const [open, held, overdue, waiting, sending, dead, next] = await Promise.all([
    store.countStages(
      stages.filter(stage => !ended.includes(stage)),
      ever,
    ),
    store.countStages(['held'], ever),
    store.countStages(running, at),
    store.countNotices('waiting'),
    store.countNotices('sending'),
    store.countNotices('dead'),
    store.nextNotice(),
  ]);
  return {
    open: sum(open),
    held: sum(held),
    overdue: sum(overdue),
    waiting: waiting + sending,
    dead,
    lag: next === null ? 0 : Math.max(0, Math.round((now.getTime() - Date.parse(next)) / 1000)),
  };
};
