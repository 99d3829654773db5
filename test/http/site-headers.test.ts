import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { headersFile, securityHeaders } from '#src/headers.ts';
import { siteHeaders } from '#src/http/site-headers.ts';

test('the headers of a site follow its file within a second, and outlast it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'headers-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, '_headers');
  let now = 0;
  const headers = siteHeaders(file, () => now);
  const policy = () => Object.fromEntries(headers())['content-security-policy'] ?? '';
  const build = (hash: string, at: number) => {
    writeFileSync(file, headersFile([hash]));
    utimesSync(file, at, at);
  };
  expect(Object.fromEntries(headers())).toEqual(securityHeaders);
  build('sha256-a', 1);
  now = 999;
  expect(policy()).toBe(securityHeaders['content-security-policy']);
  now = 1000;
  expect(policy()).toContain("'sha256-a'");
  build('sha256-b', 2);
  now = 2000;
  expect(policy()).toMatch(/'self' 'sha256-b';/);
  rmSync(file);
  now = 3000;
  expect(policy()).toContain("'sha256-b'");
});
