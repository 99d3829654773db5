import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Crossing, crossings } from './crossings.ts';
import { rooms } from './rooms.ts';

/** One small house with every room in it, in which every room imports every other one. */
mkdirSync(join(import.meta.dirname, '.tmp'), { recursive: true });
const root = mkdtempSync(join(import.meta.dirname, '.tmp/borders-'));
const put = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

const names = Object.keys(rooms);
const single = ['content.config', 'config', 'headers', 'app', 'serve'];
const home = (room: string): string => {
  if (room === 'functions' || room === 'content') return room;
  return single.includes(room) ? 'src' : `src/${room}`;
};
/** The file that others import; a room that is one file is importer and target in one. */
const target = (room: string): string => {
  if (single.includes(room)) return `src/${room}.ts`;
  return room === 'styles' ? 'src/styles/base.css' : `${home(room)}/target.ts`;
};
const coded = names.filter(room => !single.includes(room) && room !== 'styles' && room !== 'content');
const marked = ['pages', 'layouts', 'components'];
const targets = names.filter(room => room !== 'content');
const path = (room: string) => `#${target(room)}`;
const astro = (code: string) => `---\nimport type { Props } from 'astro';\n${code}\n---\n<p>页</p>\n`;

let found: Crossing[] = [];
const rulesFor = (from: string, to: string): string[] =>
  found.filter(crossing => crossing.from === from && crossing.to === to).map(crossing => crossing.rule);

/** The rules that the import must break by the table: what is listed passes, types where only types may, all else fails. */
const expected = (from: string, to: string, typeOnly: boolean): string[] => {
  const room = rooms[from];
  if ((from === to && !room?.alone) || room?.may.includes(to)) return [];
  if (room?.types?.includes(to)) return typeOnly ? [] : [`${from}-types-only`];
  return [`${from}-imports`];
};

/** Every pair of a room: what `file` broke and what it should have broken. */
const compare = (from: string, file: (to: string) => string, typeOnly: boolean) => {
  const pairs = targets.filter(to => !(typeOnly && to === 'styles'));
  expect(Object.fromEntries(pairs.map(to => [to, rulesFor(file(to), target(to))]))).toEqual(
    Object.fromEntries(pairs.map(to => [to, expected(from, to, typeOnly)])),
  );
};

beforeAll(async () => {
  put('package.json', '{"type":"module","imports":{"#src/*":"./src/*","#functions/*":"./functions/*"}}');
  for (const room of targets) {
    const others = targets.filter(to => to !== room).map(to => `import '${path(to)}';\n`);
    const code = 'export const x = 1; export type X = 1;\n';
    put(target(room), room === 'styles' ? '' : `${single.includes(room) ? others.join('') : ''}${code}`);
  }
  for (const from of coded) {
    for (const to of targets) {
      put(`${home(from)}/code-${to}.ts`, `import '${path(to)}';\n`);
      put(`${home(from)}/types-${to}.ts`, `import type { X } from '${path(to)}'; export type Y = X;\n`);
    }
  }
  for (const from of marked) {
    for (const to of targets) {
      put(`${home(from)}/Code-${to}.astro`, astro(`import { x } from '${path(to)}';`));
      put(`${home(from)}/Types-${to}.astro`, astro(`import type { X } from '../../${target(to)}';`));
      put(`${home(from)}/Script-${to}.astro`, `<p>页</p><script>\nimport '${path(to)}';\n</script>\n`);
      put(`${home(from)}/Inline-${to}.astro`, `<p>{(await import('${path(to)}')).x}</p>\n`);
    }
  }
  for (const to of targets) {
    put(`content/guides/${to}.mdx`, `---\ntitle: 题\n---\nimport X from '../../${target(to)}'\n\n正文\n`);
  }
  put('content/guides/quoted.mdx', "# 题\n\n```ts\nimport { x } from '#src/store/target.ts';\n```\n");
  put('src/cases/store.ts', 'export class StoreUnavailable extends Error {}\n');
  put(
    'src/store/port.ts',
    "import { StoreUnavailable } from '#src/cases/store.ts'; throw new StoreUnavailable();\n",
  );
  put('test/helper.ts', 'export const x = 1;\n');
  put('content/words.ts', 'export const x = 1;\n');
  put('src/cases/tested.ts', "import '../../test/helper.ts';\n");
  put('src/pages/Tested.astro', astro("import '../../test/helper.ts';"));
  put('src/rules/reads.ts', "import '../../content/words.ts';\n");
  put('src/pages/Glob.astro', astro("const all = import.meta.glob('../../content/*.ts');"));
  put('src/rules/one.ts', "import './two.ts';\n");
  put('src/rules/two.ts', "import './one.ts';\n");
  put('src/serve-old.ts', 'export {};\n');
  found = await crossings(root);
}, 60_000);

