import { w } from '#src/i18n/words.ts';
import { consent, hotlineTicket, note, sharedColumns, sharedFor, toAnswer } from './blocks.ts';
import { form, type Problem, pointer } from './field.ts';

const most = 1_000_000;
const people = { kind: 'number', max: most, orZero: true, unit: w('人', 'people') } as const;
const stock = { kind: 'number', folded: true, max: 100_000_000, decimals: 1, orZero: true } as const;
const option = (code: string, zh: string, en: string) => ({ code, name: w(zh, en) });

const filed = {
  title: w('复工信息报送', 'Report that work resumes'),
  lead: w(
    '提交即可开工，不等批复。本区是低风险地区，不审批、不收保证金；抽查在开工以后。',
    'Send it and start: there is nothing to wait for. The risk here is low: no approval, no deposit; checks come afterwards.',
  ),
};

/** 复工信息报送 or 复工申请, by the day's risk level: 国办发明电〔2020〕6号 forbids approval where the risk is low (B1, B2, B7). */
export const filing = form({
  id: 'filing',
  subject: 'reopening',
  ...filed,
  named: {
    filed,
    application: {
      title: w('复工申请', 'Apply to resume work'),
      lead: w(
        '一口受理、并行办理，2个工作日内答复。材料没齐也可以先提交，缺的后补。',
        'One desk takes it, all departments work on it at once, and you are answered within 2 working days. What is missing may follow.',
      ),
    },
  },
  fields: {
    filer: {
      kind: 'choice',
      label: w('给谁报', 'For whom?'),
      required: true,
      radios: true,
      options: [
        option('self', '本企业', 'This enterprise'),
        option('building', '园区、楼宇替租户报', 'A park or building, for its tenants'),
      ],
    },
    tenants: {
      kind: 'lines',
      label: w('要复工的租户', 'Tenants that resume work'),
      help: w(
        '一家一行。下面的企业信息写园区或楼宇自己的',
        'One line each. The enterprise below is the park or building',
      ),
      when: { field: 'filer', is: ['building'] },
      fields: {
        name: { kind: 'text', label: w('租户名称', 'Name of the tenant'), required: true, max: 80 },
        creditCode: { kind: 'credit-code', label: w('统一社会信用代码', 'Unified social credit code') },
        staff: { ...people, label: w('总人数', 'Staff') },
      },
    },
    aboveThreshold: {
      kind: 'yes-no',
      label: w('上年产值达到3亿元吗', 'Was last year’s output at least 300 million yuan?'),
      help: w('只问是不是，用来决定由哪里办理', 'Only yes or no: it decides which office handles it'),
    },
    reopening: { kind: 'day', label: w('拟复工日期', 'Day of reopening'), required: true },
    staff: {
      kind: 'group',
      label: w('人员', 'Staff'),
      help: w('替租户报的，写各家合计', 'For tenants: all of them together'),
      fields: {
        total: { ...people, label: w('总人数', 'All staff'), required: true },
        returning: { ...people, label: w('拟到岗', 'Returning to work'), required: true },
        local: { ...people, label: w('其中本地', 'Of all staff: local') },
        otherProvinces: { ...people, label: w('其中省外', 'Of all staff: from other provinces') },
        keyRegions: {
          ...people,
          label: w('其中从疫情重点地区来', 'Of all staff: from the hardest-hit regions'),
        },
        completed: {
          ...people,
          label: w('已满14天观察', 'Of all staff: 14 days of observation completed'),
        },
        letters: {
          ...people,
          folded: true,
          label: w('员工承诺书签了几份', 'Commitment letters signed by employees'),
          help: w('由企业自己留存，不用上传', 'Keep them yourselves; only the number is asked'),
        },
      },
    },
    stock: {
      kind: 'group',
      label: w('防疫物资存量', 'Supplies in stock'),
      fields: {
        masks: { ...stock, label: w('口罩', 'Masks'), unit: w('只', 'pieces') },
        thermometers: { ...stock, label: w('测温枪、体温计', 'Thermometers'), unit: w('支', 'pieces') },
        disinfectant: {
          ...stock,
          label: w('消毒液、酒精', 'Disinfectant and alcohol'),
          unit: w('升', 'litres'),
        },
      },
    },
    isolation: { kind: 'yes-no', folded: true, label: w('有隔离间吗', 'Is there an isolation room?') },
    canteen: {
      kind: 'choice',
      folded: true,
      label: w('怎么吃饭', 'Meals'),
      options: [
        option('apart', '食堂，错峰分散吃', 'Canteen, in shifts and apart'),
        option('delivered', '送餐', 'Delivered'),
        option('own', '自带', 'Own food'),
        option('none', '不供餐', 'None'),
      ],
    },
    dormitory: {
      kind: 'choice',
      folded: true,
      label: w('宿舍', 'Dormitory'),
      options: [
        option('four', '有，每间4人以内', 'Yes, up to 4 a room'),
        option('six', '有，每间5到6人', 'Yes, 5 or 6 a room'),
        option('more', '有，每间超过6人', 'Yes, more than 6 a room'),
        option('none', '没有', 'None'),
      ],
    },
    commuting: {
      kind: 'choices',
      folded: true,
      label: w('怎么上下班', 'Ways to work'),
      options: [
        option('shuttle', '班车', 'Shuttle bus'),
        option('own', '自驾、骑车、步行', 'Own car, bicycle, on foot'),
        option('public', '公交', 'Public transport'),
        option('onsite', '住在厂里', 'Living on site'),
      ],
    },
    responsible: {
      kind: 'group',
      label: w('防控第一责任人', 'The person responsible for epidemic control'),
      fields: {
        name: {
          kind: 'text',
          label: w('责任人姓名', 'Name of that person'),
          required: true,
          max: 40,
          personal: toAnswer(w('知道谁负责防控', 'To know who is responsible for epidemic control')),
        },
        phone: {
          kind: 'phone',
          label: w('责任人手机或电话', 'Mobile or phone of that person'),
          required: true,
          personal: toAnswer(w('有疫情时马上找到人', 'To reach that person at once in an outbreak')),
        },
      },
    },
    letter: {
      kind: 'files',
      label: w('单位承诺书', 'Commitment letter'),
      help: w(
        '法定代表人或主要负责人签字、盖章，手机拍照即可',
        'Signed by the legal representative or the head, sealed; a photograph will do',
      ),
      max: 3,
    },
    application: {
      kind: 'files',
      folded: true,
      label: w('申请表', 'Application form'),
      help: w(
        '签字盖章，手机拍照即可；没齐可以后补',
        'Signed and sealed; a photograph will do, and it may follow',
      ),
      max: 3,
    },
    prevention: { kind: 'files', folded: true, label: w('防控方案', 'Prevention plan'), max: 5 },
    emergency: { kind: 'files', folded: true, label: w('应急预案', 'Emergency plan'), max: 5 },
    ...sharedFor({
      name: w('知道复工的事该找谁', 'To know whom to ask about the reopening'),
      phone: w('核对材料、告诉您结果', 'To check the papers and tell you the result'),
    }),
    hotlineTicket,
    note,
    safetyCheck: {
      kind: 'consent',
      label: w('复工安全检查', 'Safety check'),
      required: true,
      statement: w(
        '复工安全检查：开工前对设备、用电、消防和场所做完安全检查，有隐患的先整改再开工',
        'Safety check: machines, wiring, fire protection and rooms are checked before work starts, and faults are mended first',
      ),
    },
    commitment: {
      kind: 'consent',
      label: w('安全承诺', 'Safety commitment'),
      required: true,
      statement: w(
        '安全承诺：落实疫情防控和安全生产主体责任，按承诺书做到“六到位六个要”，所填情况属实',
        'Commitment: we take responsibility for epidemic control and safety at work, keep to the commitment letter, and what is written here is true',
      ),
    },
    consent,
  },
  routingField: 'aboveThreshold',
  check: ({ staff, tenants }) => {
    const { total, returning, local, otherProvinces, keyRegions, completed, letters } = staff;
    const all = total ?? 0;
    const problems: Problem[] = [];
    const above = (count: number | null, field: string, zh: string, en: string): void => {
      if ((count ?? 0) > all) problems.push({ pointer: pointer(`staff.${field}`), message: w(zh, en) });
    };
    const more = (zh: string) => `${zh}比总人数${all}人还多，请核对`;
    const than = (en: string) => `${en} is more than all staff (${all}): please check`;
    above(returning, 'returning', more('拟到岗人数'), than('Returning to work'));
    above(
      (local ?? 0) + (otherProvinces ?? 0),
      local === null ? 'otherProvinces' : 'local',
      more('本地加省外'),
      than('Local and from other provinces together'),
    );
    above(keyRegions, 'keyRegions', more('从重点地区来的'), than('From the hardest-hit regions'));
    above(completed, 'completed', more('已满14天的'), than('14 days completed'));
    above(letters, 'letters', more('承诺书份数'), than('The number of letters'));
    const theirs = tenants.reduce((sum, tenant) => sum + (tenant.staff ?? 0), 0);
    above(
      theirs,
      'total',
      `各租户合计${theirs}人，比总人数${all}人还多，请核对`,
      `The tenants have ${theirs} together, more than all staff (${all}): please check`,
    );
    return problems;
  },
  columns: [
    ...sharedColumns,
    'filer',
    'tenants.name',
    'tenants.creditCode',
    'tenants.staff',
    'aboveThreshold',
    'reopening',
    'staff.total',
    'staff.returning',
    'staff.local',
    'staff.otherProvinces',
    'staff.keyRegions',
    'staff.completed',
    'staff.letters',
    'stock.masks',
    'stock.thermometers',
    'stock.disinfectant',
    'isolation',
    'canteen',
    'dormitory',
    'commuting',
    'responsible.name',
    'responsible.phone',
    'application',
    'letter',
    'prevention',
    'emergency',
    'hotlineTicket',
    'note',
  ],
});
