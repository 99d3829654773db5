import { w } from '#src/i18n/words.ts';
import { consent, sharedColumns, sharedFor } from './blocks.ts';
import { form } from './field.ts';

const option = (code: string, zh: string, en: string) => ({ code, name: w(zh, en) });

/** 政策宣贯会: who comes, on what, with which questions; the topics are those of such meetings in 2020. */
export const event = form({
  id: 'event',
  subject: 'question',
  title: w('报名参加政策宣贯会', 'Sign up for a policy briefing'),
  lead: w(
    '社保、就业、税务、银行的人到场讲政策、答问题。选想听的，定了时间打电话通知您。',
    'Social insurance, employment, tax and banks explain and answer. Choose your topics; we call when the time is set.',
  ),
  fields: {
    topics: {
      kind: 'choices',
      label: w('想听什么', 'Topics'),
      required: true,
      options: [
        option('epidemic', '疫情防控', 'Epidemic control'),
        option('tax', '税收', 'Taxes'),
        option('insurance', '社保', 'Social insurance'),
        option('labour', '用工', 'Employment'),
        option('loan', '贷款', 'Loans'),
        option('other', '其他', 'Other'),
      ],
    },
    otherTopic: {
      kind: 'text',
      label: w('其他想听的', 'Other topic'),
      when: { field: 'topics', is: ['other'] },
      required: true,
      max: 100,
    },
    people: {
      kind: 'number',
      label: w('几个人参加', 'How many people?'),
      required: true,
      max: 50,
      unit: w('人', 'people'),
    },
    way: {
      kind: 'choice',
      label: w('怎么参加', 'How?'),
      radios: true,
      options: [
        option('onsite', '到现场', 'On site'),
        option('online', '线上', 'Online'),
        option('either', '都可以', 'Either'),
      ],
    },
    wished: {
      kind: 'choice',
      label: w('什么时间方便', 'When suits you?'),
      radios: true,
      options: [
        option('morning', '工作日上午', 'Working day, morning'),
        option('afternoon', '工作日下午', 'Working day, afternoon'),
        option('evening', '工作日晚上', 'Working day, evening'),
        option('weekend', '周末', 'Weekend'),
      ],
    },
    questions: {
      kind: 'text',
      label: w('想现场问的问题', 'Questions you want answered'),
      help: w('先写下来，讲的人好准备', 'Written down beforehand, they can be prepared'),
      max: 500,
      rows: 3,
    },
    ...sharedFor({
      name: w('登记参加的单位', 'To register who comes'),
      phone: w('通知时间和地点', 'To tell you time and place'),
    }),
    consent,
  },
  routingField: 'topics.0',
  columns: ['topics', 'otherTopic', 'people', 'way', 'wished', 'questions', ...sharedColumns],
});
