import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { anchorsOf } from '#src/backup/anchors.ts';
import { answer } from '#src/cases/act.ts';
import { merkle } from '#src/cases/anchor.ts';
import { audit, type Fault } from '#src/cases/audit.ts';
import { eventMac } from '#src/cases/chain.ts';
import type { CaseRow, EventRow } from '#src/cases/store.ts';
import { linkOf, receiptOf, send } from '../functions/knock.ts';
import { allCases, type Desk, openDesk } from '../office.ts';
import { materials } from '../submissions.ts';

const days = ['2020-03-20', '2020-03-21'] as const;
let desk: Desk;
let rows: readonly CaseRow[];

/** Three cases, the first answered; an anchor; one more answer and one more case; the next day's anchor. */
beforeEach(async () => {
  desk = await openDesk();
  const { office, upkeep } = desk.app;
  const numbers: string[] = [];
  const submit = async () =>
    numbers.push(linkOf(await receiptOf(await send('materials', materials()))).number);
  desk.at(`${days[0]}T01:00:00.000Z`);
  for (let n = 0; n < 3; n++) await submit();
  await answer(office, numbers[0] ?? '', '请到政务服务中心领取', '李办');
  expect(await upkeep.anchor()).toBe(true);
  expect(await upkeep.anchor()).toBe(false);
  desk.at(`${days[1]}T01:00:00.000Z`);
  await answer(office, numbers[1] ?? '', '已经安排', '李办');
  await submit();
  expect(await upkeep.anchor()).toBe(true);
  rows = (await allCases(desk)).toSorted((a, b) => numbers.indexOf(a.number) - numbers.indexOf(b.number));
});
afterEach(() => desk.stop());

const found = async (): Promise<readonly Fault[]> => {
  const { heads } = await anchorsOf(desk.data);
  return (await audit(desk.app.office, heads)).faults;
};
const at = (n: number): CaseRow => {
  const row = rows[n];
  if (!row) throw new Error(`no case ${n}`);
  return row;
};
const sql = (text: string, ...values: (string | number)[]): void => {
  const db = new DatabaseSync(desk.file);
  db.exec('pragma foreign_keys = on');
  db.prepare(text).run(...values);
  db.close();
};

/** Somebody with all keys: writes a case's events anew with some of them changed, so that the chain holds. */
const forge = async (row: CaseRow, change: (event: EventRow) => EventRow): Promise<void> => {
  let previous = '';
  for (const event of await desk.app.office.store.events(row.id)) {
    const changed = change(event);
    const mac = eventMac(desk.app.office.keys, previous, changed);
    sql(
      'update events set actor = ?, mac = ? where case_id = ? and seq = ?',
      changed.actor,
      mac,
      row.id,
      event.seq,
    );
    previous = mac;
  }
  sql('update cases set head_mac = ? where id = ?', previous, row.id);
};

describe('an audit', () => {
  test('finds nothing where nothing was done, and what comes later is no fault', async () => {
    expect(await found()).toEqual([]);
    desk.at('2020-03-22T01:00:00.000Z');
    await answer(desk.app.office, at(2).number, '已经安排', '李办');
    await receiptOf(await send('materials', materials()));
    expect(await found()).toEqual([]);
  });

  test('ASVS 16.4.2: names an event that was changed', async () => {
    sql("update events set actor = '张三' where case_id = ? and seq = 2", at(0).id);
    expect(await found()).toContainEqual({ tag: 'chain', number: at(0).number, what: 'event 2 was changed' });
  });

  test('names an event written anew by somebody with the keys, by the first anchor that knew it', async () => {
    await forge(at(0), event => (event.seq === 2 ? { ...event, actor: '张三' } : event));
    expect(await found()).toEqual([{ tag: 'rewritten', number: at(0).number, seq: 2, day: days[0] }]);
  });

  test('names a tail that was cut off with everything that showed it', async () => {
    const [first] = await desk.app.office.store.events(at(0).id);
    sql('delete from events where case_id = ? and seq = 2', at(0).id);
    sql(
      "update cases set head = 1, head_mac = ?, state = 'received' where id = ?",
      first?.mac ?? '',
      at(0).id,
    );
    expect(await found()).toEqual([{ tag: 'cut', number: at(0).number, seq: 2, day: days[0] }]);
  });

  test('names cases that were removed', async () => {
    sql('delete from cases where id = ?', at(3).id);
    expect(await found()).toEqual([{ tag: 'removed', id: at(3).id, day: days[1] }]);
  });

  test('names cases that were changed about', async () => {
    const [one, other] = [at(1), at(2)];
    const db = new DatabaseSync(desk.file);
    db.exec('pragma foreign_keys = off');
    for (const [from, to] of [
      [one.id, 'between'],
      [other.id, one.id],
      ['between', other.id],
    ] as const)
      db.prepare('update events set case_id = ? where case_id = ?').run(to, from);
    db.close();
    expect((await found()).map(fault => fault.tag)).toEqual(
      expect.arrayContaining(['chain', 'cut', 'rewritten']),
    );
  });
});

