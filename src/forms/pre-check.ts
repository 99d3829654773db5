import { w } from '#src/i18n/words.ts';
import { consent, hotlineTicket, note, sharedColumns, sharedFor } from './blocks.ts';
import { form } from './field.ts';

const matter = (code: string, zh: string, en: string) => ({ code, name: w(zh, en) });

/** 用地、征收线上预审: several matters of one project on one form, looked at side by side and answered once. */
export const preCheck = form({
  id: 'pre-check',
  subject: 'need',
  title: w('用地和征收线上预审', 'Pre-check of land and levy matters'),
  lead: w(
    '一个项目要办的几件事，一次填好、一次预审。只看材料齐不齐、缺什么，不代替正式受理。',
    'What one project needs, sent once and looked at once: whether the papers are complete and what is missing. It does not replace the application itself.',
  ),
  fields: {
    matters: {
      kind: 'choices',
      label: w('要预审哪几件', 'Which matters'),
      required: true,
      options: [
        matter('mandate', '项目委托', 'Mandate for the project'),
        matter('clear-land', '净地证明', 'Proof that the land is clear'),
        matter('funds', '资金测算', 'Estimate of the funds'),
        matter('notice', '征收公告', 'Notice of levy'),
      ],
    },
    project: { kind: 'text', label: w('项目名称', 'Name of the project'), required: true, max: 80 },
    parcel: {
      kind: 'text',
      label: w('地块在哪里', 'Where is the parcel?'),
      help: w('写地块编号，或者四至、路名', 'Its number, or what it borders on'),
      required: true,
      max: 120,
    },
    acreage: {
      kind: 'number',
      label: w('地块面积', 'Size of the parcel'),
      help: w('不清楚就空着', 'Leave it empty if unknown'),
      max: 100_000,
      decimals: 2,
      unit: w('亩', 'mu'),
    },
    startsBy: { kind: 'day', folded: true, label: w('想哪天以前办好', 'Needed by') },
    papers: {
      kind: 'files',
      label: w('已有的材料', 'Papers that you have'),
      help: w(
        '立项或委托文件、红线图、权属和补偿材料、测算表；手机拍照也行，缺的以后补',
        'Approval or mandate, plan of the parcel, title and compensation papers, estimate; photographs will do; what is missing may follow',
      ),
      max: 10,
    },
    ...sharedFor({
      name: w('知道该找谁补材料', 'To know whom to ask for papers'),
      phone: w('打电话告诉您缺什么、什么时候能办', 'To call you about what is missing and when'),
    }),
    hotlineTicket,
    note,
    consent,
  },
  routingField: 'matters.0',
  columns: [
    ...sharedColumns,
    'matters',
    'project',
    'parcel',
    'acreage',
    'startsBy',
    'papers',
    'hotlineTicket',
    'note',
  ],
});
