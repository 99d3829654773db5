import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { renewPin } from '#src/cases/act.ts';
import { fault } from '#src/cases/review.ts';
import { allCases, type Desk, openDesk } from '../office.ts';
import { newKey, pairsOf, type Tree } from '../submissions.ts';
import {
  act,
  cookieOf,
  linkOf,
  look,
  lookPage,
  passIn,
  receiptOf,
  receiptPage,
  send,
  submit,
  textOf,
} from './knock.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.stop());

const line = (kind: string, what: string, set: Tree = {}) => ({ kind, what, ...set });
const needs = (set: Tree = {}): Tree => ({
  enterprise: { name: '示范零件厂', creditCode: '91350100M000100Y43', area: 'east', line: 'industry' },
  contact: { name: '王小明', phone: '13800138000' },
  needs: [
    line('materials', '一次性口罩', { quantity: 5000, unit: '只' }),
    line('financing', '发工资的周转资金'),
    line('labour', '焊工'),
  ],
  consent: true,
  ...set,
});

describe('Several needs in one submission', () => {
  test('each becomes a case of its own with one line, numbered and routed by itself, linked to the first', async () => {
    const receipt = await receiptOf(await send('several', needs()));
    const rows = await allCases(desk);
    expect(rows.map(row => JSON.parse(row.answers).needs.map((one: Tree) => one.kind))).toEqual([
      ['materials'],
      ['financing'],
      ['labour'],
    ]);
    expect(new Set(rows.map(row => row.handler)).size).toBe(3);
    expect(new Set(rows.map(row => row.number)).size).toBe(3);
    expect(rows.map(row => row.link)).toEqual(Array(3).fill(rows[0]?.id));
    expect(receipt.linked?.map(one => one.number.replaceAll('-', ''))).toEqual(rows.map(row => row.number));
    expect(receipt.number).toBe(receipt.linked?.[0]?.number);
    expect(receipt.linked?.map(one => one.due)).toEqual(rows.map(row => row.due));
    for (const row of rows) expect(await fault(desk.app.office, row)).toBeNull();
  });

  test('one password and one link token open all of them, and nothing is stored that tells so', async () => {
    const receipt = await receiptOf(await send('several', needs()));
    const { token } = linkOf(receipt);
    for (const { number } of receipt.linked ?? []) {
      expect((await look({ number, pin: receipt.pin })).status).toBe(200);
      expect((await look({ number, token })).status).toBe(200);
    }
    const rows = await allCases(desk);
    expect(new Set(rows.flatMap(row => [row.pinHash, row.tokenHash])).size).toBe(6);
  });

  test('a single line is an ordinary case', async () => {
    const receipt = await receiptOf(await send('several', needs({ needs: [line('labour', '焊工')] })));
    expect(receipt.linked).toBeUndefined();
    expect((await allCases(desk)).map(row => row.link)).toEqual(['']);
  });

  test('the same key again gives all the numbers again, and stores nothing', async () => {
    const [key, body] = [newKey(), needs()];
    const first = await receiptOf(await send('several', body, { key }));
    const again = await Promise.all(Array.from({ length: 20 }, () => send('several', body, { key })));
    for (const one of again) expect(await receiptOf(one)).toEqual(first);
    expect(await allCases(desk)).toHaveLength(3);
    const other = await send('several', needs({ needs: [line('labour', '电工')] }), { key });
    expect(other.status).toBe(422);
  });

  test('without JavaScript the receipt’s page lists every number, for a browser that holds its cookie', async () => {
    const answer = await submit('several', needs());
    const html = await (await receiptPage(cookieOf(answer))).text();
    const shown = textOf(html);
    const rows = await allCases(desk);
    expect(shown).toContain('一共登记了3件');
    for (const row of rows) expect(shown).toContain(desk.app.front.showNumber(row.number));
  });

  test('of fifty lines too: what a cookie can hold does not limit them', async () => {
    const many = Array.from({ length: 50 }, (_, n) => line('other', `第${n}件事`));
    const answer = await submit('several', pairsOf(needs({ needs: many })));
    const cookie = cookieOf(answer);
    expect(cookie.length).toBeLessThan(2000);
    const html = await (await receiptPage(cookie)).text();
    expect(html.match(/\d{5}-\d{4}-\d{4}：/g)).toHaveLength(50);
  });

  test('tracking one shows the others, each a press away', async () => {
    const receipt = await receiptOf(await send('several', needs()));
    const [first, second, third] = receipt.linked ?? [];
    const found = (await (await look(linkOf(receipt))).json()) as { linked: { number: string }[] };
    expect(found.linked.map(one => one.number)).toEqual([second?.number, third?.number]);
    const html = await (await lookPage(linkOf(receipt))).text();
    const [, last] = html.split('一起提交的还有');
    expect(textOf(last ?? '')).toContain(second?.number);
    expect(textOf(last ?? '')).not.toContain(first?.number);
    const next = await (await lookPage({ _pass: passIn(last ?? '') })).text();
    expect(next).toContain(`class="receipt-number">${second?.number}<`);
  });

  test('a new password is new for all of them', async () => {
    const receipt = await receiptOf(await send('several', needs()));
    const numbers = (receipt.linked ?? []).map(one => one.number.replaceAll('-', ''));
    const { pin } = await renewPin(desk.app.office, numbers[1] ?? '', '李办');
    for (const number of numbers) {
      expect((await look({ number, pin })).status).toBe(200);
      expect((await look({ number, pin: receipt.pin })).status).toBe(404);
    }
  });

  test('each lives its own life: one withdrawn, the others go on', async () => {
    const receipt = await receiptOf(await send('several', needs()));
    const [first] = receipt.linked ?? [];
    await act('withdraw', { number: first?.number, pin: receipt.pin });
    expect((await allCases(desk)).map(row => row.state)).toEqual(['withdrawn', 'received', 'received']);
  });

  test('ASVS 2.3.3: a number that is taken is drawn again for all, and the store takes all or none', async () => {
    await receiptOf(await send('several', needs()));
    const [taken] = await allCases(desk);
    const { store } = desk.app.office;
    let tries = 0;
    desk.replace({
      receive: command => {
        tries += 1;
        if (tries > 1) return store.receive(command);
        const linked = command.linked.map((one, index) =>
          index === 1 ? { ...one, case: { ...one.case, number: taken?.number ?? '' } } : one,
        );
        return store.receive({ ...command, linked });
      },
    });
    const receipt = await receiptOf(await send('several', needs()));
    expect([tries, receipt.linked?.length, (await allCases(desk)).length]).toEqual([2, 3, 6]);
  });
});
