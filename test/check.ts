import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** `npm run check`: exactly what CI runs. Two lanes, for machines of two cores; `astro check` is as long as the rest together. */
type Step = { readonly name: string; readonly command: string; readonly args: readonly string[] };
type Done = Step & { readonly code: number; readonly seconds: number; readonly output: string };

const root = join(import.meta.dirname, '..');
const node = (file: string) => ({ command: process.execPath, args: [join(import.meta.dirname, file)] });

/** First astro, which writes the types of the content for both. */
const types: readonly Step[] = [
  {
    name: 'types: astro check',
    command: 'astro',
    args: ['check', '--minimumFailingSeverity', 'warning'],
  },
  { name: 'types: tsc', command: 'tsc', args: ['--noEmit'] },
];
const others: readonly Step[] = [
  { name: 'lint and format: biome', command: 'biome', args: ['check', '--error-on-warnings'] },
  { name: 'borders: dependency-cruiser, .astro and .mdx', ...node('crossings.ts') },
  { name: 'rules of the house', ...node('house.ts') },
  { name: 'unused files, exports, dependencies: knip', command: 'knip', args: ['--no-config-hints'] },
];

const env = {
  ...process.env,
  PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH ?? ''}`,
  ASTRO_TELEMETRY_DISABLED: '1',
};

const run = (step: Step): Promise<Done> => {
  const started = performance.now();
  const { promise, resolve } = Promise.withResolvers<Done>();
  const child = spawn(step.command, step.args, { cwd: root, env });
  const parts: string[] = [];
  const finish = (code: number) => {
    const seconds = (performance.now() - started) / 1000;
    resolve({ ...step, code, seconds, output: parts.join('').trimEnd() });
  };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', part => parts.push(String(part)));
  child.on('error', error => {
    parts.push(`${error.message}; run npm ci first`);
    finish(1);
  });
  child.on('close', code => finish(code ?? 1));
  return promise;
};

const report = (done: Done): Done => {
  console.log(`\n── ${done.name}  ${done.seconds.toFixed(1)} s  ${done.code === 0 ? 'ok' : 'FAILED'}`);
  if (done.code !== 0) console.log(done.output);
  return done;
};

const lane = async (steps: readonly Step[]): Promise<Done[]> => {
  const done: Done[] = [];
  for (const step of steps) done.push(report(await run(step)));
  return done;
};

const started = performance.now();
const failed = (await Promise.all([lane(types), lane(others)])).flat().filter(done => done.code !== 0);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
if (failed.length > 0) {
  console.error(`\ncheck failed after ${seconds} s: ${failed.map(done => done.name).join('; ')}`);
  process.exitCode = 1;
} else {
  console.log(`\ncheck passed in ${seconds} s`);
}
