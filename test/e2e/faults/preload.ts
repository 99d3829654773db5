// Preloaded into a real server (`--import`), in each of its threads: it dies before its N-th write, runs out of pages or lives at
// another time, as a plan says that a test may change while the server runs.
import { appendFileSync, readFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import { ServerResponse } from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Plan } from './plan.ts';

const folder = process.env.FAULTS ?? '';
const passed = join(folder, 'passed');
const readPlan = (): Plan => JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')) as Plan;

/** A place where what is stored may be about to change; the file of those passed is shared by all threads. */
const boundary = (what: string): void => {
  const { dieAt } = readPlan();
  if (dieAt === null) return;
  appendFileSync(passed, `${what}\n`);
  const count = readFileSync(passed, 'utf8').split('\n').length - 1;
  if (count === dieAt) process.kill(process.pid, 'SIGKILL');
};

const isWrite = (sql: string): boolean => !/^\s*(select|pragma)/i.test(sql);
const nameOf = (sql: string): string => sql.trim().split(/\s+/, 3).join(' ').slice(0, 40);

const ofConnection = new WeakMap<StatementSync, DatabaseSync>();
const prepare = DatabaseSync.prototype.prepare;
DatabaseSync.prototype.prepare = function (this: DatabaseSync, ...args: Parameters<typeof prepare>) {
  const statement = prepare.apply(this, args);
  ofConnection.set(statement, this);
  return statement;
};

/** A limit below what the file has already means: no page more. */
const pages = new WeakMap<DatabaseSync, number>();
const limitPages = (db: DatabaseSync | undefined): void => {
  const { maxPages } = readPlan();
  if (!db || pages.get(db) === maxPages) return;
  db.exec(`pragma max_page_count = ${maxPages}`);
  pages.set(db, maxPages);
};

for (const how of ['run', 'all', 'get'] as const) {
  const ask = StatementSync.prototype[how] as (...args: unknown[]) => unknown;
  Object.assign(StatementSync.prototype, {
    [how](this: StatementSync, ...args: unknown[]) {
      if (isWrite(this.sourceSQL)) boundary(`sql ${nameOf(this.sourceSQL)}`);
      if (this.sourceSQL.startsWith('begin')) limitPages(ofConnection.get(this));
      return ask.apply(this, args);
    },
  });
}

const end = ServerResponse.prototype.end as (...args: unknown[]) => unknown;
Object.assign(ServerResponse.prototype, {
  end(this: ServerResponse, ...args: unknown[]) {
    boundary('answer');
    return end.apply(this, args);
  },
});

for (const how of ['open', 'mkdir', 'rename', 'rm', 'rmdir'] as const) {
  const work = fs[how] as (...args: unknown[]) => unknown;
  Object.assign(fs, {
    [how](...args: unknown[]) {
      if (how !== 'open' || args[1] !== 'r') boundary(`file ${how}`);
      return work.apply(fs, args);
    },
  });
}
syncBuiltinESMExports();

if (process.env.DATABASE_URL) {
  const { default: pg } = await import('pg');
  const query = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  Object.assign(pg.Client.prototype, {
    query(...args: unknown[]) {
      const [asked] = args as [string | { readonly name?: string; readonly text: string }];
      const { name = undefined, text } = typeof asked === 'string' ? { text: asked } : asked;
      if (isWrite(text)) boundary(`pg ${name ?? nameOf(text)}`);
      const result = query.apply(this, args) as Promise<unknown>;
      return text === 'commit' ? result.finally(() => boundary('pg commit heard')) : result;
    },
  });
}

/** The clock that the plan says, read at most every ten milliseconds. */
const clock = Date.now;
let shift = { readAt: Number.NEGATIVE_INFINITY, by: 0 };
const now = (): number => {
  if (performance.now() - shift.readAt > 10) shift = { readAt: performance.now(), by: readPlan().clock };
  return clock() + shift.by;
};
globalThis.Date = new Proxy(Date, {
  construct: (target, args, as) => Reflect.construct(target, args.length === 0 ? [now()] : args, as),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
