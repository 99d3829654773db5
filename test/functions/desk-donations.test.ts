import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fault } from '#src/cases/review.ts';
import { goodsGift, moneyGift } from '../donations/world.ts';
import { type Desk, openDesk } from '../office.ts';
import { newStaff, type SignedInStaff } from '../staff.ts';
import type { Tree } from '../submissions.ts';
import { type Pairs, page, press, see } from './desk.ts';
import { act, linkOf, lookPage, type Receipt, receiptOf, send, textOf } from './knock.ts';

let desk: Desk;
let dispatcher: SignedInStaff;
let officer: SignedInStaff;
let other: SignedInStaff;
let stranger: SignedInStaff;
let auditor: SignedInStaff;
beforeAll(async () => {
  desk = await openDesk({ RATE_LIMIT: 'off' });
  desk.at('2020-03-20T02:00:00.000Z');
  dispatcher = await newStaff(desk, { role: 'dispatcher', department: 'economy', name: '陈调度' });
  other = await newStaff(desk, { role: 'dispatcher', department: 'economy' });
  const { handler } = await rowOf(await give(moneyGift()));
  officer = await newStaff(desk, { role: 'officer', department: handler, name: '李办' });
  stranger = await newStaff(desk, { role: 'officer', department: 'law' });
  auditor = await newStaff(desk, { role: 'auditor' });
});
afterAll(() => desk.stop());

const plain = ({ number }: Receipt) => number.replaceAll('-', '');
const give = async (tree: Tree): Promise<Receipt> => {
  desk.pass(1000);
  return receiptOf(await send('donation', tree));
};
const rowOf = async (receipt: Receipt) => {
  const row = await desk.app.office.store.caseByNumber(plain(receipt));
  if (!row) throw new Error(receipt.number);
  return row;
};
const giftOf = async (receipt: Receipt) => {
  const found = await desk.app.donations.case(await rowOf(receipt));
  if (!found) throw new Error(receipt.number);
  return found;
};
const eventsOf = async (receipt: Receipt) => {
  const row = await rowOf(receipt);
  expect(await fault(desk.app.office, row)).toBeNull();
  return (await desk.app.office.store.events(row.id)).map(event => event.kind);
};
const at = (receipt: Receipt) => `/desk/donations/${plain(receipt)}/`;
const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

/** Sends one of the forms of a donation's page, as it stands now. */
const record = async (receipt: Receipt, form: string, set: Pairs = {}, who = dispatcher) => {
  const html = await page(dispatcher, at(receipt));
  return press(who, at(receipt), { _at: hidden(html, '_at'), _form: form, ...set });
};
const done = async (receipt: Receipt, form: string, set: Pairs = {}) => {
  const response = await record(receipt, form, set);
  if (response.status !== 303) throw new Error(`${response.status} ${textOf(await response.text())}`);
};
const refused = async (receipt: Receipt, form: string, set: Pairs = {}) => {
  const response = await record(receipt, form, set);
  return [response.status, textOf(await response.text())] as const;
};
const day = '2020-03-20';
const suits = { q0: '10000', u0: 'set', v0: '180000', b0: 'invoice' };
const takenGoods = async (set: Tree = {}): Promise<Receipt> => {
  const receipt = await give(goodsGift(undefined, set));
  await done(receipt, 'accept');
  await done(receipt, 'receive', { day, note: '仓库老周', ...suits });
  return receipt;
};

