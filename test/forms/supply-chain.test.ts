import { describe, expect, it } from 'vitest';
import { routingKey } from '#src/forms/field.ts';
import { samples } from './samples.ts';
import { answersOf, changed } from './sent.ts';
import { refusedAt, registered, stands } from './standing.ts';

const form = registered('supply-chain');
const { full, least } = samples['supply-chain'];
const at = 'suppliers.0';

stands(form, samples['supply-chain'], {
  needed: ['suppliers', ...['name', 'province', 'county', 'part', 'reason'].map(name => `${at}.${name}`)],
  facts: ['suppliers.name', 'suppliers.county', 'suppliers.part'],
});

describe('supply-chain', () => {
  it('takes somebody else’s name or phone only with that person’s consent', () => {
    const agrees = (agreed: boolean, path: string, value: string) =>
      refusedAt(form, changed(changed(least, `${at}.${path}`, value), `${at}.contactAgrees`, agreed));
    for (const [path, value] of [
      ['contact', '赵经理'],
      ['contactPhone', '13700137000'],
    ] as const) {
      expect(agrees(false, path, value)).toEqual(['/suppliers/0/contactAgrees']);
      expect(agrees(true, path, value)).toEqual([]);
    }
    expect(refusedAt(form, changed(full, `${at}.contactAgrees`, undefined))).toEqual([
      '/suppliers/0/contactAgrees',
    ]);
  });

  it('names the supplier whose contact was not asked', () => {
    const second = { ...full.suppliers[0], contactAgrees: false };
    expect(refusedAt(form, { ...full, suppliers: [...full.suppliers, second] })).toEqual([
      '/suppliers/1/contactAgrees',
    ]);
  });

  it('tells no stock left from stock unknown', () => {
    expect(answersOf(form, full)).toMatchObject({ suppliers: [{ stockDays: 0 }] });
    expect(answersOf(form, least)).toMatchObject({ suppliers: [{ stockDays: null }] });
  });

  it('goes to one department', () => {
    expect(routingKey(form, answersOf(form, full))).toBe('');
  });
});
