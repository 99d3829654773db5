import { describe, expect, it } from 'vitest';
import { routingKey } from '#src/forms/field.ts';
import { split } from '#src/forms/parts.ts';
import { samples } from './samples.ts';
import { answersOf, changed, leavesOf, problemsOf } from './sent.ts';
import { refusedAt, registered, stands } from './standing.ts';

const form = registered('financing');
const { full, least } = samples.financing;

stands(form, samples.financing, { needed: ['amount', 'purpose', 'kind'], facts: [] });

describe('financing', () => {
  it.each(['renewal', 'deferral'])('asks which bank gave the loan where it is a %s', kind => {
    expect(refusedAt(form, { ...least, kind })).toEqual(['/currentBank']);
    expect(refusedAt(form, { ...least, kind, currentBank: '示范银行' })).toEqual([]);
  });

  it('takes the four called categories for labels: a firm of none is taken in as well', () => {
    expect(refusedAt(form, { ...full, categories: [] })).toEqual([]);
    expect(refusedAt(form, { ...full, categories: ['brewery'] })).toEqual(['/categories']);
    const codes = ['epidemic-control', 'medical-products', 'public-health', 'research'];
    expect(answersOf(form, { ...full, categories: [...codes].reverse() })).toMatchObject({
      categories: codes,
    });
  });

  it.each([
    ['300万元', 300],
    ['1.2亿', 12_000],
    ['3000000元', 300],
    ['300', 300],
  ])('reads %s as %d 万元', (typed, amount) => {
    expect(answersOf(form, { ...least, amount: typed })).toMatchObject({ amount });
  });

  it('passes to banks only on a separate consent, which says that it is free and promises nothing', () => {
    expect(answersOf(form, least)).toMatchObject({ passToBanks: false });
    expect(problemsOf(form, { ...full, passToBanks: false })).toEqual([]);
    expect(form.columns).toContain('passToBanks');
    const { passToBanks } = form.fields;
    const said = passToBanks?.kind === 'permission' ? passToBanks.statement['zh-Hans'] : '';
    for (const text of [said, form.lead['zh-Hans']]) expect(text).toMatch(/不收费.*不保证获贷/);
  });

  it('asks for no financial statements, and for no file', () => {
    expect(JSON.stringify(leavesOf(form.fields).map(({ field }) => field.label))).not.toMatch(
      /报表|负债|利润/,
    );
    expect(problemsOf(form, changed(full, 'files', undefined))).toEqual([]);
  });

  it('keeps banks and collateral sealed, amount and purpose in the clear', () => {
    const { clear } = split(form, answersOf(form, full));
    expect(clear).toMatchObject({ amount: 300.5, purpose: ['wages', 'rent'], kind: 'renewal', term: 12 });
  });

  it('goes to one department, whatever it asks for', () => {
    expect(routingKey(form, answersOf(form, full))).toBe('');
  });
});
