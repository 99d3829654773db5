import { w } from '#src/i18n/words.ts';
import { consent, hotlineTicket, note, sharedColumns, sharedFor, toAnswer } from './blocks.ts';
import { form, pointer } from './field.ts';

/** 包车补贴, after the trip: papers and counts; the signed roster stays with the carrier and the labour bureau. */
export const transportSubsidy = form({
  id: 'transport-subsidy',
  subject: 'need',
  title: w('申请包车补贴', 'Apply for the charter bus subsidy'),
  lead: w(
    '包车接员工返岗以后，填这张表。补贴给税收在本区的企业；税收不在本区的也可以提交，工作人员告诉您还有什么办法。',
    'After staff were brought back by charter bus. The subsidy is for enterprises that pay tax in this zone; others may send it too, and an officer tells them what else there is.',
  ),
  fields: {
    taxHere: { kind: 'yes-no', label: w('税收在本区吗', 'Do you pay tax in this zone?') },
    trips: {
      kind: 'lines',
      label: w('接了哪几趟', 'Trips'),
      help: w(
        '一趟一行。只填人数：签字名单由承运方和人社部门留存，不要传上来',
        'One trip a line, counts only: the carrier and the labour bureau keep the signed rosters; do not send them',
      ),
      fields: {
        place: { kind: 'text', label: w('出发地', 'Place'), required: true, max: 60, clear: true },
        day: { kind: 'day', label: w('哪天', 'Day'), required: true, past: true },
        headcount: {
          kind: 'number',
          label: w('实际坐车多少人', 'How many came?'),
          required: true,
          max: 100_000,
          unit: w('人', 'people'),
        },
      },
    },
    cost: {
      kind: 'number',
      label: w('包车一共花了多少钱', 'What did it cost in all?'),
      help: w('按发票合计', 'As invoiced'),
      required: true,
      money: true,
      max: 100_000,
      decimals: 4,
      unit: w('万元', 'ten thousand yuan'),
    },
    papers: {
      kind: 'files',
      label: w('包车合同、发票、付款凭证', 'Contract, invoice and proof of payment'),
      help: w('手机拍照也行；现在没有的以后补', 'Photographs will do; what is missing may follow'),
      max: 10,
    },
    account: {
      kind: 'text',
      label: w('收款账户', 'Account to be paid'),
      help: w(
        '对公账户的户名、开户行、账号。没有对公账户的先空着，工作人员联系您',
        'The enterprise’s own account: name, bank, number. Leave it empty if there is none; an officer contacts you',
      ),
      max: 120,
      personal: toAnswer(w('把补贴打到这个账户', 'To pay the subsidy'), {
        seenBy: w(
          '承办您这件事和拨付补贴的工作人员',
          'The officers who handle your case and pay the subsidy',
        ),
      }),
    },
    rosters: {
      kind: 'number',
      folded: true,
      label: w('签字名单有几份', 'How many signed rosters?'),
      max: 10_000,
      unit: w('份', 'copies'),
    },
    ...sharedFor({
      name: w('知道该找谁补材料', 'To know whom to ask for papers'),
      phone: w('打电话核对材料、通知补贴结果', 'To check the papers and tell you the outcome'),
    }),
    hotlineTicket,
    note,
    consent,
  },
  routingField: '',
  warn: value =>
    value.taxHere === false
      ? [
          {
            pointer: pointer('taxHere'),
            message: w(
              '包车补贴给税收在本区的企业。您这件我们收下了，工作人员会告诉您能不能补、还有什么办法',
              'The subsidy is for enterprises that pay tax in this zone. We took this in, and an officer tells you what can be done',
            ),
          },
        ]
      : [],
  columns: [
    ...sharedColumns,
    'taxHere',
    'trips.place',
    'trips.day',
    'trips.headcount',
    'cost',
    'rosters',
    'papers',
    'account',
    'hotlineTicket',
    'note',
  ],
});
