import { mkdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { App } from '#src/app.ts';
import type { CaseRow } from '#src/cases/store.ts';
import { filesFields } from '#src/forms/files.ts';
import { formOf } from '#src/forms/index.ts';
import { fileFlags, fileScans } from '#src/i18n/files.ts';

type Attachment = Awaited<ReturnType<App['attachments']['of']>>[number];

/** The label of the field that a file stands in; its name where the form has lost it. */
const labelOf = (row: CaseRow, path: string): string =>
  filesFields(formOf(row.form)?.fields ?? {}).find(one => one.path === path)?.field.label['zh-Hans'] ?? path;

/** One line: what it is called, how large it is, and what to know before opening it. */
const lineOf = (row: CaseRow, file: Attachment, index: number): string => {
  const flags = file.flags.map(flag => fileFlags[flag]['zh-Hans']);
  const size = `${Math.max(1, Math.round(file.size / 1024)).toLocaleString('en')} KB`;
  const known = [
    labelOf(row, file.field),
    size,
    ...flags,
    fileScans[file.scanned]['zh-Hans'],
    `sha256 ${file.sha256}`,
  ];
  return `  ${index + 1}. ${file.name}  ${known.join('  ')}`;
};

/** Numbered, so that two of one name stand side by side; one that is there already is left, and said. Only its owner may read it. */
const write = async (folder: string, file: Attachment, index: number): Promise<string> => {
  const path = join(folder, `${index + 1}-${file.name}`);
  const handle = await open(path, 'wx', 0o600).catch(error => {
    throw error.code === 'EEXIST' ? new Error(`已经有这个文件，没有覆盖：${path}`) : error;
  });
  try {
    for await (const part of await file.read()) await handle.writeFile(part);
  } finally {
    await handle.close();
  }
  return path;
};

/** The lines about a case's attachments; with a folder they are written into it, which is made where it is missing. */
export const caseFiles = async (
  { attachments }: App,
  row: CaseRow,
  folder: string | undefined,
): Promise<readonly string[]> => {
  const files = await attachments.of(row.id);
  if (files.length === 0) return ['  没有附件'];
  const lines = files.map((file, index) => lineOf(row, file, index));
  if (folder === undefined) return lines;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const written: string[] = [];
  for (const [index, file] of files.entries()) written.push(`  写到 ${await write(folder, file, index)}`);
  return [...lines, ...written];
};
