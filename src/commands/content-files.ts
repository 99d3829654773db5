import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, type YAMLError } from 'yaml';
import type { z } from 'zod';
import { type Found, fieldName, type Problem, problemsOf } from '#src/commands/content-words.ts';

/** One entry that fits its schema. */
export type Entry<T> = {
  readonly file: string;
  /** As pages and other entries name it: `national/nat-gbfmd-2020-6`, `prepare`. */ readonly slug: string;
  readonly data: T;
  /** The words under the front matter; '' for a table. */ readonly body: string;
  /** A mistake at a field of it. */ problem(path: Found['path'], wrong: string, fix: string): Problem;
  /** A mistake at a place of its words. */ inBody(index: number, wrong: string, fix: string): Problem;
};
export type Shelf<T> = {
  readonly entries: readonly Entry<T>[];
  readonly problems: readonly Problem[];
  /** Every name on the shelf, those of entries with mistakes included: one mistake is told once. */ readonly names: readonly string[];
};

const yamlFixes: Partial<Record<YAMLError['code'], string>> = {
  BAD_INDENT: '检查括号和引号有没有成对，每行开头的空格有没有对齐',
  BLOCK_AS_IMPLICIT_KEY: '内容里有半角冒号加空格：把整句用引号括起来',
  DUPLICATE_KEY: '同一个栏目写了两次：删掉一个',
  MISSING_CHAR: '检查引号和括号有没有成对；栏目名后面用半角冒号加一个空格',
  TAB_AS_INDENT: '开头用空格，不用 Tab 键',
  UNEXPECTED_TOKEN: '这里多了一个符号：检查引号、括号和逗号',
  BAD_SCALAR_START: '内容以特殊符号开头：把整句用引号括起来',
};

const blankAfter = '栏目名后面用半角冒号加一个空格，例如 title: 复工指南';
/**
 * Slips that YAML takes for something else and complains of in another line: the colon of the Chinese keyboard, by far the most common,
 * and no blank after the colon (`issued:'2020-03-20'`).
 */
const slips = [
  { is: (line: string) => /^\s*[A-Za-z]+：/.test(line), fix: blankAfter },
  { is: (line: string) => /^\s*[A-Za-z]+:['"[{\d]/.test(line), fix: blankAfter },
];

const indent = (line = ''): number => /^\s*/.exec(line)?.[0].length ?? 0;

const brokenYaml = (file: string, text: string, before: number, error: YAMLError): Problem => {
  const at = error.linePos?.[0].line ?? 1;
  const lines = text.split('\n');
  const slip = slips.map(({ is, fix }) => ({ line: lines.findIndex(is), fix })).find(one => one.line >= 0);
  const deeper = error.code === 'BLOCK_AS_IMPLICIT_KEY' && indent(lines[at]) > indent(lines[at - 1]);
  const line = slip ? slip.line + 1 : at + (deeper ? 1 : 0);
  const fix =
    slip?.fix ??
    (deeper ? '开头的空格多了：和上一行对齐，列表里的和同一项的别行对齐' : yamlFixes[error.code]);
  const words = (lines[line - 1] ?? '').trim();
  return {
    file,
    line: line + before,
    field: '（格式）',
    wrong: `这一行读不懂：${words || '（空行）'}`,
    fix: fix ?? '照着同一栏目的其他文件，检查冒号、引号、括号和每行开头的空格',
  };
};

const lineOf = (document: Document, counter: LineCounter, path: Found['path']): number | null => {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = document.getIn(path.slice(0, length - 1), true);
    const name = path[length - 1];
    const key = isMap(parent)
      ? parent.items.find(pair => isScalar(pair.key) && pair.key.value === name)?.key
      : document.getIn(path.slice(0, length), true);
    if (isNode(key) && key.range) return counter.linePos(key.range[0]).line;
  }
  return null;
};

type Read = {
  readonly raw: unknown;
  readonly body: string;
  /** The whole file. */ readonly text: string;
  readonly problems: Problem[];
  inBody(index: number, wrong: string, fix: string): Problem;
  problem(path: Found['path'], wrong: string, fix: string): Problem;
};

const head = /^(---[ \t]*\n)([\s\S]*?\n)?---[ \t]*(?:\n|$)/;

/** Reads a file the way Astro's loaders do: a date without quotes becomes a Date, which every schema refuses. */
const read = (root: string, file: string): Read => {
  const text = readFileSync(join(root, file), 'utf8')
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n');
  const isTable = extname(file) === '.yaml';
  const [front = '', , yaml = ''] = isTable ? [] : (head.exec(text) ?? []);
  const source = isTable ? text : yaml;
  const before = isTable ? 0 : 1;
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter, customTags: ['timestamp', 'merge'] });
  const problems = document.errors.slice(0, 1).map(error => brokenYaml(file, source, before, error));
  const begin = { field: '（整个文件）', line: 1, file };
  if (!isTable && front === '')
    problems.push(
      text.startsWith('---\n')
        ? { ...begin, wrong: '栏目后面少了第二条 ---', fix: '写完栏目，另起一行写 ---，下面是正文' }
        : {
            ...begin,
            wrong: '开头没有栏目',
            fix: '第一行写 ---，下面每行一个栏目，再写一行 ---，然后是正文',
          },
    );
  if (text.includes('\uFFFD'))
    problems.splice(0, problems.length, {
      ...begin,
      wrong: '文件的编码不对，汉字读不出来',
      fix: '用记事本打开原来的文件，另存为，编码选 UTF-8',
    });
  return {
    raw: problems.length > 0 ? undefined : document.toJS(),
    body: text.slice(front.length),
    text,
    problems,
    inBody: (index, wrong, fix) => {
      const line = text.slice(0, front.length + index).split('\n').length;
      return { file, line, field: '（正文）', wrong, fix };
    },
    problem: (path, wrong, fix) => {
      const line = lineOf(document, counter, path);
      return { file, line: line === null ? null : line + before, field: fieldName(path), wrong, fix };
    },
  };
};

