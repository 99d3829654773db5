import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, openApp } from '#src/app.ts';
import { stages } from '#src/cases/desk-store.ts';
import { cases } from '#src/cases/review.ts';
import type { CaseRow } from '#src/cases/store.ts';
import { auditAll } from '#src/commands/audit-all.ts';
import { config } from '#src/config.ts';
import { countCases } from '#src/demo/count.ts';
import { creditCode } from '#src/rules/credit-code.ts';
import { newFolder } from '../office.ts';

const root = join(import.meta.dirname, '../..');
const count = 60;
const folders = [newFolder(), newFolder()] as const;

/** Runs the command on a folder, as an operator does. */
const run = async (data: string, ...args: readonly string[]) => {
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, REOPENDESK_DATA: data };
  const child = spawn(process.execPath, ['src/commands/demo.ts', ...args], { cwd: root, env });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', part => {
      said += String(part);
    });
  const [status] = (await once(child, 'close')) as [number];
  return { status, said };
};

const small = ['--cases', String(count), '--until', '2020-03-20', '--seed', '7'];
let told: readonly Awaited<ReturnType<typeof run>>[] = [];
let apps: readonly App[] = [];

beforeAll(async () => {
  told = await Promise.all(folders.map(data => run(data, ...small)));
  const open = (data: string) => openApp(config({ REOPENDESK_DATA: data }), { migrate: false });
  if (told.every(({ status }) => status === 0)) apps = await Promise.all(folders.map(open));
}, 180_000);
afterAll(async () => {
  await Promise.all(apps.map(({ office }) => office.store.close()));
  for (const data of folders) rmSync(data, { recursive: true, force: true });
});

const first = (): App => {
  const [app] = apps;
  if (!app) throw new Error(told.map(({ said }) => said).join('\n'));
  return app;
};

const rowsOf = async ({ office }: App): Promise<readonly CaseRow[]> => {
  const rows: CaseRow[] = [];
  for await (const row of cases(office, null)) rows.push(row);
  return rows;
};

/** What a seed decides of a store: everything that is told in the clear, without the numbers and keys that are drawn anew. */
const canonical = async (app: App): Promise<string> => {
  const { store } = app.office;
  const lines: unknown[] = [];
  for (const row of await rowsOf(app)) {
    const {
      form,
      stage,
      enterprise,
      creditCode: code,
      area,
      line,
      answers,
      handler,
      officer,
      due,
      heldFor,
    } = row;
    const { receivedAt, answeredAt, closedAt, outcome, channel, pressed, extension, declined, reopened } =
      row;
    const desk = [officer, answeredAt, closedAt, outcome, channel, pressed, extension, declined, reopened];
    const events = (await store.events(row.id)).map(({ at, kind, actor }) => [at, kind, actor]);
    const visits = (await store.visitsOfCase(row.id)).map(visit => [visit.due, visit.state, visit.results]);
    lines.push([form, stage, enterprise, code, area, line, answers, handler, due, heldFor, receivedAt, desk]);
    lines.push(events, visits);
  }
  const narrow = { item: '', area: '', department: '' };
  const needs = await app.supplies.needs({ which: 'all', narrow, after: null, limit: 200 });
  lines.push(needs.rows.map(need => [need.item, need.asked, need.committed, need.delivered, need.reason]));
  const lots = await app.supplies.lots({ item: '', before: '', limit: 200 });
  lines.push(
    lots.rows.map(lot => [lot.source, lot.item, lot.quantity, lot.committed, lot.delivered, lot.at]),
  );
  const visits = { department: '', areas: '', after: null, limit: 100 };
  for (const state of ['planned', 'done'] as const)
    lines.push(
      (await store.visitsPage({ ...visits, state })).map(one => [one.enterprise, one.due, one.visitedAt]),
    );
  const asked = { department: '', after: null, limit: 500 } as const;
  const problems = await app.findings.store.problems({ ...asked, view: 'solved' });
  lines.push(problems.rows.map(one => [one.day, one.department, one.what, one.solvedOn].join()).sort());
  return lines.map(line => JSON.stringify(line)).join('\n');
};

