import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openApp, watchKeys } from '#src/app.ts';
import { deriveKeys } from '#src/cases/keys.ts';
import { fault, openAnswers } from '#src/cases/review.ts';
import { openKeys } from '#src/cases/root.ts';
import { rotate } from '#src/cases/rotate.ts';
import { config } from '#src/config.ts';
import { formOf } from '#src/forms/index.ts';
import { linkOf, look, receiptOf, send } from '../functions/knock.ts';
import { allCases, type Desk, openDesk } from '../office.ts';
import { materials, newKey } from '../submissions.ts';

let desk: Desk;
afterEach(() => desk.stop());

const newMaster = () => new Uint8Array(randomBytes(32));
const text = (key: Uint8Array) => Buffer.from(key).toString('base64');
const keyFile = () => join(desk.data, 'master.key');
const oldMaster = () => new Uint8Array(Buffer.from(readFileSync(keyFile(), 'utf8').trim(), 'base64'));
const use = async (...masters: readonly Uint8Array[]): Promise<void> => {
  Object.assign(desk.app.office, { keys: await openKeys(desk.app.office.store, masters) });
};
const open = (env: Record<string, string>) =>
  openApp(config({ REOPENDESK_DATA: desk.data, ...env }), { migrate: true });
const sendSome = async (count: number) => {
  const receipts = [];
  for (let n = 0; n < count; n++)
    receipts.push(await receiptOf(await send('materials', materials({ note: '说明' }))));
  return receipts;
};
const allReadable = async (): Promise<void> => {
  const form = formOf('materials');
  for (const row of await allCases(desk)) {
    if (form) expect(openAnswers(desk.app.office, form, row)).toMatchObject({ note: '说明' });
    expect(await fault(desk.app.office, row)).toBeNull();
  }
};

describe('Another master key', () => {
  test('wraps every case’s key and the store’s secret; then the old one opens nothing, and everything else goes on', async () => {
    desk = await openDesk();
    const old = oldMaster();
    const next = newMaster();
    const [key, body] = [newKey(), materials({ note: '说明' })];
    const replayed = await receiptOf(await send('materials', body, { key }));
    const receipts = await sendSome(450);
    const { store } = desk.app.office;
    await use(next, old);
    await allReadable();
    const told: number[] = [];
    expect(await rotate(store, desk.app.office.keys, done => told.push(done))).toBe(451);
    expect(told.slice(0, 3)).toEqual([200, 400, 451]);
    await use(next);
    await allReadable();
    expect(await store.keyUse()).toEqual([{ keyId: desk.app.office.keys.id, cases: 451 }]);
    const first = receipts[0];
    if (first) expect((await look({ number: first.number, pin: first.pin })).status).toBe(200);
    if (first) expect((await look(linkOf(first))).status).toBe(200);
    expect(await receiptOf(await send('materials', body, { key }))).toEqual(replayed);
    await expect(openKeys(store, [old])).rejects.toThrow(
      `under master key ${deriveKeys(next).id}, but key ${deriveKeys(old).id} is loaded`,
    );
    expect(await rotate(store, desk.app.office.keys)).toBe(0);
  });

  test('broken off at any write it goes on where it stopped, and until then both keys are needed', async () => {
    desk = await openDesk();
    const [old, next] = [oldMaster(), newMaster()];
    await sendSome(410);
    const { store } = desk.app.office;
    await use(next, old);
    let writes = 0;
    const dying = (after: number) => ({
      ...store,
      rewrap: (command: Parameters<typeof store.rewrap>[0]) =>
        ++writes > after ? Promise.reject(new Error('killed')) : store.rewrap(command),
      keepSecret: () => Promise.reject(new Error('killed')),
    });
    for (const after of [1, 1, 9]) {
      writes = 0;
      await expect(rotate(dying(after), desk.app.office.keys)).rejects.toThrow('killed');
      await allReadable();
      // The store's secret is the last to move: without the old key a start is refused.
      await expect(openKeys(store, [next])).rejects.toThrow('Put the right master.key');
    }
    expect((await store.keyUse()).map(one => one.cases)).toEqual([410]);
    expect(await rotate(store, desk.app.office.keys)).toBe(0);
    await use(next);
    await allReadable();
  });

  test('while it runs, people send: what comes under either key is wrapped by the new one in the end', async () => {
    desk = await openDesk();
    const [old, next] = [oldMaster(), newMaster()];
    await sendSome(60);
    const { store } = desk.app.office;
    const both = await openKeys(store, [next, old]);
    // A server that has not seen the new key yet writes under the old one, behind the first pass.
    const late: Awaited<ReturnType<typeof sendSome>> = [];
    const busy = {
      ...store,
      rewrap: async (command: Parameters<typeof store.rewrap>[0]) => {
        const done = await store.rewrap(command);
        if (late.length < 2) late.push(...(await sendSome(1)));
        return done;
      },
    };
    expect(await rotate(busy, both)).toBe(62);
    await use(next);
    await allReadable();
    expect(late).toHaveLength(2);
    for (const one of late) expect((await look(linkOf(one))).status).toBe(200);
  });

  test('a server takes up a changed key file by itself, and opens with both', async () => {
    desk = await openDesk();
    const stop = watchKeys(desk.app);
    await sendSome(1);
    const before = desk.app.office.keys.id;
    const next = newMaster();
    const kept = readFileSync(keyFile(), 'utf8');
    writeFileSync(keyFile(), `${text(next)}\n${kept}`, { mode: 0o600 });
    await expect.poll(() => desk.app.office.keys.id, { timeout: 10_000 }).toBe(deriveKeys(next).id);
    expect([...desk.app.office.keys.ring.keys()]).toEqual([deriveKeys(next).id, before]);
    await sendSome(1);
    await allReadable();
    expect((await desk.app.office.store.keyUse()).map(one => one.cases)).toEqual([1, 1]);
    stop();
  }, 20_000);

  test('in the environment: new and old set off by a comma; only the new one once it is done; a foreign one never', async () => {
    desk = await openDesk();
    const [old, next] = [oldMaster(), newMaster()];
    await sendSome(3);
    await desk.app.office.store.close();
    const both = await open({ REOPENDESK_KEY: `${text(next)}, ${text(old)}` });
    await rotate(both.office.store, both.office.keys);
    await both.office.store.close();
    const alone = await open({ REOPENDESK_KEY: text(next) });
    await alone.office.store.close();
    for (const key of [text(old), text(newMaster()), `${text(newMaster())},${text(old)}`])
      await expect(open({ REOPENDESK_KEY: key })).rejects.toThrow(
        'Put the right master.key or REOPENDESK_KEY',
      );
  });

  test('a store from before it had a secret of its own keeps its passwords, its chains and its key', async () => {
    desk = await openDesk();
    const old = oldMaster();
    const { store } = desk.app.office;
    // As it was: everything derived from the master key.
    Object.assign(desk.app.office, { keys: deriveKeys(old) });
    const [receipt] = await sendSome(1);
    const { DatabaseSync } = await import('node:sqlite');
    const db = new DatabaseSync(desk.file);
    db.exec('delete from secrets');
    db.close();
    await use(old);
    await allReadable();
    if (receipt) expect((await look({ number: receipt.number, pin: receipt.pin })).status).toBe(200);
    const next = newMaster();
    await use(next, old);
    await rotate(store, desk.app.office.keys);
    await use(next);
    await allReadable();
    if (receipt) expect((await look({ number: receipt.number, pin: receipt.pin })).status).toBe(200);
  });
});
