/** A full and a least submission of each form, by its id. */
const enterprise = { name: '示范口罩厂', creditCode: '91350100M000100Y43', area: 'east', line: 'industry' };
const contact = { name: '王小明', phone: '13800138000' };
const file = (letter: string) => [letter.repeat(22)];

const whole = {
  enterprise: { ...enterprise, soleTrader: false },
  contact: { ...contact, role: '办公室主任', tell: 'none', email: 'wang@example.com' },
  consent: true,
};
const least = {
  enterprise: { name: '示范口罩厂', area: 'east', line: 'industry' },
  contact,
  consent: true,
};

export const samplesB = {
  appointment: {
    full: {
      ...whole,
      // Which times are free changes by the minute: any time will do.
      slot: '',
      topic: 'loan',
      question: '贷款月底到期，想当面谈续贷要哪些材料',
      hotlineTicket: '20200320001',
    },
    least: { ...least, topic: 'loan', question: '想谈续贷' },
  },
  filing: {
    full: {
      ...whole,
      filer: 'building',
      tenants: [
        { name: '示范软件公司', creditCode: '', staff: 30 },
        { name: '示范设计工作室', creditCode: '91350100M000100Y43', staff: null },
      ],
      aboveThreshold: false,
      reopening: '2020-03-23',
      staff: {
        total: 80,
        returning: 50,
        local: 60,
        otherProvinces: 15,
        keyRegions: 2,
        completed: 70,
        letters: 80,
      },
      stock: { masks: 2000, thermometers: 4, disinfectant: 50.5 },
      isolation: true,
      canteen: 'apart',
      dormitory: 'none',
      commuting: ['shuttle', 'own'],
      responsible: { name: '李四', phone: '13900139000' },
      application: file('A'),
      letter: file('B'),
      prevention: file('C'),
      emergency: file('D'),
      hotlineTicket: '20200320001',
      note: '先开两条线',
      safetyCheck: true,
      commitment: true,
    },
    least: {
      ...least,
      filer: 'self',
      reopening: '2020-03-23',
      staff: { total: 80, returning: 50 },
      responsible: { name: '李四', phone: '13900139000' },
      safetyCheck: true,
      commitment: true,
    },
  },
  'daily-return': {
    full: {
      ...whole,
      day: '2020-03-19',
      state: 'problem',
      present: 76,
      fever: 1,
      quarantined: 2,
      returned: 3,
      absent: 1,
      maskDays: 2.5,
      problems: '一人下午发热，已送医',
    },
    least: { ...least, state: 'normal', present: 76, fever: 0 },
  },
  donation: {
    full: {
      ...whole,
      kind: 'goods',
      amount: null,
      goods: [
        {
          item: 'protective-suit',
          name: '某牌，均码',
          quantity: 10_000,
          unit: 'set',
          each: null,
          value: 180_000,
          medical: 'medical',
          registration: '某械注准20200001',
          lot: '20200210',
          expiry: '2022-02-10',
        },
      ],
      aim: 'directed',
      recipient: '示范医院',
      receipt: true,
      receiptTitle: '示范口罩厂',
      handover: 'fetch',
      naming: true,
      note: '分两批送',
    },
    least: { ...least, kind: 'money', amount: 100_000, aim: 'open' },
  },
  'supply-offer': {
    full: {
      ...whole,
      offers: [
        {
          item: 'mask-medical',
          name: '某牌平面耳带，50只一盒',
          available: 100_000,
          unit: 'piece',
          each: null,
          price: 2.35,
          least: 5000,
          standards: ['yy-0469', 'other'],
          otherStandard: 'EN 14683',
        },
      ],
      licences: ['business', 'device-making'],
      papers: file('E'),
      from: '某省某市',
      until: '2030-04-30',
      publishing: true,
      note: '每天能出五千只',
    },
    least: {
      ...least,
      offers: [{ item: 'mask-medical', name: '平面耳带', available: 5000, unit: 'piece' }],
      licences: ['business'],
      from: '某市',
      until: '2030-03-20',
    },
  },
  event: {
    full: {
      ...whole,
      topics: ['labour', 'other'],
      otherTopic: '进出口',
      people: 2,
      way: 'online',
      wished: 'evening',
      questions: '稳岗返还哪天到账？',
    },
    least: { ...least, topics: ['loan'], people: 1 },
  },
  other: {
    full: {
      ...whole,
      kind: 'complaint',
      about: '',
      matter: '要交保证金才让开工',
      against: '某某检查站',
      hoped: '退回保证金',
      hotlineTicket: '20200320002',
    },
    least: { ...least, kind: 'difficulty', matter: '垃圾没人收' },
  },
  several: {
    full: {
      ...whole,
      needs: [
        { kind: 'labour', what: '焊工', quantity: 20, unit: '人', by: '2020-03-25' },
        { kind: 'materials', what: '一次性口罩', quantity: 5000, unit: '只', by: '' },
      ],
      hotlineTicket: '20200320003',
      note: '先解决人',
    },
    least: { ...least, needs: [{ kind: 'financing', what: '发工资的周转资金' }] },
  },
} as const;
