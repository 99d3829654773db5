import type { Append, Appended, CaseStore, Count, Counted, Receive, Received } from '#src/cases/store.ts';
import { changes, type Program, row, rows, type Statement, statement } from '#src/store/program.ts';

/** The port's writes as data: what a queue holds and what a thread is sent. */
type Writes = Pick<CaseStore, 'receive' | 'append' | 'count' | 'sweep'>;
export type Kind = keyof Writes;
export type Of<K extends Kind> = Parameters<Writes[K]>[0];
export type Answer<K extends Kind> = Awaited<ReturnType<Writes[K]>>;
export type Command = { [K in Kind]: { readonly kind: K; readonly of: Of<K> } }[Kind];

/** Another server took the key between our look and our write. Run again, the command sees what the other wrote. */
export class Overtaken extends Error {
  override name = 'Overtaken';
}

function* receive(command: Receive): Program<Received> {
  const { key, fingerprint, at } = command;
  const asked = { key: key.hash, fingerprint: fingerprint?.hash ?? '', number: command.case.number, at };
  const claims = yield* rows('claims', asked);
  const claim =
    claims.find(it => it.hit === 'key') ?? claims.find(it => it.hit === 'fingerprint') ?? claims[0];
  if (claim) {
    if (claim.hit === 'number') return { tag: 'number-taken' };
    if (claim.hit === 'key' && claim.payload !== key.payload) return { tag: 'key-reused' };
    const earlier = yield* row('caseById', { id: claim.caseId });
    if (!earlier) throw new Overtaken(`Case ${claim.caseId} was erased meanwhile.`);
    return { tag: claim.hit === 'key' ? 'replayed' : 'duplicate', case: earlier };
  }
  yield* store(command);
  return { tag: 'stored' };
}

function* store({ case: row, event, key, fingerprint, at }: Receive): Program<void> {
  const sent: Statement[] = [
    statement('insertCase', row),
    statement('insertEvent', event),
    statement('putKey', { ...key, caseId: row.id, at }),
  ];
  if (fingerprint) sent.push(statement('putFingerprint', { ...fingerprint, caseId: row.id, at }));
  if ((yield* changes(...sent)).includes(0))
    throw new Overtaken('The key or fingerprint was taken meanwhile.');
}

function* append({ caseId, head, event, state, set }: Append): Program<Appended> {
  const { handler = null, due = null, pinHash = null } = set;
  const to = { state, head: event.seq, headMac: event.mac, handler, due, pinHash };
  const [moved] = yield* changes(statement('moveCase', { caseId, was: head, ...to }));
  if (moved === 0) return { tag: (yield* row('caseById', { id: caseId })) ? 'stale' : 'unknown' };
  yield* changes(statement('insertEvent', event));
  return { tag: 'stored' };
}

function* count(command: Count): Program<Counted> {
  const counted = yield* row('countUp', command);
  if (!counted) throw new Error(`Counter ${command.name} gave no row back.`);
  return counted;
}

function* sweep({ at }: Of<'sweep'>): Program<number> {
  const swept = yield* changes(
    statement('sweepKeys', { at }),
    statement('sweepFingerprints', { at }),
    statement('sweepCounters', { at }),
  );
  return swept.reduce((sum, rows) => sum + rows, 0);
}

/**
 * A new case without a look first: almost every one is new. Where key, fingerprint or number was there before, an insert
 * fails, and the batch is run again by `receive`, which tells them apart.
 */
function* receiveHopefully({ case: row, event, key, fingerprint }: Receive): Program<Received> {
  const sent: Statement[] = [
    statement('insertCase', row),
    statement('insertEvent', event),
    statement('insertKey', { ...key, caseId: row.id }),
  ];
  if (fingerprint) sent.push(statement('insertFingerprint', { ...fingerprint, caseId: row.id }));
  yield* changes(...sent);
  return { tag: 'stored' };
}

/** Whether the hopeful program of a command is one step that either succeeds or fails: nothing to decide before the commit. */
export const isOneStep = ({ kind }: Command): boolean => kind === 'receive' || kind === 'count';

/** The program of a command: the hopeful one for a first try, the careful one where a first try failed. */
export const programOf = (command: Command, how: 'hopeful' | 'careful'): Program<Answer<Kind>> => {
  switch (command.kind) {
    case 'receive':
      return how === 'hopeful' ? receiveHopefully(command.of) : receive(command.of);
    case 'append':
      return append(command.of);
    case 'count':
      return count(command.of);
    case 'sweep':
      return sweep(command.of);
  }
};

/**
 * What a command reads before it writes, or writes for another to read: two commands without a name in common give the same
 * answers in either order, or step by step together. Null: it touches everything. A count is one statement, so counts of
 * one name keep their order anyway.
 */
export const touched = (command: Command): readonly string[] | null => {
  switch (command.kind) {
    case 'receive': {
      const { case: row, key, fingerprint } = command.of;
      const names = [`case ${row.id}`, `number ${row.number}`, `key ${key.hash}`];
      return fingerprint ? [...names, `fingerprint ${fingerprint.hash}`] : names;
    }
    case 'append':
      return [`case ${command.of.caseId}`];
    case 'count':
      return [];
    case 'sweep':
      return null;
  }
};
