import { randomInt } from 'node:crypto';
import { eventMac, vouch } from '#src/cases/chain.ts';
import { mac } from '#src/cases/keys.ts';
import { makeNumber } from '#src/cases/number.ts';
import type { Office } from '#src/cases/office.ts';
import { draw } from '#src/cases/random.ts';
import { newCaseKey, seal } from '#src/cases/seal.ts';
import { proofOf, type Secrets, same, secretsOf } from '#src/cases/secrets.ts';
import type { CaseRow, Receive } from '#src/cases/store.ts';
import type { Answers, AnyForm } from '#src/forms/field.ts';
import { split } from '#src/forms/parts.ts';
import { addWorkingDays } from '#src/rules/calendar.ts';
import { dayOf, instant } from '#src/rules/day.ts';
import { route } from '#src/rules/routing.ts';

/** A checked submission. `key` is the sender's idempotency key; `once` asks that an identical post of the last ten minutes be recognised. */
export type Submission = {
  readonly form: AnyForm;
  readonly answers: Answers;
  readonly key: string;
  readonly once: boolean;
  /** Reasons for which an officer looks at it first; empty for most. */
  readonly heldFor: readonly string[];
};

/** What the sender is told. The PIN is null when an officer has issued a new one since. */
export type Receipt = {
  readonly case: CaseRow;
  readonly pin: string | null;
  readonly token: string;
  readonly replayed: boolean;
};

export type ReceiveResult =
  | { readonly tag: 'received'; readonly receipt: Receipt }
  /** The key came before with another payload. */
  | { readonly tag: 'key-reused' }
  /** The same post came within ten minutes, without a key; only the case's own cookie may see its receipt. */
  | { readonly tag: 'duplicate'; readonly case: CaseRow };

const minutes = 60_000;
const days = 24 * 60 * minutes;
const keyLife = 30 * days;
const fingerprintLife = 10 * minutes;

const later = (at: Date, by: number): string => new Date(at.getTime() + by).toISOString();

/** Sortable by time, unguessable: milliseconds in base 36, then 80 random bits. */
const newId = (at: Date): string => at.getTime().toString(36).padStart(9, '0') + draw(10).toString('hex');

const prepare = (office: Office, submission: Submission, at: Date, payload: string): Receive => {
  const { form, answers, heldFor } = submission;
  const id = newId(at);
  const { key, wrapped } = newCaseKey(office.keys, id);
  const parts = split(form, answers);
  const facts = {
    form: form.id,
    key: form.routingKey(answers),
    area: answers.enterprise.area,
    line: answers.enterprise.line,
  };
  const row = route(office.routing, facts, office.ruleDay());
  const dueDay = addWorkingDays(office.calendar, dayOf(at), row.workingDays);
  const secrets = secretsOf(office.keys, form.id, id, submission.key);
  const received = {
    id,
    number: makeNumber(at, randomInt(10_000_000)),
    form: form.id,
    state: heldFor.length > 0 ? ('held' as const) : ('received' as const),
    enterprise: answers.enterprise.name,
    creditCode: answers.enterprise.creditCode,
    area: answers.enterprise.area,
    line: answers.enterprise.line,
    answers: JSON.stringify(parts.clear),
    sealed: seal(key, id, 'answers', JSON.stringify(parts.sealed)),
    wrappedKey: wrapped,
    keyId: office.keys.id,
    handler: row.handler,
    routing: JSON.stringify({
      day: office.ruleDay(),
      handler: row.handler,
      reason: row.reason,
      workingDays: row.workingDays,
    }),
    due: instant(dueDay, office.closing).toISOString(),
    heldFor: JSON.stringify(heldFor),
    pinHash: proofOf(office.keys, id, 'pin', secrets.pin),
    tokenHash: proofOf(office.keys, id, 'token', secrets.token),
    receivedAt: at.toISOString(),
  };
  const event = {
    caseId: id,
    seq: 1,
    at: received.receivedAt,
    kind: received.state,
    actor: 'enterprise',
    data: JSON.stringify(vouch(received)),
    sealed: null,
  };
  const headMac = eventMac(office.keys, '', event);
  const fingerprint = {
    hash: mac(office.keys.dedupe, 'post', payload).toString('base64url'),
    expiresAt: later(at, fingerprintLife),
  };
  return {
    case: { ...received, head: 1, headMac },
    event: { ...event, mac: headMac },
    key: {
      hash: mac(office.keys.dedupe, 'key', form.id, submission.key).toString('base64url'),
      payload: mac(office.keys.dedupe, 'payload', payload).toString('base64url'),
      expiresAt: later(at, keyLife),
    },
    fingerprint: submission.once ? fingerprint : null,
    at: received.receivedAt,
  };
};

const receiptOf = (office: Office, row: CaseRow, key: string, replayed: boolean): Receipt => {
  const secrets: Secrets = secretsOf(office.keys, row.form, row.id, key);
  const current = same(proofOf(office.keys, row.id, 'pin', secrets.pin), row.pinHash);
  return { case: row, pin: current ? secrets.pin : null, token: secrets.token, replayed };
};

/**
 * Takes a submission in: numbered, sealed, routed, stored with its first event. Resolves after the durable commit. The same key and
 * answers again give the same receipt; a number that is taken is drawn again.
 */
export const receive = async (office: Office, submission: Submission): Promise<ReceiveResult> => {
  const payload = JSON.stringify([submission.form.id, submission.answers]);
  for (;;) {
    const command = prepare(office, submission, office.now(), payload);
    const outcome = await office.store.receive(command);
    if (outcome.tag === 'stored')
      return { tag: 'received', receipt: receiptOf(office, command.case, submission.key, false) };
    if (outcome.tag === 'replayed')
      return { tag: 'received', receipt: receiptOf(office, outcome.case, submission.key, true) };
    if (outcome.tag === 'duplicate') return { tag: 'duplicate', case: outcome.case };
    if (outcome.tag === 'key-reused') return { tag: 'key-reused' };
  }
};
