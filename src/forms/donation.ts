import { w } from '#src/i18n/words.ts';
import { consent, note, sharedColumns, sharedFor } from './blocks.ts';
import { form, pointer } from './field.ts';
import { each, unitProblems } from './units.ts';

const option = (code: string, zh: string, en: string) => ({ code, name: w(zh, en) });
const money = { field: 'kind', is: ['money'] };
const goods = { field: 'kind', is: ['goods'] };
const unclear = w('请写清是什么物资', 'Write what it is');
const most = 100_000_000;
const yuan = { kind: 'number', max: 10_000_000_000, decimals: 2, unit: w('元', 'yuan') } as const;

/** 捐赠: money or goods with quantity and value, and whether the donor may be named. */
export const donation = form({
  id: 'donation',
  subject: 'giving',
  title: w('捐款捐物', 'Donate money or goods'),
  lead: w(
    '登记后工作人员打电话与您确认交接办法。登记不是交款，也不会向您要银行密码和验证码。',
    'An officer calls to agree how it is handed over. Nothing is paid here, and nobody asks for passwords or codes.',
  ),
  published: { path: '/donations/', label: w('看捐赠名单', 'See the list of donations') },
  fields: {
    kind: {
      kind: 'choice',
      label: w('捐什么', 'What do you give?'),
      required: true,
      radios: true,
      options: [option('money', '资金', 'Money'), option('goods', '物资', 'Goods')],
    },
    amount: { ...yuan, label: w('金额', 'Amount'), when: money, required: true },
    goods: {
      kind: 'lines',
      label: w('捐赠的物资', 'Goods'),
      when: goods,
      fields: {
        item: { kind: 'choice', label: w('物资', 'Item'), required: true, options: tables => tables.items },
        name: {
          kind: 'text',
          label: w('品名和规格', 'Name and specification'),
          help: w('例如：品牌、型号；选“其他”的写清是什么', 'For instance brand and model'),
          max: 100,
        },
        quantity: { kind: 'number', label: w('数量', 'Quantity'), required: true, max: most, decimals: 2 },
        unit: { kind: 'choice', label: w('单位', 'Unit'), required: true, options: tables => tables.units },
        each,
        value: {
          ...yuan,
          label: w('估计值多少钱', 'Estimated value'),
          help: w('按买来的价算，不清楚就空着', 'At the price paid; leave empty if unknown'),
        },
        medical: {
          kind: 'choice',
          label: w('医用还是非医用', 'Medical or not?'),
          options: [option('medical', '医用', 'Medical'), option('civil', '非医用', 'Not medical')],
        },
        registration: {
          kind: 'text',
          folded: true,
          label: w('注册证或备案号', 'Registration or filing number'),
          max: 60,
        },
        lot: { kind: 'text', folded: true, label: w('批号', 'Lot number'), max: 60 },
        expiry: { kind: 'day', folded: true, label: w('有效期到哪天', 'Use by') },
      },
    },
    aim: {
      kind: 'choice',
      label: w('捐给谁', 'For whom?'),
      required: true,
      radios: true,
      options: [
        option('open', '由园区统一安排（非定向）', 'Let the zone decide'),
        option('directed', '指定捐给谁（定向）', 'For somebody in particular'),
      ],
    },
    recipient: {
      kind: 'text',
      label: w('指定捐给', 'Recipient'),
      help: w('写单位名称，例如某某医院、某某街道', 'The name of a hospital or an office'),
      when: { field: 'aim', is: ['directed'] },
      required: true,
      max: 80,
    },
    receipt: {
      kind: 'yes-no',
      label: w('要不要票据', 'Do you want a receipt?'),
      help: w(
        '要在所得税前全额扣除，须通过公益性社会组织、县级以上政府及其部门捐赠，或直接捐给承担防治任务的医院（财政部 税务总局公告2020年第9号）。本区能不能开接收函，由园区确认后告诉您。',
        'Full deduction from income tax needs a public-benefit organisation, a government of county level or above, or a hospital that treats patients (Announcement 9 of 2020). The zone will tell you whether it can issue a letter of receipt.',
      ),
    },
    receiptTitle: {
      kind: 'text',
      label: w('票据抬头', 'Name on the receipt'),
      when: { field: 'receipt', is: ['true'] },
      required: true,
      max: 80,
    },
    handover: {
      kind: 'choice',
      folded: true,
      label: w('怎么交接', 'Handover'),
      radios: true,
      options: [option('bring', '送来', 'We bring it'), option('fetch', '上门取', 'Please fetch it')],
    },
    ...sharedFor({
      name: w('确认捐赠和交接', 'To confirm the gift and its handover'),
      phone: w('打电话约交接、送票据', 'To agree on the handover and the receipt'),
    }),
    naming: {
      kind: 'permission',
      label: w('公布名称', 'Naming'),
      statement: w(
        '可以在捐赠名单上公布单位名称和所捐钱物（不勾也照样收下）',
        'The enterprise and its gift may be published in the list of donors (the gift is accepted either way)',
      ),
    },
    note,
    consent,
  },
  routingField: 'kind',
  check: (value, tables) =>
    value.goods.flatMap((line, index) => {
      const path = `goods.${index}`;
      return line.name === '' && line.item === 'other'
        ? [...unitProblems(line, path, tables), { pointer: pointer(`${path}.name`), message: unclear }]
        : unitProblems(line, path, tables);
    }),
  columns: [
    'kind',
    'amount',
    'goods.item',
    'goods.name',
    'goods.quantity',
    'goods.unit',
    'goods.each',
    'goods.value',
    'goods.medical',
    'goods.registration',
    'goods.lot',
    'goods.expiry',
    'aim',
    'recipient',
    'receipt',
    'receiptTitle',
    'handover',
    'naming',
    ...sharedColumns,
    'note',
  ],
});
