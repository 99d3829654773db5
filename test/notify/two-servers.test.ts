import { describe, expect, test } from 'vitest';
import { deliver } from '#src/notify/deliver.ts';
import { sms } from '#src/notify/sms.ts';
import { migratePostgres } from '#src/store/migrate-postgres.ts';
import { openPostgres } from '#src/store/postgres.ts';
import { newDatabase, postgresServer } from '../store/database.ts';
import { gateway } from './gateways.ts';

describe.skipIf(!postgresServer)('two servers on one Postgres', () => {
  test('500 notices: none doubled, none lost, though the gateway fails now and then', async () => {
    const database = await newDatabase();
    await migratePostgres(database);
    const stores = await Promise.all([openPostgres(database), openPostgres(database)]);
    let clock = Date.parse('2020-03-20T01:00:00.000Z');
    const now = () => new Date(clock);
    const asked = new Map<string, number>();
    const server = await gateway(({ headers }) => {
      const id = String(headers['webhook-id']);
      asked.set(id, (asked.get(id) ?? 0) + 1);
      return { status: asked.get(id) === 1 && id.endsWith('7') ? 503 : 200 };
    });
    const body = '{"to":"{phone}","say":"{text}"}';
    const at = now().toISOString();
    const usual = {
      caseId: null,
      kind: 'news',
      channel: 'sms',
      target: '',
      text: 'x',
      sealed: null,
      urgent: 0,
    };
    const rows = Array.from({ length: 500 }, (_, n) => ({ ...usual, id: `n${n}`, at, nextAt: at }));
    await stores[0]?.putNotices({ rows });

    const round = () =>
      Promise.all(
        stores.map((store, n) =>
          deliver({
            store,
            channels: new Map([['sms', sms({ url: server.url, key: 'k', body }, now)]]),
            open: async row => ({ ...row, to: '13800138000', subject: '' }),
            now,
            random: () => 0.5,
            holder: `server ${n}`,
          }),
        ),
      );
    const first = await round();
    expect(first.every(done => done.sent > 0)).toBe(true);
    clock += 60_000;
    const second = await round();
    const sent = [...first, ...second].reduce((sum, done) => sum + done.sent, 0);
    expect(sent).toBe(500);
    expect(asked.size).toBe(500);
    for (const [id, times] of asked) expect([id, times]).toEqual([id, id.endsWith('7') ? 2 : 1]);
    expect(await stores[0]?.nextNotice()).toBeNull();

    await Promise.all(stores.map(store => store.close()));
    await server.stop();
    await database.remove();
  });
});