describe('anchors', () => {
  const file = (day: string) => join(desk.data, 'anchors', `${day}.anchor`);
  const fault = async () => (await anchorsOf(desk.data)).fault;

  test('count cases, follow each other, and hold only what changed', async () => {
    const { list, fault: wrong } = await anchorsOf(desk.data);
    expect(wrong).toBeNull();
    expect(list.map(anchor => [anchor.day, anchor.cases])).toEqual([
      [days[0], 3],
      [days[1], 4],
    ]);
    expect(list[1]?.previous).toBe(list[0]?.hash);
    expect(readFileSync(file(days[0]), 'utf8').trim().split('\n')).toHaveLength(4);
    expect(readFileSync(file(days[1]), 'utf8').trim().split('\n')).toHaveLength(3);
  });

  test('one that was changed, taken away or put in is told by its day', async () => {
    const first = readFileSync(file(days[0]), 'utf8');
    const second = readFileSync(file(days[1]), 'utf8');
    writeFileSync(file(days[0]), first.replace('"cases":3', '"cases":2'));
    expect(await fault()).toEqual({ day: days[1], what: 'unlinked' });
    rmSync(file(days[0]));
    expect(await fault()).toEqual({ day: days[1], what: 'unlinked' });
    writeFileSync(file(days[0]), first);
    writeFileSync(file(days[1]), `${second}made-up 1 ${'m'.repeat(43)}\n`);
    expect(await fault()).toEqual({ day: days[1], what: 'root' });
    writeFileSync(file(days[1]), 'nothing');
    expect(await fault()).toEqual({ day: days[1], what: 'unreadable' });
    desk.at('2020-03-23T01:00:00.000Z');
    await expect(desk.app.upkeep.anchor()).rejects.toThrow(/anchor of 2020-03-21 is broken/);
  });

  test('a clock put back makes none, and what was half written is not one', async () => {
    desk.at('2020-03-01T01:00:00.000Z');
    expect(await desk.app.upkeep.anchor()).toBe(false);
    writeFileSync(`${file('2020-03-22')}.99.part`, 'half');
    desk.at('2020-03-22T01:00:00.000Z');
    expect(await desk.app.upkeep.anchor()).toBe(true);
    expect(existsSync(file('2020-03-22'))).toBe(true);
    expect(readdirSync(join(desk.data, 'anchors'))).toHaveLength(4);
    expect(await fault()).toBeNull();
  });
});

describe('the Merkle root', () => {
  /** Leaves and roots that implementations of RFC 6962 share. */
  const leaves = ['', '\x00', '\x10', ' !', '01', '@ABC', 'PQRSTUVW', '`abcdefghijklmno'];
  test.each([
    [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
    [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
    [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
  ])('of %i leaves is the one of RFC 6962', (count, root) => {
    const tree = merkle();
    for (const leaf of leaves.slice(0, count)) tree.add(leaf);
    expect(tree.root()).toBe(root);
  });
});
