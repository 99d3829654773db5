import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Bureau, boss, deeds, morning, of, openBureau } from './bureau.ts';

let bureau: Bureau;
beforeAll(async () => {
  bureau = await openBureau();
});
beforeEach(() => bureau.desk.at(morning));
afterAll(() => bureau.desk.stop());

const supplies = of('supplies');
const day = 24 * 3_600_000;

describe('签收', () => {
  test('the lead department accepts; then it answers for the case, and its officer handles it', async () => {
    const { number } = await bureau.supplies();
    expect(await bureau.rowOf(number)).toMatchObject({ stage: 'to-accept', holder: 'supplies', officer: '' });
    const row = await bureau.did(number, { ...deeds.accept, officer: 'zhao' }, supplies);
    expect(row).toMatchObject({ state: 'assigned', stage: 'doing', officer: 'zhao', acceptedAt: morning });
  });

  test('nobody else accepts for it, not a superior either; and it is accepted once', async () => {
    const { number } = await bureau.supplies();
    expect(await bureau.refused(number, deeds.accept, of('labour'))).toBe('lead');
    expect(await bureau.refused(number, deeds.accept, boss)).toBe('lead');
    await bureau.did(number, deeds.accept, supplies);
    expect(await bureau.refused(number, deeds.accept, supplies)).toBe('state');
  });

  test('late is a fact, not a refusal', async () => {
    const { number } = await bureau.supplies();
    bureau.desk.pass(2 * day);
    expect(await bureau.did(number, deeds.accept, supplies)).toMatchObject({ stage: 'doing' });
  });

  test('容缺受理: what follows and by which day; what the enterprise adds settles it', async () => {
    const { number } = await bureau.supplies();
    const with_ = (later: string[], laterBy: string) => ({ ...deeds.accept, later, laterBy });
    expect(await bureau.refused(number, with_(['用量表'], ''), supplies)).toBe('later-by');
    expect(await bureau.refused(number, with_(['用量表'], '2026-03-17'), supplies)).toBe('later-by');
    expect(await bureau.refused(number, with_([], '2026-03-20'), supplies)).toBe('later-by');
    const row = await bureau.did(number, with_(['用量表'], '2026-03-20'), supplies);
    expect(row).toMatchObject({ laterBy: '2026-03-20', due: row.due });
    const { reply } = await import('#src/cases/say.ts');
    await reply(bureau.office, number, '用量表在这里', 'enterprise');
    expect(await bureau.rowOf(number)).toMatchObject({ laterBy: '', state: 'assigned' });
  });
});

describe('退单', () => {
  test('within a working day, with the reason and who should take it; who held it stays responsible', async () => {
    const { number } = await bureau.supplies();
    expect(await bureau.refused(number, { ...deeds.decline, reason: ' ' }, supplies)).toBe('reason-missing');
    expect(await bureau.refused(number, { ...deeds.decline, suggest: 'nobody' }, supplies)).toBe(
      'department',
    );
    expect(await bureau.refused(number, { ...deeds.decline, suggest: 'supplies' }, supplies)).toBe(
      'department',
    );
    expect(await bureau.refused(number, deeds.decline, of('labour'))).toBe('lead');
    const row = await bureau.did(number, deeds.decline, supplies);
    expect(row).toMatchObject({ state: 'received', stage: 'declined', holder: 'supplies', declined: 1 });
    expect(await bureau.refused(number, deeds.accept, supplies)).toBe('with-dispatcher');
    expect(await bureau.refused(number, deeds.answer, supplies)).toBe('with-dispatcher');
  });

  test.each([
    ['at closing time of the next working day', '2026-03-19T09:00:00.000Z', 'done'],
    ['a moment later', '2026-03-19T09:00:00.001Z', 'decline-late'],
  ])('%s', async (_, at, result) => {
    const { number } = await bureau.supplies();
    bureau.desk.at(at);
    const { does } = bureau;
    const done = await does(number, deeds.decline, supplies);
    expect(done.tag === 'forbidden' ? done.rule : done.tag).toBe(result);
  });

  test('once a department; after the second a superior ordains, and that is final', async () => {
    const { number } = await bureau.supplies();
    await bureau.did(number, deeds.decline, supplies);
    expect(await bureau.refused(number, deeds.assign, supplies)).toBe('with-dispatcher');
    await bureau.did(number, { ...deeds.assign, department: 'supplies' }, boss);
    expect(await bureau.refused(number, deeds.decline, supplies)).toBe('declined-before');
    await bureau.did(number, deeds.assign, boss);
    await bureau.did(number, { ...deeds.decline, suggest: 'finance' }, of('labour'));
    expect(await bureau.refused(number, { ...deeds.assign, department: 'finance' }, boss)).toBe(
      'declined-twice',
    );
    const row = await bureau.did(number, { ...deeds.assign, way: 'order', department: 'finance' }, boss);
    expect(row).toMatchObject({ ordered: 1, stage: 'to-accept', holder: 'supplies', handler: 'finance' });
    expect(await bureau.refused(number, deeds.decline, of('finance'))).toBe('ordered');
    expect(await bureau.did(number, deeds.accept, of('finance'))).toMatchObject({ holder: 'finance' });
  });
});