describe('who may', () => {
  test('officers see the donations that their department leads; others none; an auditor only looks', async () => {
    const receipt = await give(moneyGift());
    const { enterprise } = await rowOf(receipt);
    for (const who of [dispatcher, officer, auditor])
      expect(textOf(await page(who, '/desk/donations/'))).toContain(enterprise);
    expect(textOf(await page(stranger, '/desk/donations/'))).not.toContain(enterprise);
    expect((await see(stranger, at(receipt))).status).toBe(404);
    expect((await see(null, at(receipt))).status).toBe(303);
    expect(await page(auditor, at(receipt))).not.toContain('<form method="post" action="/desk/donations/');
    const path = `/desk/cases/${plain(receipt)}/`;
    expect(await page(dispatcher, path)).toContain(`href="${at(receipt)}"`);
    expect((await record(receipt, 'accept', {}, auditor)).status).toBe(403);
    expect((await record(receipt, 'accept', { _csrf: 'x' })).status).toBe(403);
    const liaison = await newStaff(desk, { role: 'liaison', areas: ['east'] });
    for (const where of ['/desk/donations/', at(receipt)])
      expect([where, (await see(liaison, where)).status]).toEqual([where, 403]);
    expect(await eventsOf(receipt)).toEqual(['received']);
  });
});

describe('money', () => {
  test('accepted, received to the fen, paid on: on the page, in the sums, and to the donor', async () => {
    const receipt = await give(moneyGift(100_000, { receipt: true, receiptTitle: '湖畔爱心厂' }));
    await done(receipt, 'accept');
    await done(receipt, 'receive', { day, amount: '8640.50', note: '财务小孙' });
    await done(receipt, 'hand', { day, amount: '8000', note: '区人民医院，买呼吸机' });
    await done(receipt, 'receipt', { serial: '沪财2020-0031', day });
    const text = textOf(await page(dispatcher, at(receipt)));
    expect(text).toContain('收到8,640.50元，已转交8,000元');
    expect(text).toContain('票据沪财2020-0031，3月20日开');
    expect(text).toMatch(/转交 8,000元，3月20日 今天 \d\d:\d\d · 陈调度 区人民医院，买呼吸机/);
    const told = textOf(await (await lookPage(linkOf(receipt))).text());
    expect(told).toContain('捐赠：已收到8,640.50元');
    expect(told).toContain('捐赠：已转交8,000元');
    expect(told).not.toMatch(/小孙|呼吸机/);
    expect((await giftOf(receipt)).row).toMatchObject({ stage: 'received', money: 864_050, paid: 800_000 });
    await done(receipt, 'hand', { day, amount: '640.5', note: '同上' });
    expect((await giftOf(receipt)).row.stage).toBe('allocated');
    const list = textOf(await page(dispatcher, '/desk/donations/?stage=allocated&kind=money'));
    expect(list).toMatch(/合计 1 100,000 8,640.50 0/);
    expect(await eventsOf(receipt)).toEqual(['received', ...Array.from({ length: 5 }, () => 'donation')]);
  });

  test('a correction is another row with its reason, and never below what went on', async () => {
    const receipt = await give(moneyGift());
    await done(receipt, 'accept');
    await done(receipt, 'receive', { day, amount: '9000', note: '小孙' });
    await done(receipt, 'hand', { day, amount: '5000', note: '医院' });
    expect(await refused(receipt, 'correct', { day, amount: '4999.99', note: '少记' })).toEqual([
      409,
      expect.stringContaining('比已经入库或转交的少'),
    ]);
    expect(await refused(receipt, 'correct', { day, amount: '6000', note: '' })).toEqual([
      422,
      expect.stringContaining('为什么更正'),
    ]);
    await done(receipt, 'correct', { day, amount: '6000', note: '银行回单是6000' });
    const { row, trail } = await giftOf(receipt);
    expect(row.money).toBe(600_000);
    expect(trail.map(one => [one.data.step, 'money' in one.data ? one.data.money : 0])).toEqual([
      ['accepted', 0],
      ['received', 900_000],
      ['handed', 500_000],
      ['corrected', 600_000],
    ]);
    expect(await refused(receipt, 'hand', { day, amount: '1000.01', note: '医院' })).toEqual([
      409,
      expect.stringContaining('比手里还有的多'),
    ]);
  });

  test('what never came is corrected to nothing, and may be received again', async () => {
    const receipt = await give(moneyGift());
    await done(receipt, 'accept');
    await done(receipt, 'receive', { day, amount: '10', note: '小孙' });
    await done(receipt, 'correct', { day, amount: '', note: '记错了一家' });
    expect((await giftOf(receipt)).row).toMatchObject({ stage: 'accepted', receivedOn: '', money: 0 });
    expect(await refused(receipt, 'receive', { day, amount: '', note: '小孙' })).toEqual([
      409,
      expect.stringContaining('没有写收到或转交了什么'),
    ]);
  });

  test('a reason for declining reaches the donor; two officers never record over each other', async () => {
    const receipt = await give(moneyGift());
    const first = await page(dispatcher, at(receipt));
    await done(receipt, 'decline', { note: '现金请捐给红十字会' });
    const late = await press(officer, at(receipt), { _at: hidden(first, '_at'), _form: 'accept' });
    expect([late.status, textOf(await late.text())]).toEqual([
      409,
      expect.stringContaining('刚才有人先记了'),
    ]);
    const told = textOf(await (await lookPage(linkOf(receipt))).text());
    expect(told).toMatch(/园区不能接收这次捐赠，原因：\s*现金请捐给红十字会/);
    expect((await giftOf(receipt)).row.stage).toBe('declined');
  });
});

