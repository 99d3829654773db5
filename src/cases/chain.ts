import { hash as digest, timingSafeEqual } from 'node:crypto';
import { type Keys, mac } from '#src/cases/keys.ts';
import { next, type State, states } from '#src/cases/state.ts';
import type { CaseRow, EventRow } from '#src/cases/store.ts';

const hash = (bytes: Uint8Array | string): string => digest('sha256', bytes, 'base64url');

/** What the first event, and each that changes the submission, vouches for: the answers in the clear, the ciphertext of the rest, and who got it. */
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
    | 'notice'
  >,
) => ({
  number: row.number,
  form: row.form,
  handler: row.handler,
  due: row.due,
  answers: hash(JSON.stringify([row.enterprise, row.creditCode, row.area, row.line, row.answers])),
  sealed: hash(row.sealed),
  notice: row.notice,
});

/** The hashes of texts that an event takes away, by the number of the event that had them. */
export const textsOf = (events: readonly EventRow[]): Readonly<Record<number, string>> =>
  Object.fromEntries(events.flatMap(({ seq, sealed }) => (sealed ? [[seq, hash(sealed)]] : [])));

/** The MAC of an event over its canonical form and the event before; over the hash of its ciphertext, so that erasing a key keeps the chain whole. */
export const eventMac = (
  keys: Keys,
  previous: string,
  event: Omit<EventRow, 'mac'>,
  text = event.sealed ? hash(event.sealed) : '',
): string =>
  mac(
    keys.chain,
    previous,
    event.caseId,
    String(event.seq),
    event.at,
    event.kind,
    event.actor,
    event.data,
    text,
  ).toString('base64url');

/** The state that the events lead to; null where they lead nowhere. */
const stateAfter = (events: readonly EventRow[]): State | null => {
  const [first, ...rest] = events.map(event => event.kind);
  const start = states.find(state => state === first) ?? null;
  return rest.reduce((state, kind) => state && next(state, kind), start);
};

type Sworn = Partial<ReturnType<typeof vouch>> & { readonly texts?: Readonly<Record<number, string>> };

const swornIn = (event: EventRow | undefined): Sworn => JSON.parse(event?.data ?? '{}') as Sworn;

/** Hashes of texts that later events took away: those vouch for them by their own MACs. */
const takenAway = (events: readonly EventRow[]): Readonly<Record<number, string>> =>
  Object.assign({}, ...events.map(event => swornIn(event).texts ?? {}));

/** The handler and the due time change with later events; the submission itself only by one that vouches for it anew. */
const isAsSworn = (row: CaseRow, events: readonly EventRow[]): boolean => {
  const sworn = events.map(swornIn).findLast(one => one.sealed !== undefined);
  const now = vouch(row);
  return (
    sworn?.answers === now.answers &&
    sworn.sealed === now.sealed &&
    sworn.number === now.number &&
    sworn.form === now.form &&
    (sworn.notice ?? '') === now.notice
  );
};

/** What is wrong with a case's chain, in one line; null when it is whole. */
export const chainFault = (keys: Keys, row: CaseRow, events: readonly EventRow[]): string | null => {
  let previous = '';
  const taken = takenAway(events);
  for (const [index, event] of events.entries()) {
    if (event.seq !== index + 1 || event.caseId !== row.id) return `event ${index + 1} is missing`;
    const expected = event.sealed
      ? eventMac(keys, previous, event)
      : eventMac(keys, previous, event, taken[event.seq] ?? '');
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
  return isAsSworn(row, events) ? null : 'the submission was changed';
};
