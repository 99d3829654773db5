/** The life of a case. Codes are stored; `src/i18n/track.ts` has the words an enterprise sees. */
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
  'supplemented',
  'replied',
  'changed',
  'answered',
  'confirmed',
  'unresolved',
  'rated',
  'closed',
  'withdrawn',
  'pin-renewed',
  'erased',
  'expired',
  'accepted',
  'declined',
  'forwarded',
  'ordered',
  'complex',
  'extension-asked',
  'extended',
  'extension-refused',
  'reminded',
  'pressed',
  'assisted',
  'assist-answered',
  'contacted',
  'missed',
  'referred',
  'reopened',
  'merged',
  'unmerged',
  'relayed',
  'sent-on',
  'asked',
  'revisited',
  'noted',
  'opened',
  'published',
  'unpublished',
  'cleared',
  'rectifying',
  'suspended',
  'check-planned',
  'checked',
  'arranged',
  'unarranged',
  'handed-over',
  'taken-back',
  'sourced',
  'unmet',
  'paper-moved',
  'paper-issued',
  'paper-revoked',
  'fast-tracked',
  'fast-ended',
  'funding',
  'funding-followed',
  'lodged',
  'donation',
  'donation-declined',
  'appointment',
  'appointment-changed',
] as const;
export type Kind = (typeof kinds)[number];

/** What can be done while the enterprise may still add to a case, change it or take it back. */
const open = {
  answered: 'answered',
  withdrawn: 'withdrawn',
  erased: 'withdrawn',
  merged: 'closed',
  closed: 'closed',
} as const;

/** What can be done while a department has it. `referred` is 已转上级: told, and followed without being closed. */
const atWork = {
  ...open,
  assigned: 'assigned',
  returned: 'returned',
  forwarded: 'received',
  ordered: 'received',
  referred: 'answered',
  cleared: 'answered',
  rectifying: 'assigned',
  suspended: 'assigned',
} as const;

/** What leaves a case that is at work as it is, in either state. */
const staying = [
  'supplemented',
  'relayed',
  'changed',
  'complex',
  'extended',
  'extension-refused',
  'pressed',
] as const;

const stay = <S extends State>(state: S): Record<(typeof staying)[number], S> =>
  Object.fromEntries(staying.map(kind => [kind, state])) as Record<(typeof staying)[number], S>;

/** The edges: what an event makes of a case in a state. What is not listed cannot happen. */
const edges: Record<State, Partial<Record<Kind, State>>> = {
  received: { ...atWork, ...stay('received'), accepted: 'assigned', declined: 'received' },
  held: { ...open, released: 'received', supplemented: 'held', relayed: 'held', changed: 'held' },
  assigned: { ...atWork, ...stay('assigned'), 'extension-asked': 'assigned' },
  returned: { ...open, replied: 'assigned', relayed: 'assigned', changed: 'assigned', referred: 'answered' },
  answered: {
    answered: 'answered',
    replied: 'assigned',
    relayed: 'assigned',
    confirmed: 'closed',
    unresolved: 'assigned',
    reopened: 'assigned',
    referred: 'answered',
    cleared: 'answered',
    rectifying: 'assigned',
    suspended: 'assigned',
    rated: 'answered',
    merged: 'closed',
    closed: 'closed',
    erased: 'closed',
  },
  closed: {
    replied: 'assigned',
    relayed: 'assigned',
    confirmed: 'closed',
    unresolved: 'assigned',
    reopened: 'assigned',
    unmerged: 'received',
    closed: 'closed',
    asked: 'closed',
    'sent-on': 'closed',
    rectifying: 'assigned',
    suspended: 'assigned',
    rated: 'closed',
    erased: 'closed',
  },
  withdrawn: { erased: 'withdrawn' },
};

/** What changes nothing about the state: records of the desk, a new query password, the end of a retention. */
const beside: readonly Kind[] = [
  'pin-renewed',
  'expired',
  'reminded',
  'assisted',
  'assist-answered',
  'contacted',
  'missed',
  'revisited',
  'noted',
  'opened',
  'published',
  'unpublished',
  'check-planned',
  'checked',
  'arranged',
  'unarranged',
  'handed-over',
  'taken-back',
  'sourced',
  'unmet',
  'paper-moved',
  'paper-issued',
  'paper-revoked',
  'fast-tracked',
  'fast-ended',
  'funding',
  'funding-followed',
  'lodged',
  'donation',
  'donation-declined',
  'appointment',
  'appointment-changed',
];

/** What an enterprise never reads, not even that it happened. */
const internal = [
  'reminded',
  'assisted',
  'assist-answered',
  'extension-asked',
  'extension-refused',
  'declined',
  'noted',
  'opened',
  'published',
  'unpublished',
  // A check that is announced is none; what came of it is told by what follows.
  'check-planned',
  'checked',
  'paper-moved',
  // When an officer asks a bank again.
  'funding-followed',
] as const satisfies readonly Kind[];

/** An event that the enterprise may read of. */
export type ShownKind = Exclude<Kind, (typeof internal)[number]>;

/** Whether the enterprise reads of an event; what was written with it is another question. */
export const isShown = (kind: Kind): kind is ShownKind => !(internal as readonly Kind[]).includes(kind);

/** Events whose text is the enterprise's own or meant for it; the others hold what officers write for each other. */
const spoken: readonly Kind[] = [
  'accepted',
  'returned',
  'answered',
  'extended',
  'referred',
  'reopened',
  'closed',
  'supplemented',
  'replied',
  'sent-on',
  'confirmed',
  'unresolved',
  'rated',
  'cleared',
  'rectifying',
  'suspended',
  'sourced',
  'paper-revoked',
  'donation-declined',
];

/** Whether the enterprise reads what was written with an event. */
export const isSpoken = (kind: Kind): boolean => spoken.includes(kind);

/** The state after an event, or null where the event cannot happen. */
export const next = (state: State, kind: Kind): State | null =>
  beside.includes(kind) ? state : (edges[state][kind] ?? null);