describe('goods', () => {
  test('counted line by line; what is wrong comes back beside its field with what was typed', async () => {
    const receipt = await give(goodsGift());
    await done(receipt, 'accept');
    const html = await page(dispatcher, at(receipt));
    expect(html).toMatch(/name="q0"[^>]*value="10000"/);
    const wrong = await record(receipt, 'receive', {
      day: '2020-03-21',
      note: '<b>老周</b>',
      q0: '1.5',
      u0: 'kg',
      v0: '1.005',
      b0: 'none',
    });
    const text = await wrong.text();
    expect(wrong.status).toBe(422);
    for (const said of ['在今天以后', '不按这个单位计', '最多两位小数', '要选依据'])
      expect(text).toContain(said);
    expect(text).toContain('&lt;b&gt;老周&lt;/b&gt;');
    expect(await eventsOf(receipt)).toEqual(['received', 'donation']);
    await done(receipt, 'receive', { day, note: '老周', ...suits, q0: '9998' });
    expect((await giftOf(receipt)).goods).toMatchObject([
      { item: 'protective-suit', unit: 'set', quantity: 9998, value: 18_000_000, basis: 'invoice' },
    ]);
  });

  test('put into stock in one act, linked both ways, and never twice', async () => {
    const receipt = await takenGoods();
    const before = await page(dispatcher, at(receipt));
    const form = {
      _form: 'stock',
      _at: hidden(before, '_at'),
      area: 'east',
      place: '一号库',
      s0: 'on',
      p0: '均码',
      e0: '',
    };
    const [one, two] = await Promise.all([
      press(dispatcher, at(receipt), form),
      press(other, at(receipt), form),
    ]);
    expect([one.status, two.status].toSorted()).toEqual([303, 409]);
    expect((await press(dispatcher, at(receipt), form)).status).toBe(409);
    const { lots, row, goods } = await giftOf(receipt);
    expect(lots).toMatchObject([
      {
        source: 'donated',
        origin: plain(receipt),
        item: 'protective-suit',
        quantity: 10_000,
        arrivedOn: day,
      },
    ]);
    expect([row.stage, goods[0]?.stocked]).toEqual(['allocated', 10_000]);
    const text = textOf(await page(dispatcher, at(receipt)));
    expect(text).toContain('入库10000套，已安排0套，已发0套，核销0套');
    const lot = await page(dispatcher, `/desk/ledger/lots/${lots[0]?.id}/`);
    expect(lot).toContain(`/desk/cases/${plain(receipt)}/`);
    expect(await refused(receipt, 'correct', { day, ...suits, q0: '9999', note: '少' })).toEqual([
      409,
      expect.stringContaining('比已经入库或转交的少'),
    ]);
    // A second delivery: the sum goes up, and only what is new goes into stock.
    desk.pass(1000);
    await done(receipt, 'correct', { day, ...suits, q0: '10500', note: '第二批到了' });
    await done(receipt, 'stock', { area: 'east', s0: 'on', p0: '均码' });
    expect((await giftOf(receipt)).lots.map(one => one.quantity)).toEqual([500, 10_000]);
  });

  test('handed straight to whom they are for, in parts', async () => {
    const receipt = await takenGoods({ aim: 'directed', recipient: '示范医院' });
    expect(textOf(await page(dispatcher, at(receipt)))).toContain('指定捐给示范医院');
    await done(receipt, 'hand', { day, h0: '4000', note: '示范医院' });
    expect(await refused(receipt, 'hand', { day, h0: '6001', note: '示范医院' })).toEqual([
      409,
      expect.stringContaining('比手里还有的多'),
    ]);
    const text = textOf(await page(dispatcher, at(receipt)));
    expect(text).toContain('已入库0套，已直接交4000套，还有6000套没有去向');
    expect(textOf(await (await lookPage(linkOf(receipt))).text())).toContain('捐赠：已转交防护服4000套');
  });
});

