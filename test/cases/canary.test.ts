import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { answer } from '#src/cases/act.ts';
import type { Deed } from '#src/cases/deed.ts';
import { lookUp } from '#src/cases/look-up.ts';
import { perform } from '#src/cases/perform.ts';
import { retain } from '#src/cases/retention.ts';
import { fault, openAnswers } from '#src/cases/review.ts';
import { erase } from '#src/cases/rewrite.ts';
import type { CaseRow } from '#src/cases/store.ts';
import { rows as columnsOf } from '#src/forms/columns.ts';
import type { AnyForm } from '#src/forms/field.ts';
import { formOf } from '#src/forms/index.ts';
import { read } from '#src/forms/read.ts';
import { dayOf } from '#src/rules/day.ts';
import { pdf } from '../attachments/samples.ts';
import { act, linkOf, receiptOf, send } from '../functions/knock.ts';
import { allCases, type Desk, openDesk } from '../office.ts';
import { canary, numbersIn, submissions } from './canaries.ts';
import { checked } from './checked.ts';

const days = 24 * 3_600_000;
let desk: Desk;
let after = async (): Promise<void> => {};
afterEach(async () => {
  vi.restoreAllMocks();
  await desk.stop();
  await after();
  after = async () => {};
});

const formOfRow = (row: CaseRow): AnyForm => {
  const form = formOf(row.form);
  if (!form) throw new Error(`no form ${row.form}`);
  return form;
};

/** A file with a canary in its name and its content; gives back its id. */
const attach = async (form: string, field: string): Promise<string> => {
  const bytes = new Uint8Array(pdf(canary('文件')));
  const taken = await desk.app.attachments.take({
    form,
    field,
    name: `${canary('名')}.pdf`,
    address: '',
    bytes,
  });
  if (taken.tag === 'denied') throw new Error(taken.reason);
  return taken.id;
};
const filesLeft = (): readonly string[] =>
  readdirSync(desk.data, { recursive: true })
    .map(String)
    .filter(name => name.startsWith('attachments/'));

/** What officers write of a case for each other and for its enterprise. */
const work = async (number: string, form: string): Promise<void> => {
  const { office } = desk.app;
  const at = office.now().toISOString();
  const said = (what: string): string => canary(`${form}${what}`);
  const row = await office.store.caseByNumber(number);
  const department = row?.handler === 'law' ? 'science' : 'law';
  const deeds: readonly Deed[] = [
    { deed: 'note', text: said('备注') },
    { deed: 'contact', reached: true, at, whom: said('接听'), text: said('电话') },
    { deed: 'assist', departments: [department], ask: said('请协办'), due: '' },
    { deed: 'open', reason: said('打开') },
    { deed: 'press', pressure: 'supervise', text: said('督办') },
    { deed: 'return', missing: [said('缺的')], text: '' },
  ];
  for (const deed of deeds) {
    const now = await office.store.caseByNumber(number);
    const boss = { login: 'boss', department: 'economy', superior: true };
    const done = await perform(office, number, now?.head ?? 0, deed, boss);
    expect([form, deed.deed, done]).toMatchObject([form, deed.deed, { tag: 'done' }]);
  }
  if (form === 'filing') await checked(desk, number, said('抽查'));
};

/** How many cases are found by the enterprise, the phone and the contact of each of these. */
const foundBy = async (all: readonly { readonly login: string; readonly values: LookedFor }[]) => {
  let found = 0;
  for (const { login, values } of all)
    for (const [by, value] of Object.entries(values) as [keyof LookedFor, string][]) {
      const result = await lookUp(desk.app.office, { by, value }, { login, department: '', limit: 100 });
      if (result.tag === 'found') found += result.rows.length;
    }
  return found;
};
type LookedFor = { readonly enterprise: string; readonly phone: string; readonly contact: string };

