import type { statusWords } from '#src/i18n/policy.ts';
import type { State } from '#src/rules/validity.ts';

export type Status = keyof typeof statusWords;

/** What readers ask for, of the states that are computed; `ending` is in force too. */
export const statusesOf: Readonly<Record<State, readonly Status[]>> = {
  unpublished: [],
  'in-force': ['in-force'],
  ending: ['in-force', 'ending'],
  pending: ['pending'],
  suspended: ['stopped'],
  spent: ['stopped'],
  expired: ['over'],
  superseded: ['over'],
  unknown: ['unknown'],
};
