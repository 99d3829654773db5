import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import sweep from '#functions/sweep.ts';
import { bigPdf, canary, office, pdf, photo } from '../attachments/samples.ts';
import { type Desk, openDesk } from '../office.ts';
import { receiptOf, send } from './knock.ts';
import {
  attachmentsOf,
  blobsOf,
  bytesOf,
  filing,
  idFor,
  look,
  newPage,
  openUpload,
  type Page,
  putSlice,
  saidBy,
  sendFile,
  sha256,
  slice,
} from './upload-knock.ts';

let desk: Desk;
let page: Page;
beforeEach(async () => {
  desk = await openDesk();
  page = newPage('198.51.100.7');
});
afterEach(() => desk.stop());

describe('A file is sent in slices, then checked, then kept', () => {
  test('the answer names the id and the length of a slice; the last slice’s answer says how it ended', async () => {
    const bytes = bigPdf(2.5 * slice);
    const opened = await openUpload(page, { size: bytes.length });
    expect(opened.status).toBe(201);
    const { id, ...told } = (await opened.json()) as { id: string };
    expect(id).toMatch(/^[\w-]{22}$/);
    expect(told).toEqual({ received: 0, slice });
    for (const at of [0, slice])
      expect(await saidBy(await putSlice(page, id, at, bytes.subarray(at, at + slice)))).toEqual({
        state: 'partial',
        received: at + slice,
      });
    const said = await saidBy(await putSlice(page, id, 2 * slice, bytes.subarray(2 * slice)));
    expect(said).toMatchObject({ state: 'kept', name: '申请表.pdf', kind: 'pdf', flags: [], reason: null });
    // Only what is kept is left, and nobody looked for viruses.
    expect([blobsOf(desk).length, said.scanned]).toEqual([1, 'no']);
  });

  test('with its form it becomes the case’s, byte for byte, its name and flags too', async () => {
    const bytes = pdf('4 0 obj <</S /JavaScript>> endobj');
    const { id } = await sendFile(page, bytes, { name: '..\\..\\承诺\u202e书.exe', sha256: sha256(bytes) });
    await receiptOf(await send('filing', filing({ application: [id] })));
    const [kept, ...others] = await attachmentsOf(desk);
    expect(others).toEqual([]);
    // Cut off behind the end mark.
    const expected = bytes.subarray(0, -1);
    expect(kept).toMatchObject({
      field: 'application',
      name: '承诺书.exe.pdf',
      flags: ['script'],
      sha256: sha256(expected),
      size: expected.length,
    });
    expect(kept && (await bytesOf(kept.read)).equals(expected)).toBe(true);
  });

  test('a picture is kept without its owner and place', async () => {
    const { id, said } = await sendFile(page, photo.heic(), { name: 'IMG_1.HEIC' });
    expect(said).toMatchObject({ state: 'kept', kind: 'heic', name: 'IMG_1.HEIC' });
    await receiptOf(await send('filing', filing({ prevention: [id] })));
    const [kept] = await attachmentsOf(desk);
    expect(kept && (await bytesOf(kept.read)).includes(canary)).toBe(false);
  });

  test.each<[string, () => Buffer, string, string]>([
    ['a program called a PDF', () => Buffer.from('MZ program'), 'plan.pdf', 'type'],
    ['old Word', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'plan.docx', 'old-office'],
    ['a bomb', () => office('xlsx', { 'b.bin': new Uint8Array(30_000_000) }), 'a.xlsx', 'unpacked'],
    ['a truncated PDF', () => pdf().subarray(0, 60), 'a.pdf', 'broken'],
  ])('%s is refused in words that name it, and nothing of it is left', async (_, make, name, reason) => {
    const { id, said } = await sendFile(page, make(), { name });
    expect(said).toMatchObject({ state: 'refused', reason, message: expect.stringContaining(`“${name}”`) });
    expect(blobsOf(desk)).toEqual([]);
    // Whoever lost the answer asks again and is told the same.
    expect(await saidBy(await look(page, id))).toEqual(said);
    expect((await send('filing', filing({ application: [id] }))).status).toBe(422);
  });
});

