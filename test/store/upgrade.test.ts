import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, test } from 'vitest';
import { type App, openApp } from '#src/app.ts';
import { backUp } from '#src/backup/backup.ts';
import { openPlace } from '#src/backup/place.ts';
import { restore } from '#src/backup/restore.ts';
import { audit } from '#src/cases/audit.ts';
import { openAnswers } from '#src/cases/review.ts';
import { track } from '#src/cases/track.ts';
import { config } from '#src/config.ts';
import { formOf } from '#src/forms/index.ts';
import { names } from '#src/store/migrations/index.ts';
import { tablesOf } from '#src/store/rows.ts';
import { kinds } from '../backup/places.ts';

const fixtures = join(import.meta.dirname, '../fixtures/store');
const root = join(import.meta.dirname, '../..');
const versions = readdirSync(fixtures).filter(name => /^v\d+$/.test(name));
type Told = { readonly number: string; readonly pin: string; readonly form: string; readonly state: string };

let folders: string[] = [];
afterEach(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
  folders = [];
});

/** A copy of a store of an earlier program, as it lay on the machine. */
const storeOf = (version: string): string => {
  const data = mkdtempSync(join(tmpdir(), 'reopendesk-'));
  folders.push(data);
  cpSync(join(fixtures, version), data, { recursive: true });
  chmodSync(join(data, 'master.key'), 0o600);
  return data;
};
const told = (version: string) =>
  JSON.parse(readFileSync(join(fixtures, version, 'told.json'), 'utf8')) as Told[];

/** Every sender asks for their case; the office opens each; every chain is whole. */
const examine = async ({ office }: App, expected: readonly Told[]): Promise<void> => {
  for (const { number, pin, form, state } of expected) {
    const found = await track(office, { number: number.replaceAll('-', ''), pin });
    expect(found).toMatchObject({ tag: 'found', course: { case: { form, state } } });
    const known = formOf(form);
    const row = await office.store.caseByNumber(number.replaceAll('-', ''));
    if (!known || !row) throw new Error('no case');
    openAnswers(office, known, row);
  }
  expect(await audit(office, new Map())).toMatchObject({ cases: expected.length, faults: [] });
};

describe.each(versions)('a store of schema %s', version => {
  test('is brought up to date and everything in it is read', async () => {
    const data = storeOf(version);
    const app = await openApp(config({ REOPENDESK_DATA: data, LOG_LEVEL: 'silent' }), { migrate: true });
    try {
      expect(await app.office.store.health()).toEqual({ schema: names.length, expected: names.length });
      await examine(app, told(version));
    } finally {
      await app.office.store.close();
    }
  }, 60_000);

  test.each(kinds)(
    'is backed up as it is and restored into %s',
    async (_, kind) => {
      const data = storeOf(version);
      const place = await openPlace(config({ REOPENDESK_DATA: data }));
      const { file } = await backUp(place, {
        to: join(data, 'b'),
        phrase: null,
        keep: null,
        now: new Date(),
      });
      await place.rows.close();
      const to = await kind();
      const settings = config({
        ...to.env,
        REOPENDESK_KEY: readFileSync(join(data, 'master.key'), 'utf8').trim(),
      });
      try {
        await restore(settings, { file, phrase: null });
        const app = await openApp(settings, { migrate: true });
        try {
          await examine(app, told(version));
          expect(await app.attachments.sweep()).toBeTypeOf('number');
        } finally {
          await app.office.store.close();
        }
      } finally {
        await to.remove();
      }
    },
    60_000,
  );
});

/** Cases by the thousand, so that a migration takes long enough to be killed in the middle. */
const multiply = (file: string, times: number): void => {
  const db = new DatabaseSync(file);
  const columns = (table: string) =>
    db
      .prepare('select name from pragma_table_info(?)')
      .all(table)
      .map(({ name }) => String(name));
  const copy = (table: string, changed: readonly string[]) =>
    `insert into ${table} select ${columns(table).map(name => (changed.includes(name) ? `${name} || '-' || n.value` : name))}
     from ${table}, (with recursive n(value) as (select 1 union all select value + 1 from n where value < ${times}) select value from n) n`;
  db.exec(`begin; ${copy('cases', ['id', 'number'])}; commit; vacuum`);
  db.close();
};

/** As a minute later: what a dead process held, another may take. */
const forgetLease = (file: string): void => {
  const db = new DatabaseSync(file);
  if (db.prepare("select 1 from sqlite_master where name = 'leases'").get()) db.exec('delete from leases');
  db.close();
};

describe('a migration that is killed', () => {
  test('leaves every row, and the next run ends it', async () => {
    const data = storeOf('v1');
    const file = join(data, 'reopendesk.sqlite');
    multiply(file, 400);
    const size = statSync(file).size;
    const env = { PATH: process.env.PATH ?? '', REOPENDESK_DATA: data };
    const start = () => spawn(process.execPath, ['src/commands/migrate.ts'], { cwd: root, env });
    const logged = () => (existsSync(`${file}-wal`) ? statSync(`${file}-wal`).size : 0);
    let killed = 0;
    // Killed once its log has grown by so much of what it writes.
    for (const share of [0.01, 0.3, 0.8]) {
      const before = logged();
      const child = start();
      const ended = once(child, 'exit');
      const look = setInterval(() => {
        if (logged() > before + size * share) child.kill('SIGKILL');
      }, 1);
      await ended;
      clearInterval(look);
      if (child.signalCode === 'SIGKILL') killed += 1;
      forgetLease(file);
    }
    expect(killed).toBeGreaterThan(0);
    const last = start();
    const [code] = await once(last, 'exit');
    expect(code).toBe(0);
    const place = await openPlace(config({ REOPENDESK_DATA: data }));
    expect(await place.rows.applied()).toEqual(names);
    expect(await place.rows.sound()).toBeNull();
    const [cases] = await tablesOf(names);
    if (!cases) throw new Error('no tables');
    expect(await place.rows.read(within => within.count(cases))).toBe(told('v1').length * 401);
    await place.rows.close();
  }, 120_000);
});

test('a server refuses the store of a newer program in one clear line', async () => {
  const data = storeOf('v1');
  const settings = config({ REOPENDESK_DATA: data });
  const app = await openApp(settings, { migrate: true });
  await app.office.store.close();
  const place = await openPlace(settings);
  await place.rows.mark(`${String(names.length + 1).padStart(4, '0')}-next`);
  await place.rows.close();
  await expect(openApp(settings, { migrate: true })).rejects.toThrow(
    /^The store was migrated to \d{4}-next by a newer program; this one knows \d+ up to [\w-]+\. Start the newer one, or restore the backup from before\.$/,
  );
}, 60_000);