describe('转办、交办', () => {
  test('首接负责制: who accepted answers for it until the next accepts; the clock runs on', async () => {
    const { number, due } = await bureau.supplies();
    expect(await bureau.refused(number, deeds.assign, supplies)).toBe('accept-first');
    await bureau.did(number, deeds.accept, supplies);
    const passed = await bureau.did(number, deeds.assign, supplies);
    expect(passed).toMatchObject({
      handler: 'labour',
      holder: 'supplies',
      stage: 'to-accept',
      acceptedAt: '',
    });
    expect(passed.due).toBe(due);
    expect(await bureau.refused(number, deeds.answer, supplies)).toBe('lead-or-superior');
    const taken = await bureau.did(number, deeds.accept, of('labour'));
    expect(taken).toMatchObject({ holder: 'labour', officer: 'labour-1', due });
  });

  test('one lead: to itself, to nobody, without a reason it does not go; 交办 is a superior’s', async () => {
    const { number } = await bureau.supplies();
    await bureau.did(number, deeds.accept, supplies);
    const to = (department: string) => ({ ...deeds.assign, department });
    expect(await bureau.refused(number, to('supplies'), supplies)).toBe('same-department');
    expect(await bureau.refused(number, to('nobody'), supplies)).toBe('department');
    expect(await bureau.refused(number, to('__proto__'), supplies)).toBe('department');
    expect(await bureau.refused(number, { ...deeds.assign, reason: '' }, supplies)).toBe('reason-missing');
    expect(await bureau.refused(number, { ...deeds.assign, way: 'order' }, supplies)).toBe('superior');
    expect(await bureau.refused(number, deeds.assign, of('market'))).toBe('lead-or-superior');
  });
});

describe('投诉', () => {
  test('goes to supervision and never to whom it is about', async () => {
    const { number } = await bureau.complaint('市场监管局的人');
    const row = await bureau.rowOf(number);
    expect(row).toMatchObject({ handler: 'supervision', complaint: 1, against: 'market' });
    await bureau.did(number, deeds.accept, of('supervision'));
    const to = { ...deeds.assign, department: 'market' };
    expect(await bureau.refused(number, to, of('supervision'))).toBe('against');
    const assist = { ...deeds.assist, departments: ['market'] };
    expect(await bureau.refused(number, assist, of('supervision'))).toBe('against');
    const their = { login: 'x', department: 'market', superior: true };
    expect(await bureau.refused(number, deeds.answer, their)).toBe('lead-or-superior');
    expect(await bureau.refused(number, deeds.open, their)).toBe('against');
  });

  test('about somebody else it is still a complaint', async () => {
    const { number } = await bureau.complaint('某某村');
    expect(await bureau.rowOf(number)).toMatchObject({ complaint: 1, against: '' });
  });
});

describe('核实', () => {
  test('a held case is released to its department, by it or a superior', async () => {
    const row = await bureau.file('materials', (await import('../submissions.ts')).materials(), ['fast']);
    expect(row.stage).toBe('held');
    expect(await bureau.refused(row.number, deeds.accept, supplies)).toBe('state');
    expect(await bureau.refused(row.number, deeds.release, of('labour'))).toBe('lead-or-superior');
    bureau.desk.pass(3_600_000);
    const released = await bureau.did(row.number, deeds.release, boss);
    expect(released).toMatchObject({ state: 'received', stage: 'to-accept', due: row.due });
    expect(released.passedAt > row.receivedAt).toBe(true);
  });

  test('or closed, with what the enterprise is told', async () => {
    const row = await bureau.file('materials', (await import('../submissions.ts')).materials(), ['fast']);
    const close = (outcome: 'solved' | 'outside', text: string) =>
      ({ deed: 'close', outcome, text }) as const;
    expect(await bureau.refused(row.number, close('solved', '好了'), boss)).toBe('outcome');
    expect(await bureau.refused(row.number, close('outside', ''), boss)).toBe('text-missing');
    await bureau.did(row.number, close('outside', '请打12345'), boss);
    expect(await bureau.rowOf(row.number)).toMatchObject({ stage: 'closed', outcome: 'outside' });
  });
});

test('复杂件: five working days in place of three, before it is due, and back again', async () => {
  const { number, due } = await bureau.supplies();
  expect(due).toBe('2026-03-23T09:00:00.000Z');
  expect(await bureau.did(number, deeds.complex, supplies)).toMatchObject({
    complex: 1,
    due: '2026-03-25T09:00:00.000Z',
  });
  expect(await bureau.refused(number, deeds.complex, supplies)).toBe('complex-same');
  expect(await bureau.did(number, { ...deeds.complex, complex: false }, supplies)).toMatchObject({ due });
  bureau.desk.at(due);
  expect(await bureau.refused(number, deeds.complex, supplies)).toBe('complex-late');
  bureau.desk.at(morning);
  expect(await bureau.refused((await bureau.law()).number, deeds.complex, of('law'))).toBe('complex-form');
});
