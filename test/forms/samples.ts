/** What enterprises send for needs other than supplies: each form's fullest and least submission, both accepted. */
type Sample = { readonly full: Record<string, unknown>; readonly least: Record<string, unknown> };

const enterprise = {
  name: '示范零件厂',
  creditCode: '91350100M000100Y43',
  area: 'east',
  line: 'industry',
  soleTrader: false,
};
const contact = {
  name: '王小明',
  phone: '13800138000',
  role: '办公室主任',
  tell: 'none',
  email: 'wang@example.com',
};
const full = { enterprise, contact, hotlineTicket: 'GD20200320', note: '下午在厂里', consent: true };
const least = {
  enterprise: { name: '示范零件厂', area: 'east', line: 'industry' },
  contact: { name: '王小明', phone: '13800138000' },
  consent: true,
};
/** An upload's id, as the store of attachments makes them. */
const upload = (letter: string): string => letter.repeat(22);

export const samples = {
  financing: {
    full: {
      ...full,
      amount: 300.5,
      purpose: ['wages', 'rent'],
      kind: 'renewal',
      currentBank: '示范银行东区支行',
      dueDay: '2020-04-30',
      term: 12,
      collateral: '厂房一栋',
      intendedBank: '示范农商行',
      keyList: true,
      categories: ['epidemic-control', 'medical-products'],
      files: [upload('a')],
      passToBanks: true,
    },
    least: { ...least, amount: 300, purpose: ['wages'], kind: 'new' },
  },
  labour: {
    full: {
      ...full,
      want: ['hire', 'lend'],
      positions: [
        {
          title: '焊工',
          headcount: 12,
          skills: '有焊工证，会氩弧焊',
          payFrom: 5000,
          payTo: 8000,
          employment: 'full-time',
          board: ['meals', 'lodging'],
          startDay: '2020-04-01',
          insured: true,
          online: false,
        },
      ],
      lendCount: 6,
      lendSkills: '会开叉车',
      publish: true,
    },
    least: { ...least, want: ['hire'], positions: [{ title: '普工' }] },
  },
  transport: {
    full: { ...full, trips: [{ place: '云南楚雄州楚雄市', day: '2020-03-28', headcount: 42 }] },
    least: { ...least, trips: [{ place: '云南楚雄州楚雄市' }] },
  },
  'transport-subsidy': {
    full: {
      ...full,
      taxHere: true,
      trips: [{ place: '云南楚雄州楚雄市', day: '2020-03-10', headcount: 42 }],
      cost: 3.85,
      rosters: 2,
      papers: [upload('a'), upload('b')],
      account: '示范零件厂，示范银行东区支行，1001',
    },
    least: {
      ...least,
      trips: [{ place: '云南楚雄州楚雄市', day: '2020-03-10', headcount: 42 }],
      cost: 3.85,
    },
  },
  'pre-check': {
    full: {
      ...full,
      matters: ['clear-land', 'funds'],
      project: '湖畔大道东延',
      parcel: '一号路以东，DK2020-03号地块',
      acreage: 35.6,
      startsBy: '2020-04-30',
      papers: [upload('a'), upload('b')],
    },
    least: { ...least, matters: ['mandate'], project: '湖畔大道东延', parcel: '一号路以东' },
  },
  'transport-pass': {
    full: {
      ...full,
      plate: '吉A12345',
      trailer: '吉A1234挂',
      driver: '李师傅',
      driverPhone: '13900139000',
      from: '示范高新区一号路1号',
      to: '玉林市玉州区',
      goods: '铸件',
      quantity: '20吨',
      start: '2020-03-21',
      end: '2020-03-25',
      provinces: ['hebei', 'liaoning'],
    },
    least: {
      ...least,
      plate: '吉A12345',
      driver: '李师傅',
      driverPhone: '13900139000',
      from: '示范高新区',
      to: '本市西区',
      goods: '铸件',
      start: '2020-03-21',
      end: '2020-03-21',
    },
  },
  lodging: {
    full: {
      ...full,
      anyFever: false,
      stop: {},
      stay: {
        kind: 'quarantine',
        men: 8,
        women: 3,
        origin: '湖北黄冈市蕲春县',
        arrival: '2020-03-26',
        way: 'charter',
        nights: 14,
        payer: 'enterprise',
      },
    },
    least: {
      ...least,
      anyFever: false,
      stay: { kind: 'dormitory', men: 8, origin: '云南楚雄市', arrival: '2020-03-26' },
    },
  },
  'supply-chain': {
    full: {
      ...full,
      suppliers: [
        {
          name: '示范铸造厂',
          province: 'guangxi',
          county: '玉林市玉州区',
          part: '缸体毛坯',
          reason: 'not-reopened',
          stockDays: 0,
          contact: '赵经理',
          contactPhone: '13700137000',
          contactAgrees: true,
        },
      ],
      impact: '总装线停了一条',
    },
    least: {
      ...least,
      suppliers: [
        {
          name: '示范铸造厂',
          province: 'guangxi',
          county: '玉林市玉州区',
          part: '缸体毛坯',
          reason: 'freight',
        },
      ],
    },
  },
  utilities: {
    full: {
      ...full,
      kind: 'power',
      account: '0431000001',
      site: '一号路1号',
      capacityNow: 400,
      capacityAsked: 800,
      voltage: 'kv10',
      waterAsked: null,
      gasAsked: null,
      from: '',
      until: '',
      what: '新上两条口罩线',
    },
    least: { ...least, kind: 'heat', site: '一号路1号' },
  },
} as const satisfies Record<string, Sample>;
