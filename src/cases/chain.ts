import { hash as digest, timingSafeEqual } from 'node:crypto';
import { type Keys, mac } from '#src/cases/keys.ts';
import { next, type State, states } from '#src/cases/state.ts';
import type { CaseRow, EventRow } from '#src/cases/store.ts';

const hash = (bytes: Uint8Array | string): string => digest('sha256', bytes, 'base64url');

/** What the first event vouches for: the answers in the clear, the ciphertext of the rest, and who got it. */
export const vouch = (
  row: Pick<
    CaseRow,
    | 'number'
    | 'form'
    | 'answers'
    | 'sealed'
    | 'handler'
    | 'due'
    | 'enterprise'
    | 'creditCode'
    | 'area'
    | 'line'
  >,
) => ({
  number: row.number,
  form: row.form,
  handler: row.handler,
  due: row.due,
  answers: hash(JSON.stringify([row.enterprise, row.creditCode, row.area, row.line, row.answers])),
  sealed: hash(row.sealed),
});

/** The MAC of an event over its canonical form and the event before; over the hash of its ciphertext, so that erasing a key keeps the chain whole. */
export const eventMac = (keys: Keys, previous: string, event: Omit<EventRow, 'mac'>): string =>
  mac(
    keys.chain,
    previous,
    event.caseId,
    String(event.seq),
    event.at,
    event.kind,
    event.actor,
    event.data,
    event.sealed ? hash(event.sealed) : '',
  ).toString('base64url');

/** The state that the events lead to; null where they lead nowhere. */
const stateAfter = (events: readonly EventRow[]): State | null => {
  const [first, ...rest] = events.map(event => event.kind);
  const start = states.find(state => state === first) ?? null;
  return rest.reduce((state, kind) => state && next(state, kind), start);
};

/** What is wrong with a case's chain, in one line; null when it is whole. */
export const chainFault = (keys: Keys, row: CaseRow, events: readonly EventRow[]): string | null => {
  let previous = '';
  for (const [index, event] of events.entries()) {
    if (event.seq !== index + 1 || event.caseId !== row.id) return `event ${index + 1} is missing`;
    const expected = eventMac(keys, previous, event);
    if (
      expected.length !== event.mac.length ||
      !timingSafeEqual(Buffer.from(expected), Buffer.from(event.mac))
    ) {
      return `event ${event.seq} was changed`;
    }
    previous = event.mac;
  }
  if (events.length === 0 || row.head !== events.length || row.headMac !== previous)
    return 'the newest event is missing';
  if (stateAfter(events) !== row.state) return 'the state is not what the events say';
  const first: unknown = JSON.parse(events[0]?.data ?? '{}');
  const sworn = first as ReturnType<typeof vouch>;
  // The handler and the due time change with later events; the submission itself never does.
  const now = vouch(row);
  return sworn.answers === now.answers &&
    sworn.sealed === now.sealed &&
    sworn.number === now.number &&
    sworn.form === now.form
    ? null
    : 'the submission was changed';
};
