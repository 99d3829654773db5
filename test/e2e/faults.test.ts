import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { pdf } from '../attachments/samples.ts';
import { linkOf, type Receipt, textOf } from '../functions/knock.ts';
import { type Server, startServer } from '../server.ts';
import { materials, newKey, type Tree } from '../submissions.ts';
import { type Client, jsonOf, newClient, numbersOf, receiptIn } from './faults/client.ts';
import { type Kept, keptIn, openLeft } from './faults/kept.ts';
import { type Faults, newFaults, roomAgain } from './faults/plan.ts';

let faults: Faults;
let server: Server;
let client: Client;
/** Numbers of all that was acknowledged. */
let told: string[];
beforeAll(async () => {
  faults = newFaults();
  server = await startServer({ ...faults.env, RATE_LIMIT: 'off' });
  client = newClient(server);
  told = [];
});
afterEach(() => faults.set({ clock: 0, ...roomAgain }));
afterAll(async () => {
  await server.stop();
  faults.remove();
});

/** More than a page of the database holds: it never fits into room that is left in pages that are there. */
const long = (note: string): Tree => {
  const { items } = materials() as { items: readonly Tree[] };
  return materials({ items: Array.from({ length: 45 }, () => items[0]), note });
};

const file = (): string => join(server.data, 'reopendesk.sqlite');

const taken = async (tree: Tree = materials(), key = newKey()): Promise<Receipt> => {
  const receipt = await receiptIn(await client.send('materials', tree, key));
  told.push(...numbersOf(receipt));
  return receipt;
};

/** What is stored, beside the running server. */
const stored = async (): Promise<readonly Kept[]> => {
  const app = await openLeft({ REOPENDESK_DATA: server.data });
  const kept = await keptIn(app);
  await app.office.store.close();
  return kept;
};

/** All that was acknowledged is there, whole, and nothing else. */
const expectTold = async (): Promise<void> => {
  const kept = await stored();
  expect(kept.map(one => one.row.number).sort()).toEqual([...new Set(told)].sort());
  expect(kept.flatMap(one => one.fault ?? [])).toEqual([]);
};

const statusOf = (response: Response) => [response.status, response.headers.get('retry-after')];

/** While the store cannot take it: a program and a page hear when to come back, the page with what was typed, and a case is still followed. */
const expectRefused = async (earlier: Receipt): Promise<{ tree: Tree; key: string }> => {
  const [tree, key] = [long(''), newKey()];
  const [answer, page] = await Promise.all([
    client.send('materials', tree, key),
    client.submit('materials', long('急用说明')),
  ]);
  expect(statusOf(answer)).toEqual([503, '30']);
  expect(await answer.json()).toMatchObject({ type: '/problems/#unavailable', status: 503 });
  expect(statusOf(page)).toEqual([503, '30']);
  const html = await page.text();
  expect(html).toContain('急用说明</textarea>');
  expect(html).toContain('value="13800138000"');
  expect(textOf(html)).toContain('这一件没有登记');
  expect((await client.look(linkOf(earlier))).status).toBe(200);
  return { tree, key };
};

/** Sends until the store is full; what fitted in before was acknowledged. */
const fillUp = async (): Promise<{ tree: Tree; key: string }> => {
  for (let n = 0; n < 300; n++) {
    const [tree, key] = [long(''), newKey()];
    const answer = await client.send('materials', tree, key);
    if (answer.status === 503) return { tree, key };
    told.push(...numbersOf(await receiptIn(answer)));
  }
  throw new Error('the store took three hundred submissions and was not full');
};

const sendFile = async (): Promise<number> => {
  const bytes = new Uint8Array(Buffer.concat([pdf(randomBytes(4000).toString('hex'))]));
  const draft = randomBytes(20).toString('hex');
  const of = { form: 'filing', field: 'application', name: '申请表.pdf', size: bytes.length };
  const opened = await client.openUpload(draft, of);
  if (opened.status !== 201) return opened.status;
  const { id } = (await opened.json()) as { id: string };
  return (await client.putSlice(draft, id, bytes)).status;
};

/** Sends files until one is not taken; the first few may fit into pages that are there already. */
const fillWithFiles = async (): Promise<number> => {
  for (let n = 0; n < 50; n++) {
    const status = await sendFile();
    if (status !== 200) return status;
  }
  return 200;
};

