import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What is to go wrong in a server that was started with `env` of its faults. */
export type Plan = {
  /** It kills itself before its so-manieth write since the plan was made; null: it lives. */ readonly dieAt:
    | number
    | null;
  /** Pages that the database file may have; a number below what it has means: no page more. */ readonly maxPages: number;
  /** Milliseconds by which its clock is fast. */ readonly clock: number;
};

export type Faults = {
  /** Starts a server with them. */ readonly env: Readonly<Record<string, string>>;
  /** Changes the plan and begins to count writes anew. */ set(plan: Partial<Plan>): void;
  /** The writes that were reached since, the last one being the one it died before. */ passed(): readonly string[];
  remove(): void;
};

/** More pages than any test's database has. */
const plenty = 1_000_000_000;
const preload = new URL('./preload.ts', import.meta.url).pathname;
/** Compiled code is kept from one start to the next, as `npm start` does. */
const compiled = new URL('../../../node_modules/.cache/compiled', import.meta.url).pathname;

/** Faults that a test can change while the server runs. At first nothing is wrong. */
export const newFaults = (): Faults => {
  const folder = mkdtempSync(join(tmpdir(), 'faults-'));
  let plan: Plan = { dieAt: null, maxPages: plenty, clock: 0 };
  const set = (change: Partial<Plan>): void => {
    plan = { ...plan, ...change };
    writeFileSync(join(folder, 'passed'), '');
    writeFileSync(join(folder, 'next.json'), JSON.stringify(plan));
    renameSync(join(folder, 'next.json'), join(folder, 'plan.json'));
  };
  set({});
  return {
    env: { NODE_OPTIONS: `--import ${preload}`, NODE_COMPILE_CACHE: compiled, FAULTS: folder },
    set,
    passed: () => readFileSync(join(folder, 'passed'), 'utf8').split('\n').filter(Boolean),
    remove: () => rmSync(folder, { recursive: true }),
  };
};

/** The plan under which a full disk has room again. */
export const roomAgain: Pick<Plan, 'maxPages'> = { maxPages: plenty };
