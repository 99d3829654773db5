import type { Raw } from '#src/forms/read.ts';
import { addDays } from '#src/rules/day.ts';
import type { Lore } from './fill.ts';
import { personOf } from './firms.ts';
import { questions, topicShares } from './questions.ts';

const filing: Lore = ({ firm, chance }) => {
  const total = firm.staff;
  const returning = Math.max(1, Math.round(total * (0.35 + 0.6 * chance.unit())));
  const otherProvinces = Math.round(total * 0.25 * chance.unit());
  return {
    filer: 'self',
    tenants: undefined,
    aboveThreshold: chance.is(0.9) ? total > 220 : undefined,
    staff: {
      total,
      returning,
      otherProvinces,
      local: Math.round((total - otherProvinces) * 0.8),
      keyRegions: chance.is(0.85) ? 0 : Math.min(total, chance.whole(1, 3)),
      completed: chance.is(0.7) ? Math.round(returning * 0.9) : undefined,
      letters: chance.is(0.6) ? returning : undefined,
    },
    stock: {
      masks: Math.round(returning * chance.spread(14, 0.6)),
      thermometers: Math.max(1, Math.round(total / 60)),
      disinfectant: Math.max(2, Math.round(total * 0.4 * chance.spread(1, 0.5))),
    },
    isolation: chance.is(0.8),
    canteen: chance.pick(['apart', 'delivered', 'own', 'none']),
    dormitory: total > 60 ? chance.pick(['four', 'six', 'more']) : 'none',
    responsible: { name: personOf(chance), phone: firm.contact.phone },
  };
};

const dailyReturn: Lore = ({ firm, chance }) => {
  const present = Math.max(1, Math.round(firm.staff * (0.45 + 0.5 * chance.unit())));
  const fever = chance.is(0.008) ? chance.whole(1, 2) : 0;
  const isOdd = fever > 0 || chance.is(0.02);
  return {
    state: isOdd ? 'problem' : 'normal',
    present,
    fever,
    quarantined: chance.is(0.93) ? 0 : chance.whole(1, 4),
    returned: chance.is(0.8) ? 0 : chance.whole(1, 8),
    maskDays: Math.round(chance.spread(8, 0.6)),
    absent: Math.max(0, firm.staff - present),
    problems: isOdd
      ? fever > 0
        ? '入厂测温时发现体温偏高，已单独休息并联系发热门诊，同班组的人在观察。'
        : chance.pick([
            '两名员工在外地还没有返回。',
            '一间宿舍改作隔离间，人员已分散安排。',
            '口罩只够三天。',
          ])
      : undefined,
    day: undefined,
  };
};

const consultation: Lore = ({ chance }) => {
  const topic = chance.weighed(Object.entries(topicShares));
  const { ask } = chance.pick(questions.filter(one => one.topic === topic));
  const asked = chance.is(0.15) ? '打过12345，让我们问园区。' : undefined;
  return { topic, question: ask, asked, channel: chance.is(0.6) ? 'phone' : 'page', when: undefined };
};

/** The same questions, to be talked over: an officer calls and arranges a time. */
const appointment: Lore = filling => {
  const { topic, question } = consultation(filling);
  return { topic, question };
};

const event: Lore = ({ chance }) => ({
  topics: chance.some(['epidemic', 'tax', 'insurance', 'labour', 'loan'], chance.whole(1, 3)),
  people: chance.whole(1, 3),
  questions: chance.is(0.3) ? '减免的期限和申报口径能不能举例说明？' : undefined,
});

const bodies = ['某路口检查点', '某物业公司', '某代办中介', '市场监管局', '建设局'];

const matters: Readonly<Record<string, readonly string[]>> = {
  difficulty: [
    '隔壁楼封闭管理，我们的货梯也一起停了，已经四天没法出货。',
    '物业要求每家交一份体检报告才放人进楼，医院又预约不上。',
    '员工子女没有开学，家里没人看，一半人请假，排不出班。',
    '客户在外省不能来验货，尾款压着付不出来。',
    '仓库在封闭的村里，钥匙拿不出来。',
  ],
  suggestion: [
    '建议几家小企业合着报零报告，由楼宇统一报一次。',
    '建议把测温点移到地铁口，园区门口排队太长。',
    '建议口罩按岗位分，不要按人头分。',
  ],
  complaint: [
    '要交两千元保证金才让开工，不开票。',
    '说可以代办复工手续，收八百元，交了钱又说办不了。',
    '同样的材料来回退了三次，每次说的都不一样。',
  ],
  correction: ['网上写的办公电话是空号，打了两天都没人接。', '页面上的受理时间和门口贴的不一样。'],
};

const other: Lore = ({ chance }) => {
  const kind = chance.weighed([
    ['difficulty', 66],
    ['suggestion', 18],
    ['complaint', 8],
    ['correction', 8],
  ] as const);
  return {
    kind,
    about: kind === 'correction' ? '办事电话页，政务服务中心一条' : undefined,
    matter: chance.pick(matters[kind] ?? []),
    against: kind === 'complaint' ? chance.pick(bodies) : undefined,
    hoped: chance.is(0.4) ? '希望这周内有个说法。' : undefined,
  };
};

/** A need in brief, as it is told on the phone. */
const needs: Readonly<Record<string, readonly (readonly [string, number | undefined, string])[]>> = {
  materials: [
    ['一次性口罩', 2000, '只'],
    ['酒精', 50, '公斤'],
  ],
  labour: [
    ['装配工', 12, '人'],
    ['焊工', 4, '人'],
  ],
  financing: [
    ['发工资的周转资金', 80, '万元'],
    ['付原料款', 150, '万元'],
  ],
  transport: [['从外省接员工的大巴', 2, '辆']],
  'transport-pass': [['原料车的通行证', 3, '辆']],
  lodging: [['给返岗员工找住处', 10, '人']],
  'supply-chain': [['包装纸箱断供，供应商没有复工', undefined, '']],
  utilities: [['三月起申请暂停一台变压器', 1, '台']],
  other: [['快递进不了园区', undefined, '']],
};

const several: Lore = ({ chance, day }) => ({
  needs: chance.some(Object.entries(needs), chance.whole(2, 3)).map(([kind, list]): Raw => {
    const [what, quantity, unit] = chance.pick(list);
    const by = chance.is(0.4) ? addDays(day, chance.whole(2, 9)) : undefined;
    return { kind, what, quantity, unit, by };
  }),
});

/** Forms about work and words. */
export const workLore: Readonly<Record<string, Lore>> = {
  filing,
  'daily-return': dailyReturn,
  consultation,
  appointment,
  event,
  other,
  several,
};
