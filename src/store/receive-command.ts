import type { Filed, Receive, Received } from '#src/cases/store.ts';
import { puts } from '#src/store/outbox-commands.ts';
import { Overtaken } from '#src/store/overtaken.ts';
import { changes, type Program, row, rows, type Statement, statement } from '#src/store/program.ts';
import { bookingRows, takeWished } from '#src/store/slot-commands.ts';
import { bindings, unbindable } from '#src/store/upload-commands.ts';

/** Takes a submission in after a look at what could stand in its way: a key or post that came before, a number, its uploads, its place. */
export function* receive(command: Receive): Program<Received> {
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
  if (command.replayOnly) return { tag: 'closed' };
  for (const { case: other } of command.linked)
    if (yield* row('caseByNumber', { number: other.number })) return { tag: 'number-taken' };
  const missing = yield* unbindable(bindOf(command));
  if (missing) return missing;
  if (!(yield* takeWished(command.place))) return { tag: 'place-taken' };
  yield* store(command);
  return { tag: 'stored' };
}

const bindOf = ({ case: row, uploads = [], at }: Receive) => ({ hashes: uploads, form: row.form, at });

/** The time that it asks for, beside the case; most ask for none. */
const asked = ({ place, event }: Receive): readonly Statement[] => (place ? bookingRows(place, event) : []);

const filed = ({ case: row, event, lookups, parts = [] }: Filed): readonly Statement[] => [
  statement('insertCase', row),
  statement('insertEvent', event),
  ...(lookups ? [statement('insertLookups', lookups)] : []),
  ...parts.map(part => statement('putPart', part)),
];

function* store(command: Receive): Program<void> {
  const { case: row, linked, key, fingerprint, at } = command;
  const sent: Statement[] = [
    ...filed(command),
    statement('putKey', { ...key, caseId: row.id, at }),
    ...linked.flatMap(filed),
    ...bindings(bindOf(command), row.id),
    ...asked(command),
    ...puts(command.notices),
  ];
  if (fingerprint) sent.push(statement('putFingerprint', { ...fingerprint, caseId: row.id, at }));
  if ((yield* changes(...sent)).includes(0))
    throw new Overtaken('The key, the fingerprint or an upload was taken meanwhile.');
}

/**
 * A new case without a look first: almost every one is new. Where key, fingerprint or number was there before, an insert
 * fails, and the batch is run again by `receive`, which tells them apart.
 */
export function* receiveHopefully(command: Receive): Program<Received> {
  const { case: row, linked, key, fingerprint } = command;
  const sent: Statement[] = [
    ...filed(command),
    statement('insertKey', { ...key, caseId: row.id }),
    ...linked.flatMap(filed),
  ];
  if (fingerprint) sent.push(statement('insertFingerprint', { ...fingerprint, caseId: row.id }));
  yield* changes(...sent, ...asked(command), ...puts(command.notices));
  return { tag: 'stored' };
}

/** Uploads are looked at before they are bound, a replay is looked for, a place may be gone: nothing to hope for. */
export const mustLook = ({ uploads = [], replayOnly = false, place }: Receive): boolean =>
  uploads.length > 0 || replayOnly || (place?.placeId ?? '') !== '';
