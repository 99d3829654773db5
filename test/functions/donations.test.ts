import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import roll from '#functions/donations.ts';
import table from '#functions/donations-data.ts';
import { donor, goodsGift, moneyGift } from '../donations/world.ts';
import { type Desk, openDesk } from '../office.ts';
import type { Tree } from '../submissions.ts';
import { act, linkOf, type Receipt, receiptOf, send, textOf } from './knock.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ RATE_LIMIT: 'off' });
});
afterAll(() => desk.stop());
beforeEach(() => desk.at('2020-03-20T02:00:00.000Z'));

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> =>
  (path.endsWith('.csv') ? table : roll)(new Request(`http://zone.example${path}`, { headers, method }));
const pageOf = async (path = '/donations/'): Promise<string> => (await ask(path)).text();
/** What the page says below its heading. */
const saidOn = async (path = '/donations/'): Promise<string> =>
  textOf((/<h1>[\s\S]*<\/main>/.exec(await pageOf(path)) ?? [''])[0]);
/** The cells of the table, a row a list. */
const rowsOf = async (): Promise<readonly Record<string, string>[]> => {
  const [head = '', ...lines] = (await (await ask('/donations/data.csv')).text()).trim().split('\n');
  const names = head.split(',');
  return lines.map(line =>
    Object.fromEntries(line.split(',').map((cell, index) => [names[index] ?? '', cell])),
  );
};

const plain = ({ number }: Receipt) => number.replaceAll('-', '');
const give = async (tree: Tree): Promise<Receipt> => {
  desk.pass(1000);
  return receiptOf(await send('donation', tree));
};
type StepData = Parameters<Desk['app']['donations']['step']>[1];
const step = async (receipt: Receipt, data: StepData, note = '说明') => {
  const row = await desk.app.office.store.caseByNumber(plain(receipt));
  const at = (row && (await desk.app.donations.case(row)))?.at ?? 0;
  return desk.app.donations.step(plain(receipt), data, note, { login: 'li', at });
};
const taken = async (
  tree: Tree,
  data: Omit<Extract<StepData, { step: 'received' | 'corrected' }>, 'step' | 'day'>,
) => {
  const receipt = await give(tree);
  await step(receipt, { step: 'accepted' });
  expect(await step(receipt, { step: 'received', day: '2020-03-19', ...data })).toEqual({ tag: 'done' });
  return receipt;
};
const named = (name: string, naming: boolean): Tree => ({ enterprise: donor({ name }), naming });

