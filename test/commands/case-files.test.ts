import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { office, pdf } from '../attachments/samples.ts';
import { samplesB } from '../forms/samples-b.ts';
import { type Receipt, receiptOf, send } from '../functions/knock.ts';
import { newPage, sendFile, sha256 } from '../functions/upload-knock.ts';
import { type Desk, openDesk } from '../office.ts';
import { materials } from '../submissions.ts';

const root = join(import.meta.dirname, '../..');
let desk: Desk;
let folder: string;
let filed: Receipt;
let plain: Receipt;
const macros = office('docx', { 'word/vbaProject.bin': 'x' });

/** Runs the command on the data folder that the functions have open, as an officer beside the running server does. */
const run = (...args: string[]) => {
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, REOPENDESK_DATA: desk.data };
  const command = ['src/commands/cases.ts', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

beforeAll(async () => {
  desk = await openDesk();
  folder = mkdtempSync(join(tmpdir(), 'files-'));
  const page = newPage();
  const first = await sendFile(page, pdf(), { name: '方案.pdf' });
  desk.pass(5);
  const second = await sendFile(page, macros, { name: '方案.pdf', field: 'prevention' });
  const { least } = samplesB.filing;
  const sent = { ...least, application: [first.id], prevention: [second.id] };
  filed = await receiptOf(await send('filing', sent));
  plain = await receiptOf(await send('materials', materials()));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await desk.stop();
});

test('files: what each is called, where it belongs, what to know before opening it', () => {
  const { status, stdout, stderr } = run('files', filed.number);
  expect([status, stderr]).toEqual([0, '']);
  const lines = stdout.trimEnd().split('\n');
  expect(lines).toEqual([
    `  1. 方案.pdf  申请表  1 KB  未做病毒扫描  sha256 ${sha256(pdf().subarray(0, -1))}`,
    `  2. 方案.pdf.docx  防控方案  1 KB  有宏  未做病毒扫描  sha256 ${sha256(macros)}`,
  ]);
});

test('--to: they are written into the folder, which is made, and only its owner may read them', () => {
  const to = join(folder, 'there');
  expect(run('files', filed.number, '--to', to).status).toBe(0);
  expect(readdirSync(to).sort()).toEqual(['1-方案.pdf', '2-方案.pdf.docx']);
  expect(readFileSync(join(to, '2-方案.pdf.docx')).equals(macros)).toBe(true);
  expect(statSync(join(to, '1-方案.pdf')).mode & 0o777).toBe(0o600);
  // A second time nothing is written over.
  const again = run('files', filed.number, '--to', to);
  expect([again.status, again.stderr.startsWith('已经有这个文件，没有覆盖')]).toEqual([1, true]);
});

test('a case without files says so', () => {
  expect(run('files', plain.number).stdout).toBe('  没有附件\n');
});
