import { w } from '#src/i18n/words.ts';
import { address, consent, hotlineTicket, receiver, shared, sharedColumns } from './blocks.ts';
import { form, type Problem, pointer } from './field.ts';
import { each, unitProblems } from './units.ts';

const quantity = 100_000_000;

/** 防疫物资: what is short, how much, by when. Goods are signed for on receipt and are not resold. */
export const materials = form({
  id: 'materials',
  subject: 'need',
  bulk: true,
  title: w('登记防疫物资需求', 'Register a need for supplies'),
  lead: w(
    '缺口罩、酒精、测温枪等，填这张表。领取时签领用单，仅供本单位使用，不转卖。',
    'Short of masks, alcohol or thermometers? Tell us here. Goods are signed for, for your own use only, not for resale.',
  ),
  fields: {
    ...shared,
    items: {
      kind: 'lines',
      label: w('需要的物资', 'Supplies needed'),
      help: w(
        '一种物资一行。数量不清楚就空着，我们会打电话问。',
        'One line each. Leave the quantity empty if unknown; we will ask.',
      ),
      fields: {
        item: { kind: 'choice', label: w('物资', 'Item'), required: true, options: tables => tables.items },
        spec: {
          kind: 'text',
          label: w('规格要求', 'Specification'),
          help: w(
            '例如：医用外科、一次性医用、KN95、非医用均可',
            'For instance: surgical, KN95, any kind will do',
          ),
          max: 100,
        },
        quantity: { kind: 'number', label: w('数量', 'Quantity'), max: quantity, decimals: 2 },
        unit: { kind: 'choice', label: w('单位', 'Unit'), required: true, options: tables => tables.units },
        each,
        stock: {
          kind: 'number',
          folded: true,
          label: w('现有库存', 'In stock'),
          max: quantity,
          decimals: 2,
          orZero: true,
        },
        dailyUse: {
          kind: 'number',
          folded: true,
          label: w('每天用多少', 'Used a day'),
          max: quantity,
          decimals: 2,
          orZero: true,
        },
        neededBy: { kind: 'day', folded: true, label: w('这一项哪天前要', 'This line by') },
      },
    },
    neededBy: { kind: 'day', label: w('最晚哪天要', 'Needed by') },
    reopened: { kind: 'yes-no', label: w('已经复工了吗', 'Has work resumed?') },
    onSite: {
      kind: 'number',
      folded: true,
      label: w('现在到岗人数', 'Staff on site now'),
      max: 1_000_000,
      orZero: true,
      unit: w('人', 'people'),
    },
    selfPay: { kind: 'yes-no', folded: true, label: w('可以自费购买吗', 'Can you pay for it yourselves?') },
    substitute: { kind: 'yes-no', folded: true, label: w('可以用替代规格吗', 'Would a substitute do?') },
    delivery: {
      kind: 'choice',
      folded: true,
      label: w('自提还是送货', 'Pick up or delivery'),
      radios: true,
      options: [
        { code: 'pickup', name: w('自提', 'Pick up') },
        { code: 'deliver', name: w('送货上门', 'Delivery') },
      ],
    },
    receiver,
    address,
    hotlineTicket,
    note: { kind: 'text', folded: true, label: w('补充说明', 'Anything else'), max: 500, rows: 3 },
    consent,
  },
  routingField: 'items.0.item',
  check: (value, tables) => {
    const problems: Problem[] = value.items.flatMap((line, index) => {
      const path = `items.${index}`;
      const unclear = {
        pointer: pointer(`${path}.spec`),
        message: w('请写清要什么物资', 'Write what you need'),
      };
      const isUnclear = line.spec === '' && line.item === 'other';
      return [...unitProblems(line, path, tables), ...(isUnclear ? [unclear] : [])];
    });
    if (value.delivery === 'deliver' && value.address === '') {
      problems.push({
        pointer: pointer('address'),
        message: w('选了送货上门，请填送货地址', 'Delivery was chosen: enter the address'),
      });
    }
    return problems;
  },
  columns: [
    ...sharedColumns,
    'reopened',
    'onSite',
    'items.item',
    'items.spec',
    'items.quantity',
    'items.unit',
    'items.each',
    'items.stock',
    'items.dailyUse',
    'items.neededBy',
    'neededBy',
    'selfPay',
    'substitute',
    'delivery',
    'receiver',
    'address',
    'hotlineTicket',
    'note',
  ],
});
