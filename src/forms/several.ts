import { w } from '#src/i18n/words.ts';
import { consent, hotlineTicket, note, sharedColumns, sharedFor } from './blocks.ts';
import { form } from './field.ts';

const need = (code: string, zh: string, en: string) => ({ code, name: w(zh, en) });

/** Kinds of need, by the id of the form that asks for one alone. */
const needs = [
  need('materials', '缺防疫物资', 'Protective supplies'),
  need('labour', '缺人手', 'Staff'),
  need('financing', '缺资金', 'Money'),
  need('transport', '要包车', 'A chartered bus'),
  need('transport-pass', '要通行证', 'A vehicle pass'),
  need('lodging', '缺住处', 'Lodging'),
  need('supply-chain', '上下游接不上', 'A supplier or customer stands still'),
  need('utilities', '水电气热', 'Power, water, gas, heat'),
  need('other', '其他', 'Other'),
];

/** 几件事一起说: one enterprise block, a line a need; each line becomes a case of its own, linked with the others (D8). */
export const several = form({
  id: 'several',
  subject: 'need',
  title: w('好几种困难一起说', 'Several needs at once'),
  lead: w(
    '企业信息只填一次，一件事一行。每件事转给各自的部门，各有登记编号。',
    'Tell us about the enterprise once, then one line a need. Each goes to its own department under its own number.',
  ),
  fields: {
    needs: {
      kind: 'lines',
      label: w('有哪些困难', 'What is needed'),
      help: w(
        '一件事一行，简单写就行；细节工作人员会打电话问',
        'One line each, in brief; officers will call for details',
      ),
      fields: {
        kind: { kind: 'choice', label: w('哪一类', 'Kind'), required: true, options: needs },
        what: {
          kind: 'text',
          label: w('要什么', 'What'),
          help: w(
            '例如：一次性口罩；焊工；发工资的周转资金；从外县接员工的大巴',
            'For instance: disposable masks; welders; money for wages; a bus to bring staff',
          ),
          required: true,
          max: 200,
          rows: 2,
        },
        quantity: {
          kind: 'number',
          label: w('要多少', 'How much'),
          help: w('不清楚就空着', 'Leave it empty if unknown'),
          max: 100_000_000,
          decimals: 2,
        },
        unit: {
          kind: 'text',
          label: w('单位', 'Unit'),
          help: w('例如：只、人、万元、辆', 'For instance: pieces, people, buses'),
          max: 10,
        },
        by: { kind: 'day', folded: true, label: w('最晚哪天要', 'Needed by') },
      },
    },
    ...sharedFor({
      name: w('每件事的承办部门知道找谁', 'So that each department knows whom to ask'),
      phone: w('打电话答复和核对', 'To call you back and check details'),
    }),
    hotlineTicket,
    note,
    consent,
  },
  routingField: 'needs.0.kind',
  apart: 'needs',
  columns: [
    ...sharedColumns,
    'needs.kind',
    'needs.what',
    'needs.quantity',
    'needs.unit',
    'needs.by',
    'hotlineTicket',
    'note',
  ],
});
