import { spawn } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeIndex } from '#src/search/build.ts';
import { readQuestions, readStatutes } from './statutes.ts';

/** What a child that builds an index is told, and what it says. */
export type Task = {
  readonly folder: string;
  readonly articles: string;
  readonly questions: string;
  /** Questions of this split are asked, not learned from. */
  readonly split: string;
  readonly most: number | null;
};
export type Built = {
  readonly passages: number;
  readonly terms: number;
  readonly files: number;
  readonly bytes: number;
  readonly seconds: number;
  readonly megabytes: number;
};

/** Builds in a process of its own, so that its memory can be told. */
export const buildApart = (task: Task): Promise<Built> => {
  const { promise, resolve, reject } = Promise.withResolvers<Built>();
  const child = spawn(process.execPath, [import.meta.filename, JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', part => {
    said += String(part);
  });
  child.on('error', reject);
  child.on('close', code => {
    if (code === 0) resolve(JSON.parse(said));
    else reject(new Error(`The build of ${task.folder} ended with ${code}.`));
  });
  return promise;
};

/** Bytes of all files of a folder. */
export const folderSize = (folder: string): number =>
  globSync('**/*', { cwd: folder }).reduce((sum, path) => {
    const stat = statSync(join(folder, path));
    return stat.isFile() ? sum + stat.size : sum;
  }, 0);

if (import.meta.main) {
  // Given by buildApart.
  const task = JSON.parse(process.argv[2] ?? '') as Task;
  const learned =
    task.split === 'all' ? [] : readQuestions(task.questions).filter(one => one.split !== task.split);
  const answered = learned.map(({ text, rel }) => ({ question: text, ids: rel.map(String), asked: true }));
  const entries = readStatutes(task.articles, task.most ?? undefined);
  const report = await writeIndex(entries, task.folder, { answered });
  const megabytes = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ ...report, megabytes }));
}
