import fs, { readdirSync, readFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pdf } from '../attachments/samples.ts';
import { type Desk, openDesk } from '../office.ts';
import {
  anything,
  blobsOf,
  drop,
  type Given,
  idFor,
  look,
  newPage,
  openUpload,
  type Page,
  putSlice,
  saidBy,
  sendFile,
  slice,
  typeOf,
} from './upload-knock.ts';

let desk: Desk;
let page: Page;
beforeEach(async () => {
  desk = await openDesk();
  page = newPage('198.51.100.7');
});
const real = fs.statfsSync;
afterEach(() => {
  fs.statfsSync = real;
  syncBuiltinESMExports();
  vi.restoreAllMocks();
  return desk.stop();
});

const day = 24 * 3_600_000;

describe('Who may send how much', () => {
  test('ASVS 5.2.1: a file of 20 MB, not more; an empty one is told so', async () => {
    expect((await openUpload(page, { size: 20 * slice })).status).toBe(201);
    expect(await typeOf(await openUpload(page, { size: 20 * slice + 1 }))).toEqual([422, 'upload-refused']);
    expect(await typeOf(await openUpload(page, { size: 0 }))).toEqual([422, 'upload-refused']);
  });

  test('60 MB a draft; what is taken away makes room', async () => {
    const ids = [];
    for (let index = 0; index < 3; index++) ids.push(await idFor(page, 20 * slice));
    const full = await openUpload(page, { size: 1 });
    expect(((await full.clone().json()) as { detail: string }).detail).toContain('60 MB');
    expect(await typeOf(full)).toEqual([413, 'upload-quota']);
    expect((await openUpload(newPage(), { size: 1 })).status).toBe(201);
    expect((await drop(page, ids[0] ?? '')).status).toBe(204);
    expect((await openUpload(page, { size: 1 })).status).toBe(201);
  });

  test('200 MB a day from one address, IPv6 by its network; then the next day', async () => {
    desk.at('2026-03-20T02:00:00.000Z');
    const from = (ip: string) => openUpload(newPage(ip), { size: 20 * slice });
    for (let index = 0; index < 10; index++)
      expect((await from(`2001:db8:1:1::${index + 1}`)).status).toBe(201);
    expect(await typeOf(await from('2001:db8:1:1::ffff'))).toEqual([413, 'upload-quota']);
    expect((await from('2001:db8:1:2::1')).status).toBe(201);
    desk.pass(day);
    expect((await from('2001:db8:1:1::1')).status).toBe(201);
  });

  test('all together by REOPENDESK_UPLOADS_TOTAL', async () => {
    await desk.stop();
    desk = await openDesk({ REOPENDESK_UPLOADS_TOTAL: '30MB' });
    expect((await openUpload(newPage(), { size: 20 * slice })).status).toBe(201);
    expect(await typeOf(await openUpload(newPage(), { size: 20 * slice }))).toEqual([507, 'uploads-full']);
    expect((await openUpload(newPage(), { size: 10 * slice })).status).toBe(201);
  });

  test('nobody else’s draft may add to a file or take it away; its id alone tells how far it is', async () => {
    const id = await idFor(page, pdf().length);
    const other = newPage();
    expect(await typeOf(await putSlice(other, id, 0, pdf()))).toEqual([404, 'unknown-upload']);
    expect(await typeOf(await drop(other, id))).toEqual([404, 'unknown-upload']);
    expect((await look(other, id)).status).toBe(200);
  });

  test('only a hash of the id is stored, and the name is sealed', async () => {
    const { id } = await sendFile(page, pdf(), { name: '金丝雀的申请.pdf' });
    const bytes = readdirSync(desk.data).filter(name => name.startsWith('reopendesk.sqlite'));
    const all = Buffer.concat(bytes.map(name => readFileSync(join(desk.data, name))));
    expect([all.includes(id), all.includes(Buffer.from('金丝雀')), all.includes(page.draft)]).toEqual([
      false,
      false,
      false,
    ]);
    for (const blob of blobsOf(desk))
      expect(readFileSync(join(desk.data, 'attachments', blob)).includes('%PDF')).toBe(false);
  });
});

describe('Requests that cannot be meant are answered in words', () => {
  test.each<[string, Given, number, string]>([
    ['another form', { form: 'nothing' }, 404, 'unknown-form'],
    ['a form without files', { form: 'consultation' }, 400, 'bad-upload'],
    ['a field that takes no files', { field: 'filer' }, 400, 'bad-upload'],
    ['a field of the prototype', { field: '__proto__' }, 400, 'bad-upload'],
    ['no name', { name: 7 }, 400, 'bad-upload'],
    ['no size', { size: '9' }, 400, 'bad-upload'],
    ['half a byte', { size: 1.5 }, 400, 'bad-upload'],
    ['no hash', { sha256: 'xyz' }, 400, 'bad-upload'],
  ])('%s', async (_, given, status, type) => {
    expect(await typeOf(await openUpload(page, { size: 9, ...given }))).toEqual([status, type]);
  });

  test('no draft, no range, a slice of another length, a slice too long', async () => {
    const id = await idFor(page, slice + 5);
    const without = { ...page, draft: '' };
    expect(await typeOf(await openUpload(without, { size: 9 }))).toEqual([400, 'bad-upload']);
    expect(await typeOf(await anything(page, 'PUT', `/${id}`, {}, 'x'))).toEqual([400, 'bad-upload']);
    expect(await typeOf(await putSlice(page, id, 0, Buffer.alloc(7)))).toEqual([400, 'bad-upload']);
    const long = await putSlice(page, id, 0, Buffer.alloc(3 * slice + 1));
    expect(await typeOf(long)).toEqual([413, 'too-large']);
    expect(await saidBy(await look(page, id))).toMatchObject({ received: 0 });
  });

  test('a method that an address does not take', async () => {
    expect((await anything(page, 'PUT', '')).headers.get('allow')).toBe('POST');
    expect((await anything(page, 'POST', '/x')).headers.get('allow')).toBe('PUT, GET, HEAD, DELETE');
    expect((await anything(page, 'PATCH', '/x')).status).toBe(405);
  });

  test('a full disk is a 503 with the time to wait; what was there stays', async () => {
    const id = await idFor(page, pdf().length);
    fs.statfsSync = ((): unknown => ({ blocks: 10, bavail: 1 })) as unknown as typeof fs.statfsSync;
    syncBuiltinESMExports();
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 60_000);
    for (const answer of [await openUpload(page, { size: 9 }), await putSlice(page, id, 0, pdf())])
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30']);
    expect(await saidBy(await look(page, id))).toMatchObject({ state: 'partial', received: 0 });
  });
});
