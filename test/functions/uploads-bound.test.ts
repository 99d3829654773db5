import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import sweep from '#functions/sweep.ts';
import { pdf, sound } from '../attachments/samples.ts';
import { allCases, type Desk, openDesk } from '../office.ts';
import { newKey } from '../submissions.ts';
import { receiptOf, send } from './knock.ts';
import {
  attachmentsOf,
  blobsOf,
  bytesOf,
  drop,
  filing,
  idFor,
  look,
  newPage,
  type Page,
  putSlice,
  sendFile,
  slice,
} from './upload-knock.ts';

let desk: Desk;
let page: Page;
beforeEach(async () => {
  desk = await openDesk();
  page = newPage('198.51.100.7');
});
afterEach(() => desk.stop());

const day = 24 * 3_600_000;

describe('A form is sent with its files, or not at all', () => {
  test('an upload that expired or was cut off is named at its field, and nothing is stored', async () => {
    desk.at('2026-03-20T02:00:00.000Z');
    const { id: gone } = await sendFile(page, pdf());
    const cut = await idFor(page, 2 * slice);
    await putSlice(page, cut, 0, Buffer.alloc(slice));
    desk.pass(day);
    const { id } = await sendFile(newPage(), pdf());
    for (const [field, ids] of [
      ['application', [id, gone]],
      ['prevention', [cut]],
      ['prevention', ['A'.repeat(22)]],
    ] as const) {
      const answer = await send('filing', filing({ [field]: ids }), { headers: { 'accept-language': 'zh' } });
      expect(answer.status).toBe(422);
      expect(await answer.json()).toMatchObject({
        errors: [{ pointer: `/${field}`, message: '附件过期了，请重新选文件' }],
      });
    }
    expect(await allCases(desk)).toEqual([]);
    await receiptOf(await send('filing', filing({ application: [id] })));
  });

  test('sent twice under one key it is one case; its files belong to no second one', async () => {
    const { id } = await sendFile(page, pdf());
    const key = newKey();
    const first = await receiptOf(await send('filing', filing({ application: [id] }), { key }));
    const again = await receiptOf(await send('filing', filing({ application: [id] }), { key }));
    expect(again.number).toBe(first.number);
    expect((await send('filing', filing({ application: [id] }))).status).toBe(422);
    expect(await allCases(desk)).toHaveLength(1);
  });

  test('what was sent is closed to its id: no look, no slice, no taking away', async () => {
    const { id } = await sendFile(page, pdf());
    await receiptOf(await send('filing', filing({ application: [id] })));
    for (const answer of [await look(page, id), await drop(page, id), await putSlice(page, id, 0, pdf())])
      expect(answer.status).toBe(404);
    expect(await attachmentsOf(desk)).toHaveLength(1);
  });

  test('more files than the field takes are refused', async () => {
    const ids = [];
    for (let index = 0; index < 4; index++) ids.push((await sendFile(page, sound.png())).id);
    expect((await send('filing', filing({ application: ids }))).status).toBe(422);
    await receiptOf(await send('filing', filing({ application: ids.slice(0, 3) })));
  });
});

describe('What nobody sent is swept', () => {
  const run = async () =>
    ((await (await sweep(new Request('http://zone.example/'))).json()) as { deleted: number }).deleted;

  test('after a day without a slice; a form’s files never', async () => {
    desk.at('2026-03-20T02:00:00.000Z');
    const { id } = await sendFile(page, pdf());
    await receiptOf(await send('filing', filing({ application: [id] })));
    const left = await idFor(page, 2 * slice);
    await putSlice(page, left, 0, Buffer.alloc(slice));
    await run();
    expect(blobsOf(desk)).toHaveLength(2);
    desk.pass(day);
    await run();
    expect([(await look(page, left)).status, blobsOf(desk).length]).toEqual([404, 1]);
    // Row and bytes both went: nothing is found a second time.
    expect(await run()).toBe(0);
    desk.pass(400 * day);
    await run();
    expect(blobsOf(desk)).toHaveLength(1);
    const [kept] = await attachmentsOf(desk);
    expect(kept && (await bytesOf(kept.read)).toString()).toContain('%PDF');
  });

  test('bytes that no upload speaks for go too: of one that is gone, and late slices of one that ended', async () => {
    const { id } = await sendFile(page, pdf());
    const [kept = ''] = blobsOf(desk);
    const half = await idFor(page, 2 * slice);
    await putSlice(page, half, 0, Buffer.alloc(slice));
    const put = (path: string) => {
      const file = join(desk.data, 'attachments', path);
      mkdirSync(join(file, '..'), { recursive: true });
      writeFileSync(file, 'x');
    };
    put('gone-long-ago/slice-0');
    put(`${kept.split('/')[0]}/slice-0`);
    put(`${kept}.00ff.part`);
    expect(await run()).toBe(3);
    expect(blobsOf(desk)).toHaveLength(2);
    expect((await look(page, id)).status).toBe(200);
  });

  test('a case that is forgotten takes its files with it', async () => {
    const { id } = await sendFile(page, pdf());
    await receiptOf(await send('filing', filing({ application: [id] })));
    const [row] = await allCases(desk);
    await desk.app.office.forgetFiles(row?.id ?? '');
    expect([blobsOf(desk), await attachmentsOf(desk)]).toEqual([[], []]);
  });
});
