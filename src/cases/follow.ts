import type { DeskColumns, Stage } from '#src/cases/desk-store.ts';
import type { Kind, State } from '#src/cases/state.ts';
import type { Append, CaseRow } from '#src/cases/store.ts';

/** What the desk keeps of a case that nobody has touched yet. */
export const fresh = (state: State, handler: string, at: string): DeskColumns => ({
  stage: stageOf(state, ''),
  holder: handler,
  officer: '',
  passedAt: at,
  acceptedAt: '',
  outcome: '',
  channel: 'web',
  enteredBy: '',
  mergedInto: '',
  extension: '',
  pressed: '',
  complex: 0,
  complaint: 0,
  against: '',
  contactFails: 0,
  waitingSince: '',
  told: 0,
  answeredAt: '',
  closedAt: '',
  askedAt: '',
  declined: 0,
  ordered: 0,
  reopened: 0,
  laterBy: '',
  revisit: 0,
  fast: 0,
});

const stageOf = (state: State, outcome: DeskColumns['outcome']): Stage => {
  if (state === 'received') return 'to-accept';
  if (state === 'assigned') return 'doing';
  if (state === 'returned') return 'waiting';
  if (state === 'answered') return outcome === 'upward' ? 'upward' : 'answered';
  if (state === 'closed') return outcome === 'partly' ? 'unsolved' : 'closed';
  return state;
};

type Set = Append['set'];

/** Whoever answers or returns a case has taken it; and what goes back to work without ever having been accepted is its handler's. */
const accepting: readonly Kind[] = ['answered', 'returned', 'referred', 'cleared'];

const taken = (row: CaseRow, kind: Kind, state: State, at: string): Set =>
  (accepting.includes(kind) || state === 'assigned') && row.acceptedAt === ''
    ? { acceptedAt: at, holder: row.handler }
    : {};

/** It comes to a department anew, which has not accepted it yet. */
const passed = (kind: Kind, at: string): Set => {
  if (kind === 'forwarded' || kind === 'ordered')
    return { acceptedAt: '', passedAt: at, ordered: kind === 'ordered' ? 1 : 0 };
  if (kind === 'unmerged')
    return { acceptedAt: '', passedAt: at, outcome: '', mergedInto: '', closedAt: '', told: 0 };
  return kind === 'released' ? { passedAt: at } : {};
};

/** It was told, or lies again: then it is to be told anew. */
const turned = (row: CaseRow, kind: Kind, state: State, at: string): Set => {
  const wasOver = row.state === 'answered' || row.state === 'closed';
  if (wasOver && state === 'assigned') {
    const again = row.state === 'closed' || kind === 'unresolved' || kind === 'reopened';
    return {
      told: 0,
      outcome: '',
      closedAt: '',
      askedAt: '',
      pressed: '',
      reopened: row.reopened + (again ? 1 : 0),
    };
  }
  const ends = state === 'closed' && row.state !== 'closed' ? { closedAt: at } : {};
  if (kind === 'answered' || kind === 'cleared') return { told: 1, answeredAt: at };
  if (kind === 'contacted') return { told: 1, contactFails: 0 };
  if (kind === 'confirmed') return { ...ends, outcome: 'solved', askedAt: at };
  if (kind === 'withdrawn') return { outcome: 'withdrawn' };
  return kind === 'asked' ? { askedAt: at } : ends;
};

const bad: readonly unknown[] = ['poor', 'very-poor'];

const rated = (kind: Kind, data: object): Set => {
  if (kind === 'rated') return { revisit: 'grade' in data && bad.includes(data.grade) ? 1 : 0 };
  return kind === 'revisited' ? { revisit: 0 } : {};
};

/** Added to by its enterprise: what was to follow has come. */
const added: readonly Kind[] = ['supplemented', 'replied', 'changed', 'relayed'];

/** What leaves a case that was declined with the dispatcher, though its state is one of a case to accept. */
const dispatched: readonly Kind[] = ['forwarded', 'ordered', 'released', 'unmerged', 'accepted'];

const stageAfter = (row: CaseRow, kind: Kind, state: State, outcome: DeskColumns['outcome']): Stage => {
  const lies = row.stage === 'declined' && state === 'received' && !dispatched.includes(kind);
  return kind === 'declined' || lies ? 'declined' : stageOf(state, outcome);
};

/**
 * The desk's columns after an event: what follows from its kind alone, whoever appends it, under what the event itself sets.
 * `data` is the event's own.
 */
export const follow = (
  row: CaseRow,
  { kind, data = {}, set = {} }: { readonly kind: Kind; readonly data?: object; readonly set?: Set },
  state: State,
  at: string,
): Set => {
  const waits = row.state === 'returned' ? row.waitingSince : at;
  const waitingSince = state === 'returned' ? waits : '';
  const all: Set = {
    ...(waitingSince === row.waitingSince ? {} : { waitingSince }),
    ...(row.laterBy !== '' && added.includes(kind) ? { laterBy: '' } : {}),
    ...taken(row, kind, state, at),
    ...passed(kind, at),
    ...turned(row, kind, state, at),
    ...rated(kind, data),
    ...set,
  };
  return { ...all, stage: stageAfter(row, kind, state, all.outcome ?? row.outcome) };
};
