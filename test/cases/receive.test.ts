import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Receive } from '#src/cases/store.ts';
import { linkOf, receiptOf, send } from '../functions/knock.ts';
import { allCases, type Desk, openDesk } from '../office.ts';
import { consultation, materials, newKey } from '../submissions.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.stop());

/** The store's answer "taken" so many times, then the store itself; and every number that was tried. */
const takenTimes = (times: number): string[] => {
  const { store } = desk.app.office;
  const tried: string[] = [];
  const receive = async (command: Receive) => {
    tried.push(command.case.number);
    return tried.length <= times ? ({ tag: 'number-taken' } as const) : store.receive(command);
  };
  desk.replace({ receive });
  return tried;
};

describe('Cases', () => {
  test('a submission becomes a case with one event, whose state is what that event says', async () => {
    await receiptOf(await send('materials', materials()));
    const [row] = await allCases(desk);
    const events = await desk.app.office.store.events(row?.id ?? '');
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ seq: 1, kind: 'received', actor: 'enterprise', sealed: null });
    expect(row).toMatchObject({ state: 'received', head: 1, heldFor: '[]' });
  });

  test('cases run on the real clock in Asia/Shanghai', async () => {
    desk.at('2026-12-31T16:30:00.000Z');
    const receipt = await receiptOf(await send('materials', materials()));
    expect(receipt.number).toMatch(/^70101-/);
    const [row] = await allCases(desk);
    expect(row?.receivedAt).toBe('2026-12-31T16:30:00.000Z');
  });

  test('asOf sets the day of the dated rule tables only', async () => {
    desk.at('2026-11-20T02:00:00.000Z');
    const receipt = await receiptOf(await send('consultation', consultation()));
    const [row] = await allCases(desk);
    expect(JSON.parse(row?.routing ?? '')).toMatchObject({ day: '2020-03-20', handler: 'law' });
    expect(receipt.due).toBe('2026-11-23T09:00:00.000Z');
  });

  test('the answer goes out after the durable commit', async () => {
    const { store } = desk.app.office;
    let committed = false;
    desk.replace({
      receive: async command => {
        const outcome = await store.receive(command);
        committed = (await store.caseById(command.case.id)) !== null;
        return outcome;
      },
    });
    await receiptOf(await send('materials', materials()));
    expect(committed).toBe(true);
  });
});

describe('Case number: unique in the store, redrawn on collision', () => {
  test('another number is drawn, and the key is not used up by it', async () => {
    const tried = takenTimes(3);
    const [key, body] = [newKey(), materials()];
    const receipt = await receiptOf(await send('materials', body, { key }));
    expect(tried).toHaveLength(4);
    expect(new Set(tried).size).toBe(4);
    expect(linkOf(receipt).number).toBe(tried[3]);
    expect(await receiptOf(await send('materials', body, { key }))).toEqual(receipt);
    expect(await allCases(desk)).toHaveLength(1);
  });

  test('a number that really is in the store is never given twice', async () => {
    desk.at('2026-11-20T02:00:00.000Z');
    await receiptOf(await send('materials', materials()));
    const [first] = await allCases(desk);
    const { store } = desk.app.office;
    let draws = 0;
    desk.replace({
      receive: command => {
        draws += 1;
        const number = draws === 1 ? (first?.number ?? '') : command.case.number;
        return store.receive({ ...command, case: { ...command.case, number } });
      },
    });
    await receiptOf(await send('materials', materials()));
    expect(draws).toBe(2);
    const numbers = (await allCases(desk)).map(row => row.number);
    expect(new Set(numbers).size).toBe(2);
  });

  test('seven random digits: numbers of one moment do not follow each other', async () => {
    desk.at('2026-11-20T02:00:00.000Z');
    for (let n = 0; n < 30; n++) await receiptOf(await send('materials', materials()));
    const random = (await allCases(desk)).map(row => Number(row.number.slice(5, 12)));
    expect(new Set(random).size).toBe(30);
    expect(random).not.toEqual(random.toSorted((a, b) => a - b));
    expect(Math.max(...random) - Math.min(...random)).toBeGreaterThan(2_000_000);
  });
});
