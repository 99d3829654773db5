import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linkOf, textOf } from '../functions/knock.ts';
import { type Server, startServer } from '../server.ts';
import { type Database, newDatabase, postgresServer } from '../store/database.ts';
import { consultation, materials, newKey, type Tree } from '../submissions.ts';
import { type Client, newClient, numbersOf, receiptIn } from './faults/client.ts';
import { crowd, examine, inWords } from './faults/crowd.ts';
import { dieEverywhere } from './faults/deaths.ts';
import { keptIn, openLeft } from './faults/kept.ts';
import { type Faults, newFaults } from './faults/plan.ts';
import { newWay, type Way } from './faults/way.ts';

/** Where no server is given there is nothing to cut: TEST_DATABASE_URL. */
describe.skipIf(!postgresServer)('Postgres in trouble', () => {
  let database: Database;
  let way: Way;
  let faults: Faults;
  let server: Server;
  let client: Client;
  const told: string[] = [];

  beforeAll(async () => {
    database = await newDatabase();
    way = await newWay(database.url);
    faults = newFaults();
    server = await startServer({ ...faults.env, RATE_LIMIT: 'off', DATABASE_URL: way.url });
    client = newClient(server);
  });
  afterAll(async () => {
    await server.stop();
    await way.down();
    await database.remove();
    faults.remove();
  });

  const taken = async (tree: Tree = materials(), key = newKey()) => {
    const receipt = await receiptIn(await client.send('materials', tree, key));
    told.push(...numbersOf(receipt));
    return receipt;
  };

  const expectTold = async (): Promise<void> => {
    const app = await openLeft({ REOPENDESK_DATA: server.data, DATABASE_URL: database.url });
    const kept = await keptIn(app);
    await app.office.store.close();
    expect(kept.map(one => one.row.number).sort()).toEqual([...new Set(told)].sort());
    expect(kept.flatMap(one => one.fault ?? [])).toEqual([]);
  };

  test('down: 503 with Retry-After, the page keeps its input; up again it recovers without a restart', async () => {
    const receipt = await taken();
    await way.down();
    const [tree, key] = [materials(), newKey()];
    const answers = await Promise.all([
      client.send('materials', tree, key),
      client.submit('consultation', consultation({ question: '急用说明' })),
      client.look(linkOf(receipt)),
      client.ask('GET', '/api/health', {}),
    ]);
    for (const answer of answers)
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30']);
    const html = (await answers[1]?.text()) ?? '';
    expect(html).toContain('急用说明</textarea>');
    expect(textOf(html)).toContain('这一件没有登记');
    await way.up();
    await taken(tree, key);
    expect((await client.look(linkOf(receipt))).status).toBe(200);
    await expectTold();
  });

  test('the answer to a commit is lost: 503, and the same key then gives the case that was stored', async () => {
    await taken();
    const before = way.lost();
    for (let n = 0; n < 5; n++) {
      const [tree, key] = [materials(), newKey()];
      way.loseCommit();
      const answer = await client.send('materials', tree, key);
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30']);
      await taken(tree, key);
    }
    expect(way.lost() - before).toBe(5);
    await expectTold();
  });

  test('the server is killed before every query of a submission and of an act: sent again, each is there once', async () => {
    const submission = await dieEverywhere(server, faults, async () => {
      const [tree, key] = [materials(), newKey()];
      const send = async () => receiptIn(await client.send('materials', tree, key));
      return {
        send,
        settled: async (first, again) => {
          if (first) expect(again).toEqual(first);
          told.push(...numbersOf(again));
        },
      };
    });
    const reply = await dieEverywhere(server, faults, async () => {
      const link = linkOf(await taken());
      const send = async () => {
        const answer = await client.act('reply', { ...link, text: '还缺两箱手套' });
        expect(answer.status).toBe(200);
        return ((await answer.json()) as { events: readonly unknown[] }).events.length;
      };
      return { send, settled: async (_, events) => expect(events).toBe(2) };
    });
    console.log(`submission: ${submission.join(', ')}\nreply: ${reply.join(', ')}`);
    expect(submission).toContain('pg commit heard');
    expect(reply).toContain('pg commit heard');
    await expectTold();
  }, 180_000);

  test('100 posts at once with one key are one case, and all hear its receipt', async () => {
    const [tree, key] = [materials(), newKey()];
    const receipts = await Promise.all(Array.from({ length: 100 }, () => taken(tree, key)));
    expect(new Set(receipts.map(one => JSON.stringify(one))).size).toBe(1);
    await expectTold();
  });
});

describe.skipIf(!postgresServer)('Postgres in a crowd', () => {
  test('every connection broken ten times while 32 clients submit: none lost, none doubled, without a restart', async () => {
    const database = await newDatabase();
    const server = await startServer({ RATE_LIMIT: 'off', DATABASE_URL: database.url });
    try {
      const told = await crowd(server, {
        clients: 32,
        submissions: 1000,
        troubles: 10,
        trouble: database.cut,
      });
      const found = await examine(server, told, { database: database.url, looked: 200 });
      console.log(inWords(told, found));
      expect(told.retried).toBeGreaterThan(0);
      expect(found).toMatchObject({ acknowledged: 1000, stored: 1000 });
      expect(found).toMatchObject({ lost: [], doubled: [], faults: [], unreadable: [] });
    } finally {
      await server.stop();
      await database.remove();
    }
  }, 180_000);
});
