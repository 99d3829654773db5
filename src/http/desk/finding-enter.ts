import type { FindingsDesk } from '#src/findings/desk.ts';
import type { ProblemRow } from '#src/findings/store.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { isProblemId } from './finding-problem.ts';
import { findingScope } from './findings.ts';
import type { SignedIn } from './session.ts';

/** The problem that a case is entered for, where the address names one that is theirs to act on. */
const problemOf = async (
  { url }: Ask,
  { desk }: Front,
  { staff }: SignedIn,
  { store }: FindingsDesk,
): Promise<ProblemRow | null> => {
  const id = url.searchParams.get('problem') ?? '';
  const row = isProblemId(id) ? await store.problemById(id) : null;
  return row && desk.may(staff, 'file-findings', findingScope(row.holder)) ? row : null;
};

/** What a form for a caller begins with: the problem's words and its enterprise; nothing without a problem. */
export const begunBy = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  findings: FindingsDesk,
): Promise<Readonly<Record<string, unknown>>> => {
  const row = await problemOf(ask, front, signed, findings);
  if (!row) return {};
  const { what: matter, enterprise: name, creditCode } = row;
  return { kind: 'difficulty', matter, enterprise: { name, creditCode } };
};

/** Ties the problem to the case that was entered for it. */
export const tieTo = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  findings: FindingsDesk,
  [number]: readonly string[],
): Promise<void> => {
  const row = number === undefined ? null : await problemOf(ask, front, signed, findings);
  if (row && number !== undefined) await findings.linkCase(row.id, number, signed.staff.login);
};
