import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayOf } from '#src/rules/day.ts';
import { allCases, type Desk, openDesk } from '../office.ts';
import { consultation, materials, type Tree } from '../submissions.ts';
import { cookieOf, receiptOf, receiptPage, send, submit } from './knock.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

const line = (set: Tree = {}): Tree => ({ item: 'mask-medical', quantity: 1, unit: 'piece', ...set });
/** What was stored in the clear of a submission, found by its enterprise. */
const storedOf = async ({ enterprise }: Tree) => {
  const { name } = enterprise as { name: string };
  const row = (await allCases(desk)).find(one => one.enterprise === name);
  return JSON.parse(row?.answers ?? '{}') as { items: { quantity: number | null }[] };
};
type Refusal = { errors: { pointer: string; message: string }[] };
const pointersOf = async (response: Response): Promise<string[]> => {
  expect(response.status).toBe(422);
  return ((await response.json()) as Refusal).errors.map(one => one.pointer);
};

describe('POST /api/cases/{form}', () => {
  test('→ 201 {number, pin, track, handler, reason, due, held}', async () => {
    const response = await send('materials', materials());
    expect(response.status).toBe(201);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const receipt = (await response.json()) as Tree;
    expect(Object.keys(receipt).sort()).toEqual([
      'due',
      'handler',
      'held',
      'number',
      'pin',
      'reason',
      'track',
    ]);
    expect(receipt).toMatchObject({
      number: expect.stringMatching(/^\d{5}-\d{4}-\d{4}$/),
      pin: expect.stringMatching(/^\d{6}$/),
      track: expect.stringMatching(/^\/track\/#\d{13}\.[\w-]{22}$/),
      handler: '物资保障组',
      reason: '防疫物资需求由物资保障组统一登记、协调',
      due: expect.stringMatching(/^\d{4}-\d\d-\d\dT09:00:00\.000Z$/),
      held: false,
    });
  });

  test('the sender’s browser can show the receipt again, with JavaScript too', async () => {
    const response = await send('materials', materials());
    const { number } = (await response.clone().json()) as { number: string };
    const page = await receiptPage(cookieOf(response));
    expect(await page.text()).toContain(`<dd class="receipt-number">${number}</dd>`);
  });

  test('in English where the reader asks for it; the due time is the same point in time', async () => {
    const english = await receiptOf(await send('materials', materials(), { lang: 'en' }));
    const header = await receiptOf(
      await send('materials', materials(), { headers: { 'accept-language': 'en-US,en;q=0.8' } }),
    );
    const chinese = await receiptOf(await send('materials', materials()));
    expect([english.handler, header.handler]).toEqual(['Supplies Group', 'Supplies Group']);
    expect(english.track).toMatch(/^\/en\/track\/#/);
    expect(english.due).toBe(chinese.due);
  });

  test('routed by the form’s key, to the department of its topic', async () => {
    const handlers = ['loan', 'labour', 'law', 'other'].map(async topic => {
      const { handler } = await receiptOf(await send('consultation', consultation({ topic })));
      return handler;
    });
    expect(await Promise.all(handlers)).toEqual(['财政金融局', '人社局', '法律服务组', '政务服务中心']);
  });

  test('unknown quantity is null', async () => {
    const body = materials({ items: [line({ quantity: null })] });
    await receiptOf(await send('materials', body));
    expect((await storedOf(body)).items[0]?.quantity).toBeNull();
  });

  test('(empty in a form)', async () => {
    const body = materials({ items: [line({ quantity: '' })] });
    expect((await submit('materials', body)).status).toBe(303);
    expect((await storedOf(body)).items[0]?.quantity).toBeNull();
  });

  test.each([0, -1, '0', '0.00', '-0', 0.001, 1e9, 'NaN', '1e3', 'Infinity', '0x10', true])(
    'a quantity of %j is refused',
    async quantity => {
      const refused = await send('materials', materials({ items: [line({ quantity })] }));
      expect(await pointersOf(refused)).toEqual(['/items/0/quantity']);
    },
  );

  test('at most 50 lines', async () => {
    const lines = (n: number) => materials({ items: Array.from({ length: n }, () => line()) });
    await receiptOf(await send('materials', lines(50)));
    expect(await pointersOf(await send('materials', lines(51)))).toEqual(['/items']);
    expect(await pointersOf(await send('materials', lines(0)))).toEqual(['/items']);
  });

  test('a checkbox is true or on', async () => {
    for (const consent of [true, 'true', 'on'])
      await receiptOf(await send('materials', materials({ consent })));
    for (const consent of [false, 'off', 'false', '', null, undefined, 1, 'yes', [true], { on: true }])
      expect(await pointersOf(await send('materials', materials({ consent })))).toEqual(['/consent']);
  });

  test('neededBy in the past, by the clock, warns and is not refused', async () => {
    const day = dayOf(new Date());
    const past = await send('materials', materials({ neededBy: addDays(day, -1) }));
    const told = (await past.json()) as { warnings?: { pointer: string; message: string }[] };
    expect([past.status, told.warnings]).toEqual([
      201,
      [{ pointer: '/neededBy', message: '最晚哪天要早于今天，我们会尽快联系您核对' }],
    ]);
    const today = await send('materials', materials({ neededBy: day }));
    expect([today.status, Object.keys((await today.json()) as Tree)]).toEqual([
      201,
      ['number', 'pin', 'track', 'handler', 'reason', 'due', 'held'],
    ]);
  });

  test('the number carries today’s day in Shanghai, not the day of the demonstration', async () => {
    const day = dayOf(new Date());
    const { number } = await receiptOf(await send('materials', materials()));
    expect(number.slice(0, 5)).toBe(`${day[3]}${day.slice(5, 7)}${day.slice(8)}`);
  });
});

describe('Errors: RFC 9457 with errors: [{pointer, message}]', () => {
  test('type, title, status, detail, instance and every problem at once', async () => {
    const body = materials({ consent: false, contact: { name: '', phone: '1' }, more: 1 });
    const response = await send('materials', body);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const problem = (await response.json()) as Tree;
    expect(problem).toEqual({
      type: '/problems/#refused',
      title: '还有几处要改',
      status: response.status,
      detail: expect.stringContaining('没有存下来'),
      instance: '/api/cases/materials',
      errors: expect.any(Array),
    });
    expect((problem.errors as Refusal['errors']).map(one => one.pointer).sort()).toEqual([
      '/consent',
      '/contact/name',
      '/contact/phone',
      '/more',
    ]);
  });

  test('a pointer leads to the value it speaks of, also past / and ~ in a name', async () => {
    const body = materials({ 'a/b~c': 1, items: [line(), line({ unit: 'kg' }), line({ quantity: 'x' })] });
    expect((await pointersOf(await send('materials', body))).sort()).toEqual([
      '/a~1b~0c',
      '/items/2/quantity',
    ]);
    const unit = materials({ items: [line(), line({ unit: 'kg' })] });
    expect(await pointersOf(await send('materials', unit))).toEqual(['/items/1/unit']);
  });

  test('words of the reader’s language only: no validator’s English in Chinese', async () => {
    const body = {
      enterprise: 1,
      contact: [],
      items: [{ item: {}, quantity: [], unit: 5 }, 3, null],
      more: {},
    };
    const { errors } = (await (await send('materials', body)).json()) as Refusal;
    expect(errors.length).toBeGreaterThan(5);
    for (const { message } of errors) expect(message).toMatch(/^[^A-Za-z]*(“more”|JSON)?[^A-Za-z]*$/);
    const english = (await (await send('materials', body, { lang: 'en' })).json()) as Refusal;
    for (const { message } of english.errors) expect(message).not.toMatch(/[\u4e00-\u9fff]/);
  });
});
