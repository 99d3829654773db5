import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { erase } from '#src/cases/rewrite.ts';
import { type PaperState, type PaperStep, paperSteps } from '#src/papers/store.ts';
import { deeds, of } from '../cases/bureau.ts';
import { openPaperwork, type Paperwork, way } from './paperwork.ts';

let work: Paperwork;
beforeAll(async () => {
  work = await openPaperwork();
});
afterAll(() => work.desk.stop());

const tagOf = async (promise: Promise<{ readonly tag: string }>) => (await promise).tag;

/** The life of a paper written a second time: a change of it is made in two places, on purpose. */
const life: Readonly<Record<PaperState, Partial<Record<PaperStep, PaperState>>>> = {
  draft: { edit: 'draft', check: 'checked', void: 'void' },
  checked: { return: 'draft', sign: 'signed', void: 'void' },
  signed: { return: 'draft', number: 'numbered', void: 'void' },
  numbered: { seal: 'sealed', void: 'void' },
  sealed: { issue: 'issued', revoke: 'revoked' },
  issued: { revoke: 'revoked', follow: 'issued', answer: 'issued' },
  revoked: {},
  void: {},
};

describe('what a draft begins with', () => {
  test('a pass has the trip of its case, and says of nothing else', async () => {
    const row = await work.trip({ plate: '吉A12345', driver: '赵师傅', goods: '口罩' });
    const found = await work.papers.look(await work.draft(row, 'pass'));
    expect(found?.content).toMatchObject({
      plate: '吉A12345',
      driver: '赵师傅',
      goods: '口罩',
      validFrom: '2026-03-19',
    });
    expect(found?.serial).toBe('');
    expect(found?.code).toBeNull();
    expect(JSON.stringify(found?.content)).not.toContain('1390');
    expect(await work.kindsOf(row.number)).toContain('paper-moved');
    expect(await work.faultOf(row)).toBeNull();
  });

  test('a notice is of a filing that was cleared, and not before nor after it is suspended', async () => {
    const open = await work.file('filing', {
      ...(await import('../forms/every.ts')).everySample.filing?.least,
    });
    const typed = { id: work.papers.draftId(), number: open.number, kind: 'notice' as const, line: 0 };
    expect(await tagOf(work.papers.draft(typed, 'writer'))).toBe('unfit');
    const row = await work.cleared();
    const id = await work.draft(row, 'notice');
    expect((await work.papers.look(id))?.content).toMatchObject({ validFrom: '2026-03-18' });
    await work.did(row.number, deeds.rectify, of(row.handler));
    expect(await tagOf(work.step(id, 'check', 'checker'))).toBe('unfit');
    expect(await tagOf(work.step(id, 'void', 'checker'))).toBe('done');
  });

  test('a letter is about one of the suppliers, and goes where that one is', async () => {
    const row = await work.supply();
    const { suppliers } = await work.papers.ofCase(row);
    const last = suppliers.length - 1;
    const found = await work.papers.look(await work.draft(row, 'letter', 'writer', last));
    expect(found?.content?.supplier).toBe(suppliers[last]);
    expect(found?.content?.addressee).toMatch(/人民政府$/);
    expect(found?.content?.matter).toContain(suppliers[last]);
  });

  test('a form without papers has none, and a case that is held or withdrawn neither', async () => {
    const typed = (number: string) => ({ id: work.papers.draftId(), number, kind: 'pass' as const, line: 0 });
    expect(await tagOf(work.papers.draft(typed((await work.supplies()).number), 'writer'))).toBe('unfit');
    expect(await tagOf(work.papers.draft(typed('1234567890123'), 'writer'))).toBe('unknown');
  });

  test('sent twice it is one', async () => {
    const row = await work.trip();
    const typed = { id: work.papers.draftId(), number: row.number, kind: 'pass' as const, line: 0 };
    const both = await Promise.all([work.papers.draft(typed, 'writer'), work.papers.draft(typed, 'writer')]);
    expect(both.map(({ tag }) => tag).sort()).toEqual(['done', 'moved']);
    expect((await work.papers.ofCase(row)).papers).toHaveLength(1);
  });
});