/** Every form sent in with canaries, then answered, added to, corrected, rated, with a file: everything a case can say. */
const plant = async (): Promise<readonly string[]> => {
  const { office } = desk.app;
  const today = dayOf(office.now());
  const refused = (id: string, sent: unknown): readonly string[] => {
    const form = formOf(id);
    const reading = form ? read(form, sent, office.tables, today) : null;
    return reading?.tag === 'refused' ? reading.problems.map(problem => problem.pointer) : [];
  };
  const links = [];
  for (const { form, sent } of submissions(refused, today)) {
    const mine = linkOf(await receiptOf(await send(form.id, sent)));
    links.push(mine);
    const line = form.apart ? { [form.apart]: (sent[form.apart] as unknown[]).slice(0, 1) } : {};
    await act('reply', { ...mine, text: canary(`${form.id}补充`) });
    const contact = { ...(sent.contact as object), name: canary('改后') };
    const files = form.id === 'financing' ? { files: [await attach('financing', 'files')] } : {};
    const corrected = await act('change', { ...mine, answers: { ...sent, ...line, contact, ...files } });
    expect([form.id, corrected.status]).toEqual([form.id, 200]);
    await answer(office, mine.number, canary(`${form.id}答复`), '李办');
    await act('rate', { ...mine, grade: 'fair', text: canary(`${form.id}评价`) });
    await act('confirm', { ...mine, solved: false, text: canary(`${form.id}未决`) });
    await work(mine.number, form.id);
  }
  return links.map(({ number }) => number);
};

/** What could not be kept secret by anybody who has the whole machine: everything that opens with the keys, and every export. */
const readable = async (): Promise<string> => {
  const { office } = desk.app;
  const parts: unknown[] = [];
  for (const row of await allCases(desk)) {
    const form = formOfRow(row);
    const answers = openAnswers(office, form, row);
    parts.push(row.enterprise, row.creditCode, row.answers, row.routing, answers);
    parts.push(columnsOf(form, answers, office.tables, 'zh-Hans'));
    parts.push(await office.store.events(row.id));
  }
  return JSON.stringify(parts);
};

const bytesIn = (folder: string): Buffer =>
  Buffer.concat(
    readdirSync(folder, { recursive: true })
      .map(name => join(folder, String(name)))
      .filter(path => statSync(path).isFile())
      .map(path => readFileSync(path)),
  );

/** Ciphertexts in pieces: a database may store a long one in several places. */
const piecesOf = (all: readonly Uint8Array[]): readonly (readonly Buffer[])[] =>
  all.map(bytes =>
    Array.from({ length: Math.ceil(bytes.length / 20) }, (_, n) =>
      Buffer.from(bytes.subarray(n * 20, n * 20 + 20)),
    ).filter(piece => piece.length === 20),
  );

/** Everything on the disk of the database: its files, or all its tables after a full vacuum. */
type Disk = () => Promise<Buffer>;
const sqliteDisk: Disk = async () => bytesIn(desk.data);

const postgres = async (server: string): Promise<{ readonly url: string; readonly disk: Disk }> => {
  const name = `reopendesk_test_${randomBytes(6).toString('hex')}`;
  const ask = async (url: string, ...texts: readonly string[]): Promise<unknown[]> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const results = [];
    for (const text of texts) results.push((await client.query(text)).rows);
    await client.end();
    return results;
  };
  await ask(server, `create database ${name}`);
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  after = async () => void (await ask(server, `drop database ${name} with (force)`));
  const tables = [
    'cases',
    'events',
    'idempotency_keys',
    'fingerprints',
    'counters',
    'notices',
    'secrets',
    'uploads',
    'case_parts',
    'lookups',
    'lookup_log',
    'outbox',
  ];
  const disk: Disk = async () => {
    const [, ...all] = await ask(url, 'vacuum full', ...tables.map(table => `select * from ${table}`));
    const bytes = (value: unknown): Buffer =>
      Buffer.concat(
        Buffer.isBuffer(value)
          ? [value]
          : typeof value === 'object' && value !== null
            ? Object.values(value).map(bytes)
            : [Buffer.from(`${value} `)],
      );
    return bytes(all);
  };
  return { url, disk };
};

