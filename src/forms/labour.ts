import { type Words, w } from '#src/i18n/words.ts';
import { type Restriction, restriction } from '#src/rules/hiring.ts';
import { consent, hotlineTicket, note, sharedColumns, sharedFor } from './blocks.ts';
import { form, type Problem, pointer } from './field.ts';

const option = (code: string, zh: string, en: string) => ({ code, name: w(zh, en) });
const by = {
  sex: w('性别', 'sex'),
  age: w('年龄', 'age'),
  origin: w('籍贯', 'origin'),
} as const satisfies Record<Restriction['by'], unknown>;

/** What is wrong with a text that the public will read, and what to write instead; null where it restricts nobody. */
export const unfair = (text: string): Words | null => {
  const found = restriction(text);
  if (!found) return null;
  return w(
    `“${found.words}”像是对${by[found.by]['zh-Hans']}的限制。招人不能限制性别、年龄、籍贯（就业促进法第26条），请改成技能要求；说的是产品或客户的，换个写法`,
    `“${found.words}” reads like a limit by ${by[found.by].en}. Hiring may not be limited by sex, age or origin (Employment Promotion Law, article 26): ask for skills instead; if you mean goods or customers, put it otherwise`,
  );
};

const fairness = (path: string, text: string): readonly Problem[] => {
  const message = unfair(text);
  return message ? [{ pointer: pointer(path), message }] : [];
};

/** Kinds of employment, by their codes. */
export const employmentKinds = [
  option('full-time', '全日制', 'Full time'),
  option('part-time', '非全日制（小时工）', 'Part time, by the hour'),
  option('temporary', '短期或季节工', 'Temporary or seasonal'),
  option('dispatch', '劳务派遣', 'Through an agency'),
  option('intern', '实习', 'Internship'),
];

const pay = (zh: string, en: string) =>
  ({
    kind: 'number',
    label: w(zh, en),
    max: 1_000_000,
    decimals: 2,
    unit: w('元/月', 'yuan a month'),
  }) as const;

const hiring = { field: 'want', is: ['hire'] } as const;
const lending = { field: 'want', is: ['lend'] } as const;

/** 用工需求: positions, and staff that could be lent. Vacancies are published after review, so restrictions are refused. */
export const labour = form({
  id: 'labour',
  subject: 'need',
  bulk: true,
  title: w('登记用工需求', 'Register a need for staff'),
  lead: w(
    '缺人手，或者有富余人员可以借给别的企业，填这张表。岗位审核后公开，不能写性别、年龄、籍贯限制。',
    'Short of staff, or have staff to lend? Tell us here. Vacancies are published after review and may not be limited by sex, age or origin.',
  ),
  fields: {
    want: {
      kind: 'choices',
      label: w('要办什么', 'What is it about?'),
      required: true,
      options: [
        option('hire', '缺人手，要招人', 'We need staff'),
        option('lend', '有富余人员，可以借出', 'We have staff to lend'),
      ],
    },
    positions: {
      kind: 'lines',
      label: w('招什么人', 'Positions'),
      help: w('一个岗位一行', 'One line each'),
      when: hiring,
      fields: {
        title: { kind: 'text', label: w('岗位', 'Position'), required: true, max: 40, clear: true },
        headcount: {
          kind: 'number',
          label: w('要几个人', 'How many?'),
          max: 100_000,
          unit: w('人', 'people'),
        },
        skills: { kind: 'text', label: w('技能要求', 'Skills'), max: 200 },
        payFrom: pay('月薪最低', 'Pay from'),
        payTo: pay('月薪最高', 'Pay to'),
        employment: {
          kind: 'choice',
          folded: true,
          label: w('用工形式', 'Kind of employment'),
          options: employmentKinds,
        },
        board: {
          kind: 'choices',
          folded: true,
          label: w('包吃包住吗', 'Board and lodging'),
          options: [option('meals', '包吃', 'Meals'), option('lodging', '包住', 'Lodging')],
        },
        startDay: { kind: 'day', folded: true, label: w('哪天到岗', 'Start') },
        insured: { kind: 'yes-no', folded: true, label: w('缴社保吗', 'Social insurance paid?') },
        online: { kind: 'yes-no', folded: true, label: w('可以线上面试吗', 'Interview online?') },
      },
    },
    lendCount: {
      kind: 'number',
      label: w('可以借出几个人', 'How many could you lend?'),
      when: lending,
      max: 100_000,
      unit: w('人', 'people'),
    },
    lendSkills: {
      kind: 'text',
      label: w('借出的人会做什么', 'What can they do?'),
      when: lending,
      required: true,
      max: 200,
    },
    ...sharedFor({
      name: w('知道该找谁核对岗位', 'To know whom to ask about a position'),
      phone: w(
        '打电话核对岗位、介绍人选；不公开',
        'To check positions and propose candidates; not published',
      ),
    }),
    hotlineTicket,
    note,
    publish: {
      kind: 'permission',
      label: w('可以公开岗位', 'Positions may be published'),
      statement: w(
        '审核后可以公开企业名称和岗位（不公开联系人和电话）',
        'After review, the enterprise’s name and the positions may be published (no contact, no phone)',
      ),
    },
    consent,
  },
  routingField: '',
  check: value => [
    ...value.positions.flatMap((line, index): readonly Problem[] => {
      const at = `positions.${index}`;
      const upsideDown = line.payFrom !== null && line.payTo !== null && line.payTo < line.payFrom;
      const message = w(
        '月薪最高的要不低于最低的，请对调',
        'The higher pay is below the lower one: exchange them',
      );
      return [
        ...fairness(`${at}.title`, line.title),
        ...fairness(`${at}.skills`, line.skills),
        ...(upsideDown ? [{ pointer: pointer(`${at}.payTo`), message }] : []),
      ];
    }),
    ...fairness('lendSkills', value.lendSkills),
  ],
  columns: [
    ...sharedColumns,
    'want',
    'positions.title',
    'positions.headcount',
    'positions.skills',
    'positions.payFrom',
    'positions.payTo',
    'positions.employment',
    'positions.board',
    'positions.startDay',
    'positions.insured',
    'positions.online',
    'lendCount',
    'lendSkills',
    'publish',
    'hotlineTicket',
    'note',
  ],
});
