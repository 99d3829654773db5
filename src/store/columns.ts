import { sql } from 'kysely';

/** What the desk keeps of a case. */
const stood = [
  'stage',
  'holder',
  'officer',
  'passed_at as passedAt',
  'accepted_at as acceptedAt',
  'outcome',
  'channel',
  'entered_by as enteredBy',
  'merged_into as mergedInto',
  'extension',
  'pressed',
  'complex',
  'complaint',
  'against',
  'contact_fails as contactFails',
  'waiting_since as waitingSince',
  'told',
  'answered_at as answeredAt',
  'closed_at as closedAt',
  'asked_at as askedAt',
  'declined',
  'ordered',
  'reopened',
  'later_by as laterBy',
  'revisit',
  'fast',
] as const;

/** A case's columns under the port's names. */
export const caseColumns = [
  'id',
  'number',
  'form',
  'state',
  'enterprise',
  'credit_code as creditCode',
  'area',
  'line',
  'answers',
  'sealed',
  'wrapped_key as wrappedKey',
  'key_id as keyId',
  'handler',
  'routing',
  'due',
  'held_for as heldFor',
  'pin_hash as pinHash',
  'token_hash as tokenHash',
  'received_at as receivedAt',
  'link',
  'urgent',
  'notice',
  'keep_until as keepUntil',
  'head',
  'head_mac as headMac',
  ...stood,
] as const;

/** What a table of cases shows. */
export const deskColumns = [
  'id',
  'number',
  'form',
  'state',
  'enterprise',
  'credit_code as creditCode',
  'area',
  'line',
  'handler',
  'due',
  'held_for as heldFor',
  'received_at as receivedAt',
  'urgent',
  'link',
  ...stood,
] as const;

export const eventColumns = [
  'case_id as caseId',
  'seq',
  'at',
  'kind',
  'actor',
  'data',
  'sealed',
  'mac',
] as const;

/** The empty text in a query: what is no argument must be said as raw text. */
export const none = sql.lit('');