const places: [string, () => Promise<{ env: Record<string, string>; disk: Disk }>][] = [
  ['sqlite', async () => ({ env: {}, disk: sqliteDisk })],
];
const server = process.env.TEST_DATABASE_URL;
if (server)
  places.push([
    'postgres',
    async () => {
      const { url, disk } = await postgres(server);
      return { env: { DATABASE_URL: url }, disk };
    },
  ]);

describe.each(places)('Canaries in every field of every form, on %s', (_, place) => {
  const start = async (): Promise<Disk> => {
    const { env, disk } = await place();
    desk = await openDesk(env);
    desk.at('2026-03-20T02:00:00.000Z');
    return disk;
  };

  const check = async (disk: Disk, remove: (numbers: readonly string[]) => Promise<void>): Promise<void> => {
    const said: string[] = [];
    for (const stream of ['log', 'error', 'warn'] as const)
      vi.spyOn(console, stream).mockImplementation((...words) => void said.push(words.join(' ')));
    const numbers = await plant();
    const before = await allCases(desk);
    const looked = before.map((row, n) => {
      const { contact } = openAnswers(desk.app.office, formOfRow(row), row);
      return {
        login: `zhao${n}`,
        values: { enterprise: row.enterprise, phone: contact.phone, contact: contact.name },
      };
    });
    expect(await foundBy(looked)).toBeGreaterThanOrEqual(3 * before.length);
    const clear = await disk();
    expect(clear.includes('金丝雀')).toBe(true);
    expect(filesLeft()).not.toEqual([]);
    expect((await readable()).match(/金丝雀/g)?.length).toBeGreaterThan(100);
    const events = (await Promise.all(before.map(row => desk.app.office.store.events(row.id)))).flat();
    const sealed = piecesOf([
      ...before.flatMap(row => [row.sealed, row.wrappedKey]),
      ...events.flatMap(event => event.sealed ?? []),
    ]);
    expect(sealed.filter(pieces => !pieces.some(piece => clear.includes(piece)))).toEqual([]);
    await remove(numbers);
    const rows = await allCases(desk);
    expect(rows.map(row => numbersIn(JSON.parse(row.answers)))).toEqual(
      before.map(row => numbersIn(JSON.parse(row.answers))),
    );
    expect(rows.map(row => [row.area, row.line, row.handler])).toEqual(
      before.map(row => [row.area, row.line, row.handler]),
    );
    for (const row of rows) expect([row.form, await fault(desk.app.office, row)]).toEqual([row.form, null]);
    const left = await disk();
    const words = ['金丝雀', '13970000', '91350100M000100Y43', ...new Set(before.map(row => row.enterprise))];
    const open = await readable();
    expect(filesLeft()).toEqual([]);
    for (const word of words)
      expect([word, left.includes(word), open.includes(word)]).toEqual([word, false, false]);
    expect(sealed.filter(pieces => pieces.some(piece => left.includes(piece)))).toEqual([]);
    expect(said.filter(line => line.includes('金丝雀'))).toEqual([]);
    desk.pass(2 * 3_600_000);
    expect(await foundBy(looked)).toBe(0);
  };

  test('none is left after their holders deleted them, and the figures are', async () => {
    const disk = await start();
    await check(disk, async numbers => {
      const rows = await allCases(desk);
      expect(rows.length).toBeGreaterThanOrEqual(numbers.length);
      for (const row of rows) await erase(desk.app.office, row.number, 'enterprise');
      await desk.app.office.store.scrub({ whole: true });
    });
  }, 120_000);

  test('ASVS 14.2.7: none is left after the retention, and the figures are', async () => {
    const disk = await start();
    await check(disk, async () => {
      desk.pass(366 * days);
      const rows = await allCases(desk);
      const would = await retain(desk.app.office, { dry: true });
      expect(would).toEqual({ cases: rows.length, whole: rows.length, fields: 0, failed: 0 });
      expect(await readable()).toContain('金丝雀');
      expect(await retain(desk.app.office)).toEqual(would);
      expect(await retain(desk.app.office)).toEqual({ cases: 0, whole: 0, fields: 0, failed: 0 });
      await desk.app.office.store.sweep({ at: desk.app.office.now().toISOString() });
      await desk.app.office.store.scrub({ whole: true });
    });
  }, 120_000);
});
