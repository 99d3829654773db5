import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { confirm, rate, reply } from '#src/cases/say.ts';
import { courseOf } from '#src/cases/track.ts';
import { act, linkOf, receiptOf, send } from '../functions/knock.ts';
import { materials } from '../submissions.ts';
import { type Bureau, boss, deeds, morning, of, openBureau } from './bureau.ts';

let bureau: Bureau;
beforeAll(async () => {
  bureau = await openBureau();
});
beforeEach(() => bureau.desk.at(morning));
afterAll(() => bureau.desk.stop());

const supplies = of('supplies');
const enterprise = (creditCode: string) => ({ name: '同名厂', creditCode, area: 'east', line: 'industry' });
const known = '91350100M000100Y43';
const into = (number: string, reason = '') => ({ ...deeds.merge, into: number, reason });

describe('并单', () => {
  test('two of one credit code: one is closed as a duplicate and names the other', async () => {
    const [one, other] = [await bureau.supplies(), await bureau.supplies()];
    const row = await bureau.did(other.number, into(one.number), supplies);
    expect(row).toMatchObject({ stage: 'closed', outcome: 'duplicate', mergedInto: one.number });
    expect((await bureau.office.store.mergedInto(one.number)).map(it => it.number)).toEqual([other.number]);
    expect(await bureau.refused(other.number, into(one.number), supplies)).toBe('merged');
    expect(await bureau.refused(other.number, deeds.reopen, supplies)).toBe('merged');
  });

  test('one without a credit code is never the same by its name alone', async () => {
    const [one, other] = await Promise.all(
      ['', ''].map(code => bureau.supplies({ enterprise: enterprise(code) })),
    );
    expect(await bureau.refused(other?.number ?? '', into(one?.number ?? ''), supplies)).toBe('merge-reason');
    await bureau.did(other?.number ?? '', into(one?.number ?? '', '打电话核实过'), supplies);
  });

  test('nor two of different codes, whatever the reason; nor a complaint with something else', async () => {
    const one = await bureau.supplies({ enterprise: enterprise(known) });
    const other = await bureau.supplies({ enterprise: enterprise('123456789012345') });
    expect(await bureau.refused(other.number, into(one.number, '就是同一家'), boss)).toBe('merge-other');
    const complaint = await bureau.complaint('某某村');
    expect(await bureau.refused(one.number, into(complaint.number), boss)).toBe('merge-complaint');
  });

  test('not into itself, nothing, a merged one; what others went into goes nowhere', async () => {
    const [a, b, c] = [await bureau.supplies(), await bureau.supplies(), await bureau.supplies()];
    expect(await bureau.refused(a.number, into(a.number), supplies)).toBe('merge-itself');
    expect(await bureau.refused(a.number, into('1'), supplies)).toBe('merge-into');
    expect(await bureau.refused(a.number, into(b.number), of('labour'))).toBe('lead-or-superior');
    await bureau.did(b.number, into(a.number), supplies);
    expect(await bureau.refused(c.number, into(b.number), supplies)).toBe('merge-into');
    expect(await bureau.refused(a.number, into(c.number), supplies)).toBe('merge-into');
  });

  test('undone, its department has it to accept again, due anew', async () => {
    const [one, other] = [await bureau.supplies(), await bureau.supplies()];
    expect(await bureau.refused(other.number, deeds.unmerge, supplies)).toBe('not-merged');
    await bureau.did(other.number, into(one.number), supplies);
    bureau.desk.at('2026-03-25T02:00:00.000Z');
    expect(await bureau.refused(other.number, { ...deeds.unmerge, reason: '' }, supplies)).toBe(
      'reason-missing',
    );
    expect(await bureau.did(other.number, deeds.unmerge, supplies)).toMatchObject({
      stage: 'to-accept',
      mergedInto: '',
      outcome: '',
      closedAt: '',
      due: '2026-03-30T09:00:00.000Z',
    });
  });
});

describe('the enterprise of a merged case', () => {
  test('sees where it went, its password still works, and what it adds reaches the other', async () => {
    const mine = linkOf(await receiptOf(await send('materials', materials())));
    const one = await bureau.did((await bureau.supplies()).number, deeds.answer, supplies);
    await bureau.did(mine.number, into(one.number), supplies);
    const answered = await act('reply', { ...mine, text: '还缺二十箱手套' });
    expect(answered.status).toBe(200);
    expect(await answered.json()).toMatchObject({ state: 'closed', stage: 'merged' });
    expect(await bureau.rowOf(one.number)).toMatchObject({ stage: 'doing', told: 0 });
    expect((await bureau.kindsOf(one.number)).at(-1)).toBe('relayed');
    expect((await bureau.kindsOf(mine.number)).slice(-2)).toEqual(['merged', 'sent-on']);
    // Said twice it is there once; the other's own enterprise does not read it.
    await reply(bureau.office, mine.number, '还缺二十箱手套', 'enterprise');
    expect((await bureau.kindsOf(one.number)).filter(kind => kind === 'relayed')).toHaveLength(1);
    const course = JSON.stringify(await courseOf(bureau.office, await bureau.rowOf(one.number)));
    expect(course).not.toContain('手套');
    const own = await courseOf(bureau.office, await bureau.rowOf(mine.number));
    expect(own.events.at(-1)).toMatchObject({ kind: 'sent-on', text: '还缺二十箱手套', into: one.number });
    expect(own.may).toEqual({
      reply: true,
      change: false,
      withdraw: false,
      confirm: false,
      rate: false,
      erase: true,
    });
  });

  test('does nothing else with it', async () => {
    const [one, other] = [await bureau.supplies(), await bureau.supplies()];
    await bureau.did(other.number, into(one.number), supplies);
    const results = [
      await confirm(bureau.office, other.number, { solved: false, text: '' }, 'enterprise'),
      await rate(bureau.office, other.number, { grade: 'good', text: '' }, 'enterprise'),
    ];
    expect(results.map(result => result.tag)).toEqual(['impossible', 'impossible']);
  });
});
