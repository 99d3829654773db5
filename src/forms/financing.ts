import { w } from '#src/i18n/words.ts';
import { consent, hotlineTicket, note, sharedColumns, sharedFor } from './blocks.ts';
import { form } from './field.ts';

const option = (code: string, zh: string, en: string) => ({ code, name: w(zh, en) });

/** A loan that runs already is renewed or deferred: then the bank that gave it must be known. */
const running = { field: 'kind', is: ['renewal', 'deferral'] } as const;

/** 融资需求: how much, what for, how long. No financial statements; what banks learn is a consent of its own. */
export const financing = form({
  id: 'financing',
  subject: 'need',
  title: w('登记融资需求', 'Register a need for money'),
  lead: w(
    '缺周转资金、要续贷或延期还款，填这张表。不收费，不保证获贷；不用交财务报表。',
    'Short of working capital, or a loan to renew or defer? Tell us here. It is free, no loan is promised, and no financial statements are needed.',
  ),
  fields: {
    amount: {
      kind: 'number',
      label: w('需要多少钱', 'How much is needed?'),
      required: true,
      money: true,
      max: 1_000_000,
      decimals: 2,
      unit: w('万元', 'ten thousand yuan'),
    },
    purpose: {
      kind: 'choices',
      label: w('用在哪里', 'What for?'),
      help: w('可以选几项', 'You may choose several'),
      required: true,
      options: [
        option('wages', '发工资', 'Wages'),
        option('payables', '付货款', 'Suppliers'),
        option('refinance', '还旧贷', 'An earlier loan'),
        option('expand', '扩产', 'More production'),
        option('rent', '付租金', 'Rent'),
      ],
    },
    kind: {
      kind: 'choice',
      label: w('要办哪一种', 'Which kind?'),
      required: true,
      radios: true,
      options: [
        option('new', '新增贷款', 'A new loan'),
        option('renewal', '续贷', 'Renewal'),
        option('deferral', '延期还本付息', 'Deferred repayment'),
      ],
    },
    currentBank: {
      kind: 'text',
      label: w('现在的贷款银行', 'Bank of the present loan'),
      help: w('续贷、延期的要填', 'For a renewal or deferral'),
      when: running,
      required: true,
      max: 60,
    },
    dueDay: { kind: 'day', label: w('现贷款哪天到期', 'When is it due?'), when: running },
    term: {
      kind: 'number',
      label: w('要用多久', 'For how long?'),
      max: 360,
      unit: w('个月', 'months'),
    },
    collateral: {
      kind: 'text',
      folded: true,
      label: w('能提供的担保', 'Security you can offer'),
      help: w(
        '例如：厂房、设备、订单、保证人；没有就写“没有”',
        'For instance: plant, orders, a guarantor; or “none”',
      ),
      max: 120,
    },
    intendedBank: {
      kind: 'text',
      folded: true,
      label: w('想找哪家银行', 'Which bank would you like?'),
      max: 60,
    },
    keyList: {
      kind: 'yes-no',
      folded: true,
      label: w('是否在疫情防控重点保障企业名单', 'Are you on the list of key enterprises?'),
    },
    categories: {
      kind: 'choices',
      folded: true,
      label: w('是不是专项征集的四类企业', 'Are you one of the four kinds called for?'),
      help: w('方便银行对接；都不是也一样办', 'It helps the banks; if none, we handle it all the same'),
      options: [
        option('epidemic-control', '卫生防疫', 'Sanitation and epidemic control'),
        option('medical-products', '医药产品制造及采购', 'Making or buying medical products'),
        option('public-health', '公共卫生基础设施建设', 'Public health works'),
        option('research', '科研攻关', 'Research'),
      ],
    },
    files: {
      kind: 'files',
      folded: true,
      label: w('想附上的材料', 'Anything to attach'),
      help: w('例如订单、合同；没有不影响', 'Orders or contracts, for instance; not needed'),
      max: 5,
    },
    ...sharedFor({
      name: w('知道该找谁对接资金', 'To know whom to put in touch with a bank'),
      phone: w(
        '打电话了解用款情况；您同意后由银行联系',
        'To ask about the loan; with your consent, the bank calls',
      ),
      seenBy: w(
        '承办您这件事的工作人员；您单独同意后，还有对接的银行',
        'The officers who handle your case; with your separate consent, the banks they approach',
      ),
    }),
    hotlineTicket,
    note,
    passToBanks: {
      kind: 'permission',
      label: w('可以转给银行', 'May be passed to banks'),
      statement: w(
        '可以将以上信息转给银行，由银行与我联系（不收费，不保证获贷）',
        'The above may be passed to banks, which may contact me (free of charge, no loan promised)',
      ),
      help: w('不勾选也能提交，工作人员先联系您', 'You may leave it open: an officer contacts you first'),
    },
    consent,
  },
  routingField: '',
  columns: [
    ...sharedColumns,
    'amount',
    'purpose',
    'kind',
    'currentBank',
    'dueDay',
    'term',
    'collateral',
    'intendedBank',
    'keyList',
    'categories',
    'files',
    'passToBanks',
    'hotlineTicket',
    'note',
  ],
});