afterAll(() => rmSync(root, { recursive: true, force: true }));

test.each(coded)('%s in .ts', from => {
  compare(from, to => `${home(from)}/code-${to}.ts`, false);
  compare(from, to => `${home(from)}/types-${to}.ts`, true);
});

test.each(single)('src/%s.ts', from => {
  const others = targets.filter(to => to !== from);
  const rules = others.map(to => rulesFor(target(from), target(to)).filter(rule => rule !== 'no-cycles'));
  expect(rules).toEqual(others.map(to => expected(from, to, false)));
});

test.each(marked)('%s in .astro: front matter, types, scripts, markup', from => {
  compare(from, to => `${home(from)}/Code-${to}.astro`, false);
  compare(from, to => `${home(from)}/Types-${to}.astro`, true);
  compare(from, to => `${home(from)}/Script-${to}.astro`, false);
  compare(from, to => `${home(from)}/Inline-${to}.astro`, false);
});

test('content in .mdx', () => compare('content', to => `content/guides/${to}.mdx`, false));

// From the design, not from the table: a slip in the table shows here.
test.each([
  ['rules', 'zone', 'rules-imports'],
  ['zone', 'forms', 'zone-imports'],
  ['forms', 'zone', 'forms-imports'],
  ['views', 'cases', 'views-imports'],
  ['cases', 'store', 'cases-imports'],
  ['ledger', 'store', 'ledger-imports'],
  ['store', 'cases', 'store-types-only'],
  ['staff', 'store', 'staff-imports'],
  ['notify', 'cases', 'notify-types-only'],
  ['documents', 'cases', 'documents-imports'],
  ['search', 'zone', 'search-imports'],
  ['pages', 'cases', 'pages-types-only'],
  ['layouts', 'staff', 'layouts-imports'],
  ['components', 'store', 'components-imports'],
  ['http', 'cases', 'http-types-only'],
  ['functions', 'store', 'functions-imports'],
  ['functions', 'functions', 'functions-imports'],
  ['commands', 'store', 'commands-imports'],
])('%s may not import %s', (from, to, rule) => {
  expect(rulesFor(`${home(from)}/code-${to}.ts`, target(to))).toEqual([rule]);
});

test('an adapter may throw the failure that its port declares', () => {
  expect(rulesFor('src/store/port.ts', 'src/cases/store.ts')).toEqual([]);
});

test('code quoted in an entry is no import', () => {
  expect(found.filter(crossing => crossing.from.endsWith('quoted.mdx'))).toEqual([]);
});

test('what runs does not import what tests it, and content is read', () => {
  expect(rulesFor('src/cases/tested.ts', 'test/helper.ts')).toEqual(['nothing-imports-test']);
  expect(rulesFor('src/pages/Tested.astro', 'test/helper.ts')).toEqual(['nothing-imports-test']);
  expect(rulesFor('src/rules/reads.ts', 'content/words.ts')).toEqual(['content-is-read']);
  expect(found.some(({ from, rule }) => from === 'src/pages/Glob.astro' && rule === 'content-is-read')).toBe(
    true,
  );
});

test('two files that import each other are a cycle', () => {
  expect(found.filter(({ rule }) => rule === 'no-cycles').map(({ from }) => from)).toContain(
    'src/rules/one.ts',
  );
});

test('a file outside every room is named', () => {
  expect(found.filter(({ rule }) => rule === 'every-file-in-a-room').map(({ from }) => from)).toEqual([
    'src/serve-old.ts',
  ]);
});

test('every crossing says what to do instead', () => {
  expect(found.filter(({ instead }) => instead.length < 20)).toEqual([]);
});
