import { describe, expect, test } from 'vitest';
import type { FaqRow } from '#src/cases/faq-store.ts';
import type { Append } from '#src/cases/store.ts';
import type { Store } from '#src/store/adapter.ts';
import { at, eventRow, receipt } from './samples.ts';

/** Answers that were made public, written with the event that says so. */
export const publishing = (store: () => Store): void => {
  let last = 0;
  const entry = (caseId: string, set: Partial<FaqRow> = {}): FaqRow => ({
    slug: `a20200320-${String(++last).padStart(10, '0')}`,
    caseId,
    state: 'published',
    question: '社保能缓缴吗？',
    answer: '能。\n- 向税务局申请',
    category: 'social_insurance',
    links: '[]',
    department: 'labour',
    publishedAt: at,
    publishedBy: 'li',
    withdrawnAt: '',
    withdrawnBy: '',
    ...set,
  });
  const filed = async () => {
    const command = receipt();
    await store().receive(command);
    return command.case;
  };
  const appended = (caseId: string, head: number, faq: FaqRow): Promise<{ readonly tag: string }> => {
    const kind = faq.state === 'published' ? 'published' : 'unpublished';
    const event = eventRow(caseId, { seq: head + 1, kind, actor: 'li' });
    const command: Append = { caseId, head, event, state: 'answered', set: {}, faq };
    return store().append(command);
  };

  describe('common questions made of answers', () => {
    test('are kept with their event, and read by case and one after the other by slug', async () => {
      const { id } = await filed();
      const [one, two] = [entry(id), entry(id, { publishedAt: '2020-03-21T01:00:00.000Z' })];
      expect(await appended(id, 1, one)).toEqual({ tag: 'stored' });
      expect(await appended(id, 2, two)).toEqual({ tag: 'stored' });
      expect(await store().faqOfCase(id)).toEqual([two, one]);
      expect(await store().faqOfCase('nobody')).toEqual([]);
      const before = `a20200320-${String(last - 2).padStart(10, '0')}`;
      const first = await store().faqPage({ after: before, limit: 1 });
      expect(first).toEqual({ rows: [one], next: one.slug });
      expect(await store().faqPage({ after: first.next, limit: 10 })).toEqual({ rows: [two], next: null });
      await expect(store().faqPage({ after: null, limit: 0 })).rejects.toThrow(RangeError);
    });

    test('what was published stays; being withdrawn is added', async () => {
      const { id } = await filed();
      const one = entry(id);
      await appended(id, 1, one);
      const gone = { state: 'withdrawn', withdrawnAt: at, withdrawnBy: 'wang' } as const;
      await appended(id, 2, { ...one, ...gone, question: '改了', answer: '改了' });
      expect(await store().faqOfCase(id)).toEqual([{ ...one, ...gone }]);
    });

    test('where somebody was faster neither event nor entry is there', async () => {
      const { id } = await filed();
      expect(await appended(id, 7, entry(id))).toEqual({ tag: 'stale' });
      expect(await store().faqOfCase(id)).toEqual([]);
      expect(await store().events(id)).toHaveLength(1);
    });

    test('outlive what is erased of their case', async () => {
      const { id } = await filed();
      const one = entry(id);
      await appended(id, 1, one);
      const event = eventRow(id, { seq: 3, kind: 'erased' });
      await store().append({
        caseId: id,
        head: 2,
        event,
        state: 'closed',
        set: {},
        destroyKey: true,
        forget: 'all',
      });
      expect(await store().faqOfCase(id)).toEqual([one]);
    });
  });
};
