import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answer } from '#src/cases/act.ts';
import { linkOf, receiptOf, send } from '../functions/knock.ts';
import { allCases, type Desk, openDesk } from '../office.ts';
import { consultation, materials, newKey, type Tree } from '../submissions.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.stop());

/** Every byte of the data folder: the database, its write-ahead log, its index. The key file is not the database's. */
const bytesOf = (folder: string): Buffer =>
  Buffer.concat(
    readdirSync(folder)
      .filter(name => name !== 'master.key')
      .map(name => readFileSync(join(folder, name))),
  );
const holds = (text: string): boolean => bytesOf(desk.data).includes(Buffer.from(text));

/** Words that occur nowhere else, one in each field of free text or of a person. */
const canary = (name: string): string => `金丝雀${name}`;
const secretMaterials = (): Tree =>
  materials({
    enterprise: { name: '明处的企业名称', creditCode: '91350100M000100Y43', area: 'west', line: 'commerce' },
    contact: { name: canary('联系人'), role: canary('职务'), phone: '13912345678' },
    items: [
      { item: 'mask-medical', spec: canary('规格'), quantity: 4711, unit: 'piece', neededBy: '2020-04-01' },
    ],
    delivery: 'deliver',
    receiver: canary('收货人'),
    address: canary('地址'),
    hotlineTicket: canary('工单'),
    note: canary('说明'),
  });
const secretQuestion = (): Tree =>
  consultation({
    question: canary('问题'),
    asked: canary('问过'),
    when: canary('时间'),
    contact: { name: canary('联系人'), phone: '13912345678' },
  });

describe('Contact, phone, PIN material and all free text live in their own sealed column', () => {
  test('no word of them stands in the database or its log, after a submission and after an answer', async () => {
    const key = newKey();
    const receipt = await receiptOf(await send('materials', secretMaterials(), { key }));
    await receiptOf(await send('consultation', secretQuestion()));
    await answer(desk.app.office, linkOf(receipt).number, canary('答复'), '李办');
    const { token } = linkOf(receipt);
    const secrets = ['金丝雀', '13912345678', key, token, Buffer.from(token, 'base64url')];
    const bytes = bytesOf(desk.data);
    expect(secrets.filter(one => bytes.includes(one))).toEqual([]);
    expect(bytes.toString('latin1')).not.toMatch(new RegExp(`(?<![0-9])${receipt.pin}(?![0-9])`));
  });

  test('enterprise name, credit code, area, line, codes, quantities, dates are in the clear', async () => {
    await receiptOf(await send('materials', secretMaterials()));
    for (const text of [
      '明处的企业名称',
      '91350100M000100Y43',
      'west',
      'commerce',
      'mask-medical',
      '4711',
      '2020-04-01',
    ])
      expect([text, holds(text)]).toEqual([text, true]);
  });

  test('nor after the log has been written back', async () => {
    await receiptOf(await send('materials', secretMaterials()));
    const [row] = await allCases(desk);
    await desk.app.office.store.close();
    expect(readdirSync(desk.data).sort()).toEqual(['master.key', 'reopendesk.sqlite']);
    expect(holds('金丝雀')).toBe(false);
    expect(holds('明处的企业名称')).toBe(true);
    expect(holds(row?.keyId ?? '?')).toBe(true);
  });

  test('the database never holds the master key', async () => {
    await receiptOf(await send('materials', secretMaterials()));
    const text = readFileSync(join(desk.data, 'master.key'), 'utf8').trim();
    expect(holds(text)).toBe(false);
    expect(bytesOf(desk.data).includes(Buffer.from(text, 'base64'))).toBe(false);
  });
});
