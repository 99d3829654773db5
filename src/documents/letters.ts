import type { Field, Template } from './template.ts';

/** Fields that several documents ask the same way. */
export const enterprise: Field = { id: 'enterprise', label: '企业名称', example: '示范机械有限公司' };
export const head: Field = { id: 'head', label: '主要负责人', example: '张某某' };
export const phone: Field = { id: 'phone', label: '联系电话', example: '0000-0000031', kind: 'phone' };
export const signed: Field = { id: 'signed', label: '签署日期', example: '2020-03-20', kind: 'day' };

/** 企业对政府的承诺书, signed by the legal representative or the head, sealed: what the guide asks, in the enterprise's own name. */
export const enterpriseLetter: Template = {
  id: 'enterprise-letter',
  title: '企业复工承诺书',
  lead: '法定代表人或主要负责人签字、盖章，手机拍照，报送复工信息时一起交。',
  fields: [
    { id: 'office', label: '交给哪个单位', example: '示范高新区管委会' },
    enterprise,
    { id: 'code', label: '统一社会信用代码', example: '91350100M000100Y43' },
    { id: 'day', label: '拟复工日期', example: '2020-03-23', kind: 'day' },
    { id: 'staff', label: '总人数', example: '120', kind: 'number' },
    { id: 'returning', label: '拟到岗人数', example: '86', kind: 'number' },
    head,
    phone,
    signed,
  ],
  parts: [
    { kind: 'text', text: '{office}：' },
    {
      kind: 'text',
      text: '本单位{enterprise}（统一社会信用代码{code}）拟于{day}复工，总人数{staff}人，拟到岗{returning}人。本单位承诺：',
    },
    {
      kind: 'list',
      items: [
        '主要负责人{head}担任疫情防控第一责任人，成立防控小组，写明每个岗位的责任。',
        '制定复工方案、防控方案和应急预案，一企一策，照着做。',
        '逐人问清员工的来源地、健康状况和近14天去向，记入台账，每天汇总。',
        '备好口罩、测温和消毒用品，采购、发放都记台账。',
        '进门测温、登记，场所通风、消毒，食堂错峰、分散就餐，减少聚集。',
        '设临时隔离室。员工出现可疑症状，马上隔离，立即报告当地疾控部门。',
        '员工隔离期间，按规定支付工资，不解除合同。',
        '开工前对设备、用电、消防和场所做完安全检查，有隐患的先整改再开工。',
        '按规定报送情况，所填内容属实，不瞒报、不漏报、不迟报。',
      ],
    },
    { kind: 'text', text: '做不到的，本单位承担相应责任。' },
    { kind: 'sign', text: '承诺单位（盖章）：{enterprise}' },
    { kind: 'sign', text: '法定代表人或主要负责人（签字）：' },
    { kind: 'sign', text: '联系电话：{phone}' },
    { kind: 'sign', text: '{signed}' },
  ],
};

/** 员工对企业的承诺书: true health information, and keeping to the guide. The enterprise keeps it; only the number is reported. */
export const employeeLetter: Template = {
  id: 'employee-letter',
  title: '员工健康承诺书',
  lead: '每名员工签一份，由企业留存；报送时只报签了几份。',
  fields: [
    enterprise,
    { id: 'name', label: '姓名', example: '李某某' },
    { id: 'post', label: '部门、岗位', example: '装配车间，装配工' },
    { id: 'from', label: '从哪里来', example: '本市甲镇' },
    { id: 'arrived', label: '哪天到的', example: '2020-03-02', kind: 'day' },
    { id: 'trace', label: '近14天去过哪里', example: '一直在家，没有出过本市', kind: 'long' },
    { id: 'health', label: '近14天有没有发热、咳嗽', example: '没有' },
    phone,
    signed,
  ],
  parts: [
    { kind: 'text', text: '{enterprise}：' },
    { kind: 'text', text: '我是{name}，在{post}工作。我如实告知：' },
    {
      kind: 'list',
      items: ['我从{from}来，{arrived}到达。', '近14天去过：{trace}。', '近14天发热、咳嗽的情况：{health}。'],
    },
    { kind: 'text', text: '上班期间我承诺：' },
    {
      kind: 'list',
      items: [
        '每天按要求测温，进门配合登记。',
        '按规定戴口罩，勤洗手，用过的口罩投入专用垃圾桶。',
        '错峰、分散就餐，吃饭不交谈；不聚集，排队保持距离。',
        '住宿舍的，遵守宿舍的人数、通风和测温规定。',
        '自己或同住的人发热、咳嗽，不上班，马上报告单位。',
        '去向和健康状况有变化，当天报告，不隐瞒。',
      ],
    },
    { kind: 'text', text: '以上属实。隐瞒造成后果的，我承担相应责任。' },
    { kind: 'sign', text: '承诺人（签字）：' },
    { kind: 'sign', text: '联系电话：{phone}' },
    { kind: 'sign', text: '{signed}' },
  ],
};
