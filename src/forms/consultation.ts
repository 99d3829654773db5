import { w } from '#src/i18n/words.ts';
import { consent, hotlineTicket, shared } from './blocks.ts';
import { form } from './field.ts';

const topic = (code: string, zh: string, en: string) => ({ code, name: w(zh, en) });

/** Topics, in the order and words of practice.md 1; the routing table decides by them. */
const topics = [
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

/** 咨询: a question that an officer answers within a working day. */
export const consultation = form({
  id: 'consultation',
  title: w('把问题交给工作人员', 'Ask an officer'),
  lead: w(
    '用大白话写就行。工作人员看到后答复您，答复也会出现在查询页上。',
    'Write it in your own words. An officer answers, and the answer also appears on the tracking page.',
  ),
  fields: {
    topic: { kind: 'choice', label: w('哪方面的问题', 'Topic'), required: true, options: topics },
    question: { kind: 'text', label: w('您的问题', 'Your question'), required: true, max: 1000, rows: 5 },
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
  routingKey: value => value.topic,
  columns: [
    'topic',
    'question',
    'asked',
    'enterprise.name',
    'enterprise.creditCode',
    'enterprise.soleTrader',
    'enterprise.area',
    'enterprise.line',
    'contact.name',
    'contact.role',
    'contact.phone',
    'channel',
    'when',
    'hotlineTicket',
  ],
});
