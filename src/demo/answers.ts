import type { Answers } from '#src/forms/field.ts';
import type { Chance } from './chance.ts';
import { questions } from './questions.ts';

/** What officers write, by the form; `usual` where there is nothing of its own. */
const texts: Readonly<Record<string, readonly string[]>> = {
  materials: [
    '您好。您登记的物资已经列入本周调配，安排好以后短信和电话通知来领，领用时签领用单，仅供本单位使用。',
    '您好。口罩这周到货不多，先按到岗人数安排一部分，其余等下一批。酒精可以直接联系“供应渠道”里的单位买，价格已经核过。',
    '您好。已经和您联系过，物资在政务服务中心一楼领取，带上营业执照复印件。',
  ],
  financing: [
    '您好。已经把您的需求转给两家银行，客户经理三天内上门，请准备近一年的纳税和开票情况。不收费，也不保证获贷。',
    '您好。您的贷款可以延期还本付息，银行已经同意办，请带合同到网点签补充协议。',
    '您好。银行看过以后认为现金流还不够，建议先做担保贷，我们已经联系担保公司，费率按1%以下收。',
  ],
  labour: [
    '您好。岗位审核后已经公开，线上招聘会每周三一场，给您留了位置。已推荐四名求职者，请接电话。',
    '您好。联系到一家停工的企业愿意借人，双方先谈工资和住宿，协议范本在“文书”里。',
  ],
  transport: ['您好。车辆和沿途手续都联系好了，出发前一天把乘车人数再报一次，名单交承运方。'],
  'transport-subsidy': [
    '您好。材料核过了，补贴按实际车费的比例拨付，预计十个工作日到账。',
    '您好。还缺付款凭证，补上以后马上拨付。',
  ],
  'transport-pass': [
    '您好。通行证明已经出好，可以到政务服务中心领取，也可以把扫描件先发给司机。',
    '您好。跨省的已经转报交通部门，一般当天批下来，请保持电话畅通。',
  ],
  lodging: [
    '您好。隔离点已经留好床位，到达前两小时打值班电话，有专车接。',
    '您好。街道联系了两处公寓，月租和押金都谈过，您可以先去看房。',
  ],
  'supply-chain': [
    '您好。已经发函给供应商所在地，对方答复本周内复工，恢复供货后请在这里说一声。',
    '您好。对方暂时复不了工，我们找到本地一家能做同样的件，联系方式电话里告诉您。',
  ],
  utilities: ['您好。供电公司已经受理，明天上门，请留人。', '您好。缓缴已经批准，期间不收滞纳金，不停供。'],
  event: ['您好。宣贯会定在下周三下午两点，线上举行，会议链接开会前一天发到您电话上。'],
  donation: ['您好，谢谢您。物资已经登记，约好明天上午送到仓库，接收函一并开给您。'],
  'supply-offer': ['您好。证照核对过了，货源已经登在供应渠道里，有企业联系时请先验货。'],
  other: [
    '您好。我们和物业、社区一起看过现场，今天起恢复货梯，按时段错开使用。',
    '您好。您的建议已经转给防控组，采用以后告诉您。',
    '您好。已经核实，确有其事，责令退还并通报。',
  ],
  several: ['您好。您说的这件事已经记下，承办人电话里和您核对过细节，安排好以后告诉您。'],
  usual: ['您好。您反映的事已经办理，结果电话里和您说过。有新情况请在这里补充。'],
};

/** The answer to a submission, a question's own where it is one. */
export const answerTo = (form: string, answers: Answers, chance: Chance): string =>
  questions.find(one => form === 'consultation' && one.ask === answers.question)?.answer ??
  chance.pick(texts[form] ?? texts.usual ?? []);

/** What is missing, all told at once. */
export const missing: readonly (readonly string[])[] = [
  ['营业执照复印件', '到岗人员数量'],
  ['承诺书没有盖章，请盖章后重拍'],
  ['请写清每种物资的数量和规格', '收货人'],
  ['付款凭证', '发票'],
  ['防控方案里没有写隔离室在哪里'],
];

/** What enterprises write back. */
export const replies: readonly string[] = [
  '已经补上了，请再看一下。',
  '材料补齐了，原件在我们这里。',
  '数量改了，以这次为准。',
  '刚才电话里说过，现在补在这里。',
];

export const doubts: readonly string[] = [
  '还没有人联系我们。',
  '只办了一半，剩下的什么时候有？',
  '银行又说不行了，请再帮忙问问。',
];

export const praise: readonly string[] = ['回得很快。', '谢谢，问题解决了。', '电话里讲得很清楚。'];
export const blame: readonly string[] = ['等了太久。', '答非所问。', '电话打了三次都没人接。'];

/** What officers say on the phone and note for each other. */
export const calls: readonly string[] = [
  '核对了数量和时间，企业可以自提。',
  '说明了政策，企业表示理解。',
  '约好明天上午上门。',
  '告诉企业还在协调，最迟后天答复。',
];
export const notes: readonly string[] = [
  '上次同一企业也反映过，一并处理。',
  '已问过物资组，周四到货。',
  '对方着急，优先办。',
  '和街道一起去看过。',
];

/** Why somebody else takes it, needs longer, or is asked to help. */
export const passing = '经核实不属于本部门职责，建议由主管部门承办。';
export const longer = '需要外地单位回函，预计两个工作日内有结果。';
export const helping = '请从本部门职责角度提出意见。';
export const helped: readonly string[] = [
  '可以办，需要企业提供用工名单。',
  '没有意见。',
  '已联系供应单位，明天答复。',
];

/** What came of it in the end, where it has to be explained. */
export const endings = {
  policy: '现行政策没有这一项支持，已经说明依据和可以享受的其他政策。',
  upward: '超出本区权限，已经报上级部门协调，有结果马上告诉您。',
  outside: '不归本区办理，已经告知受理单位和电话。',
  partly: '先解决了一部分，其余的记在台账上继续跟进。',
} as const;
