import { expect } from 'vitest';
import { fault } from '#src/cases/review.ts';
import type { CaseRow } from '#src/cases/store.ts';
import type { PaperActed } from '#src/papers/changes.ts';
import type { PaperKind, PaperStep } from '#src/papers/store.ts';
import { deeds, of, openBureau } from '../cases/bureau.ts';
import { everySample } from '../forms/every.ts';

/** What a step needs besides, said in the plainest way, on the bureau's morning. */
const needed: Readonly<Partial<Record<PaperStep, Readonly<Record<string, string>>>>> = {
  return: { note: '日期不对' },
  void: { note: '不办了' },
  issue: { sentOn: '2026-03-18', followUp: '2026-03-21' },
  follow: { followUp: '2026-03-25' },
  answer: { answeredOn: '2026-03-18', note: '已协调复工' },
  revoke: { reason: 'changed', note: '行程取消' },
};

/** The way of a paper from its draft to its enterprise. */
export const way: readonly PaperStep[] = ['check', 'sign', 'number', 'seal', 'issue'];

/** The program with its clock stopped, cases of which papers are made, and short ways to write them. */
export const openPaperwork = async (env: Readonly<Record<string, string>> = {}) => {
  const bureau = await openBureau(env);
  const { papers } = bureau.desk.app;

  const trip = (set: object = {}): Promise<CaseRow> =>
    bureau.file('transport-pass', {
      ...everySample['transport-pass']?.full,
      start: '2026-03-19',
      end: '2026-03-25',
      ...set,
    });

  /** A filing whose reopening notice was decided. */
  const cleared = async (): Promise<CaseRow> => {
    const { number, handler } = await bureau.file('filing', {
      ...everySample.filing?.least,
      reopening: '2026-03-18',
    });
    const row = await bureau.rowOf(number);
    const parts = await bureau.office.store.parts(row.id);
    for (const { department } of parts) await bureau.did(number, deeds['assist-answer'], of(department));
    return bureau.did(number, deeds.clear, of(handler));
  };

  const step = async (
    id: string,
    name: PaperStep,
    login: string,
    fields: object = {},
  ): Promise<PaperActed> => {
    const found = await papers.look(id);
    const { version = 0, kind = 'pass' } = found?.paper ?? {};
    const usual =
      name === 'edit' ? found?.content : name === 'issue' && kind !== 'letter' ? {} : needed[name];
    return papers.step({ id, version, step: name, fields: { ...usual, ...fields } }, login);
  };

  const draft = async (row: CaseRow, kind: PaperKind, login = 'writer', line = 0): Promise<string> => {
    const id = papers.draftId();
    const result = await papers.draft({ id, number: row.number, kind, line }, login);
    expect(result).toEqual({ tag: 'done', id });
    return id;
  };

  /** Goes so many steps of the way, each of which must succeed. */
  const goes = async (id: string, steps: readonly PaperStep[]): Promise<string> => {
    for (const name of steps)
      expect([name, await step(id, name, 'checker')]).toEqual([name, { tag: 'done', id }]);
    return id;
  };

  return {
    ...bureau,
    papers,
    trip,
    cleared,
    step,
    draft,
    goes,
    supply: () => bureau.file('supply-chain', { ...everySample['supply-chain']?.full }),
    stateOf: async (id: string) => (await papers.look(id))?.paper.state ?? null,
    /** What stands wrong in the chain of a case; null where it is whole. */
    faultOf: async (row: CaseRow) => fault(bureau.office, await bureau.rowOf(row.number)),
  };
};
export type Paperwork = Awaited<ReturnType<typeof openPaperwork>>;
