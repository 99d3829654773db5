import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** The runbook must know every alarm and every error that an operator can meet. */
const root = join(import.meta.dirname, '..');
const book = readFileSync(join(root, 'docs/operations.md'), 'utf8');

/** What runs on the operator's machine before or beside a request. `compile.ts` runs when queries are changed. */
const files = globSync(
  '{src/{config,app,serve}.ts,src/{store,backup,attachments,zone}/*.ts,src/cases/{root,seal}.ts,src/http/door.ts,src/notify/outbox.ts}',
  { cwd: root },
).filter(file => file !== 'src/store/compile.ts');

/** A text as it stands in the source, `…` for each value. */
const textOf = (node: ts.Expression): string | null => {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(span => `…${span.literal.text}`).join('');
};

type Visit = (node: ts.Node) => void;
const visitAll = (visit: Visit): void => {
  for (const file of files) {
    const source = ts.createSourceFile(
      file,
      readFileSync(join(root, file), 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    );
    const each: Visit = node => {
      visit(node);
      ts.forEachChild(node, each);
    };
    each(source);
  }
};

/** What is made of other errors only says so. */
const isPlain = (text: string): boolean => /\p{L}{3}/u.test(text.replaceAll('…', ''));

test('every error is in the runbook, word for word', () => {
  const texts = new Set<string>();
  visitAll(node => {
    if (!ts.isNewExpression(node) || !/Error|Unavailable|ForeignKey/.test(node.expression.getText())) return;
    const text = node.arguments?.[0] && textOf(node.arguments[0]);
    if (!text) return;
    // A fault of a file begins with its name, on a line of its own.
    const said = (text.split('\n').at(-1) ?? '').trim().replace(/^…(?=读不懂)/, '');
    if (isPlain(said)) texts.add(said);
  });
  expect(texts.size).toBeGreaterThan(50);
  expect([...texts].filter(text => !book.includes(text))).toEqual([]);
});

test('every line of the log with level error is in the runbook, by what it begins with', () => {
  const names = new Set<string>();
  visitAll(node => {
    if (!ts.isObjectLiteralExpression(node)) return;
    const each = node.properties
      .filter(ts.isPropertyAssignment)
      .map(one => [one.name.getText(), one.initializer.getText()] as const);
    if (!each.some(([name, value]) => name === 'level' && value === "'error'")) return;
    const [name, value = ''] = each.find(([key]) => !['level', 'at'].includes(key)) ?? [];
    names.add(name === 'alarm' ? `"alarm":"${value.slice(1, -1)}"` : `"${name}":`);
  });
  expect([...names].sort()).toEqual(expect.arrayContaining(['"alarm":"disk"', '"anchor":', '"notify":']));
  expect([...names].filter(name => !book.includes(name))).toEqual([]);
});

test('every command that it names is there', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const named = [...book.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
  expect([...new Set(named)].filter(name => !(name in scripts))).toEqual([]);
});
