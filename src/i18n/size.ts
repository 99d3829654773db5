import { w } from './words.ts';

/** Words of the page that tells how large an enterprise counts. */
export const sizePageWords = {
  title: w('我的企业算大型还是小微', 'How large does my enterprise count'),
  lead: w(
    '很多政策写着“中小微企业”。选行业、填上一年的数，就知道算哪一类。填的数只在您的手机或电脑上算，不发送，不保存。',
    'Many policies are for small enterprises. Choose the industry and enter the figures of last year. They are worked out on your device; nothing is sent or kept.',
  ),
  industry: w('行业', 'Industry'),
  staff: w('从业人员', 'Staff'),
  revenue: w('营业收入', 'Revenue'),
  assets: w('资产总额', 'Total assets'),
  persons: w('人', 'people'),
  money: w('万元', '10,000 yuan'),
  unknown: w('不知道可以不填', 'Leave open what you do not know'),
  badNumber: w('请填数字，不填表示不知道', 'Enter a number, or leave it open'),
  outcome: w('结果', 'Outcome'),
  why: w('怎么算的', 'How this was worked out'),
  tableTitle: w('各行业的标准', 'The thresholds'),
  tableLead: w(
    '由大到小看，两项都达到才算那一类；都达不到小型的，是微型。',
    'From large to small, whoever reaches all figures of a row is of that size; below small it is micro.',
  ),
  row: w('{size}：{needed}', '{size}: {needed}'),
  basis: w(
    '依据：《中小企业划型标准规定》（工信部联企业〔2011〕300号）。个体工商户参照执行。',
    'Basis: the standards for classifying small and medium enterprises (MIIT and others, document 300 of 2011). Sole traders follow them too.',
  ),
  others: w(
    '另外两个词不是一回事：小规模纳税人看增值税，小型微利企业看企业所得税，以税务局认定为准。',
    'Two other terms differ: small-scale taxpayers concern VAT, small low-profit enterprises concern income tax; ask the tax bureau.',
  ),
} as const;