describe('npm run demo', () => {
  test('makes as many cases as were asked for, of every form, and says whom to sign in as', async () => {
    const app = first();
    const { said } = told[0] ?? { said: '' };
    const stock = await countCases(app.office);
    expect(stock.cases).toBe(count);
    expect([...stock.forms.keys()].sort()).toEqual(app.office.forms.map(form => form.id).sort());
    expect(said).toContain('演示数据');
    expect(said).toMatch(/dispatcher-1 +(\w{5}-){3}\w{5} {2}调度/);
    expect(said).toContain(`删掉数据文件夹 ${folders[0]}`);
  });

  test('the figures add up: received is what is open, closed and withdrawn, each counted once', async () => {
    const app = first();
    const stock = await countCases(app.office);
    const { store } = app.office;
    const none = { department: '', officer: '', areas: '', form: '', area: '', line: '', notAgainst: '' };
    const pick = (one: (typeof stages)[number]) =>
      ({ of: 'stages', stages: [one], dueFrom: '', dueBefore: '9999' }) as const;
    const counts = await store.deskCounts({
      lists: stages.map(one => ({ pick: pick(one), narrow: none })),
      most: 1000,
    });
    const open = stages.filter(one => one !== 'closed' && one !== 'withdrawn');
    const sum = (list: readonly (typeof stages)[number][]) =>
      list.reduce((all, one) => all + (stock.stages.get(one) ?? 0), 0);
    expect(sum(open) + sum(['closed', 'withdrawn'])).toBe(stock.cases);
    expect([...stock.open.values()].reduce((all, one) => all + one, 0)).toBe(sum(open));
    for (const one of open) expect(counts[stages.indexOf(one)]).toBe(stock.stages.get(one) ?? 0);
    expect(stock.stages.get('closed') ?? 0).toBeGreaterThan(count / 2);
    // The newest event's number is how many there are: none was refused, none is missing.
    expect(stock.events).toBeGreaterThan(3 * count);
  });

  test('every room has something to show: reports of what was found, positions, times to book', async () => {
    const { findings, vacancies, slots, office } = first();
    const { lines, ranks } = await findings.day('2020-03-20');
    expect(ranks.filed + ranks.missing).toBe(lines.length);
    expect(ranks.filed).toBeGreaterThan(3);
    const past = await vacancies.past(null, 100);
    expect(past.rows.length + (await vacancies.totals()).hire).toBeGreaterThan(0);
    const { now } = office;
    Object.assign(office, { now: () => new Date('2020-03-20T10:00:00.000Z') });
    const hours = await slots.hours({ host: '', called: false, after: null, limit: 100 });
    Object.assign(office, { now });
    expect(hours.rows.length).toBe(12);
    expect(hours.rows.every(hour => hour.places.length === 6)).toBe(true);
  });

  test('the audit passes', async () => {
    expect(await auditAll(first())).toBe(0);
  });

  test('the same seed makes the same zone', async () => {
    const [one, other] = await Promise.all(apps.map(canonical));
    expect(one?.split('\n').length).toBeGreaterThan(3 * count);
    expect(other).toBe(one);
  });

  test('nobody in it is anybody: codes of no authority, a range of phones that was never opened', async () => {
    const rows = await rowsOf(first());
    const codes = rows.map(row => row.creditCode).filter(code => code !== '');
    const listed = first().zone.keyEnterprises.map(one => one.creditCode);
    expect(codes.length).toBeGreaterThan(count / 2);
    for (const code of codes) {
      expect(creditCode(code).tag).toBe('valid');
      expect(code.slice(2, 8) === '990101' || listed.includes(code)).toBe(true);
    }
  });

  test('nothing waits to be sent', async () => {
    expect(await first().outbox.run()).toEqual({ sent: 0, later: 0, dead: 0 });
  });
});

test('a store that is not empty is refused, and stays as it is', async () => {
  const before = (await countCases(first().office)).events;
  const { status, said } = await run(folders[0], ...small);
  expect(status).toBe(2);
  expect(said).toContain('REOPENDESK_DATA=');
  expect((await countCases(first().office)).events).toBe(before);
}, 30_000);

test.each([
  ['--cases', '5'],
  ['--until', '2020-02-30'],
])(
  '%s %s is refused before anything is opened',
  async (...args) => {
    const data = newFolder();
    rmSync(data, { recursive: true });
    const { status, said } = await run(data, ...args);
    expect([status, existsSync(data)]).toEqual([2, false]);
    expect(said).toContain(args[0]);
  },
  30_000,
);
