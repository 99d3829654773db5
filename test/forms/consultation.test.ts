import { describe, expect, it } from 'vitest';
import { options } from '#src/forms/field.ts';
import { answersOf, changed, consultation, consultationSent, problemsOf, tables } from './sent.ts';

const topics = consultation.fields.topic;
const codes = topics?.kind === 'choice' ? options(topics, tables).map(option => option.code) : [];

describe('consultation', () => {
  it('takes a full submission as it is', () => {
    expect(answersOf(consultation, consultationSent)).toEqual({
      ...consultationSent,
      enterprise: { ...consultationSent.enterprise, soleTrader: null },
      contact: { ...consultationSent.contact, role: '' },
      hotlineTicket: '',
    });
  });

  it('refuses what it cannot do without', () => {
    const needed = ['topic', 'question', 'enterprise.name', 'enterprise.area', 'contact.phone', 'consent'];
    for (const path of needed) {
      const problems = problemsOf(consultation, changed(consultationSent, path, undefined));
      expect(problems.map(problem => problem.pointer)).toEqual([`/${path.replaceAll('.', '/')}`]);
    }
    for (const path of ['asked', 'channel', 'when', 'enterprise.creditCode']) {
      expect(problemsOf(consultation, changed(consultationSent, path, undefined))).toEqual([]);
    }
  });

  it('has the topics of practice.md', () => {
    const named = 'reopening loan labour tax rent utilities transport law psychology hr ip other'.split(' ');
    expect(named.filter(code => !codes.includes(code))).toEqual([]);
  });

  it.each(codes)('goes by its topic: %s', topic => {
    expect(consultation.routingKey(answersOf(consultation, { ...consultationSent, topic }))).toBe(topic);
  });

  it('takes a question of 1,000 characters and no more', () => {
    const ask = (question: string) => problemsOf(consultation, { ...consultationSent, question });
    expect(ask('问'.repeat(1000))).toEqual([]);
    expect(ask('问'.repeat(1001)).map(problem => problem.pointer)).toEqual(['/question']);
  });
});
