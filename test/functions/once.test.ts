import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { everySample } from '../forms/every.ts';
import { allCases, type Desk, openDesk } from '../office.ts';
import type { Tree } from '../submissions.ts';
import { act, cookieOf, linkOf, look, lookPage, receiptOf, send, submit, textOf } from './knock.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
  desk.at(`${today}T02:00:00.000Z`);
});
afterEach(() => desk.stop());

const days = 24 * 3_600_000;
/** The day by the clock on which every test begins; the demonstration's is another. */
const today = '2026-11-20';
const daily = (set: Tree = {}): Tree => ({ ...everySample['daily-return']?.least, day: today, ...set });

describe('A daily return is one for an enterprise and a day', () => {
  test('a second is told so in its own words, with the end of the first number, whatever it says', async () => {
    const receipt = await receiptOf(await send('daily-return', daily({ present: 40 })));
    const again = await send('daily-return', daily({ present: 41 }));
    const told = (await again.json()) as { type: string; detail: string };
    expect([again.status, told.type]).toEqual([409, '/problems/#reported-already']);
    expect(told.detail).toContain(`编号尾号${receipt.number.slice(-4)}`);
    expect(told.detail).toContain('查询密码');
    expect(JSON.stringify(told)).not.toContain(receipt.number);
    expect(await allCases(desk)).toHaveLength(1);
  });

  test('without JavaScript the same words, and the receipt itself for the browser that sent it', async () => {
    const first = await submit('daily-return', daily());
    const other = await submit('daily-return', daily({ present: 41 }));
    expect(other.status).toBe(409);
    expect(textOf(await other.text())).toContain('这一天已经报过了');
    const own = await submit('daily-return', daily(), { headers: { cookie: cookieOf(first) } });
    expect([own.status, own.headers.get('location')]).toEqual([303, '/forms/receipt/']);
  });

  test('ASVS 2.3.4: fifty at once, with keys and without, are one', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        send('daily-return', daily({ present: n + 1 }), n % 2 ? {} : { key: null }),
      ),
    );
    expect(answers.map(one => one.status).sort()).toEqual([201, ...Array(49).fill(409)]);
    expect(await allCases(desk)).toHaveLength(1);
  });

  test('another enterprise, another day: another return; still known after a week, gone after eight days', async () => {
    await receiptOf(await send('daily-return', daily()));
    const name = { ...(daily().enterprise as Tree), name: '另一家厂', creditCode: '' };
    await receiptOf(await send('daily-return', daily({ enterprise: name })));
    desk.pass(7 * days);
    expect((await send('daily-return', daily())).status).toBe(409);
    await desk.app.office.store.sweep({ at: desk.app.office.now().toISOString() });
    expect((await send('daily-return', daily())).status).toBe(409);
    desk.pass(days);
    await desk.app.office.store.sweep({ at: desk.app.office.now().toISOString() });
    const db = new DatabaseSync(desk.file, { readOnly: true });
    expect(db.prepare('select count(*) as n from fingerprints').get()).toEqual({ n: 0 });
    db.close();
  });

  test('one that was withdrawn by mistake can be sent anew', async () => {
    const receipt = await receiptOf(await send('daily-return', daily()));
    await act('withdraw', linkOf(receipt));
    await receiptOf(await send('daily-return', daily()));
    expect((await allCases(desk)).map(row => row.state).sort()).toEqual(['received', 'withdrawn']);
  });

  test('a fever makes it urgent, in the row and on the tracking page', async () => {
    const fever = daily({ fever: 1, state: 'problem', problems: '一人发热，已隔离' });
    const link = linkOf(await receiptOf(await send('daily-return', fever)));
    expect((await allCases(desk)).map(row => row.urgent)).toEqual([1]);
    expect(await (await look(link)).json()).toMatchObject({ urgent: true });
    expect(textOf(await (await lookPage(link)).text())).toContain('加急');
  });
});
