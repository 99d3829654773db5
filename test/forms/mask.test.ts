import { expect, test } from 'vitest';
import type { Answers, AnyForm, Fields } from '#src/forms/field.ts';
import { forms } from '#src/forms/index.ts';
import { maskAnswers } from '#src/forms/mask.ts';
import { everySample } from './every.ts';

/** Every personal value of a form's answers. */
const personal = (fields: Fields, values: unknown): readonly string[] =>
  Object.entries(fields).flatMap(([name, field]) => {
    const value = (values as Record<string, unknown> | undefined)?.[name];
    if (field.kind === 'group') return personal(field.fields, value);
    if (field.kind === 'lines')
      return ((value ?? []) as unknown[]).flatMap(line => personal(field.fields, line));
    const isPersonal = field.personal !== undefined || field.kind === 'phone';
    return isPersonal && typeof value === 'string' && value !== '' ? [value] : [];
  });

const sampleOf = (form: AnyForm): Answers => everySample[form.id]?.full as unknown as Answers;

test.each(forms.map(form => [form.id, form] as const))(
  'ASVS 14.2.6: %s: no personal value is left whole',
  (_, form) => {
    const answers = sampleOf(form);
    const values = personal(form.fields, answers);
    expect(values.length).toBeGreaterThan(0);
    const masked = maskAnswers(form, answers, false);
    for (const value of values) expect(personal(form.fields, masked)).not.toContain(value);
    expect(masked.enterprise.name).toBe(answers.enterprise.name);
  },
);

test.each(forms.map(form => [form.id, form] as const))(
  '%s: wholly masked nothing of a value is left',
  (_, form) => {
    const masked = maskAnswers(form, sampleOf(form), true);
    expect(new Set(personal(form.fields, masked))).toEqual(new Set(['＊＊＊']));
    expect(masked.enterprise).toMatchObject({ name: '＊＊＊', creditCode: '' });
  },
);
