import { w } from '#src/i18n/words.ts';
import { consent, hotlineTicket, sharedColumns, sharedFor } from './blocks.ts';
import { form } from './field.ts';

/** 其他: whatever no other form asks, recorded one by one; a complaint is not passed to the body complained of. */
export const other = form({
  id: 'other',
  subject: 'question',
  title: w('其他困难、建议和投诉', 'Other difficulties, suggestions and complaints'),
  lead: w(
    '别的表里没有的，写在这里。逐条登记，有了结果告诉您。',
    'Whatever has no form of its own. Each is recorded, and you are told what came of it.',
  ),
  fields: {
    kind: {
      kind: 'choice',
      label: w('要说的是', 'This is'),
      required: true,
      radios: true,
      options: [
        { code: 'difficulty', name: w('困难', 'A difficulty') },
        { code: 'suggestion', name: w('建议', 'A suggestion') },
        {
          code: 'complaint',
          name: w('投诉（乱设卡、收保证金、吃拿卡要）', 'A complaint (unlawful checks, deposits, favours)'),
        },
        { code: 'correction', name: w('网上的电话或信息不对', 'A number or a fact on this site is wrong') },
      ],
    },
    about: {
      kind: 'text',
      label: w('网上哪一条不对', 'Which entry is wrong?'),
      when: { field: 'kind', is: ['correction'] },
      required: true,
      max: 160,
    },
    matter: {
      kind: 'text',
      label: w('说说情况', 'What is it about?'),
      required: true,
      max: 1000,
      rows: 5,
      templates: {
        by: 'kind',
        texts: {
          difficulty: w(
            '什么事：\n从哪天起：\n影响（多少人、多少钱）：\n找过谁：',
            'What:\nSince when:\nEffect (people, money):\nAsked so far:',
          ),
          suggestion: w(
            '哪件事：\n现在怎么样：\n建议怎么改：',
            'About:\nHow it is now:\nWhat should change:',
          ),
          complaint: w(
            '时间、地点：\n哪个单位：\n怎么回事：\n有什么凭据：',
            'When and where:\nWhich body:\nWhat happened:\nEvidence:',
          ),
          correction: w(
            '现在写的：\n应该是：\n哪天发现的、怎么知道的：',
            'What it says:\nWhat is right:\nSince when, and how you know:',
          ),
        },
      },
    },
    against: {
      kind: 'text',
      label: w('投诉哪个单位', 'Which body do you complain of?'),
      help: w(
        '不会转给被投诉的单位；您的姓名不给它看',
        'It is not passed to that body, and your name is not shown to it',
      ),
      when: { field: 'kind', is: ['complaint'] },
      required: true,
      max: 80,
    },
    hoped: {
      kind: 'text',
      folded: true,
      label: w('希望怎么解决', 'What would help?'),
      max: 300,
      rows: 2,
    },
    ...sharedFor({
      name: w(
        '知道该找谁答复；投诉的不给被投诉单位看',
        'To know whom to answer; hidden from a body complained of',
      ),
      phone: w('打电话了解情况、答复结果', 'To ask you about it and tell you the result'),
    }),
    hotlineTicket,
    consent,
  },
  against: value => (value.kind === 'complaint' ? value.against : null),
  routingField: 'kind',
  columns: ['kind', 'about', 'matter', 'against', 'hoped', ...sharedColumns, 'hotlineTicket'],
});
