/** The life of a case. Codes are stored; `src/views/track.ts` has the words an enterprise sees. */
export const states = [
  'received',
  'held',
  'assigned',
  'returned',
  'answered',
  'closed',
  'withdrawn',
] as const;
export type State = (typeof states)[number];

/** What can happen to a case. Every event is one row of its chain. */
export const kinds = [
  'received',
  'held',
  'released',
  'assigned',
  'returned',
  'replied',
  'answered',
  'closed',
  'withdrawn',
  'pin-renewed',
] as const;
export type Kind = (typeof kinds)[number];

/** The edges: what an event makes of a case in a state. What is not listed cannot happen. */
const edges: Record<State, Partial<Record<Kind, State>>> = {
  received: { assigned: 'assigned', returned: 'returned', answered: 'answered', withdrawn: 'withdrawn' },
  held: { released: 'received', answered: 'answered', withdrawn: 'withdrawn' },
  assigned: { assigned: 'assigned', returned: 'returned', answered: 'answered', withdrawn: 'withdrawn' },
  returned: { replied: 'assigned', answered: 'answered', closed: 'closed', withdrawn: 'withdrawn' },
  answered: { answered: 'answered', replied: 'assigned', closed: 'closed' },
  closed: { replied: 'assigned' },
  withdrawn: {},
};

/** The state after an event, or null where the event cannot happen. A new query password changes nothing. */
export const next = (state: State, kind: Kind): State | null =>
  kind === 'pin-renewed' ? state : (edges[state][kind] ?? null);