describe('what becomes of the case', () => {
  test('taken back before anything came it is over; afterwards it stays counted, without the name', async () => {
    const [early, late] = [await give(moneyGift()), await give(moneyGift(5, { naming: true }))];
    await done(late, 'accept');
    await done(late, 'receive', { day, amount: '5', note: '小孙' });
    expect((await giftOf(late)).row.named).toBe(1);
    for (const receipt of [early, late]) expect((await act('withdraw', linkOf(receipt))).status).toBe(200);
    expect((await giftOf(early)).row.stage).toBe('withdrawn');
    expect((await giftOf(early)).steps).toEqual([]);
    expect((await record(early, 'accept')).status).toBe(409);
    expect((await giftOf(late)).row).toMatchObject({ stage: 'received', money: 500, named: 0 });
    expect((await refused(late, 'name', { note: '电话' }))[1]).toContain('已经结束');
  });

  test('an address that makes no sense is no page, and a filter that makes none is no filter', async () => {
    expect((await see(dispatcher, '/desk/donations/?after=..&stage=x&kind=y')).status).toBe(200);
    expect((await see(dispatcher, '/desk/donations/1/')).status).toBe(404);
    expect((await see(dispatcher, '/en/desk/donations/')).status).toBe(200);
  });

  test('the report of the day has a row a stage, and they add up', async () => {
    const section = await desk.app.donations.section();
    const numbers = section.rows.map(row => row.slice(1).map(Number));
    const total = numbers[section.rows.findIndex(([name]) => JSON.stringify(name).includes('合计'))];
    const stages = numbers.slice(0, numbers.indexOf(total ?? []));
    for (const column of [0, 1, 2, 3])
      expect(stages.reduce((sum, row) => sum + (row[column] ?? 0), 0)).toBeCloseTo(total?.[column] ?? -1, 2);
    expect(total?.[0]).toBeGreaterThan(5);
  });
});

test('the daily report leads to the donations of each stage, and whoever sees none of them nowhere', async () => {
  await takenGoods();
  const html = await page(auditor, '/desk/daily/');
  const counts = [...html.matchAll(/<td[^>]*><a href="(\/desk\/donations\/\?stage=\w+)">(\d+)<\/a>/g)];
  const first = new Map(counts.map(([, href = '', n = '']) => [href, n] as const).reverse());
  expect(first.size).toBeGreaterThan(1);
  for (const [href, n] of first)
    expect([href, String((await page(auditor, href)).split('data-row').length - 1)]).toEqual([href, n]);
  const viewer = await newStaff(desk, { role: 'viewer' });
  expect(await page(viewer, '/desk/daily/')).not.toContain('/desk/donations/');
});
