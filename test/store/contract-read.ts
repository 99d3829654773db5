import { expect, test } from 'vitest';
import type { CaseStore } from '#src/cases/store.ts';
import { receipt } from './samples.ts';

/** Pages and health. */
export const reading = (store: () => CaseStore): void => {
  test('pages follow each other without gap or repeat, oldest first', async () => {
    const form = `form ${receipt().case.id}`;
    const sent = Array.from({ length: 7 }, () => receipt({ case: { form } }));
    await Promise.all(sent.toReversed().map(one => store().receive(one)));
    const seen: string[] = [];
    const sizes: number[] = [];
    for (let after: string | null = null, more = true; more; more = after !== null) {
      const page = await store().list({ form, after, limit: 3 });
      seen.push(...page.rows.map(row => row.id));
      sizes.push(page.rows.length);
      after = page.next;
    }
    expect(seen).toEqual(sent.map(one => one.case.id));
    expect(sizes).toEqual([3, 3, 1]);
    expect((await store().list({ form, after: null, limit: 7 })).next).toBeNull();
    expect((await store().list({ form, after: null, limit: 7 })).rows[0]).toEqual(sent[0]?.case);
  });

  test('all forms together', async () => {
    const sent = [receipt({ case: { form: 'a' } }), receipt({ case: { form: 'b' } })];
    await Promise.all(sent.map(one => store().receive(one)));
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; more = after !== null) {
      const page = await store().list({ form: null, after, limit: 100 });
      seen.push(...page.rows.map(row => row.id));
      after = page.next;
    }
    expect(seen).toEqual(seen.toSorted());
    expect(seen).toEqual(expect.arrayContaining(sent.map(one => one.case.id)));
    expect((await store().list({ form: 'no such form', after: null, limit: 5 })).rows).toEqual([]);
  });

  test('a page of none or of too many is refused', async () => {
    for (const limit of [0, 501, 1.5])
      await expect(store().list({ form: null, after: null, limit })).rejects.toThrow(RangeError);
  });

  test('health tells both versions', async () => {
    const { schema, expected } = await store().health();
    expect(schema).toBe(expected);
    expect(schema).toBeGreaterThan(0);
  });
};
