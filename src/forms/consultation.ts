import { w } from '#src/i18n/words.ts';
import { consent, hotlineTicket, shared, sharedColumns } from './blocks.ts';
import { form } from './field.ts';

const topic = (code: string, zh: string, en: string) => ({ code, name: w(zh, en) });

/** Topics, in the order in which people are asked; the routing table decides by them. */
export const topics = [
  topic('reopening', '复工与防疫', 'Reopening and epidemic control'),
  topic('loan', '贷款', 'Loans'),
  topic('labour', '社保用工', 'Work and social insurance'),
  topic('tax', '税费', 'Taxes and fees'),
  topic('rent', '房租', 'Rent'),
  topic('utilities', '水电气', 'Utilities'),
  topic('transport', '运输通行', 'Transport'),
  topic('law', '法律', 'Law'),
  topic('psychology', '心理', 'Psychological help'),
  topic('hr', '人力资源', 'Human resources'),
  topic('ip', '高企与知识产权', 'High-tech status and intellectual property'),
  topic('policy', '惠企政策', 'Support policies'),
  topic('other', '其他', 'Other'),
];

/** What helps to answer a question of each topic: short blanks to fill in. */
const templates = {
  reopening: w(
    '打算哪天复工：\n多少人到岗，有没有外地回来的：\n卡在哪一步：',
    'Day of reopening:\nStaff on site, any from elsewhere:\nWhat holds it up:',
  ),
  loan: w(
    '贷款银行：\n金额：\n到期日：\n想要什么（延期、新增、降息）：',
    'Bank:\nAmount:\nDue on:\nWanted (extension, new loan, lower interest):',
  ),
  labour: w(
    '多少员工，参保多少人：\n哪一项（社保缓缴、稳岗返还、工资、合同）：\n从哪个月起：',
    'Staff, and how many insured:\nAbout (contributions, refunds, wages, contracts):\nSince which month:',
  ),
  tax: w(
    '一般纳税人还是小规模：\n哪个税种或费：\n哪个所属期：\n遇到什么：',
    'General or small-scale taxpayer:\nTax or fee:\nPeriod:\nWhat happened:',
  ),
  rent: w(
    '房东是谁（国有单位、私人、园区）：\n租在哪里，多少平方米：\n月租：\n谈到哪一步：',
    'Landlord (public, private, park):\nWhere, how many square metres:\nRent a month:\nTalks so far:',
  ),
  utilities: w(
    '水、电、气、热哪一项：\n户号：\n遇到什么（欠费、减容、停供）：',
    'Water, power, gas or heat:\nCustomer number:\nProblem (arrears, lower capacity, cut off):',
  ),
  transport: w(
    '运什么或接什么人：\n从哪里到哪里：\n哪天走：\n卡在哪里：',
    'Goods or people:\nFrom and to:\nDay:\nWhere it is stopped:',
  ),
  law: w(
    '什么合同，和谁签的：\n哪一条履行不了：\n损失大约多少：\n对方怎么说：',
    'Contract, and with whom:\nWhat cannot be performed:\nLoss, about:\nWhat the other side says:',
  ),
  psychology: w(
    '谁需要帮助（本人、员工、家人）：\n遇到什么情况：\n什么时间方便通电话：',
    'Who needs help (you, staff, family):\nWhat is the matter:\nWhen to call:',
  ),
  hr: w('哪个岗位，几个人：\n哪天要：\n试过什么办法：', 'Post and number:\nBy when:\nTried so far:'),
  ip: w(
    '哪一项（高企认定、专利、商标）：\n办到哪一步：\n哪天到期：',
    'About (high-tech status, patent, trade mark):\nStage:\nDeadline:',
  ),
  policy: w(
    '哪一条政策：\n本企业的行业和人数：\n想问什么（能不能享受、怎么申请）：',
    'Which policy:\nYour industry and staff:\nQuestion (do we qualify, how to apply):',
  ),
  other: w('什么事：\n从哪天起：\n希望怎么解决：', 'What:\nSince when:\nWhat would help:'),
};

/** 咨询: a question that an officer answers within a working day. */
export const consultation = form({
  id: 'consultation',
  subject: 'question',
  title: w('把问题交给工作人员', 'Ask an officer'),
  lead: w(
    '用大白话写就行。工作人员看到后答复您，答复也会出现在查询页上。',
    'Write it in your own words. An officer answers, and the answer also appears on the tracking page.',
  ),
  fields: {
    topic: { kind: 'choice', label: w('哪方面的问题', 'Topic'), required: true, options: topics },
    question: {
      kind: 'text',
      label: w('您的问题', 'Your question'),
      required: true,
      max: 1000,
      rows: 5,
      templates: { by: 'topic', texts: templates },
    },
    asked: {
      kind: 'text',
      folded: true,
      label: w('问过谁、怎么答的', 'Whom did you ask, and what did they say?'),
      max: 300,
      rows: 2,
    },
    ...shared,
    channel: {
      kind: 'choice',
      label: w('怎么联系您', 'How should we reach you?'),
      radios: true,
      options: [
        { code: 'phone', name: w('打电话', 'By phone') },
        { code: 'page', name: w('在网上看答复就行', 'I will read the answer here') },
      ],
    },
    when: { kind: 'text', folded: true, label: w('什么时间方便', 'When is a good time?'), max: 60 },
    hotlineTicket,
    consent,
  },
  routingField: 'topic',
  columns: ['topic', 'question', 'asked', ...sharedColumns, 'channel', 'when', 'hotlineTicket'],
});
