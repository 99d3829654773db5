import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, openApp } from '#src/app.ts';
import { act } from '#src/cases/act.ts';
import { config } from '#src/config.ts';
import { openFirms } from '#src/firms/desk.ts';
import type { FirmStore } from '#src/firms/store.ts';
import { samplesB } from '../forms/samples-b.ts';
import { type Desk, newFolder, openDesk } from '../office.ts';
import { newDatabase, postgresServer } from '../store/database.ts';
import { fileAt } from './file.ts';

const codes = ['91220101MA1ABCDE04', '91220101MA2BCDEF1M', '91220101MA3CDEFG27'];
const morning = new Date('2026-03-18T02:00:00.000Z');

/** Two servers on one store. */
const two = async (env: Readonly<Record<string, string>>): Promise<readonly [Desk, App]> => {
  const data = newFolder();
  const desk = await openDesk(env, data);
  desk.at(morning.toISOString());
  const settings = config({ REOPENDESK_DATA: data, LOG_LEVEL: 'silent', ...env });
  const other = await openApp(settings, { migrate: false });
  Object.assign(other.office, { now: () => morning });
  return [desk, other];
};

const places = [
  ['SQLite', async () => ({ env: {}, end: async () => {} })],
  ...(postgresServer === undefined
    ? []
    : [
        [
          'Postgres',
          async () => {
            const database = await newDatabase();
            return { env: { DATABASE_URL: database.url }, end: database.remove };
          },
        ] as const,
      ]),
] as const;

describe.each(places)('two servers on %s', (_, place) => {
  let servers: readonly [Desk, App];
  let end: () => Promise<void>;
  beforeAll(async () => {
    const made = await place();
    end = made.end;
    servers = await two(made.env);
  });
  afterAll(async () => {
    await servers[1].office.store.close();
    await servers[0].stop();
    await end();
  });

  /** A filing on a day of the rules: since 2020-03-03 being filed is enough, on 2020-02-20 it waits for an answer. */
  const filed = async (who: App, creditCode: string, day = '2020-03-20'): Promise<string> => {
    const enterprise = { ...samplesB.filing.least.enterprise, creditCode };
    const tree = { ...samplesB.filing.least, reopening: '2026-03-18', enterprise };
    return (await fileAt(who, 'filing', tree, { at: morning.toISOString(), day })).number;
  };

  test('catch up at the same time while cases come and go: no older reading lies over a newer one', async () => {
    const [{ app }, other] = servers;
    const numbers: string[] = [];
    const work = async (who: App, turn: number): Promise<void> => {
      for (let n = 0; n < 12; n += 1) {
        numbers.push(await filed(who, codes[(n + turn) % codes.length] ?? ''));
        const back = numbers[Math.floor(n / 2)];
        if (n % 2 === turn && back) await act(who.office, back, 'enterprise', () => ({ kind: 'withdrawn' }));
      }
    };
    const look = async (who: App): Promise<void> => {
      for (let n = 0; n < 15; n += 1) await who.firms.catchUp();
    };
    await Promise.all([work(app, 0), work(other, 1), look(app), look(other), look(other)]);
    await Promise.all([app.firms.catchUp(), other.firms.catchUp()]);
    const rows = await Promise.all(numbers.map(number => app.office.store.caseByNumber(number)));
    const open = new Set(rows.flatMap(row => (row?.state === 'received' ? [row.creditCode] : [])));
    expect(open.size).toBeGreaterThan(0);
    for (const who of [app, other])
      expect(await who.firms.firmsOn('2026-03-18')).toMatchObject({
        firms: open.size,
        staff: 50 * open.size,
      });
  });

  test('who was overtaken between reading and keeping reads again', async () => {
    const [{ app }, other] = servers;
    const code = '91350100M000100Y43';
    const before = (await app.firms.firmsOn('2026-03-18')).firms;
    const { store } = app.office;
    const firmStore = store as typeof store & FirmStore;
    let kept = 0;
    const slow = openFirms({
      office: app.office,
      returns: [],
      order: [],
      store: {
        ...firmStore,
        keepFirms: async command => {
          kept += 1;
          if (kept === 1) {
            // Meanwhile another server takes in a filing of the same enterprise that lets it open, and counts it.
            await filed(other, code);
            await other.firms.catchUp();
          }
          return firmStore.keepFirms(command);
        },
      },
    });
    await filed(app, code, '2020-02-20');
    await slow.catchUp();
    expect(kept).toBeGreaterThan(1);
    expect((await app.firms.firmsOn('2026-03-18')).firms).toBe(before + 1);
  });
});
