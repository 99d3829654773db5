import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeSiteIndex } from '#src/commands/search-index.ts';
import { openLibrary } from '#src/library/library.ts';
import { type Desk, openDesk } from '../office.ts';
import { newStaff, type SignedInStaff } from '../staff.ts';
import { consultation } from '../submissions.ts';
import { deed } from './desk.ts';
import { receiptOf, send, textOf } from './knock.ts';

let desk: Desk;
let officer: SignedInStaff;
/** Where a site stands whose index is the content's. */
const built = mkdtempSync(join(tmpdir(), 'library-'));
beforeAll(async () => {
  desk = await openDesk();
  desk.at('2026-03-20T02:00:00.000Z');
  officer = await newStaff(desk, { role: 'officer', department: 'law', name: '李办' });
  await writeSiteIndex(process.cwd(), join(built, 'dist/search-index/one'), null);
  Object.assign(desk.app.front, openLibrary(built));
});
afterAll(async () => {
  await desk.stop();
  rmSync(built, { recursive: true });
});

const filed = async (): Promise<string> =>
  (await receiptOf(await send('consultation', consultation()))).number.replaceAll('-', '');
const kinds = async (number: string) => {
  const row = await desk.app.office.store.caseByNumber(number);
  return (await desk.app.office.store.events(row?.id ?? '')).map(event => event.kind);
};
/** What stands in a field of a page. */
const inField = (html: string, id: string): string =>
  new RegExp(`id="${id}"[^>]*>\\n?([^<]*)</textarea>`).exec(html)?.[1] ?? '';

describe('while answering', () => {
  test('a policy is looked up and put behind what was typed, without a script', async () => {
    const number = await filed();
    const fields = { text: '写了一半<i>', _act: 'find', find: '社保能不能少交' };
    const found = await (await deed(officer, number, 'answer', fields)).text();
    expect(found).toContain('写了一半&lt;i&gt;</textarea>');
    const [, value = ''] = /name="_cite" value="(\/policies\/[^"]+)"/.exec(found) ?? [];
    const [path = ''] = value.split(' ');
    const title = value.slice(path.length + 1);
    const put = await deed(officer, number, 'answer', {
      text: '写了一半',
      find: '社保能不能少交',
      _cite: value,
    });
    const html = await put.text();
    expect(put.status).toBe(200);
    expect(html).toContain(`写了一半\n《${title}》，要点见 http://localhost:4321${path}</textarea>`);
    expect(html).toContain('name="_cite"');
    expect(await kinds(number)).toEqual(['received']);
  });

  test('a ready answer whose blanks are still open is not sent, and stays', async () => {
    const number = await filed();
    const put = await deed(officer, number, 'answer', {
      text: '',
      _act: 'template',
      template: 'other-office',
    });
    const ready = inField(await put.text(), 'd-answer-text');
    expect(ready).toContain('由【单位全称】负责');
    const half = ready.replace('【单位全称】', '市人社局');
    const refused = await deed(officer, number, 'answer', { text: half });
    const html = await refused.text();
    expect([refused.status, inField(html, 'd-answer-text')]).toEqual([422, half]);
    expect(textOf(html)).toContain('还有没填的：【号码，查不到的写12345】');
    const whole = half.replace('【号码，查不到的写12345】', '12333【转人工】');
    expect((await deed(officer, number, 'answer', { text: whole })).status).toBe(303);
  });

  test('what fits nothing is said, and that the site was not built', async () => {
    const number = await filed();
    const find = async () =>
      textOf(
        await (await deed(officer, number, 'answer', { text: '', _act: 'find', find: 'qqzzxxvv' })).text(),
      );
    expect(await find()).toContain('没有查到，换个说法试试');
    Object.assign(desk.app.front, openLibrary(join(built, 'nowhere')));
    expect(await find()).toContain('网站还没有建好');
    Object.assign(desk.app.front, openLibrary(built));
  });
});
