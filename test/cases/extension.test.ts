import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Bureau, boss, deeds, morning, of, openBureau } from './bureau.ts';

let bureau: Bureau;
beforeAll(async () => {
  bureau = await openBureau();
});
beforeEach(() => bureau.desk.at(morning));
afterAll(() => bureau.desk.stop());

const supplies = of('supplies');
const accepted = async () => bureau.did((await bureau.supplies()).number, deeds.accept, supplies);
const asked = async () => bureau.did((await accepted()).number, deeds['ask-extension'], supplies);

describe('延期', () => {
  test('asked by the lead before the due time, granted by a superior, once', async () => {
    const { number } = await asked();
    expect(await bureau.refused(number, deeds['ask-extension'], supplies)).toBe('extension-once');
    expect(await bureau.refused(number, deeds['decide-extension'], supplies)).toBe('superior');
    const row = await bureau.did(number, deeds['decide-extension'], boss);
    expect(row).toMatchObject({ extension: 'granted', due: '2026-03-27T09:00:00.000Z' });
    expect(await bureau.refused(number, deeds['ask-extension'], supplies)).toBe('extension-once');
    expect(await bureau.refused(number, deeds['decide-extension'], boss)).toBe('extension-none');
  });

  test.each([
    ['the due day itself', '2026-03-23'],
    ['a Saturday', '2026-03-28'],
    ['more than 60 days later', '2026-05-25'],
    ['no day', '2026-02-30'],
  ])('not until %s', async (_, until) => {
    const { number } = await accepted();
    const ask = { ...deeds['ask-extension'], until };
    expect(await bureau.refused(number, ask, supplies)).toBe('extension-until');
  });

  test('after the due time it is neither asked for nor granted, but may be refused', async () => {
    const late = await accepted();
    const { number, due } = await asked();
    bureau.desk.at(due);
    expect(await bureau.refused(late.number, deeds['ask-extension'], supplies)).toBe('extension-late');
    expect(await bureau.refused(number, deeds['decide-extension'], boss)).toBe('extension-late');
    const no = { ...deeds['decide-extension'], granted: false };
    expect(await bureau.did(number, no, boss)).toMatchObject({ extension: 'refused', due });
  });

  test('only by the lead, after accepting, with the reason', async () => {
    const { number } = await bureau.supplies();
    expect(await bureau.refused(number, deeds['ask-extension'], supplies)).toBe('state');
    await bureau.did(number, deeds.accept, supplies);
    expect(await bureau.refused(number, deeds['ask-extension'], of('labour'))).toBe('lead');
    const bare = { ...deeds['ask-extension'], reason: '' };
    expect(await bureau.refused(number, bare, supplies)).toBe('reason-missing');
  });
});

describe('提醒、催办、督办、通报', () => {
  const press = (pressure: 'reminder' | 'urge' | 'supervise' | 'report', text = '快到了') =>
    ({ deed: 'press', pressure, text }) as const;

  test('each is a record of its own, and the hardest one stands', async () => {
    const { number, due } = await accepted();
    await bureau.did(number, press('reminder', ''), of('health'));
    bureau.desk.at(due);
    expect(await bureau.refused(number, press('reminder'), boss)).toBe('press-reminder');
    await bureau.did(number, press('urge', ''), boss);
    expect(await bureau.refused(number, press('report'), boss)).toBe('press-report');
    expect(await bureau.refused(number, press('supervise', ''), boss)).toBe('reason-missing');
    await bureau.did(number, press('supervise'), boss);
    await bureau.did(number, press('report'), boss);
    expect(await bureau.did(number, press('urge'), boss)).toMatchObject({ pressed: 'report' });
    expect((await bureau.kindsOf(number)).slice(2)).toEqual(['reminded', ...Array(4).fill('pressed')]);
  });

  test('督办 and 通报 are decided by a superior; the lead urges too; others remind', async () => {
    const { number } = await accepted();
    expect(await bureau.refused(number, press('supervise'), supplies)).toBe('press-supervise');
    expect(await bureau.refused(number, press('urge'), of('health'))).toBe('press-urge');
    await bureau.did(number, press('urge'), supplies);
    const wrong = { ...press('urge'), pressure: 'shout' as 'urge' };
    expect(await bureau.refused(number, wrong, boss)).toBe('pressure');
  });
});
