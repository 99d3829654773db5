import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** Rows of docs/security.md: which requirements of ASVS, and the file of their test. */
const rows = [
  ...readFileSync('docs/security.md', 'utf8').matchAll(/^\| ([\d., ]+) \|[^|]+\| (test\/\S+) \|$/gm),
].map(([, ids = '', file = '']) => ({ ids: ids.split(', '), file }));

/** Names of tests and groups that say which requirement they hold. */
const namesIn = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(/['"`](ASVS [^'"`]*)|\((ASVS [\d., ]+)\)/g)].map(
    ([, name = '', tail = '']) => name + tail,
  );

describe('docs/security.md names a test for each requirement that it says is held', () => {
  test('it is read', () => {
    expect(rows.length).toBeGreaterThan(40);
  });

  test.each(rows)('$ids in $file', ({ ids, file }) => {
    const held = namesIn(file).flatMap(name => name.match(/\d+\.\d+\.\d+/g) ?? []);
    expect(held).toEqual(expect.arrayContaining(ids));
  });
});
