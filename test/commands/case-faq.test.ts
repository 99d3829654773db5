import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FaqEntry, publishFaq, withdrawFaq } from '#src/cases/faq.ts';
import { perform } from '#src/cases/perform.ts';
import { checkContent } from '#src/commands/content.ts';
import { writeSiteIndex } from '#src/commands/search-index.ts';
import { fromFolder } from '#src/library/built.ts';
import { openIndex } from '#src/search/query.ts';
import { receiptOf, send } from '../functions/knock.ts';
import { type Desk, openDesk } from '../office.ts';
import { consultation } from '../submissions.ts';

const home = join(import.meta.dirname, '../..');
const root = mkdtempSync(join(tmpdir(), 'faq-'));
const shelf = join(root, 'content/faq');
const doer = { login: 'li', department: 'law', superior: true };
let desk: Desk;

/** Runs the command on the data folder that the functions have open, as an editor beside the running server does. */
const run = (...args: string[]) => {
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, REOPENDESK_DATA: desk.data };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['src/commands/cases.ts', 'faq', '--to', shelf, ...args],
    { cwd: home, env, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
};
const headOf = async (number: string) => (await desk.app.office.store.caseByNumber(number))?.head ?? 0;

const published = async (entry: FaqEntry): Promise<{ readonly number: string; readonly file: string }> => {
  const number = (await receiptOf(await send('consultation', consultation()))).number.replaceAll('-', '');
  const { office } = desk.app;
  await perform(office, number, 1, { deed: 'answer', text: '已经答复' }, doer);
  const result = await publishFaq(office, number, await headOf(number), entry, doer);
  if (result.tag !== 'done') throw new Error(JSON.stringify(result));
  return { number, file: join(shelf, `${result.slug}.md`) };
};

const entry: FaqEntry = {
  question: '展会取消了，订好的"展位费": 能不能退？',
  answer: [
    '能不能退看合同。<script>alert(1)</script> *不是* [链接](http://evil.example) # 不是标题',
    '- 先和主办方协商',
    '- 协商不成，打12348',
    '1. 带上合同',
    '--- ',
    '要点见 /policies/national/nat-rsbf-2020-11/，电话见 /hotlines/#12348，官网 https://www.12348.gov.cn/x?a=1。',
  ].join('\n'),
  category: 'service',
  links: [
    { path: '/policies/national/nat-rsbf-2020-11/', title: '社保' },
    { path: '/guides/prepare/', title: '准备' },
  ],
};

beforeAll(async () => {
  desk = await openDesk();
  cpSync(join(home, 'content'), join(root, 'content'), { recursive: true });
});
afterAll(async () => {
  await desk.stop();
  rmSync(root, { recursive: true });
});

test('a published entry becomes a content file that is sound, and that the site finds in other words', async () => {
  expect(run().stdout).toBe('  没有发布的常见问题\n');
  const { file } = await published(entry);
  expect(run()).toEqual({ status: 0, stdout: `  写到 ${file}\n`, stderr: '' });
  expect(checkContent(root)).toEqual([]);
  const written = readFileSync(file, 'utf8');
  expect(written).toMatch(
    /^---\nquestion: "展会取消了，订好的\\"展位费\\": 能不能退？"\ncategory: service\n/,
  );
  expect(written).toContain('policies: [national/nat-rsbf-2020-11]\nguides: [prepare]\nconfidence: high\n');
  expect(written).toMatch(/answered: \{ by: "法律服务组", date: '\d{4}-\d\d-\d\d' \}\n---\n/);
  const body = written.split('\n---\n')[1] ?? '';
  expect(body).not.toMatch(/(?<!\\)<script|(?<!\\)\]\(http|^#|^---/m);
  expect(written).toContain('- 先和主办方协商\n- 协商不成，打12348\n\n1\\. 带上合同');
  expect(written).toContain('[政策页](/policies/national/nat-rsbf-2020-11/)');
  expect(written).toContain('[办事电话](/hotlines/#12348)');
  const folder = join(root, 'index');
  await writeSiteIndex(root, folder, null);
  const { hits } = await (await openIndex(fromFolder(folder))).search('展位的钱主办方肯退吗', { top: 5 });
  const hit = hits.find(one => one.kind === 'faq' && file.includes(one.id));
  expect(hit?.passage).toContain('<script>');
  expect(hit?.passage).not.toContain('\\');
}, 120_000);

test('what an editor changed is left alone unless forced; what is the same is not written again', async () => {
  const { file } = await published({ ...entry, question: '改过的会不会被盖掉？' });
  run();
  const before = readFileSync(file, 'utf8');
  expect(run().stdout).toContain(`  没有变：${file}`);
  appendFileSync(file, '编辑补了一句。\n');
  const kept = run();
  expect([kept.status, kept.stdout, kept.stderr]).toEqual([
    2,
    expect.stringContaining(`  改过，没有覆盖：${file}`),
    expect.stringContaining('--force'),
  ]);
  expect(readFileSync(file, 'utf8')).toContain('编辑补了一句');
  expect(run('--force')).toMatchObject({ status: 0, stdout: expect.stringContaining(`  覆盖 ${file}`) });
  expect(readFileSync(file, 'utf8')).toBe(before);
});

test('what was taken down goes from the shelf, unless an editor changed it', async () => {
  const [one, two] = [
    await published({ ...entry, question: '会撤下的一？' }),
    await published({ ...entry, question: '会撤下的二？' }),
  ];
  run();
  appendFileSync(two.file, '编辑补了一句。\n');
  for (const { number } of [one, two]) await withdrawFaq(desk.app.office, number, await headOf(number), doer);
  const { status, stdout } = run();
  expect([status, existsSync(one.file), existsSync(two.file)]).toEqual([2, false, true]);
  expect(stdout).toContain(`改过，没有删：${two.file}`);
  run('--force');
  expect(existsSync(two.file)).toBe(false);
});
