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

/** What keeps one intent one case: the sender's key and, without one, the post's fingerprint; both as keyed hashes only. */
const claimsOf = (
  office: Office,
  { form, answers, key, once }: Submission,
  at: Date,
): Pick<Receive, 'key' | 'fingerprint'> => {
  const { dedupe } = office.keys;
  const payload = mac(dedupe, 'payload', JSON.stringify([form.id, answers])).toString('base64url');
  return {
    key: {
      hash: mac(dedupe, 'key', form.id, key).toString('base64url'),
      payload,
      expiresAt: later(at, keyLife),
    },
    fingerprint: once ? { hash: payload, expiresAt: later(at, fingerprintLife) } : null,
  };
};

/** Who takes it, why, and until when. */
const assign = (
  office: Office,
  { form, answers }: Submission,
  at: Date,
): Pick<CaseRow, 'handler' | 'routing' | 'due'> => {
  const { area, line } = answers.enterprise;
  const day = office.ruleDay();
  const { handler, reason, workingDays } = route(
    office.routing,
    { form: form.id, key: form.routingKey(answers), area, line },
    day,
  );
  const dueDay = addWorkingDays(office.calendar, dayOf(at), workingDays);
  return {
    handler,
    routing: JSON.stringify({ day, handler, reason, workingDays }),
    due: instant(dueDay, office.closing).toISOString(),
  };
};

const prepare = (
  office: Office,
  submission: Submission,
  at: Date,
): { readonly command: Receive; readonly secrets: Secrets } => {
  const { form, answers, heldFor } = submission;
  const { keys } = office;
  const id = newId(at);
  const { key, wrapped } = newCaseKey(keys, id);
  const parts = split(form, answers);
  const secrets = secretsOf(keys, form.id, id, submission.key);
  const { name: enterprise, creditCode, area, line } = answers.enterprise;
  const received = {
    id,
    number: makeNumber(at, randomInt(10_000_000)),
    form: form.id,
    state: heldFor.length > 0 ? ('held' as const) : ('received' as const),
    enterprise,
    creditCode,
    area,
    line,
    answers: JSON.stringify(parts.clear),
    sealed: seal(key, id, 'answers', JSON.stringify(parts.sealed)),
    wrappedKey: wrapped,
    keyId: keys.id,
    ...assign(office, submission, at),
    heldFor: JSON.stringify(heldFor),
    pinHash: proofOf(keys, id, 'pin', secrets.pin),
    tokenHash: proofOf(keys, id, 'token', secrets.token),
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
  const headMac = eventMac(keys, '', event);
  const command = {
    case: { ...received, head: 1, headMac },
    event: { ...event, mac: headMac },
    ...claimsOf(office, submission, at),
    at: received.receivedAt,
  };
  return { command, secrets };
};

/** The receipt of a case that was there already. Its PIN is derived anew, and told only while no officer has issued another. */
const receiptAgain = (office: Office, row: CaseRow, key: string): Receipt => {
  const { pin, token } = secretsOf(office.keys, row.form, row.id, key);
  const current = same(proofOf(office.keys, row.id, 'pin', pin), row.pinHash);
  return { case: row, pin: current ? pin : null, token };
};

/**
 * Takes a submission in: numbered, sealed, routed, stored with its first event. Resolves after the durable commit. The same key and
 * answers again give the same receipt; a number that is taken is drawn again.
 */
export const receive = async (office: Office, submission: Submission): Promise<ReceiveResult> => {
  for (;;) {
    const { command, secrets } = prepare(office, submission, office.now());
    const outcome = await office.store.receive(command);
    switch (outcome.tag) {
      case 'stored':
        return { tag: 'received', receipt: { case: command.case, ...secrets } };
      case 'replayed':
        return { tag: 'received', receipt: receiptAgain(office, outcome.case, submission.key) };
      case 'duplicate':
        return { tag: 'duplicate', case: outcome.case };
      case 'key-reused':
        return { tag: 'key-reused' };
      case 'number-taken':
    }
  }
};
