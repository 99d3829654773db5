import { enterprise, head, phone, signed } from './letters.ts';
import type { Template } from './template.ts';

/** 复工方案: who comes back when, with what, and what was checked; 一企一策. */
export const reopeningPlan: Template = {
  id: 'reopening-plan',
  title: '复工方案',
  lead: '写清几时复工、谁先回来、准备了什么。一企一策，按自己的情况写。',
  fields: [
    enterprise,
    head,
    { id: 'deputy', label: '具体负责人', example: '王某某' },
    phone,
    { id: 'day', label: '拟复工日期', example: '2020-03-23', kind: 'day' },
    { id: 'staff', label: '总人数', example: '120', kind: 'number' },
    { id: 'first', label: '第一批到岗', example: '46人，本地员工，装配车间和仓库', kind: 'long' },
    { id: 'second', label: '第二批到岗', example: '40人，3月30日起，健康情况核对后安排', kind: 'long' },
    { id: 'rest', label: '暂不到岗', example: '34人，在家办公或等通知', kind: 'long' },
    { id: 'masks', label: '口罩存量', example: '2400只，每天用240只' },
    { id: 'thermometers', label: '测温设备', example: '额温枪4支' },
    { id: 'disinfectant', label: '消毒用品', example: '84消毒液60升，75%酒精20升' },
    { id: 'isolation', label: '隔离室在哪里', example: '办公楼一层东侧，单独出入' },
    { id: 'commute', label: '员工怎么来', example: '自驾、骑车为主；外地员工包车，点对点直达', kind: 'long' },
    { id: 'needs', label: '需要园区帮什么', example: '缺额温枪2支', kind: 'long' },
    signed,
  ],
  parts: [
    { kind: 'heading', text: '一、谁负责' },
    { kind: 'text', text: '主要负责人{head}是疫情防控第一责任人，{deputy}具体负责，联系电话{phone}。' },
    { kind: 'heading', text: '二、几时复工、谁先回来' },
    { kind: 'text', text: '{enterprise}拟于{day}复工，总人数{staff}人，分批到岗：' },
    { kind: 'list', items: ['第一批：{first}。', '第二批：{second}。', '暂不到岗：{rest}。'] },
    { kind: 'text', text: '到岗前逐人问清来源地、健康状况和近14天去向，记入台账。' },
    { kind: 'heading', text: '三、准备了什么' },
    {
      kind: 'list',
      items: [
        '口罩：{masks}。',
        '测温：{thermometers}。',
        '消毒：{disinfectant}。',
        '隔离室：{isolation}。',
        '开工前，车间、宿舍、食堂彻底清洁消毒一次；全体员工分批培训。',
        '开工前，设备、用电、消防和场所做完安全检查，有隐患的先整改。',
      ],
    },
    { kind: 'heading', text: '四、员工怎么来' },
    { kind: 'text', text: '{commute}。' },
    { kind: 'heading', text: '五、需要帮什么' },
    { kind: 'text', text: '{needs}。' },
    { kind: 'sign', text: '{enterprise}（盖章）' },
    { kind: 'sign', text: '{signed}' },
  ],
};

/** 防控方案和应急预案: what is done every day, and what when somebody falls ill. */
export const preventionPlan: Template = {
  id: 'prevention-plan',
  title: '疫情防控方案和应急预案',
  lead: '写清每天谁做什么；有人发热时先做什么、打给谁。',
  fields: [
    enterprise,
    head,
    {
      id: 'group',
      label: '防控小组成员',
      example: '王某某（进门）、赵某某（消毒）、钱某某（食堂和宿舍）',
      kind: 'long',
    },
    { id: 'gate', label: '谁管进门测温', example: '门卫两人，早中晚三班' },
    { id: 'clean', label: '谁管消毒、一天几次', example: '保洁三人，高频接触的地方一天三次' },
    { id: 'air', label: '怎么通风', example: '车间开窗，空调只用新风，排风直接排到室外' },
    { id: 'canteen', label: '怎么吃饭', example: '分三批，用餐盒，同向就坐' },
    { id: 'dormitory', label: '宿舍怎么管', example: '每间4人，专人测温，每天2次' },
    { id: 'reporter', label: '谁每天汇总、报告', example: '孙某某' },
    { id: 'isolation', label: '隔离室在哪里', example: '办公楼一层东侧，单独出入' },
    { id: 'cdc', label: '疾控电话', example: '0000-0000004', kind: 'phone' },
    { id: 'clinic', label: '发热门诊', example: '示范医院发热门诊，0000-0000003' },
    signed,
  ],
  parts: [
    { kind: 'heading', text: '一、谁负责' },
    { kind: 'text', text: '{enterprise}由主要负责人{head}担任第一责任人。防控小组：{group}。' },
    { kind: 'heading', text: '二、每天做什么' },
    {
      kind: 'list',
      items: [
        '进门：{gate}。每次进门都测温，正常才能进；外来人员测温、登记，问清来源地、单位和接触史。',
        '消毒：{clean}。有人在场时不对空气使用化学消毒剂，84消毒液不与洁厕灵混用。',
        '通风：{air}。',
        '食堂：{canteen}。用餐不交谈，餐具清洗消毒。',
        '宿舍：{dormitory}。',
        '开会：能视频就视频；一定要开的，缩短时间、控制规模、开窗。',
        '口罩：按规定佩戴；用过的投入专用带盖垃圾桶。',
        '报告：{reporter}每天汇总员工健康状况，按规定报送。',
      ],
    },
    { kind: 'heading', text: '三、有人发热怎么办' },
    {
      kind: 'list',
      items: [
        '让他戴上口罩，到隔离室（{isolation}）单独休息。',
        '立即报告当地疾控部门，电话{cdc}；按规定安排就近就医：{clinic}。',
        '封存他的活动区域，协助追踪密切接触者。',
        '在疾控部门指导下，对场所和空调做终末消毒。',
        '按要求暂停工作场所，控制住以后再恢复。',
        '隔离期间的工资按规定支付，不解除合同。',
      ],
    },
    { kind: 'sign', text: '{enterprise}（盖章）' },
    { kind: 'sign', text: '{signed}' },
  ],
};

/** 进出登记表: what the gate asks of everybody who does not work there (国发明电〔2020〕4号). */
export const gateRegister: Template = {
  id: 'gate-register',
  title: '进出人员测温登记表',
  lead: '放在门口，一天一张。外来人员测温，问清来源地、单位和接触史。',
  wide: true,
  fields: [
    enterprise,
    { id: 'gate', label: '哪个门', example: '南门' },
    { id: 'day', label: '日期', example: '2020-03-20', kind: 'day' },
    { id: 'keeper', label: '登记人', example: '周某某' },
  ],
  parts: [
    { kind: 'text', text: '单位：{enterprise}　　门：{gate}　　日期：{day}　　登记人：{keeper}' },
    {
      kind: 'table',
      head: [
        '时间',
        '姓名',
        '单位',
        '从哪里来',
        '体温（℃）',
        '接触史、症状',
        '找谁、什么事',
        '电话',
        '离开时间',
      ],
      blank: 14,
      example: [
        ['8:10', '吴某某', '示范物流公司', '本市乙镇', '36.5', '没有', '仓库，送货', '0000-0000041', '8:40'],
        [
          '9:25',
          '郑某某',
          '示范电梯公司',
          '本市东区',
          '36.7',
          '没有',
          '设备科，检修',
          '0000-0000042',
          '11:05',
        ],
      ],
    },
    { kind: 'text', text: '体温异常的不进门，按应急预案办。登记表由单位保管，只用于疫情防控。' },
  ],
};