describe('A weak network loses nothing and doubles nothing', () => {
  const bytes = bigPdf(2.5 * slice);
  const part = (index: number) => bytes.subarray(index * slice, (index + 1) * slice);

  test('a slice that comes before its turn is a 409 that says where to go on', async () => {
    const id = await idFor(page, bytes.length);
    const early = await putSlice(page, id, slice, part(1));
    expect([early.status, early.headers.get('upload-offset')]).toEqual([409, '0']);
    expect(await early.json()).toMatchObject({ type: '/problems/#upload-ahead', received: 0 });
  });

  test('a slice sent twice, and one of which the answer was lost, change nothing', async () => {
    const id = await idFor(page, bytes.length);
    await putSlice(page, id, 0, part(0));
    expect(await saidBy(await putSlice(page, id, 0, part(0)))).toMatchObject({ received: slice });
    await putSlice(page, id, slice, part(1));
    expect(await saidBy(await putSlice(page, id, 0, part(0)))).toMatchObject({ received: 2 * slice });
    const last = await saidBy(await putSlice(page, id, 2 * slice, part(2)));
    expect(await saidBy(await putSlice(page, id, 2 * slice, part(2)))).toEqual(last);
    expect(last.state).toBe('kept');
  });

  test('the same slice from two tabs at once, and the last one too: one file, whole', async () => {
    const id = await idFor(page, bytes.length, { sha256: sha256(bytes) });
    for (const index of [0, 1, 2]) {
      const all = await Promise.all(
        Array.from({ length: 5 }, () => putSlice(page, id, index * slice, part(index)).then(saidBy)),
      );
      expect(new Set(all.map(one => one.state)).size).toBe(1);
    }
    expect(await saidBy(await look(page, id))).toMatchObject({ state: 'kept' });
    expect(blobsOf(desk)).toHaveLength(1);
  });

  test('HEAD tells how much is there', async () => {
    const id = await idFor(page, bytes.length);
    await putSlice(page, id, 0, part(0));
    const head = await look(page, id, 'HEAD');
    expect([head.status, head.headers.get('upload-offset'), head.headers.get('upload-length')]).toEqual([
      200,
      String(slice),
      String(bytes.length),
    ]);
  });

  test('a slice that was damaged on the way is seen by the hash, and refused', async () => {
    const id = await idFor(page, bytes.length, { sha256: sha256(bytes) });
    const damaged = Buffer.from(part(1));
    damaged[500] = (damaged[500] ?? 0) ^ 1;
    await putSlice(page, id, 0, part(0));
    await putSlice(page, id, slice, damaged);
    expect(await saidBy(await putSlice(page, id, 2 * slice, part(2)))).toMatchObject({
      state: 'refused',
      reason: 'hash',
    });
    expect(blobsOf(desk)).toEqual([]);
  });

  test('the program ended between two slices: another goes on where it was', async () => {
    const id = await idFor(page, bytes.length, { sha256: sha256(bytes) });
    await putSlice(page, id, 0, part(0));
    const { data, app } = desk;
    await app.office.store.close();
    desk = await openDesk({}, data);
    expect(await saidBy(await look(page, id))).toMatchObject({ state: 'partial', received: slice });
    await putSlice(page, id, slice, part(1));
    expect(await saidBy(await putSlice(page, id, 2 * slice, part(2)))).toMatchObject({ state: 'kept' });
  });

  test('the program ended when all slices were there and nothing was checked: the last one once more ends it', async () => {
    const id = await idFor(page, bytes.length);
    for (const index of [0, 1]) await putSlice(page, id, index * slice, part(index));
    const { store } = desk.app.office;
    const settle = Object.getOwnPropertyDescriptor(store, 'settleUpload');
    Object.assign(store, { settleUpload: () => Promise.reject(new Error('as by a power cut')) });
    expect((await putSlice(page, id, 2 * slice, part(2))).status).toBe(500);
    if (settle) Object.defineProperty(store, 'settleUpload', settle);
    expect(await saidBy(await look(page, id))).toMatchObject({ state: 'partial', received: bytes.length });
    expect(await saidBy(await putSlice(page, id, 2 * slice, part(2)))).toMatchObject({ state: 'kept' });
    await sweep(new Request('http://zone.example/'));
    expect(blobsOf(desk)).toHaveLength(1);
  });
});
