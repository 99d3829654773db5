import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What a program took with all that it started: wall and CPU seconds, peak megabytes. Linux only: it reads /proc. */
type Taken = { readonly wall: number; readonly cpu: number; readonly peak: number };

type Process = {
  readonly pid: number;
  readonly parent: number;
  readonly kilobytes: number;
  readonly cpu: number;
};

const ticks = 100;

const processes = (): readonly Process[] =>
  readdirSync('/proc').flatMap(name => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const fields = stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .map(Number);
      const [, parent = 0] = fields;
      // Proportional share: pages that threads and children share are counted once.
      const pss = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/smaps_rollup`, 'utf8'));
      const spent = (fields[11] ?? 0) + (fields[12] ?? 0) + (fields[13] ?? 0) + (fields[14] ?? 0);
      return [{ pid: Number(name), parent, kilobytes: Number(pss?.[1] ?? 0), cpu: spent / ticks }];
    } catch {
      // It ended while we looked.
      return [];
    }
  });

const treeOf = (root: number, all: readonly Process[]): readonly Process[] => {
  const children = all.filter(one => one.parent === root);
  return [...all.filter(one => one.pid === root), ...children.flatMap(child => treeOf(child.pid, all))];
};

const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0);

/** Runs Node with arguments in a folder to its end. Rejects where it failed. */
export const taken = (args: readonly string[], cwd: string): Promise<Taken> =>
  new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, args, { stdio: 'inherit', cwd });
    let [peak, cpu] = [0, 0];
    const timer = setInterval(() => {
      const tree = treeOf(child.pid ?? 0, processes());
      peak = Math.max(peak, sum(tree.map(one => one.kilobytes)) / 1024);
      cpu = Math.max(cpu, sum(tree.map(one => one.cpu)));
    }, 50);
    child.once('error', reject);
    child.once('exit', code => {
      clearInterval(timer);
      if (code === 0) resolve({ wall: (performance.now() - start) / 1000, cpu, peak });
      else reject(new Error(`${args.join(' ')} ended with ${code}`));
    });
  });
