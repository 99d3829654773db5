import { describe, expect, test } from 'vitest';
import { type KeptVisit, readVisit, settledBy, visitBody } from '#src/components/desk/visit-model.ts';

const kept: KeptVisit = {
  owner: 'qian',
  visit: 'v'.repeat(24),
  name: '湖畔厂',
  purpose: 'visit',
  entries: [
    ['at', '2026-03-20T09:30'],
    ['results.entry', 'ok'],
    ['note', 'a&b=丙'],
  ],
  key: 'k'.repeat(40),
  state: 'draft',
  why: '',
};

describe('a visit on the device', () => {
  test('is read as it was kept, and anything else is nothing', () => {
    expect(readVisit(structuredClone(kept))).toEqual(kept);
    const { owner: _, ...ownerless } = kept;
    const others = [null, 'x', {}, ownerless, { ...kept, state: 'sent' }, { ...kept, entries: [['at']] }];
    for (const other of others) expect(readVisit(other)).toBeNull();
  });

  test('is sent as its form would post it, with its key', () => {
    expect([...new URLSearchParams(visitBody(kept))]).toEqual([['_key', kept.key], ...kept.entries]);
  });

  test.each([
    [200, 'sent'],
    [401, 'sign-in'],
    [403, 'sign-in'],
    [404, 'refused'],
    [409, 'refused'],
    [422, 'refused'],
    [429, 'waits'],
    [500, 'waits'],
    [503, 'waits'],
  ] as const)('answered %s: %s', (status, settled) => {
    expect(settledBy(status)).toBe(settled);
  });
});
