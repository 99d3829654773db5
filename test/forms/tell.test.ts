import { describe, expect, it, test } from 'vitest';
import { forms } from '#src/forms/index.ts';
import { read } from '#src/forms/read.ts';
import { everySample } from './every.ts';
import { answersOf, changed, materials, materialsLeast, problemsOf, tables, today } from './sent.ts';

describe('how its sender is told of news', () => {
  test('by a way that the zone does not offer is refused', () => {
    const asking = changed(materialsLeast, 'contact.tell', 'sms');
    const reading = read(materials, asking, { ...tables, tell: ['mail'] }, today);
    expect(reading.tag === 'refused' && reading.problems.map(one => one.pointer)).toEqual(['/contact/tell']);
  });

  test.each(forms.map(form => [form.id, form] as const))(
    'is asked by %s, and need not be said',
    (id, form) => {
      const { least } = everySample[id] ?? { least: {} };
      expect(answersOf(form, least).contact).toMatchObject({ tell: '', email: '' });
    },
  );

  it.each([
    ['sms', '13800138000', '', null],
    ['sms', '+86 138 0013 8000', '', null],
    ['sms', '0431-87019189', '', '/contact/phone'],
    ['none', '0431-87019189', '', null],
    ['', '0431-87019189', 'anything', null],
    ['mail', '0431-87019189', 'wang@example.com', null],
    ['mail', '13800138000', '', '/contact/email'],
    ['mail', '13800138000', 'wang', '/contact/email'],
    ['mail', '13800138000', 'wang@example', '/contact/email'],
    ['mail', '13800138000', 'wang@example.com, li@example.com', '/contact/email'],
    ['mail', '13800138000', 'Wang <wang@example.com>', '/contact/email'],
    ['pigeon', '13800138000', '', '/contact/tell'],
  ])('%s to %s %s', (tell, phone, email, pointer) => {
    const sent = changed(
      changed(changed(materialsLeast, 'contact.tell', tell), 'contact.phone', phone),
      'contact.email',
      email,
    );
    expect(problemsOf(materials, sent).map(problem => problem.pointer)).toEqual(pointer ? [pointer] : []);
  });
});
