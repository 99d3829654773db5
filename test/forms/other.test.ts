import { describe, expect, it } from 'vitest';
import { routingKey } from '#src/forms/field.ts';
import { other } from '#src/forms/other.ts';
import { samplesB } from './samples-b.ts';
import { answersOf, changed, problemsOf } from './sent.ts';
import { refusedAt, stands } from './standing.ts';

const { full, least } = samplesB.other;

stands(other, samplesB.other, {
  needed: ['kind', 'matter'],
  facts: [],
  kept: ['about'],
});

describe('other', () => {
  it('takes the least that is needed', () => {
    expect(answersOf(other, least)).toMatchObject({ against: '', hoped: '', hotlineTicket: '' });
  });

  it('asks of whom one complains only in a complaint', () => {
    expect(refusedAt(other, { ...full, against: '' })).toEqual(['/against']);
    expect(problemsOf(other, changed(changed(full, 'kind', 'suggestion'), 'against', undefined))).toEqual([]);
  });

  it('asks which entry is wrong only in a correction', () => {
    const correction = { ...full, kind: 'correction', against: '' };
    expect(refusedAt(other, correction)).toEqual(['/about']);
    expect(answersOf(other, { ...correction, about: '电话 12366' })).toMatchObject({ about: '电话 12366' });
  });

  it.each(['difficulty', 'suggestion', 'complaint', 'correction'])(
    'goes by its kind, so that a complaint has its own way: %s',
    kind => {
      const about = kind === 'correction' ? '电话 12366' : '';
      expect(routingKey(other, answersOf(other, { ...full, kind, about }))).toBe(kind);
    },
  );

  it('has an outline of what to write for every kind', () => {
    const { matter, kind } = other.fields;
    const kinds = kind?.kind === 'choice' && Array.isArray(kind.options) ? kind.options : [];
    const texts = matter?.kind === 'text' ? matter.templates?.texts : undefined;
    expect(Object.keys(texts ?? {})).toEqual(kinds.map(option => option.code));
  });
});
