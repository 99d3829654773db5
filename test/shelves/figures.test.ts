import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readContent } from '#src/commands/content.ts';
import { shareOf, sumOf } from '#src/rules/reconcile.ts';

const root = join(import.meta.dirname, '../..');
const { figures } = readContent(root);
const zone = (slug: string) => {
  const found = figures.entries.find(entry => entry.slug === slug)?.data;
  if (!found) throw new Error(`content/figures/${slug}.yaml cannot be read`);
  return found;
};

test('five zones, with the figures that they are known by', () => {
  expect(figures.problems).toEqual([]);
  const known = figures.entries.map(({ slug, data }) => [slug, data.firms.value, data.staff.value]);
  expect(known).toEqual([
    ['changchun-gx', 286, 10244],
    ['harbin-pf', 190, 31478],
    ['jimei', 365, null],
    ['lanzhou-gx', null, 10000],
    ['shuangqiao', 282, 20000],
  ]);
});

test('Changchun: enterprises are one apart and explained, staff add up without the bank branches', () => {
  const verdicts = zone('changchun-gx').tables.map(({ rows, total, gap }) => [sumOf(rows, total), gap?.of]);
  expect(verdicts).toEqual([
    [{ tag: 'differs', sum: 285, gap: 1, unstated: 0 }, 1],
    [{ tag: 'equal', sum: 10244, unstated: 1 }, undefined],
  ]);
});

test('Shuangqiao: 3.8 granted and 3 in approval are never added', () => {
  const loans = zone('shuangqiao').tables.filter(table => table.kind === 'stages');
  expect(loans.map(({ rows, total }) => [rows.map(row => row.value), total])).toEqual([
    [[21, 3, 3.8], null],
    [[null, 42, 33], null],
  ]);
});

test('every share says what it was made of, or that nobody can check it', () => {
  const tags = figures.entries.flatMap(({ data }) => data.rates.map(rate => shareOf(rate).tag));
  expect(tags).toEqual(['agrees', 'computed', 'unchecked', 'unchecked', 'unchecked', 'computed', 'agrees']);
});

/** The pages of practices print some of the same figures: one zone never says two numbers. */
test('practices and figures agree', () => {
  for (const { slug, data } of figures.entries) {
    const page = readFileSync(join(root, `content/practices/${data.practice}.mdx`), 'utf8');
    for (const { value } of [data.firms, data.staff])
      if (value !== null) expect([slug, page.includes(`value: ${value},`)]).toEqual([slug, true]);
  }
});
