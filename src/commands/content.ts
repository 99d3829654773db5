import { existsSync, globSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { type Entry, entriesOf, rowsOf, type Shelf, tableProblems } from '#src/commands/content-files.ts';
import { brokenLinks } from '#src/commands/content-links.ts';
import type { Problem } from '#src/commands/content-words.ts';
import { forms } from '#src/forms/index.ts';
import { faq } from '#src/shelves/faq.ts';
import { guide, guideSource } from '#src/shelves/guide.ts';
import { channel, hotline } from '#src/shelves/hotline.ts';
import { notice } from '#src/shelves/notice.ts';
import { policy } from '#src/shelves/policy.ts';
import { practice } from '#src/shelves/practice.ts';
import { supplier } from '#src/shelves/supplier.ts';
import { term } from '#src/shelves/term.ts';
import { dutyFile, itemsFile, routingFile, yearFile, zoneFile } from '#src/zone/schema.ts';
import { readZone, ZoneError } from '#src/zone/zone.ts';

const lists = {
  sources: 'content/guides/sources.yaml',
  hotlines: 'content/hotlines/directory.yaml',
  channels: 'content/hotlines/channels.yaml',
  suppliers: 'content/suppliers/directory.yaml',
};

const tables: readonly { readonly files: RegExp; readonly schema: z.ZodType | null }[] = [
  { files: /^content\/zone\.yaml$/, schema: zoneFile },
  { files: /^content\/glossary\.yaml$/, schema: term.array() },
  { files: /^content\/rules\/routing\.yaml$/, schema: routingFile },
  { files: /^content\/calendar\/\d{4}\.yaml$/, schema: yearFile },
  { files: /^content\/calendar\/duty\.yaml$/, schema: dutyFile },
  { files: /^content\/catalogue\/items\.yaml$/, schema: itemsFile },
  // Other tables of rules and items: src/zone says what belongs in them; here they only have to be readable.
  { files: /^content\/(rules|catalogue)\/[^/]+\.yaml$/, schema: null },
];

const required = [
  'content/zone.yaml',
  'content/glossary.yaml',
  'content/rules/routing.yaml',
  'content/calendar/duty.yaml',
  'content/catalogue/items.yaml',
  ...Object.values(lists),
];

const whole = (file: string, wrong: string, fix: string): Problem => ({
  file,
  line: null,
  field: '（整个文件）',
  wrong,
  fix,
});

const twice = (entries: readonly Entry<{ id: string }>[]): Problem[] =>
  entries
    .filter((entry, i) => entries.findIndex(other => other.data.id === entry.data.id) !== i)
    .map(entry =>
      entry.problem(['id'], `${entry.data.id} 写了两次`, '每项的 id 只用一次：换一个，或者删掉重复的'),
    );

/** The anchor of a guide's passage is an address that people keep. */
const passagesTwice = (guides: readonly Entry<unknown>[]): Problem[] => {
  const seen = new Set<string>();
  return guides.flatMap(guide =>
    [...guide.body.matchAll(/<Fact\b[^>]*\bid="([^"]*)"/g)].flatMap(match => {
      const id = match[1] ?? '';
      const isNew = !seen.has(id);
      seen.add(id);
      return isNew
        ? []
        : [guide.inBody(match.index, `${id} 写了两次`, '每条的 id 只用一次：换一个没有用过的')];
    }),
  );
};

const misplaced = (policies: readonly Entry<z.infer<typeof policy>>[]): Problem[] =>
  policies.flatMap(entry => {
    const folder = entry.slug.split('/')[0];
    const { level } = entry.data;
    if (folder === level) return [];
    const fix = `写 level: ${folder}，或者把文件移到 content/policies/${level}/`;
    return [entry.problem(['level'], `现在写的是“${level}”，和所在文件夹 ${folder} 不一样`, fix)];
  });

/** The zone's tables together: routing without gaps, departments that exist. Said once each file is right by itself. */
const zoneProblems = (root: string): Problem[] => {
  try {
    const ids = forms.map(form => form.id);
    readZone(root, ids);
    return [];
  } catch (error) {
    if (!(error instanceof ZoneError)) throw error;
    const [file = '', ...lines] = error.message.split('\n');
    return lines.map(line => {
      const [wrong = '', fix = '照着同一张表的其他行写'] = line.trim().split('；');
      return whole(file, wrong, fix);
    });
  }
};

