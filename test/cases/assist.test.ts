import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { everySample } from '../forms/every.ts';
import { type Bureau, boss, deeds, morning, of, openBureau } from './bureau.ts';

let bureau: Bureau;
beforeAll(async () => {
  bureau = await openBureau();
});
beforeEach(() => bureau.desk.at(morning));
afterAll(() => bureau.desk.stop());

const supplies = of('supplies');
const accepted = async () => bureau.did((await bureau.supplies()).number, deeds.accept, supplies);
const partsOf = (id: string) => bureau.office.store.parts(id);

describe('协办', () => {
  test('each assisting department has its own position and date, before the lead’s', async () => {
    const row = await accepted();
    await bureau.did(row.number, { ...deeds.assist, departments: ['market', 'health'] }, supplies);
    const asked = await partsOf(row.id);
    expect(asked.map(part => [part.department, part.state])).toEqual([
      ['health', 'asked'],
      ['market', 'asked'],
    ]);
    // The lead answers on Monday the 23rd, they on Friday the 20th.
    for (const part of asked) expect(part.due).toBe('2026-03-20T09:00:00.000Z');
    await bureau.did(row.number, deeds['assist-answer'], of('market'));
    expect((await partsOf(row.id)).map(part => [part.department, part.position, part.officer])).toEqual([
      ['health', '', ''],
      ['market', 'agree', 'market-1'],
    ]);
  });

  test('“someone has it” does not stop the others: the lead answers while a part is open', async () => {
    const row = await accepted();
    await bureau.did(row.number, deeds.assist, supplies);
    expect(await bureau.did(row.number, deeds.answer, supplies)).toMatchObject({ stage: 'answered' });
    await bureau.did(
      row.number,
      { ...deeds['assist-answer'], position: 'object', text: '价格虚高' },
      of('market'),
    );
  });

  test('not the lead, not twice, not none, not nobody; who answered may be asked again', async () => {
    const row = await accepted();
    const asks = (...departments: string[]) => ({ ...deeds.assist, departments });
    for (const wrong of [asks(), asks('supplies'), asks('nobody'), asks('market', 'market')])
      expect(await bureau.refused(row.number, wrong, supplies)).toBe('assist-departments');
    expect(await bureau.refused(row.number, { ...deeds.assist, ask: '' }, supplies)).toBe('text-missing');
    expect(await bureau.refused(row.number, deeds.assist, of('market'))).toBe('lead-or-superior');
    await bureau.did(row.number, deeds.assist, supplies);
    expect(await bureau.refused(row.number, deeds.assist, supplies)).toBe('assist-departments');
    await bureau.did(row.number, deeds['assist-answer'], of('market'));
    expect(await bureau.refused(row.number, deeds['assist-answer'], of('market'))).toBe('no-part');
    await bureau.did(row.number, deeds.assist, supplies);
    expect((await partsOf(row.id)).map(part => [part.state, part.position])).toEqual([['asked', '']]);
  });

  test.each([
    ['yesterday', '2026-03-17', 'assist-due'],
    ['today', '2026-03-18', 'done'],
    ['the day before the lead', '2026-03-20', 'done'],
    ['the lead’s own day', '2026-03-23', 'assist-due'],
    ['no day at all', '2026-02-30', 'assist-due'],
  ])('due %s', async (_, due, result) => {
    const row = await accepted();
    const done = await bureau.does(row.number, { ...deeds.assist, due }, supplies);
    expect(done.tag === 'forbidden' ? done.rule : done.tag).toBe(result);
  });

  test('an objection says why', async () => {
    const row = await accepted();
    await bureau.did(row.number, deeds.assist, supplies);
    const answer = (position: 'cannot', text: string) => ({ ...deeds['assist-answer'], position, text });
    expect(await bureau.refused(row.number, answer('cannot', ''), of('market'))).toBe('text-missing');
    const wrong = { ...deeds['assist-answer'], position: 'maybe' as 'agree' };
    expect(await bureau.refused(row.number, wrong, of('market'))).toBe('position');
    await bureau.did(row.number, answer('cannot', '没有货'), of('market'));
  });

  test('who becomes the lead assists no more', async () => {
    const row = await accepted();
    await bureau.did(row.number, deeds.assist, supplies);
    await bureau.did(row.number, { ...deeds.assign, department: 'market' }, supplies);
    expect((await partsOf(row.id)).map(part => part.state)).toEqual(['answered']);
  });
});

test('并联: a report of reopening goes to street and bureau the same day, and one of them answers', async () => {
  const row = await bureau.file('transport', everySample.transport?.least as Record<string, unknown>);
  expect(row.handler).toBe('transport');
  const parts = await partsOf(row.id);
  expect(parts).toMatchObject([{ department: 'labour', state: 'asked' }]);
  expect((parts[0]?.due ?? '') < row.due).toBe(true);
  expect(await bureau.refused(row.number, deeds.answer, of('labour'))).toBe('lead-or-superior');
  await bureau.did(row.number, deeds['assist-answer'], of('labour'));
  expect(await bureau.did(row.number, deeds.answer, boss)).toMatchObject({ holder: 'transport' });
});
