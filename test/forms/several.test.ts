import { describe, expect, it } from 'vitest';
import { options, routingKey } from '#src/forms/field.ts';
import { formOf } from '#src/forms/index.ts';
import { several } from '#src/forms/several.ts';
import { samplesB } from './samples-b.ts';
import { answersOf, changed, problemsOf, tables } from './sent.ts';
import { stands } from './standing.ts';

const { full, least } = samplesB.several;
const lines = several.fields.needs;
const kind = lines?.kind === 'lines' ? lines.fields.kind : undefined;
const kinds = kind?.kind === 'choice' ? options(kind, tables).map(option => option.code) : [];

stands(several, samplesB.several, {
  needed: ['needs.0.kind', 'needs.0.what'],
  facts: [],
  kept: ['needs.unit'],
});

describe('several', () => {
  it('takes the least that is needed', () => {
    expect(answersOf(several, least)).toMatchObject({ needs: [{ quantity: null, unit: '', by: '' }] });
  });

  it('takes up to 50 needs', () => {
    const count = (length: number) =>
      problemsOf(several, changed(least, 'needs', Array(length).fill(least.needs[0]))).length;
    expect([count(50), count(51)]).toEqual([0, 1]);
  });

  it('makes each line a case of its own, and goes by the first', () => {
    expect(several.apart).toBe('needs');
    expect(routingKey(several, answersOf(several, full))).toBe('labour');
  });

  it.each(kinds)('knows the form that asks for one alone: %s', code => {
    expect(formOf(code)?.id).toBe(code);
  });
});
