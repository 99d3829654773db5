import type { Anchors } from '#src/cases/anchor.ts';
import { chainFault } from '#src/cases/chain.ts';
import type { Office } from '#src/cases/office.ts';
import { cases } from '#src/cases/review.ts';
import type { CaseRow } from '#src/cases/store.ts';

/** What an audit found wrong: a case's chain, or what an anchor of a day knew of it. */
export type Fault =
  | { readonly tag: 'chain'; readonly number: string; readonly what: string }
  /** An event that the anchor had is not there any more: the tail was cut off. */
  | { readonly tag: 'cut' | 'rewritten'; readonly number: string; readonly seq: number; readonly day: string }
  | { readonly tag: 'removed'; readonly id: string; readonly day: string };

export type Audit = {
  readonly cases: number;
  readonly events: number;
  /** In the order in which they were found; chains first. */ readonly faults: readonly Fault[];
};

/** Cases looked at together: a database on another machine answers them at once. */
const together = 16;

type Looked = { readonly events: number; readonly faults: readonly Fault[] };

const look = async ({ keys, store }: Office, row: CaseRow, heads: Anchors['heads']): Promise<Looked> => {
  const events = await store.events(row.id);
  const { number } = row;
  const what = chainFault(keys, row, events);
  const faults: Fault[] = what === null ? [] : [{ tag: 'chain', number, what }];
  const kept = heads.get(row.id);
  const there = kept && events.find(event => event.seq === kept.seq);
  if (kept && there?.mac !== kept.mac)
    faults.push({ tag: there ? 'rewritten' : 'cut', number, seq: kept.seq, day: kept.day });
  return { events: events.length, faults };
};

/**
 * Verifies every chain, and that the store still has all that the anchors vouch for. Reads the whole store once; a server may go on
 * meanwhile, since what is added is not in the anchors that were read before.
 */
export const audit = async (office: Office, heads: Anchors['heads']): Promise<Audit> => {
  const gone = new Map(heads);
  const faults: Fault[] = [];
  let count = 0;
  let events = 0;
  let some: CaseRow[] = [];
  const work = async (): Promise<void> => {
    for (const found of await Promise.all(some.map(row => look(office, row, heads)))) {
      events += found.events;
      faults.push(...found.faults);
    }
    some = [];
  };
  for await (const row of cases(office, null)) {
    gone.delete(row.id);
    count += 1;
    if (some.push(row) === together) await work();
  }
  await work();
  const removed = [...gone].map(([id, { day }]): Fault => ({ tag: 'removed', id, day }));
  return { cases: count, events, faults: [...faults, ...removed] };
};