describe('ASVS 2.3.1: steps of a paper go in their order', () => {
  test('whatever is pressed in whatever order, no step is skipped or done twice', async () => {
    const anything = fc.array(fc.constantFrom(...paperSteps.filter(step => step !== 'draft')), {
      maxLength: 14,
    });
    await fc.assert(
      fc.asyncProperty(anything, fc.boolean(), async (pressed, isLetter) => {
        const row = await (isLetter ? work.supply() : work.trip());
        const id = await work.draft(row, isLetter ? 'letter' : 'pass');
        let state: PaperState = 'draft';
        let answered = false;
        for (const name of pressed) {
          const isOfLetters = name === 'follow' || name === 'answer';
          const next: PaperState | undefined =
            isOfLetters && (!isLetter || answered) ? undefined : life[state][name];
          // Another person than who edited: two-person is a test of its own.
          const tag = await tagOf(work.step(id, name, name === 'edit' ? 'writer' : 'checker'));
          expect([state, name, tag]).toEqual([state, name, next === undefined ? 'step' : 'done']);
          answered ||= name === 'answer' && next !== undefined;
          state = next ?? state;
          expect(await work.stateOf(id)).toBe(state);
        }
        const steps = (await work.papers.look(id))?.steps ?? [];
        expect(steps.map(({ seq }) => seq)).toEqual(steps.map((_, index) => index + 1));
        expect(await work.faultOf(row)).toBeNull();
      }),
      { numRuns: 25 },
    );
  });

  test('who wrote any of it does not check it, also after it came back', async () => {
    const id = await work.draft(await work.trip(), 'pass', 'first');
    expect(await tagOf(work.step(id, 'edit', 'second'))).toBe('done');
    expect([
      await tagOf(work.step(id, 'check', 'first')),
      await tagOf(work.step(id, 'check', 'second')),
      await tagOf(work.step(id, 'check', 'third')),
      await tagOf(work.step(id, 'return', 'third')),
      await tagOf(work.step(id, 'check', 'first')),
    ]).toEqual(['same-person', 'same-person', 'done', 'done', 'same-person']);
    const notes = (await work.papers.look(id))?.steps.map(({ note }) => note);
    expect(notes?.filter(note => note !== '')).toEqual(['日期不对']);
  });

  test('an old page changes nothing: of many who press at once one is first', async () => {
    const row = await work.trip();
    const id = await work.goes(await work.draft(row, 'pass'), ['check']);
    const version = (await work.papers.look(id))?.paper.version ?? 0;
    const press = () => work.papers.step({ id, version, step: 'sign', fields: {} }, 'checker');
    const tags = (await Promise.all(Array.from({ length: 8 }, press))).map(({ tag }) => tag).sort();
    expect(tags).toEqual(['done', ...Array(7).fill('moved')]);
    expect(await work.faultOf(row)).toBeNull();
  });

  test('what is missing or wrong is told by its field, and is not checked', async () => {
    const id = await work.draft(await work.trip(), 'pass');
    const edit = (fields: object) => work.step(id, 'edit', 'writer', fields);
    expect(await edit({ plate: '12345' })).toEqual({ tag: 'refused', faults: { plate: 'plate' } });
    expect(await edit({ trailer: '吉A12345' })).toEqual({ tag: 'refused', faults: { trailer: 'plate' } });
    expect(await edit({ validTo: '2026-03-18' })).toEqual({ tag: 'refused', faults: { validTo: 'order' } });
    expect(await edit({ validTo: '2026-05-18' })).toEqual({ tag: 'refused', faults: { validTo: 'span' } });
    expect(await edit({ goods: '货'.repeat(81) })).toEqual({ tag: 'refused', faults: { goods: 'long' } });
    expect(await edit({ goods: 'a\u0000b' })).toEqual({ tag: 'refused', faults: { goods: 'plain' } });
    expect(await tagOf(edit({ goods: '' }))).toBe('done');
    expect(await work.step(id, 'check', 'checker')).toEqual({
      tag: 'refused',
      faults: { goods: 'required' },
    });
  });
});

describe('letters', () => {
  test('one that should have been answered stands among those to ask after, until its answer came', async () => {
    const id = await work.goes(await work.draft(await work.supply(), 'letter'), way);
    const waiting = async () => (await work.papers.unanswered('', 50)).map(one => one.id);
    expect(await waiting()).not.toContain(id);
    expect(await work.step(id, 'answer', 'writer', { answeredOn: '2026-03-19' })).toEqual({
      tag: 'refused',
      faults: { answeredOn: 'day' },
    });
    work.desk.at('2026-03-22T02:00:00.000Z');
    expect(await waiting()).toContain(id);
    await work.goes(id, ['follow']);
    expect(await waiting()).not.toContain(id);
    work.desk.at('2026-03-26T02:00:00.000Z');
    expect(await waiting()).toContain(id);
    await work.goes(id, ['answer']);
    expect(await waiting()).not.toContain(id);
    expect(await work.papers.look(id)).toMatchObject({
      answer: '已协调复工',
      paper: { answeredOn: '2026-03-18' },
    });
    work.desk.at('2026-03-18T02:00:00.000Z');
  });
});

describe('what goes with its case', () => {
  test('an erased case takes what its papers say; what was never sealed is given up; the others can be revoked', async () => {
    const row = await work.trip();
    const done = await work.goes(await work.draft(row, 'pass'), way);
    const half = await work.goes(await work.draft(row, 'certificate'), ['check', 'sign', 'number']);
    expect((await work.papers.issuedOf(row.id)).map(one => one.id)).toEqual([done]);
    await erase(work.office, row.number, 'enterprise');
    const [sealed, never] = [await work.papers.look(done), await work.papers.look(half)];
    expect(sealed).toMatchObject({
      content: null,
      code: null,
      paper: { state: 'issued', content: null, code: null },
    });
    expect(never).toMatchObject({ content: null, possible: [], paper: { state: 'void' } });
    expect(await work.papers.issuedOf(row.id)).toEqual([]);
    expect(sealed?.possible).toEqual(['revoke']);
    expect(await tagOf(work.step(done, 'revoke', 'checker'))).toBe('done');
    expect(await work.faultOf(row)).toBeNull();
  });

  test('the line of the check page goes a year after the paper’s last day, and not before', async () => {
    const row = await work.trip();
    const id = await work.goes(await work.draft(row, 'pass'), way);
    const alive = await work.goes(await work.draft(await work.trip(), 'pass'), way);
    await erase(work.office, row.number, 'enterprise');
    const { store } = work.office;
    await store.sweep({ at: '2027-03-24T19:00:00.000Z' });
    expect(await work.stateOf(id)).toBe('issued');
    await store.sweep({ at: '2027-03-25T19:00:00.000Z' });
    expect(await work.stateOf(id)).toBeNull();
    expect(await work.stateOf(alive)).toBe('issued');
  });
});
