import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { checkContent, inWords } from '#src/commands/content.ts';
import { contentKinds, type Given, type Kind, type Made } from '#src/commands/content-kinds.ts';
import type { Question } from '#src/commands/content-question.ts';
import { Mistake, print, run } from '#src/commands/run.ts';
import { dayOf } from '#src/rules/day.ts';
import { readZone, today } from '#src/zone/zone.ts';

/**
 * `npm run content -- new policy|hotline|notice|faq` asks in Chinese, writes a valid file and shows the page; `npm run content -- check`
 * tells every mistake of every file at once. What is typed is checked line by line by the shelf's own schema.
 */
const usage =
  '用法：npm run content -- new policy（政策）、new hotline（电话）、new notice（通知）、new faq（常见问题），或 npm run content -- check';

const folders: Readonly<Record<string, string>> = {
  policy: 'content/policies/*/*.mdx',
  notice: 'content/notices/*.md',
  faq: 'content/faq/*.md',
};

/** Lines of a terminal or of a file, one after another; null where there are no more. */
type Lines = { readonly line: () => Promise<string | null>; readonly close: () => void };

const linesOf = (input: NodeJS.ReadableStream): Lines => {
  const reader = createInterface({ input, terminal: false });
  const each = reader[Symbol.asyncIterator]();
  return {
    line: async () => {
      const { done, value } = await each.next();
      return done ? null : String(value);
    },
    close: () => reader.close(),
  };
};

const stopped = (): never => {
  throw new Mistake('没有写完，什么都没有改。');
};

const typedFor = async (question: Question, lines: Lines): Promise<string> => {
  if (!question.isLong) return ((await lines.line()) ?? stopped()).trim();
  const typed: string[] = [];
  for (;;) {
    const line = (await lines.line()) ?? stopped();
    if (line.trim() === '.') return typed.join('\n');
    typed.push(line);
  }
};

const answersTo = async (questions: readonly Question[], lines: Lines): Promise<Given> => {
  const given: Record<string, unknown> = {};
  for (const [index, question] of questions.entries()) {
    print(`\n${index + 1}/${questions.length} ${question.ask}`);
    for (;;) {
      const read = question.read(await typedFor(question, lines), given);
      if ('value' in read) {
        given[question.name] = read.value;
        break;
      }
      print(`这样不行：${read.wrong}。请再写一次。`);
    }
  }
  return given;
};

/** Writes the file only if all content still is in order with it; else all is as before, and what is wrong is told. */
const write = (root: string, { file, text }: Made): void => {
  const path = join(root, file);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : null;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  const problems = checkContent(root).filter(problem => problem.file === file);
  if (problems.length === 0) return;
  if (before === null) rmSync(path);
  else writeFileSync(path, before);
  const typed = before === null ? text : text.slice(before.trimEnd().length);
  throw new Mistake(
    `${inWords(problems)}\n\n文件没有写。您写的都在下面，改好以后可以放进 ${file}：\n\n${typed}`,
  );
};

const opener: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'open',
  win32: 'explorer',
  linux: 'xdg-open',
};

/** The site as it is being written, at the new page; ends with Ctrl+C. */
const preview = async (root: string, page: string): Promise<number> => {
  const address = `http://localhost:4321${page}`;
  print(`正在打开 ${address}，看完按 Ctrl+C 结束。`);
  const site = spawn(process.execPath, [join(root, 'node_modules/astro/bin/astro.mjs'), 'dev'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  site.stdout.once('data', () => {
    const program = opener[process.platform];
    if (program) spawn(program, [address], { stdio: 'ignore', detached: true }).on('error', () => {});
  });
  return new Promise(resolve => site.once('exit', code => resolve(code ?? 0)));
};

const begin = async (root: string, word: string, kind: Kind): Promise<number> => {
  const taken = globSync(folders[word] ?? [], { cwd: root }).map(path => basename(path, extname(path)));
  const lines = linesOf(process.stdin);
  try {
    const now = dayOf(new Date());
    const day = today(readZone(root), new Date());
    print(`新建一条${kind.name}。写错了可以重写；中途按 Ctrl+C，什么都不会改。`);
    const made = kind.make(await answersTo(kind.questions(taken, day), lines), now, root);
    write(root, made);
    print(`\n写好了：${made.file}\n网页：${made.page}`);
    if (made.from && made.from > day)
      print(`网站现在按${day}的情况显示，这条${made.from}才公布：到那天才上网。`);
    print('现在看看网页上的样子吗？看就回车，不看写 n');
    const wanted = await lines.line();
    return wanted === '' ? await preview(root, made.page) : 0;
  } finally {
    lines.close();
  }
};

const check = (root: string): number => {
  const problems = checkContent(root);
  print(problems.length > 0 ? inWords(problems) : '内容没有问题。');
  return problems.length > 0 ? 1 : 0;
};

await run(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [act, word = '', ...more] = positionals;
  const root = process.cwd();
  if (act === 'check' && word === '') return check(root);
  const kind = act === 'new' && more.length === 0 ? contentKinds[word] : undefined;
  if (!kind) throw new Mistake(usage);
  return begin(root, word, kind);
});
