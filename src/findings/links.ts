import { dayOf } from '#src/rules/day.ts';
import type { Findings } from './room.ts';
import type { ProblemRow } from './store.ts';

export type Linked = { readonly tag: 'done' | 'stale' | 'unknown' };

type Link = { readonly caseNumber: string } | { readonly visitId: string };

/** How often a problem that moved on meanwhile is read anew. */
const tries = 4;

/**
 * Ties a problem to a case or a visit that is there; whether it is theirs to see, the door has asked. The same link again is done already;
 * a later one takes the place of the earlier, which stays in the steps.
 */
export const link = async (room: Findings, id: string, to: Link, login: string): Promise<Linked> => {
  const { office, store } = room;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const row: ProblemRow | null = await store.problemById(id);
    if (!row || row.state === 'withdrawn') return { tag: 'unknown' };
    const next = { ...row, ...to, version: row.version + 1 };
    if (next.caseNumber === row.caseNumber && next.visitId === row.visitId) return { tag: 'done' };
    const step = {
      problemId: id,
      version: next.version,
      at: office.now().toISOString(),
      actor: login,
      day: dayOf(office.now()),
      kind: 'linked' as const,
      to: 'caseNumber' in to ? to.caseNumber : to.visitId,
    };
    const result = await store.turnProblem({ was: row.version, row: next, steps: [step] });
    if (result === 'stored') return { tag: 'done' };
  }
  return { tag: 'stale' };
};
