import { describe, expect, it } from 'vitest';
import { options, routingKey } from '#src/forms/field.ts';
import { langs } from '#src/i18n/words.ts';
import { answersOf, changed, consultation, consultationSent, problemsOf, tables } from './sent.ts';

const topics = consultation.fields.topic;
const codes = topics?.kind === 'choice' ? options(topics, tables).map(option => option.code) : [];

describe('consultation', () => {
  it('takes a full submission as it is', () => {
    expect(answersOf(consultation, consultationSent)).toEqual({
      ...consultationSent,
      enterprise: { ...consultationSent.enterprise, soleTrader: null },
      contact: { ...consultationSent.contact, role: '', tell: '', email: '' },
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

  it('has the topics that people ask about', () => {
    const named = 'reopening loan labour tax rent utilities transport law psychology hr ip other'.split(' ');
    expect(named.filter(code => !codes.includes(code))).toEqual([]);
  });

  it.each(codes)('goes by its topic: %s', topic => {
    expect(routingKey(consultation, answersOf(consultation, { ...consultationSent, topic }))).toBe(topic);
  });

  it.each(codes)('has an outline of what to write for %s: blanks to fill in', topic => {
    const { question } = consultation.fields;
    const outline = question?.kind === 'text' ? question.templates?.texts[topic] : undefined;
    for (const lang of langs) {
      const blanks = outline?.[lang].split('\n') ?? [];
      expect(blanks.length).toBeGreaterThan(1);
      for (const blank of blanks) expect(blank).toMatch(/\S[：:]$/);
    }
  });

  it('takes a question of 1,000 characters and no more', () => {
    const ask = (question: string) => problemsOf(consultation, { ...consultationSent, question });
    expect(ask('问'.repeat(1000))).toEqual([]);
    expect(ask('问'.repeat(1001)).map(problem => problem.pointer)).toEqual(['/question']);
  });
});
