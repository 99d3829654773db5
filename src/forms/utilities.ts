import { w } from '#src/i18n/words.ts';
import { consent, hotlineTicket, note, sharedColumns, sharedFor, toAnswer } from './blocks.ts';
import { form, type Problem, pointer } from './field.ts';

const option = (code: string, zh: string, en: string) => ({ code, name: w(zh, en) });
const kva = (zh: string, en: string) =>
  ({
    kind: 'number',
    label: w(zh, en),
    when: { field: 'kind', is: ['power', 'suspend'] },
    max: 10_000_000,
    decimals: 2,
    orZero: true,
    unit: w('千伏安（kVA）', 'kVA'),
  }) as const;
const daily = (kind: string, unit: ReturnType<typeof w>, zh: string, en: string) =>
  ({
    kind: 'number',
    label: w(zh, en),
    when: { field: 'kind', is: [kind] },
    max: 10_000_000,
    decimals: 2,
    unit,
  }) as const;

/** 水电气热: more capacity, payment later, a pause. A power cut is a matter for 95598, not for a form. */
export const utilities = form({
  id: 'utilities',
  subject: 'need',
  title: w('登记水电气热需求', 'Power, water, gas and heat'),
  lead: w(
    '要增容、接水接气、缓缴费用或暂停用电，填这张表。停电抢修直接打95598，不用填表。',
    'More capacity, a new connection, payment later or a pause: tell us here. In a power cut call 95598; no form is needed.',
  ),
  fields: {
    kind: {
      kind: 'choice',
      label: w('要办什么', 'What is it about?'),
      required: true,
      options: [
        option('power', '用电：新装、增容', 'Power: connect, more capacity'),
        option('water', '用水', 'Water'),
        option('gas', '用气', 'Gas'),
        option('heat', '供热', 'Heat'),
        option('defer-payment', '欠费缓缴', 'Pay later'),
        option('suspend', '暂停用电、减容', 'Pause or reduce power'),
      ],
    },
    account: {
      kind: 'text',
      label: w('户号', 'Account number'),
      help: w('在缴费单上；新装的没有，就空着', 'On the bill; leave it empty for a new connection'),
      max: 40,
    },
    site: {
      kind: 'text',
      label: w('用电、用水或用气的地址', 'Address of the connection'),
      required: true,
      max: 120,
      autocomplete: 'street-address',
      personal: toAnswer(w('上门查看和接通', 'To visit and connect'), {
        seenBy: w(
          '承办您这件事的工作人员和供电、供水、供气、供热单位',
          'The officers who handle your case and the utility company',
        ),
      }),
    },
    capacityNow: kva('现在的容量', 'Capacity now'),
    capacityAsked: kva('申请的容量', 'Capacity asked for'),
    voltage: {
      kind: 'choice',
      label: w('电压等级', 'Voltage'),
      when: { field: 'kind', is: ['power', 'suspend'] },
      options: [
        option('v220', '220伏', '220 V'),
        option('v380', '380伏', '380 V'),
        option('kv10', '10千伏', '10 kV'),
        option('kv35', '35千伏', '35 kV'),
        option('kv110', '110千伏及以上', '110 kV and above'),
      ],
    },
    waterAsked: daily('water', w('吨/日', 'tonnes a day'), '每天要用多少水', 'Water needed'),
    gasAsked: daily('gas', w('立方米/日', 'cubic metres a day'), '每天要用多少气', 'Gas needed'),
    from: {
      kind: 'day',
      label: w('从哪天起', 'From'),
      when: { field: 'kind', is: ['defer-payment', 'suspend'] },
    },
    until: {
      kind: 'day',
      label: w('到哪天', 'Until'),
      when: { field: 'kind', is: ['defer-payment', 'suspend'] },
    },
    what: {
      kind: 'text',
      label: w('具体说说', 'Details'),
      max: 300,
      rows: 3,
      templates: {
        by: 'kind',
        texts: {
          power: w('新上什么设备：\n希望哪天送电：', 'New machines:\nPower needed by:'),
          water: w('现在缺在哪里：\n哪几个小时最缺：', 'Where it is short:\nAt which hours:'),
          gas: w('用在哪里：\n希望哪天通气：', 'Used for:\nNeeded by:'),
          heat: w('哪里要供热（车间、宿舍）：\n多少平方米：', 'Where (workshop, dormitory):\nSquare metres:'),
          'defer-payment': w(
            '欠的是哪一项、哪几个月：\n一共多少元：',
            'Which bills, which months:\nYuan in all:',
          ),
          suspend: w('为什么停：\n哪几台变压器：', 'Why:\nWhich transformers:'),
        },
      },
    },
    ...sharedFor({
      name: w('知道该找谁现场对接', 'To know whom to meet on site'),
      phone: w(
        '打电话约上门时间；供电供水供气单位也会打',
        'To agree on a visit; the utility company may call too',
      ),
      seenBy: w(
        '承办您这件事的工作人员和供电、供水、供气、供热单位',
        'The officers who handle your case and the utility company',
      ),
    }),
    hotlineTicket,
    note,
    consent,
  },
  routingField: 'kind',
  check: ({ kind, capacityNow, capacityAsked, from, until }) => {
    const problems: Problem[] = [];
    const grows = capacityNow === null || capacityAsked === null ? 0 : capacityAsked - capacityNow;
    const both = capacityNow !== null && capacityAsked !== null;
    if (kind === 'power' && both && grows <= 0)
      problems.push({
        pointer: pointer('capacityAsked'),
        message: w(
          '增容的，申请的容量要大于现在的；想减少就选“暂停用电、减容”',
          'More capacity must be above what there is now; to reduce it choose “Pause or reduce power”',
        ),
      });
    if (kind === 'suspend' && both && grows >= 0)
      problems.push({
        pointer: pointer('capacityAsked'),
        message: w(
          '减容的，申请的容量要小于现在的；全部暂停填0',
          'Less capacity must be below what there is now; write 0 to pause it all',
        ),
      });
    if (from !== '' && until !== '' && until < from)
      problems.push({
        pointer: pointer('until'),
        message: w('“到哪天”早于“从哪天起”，请核对', 'The last day is before the first: please check'),
      });
    return problems;
  },
  columns: [
    ...sharedColumns,
    'kind',
    'account',
    'site',
    'capacityNow',
    'capacityAsked',
    'voltage',
    'waterAsked',
    'gasAsked',
    'from',
    'until',
    'what',
    'hotlineTicket',
    'note',
  ],
});