const readAll = (root: string, files: readonly string[]) => {
  const entries = <S extends z.ZodType>(folder: string, pattern: RegExp, schema: S) =>
    entriesOf(
      root,
      files.filter(file => file.startsWith(`${folder}/`) && pattern.test(file.slice(folder.length + 1))),
      folder,
      schema,
    );
  const rows = <S extends z.ZodType<{ id: string }>>(file: string, schema: S): Shelf<z.infer<S>> =>
    existsSync(join(root, file)) ? rowsOf(root, file, schema) : { entries: [], problems: [], names: [] };
  return {
    policies: entries('content/policies', /^[^/]+\/[^/]+\.mdx$/, policy),
    guides: entries('content/guides', /^[^/]+\.mdx$/, guide),
    faq: entries('content/faq', /^[^/]+\.md$/, faq),
    notices: entries('content/notices', /^[^/]+\.md$/, notice),
    practices: entries('content/practices', /^[^/]+\.mdx$/, practice),
    sources: rows(lists.sources, guideSource),
    hotlines: rows(lists.hotlines, hotline),
    channels: rows(lists.channels, channel),
    suppliers: rows(lists.suppliers, supplier),
  };
};

const strays = (files: readonly string[]): Problem[] => {
  const shelf =
    /^content\/(policies\/[^/]+\/|guides\/|practices\/)[^/]+\.mdx$|^content\/(faq|notices)\/[^/]+\.md$/;
  const known = (file: string) =>
    shelf.test(file) ||
    Object.values(lists).includes(file) ||
    tables.some(table => table.files.test(file)) ||
    /^README\.md$|^\./.test(basename(file));
  const fix =
    '政策放 policies/级别/，后缀 .mdx；指南 guides/ 和经验 practices/ 用 .mdx；问答 faq/ 和通知 notices/ 用 .md';
  return files.filter(file => !known(file)).map(file => whole(file, '放在这里的文件不会上网页', fix));
};

/** Every mistake in `root/content`: fields, formats, names that nothing has, files in the wrong place. Empty when the site can be built. */
export const checkContent = (root: string): Problem[] => {
  const files = globSync('content/**/*.*', { cwd: root })
    .map(file => file.replaceAll('\\', '/'))
    .sort();
  const absent = required
    .filter(file => !existsSync(join(root, file)))
    .map(file => whole(file, '少了这个文件', '建这个文件；没有内容就写 []'));
  const all = readAll(root, files);
  const inTables = files.flatMap(file => {
    const table = tables.find(({ files: pattern }) => pattern.test(file));
    return table ? tableProblems(root, file, table.schema) : [];
  });
  const { policies, guides, sources, hotlines, channels, suppliers } = all;
  const links = brokenLinks({
    policies: policies.entries,
    guides: guides.entries,
    sources: sources.entries,
    faq: all.faq.entries,
    written: [policies, guides, all.faq, all.notices, all.practices].flatMap(shelf => [...shelf.entries]),
    known: {
      policy: policies.names,
      guide: guides.names,
      source: sources.names,
      hotline: hotlines.names,
      form: forms.map(form => form.id),
    },
  });
  return [
    ...absent,
    ...strays(files),
    ...Object.values(all).flatMap(shelf => shelf.problems),
    ...inTables,
    ...(absent.length + inTables.length === 0 ? zoneProblems(root) : []),
    ...[sources, hotlines, channels, suppliers].flatMap(shelf => twice(shelf.entries)),
    ...passagesTwice(guides.entries),
    ...misplaced(policies.entries),
    ...links,
  ];
};

/** All mistakes in one block that an editor can read from top to bottom. */
export const inWords = (problems: readonly Problem[]): string =>
  [
    `内容有 ${problems.length} 处要改，改好以后再建站。`,
    ...problems.map(({ file, line, field, wrong, fix }) =>
      [
        `文件：${file}${line === null ? '' : ` 第${line}行`}`,
        `栏目：${field}`,
        `哪里不对：${wrong}`,
        `应当怎么写：${fix}`,
      ].join('\n'),
    ),
  ].join('\n\n');

if (import.meta.main) {
  const problems = checkContent(process.cwd());
  console.log(problems.length > 0 ? inWords(problems) : '内容没有问题。');
  process.exitCode = problems.length > 0 ? 1 : 0;
}
