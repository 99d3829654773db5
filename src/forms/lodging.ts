import { w } from '#src/i18n/words.ts';
import { consent, hotlineTicket, note, sharedColumns, sharedFor } from './blocks.ts';
import { form, type Problem, pointer, type Tables } from './field.ts';

const option = (code: string, zh: string, en: string) => ({ code, name: w(zh, en) });
const people = (zh: string, en: string) =>
  ({ kind: 'number', label: w(zh, en), max: 10_000, orZero: true, unit: w('人', 'people') }) as const;

/** Somebody has a fever: no form, but numbers to call, those of the enterprise's own area first. */
const fever = (area: unknown, { areas, phones }: Tables): Problem => {
  const office = areas.find(one => one.code === area);
  const street = office?.officePhone
    ? {
        zh: `，再告诉${office.name['zh-Hans']}${office.officePhone}`,
        en: `, then your local office ${office.officePhone}`,
      }
    : { zh: '', en: '' };
  return {
    pointer: pointer('anyFever'),
    message: w(
      `有人发热，先不填表：让他单独待着、戴好口罩，马上打120或发热门诊${phones.feverClinic}，报疾控${phones.cdc}${street.zh}，也可以打值班电话${phones.duty}。住处由防控人员一并安排`,
      `Somebody has a fever, so do not fill this in: keep the person apart with a mask, call 120 or the fever clinic ${phones.feverClinic} now, tell disease control ${phones.cdc}${street.en}, or call the duty phone ${phones.duty}. They also arrange lodging`,
    ),
  };
};

/** 住宿: beds for quarantine, or a dormitory that is missing; by count, without names. */
export const lodging = form({
  id: 'lodging',
  subject: 'need',
  title: w('登记住宿需求', 'Register a need for lodging'),
  lead: w(
    '返岗员工没地方住，或要集中隔离医学观察，填这张表。只填人数，不填姓名。',
    'Returning staff without a place to live, or to be quarantined? Tell us here: counts only, no names.',
  ),
  fields: {
    anyFever: {
      kind: 'yes-no',
      label: w('这些人里有没有人发热、咳嗽', 'Has any of them a fever or a cough?'),
      required: true,
    },
    stop: {
      kind: 'group',
      label: w('有人发热：先不填表，马上打120', 'A fever: do not fill this in, call 120 now'),
      help: w(
        '让他单独待着、戴好口罩，再打本页下方的防控值班电话。按“提交”会显示疾控和街道的电话，不会登记。',
        'Keep the person apart with a mask, then call the duty phone below. Sending shows the numbers of disease control and your local office; nothing is registered.',
      ),
      when: { field: 'anyFever', is: ['true'] },
      fields: {},
    },
    stay: {
      kind: 'group',
      label: w('怎么住', 'Lodging'),
      when: { field: 'anyFever', is: ['false'] },
      fields: {
        kind: {
          kind: 'choice',
          label: w('哪一种', 'Which kind?'),
          required: true,
          radios: true,
          options: [
            option('quarantine', '集中隔离医学观察', 'Quarantine'),
            option('dormitory', '缺宿舍', 'A dormitory is missing'),
          ],
        },
        men: people('男', 'Men'),
        women: people('女', 'Women'),
        origin: {
          kind: 'text',
          label: w('从哪里来', 'Where from?'),
          help: w('写到县区，几个地方都写上', 'Down to the county; name them all'),
          required: true,
          max: 100,
        },
        arrival: { kind: 'day', label: w('哪天到', 'Arriving on'), required: true },
        nights: {
          kind: 'number',
          label: w('住几晚', 'How many nights?'),
          help: w('没定就空着', 'Leave it empty if open'),
          max: 3650,
          unit: w('晚', 'nights'),
        },
        way: {
          kind: 'choice',
          folded: true,
          label: w('怎么来', 'How?'),
          options: [
            option('charter', '包车', 'Charter bus'),
            option('train', '火车', 'Train'),
            option('plane', '飞机', 'Plane'),
            option('coach', '长途客车', 'Coach'),
            option('car', '自驾', 'Car'),
          ],
        },
        payer: {
          kind: 'choice',
          folded: true,
          label: w('费用谁出', 'Who pays?'),
          options: [
            option('enterprise', '企业', 'The enterprise'),
            option('staff', '员工自己', 'The staff'),
            option('open', '还没定', 'Not settled'),
          ],
        },
      },
    },
    ...sharedFor({
      name: w('知道该找谁安排入住', 'To know whom to arrange it with'),
      phone: w('打电话商量床位和接人', 'To agree on beds and arrival'),
      seenBy: w(
        '承办您这件事的工作人员和安排住处的街道',
        'The officers who handle your case and the street office that finds the place',
      ),
    }),
    hotlineTicket,
    note,
    consent,
  },
  routingField: 'stay.kind',
  stop: ({ anyFever, enterprise }, tables) => (anyFever === true ? fever(enterprise?.area, tables) : null),
  check: ({ stay }) => {
    if ((stay.men ?? 0) + (stay.women ?? 0) > 0) return [];
    const message = w('请填男、女各多少人，没有的填0', 'Enter how many men and women; write 0 for none');
    return [{ pointer: pointer('stay.men'), message }];
  },
  columns: [
    ...sharedColumns,
    'anyFever',
    'stay.kind',
    'stay.men',
    'stay.women',
    'stay.origin',
    'stay.arrival',
    'stay.way',
    'stay.nights',
    'stay.payer',
    'hotlineTicket',
    'note',
  ],
});
