import { w } from '#src/i18n/words.ts';
import { consent, hotlineTicket, sharedColumns, sharedFor } from './blocks.ts';
import { topics } from './consultation.ts';
import { form } from './field.ts';

/** 预约办: a time with an officer, at the window, by phone or online. Without a time an officer calls and arranges one. */
export const appointment = form({
  id: 'appointment',
  subject: 'question',
  title: w('预约时间，专人答复', 'Book a time with an officer'),
  lead: w(
    '选一个空着的时间，到时专人答复您。没有合适的也可以交，工作人员打电话跟您约。',
    'Choose a free time, and an officer is there for you. None that suits? Send it all the same: we call and arrange one.',
  ),
  fields: {
    slot: { kind: 'place', label: w('时间', 'Time') },
    topic: { kind: 'choice', label: w('哪方面的事', 'Topic'), required: true, options: topics },
    question: {
      kind: 'text',
      label: w('想问什么，要我们准备什么', 'What do you want to ask, and what should we prepare?'),
      help: w('写清楚，到时就能答复', 'The more we know, the more we can answer there and then'),
      required: true,
      max: 1000,
      rows: 4,
    },
    ...sharedFor({
      name: w('到时知道找谁', 'To know whom we meet'),
      phone: w('电话答复；时间有变化时告诉您', 'To call you, and to tell you if the time changes'),
    }),
    hotlineTicket,
    consent,
  },
  routingField: 'topic',
  columns: ['slot', 'topic', 'question', ...sharedColumns, 'hotlineTicket'],
});
