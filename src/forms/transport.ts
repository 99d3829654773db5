import { w } from '#src/i18n/words.ts';
import { consent, hotlineTicket, note, sharedColumns, sharedFor } from './blocks.ts';
import { form } from './field.ts';

/** 包车需求: where staff are to be fetched, when, how many; counts, not names. */
export const transport = form({
  id: 'transport',
  subject: 'need',
  title: w('登记包车需求', 'Register a need for charter buses'),
  lead: w(
    '要包车接外地员工返岗，填这张表。只填人数，不填姓名。坐完车以后另填“申请包车补贴”。',
    'Need buses to bring staff back? Tell us here: counts only, no names. The subsidy is applied for afterwards, on its own form.',
  ),
  fields: {
    trips: {
      kind: 'lines',
      label: w('从哪里接人', 'Where from?'),
      help: w('一个地方一行；日期、人数没定就空着', 'One place a line; leave day and number empty if open'),
      fields: {
        place: {
          kind: 'text',
          label: w('出发地', 'Place'),
          help: w('写到县区，例如：云南楚雄州楚雄市', 'Down to the county'),
          required: true,
          max: 60,
          clear: true,
        },
        day: { kind: 'day', label: w('哪天出发', 'Day') },
        headcount: {
          kind: 'number',
          label: w('多少人', 'How many people?'),
          max: 100_000,
          unit: w('人', 'people'),
        },
      },
    },
    ...sharedFor({
      name: w('知道该找谁商量车辆', 'To know whom to arrange the buses with'),
      phone: w('打电话商量时间和上车地点', 'To agree on time and place'),
    }),
    hotlineTicket,
    note,
    consent,
  },
  routingField: '',
  columns: [...sharedColumns, 'trips.place', 'trips.day', 'trips.headcount', 'hotlineTicket', 'note'],
});
