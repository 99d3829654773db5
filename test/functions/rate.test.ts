import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answer } from '#src/cases/act.ts';
import { allCases, type Desk, openDesk } from '../office.ts';
import { materials } from '../submissions.ts';
import { act, linkOf, lookPage, type Receipt, receiptOf, send } from './knock.ts';

let desk: Desk;
let receipt: Receipt;
beforeEach(async () => {
  desk = await openDesk();
  desk.at('2026-03-20T02:00:00.000Z');
  receipt = await receiptOf(await send('materials', materials()));
});
afterEach(() => desk.stop());

const days = 24 * 3_600_000;
const mine = () => linkOf(receipt);
const answered = () => answer(desk.app.office, mine().number, '请来领取', '李办');
const events = async () => desk.app.office.store.events((await allCases(desk))[0]?.id ?? '');
const kinds = async () => (await events()).map(event => event.kind);
const page = async () => (await lookPage(mine())).text();

describe('评五档', () => {
  const rate = (grade: unknown, text = '') => act('rate', { ...mine(), grade, text });

  test('one of five, in the clear for figures, its words sealed; once answered', async () => {
    expect((await rate('good')).status).toBe(409);
    await answered();
    expect(await (await rate('very-poor', '等了很久')).json()).toMatchObject({
      state: 'answered',
      events: [{}, {}, { kind: 'rated', grade: 'very-poor', text: '您的评价：非常不满意' }],
    });
    const event = (await events()).at(-1);
    expect(event?.data).toBe('{"grade":"very-poor"}');
    expect(Buffer.from(event?.sealed ?? '').includes('等了很久')).toBe(false);
    for (const grade of ['', 'best', 6, 'constructor', 'toString'])
      expect([grade, (await rate(grade)).status]).toEqual([grade, 422]);
  });

  test('may be changed for seven days from the first time, and the page then offers it no more', async () => {
    await answered();
    await rate('poor');
    desk.pass(7 * days);
    expect((await rate('good')).status).toBe(200);
    expect(await page()).toMatch(/value="good" checked/);
    desk.pass(1);
    const late = await rate('very-good');
    expect([late.status, await late.json()]).toMatchObject([409, { type: '/problems/#rated-already' }]);
    expect(await page()).not.toContain('data-act="rate"');
    expect((await kinds()).filter(kind => kind === 'rated')).toHaveLength(2);
  });

  test('the same again adds nothing', async () => {
    await answered();
    await rate('good', '谢谢');
    await rate('good', '谢谢');
    expect((await kinds()).filter(kind => kind === 'rated')).toHaveLength(1);
  });
});
