import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { askAfterClosing } from '#src/cases/asking.ts';
import type { Outcome } from '#src/cases/deed.ts';
import { queue } from '#src/cases/queue.ts';
import { confirm, rate } from '#src/cases/say.ts';
import { type Bureau, boss, deeds, morning, of, openBureau } from './bureau.ts';

let bureau: Bureau;
beforeAll(async () => {
  bureau = await openBureau();
});
beforeEach(() => bureau.desk.at(morning));
afterAll(() => bureau.desk.stop());

const supplies = of('supplies');
const day = 24 * 3_600_000;
const answered = async () => bureau.did((await bureau.supplies()).number, deeds.answer, supplies);
const close = (outcome: Outcome, text = '') => ({ deed: 'close', outcome, text }) as const;
const closed = async () => bureau.did((await answered()).number, close('solved'), supplies);
const isIn = async (view: 'unsolved' | 'upward' | 'to-revisit', number: string) =>
  (await queue(bureau.office, { view, limit: 100 })).rows.some(row => row.number === number);

describe('办结', () => {
  test('ASVS 2.3.1: only after the enterprise was told', async () => {
    const { number } = await bureau.supplies();
    await bureau.did(number, deeds.accept, supplies);
    expect(await bureau.refused(number, close('solved'), supplies)).toBe('untold');
    await bureau.did(number, deeds.contact, supplies);
    expect(await bureau.refused(number, close('solved'), of('labour'))).toBe('lead-or-superior');
    const row = await bureau.did(number, close('solved'), supplies);
    expect(row).toMatchObject({ state: 'closed', outcome: 'solved', closedAt: morning });
  });

  test.each(['policy', 'outside', 'partly', 'upward'] as const)('%s says why', async outcome => {
    const { number } = await answered();
    expect(await bureau.refused(number, close(outcome), supplies)).toBe('text-missing');
    await bureau.did(number, close(outcome, '按规定'), supplies);
  });

  test('已转上级 is followed on and not closed', async () => {
    const { number } = await answered();
    const row = await bureau.did(number, close('upward', '报市工信局'), supplies);
    expect(row).toMatchObject({ state: 'answered', stage: 'upward', outcome: 'upward', closedAt: '' });
    expect(await isIn('upward', number)).toBe(true);
    await bureau.did(number, { ...deeds.answer, text: '市里已批' }, supplies);
    expect(await bureau.rowOf(number)).toMatchObject({ stage: 'upward' });
    expect(await bureau.did(number, close('solved'), supplies)).toMatchObject({ stage: 'closed' });
  });

  test('挂账: what is solved in part stays on the list until it is solved (销号)', async () => {
    const { number } = await answered();
    await bureau.did(number, close('partly', '先给一半'), supplies);
    expect(await isIn('unsolved', number)).toBe(true);
    expect(await bureau.refused(number, close('policy', '没有了'), supplies)).toBe('not-settled');
    expect(await bureau.did(number, close('solved', '另一半也给了'), supplies)).toMatchObject({
      stage: 'closed',
    });
    expect(await isIn('unsolved', number)).toBe(false);
  });

  test('企业撤回 needs the talk in which it was taken back; 重复 goes by merging', async () => {
    const { number } = await answered();
    expect(await bureau.refused(number, close('withdrawn'), supplies)).toBe('withdrawn-by-phone');
    expect(await bureau.refused(number, close('duplicate'), supplies)).toBe('use-merge');
    expect(await bureau.refused(number, close('gone' as Outcome), supplies)).toBe('outcome');
    await bureau.did(number, deeds.contact, supplies);
    await bureau.did(number, close('withdrawn'), supplies);
  });

  test('the enterprise’s own word that it is solved closes it as solved', async () => {
    const { number } = await answered();
    await confirm(bureau.office, number, { solved: true, text: '' }, 'enterprise');
    expect(await bureau.rowOf(number)).toMatchObject({
      stage: 'closed',
      outcome: 'solved',
      closedAt: morning,
    });
  });
});

describe('重新办理', () => {
  test('by an officer, with the reason, due anew', async () => {
    const { number } = await closed();
    bureau.desk.pass(7 * day);
    expect(await bureau.refused(number, { ...deeds.reopen, text: '' }, supplies)).toBe('reason-missing');
    const row = await bureau.did(number, deeds.reopen, supplies);
    expect(row).toMatchObject({ stage: 'doing', outcome: '', told: 0, reopened: 1, closedAt: '' });
    expect(row.due).toBe('2026-03-30T09:00:00.000Z');
    expect(await bureau.refused(number, close('solved'), supplies)).toBe('untold');
  });

  test('fourteen days after closing it is asked once; “not solved” takes it up again', async () => {
    const { number } = await closed();
    const other = await closed();
    await confirm(bureau.office, other.number, { solved: true, text: '' }, 'enterprise');
    bureau.desk.pass(14 * day - 1);
    await askAfterClosing(bureau.office);
    expect(await bureau.kindsOf(number)).not.toContain('asked');
    bureau.desk.pass(1);
    expect(await askAfterClosing(bureau.office)).toBeGreaterThan(0);
    expect(await askAfterClosing(bureau.office)).toBe(0);
    expect((await bureau.kindsOf(number)).filter(kind => kind === 'asked')).toEqual(['asked']);
    expect(await bureau.kindsOf(other.number)).not.toContain('asked');
    await confirm(bureau.office, number, { solved: false, text: '没修好' }, 'enterprise');
    expect(await bureau.rowOf(number)).toMatchObject({ stage: 'doing', reopened: 1, askedAt: '' });
  });
});

describe('回访', () => {
  const rated = async (grade: 'poor' | 'good') => {
    const { number } = await closed();
    await rate(bureau.office, number, { grade, text: '' }, 'enterprise');
    return number;
  };

  test('every bad rating waits for a call by somebody other than who handled it', async () => {
    const number = await rated('poor');
    expect(await isIn('to-revisit', number)).toBe(true);
    expect(await bureau.refused(number, deeds.revisit, supplies)).toBe('revisit-handler');
    expect(await bureau.refused(number, { ...deeds.revisit, text: '' }, boss)).toBe('text-missing');
    expect(await bureau.did(number, deeds.revisit, boss)).toMatchObject({ stage: 'closed', revisit: 0 });
    expect(await bureau.refused(number, deeds.revisit, boss)).toBe('no-revisit');
  });

  test('redone it is taken up again, due anew', async () => {
    const number = await rated('poor');
    const row = await bureau.did(number, { ...deeds.revisit, result: 'redo' }, of('supplies', 'qian'));
    expect(row).toMatchObject({ stage: 'doing', reopened: 1, revisit: 0 });
  });

  test('a good one needs none, and a bad one made good neither', async () => {
    expect(await bureau.refused(await rated('good'), deeds.revisit, boss)).toBe('no-revisit');
    const number = await rated('poor');
    await rate(bureau.office, number, { grade: 'good', text: '' }, 'enterprise');
    expect(await bureau.refused(number, deeds.revisit, boss)).toBe('no-revisit');
  });
});
