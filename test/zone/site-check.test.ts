import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { siteCheckFile } from '#src/zone/schema.ts';
import { readZone } from '#src/zone/zone.ts';

const root = join(import.meta.dirname, '../..');
const { siteCheck } = readZone(root);

describe('the check list of visits', () => {
  test.each(siteCheck.map(item => [item.id, item] as const))('%s is a tick of the guide', (_, item) => {
    const chapter = join(root, 'content/guides', `${item.guide}.mdx`);
    expect([item.guide, existsSync(chapter)]).toEqual([item.guide, true]);
    expect(readFileSync(chapter, 'utf8')).toContain(`<Check id="${item.check}"`);
  });

  const item = { id: 'one', ask: { zh: '一', en: 'One' }, guide: 'prepare', check: 1 };
  test.each([
    ['no item', []],
    ['one id twice', [item, { ...item, check: 2 }]],
    ['more than fit on a phone', Array.from({ length: 41 }, (_, n) => ({ ...item, id: `i${n}` }))],
    ['no English', [{ ...item, ask: { zh: '一' } }]],
  ])('%s is refused', (_, list) => {
    expect(siteCheckFile.safeParse(list).success).toBe(false);
  });
});