describe('the public roll', () => {
  test('before anything came it says so, with the way to give', async () => {
    await give(moneyGift(500, named('还没交接厂', true)));
    const said = await saidOn();
    expect(said).toContain('还没有收到捐赠');
    expect(said).not.toContain('还没交接厂');
    expect(await pageOf()).toContain('href="/forms/donation/"');
    expect(await rowsOf()).toEqual([]);
  });

  test('with consent the name, what was given and the day; without, only in the sums', async () => {
    await taken(moneyGift(8640.5, named('具名爱心厂', true)), { money: 864_050 });
    await taken(moneyGift(100, named('不具名的厂', false)), { money: 10_000 });
    const goods = [
      {
        line: 0,
        item: 'protective-suit',
        unit: 'set',
        quantity: 10_000,
        value: 18_000_000,
        basis: 'invoice',
      },
    ] as const;
    await taken(goodsGift(undefined, named('也具名的厂', true)), { goods });
    await taken(goodsGift(undefined, named('同样不具名', false)), {
      goods: [{ ...goods[0], quantity: 7, value: 0, basis: 'none' }],
    });
    const said = await saidOn();
    expect(said).toContain('截至2020年3月20日');
    expect(said).toContain('收到4家的捐赠4笔。资金8,740.50元；物资折价18万元');
    expect(said).toMatch(/具名爱心厂 8,640.50元 2020年3月19日/);
    expect(said).toMatch(/也具名的厂 防护服10000套，折价18万元 2020年3月19日/);
    expect(said).toMatch(/未具名（2笔） 100元，防护服7套 不公布/);
    expect(said).toMatch(/具名 2 2 8,640.50 180,000 0 未具名 2 2 100 0 0 合计 4 4 8,740.50 180,000 0/);
    expect(said).toMatch(/防护服 10000套 7套 10007套/);
    expect(said).not.toMatch(/不具名的厂|同样不具名/);
    const rows = await rowsOf();
    expect(rows.map(row => [row.named, row.donor, row.kind, row.quantity, row.yuan])).toEqual([
      ['1', '也具名的厂', 'goods', '10000', '180000.00'],
      ['1', '具名爱心厂', 'money', '', '8640.50'],
      ['0', '', 'money', '', '100.00'],
      ['0', '', 'goods', '7', ''],
    ]);
  });

  test('a name that is taken back is gone at once, from a page that somebody keeps too', async () => {
    const receipt = await taken(moneyGift(200, named('改主意的厂', true)), { money: 20_000 });
    const first = await ask('/donations/');
    expect(first.headers.get('cache-control')).toBe('public, no-cache');
    const etag = first.headers.get('etag') ?? '';
    expect((await ask('/donations/', { 'if-none-match': etag })).status).toBe(304);
    expect(await saidOn()).toContain('改主意的厂');
    expect(await step(receipt, { step: 'unnamed' }, '王总电话，3月20日')).toEqual({ tag: 'done' });
    const after = await ask('/donations/', { 'if-none-match': etag });
    expect([after.status, (await after.text()).includes('改主意的厂')]).toEqual([200, false]);
    expect(JSON.stringify(await rowsOf())).not.toContain('改主意的厂');
    expect(await step(receipt, { step: 'unnamed' })).toEqual({ tag: 'refused', why: 'same' });
    await step(receipt, { step: 'named' }, '王总说还是公布');
    expect(await saidOn()).toContain('改主意的厂');
  });

  test('erased, or with the box unticked by its own hand: counted, and named no more', async () => {
    const erased = await taken(moneyGift(300, named('要求删除的厂', true)), { money: 30_000 });
    const changed = await taken(moneyGift(400, named('自己改的厂', true)), { money: 40_000 });
    const before = await desk.app.donations.roll({ after: null, limit: 50 });
    const link = linkOf(changed);
    const done = await act('change', { ...link, answers: { ...moneyGift(400), naming: false } });
    expect(done.status).toBe(200);
    expect((await act('erase', linkOf(erased))).status).toBe(200);
    const said = await saidOn();
    expect(said).not.toMatch(/要求删除的厂|自己改的厂/);
    const after = await desk.app.donations.roll({ after: null, limit: 50 });
    expect(after.total.money).toBe(before.total.money);
    expect(after.unnamed.money - before.unnamed.money).toBe(70_000);
  });

  test('a name is text: markup and formulas in it stay harmless', async () => {
    await taken(moneyGift(1, named('<img src=x onerror=alert(1)>', true)), { money: 100 });
    await taken(moneyGift(1, named('=HYPERLINK("http://x")', true)), { money: 100 });
    const html = await pageOf();
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).not.toContain('<img src=x');
    expect(await (await ask('/donations/data.csv')).text()).toContain(`"'=HYPERLINK(""http://x"")"`);
  });

  test('three languages, large type, other methods refused', async () => {
    expect(await saidOn('/en/donations/')).toContain('donations from');
    expect(await pageOf('/en/donations/')).toContain('<th scope="row" lang="zh-Hans">具名爱心厂');
    expect(await saidOn('/zh-hant/donations/')).toContain('捐贈名單');
    expect((await ask('/donations/', {}, 'POST')).status).toBe(405);
    for (const after of ['x', '2020-03-20~../..', '%00'])
      expect((await ask(`/donations/?after=${after}`)).status).toBe(200);
    const csv = await ask('/donations/data.csv');
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="donations-2020-03-20.csv"');
  });
});

