import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { indexAll, lookUp } from '#src/cases/look-up.ts';
import type { CaseRow } from '#src/cases/store.ts';
import { act, linkOf, receiptOf, send } from '../functions/knock.ts';
import { materials } from '../submissions.ts';
import { type Bureau, openBureau } from './bureau.ts';

let bureau: Bureau;
let made: CaseRow;
let complaint: string;
beforeAll(async () => {
  bureau = await openBureau();
  made = await bureau.supplies();
  complaint = (await bureau.complaint('市场监管局')).number;
});
afterAll(() => bureau.desk.stop());

describe('look-up', () => {
  const find = async (
    by: 'number' | 'creditCode' | 'enterprise' | 'phone' | 'contact',
    value: string,
    login = 'zhao',
  ) => {
    const result = await lookUp(bureau.office, { by, value }, { login, department: 'market', limit: 100 });
    return result.tag === 'found' ? result.rows.map(row => row.number) : result.tag;
  };

  test.each([
    ['creditCode', '９１３５０１００ m000100y43'],
    ['phone', '+86 138-0013-8000'],
    ['phone', '13800138000'],
    ['contact', ' 王 小明 '],
  ] as const)('by %s, however it is typed: %s', async (by, value) => {
    expect(await find(by, value)).toContain(made.number);
  });

  test('a complaint of one’s own department is not found; of another it is, without its enterprise', async () => {
    expect(await find('phone', '13900139000')).toEqual([]);
    const other = { login: 'li', department: 'supervision', limit: 9 };
    const found = await lookUp(bureau.office, { by: 'number', value: complaint }, other);
    expect(found).toMatchObject({ tag: 'found', rows: [{ number: complaint, enterprise: '' }] });
    expect(JSON.stringify(found)).not.toMatch(/sealed|pinHash|routing/);
  });

  test('by number and by enterprise; not by a part of it, not by another', async () => {
    const row = await bureau.rowOf(made.number);
    expect(await find('number', row.number)).toEqual([row.number]);
    expect(await find('enterprise', row.enterprise)).toEqual([row.number]);
    expect(await find('enterprise', row.enterprise.slice(0, 4))).toEqual([]);
    expect(await find('phone', '13800138001')).toEqual([]);
    expect(await find('phone', '')).toEqual([]);
    expect(await find('contact', '13800138000')).toEqual([]);
  });

  test('page by page: every case once', async () => {
    const sent: string[] = [];
    const contact = { name: '翻页人', phone: '13755556666' };
    for (let n = 0; n < 5; n += 1)
      sent.push(linkOf(await receiptOf(await send('materials', materials({ contact })))).number);
    const found: string[] = [];
    for (let before: string | undefined; ; ) {
      const asked = { by: 'phone', value: contact.phone, ...(before && { before }) } as const;
      const page = await lookUp(bureau.office, asked, { login: 'pager', department: 'market', limit: 2 });
      if (page.tag !== 'found') throw new Error(page.tag);
      expect(page.rows.length).toBeLessThanOrEqual(2);
      found.push(...page.rows.map(row => row.number));
      if (page.next === null) break;
      before = page.next;
    }
    expect(found.sort()).toEqual(sent.sort());
  });

  test('a correction is found by what it says now', async () => {
    const sent = materials({ contact: { name: '赵六', phone: '13711112222' } });
    const link = linkOf(await receiptOf(await send('materials', sent)));
    expect(await find('phone', '13711112222')).toEqual([link.number]);
    const contact = { name: '赵六', phone: '13733334444' };
    expect((await act('change', { ...link, answers: { ...sent, contact } })).status).toBe(200);
    expect([await find('phone', '13711112222'), await find('phone', '13733334444')]).toEqual([
      [],
      [link.number],
    ]);
    expect((await act('erase', { ...link })).status).toBe(200);
    expect(await find('phone', '13733334444')).toEqual([]);
    expect(await find('contact', '赵六')).toEqual([]);
  });

  test('sixty an hour a person; each is logged without what was looked for', async () => {
    for (let n = 0; n < 60; n++) expect(await find('phone', `139${n}`, 'qian')).toEqual([]);
    expect(await find('phone', '13800138000', 'qian')).toBe('wait');
    bureau.desk.pass(1);
    expect(await find('phone', '13800138000', 'sun')).not.toBe('wait');
    const log = await bureau.office.store.lookupLog({ before: 'zzz', limit: 500 });
    expect(log.filter(entry => entry.actor === 'qian')).toHaveLength(60);
    expect(log[0]).toMatchObject({ actor: 'sun', kind: 'phone' });
    for (const entry of log)
      expect(Object.keys(entry).sort()).toEqual(['actor', 'at', 'found', 'id', 'kind']);
  });

  test('cases from before are indexed once; what was erased is not', async () => {
    const { office } = bureau;
    const { number, id } = await bureau.supplies({ contact: { name: '孙七', phone: '13655556666' } });
    const db = new DatabaseSync(bureau.desk.file);
    db.exec(`delete from lookups where case_id = '${id}'`);
    db.close();
    expect(await find('phone', '13655556666')).toEqual([]);
    expect([await indexAll(office), await indexAll(office)]).toEqual([1, 0]);
    expect(await find('phone', '13655556666')).toEqual([number]);
  });
});
