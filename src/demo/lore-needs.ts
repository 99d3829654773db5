import { addDays } from '#src/rules/day.ts';
import type { Lore } from './fill.ts';
import { personOf } from './firms.ts';
import { roundly } from './lore-goods.ts';
import { elsewhere } from './words.ts';

const banks = ['工商银行', '农业银行', '建设银行', '本地农商行', '一家城商行'];

const financing: Lore = ({ firm, day, chance }) => {
  const kind = chance.weighed([
    ['new', 58],
    ['renewal', 24],
    ['deferral', 18],
  ] as const);
  const isRunning = kind !== 'new';
  return {
    // 万元: log-normal about what a firm of its size turns over in a month.
    amount: Math.min(60_000, roundly(chance.spread(8 + firm.staff * 3, 0.9))),
    purpose: chance.some(['wages', 'payables', 'refinance', 'expand', 'rent'], chance.whole(1, 2)),
    kind,
    currentBank: isRunning ? chance.pick(banks) : undefined,
    dueDay: isRunning ? addDays(day, chance.whole(5, 90)) : undefined,
    term: chance.pick([6, 12, 12, 12, 24, 36]),
    collateral: chance.pick(['没有', '厂房', '设备', '订单和应收账款', '法人保证']),
    intendedBank: chance.is(0.3) ? chance.pick(banks) : undefined,
    keyList: chance.is(0.04),
    categories: chance.is(0.08) ? ['medical-products'] : [],
    passToBanks: chance.is(0.85),
  };
};

const labour: Lore = ({ firm, day, chance }) => {
  const isLending = chance.is(0.15);
  if (isLending)
    return {
      want: ['lend'],
      positions: undefined,
      lendCount: chance.whole(2, Math.max(3, Math.round(firm.staff * 0.2))),
      lendSkills: `${chance.pick(firm.trade.posts)}、${chance.pick(firm.trade.posts)}，能倒班`,
    };
  const pay = 3000 + 500 * chance.whole(0, 8);
  return {
    want: ['hire'],
    lendCount: undefined,
    lendSkills: undefined,
    publish: chance.is(0.85),
    positions: chance.some(firm.trade.posts, chance.whole(1, 2)).map(title => ({
      title,
      headcount: Math.max(1, Math.round(chance.spread(firm.staff * 0.06, 0.7))),
      skills: chance.pick(['熟手优先，可以带徒弟', '有相关证书', '能上夜班', '会用办公软件', '']),
      payFrom: pay,
      payTo: pay + 500 * chance.whole(1, 5),
      startDay: addDays(day, chance.whole(2, 14)),
      employment: chance.pick(['full-time', 'full-time', 'temporary']),
      insured: true,
    })),
  };
};

const transport: Lore = ({ firm, day, chance }) => ({
  trips: chance.some(elsewhere, chance.whole(1, 2)).map(place => ({
    place: `${place}方向`,
    day: chance.is(0.8) ? addDays(day, chance.whole(2, 9)) : undefined,
    headcount: Math.max(3, Math.round(firm.staff * 0.12 * chance.spread(1, 0.4))),
  })),
});

const subsidy: Lore = ({ firm, day, chance }) => ({
  taxHere: chance.is(0.94),
  trips: chance.some(elsewhere, chance.whole(1, 2)).map(place => ({
    place: `${place}方向`,
    day: addDays(day, -chance.whole(1, 12)),
    headcount: Math.max(3, Math.round(firm.staff * 0.12 * chance.spread(1, 0.4))),
  })),
  cost: Math.round(chance.spread(1.6, 0.5) * 100) / 100,
  rosters: chance.whole(1, 3),
});

const serial = [...'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789'];

const pass: Lore = ({ firm, day, chance }) => {
  const start = addDays(day, chance.whole(0, 2));
  const number = Array.from({ length: 3 }, () => chance.pick(serial)).join('');
  return {
    // 吉Z is no city's: the plate is on no vehicle.
    plate: `吉Z${number}${chance.whole(10, 99)}`,
    driver: personOf(chance),
    driverPhone: firm.contact.phone,
    from: '本区厂区仓库',
    to: `${chance.pick(elsewhere)}方向客户仓库`,
    goods: chance.pick(firm.trade.what),
    quantity: `${chance.whole(3, 32)}吨`,
    start,
    end: addDays(start, chance.whole(1, 15)),
    trailer: undefined,
    provinces: chance.is(0.4) ? ['liaoning', 'hebei'] : [],
  };
};

const lodging: Lore = ({ firm, day, chance }) => {
  const people = Math.max(1, Math.round(firm.staff * 0.08 * chance.spread(1, 0.6)));
  const women = Math.round(people * 0.3);
  return {
    anyFever: false,
    stop: undefined,
    stay: {
      kind: chance.is(0.45) ? 'quarantine' : 'dormitory',
      men: people - women,
      women,
      origin: `${chance.pick(elsewhere)}、${chance.pick(elsewhere)}`,
      arrival: addDays(day, chance.whole(1, 6)),
      nights: chance.pick([14, 14, 14, 30, 90]),
      way: chance.pick(['charter', 'train', 'car']),
      payer: chance.pick(['enterprise', 'enterprise', 'open']),
    },
  };
};

const parts = ['纸箱', '线束', '铸件', '轴承', '注塑粒子', '电路板', '标签', '密封圈'];

const supplyChain: Lore = ({ chance }) => ({
  suppliers: Array.from(
    {
      length: chance.weighed([
        [1, 80],
        [2, 20],
      ] as const),
    },
    () => ({
      name: `供应商${chance.whole(1, 99)}号`,
      province: chance.pick(['hubei', 'zhejiang', 'guangdong', 'hebei', 'jiangsu', 'liaoning']),
      county: '工业园区',
      part: chance.pick(parts),
      reason: chance.pick(['not-reopened', 'not-reopened', 'short-staffed', 'no-masks', 'freight']),
      stockDays: chance.whole(0, 15),
      contact: undefined,
      contactPhone: undefined,
      contactAgrees: undefined,
    }),
  ),
  impact: chance.pick([
    '一条装配线停了，三月的订单要推迟。',
    '库存用完就要停产。',
    '已经向客户申请延期交货。',
  ]),
});

const utilities: Lore = ({ day, chance }) => {
  const kind = chance.weighed([
    ['power', 22],
    ['water', 8],
    ['gas', 8],
    ['heat', 8],
    ['defer-payment', 24],
    ['suspend', 30],
  ] as const);
  const isPower = kind === 'power' || kind === 'suspend';
  const now = chance.pick([200, 315, 400, 630, 800, 1250]);
  const asked = kind === 'power' ? now * 2 : chance.pick([0, Math.round(now / 2)]);
  const isTimed = kind === 'defer-payment' || kind === 'suspend';
  return {
    kind,
    account: `90${chance.whole(10_000_000, 99_999_999)}`,
    site: '本区厂房一层配电室',
    capacityNow: isPower ? now : undefined,
    capacityAsked: isPower ? asked : undefined,
    voltage: isPower ? chance.pick(['v380', 'kv10']) : undefined,
    from: isTimed ? day : undefined,
    until: isTimed ? addDays(day, chance.whole(20, 90)) : undefined,
    what: chance.is(0.4) ? '停产期间基本电费压力大，请尽快。' : undefined,
  };
};

/** Forms about needs other than goods. */
export const needsLore: Readonly<Record<string, Lore>> = {
  financing,
  labour,
  transport,
  'transport-subsidy': subsidy,
  'transport-pass': pass,
  lodging,
  'supply-chain': supplyChain,
  utilities,
};