describe('The disk is full', () => {
  test('no page more: 503, input kept, nothing half stored; taken again under the same key when there is room', async () => {
    const earlier = await taken();
    faults.set({ maxPages: 1 });
    const first = await fillUp();
    const second = await expectRefused(earlier);
    expect(await fillWithFiles()).toBe(503);
    await expectTold();
    faults.set(roomAgain);
    for (const { tree, key } of [first, second]) await taken(tree, key);
    expect(await sendFile()).toBe(200);
    await expectTold();
  });

  const hasLimits = (() => {
    try {
      execFileSync('prlimit', ['--version']);
      return true;
    } catch {
      return false;
    }
  })();

  test.skipIf(!hasLimits)('no file may grow: the same, a torn write included', async () => {
    const limit = (bytes: number | 'unlimited') =>
      execFileSync('prlimit', [`--pid=${server.pid()}`, `--fsize=${bytes}:`]);
    const earlier = await taken();
    limit(statSync(`${file()}-wal`).size + 10_000);
    const first = await fillUp();
    const second = await expectRefused(earlier);
    await expectTold();
    limit(1000);
    expect(await sendFile()).toBe(503);
    limit('unlimited');
    for (const { tree, key } of [first, second]) await taken(tree, key);
    expect(await sendFile()).toBe(200);
    await expectTold();
  });
});

describe('One key', () => {
  test('100 posts at once are one case, and all hear its receipt', async () => {
    const [tree, key] = [materials(), newKey()];
    const receipts = await Promise.all(Array.from({ length: 100 }, () => taken(tree, key)));
    expect(new Set(receipts.map(one => JSON.stringify(one))).size).toBe(1);
    await expectTold();
  });

  test('100 at once with two contents: one content is stored, the other is told so', async () => {
    const [trees, key] = [[materials(), materials()], newKey()];
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) => client.send('materials', trees[n % 2] ?? {}, key)),
    );
    const first = answers.find(one => one.status === 201);
    expect(answers.map(one => one.status).sort()).toEqual([...Array(50).fill(201), ...Array(50).fill(422)]);
    if (first) told.push(...numbersOf(await receiptIn(first)));
    await expectTold();
  });
});

describe('Another process holds the database', () => {
  const hold = () => {
    const other = new DatabaseSync(file());
    other.exec('begin exclusive');
    return () => {
      other.exec('rollback');
      other.close();
    };
  };

  test('for a second: whoever submits waits and is taken', async () => {
    const release = hold();
    setTimeout(release, 1000);
    const started = performance.now();
    await Promise.all(Array.from({ length: 5 }, () => taken()));
    expect(performance.now() - started).toBeGreaterThan(900);
    await expectTold();
  });

  test('for longer: 503, input kept; taken under the same key once it is free', async () => {
    const earlier = await taken();
    const release = hold();
    const { tree, key } = await expectRefused(earlier).finally(release);
    await taken(tree, key);
    await expectTold();
  });
});

describe('The clock jumps', () => {
  const hour = 3_600_000;
  const hours = [0, 3, -3, 26, -26, 0];

  /** The server looks at the plan's clock every ten milliseconds. */
  const shift = async (clock: number): Promise<void> => {
    faults.set({ clock });
    await new Promise(resolve => setTimeout(resolve, 30));
  };

  test('a key gives one receipt at any hour, numbers stay unique, each case is due after it was received', async () => {
    const sent = [materials(), newKey()] as const;
    const first = await taken(...sent);
    for (const by of hours) {
      await shift(by * hour);
      const at = Date.now() + by * hour;
      expect(await taken(...sent)).toEqual(first);
      const receipt = await taken();
      expect(Date.parse(receipt.due)).toBeGreaterThan(at);
      expect(Date.parse(receipt.due)).toBeLessThan(at + 30 * 24 * hour);
      const course = (await jsonOf(await client.look(linkOf(first)), 200)) as { due: string };
      expect(course.due).toBe(first.due);
      expect(await sendFile()).toBe(200);
    }
    await expectTold();
  });

  test('what a case is told later keeps its place in the course, though its time is earlier', async () => {
    const receipt = await taken();
    await shift(-5 * hour);
    await jsonOf(await client.act('reply', { ...linkOf(receipt), text: '还缺两箱手套' }), 200);
    const kept = (await stored()).find(one => numbersOf(receipt).includes(one.row.number));
    expect(kept).toMatchObject({ kinds: ['received', 'supplemented'], fault: null });
  });

  test('who waits for a password waits no longer than a quarter of an hour, though the clock went back by three', async () => {
    const { number } = await taken();
    for (const clock of [3 * hour, 0]) {
      await shift(clock);
      for (let n = 0; n < 5; n++) expect((await client.look({ number, pin: '000000' })).status).toBe(404);
      const [status, seconds] = statusOf(await client.look({ number, pin: '000000' }));
      expect(status).toBe(429);
      expect(Number(seconds)).toBeLessThanOrEqual(900);
    }
  });
});
