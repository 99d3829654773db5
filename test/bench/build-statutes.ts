import {
  appendFileSync,
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { readStatutes } from './statutes.ts';
import { taken } from './tree.ts';

/**
 * `npm run bench:build:statutes`: the laws of the search benchmark as policy pages of this site, with its own templates and search
 * index, in one language and without compression; the same once more after one file was touched; and half of the laws. Beside it a
 * bare Astro site of one layout with Pagefind, on the same texts. `SEARCH_BENCH` names the folder of the laws; a number behind the command takes the first so many.
 */
const root = process.cwd();

type Law = { readonly slug: string; readonly title: string; readonly body: string };

/** Nothing in a law is markup. */
const plain = (text: string): string =>
  text.replaceAll(/[\\`*_{}[\]<>#|~$&!]/g, sign => `&#${sign.charCodeAt(0)};`);

const laws = (): readonly Law[] => {
  const articles = Map.groupBy(readStatutes(), entry => entry.page);
  return [...articles.values()].map((list, index) => ({
    slug: `law-2020-${String(index + 1).padStart(4, '0')}`,
    title: list[0]?.title ?? '',
    body: list
      .map(({ facts, text }) => `### ${plain(facts?.[1] ?? '')}\n\n${plain(text).replaceAll('\n', '\n\n')}`)
      .join('\n\n'),
  }));
};

const quoted = (text: string): string => JSON.stringify(text);
const policyOf = ({ title, body }: Law): string => `---
title: ${quoted(title)}
summary: ${quoted([...title].slice(0, 60).join(''))}
kind: document
number: null
numberConfidence: high
issuers: [国务院]
level: national
region: 全国
issued: '2020-01-02'
published: '2020-01-02'
effectiveFrom: '2020-01-02'
ends: []
validity: null
topics: [tax]
audience: [中小微企业]
access: automatic
applyBy: null
howToApply: null
statusNote: null
source: null
confidence: high
checkedOn: '2020-03-20'
---

## 能得到什么

${body}
`;

/** In the copy a policy may be plain Markdown: no component is used in a law. */
const allowMarkdown = (place: string): void => {
  for (const [file, from, to] of [
    ['src/content.config.ts', "'*/*.mdx'", "'*/*.{md,mdx}'"],
    ['src/commands/content.ts', '/^[^/]+\\/[^/]+\\.mdx$/, policy', '/^[^/]+\\/[^/]+\\.mdx?$/, policy'],
  ] as const) {
    const text = readFileSync(join(place, file), 'utf8');
    if (!text.includes(from)) throw new Error(`${file} has no ${from} any more`);
    writeFileSync(
      join(place, file),
      text.replace(from, () => to),
    );
  }
};

/** A folder with this project's sources; `node_modules` is the project's own. */
const copyOfSite = (list: readonly Law[]): string => {
  const place = mkdtempSync(join(tmpdir(), 'bench-build-'));
  for (const name of [
    'src',
    'content',
    'public',
    'test/bench',
    'package.json',
    'tsconfig.json',
    'astro.config.mjs',
  ])
    cpSync(join(root, name), join(place, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'));
  allowMarkdown(place);
  for (const law of list)
    writeFileSync(join(place, `content/policies/national/${law.slug}.md`), policyOf(law));
  return place;
};

const bareFiles: Readonly<Record<string, string>> = {
  'package.json': '{ "type": "module" }',
  'astro.config.mjs':
    "import { satteri } from '@astrojs/markdown-satteri';\nexport default { markdown: { syntaxHighlight: false, processor: satteri() } };\n",
  'src/content.config.ts':
    "import { defineCollection } from 'astro:content';\nimport { glob } from 'astro/loaders';\nexport const collections = { laws: defineCollection({ loader: glob({ base: './content', pattern: '*.md' }) }) };\n",
  'src/layouts/Base.astro':
    '---\nconst { title } = Astro.props;\n---\n<!doctype html><html lang="zh"><head><meta charset="utf-8" /><title>{title}</title></head><body><main><h1>{title}</h1><slot /></main></body></html>\n',
  'src/pages/[slug].astro':
    "---\nimport { getCollection, render } from 'astro:content';\nimport Base from '../layouts/Base.astro';\nexport const getStaticPaths = async () => (await getCollection('laws')).map(law => ({ params: { slug: law.id }, props: { law } }));\nconst { law } = Astro.props;\nconst { Content } = await render(law);\n---\n<Base title={law.data.title}><Content /></Base>\n",
};

const bareSite = (list: readonly Law[]): string => {
  const place = mkdtempSync(join(tmpdir(), 'bench-bare-'));
  for (const folder of ['content', 'src/layouts', 'src/pages', 'test/bench'])
    mkdirSync(join(place, folder), { recursive: true });
  for (const [file, text] of Object.entries(bareFiles)) writeFileSync(join(place, file), text);
  cpSync(join(root, 'test/bench/build-child.ts'), join(place, 'test/bench/build-child.ts'));
  symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'));
  for (const { slug, title, body } of list)
    writeFileSync(join(place, `content/${slug}.md`), `---\ntitle: ${quoted(title)}\n---\n\n${body}\n`);
  return place;
};

const head = '| build | pages | wall | CPU | peak memory |\n| --- | ---: | ---: | ---: | ---: |';

/** Builds once and tells what it took at once: whoever stops half-way keeps what was measured. */
const built = async (name: string, place: string, args: readonly string[]): Promise<void> => {
  const { wall, cpu, peak } = await taken([...args], place);
  const pages = globSync('dist/**/*.html', { cwd: place }).length;
  console.log(`| ${name} | ${pages} | ${wall.toFixed(1)} s | ${cpu.toFixed(1)} s | ${peak.toFixed(0)} MB |`);
};

const ours = ['--import', './src/node.mjs', 'test/bench/build-child.ts'];
const bare = ['test/bench/build-child.ts', 'bare'];
const most = Number(process.argv[2] ?? 1_000_000);
const all = laws().slice(0, most);
const half = all.slice(0, Math.ceil(all.length / 2));
const places = { none: copyOfSite([]), half: copyOfSite(half), all: copyOfSite(all), bare: bareSite(all) };
console.log(`${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}`);
console.log(head);
try {
  await built('this site without laws', places.none, ours);
  await built(`with ${half.length} laws`, places.half, ours);
  await built(`with ${all.length} laws`, places.all, ours);
  await built(`bare Astro and Pagefind, ${all.length} laws`, places.bare, bare);
  appendFileSync(join(places.all, `content/policies/national/${all[0]?.slug}.md`), '\n另行通知。\n');
  appendFileSync(join(places.bare, `content/${all[0]?.slug}.md`), '\n另行通知。\n');
  await built('this site, one file touched', places.all, ours);
  await built('bare, one file touched', places.bare, bare);
} finally {
  for (const place of Object.values(places)) rmSync(place, { recursive: true, force: true });
}
