import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { docxOf } from '#src/documents/docx.ts';
import { documents } from '#src/documents/index.ts';
import { exampleOf, filled } from '#src/documents/template.ts';

/** Debian's package libreoffice-writer-nogui; where it is not installed these are left out, and the report says so. */
const office = '/usr/bin/soffice';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reopendesk-office-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What LibreOffice reads in a file, with its own profile: another one that is open elsewhere does not matter. */
const textOf = async (file: string): Promise<string> => {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const convert = ['--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, file];
  await promisify(execFile)(office, [profile, ...convert], { timeout: 90_000 });
  return readFile(file.replace(/docx$/, 'txt'), 'utf8');
};

describe.skipIf(!existsSync(office))('opened by LibreOffice', () => {
  test.each(documents)(
    '$id has every word, and what was typed',
    async template => {
      const values = exampleOf(template);
      const file = join(folder, `${template.id}.docx`);
      await writeFile(file, new Uint8Array(await (await docxOf(template, values, false)).arrayBuffer()));
      const text = (await textOf(file)).replace(/\s/g, '');
      for (const part of template.parts)
        for (const words of part.kind === 'table' ? [] : part.kind === 'list' ? part.items : [part.text])
          expect(text).toContain(filled(words, values).replace(/\s/g, ''));
    },
    120_000,
  );
});
