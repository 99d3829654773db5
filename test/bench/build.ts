import { cpus } from 'node:os';
import { taken } from './tree.ts';

/** Builds this site once and prints wall time, CPU time and the peak memory of the whole process tree. */
const { wall, cpu, peak } = await taken(
  ['--import', './src/node.mjs', 'src/commands/build.ts'],
  process.cwd(),
);
console.log(`${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}`);
console.log(`wall ${wall.toFixed(1)} s, CPU ${cpu.toFixed(1)} s, peak memory ${peak.toFixed(0)} MB`);
