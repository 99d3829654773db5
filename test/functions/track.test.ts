import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answer } from '#src/cases/act.ts';
import { makeNumber } from '#src/cases/number.ts';
import { type Desk, openDesk } from '../office.ts';
import { materials } from '../submissions.ts';
import { linkOf, look, lookPage, type Receipt, receiptOf, send, textOf } from './knock.ts';

let desk: Desk;
let receipt: Receipt;
beforeEach(async () => {
  desk = await openDesk();
  desk.at('2026-03-20T02:00:00.000Z');
  receipt = await receiptOf(await send('materials', materials({ note: '说明在此' })));
});
afterEach(() => desk.stop());

const minutes = 60_000;
const wrongPin = () => (receipt.pin === '000000' ? '000001' : '000000');
const right = () => ({ number: receipt.number, pin: receipt.pin });
const wrong = () => ({ number: receipt.number, pin: wrongPin() });
const statusOf = async (query: unknown) => (await look(query)).status;
const repeat = async (times: number, query: () => unknown) => {
  const seen: number[] = [];
  for (let n = 0; n < times; n++) seen.push(await statusOf(query()));
  return seen;
};
const unknown = () => ({ number: makeNumber(new Date('2026-03-20T02:00:00Z'), 42), pin: '123456' });

describe('POST /api/track', () => {
  test('{number, pin} → {number, form, state, stage, due, handler, events, answers, liaison}', async () => {
    await answer(desk.app.office, linkOf(receipt).number, '请来领取', '李办');
    const response = await look(right());
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(await response.json()).toEqual({
      number: receipt.number,
      form: 'materials',
      state: 'answered',
      stage: 'answered',
      due: receipt.due,
      handler: '物资保障组',
      events: [
        { at: '2026-03-20T02:00:00.000Z', kind: 'received', text: '已收到，转给物资保障组' },
        { at: '2026-03-20T02:00:00.000Z', kind: 'answered', text: '物资保障组答复' },
      ],
      answers: [{ at: '2026-03-20T02:00:00.000Z', text: '请来领取' }],
      liaison: { tag: 'office', area: '东区', phone: '0000-0000023' },
    });
  });

  test('or {number, token}', async () => {
    const [byPin, byToken] = await Promise.all([look(right()), look(linkOf(receipt))]);
    expect(byToken.status).toBe(200);
    expect(await byToken.text()).toBe(await byPin.text());
    expect(await statusOf({ number: receipt.number, token: `${linkOf(receipt).token}x` })).toBe(404);
  });

  test('the number with dashes, without, with blanks, in full width; so the PIN', async () => {
    const { number } = linkOf(receipt);
    const wide = (text: string) =>
      [...text].map(sign => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join('');
    for (const typed of [number, receipt.number, ` ${number} `, wide(receipt.number)])
      expect([typed, await statusOf({ number: typed, pin: receipt.pin })]).toEqual([typed, 200]);
    for (const pin of [wide(receipt.pin ?? ''), ` ${receipt.pin?.slice(0, 3)} ${receipt.pin?.slice(3)}`])
      expect([pin, await statusOf({ number, pin })]).toEqual([pin, 200]);
  });

  test('nothing personal and no free text but the answers', async () => {
    const text = await (await look(right())).text();
    const page = await (await lookPage({ number: receipt.number, pin: receipt.pin ?? '' })).text();
    for (const secret of ['王小明', '13800138000', '说明在此'])
      expect([text.includes(secret), page.includes(secret)]).toEqual([false, false]);
    expect(textOf(page)).toContain('医用外科口罩');
  });

  test('a missing number or PIN is named, in JSON and on the page', async () => {
    for (const [query, pointers] of [
      [{}, ['/number', '/pin']],
      [{ number: receipt.number }, ['/pin']],
      [{ pin: 1, number: [receipt.number] }, ['/number', '/pin']],
      [{ token: 'x' }, ['/number', '/pin']],
    ] as const) {
      const response = await look(query);
      const { errors } = (await response.json()) as { errors: { pointer: string; message: string }[] };
      expect([response.status, errors.map(one => one.pointer)]).toEqual([422, pointers]);
    }
    const page = await lookPage({ number: receipt.number, pin: '' });
    const html = await page.text();
    expect(page.status).toBe(422);
    expect(html).toContain(`value="${receipt.number}"`);
    expect(html).toContain('请填写查询密码');
  });

  test('an unknown number answers the same as a wrong PIN, and a number that cannot be one too', async () => {
    const bodies = await Promise.all(
      [wrong(), unknown(), { number: '123', pin: '123456' }, { number: 'x'.repeat(5000), pin: 'y' }].map(
        async query => {
          const response = await look(query);
          return [response.status, [...response.headers], await response.text()];
        },
      ),
    );
    for (const body of bodies) expect(body).toEqual(bodies[0]);
    expect(bodies[0]?.[0]).toBe(404);
  });

  test('and as slowly: the same questions go to the store', async () => {
    const asked = async (query: unknown): Promise<string[]> => {
      const names: string[] = [];
      const { store } = desk.app.office;
      const note =
        <A extends readonly unknown[], R>(name: string, call: (...args: A) => R) =>
        (...args: A): R => {
          names.push(name);
          return call(...args);
        };
      desk.replace({
        count: note('count', store.count),
        counts: note('counts', store.counts),
        caseByNumber: note('case', store.caseByNumber),
        events: note('events', store.events),
      });
      await look(query);
      desk.restore();
      return names.sort();
    };
    expect(await asked(unknown())).toEqual(await asked(wrong()));
  });
});

describe('Wrong PINs are counted in the store', () => {
  test('5 in 15 minutes, then the PIN form waits while the token still works', async () => {
    expect(await repeat(5, wrong)).toEqual(Array(5).fill(404));
    const waiting = await look(right());
    expect([waiting.status, waiting.headers.get('retry-after')]).toEqual([429, '900']);
    expect(await waiting.json()).toMatchObject({ type: '/problems/#too-many-tries', status: 429 });
    expect(await statusOf(linkOf(receipt))).toBe(200);
    desk.pass(15 * minutes - 1);
    expect(await statusOf(right())).toBe(429);
    desk.pass(1);
    expect(await statusOf(right())).toBe(200);
  });

  test('what is tried while it waits is not checked and not counted', async () => {
    await repeat(5, wrong);
    expect(await repeat(30, wrong)).toEqual(Array(30).fill(429));
    desk.pass(15 * minutes);
    expect(await statusOf(right())).toBe(200);
  });

  test('the page waits too, with the number in place and never the PIN', async () => {
    await repeat(5, wrong);
    const page = await lookPage({ number: receipt.number, pin: receipt.pin ?? '' });
    const html = await page.text();
    expect([page.status, page.headers.get('retry-after')]).toEqual([429, '900']);
    expect(html).toContain(`value="${receipt.number}"`);
    expect(html).not.toContain(receipt.pin);
    expect(textOf(html)).toContain('请900秒后再试');
  });

  test('a right PIN does not count', async () => {
    expect(await repeat(40, right)).toEqual(Array(40).fill(200));
    await repeat(4, wrong);
    expect(await repeat(10, right)).toEqual(Array(10).fill(200));
    expect(await repeat(2, wrong)).toEqual([404, 429]);
  });

  test('20 a day', async () => {
    for (let round = 0; round < 4; round++) {
      expect(await repeat(5, wrong)).toEqual(Array(5).fill(404));
      desk.pass(15 * minutes);
    }
    expect(await statusOf(right())).toBe(429);
    desk.pass(60 * minutes);
    expect(await statusOf(right())).toBe(429);
    expect(await statusOf(linkOf(receipt))).toBe(200);
    desk.pass(24 * 60 * minutes);
    expect(await statusOf(right())).toBe(200);
  });

  test('per number: another waits for nobody', async () => {
    await repeat(5, wrong);
    const other = await receiptOf(await send('materials', materials()));
    expect(await statusOf({ number: other.number, pin: other.pin })).toBe(200);
    expect(await repeat(6, unknown)).toEqual([404, 404, 404, 404, 404, 429]);
  });

  test('and over all: past 600 wrong ones an hour every PIN form waits, no link does', async () => {
    for (let n = 0; n < 600; n++) {
      const number = makeNumber(new Date('2026-03-20T02:00:00Z'), n);
      expect(await statusOf({ number, pin: '1' })).toBe(404);
    }
    expect(await statusOf(right())).toBe(429);
    expect(await statusOf(linkOf(receipt))).toBe(200);
    desk.pass(60 * minutes);
    expect(await statusOf(right())).toBe(200);
  });

  test('of 50 wrong tries at once never more than 5 are checked', async () => {
    const seen = await Promise.all(Array.from({ length: 50 }, () => statusOf(wrong())));
    expect(seen.filter(status => status === 404).length).toBeLessThanOrEqual(5);
    expect(seen.filter(status => status === 429).length).toBeGreaterThanOrEqual(45);
    expect(await statusOf(right())).toBe(429);
  });
});
