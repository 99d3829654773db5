import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** Builds this site once and prints wall time, CPU time and the peak memory of the whole process tree. Linux only: it reads /proc. */
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

const start = performance.now();
const child = spawn(process.execPath, ['--import', './src/node.mjs', 'src/commands/build.ts'], {
  stdio: 'inherit',
});
let peak = 0;
let cpu = 0;
const timer = setInterval(() => {
  const tree = treeOf(child.pid ?? 0, processes());
  peak = Math.max(
    peak,
    tree.reduce((sum, one) => sum + one.kilobytes, 0),
  );
  cpu = Math.max(
    cpu,
    tree.reduce((sum, one) => sum + one.cpu, 0),
  );
}, 50);
child.once('exit', code => {
  clearInterval(timer);
  const seconds = (performance.now() - start) / 1000;
  console.log(`${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}`);
  console.log(
    `wall ${seconds.toFixed(1)} s, CPU ${cpu.toFixed(1)} s, peak memory ${(peak / 1024).toFixed(0)} MB`,
  );
  process.exitCode = code ?? 1;
});
