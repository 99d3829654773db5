import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Runs a script as `npm start` does, with Node saying that it is another version. */
const under = (version: string) => {
  const pretend = `Object.defineProperty(process, 'versions', { value: { node: '${version}' } })`;
  const preload = [
    '--import',
    `data:text/javascript,${encodeURIComponent(pretend)}`,
    '--import',
    './src/node.mjs',
  ];
  return spawnSync(process.execPath, [...preload, '--eval', 'console.log("ran")'], {
    cwd: root,
    encoding: 'utf8',
  });
};

test.each(['18.20.8', '20.20.2', '22.17.1'])('Node %s is told in one line what it lacks', version => {
  const { status, stdout, stderr } = under(version);
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toContain(`需要 Node 22.18 或更新的版本，现在是 ${version}`);
});

test.each(['22.18.0', '24.21.0', '26.10.0'])('Node %s goes on', version => {
  expect(under(version).stdout).toBe('ran\n');
});
