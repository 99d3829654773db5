import type { PaperKind, PaperState, PaperStep, StepRow } from '#src/papers/store.ts';

/** What a step makes of a paper in a state. What is not listed cannot happen: no step is left out, none done twice. */
const edges: Readonly<Record<PaperState, Partial<Record<PaperStep, PaperState>>>> = {
  draft: { check: 'checked', edit: 'draft', void: 'void' },
  checked: { sign: 'signed', return: 'draft', void: 'void' },
  signed: { number: 'numbered', return: 'draft', void: 'void' },
  numbered: { seal: 'sealed', void: 'void' },
  sealed: { issue: 'issued', revoke: 'revoked' },
  issued: { follow: 'issued', answer: 'issued', revoke: 'revoked' },
  revoked: {},
  void: {},
};

const ofLetters: readonly PaperStep[] = ['follow', 'answer'];

/** The state after a step; null where it cannot happen. */
export const after = (kind: PaperKind, state: PaperState, step: PaperStep): PaperState | null =>
  kind !== 'letter' && ofLetters.includes(step) ? null : (edges[state][step] ?? null);

/** The steps that a paper may go now, the one that leads on first. */
export const possibleSteps = (kind: PaperKind, state: PaperState): readonly PaperStep[] =>
  (Object.keys(edges[state]) as PaperStep[]).filter(step => after(kind, state, step) !== null);

/** Two people (两人以上经手): who wrote any of a paper does not check it. */
export const mayCheck = (steps: readonly StepRow[], login: string): boolean =>
  steps.every(({ step, actor }) => actor !== login || (step !== 'draft' && step !== 'edit'));

/** Steps that lead a paper on to its enterprise: they need a case for which it may still be issued. */
export const isForward = (step: PaperStep): boolean =>
  ['draft', 'edit', 'check', 'sign', 'number', 'seal', 'issue'].includes(step);

/** Whether the QR code of a paper works, or worked until it was revoked. */
export const isInForce = (state: PaperState): boolean => ['sealed', 'issued', 'revoked'].includes(state);