/** What the register was told of one donation, kept apart from the program's own tables. */
type Model = {
  readonly receipt: Receipt;
  readonly name: string;
  naming: boolean;
  money: number;
  suits: number;
  value: number;
};

const anyGift = fc.record({
  goods: fc.boolean(),
  naming: fc.boolean(),
  received: fc.boolean(),
  amount: fc.integer({ min: 1, max: 999_999_99 }),
  basis: fc.constantFrom('invoice', 'estimate', 'none'),
  /** What the donor says afterwards on the phone. */ said: fc.constantFrom(
    '',
    'named',
    'unnamed',
    'unnamed',
  ),
});

const told = async (
  gift: typeof anyGift extends fc.Arbitrary<infer T> ? T : never,
  nth: string,
): Promise<Model> => {
  const name = `随机厂${nth}`;
  const set = { ...named(name, gift.naming) };
  const receipt = await give(gift.goods ? goodsGift(undefined, set) : moneyGift(50, set));
  await step(receipt, { step: 'accepted' });
  const basis = gift.basis as 'invoice' | 'estimate' | 'none';
  const value = gift.goods && basis !== 'none' ? gift.amount : 0;
  const goods = [{ line: 0, item: 'protective-suit', unit: 'set', quantity: gift.amount, value, basis }];
  const what = gift.goods ? { goods } : { money: gift.amount };
  if (gift.received) await step(receipt, { step: 'received', day: '2020-03-18', ...what });
  let naming = gift.naming;
  if (gift.said !== '') {
    const data = { step: gift.said as 'named' | 'unnamed' } as const;
    if ((await step(receipt, data)).tag === 'done') naming = data.step === 'named';
  }
  const of = (n: number) => (gift.received ? n : 0);
  return {
    receipt,
    name,
    naming: naming && gift.received,
    money: of(gift.goods ? 0 : gift.amount),
    suits: of(gift.goods ? gift.amount : 0),
    value: of(value),
  };
};

test('the roll never carries a name without consent, and its sums are those of a recount', async () => {
  let run = 0;
  const read = () => desk.app.donations.roll({ after: null, limit: 500 });
  await fc.assert(
    fc.asyncProperty(fc.array(anyGift, { minLength: 1, maxLength: 6 }), async gifts => {
      run += 1;
      const before = await read();
      const models: Model[] = [];
      for (const [index, gift] of gifts.entries()) models.push(await told(gift, `${run}号${index}`));
      const now = await read();
      const html = await pageOf();
      const csv = await (await ask('/donations/data.csv')).text();
      for (const { name, naming } of models) {
        expect([name, now.rows.some(row => row.enterprise === name)]).toEqual([name, naming]);
        if (!naming) expect([html.includes(name), csv.includes(name)]).toEqual([false, false]);
        else expect(csv).toContain(name);
      }
      const sum = (of: (one: Model) => number, only?: boolean) =>
        models
          .filter(one => only === undefined || one.naming === only)
          .reduce((all, one) => all + of(one), 0);
      const suits = (part: (typeof now)['total']) =>
        part.goods.find(one => one.item === 'protective-suit')?.quantity ?? 0;
      for (const [part, only] of [
        ['named', true],
        ['unnamed', false],
        ['total', undefined],
      ] as const) {
        expect(now[part].money - before[part].money).toBe(sum(one => one.money, only));
        expect(suits(now[part]) - suits(before[part])).toBe(sum(one => one.suits, only));
        const worth = (of: typeof now) => of[part].invoiced + of[part].estimated;
        expect(worth(now) - worth(before)).toBe(sum(one => one.value, only));
      }
      expect(now.total.gifts - before.total.gifts).toBe(
        models.filter(one => one.money + one.suits > 0).length,
      );
      expect(now.named.gifts + now.unnamed.gifts).toBe(now.total.gifts);
      expect(now.named.money + now.unnamed.money).toBe(now.total.money);
    }),
    { numRuns: 15 },
  );
}, 120_000);