/** The entries of a shelf with one file an entry. `folder` is what the slug leaves out. */
export const entriesOf = <S extends z.ZodType>(
  root: string,
  files: readonly string[],
  folder: string,
  schema: S,
): Shelf<z.infer<S>> => {
  const slugOf = (file: string) => file.slice(folder.length + 1, -extname(file).length);
  const shelf = { entries: [] as Entry<z.infer<S>>[], problems: [] as Problem[], names: files.map(slugOf) };
  for (const file of files) {
    const { raw, body, problems, problem, inBody } = read(root, file);
    const found = problems.length > 0 ? [] : problemsOf(schema, raw);
    shelf.problems.push(...problems, ...found.map(one => problem(one.path, one.wrong, one.fix)));
    if (problems.length + found.length > 0) continue;
    shelf.entries.push({ file, slug: slugOf(file), data: schema.parse(raw), body, problem, inBody });
  }
  return shelf;
};

const idOf = (row: unknown): string[] => {
  const id = typeof row === 'object' && row !== null && 'id' in row ? row.id : null;
  return typeof id === 'string' ? [id] : [];
};

/** The entries of a shelf that is one table: a list of entries, each with its own id. */
export const rowsOf = <S extends z.ZodType<{ id: string }>>(
  root: string,
  file: string,
  schema: S,
): Shelf<z.infer<S>> => {
  const { raw, text, problems, problem, inBody } = read(root, file);
  // Others name what stands here: a line that cannot be read is told once, and not of each of them.
  const written = () =>
    [...text.matchAll(/^\s*(?:- )?id: *(['"]?)(.+?)\1\s*$/gm)].map(match => match[2] ?? '');
  if (problems.length > 0) return { entries: [], problems, names: written() };
  if (!Array.isArray(raw)) {
    const wrong = problem([], '不是列表', '每项以“- ”开头；一项也没有写 []');
    return { entries: [], problems: [wrong], names: [] };
  }
  const found = raw.flatMap((row, i) =>
    problemsOf(schema, row).map(one => ({ ...one, path: [i, ...one.path] })),
  );
  const wrong = new Set<PropertyKey | undefined>(found.map(one => one.path[0]));
  const right = [...raw.entries()].filter(([i]) => !wrong.has(i));
  const entries = right.map(([i, row]) => {
    const data = schema.parse(row);
    const at: Entry<unknown>['problem'] = (path, what, fix) => problem([i, ...path], what, fix);
    return { file, slug: data.id, data, body: '', problem: at, inBody };
  });
  return {
    entries,
    problems: found.map(one => problem(one.path, one.wrong, one.fix)),
    names: raw.flatMap(idOf),
  };
};

/** A file that is one object: its problems only. */
export const tableProblems = (root: string, file: string, schema: z.ZodType | null): Problem[] => {
  const { raw, problems, problem } = read(root, file);
  if (problems.length > 0 || schema === null) return problems;
  return problemsOf(schema, raw).map(one => problem(one.path, one.wrong, one.fix));
};
