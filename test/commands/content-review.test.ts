import { expect, test } from 'vitest';
import { readContent } from '#src/commands/content.ts';
import { review, reviewInWords } from '#src/commands/content-review.ts';

const all = readContent(process.cwd());

test('what ends soon comes first that ends first, as of the day asked for', () => {
  const { ending } = review(all, '2020-04-10', '2026-11-22', 180);
  expect(ending[0]).toEqual({
    file: expect.stringMatching(/^content\/policies\//),
    says: expect.stringMatching(/^2020年4月\d+日截止，还剩\d+天$/),
  });
  expect(review(all, '2022-01-01', '2026-11-22', 180).ending).toEqual([]);
});

test('what was checked too long ago is told with its day', () => {
  expect(review(all, '2020-03-20', '2026-11-22', 0).overdue).toEqual([]);
  const late = review(all, '2020-03-20', '2027-11-22', 180).overdue;
  expect(late.length).toBeGreaterThan(155);
  expect(late[0]?.says).toMatch(/2026年11月22日核对$/);
});

test('links to pages that are not official are told, and dead ones', () => {
  const notices = all.notices.entries.map(one => ({
    ...one,
    body: '见 https://www.gov.cn/a 和 https://example.com/b',
  }));
  const found = review(
    { ...all, notices: { ...all.notices, entries: notices } },
    '2020-03-20',
    '2026-11-22',
    180,
  );
  expect(new Set(found.unofficial.map(line => line.says))).toEqual(new Set(['https://example.com/b']));
  const words = reviewInWords(found, { dead: [{ page: '/a/', link: '/b/' }], orphans: [] }, 180);
  expect(words).toContain('/a/ 里的 /b/');
  expect(reviewInWords(found, null, 180)).toContain('npm run build');
});

test('a translated passage whose Chinese has changed is told, with what it says now; the others are not', () => {
  expect(review(all, '2020-03-20', '2026-11-22', 180).stale).toEqual([]);
  const entries = all.translations.entries.map(one => ({
    ...one,
    data: {
      ...one.data,
      lines: one.data.lines.map(line => (line.id === 'mask-03' ? { ...line, from: '旧句' } : line)),
    },
  }));
  const found = review(
    { ...all, translations: { ...all.translations, entries } },
    '2020-03-20',
    '2026-11-22',
    180,
  );
  expect(found.stale).toEqual([
    {
      file: 'content/guides/en.yaml',
      says: 'mask-03：中文现在是“一次性医用口罩、医用外科口罩累计使用不超过8小时。”',
    },
  ]);
  expect(reviewInWords(found, null, 180)).toContain('英文指南要跟着改：1处');
});
