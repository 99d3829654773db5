import { existsSync, globSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { figureProblems } from '#src/commands/content-figures.ts';
import { type Entry, entriesOf, rowsOf, type Shelf, tableProblems } from '#src/commands/content-files.ts';
import { guideProblems, processProblems, translationProblems } from '#src/commands/content-guides.ts';
import { brokenLinks } from '#src/commands/content-links.ts';
import { markProblems } from '#src/commands/content-marks.ts';
import type { Problem } from '#src/commands/content-words.ts';
import { forms } from '#src/forms/index.ts';
import { disagreements } from '#src/rules/validity-check.ts';
import { faq } from '#src/shelves/faq.ts';
import { zoneFigures } from '#src/shelves/figures.ts';
import { guide, guideSource } from '#src/shelves/guide.ts';
import { channel, hotline } from '#src/shelves/hotline.ts';
import { notice } from '#src/shelves/notice.ts';
import { policy } from '#src/shelves/policy.ts';
import { practice } from '#src/shelves/practice.ts';
import { processStep } from '#src/shelves/process.ts';
import { supplier } from '#src/shelves/supplier.ts';
import { term } from '#src/shelves/term.ts';
import { translation } from '#src/shelves/translation.ts';
import { correctionTable } from '#src/traditional/words.ts';
import {
  dutyFile,
  itemsFile,
  keyEnterprisesFile,
  modesFile,
  notifyFile,
  priorityFile,
  routingFile,
  yearFile,
  zoneFile,
} from '#src/zone/schema.ts';
import { readZone, ZoneError } from '#src/zone/zone.ts';

const lists = {
  sources: 'content/guides/sources.yaml',
  process: 'content/guides/process.yaml',
  translations: 'content/guides/en.yaml',
  hotlines: 'content/hotlines/directory.yaml',
  channels: 'content/hotlines/channels.yaml',
  suppliers: 'content/suppliers/directory.yaml',
};

const tables: readonly { readonly files: RegExp; readonly schema: z.ZodType | null }[] = [
  { files: /^content\/zone\.yaml$/, schema: zoneFile },
  { files: /^content\/glossary\.yaml$/, schema: term.array() },
  { files: /^content\/traditional\.yaml$/, schema: correctionTable },
  { files: /^content\/rules\/routing\.yaml$/, schema: routingFile },
  { files: /^content\/rules\/modes\.yaml$/, schema: modesFile },
  { files: /^content\/rules\/key-enterprises\.yaml$/, schema: keyEnterprisesFile },
  { files: /^content\/rules\/priority\.yaml$/, schema: priorityFile },
  { files: /^content\/rules\/notify\.yaml$/, schema: notifyFile },
  { files: /^content\/calendar\/\d{4}\.yaml$/, schema: yearFile },
  { files: /^content\/calendar\/duty\.yaml$/, schema: dutyFile },
  { files: /^content\/catalogue\/items\.yaml$/, schema: itemsFile },
  // Other tables of rules and items: src/zone says what belongs in them; here they only have to be readable.
  { files: /^content\/(rules|catalogue)\/[^/]+\.yaml$/, schema: null },
];

const required = [
  'content/zone.yaml',
  'content/glossary.yaml',
  'content/traditional.yaml',
  'content/rules/routing.yaml',
  'content/rules/modes.yaml',
  'content/rules/notify.yaml',
  'content/rules/priority.yaml',
  'content/rules/key-enterprises.yaml',
  'content/rules/answers.yaml',
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

/** What the pages of each kind of .mdx know as a mark. */
const marks = {
  guides: ['Fact', 'Short', 'Poster', 'Check', 'Figure', 'Step'],
  practices: ['Fact'],
  policies: [],
};

const misplaced = (policies: readonly Entry<z.infer<typeof policy>>[]): Problem[] =>
  policies.flatMap(entry => {
    const folder = entry.slug.split('/')[0];
    const { level } = entry.data;
    if (folder === level) return [];
    const fix = `写 level: ${folder}，或者把文件移到 content/policies/${level}/`;
    return [entry.problem(['level'], `现在写的是“${level}”，和所在文件夹 ${folder} 不一样`, fix)];
  });

/** Declared and computed validity must agree. */
const disagreeing = (policies: readonly Entry<z.infer<typeof policy>>[]): Problem[] =>
  policies.flatMap(entry =>
    disagreements(entry.data).map(({ path, wrong, fix }) => entry.problem(path, wrong, fix)),
  );

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

/** The zone's lines and areas, which guides and suppliers name; none while the zone's own file has mistakes. */
const zoneCodes = (
  root: string,
): { readonly lines: readonly string[]; readonly areas: readonly string[] } => {
  try {
    const { lines, areas } = readZone(root);
    return { lines: lines.map(line => line.code), areas: areas.map(area => area.code) };
  } catch (error) {
    if (error instanceof ZoneError) return { lines: [], areas: [] };
    throw error;
  }
};

const areasUnknown = (
  suppliers: readonly Entry<z.infer<typeof supplier>>[],
  areas: readonly string[],
): Problem[] =>
  suppliers.flatMap(entry =>
    entry.data.areas
      .filter(area => areas.length > 0 && !areas.includes(area))
      .map(area => entry.problem(['areas'], `没有这个片区 ${area}`, `只能写：${areas.join('、')}`)),
  );

/** A notice that is for a line or an area of another zone would reach nobody. */
const addresseesUnknown = (
  notices: readonly Entry<z.infer<typeof notice>>[],
  codes: ReturnType<typeof zoneCodes>,
): Problem[] =>
  notices.flatMap(entry =>
    (['areas', 'lines'] as const).flatMap(field =>
      (entry.data[field] ?? [])
        .filter(code => codes[field].length > 0 && !codes[field].includes(code))
        .map(code => entry.problem([field], `没有这个代码 ${code}`, `只能写：${codes[field].join('、')}`)),
    ),
  );

const filesOf = (root: string): readonly string[] =>
  globSync('content/**/*.*', { cwd: root })
    .map(file => file.replaceAll('\\', '/'))
    .sort();

/** Every shelf of `root/content` as it was read. Entries with mistakes are left out and told under `problems`. */
export const readContent = (root: string, files: readonly string[] = filesOf(root)) => {
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
    figures: entries('content/figures', /^[^/]+\.yaml$/, zoneFigures),
    sources: rows(lists.sources, guideSource),
    process: rows(lists.process, processStep),
    translations: rows(lists.translations, translation),
    hotlines: rows(lists.hotlines, hotline),
    channels: rows(lists.channels, channel),
    suppliers: rows(lists.suppliers, supplier),
  };
};

const strays = (files: readonly string[]): Problem[] => {
  const shelf =
    /^content\/(policies\/[^/]+\/|guides\/|practices\/)[^/]+\.mdx$|^content\/(faq|notices)\/[^/]+\.md$|^content\/figures\/[^/]+\.yaml$/;
  const known = (file: string) =>
    shelf.test(file) ||
    Object.values(lists).includes(file) ||
    tables.some(table => table.files.test(file)) ||
    /^README\.md$|^\./.test(basename(file));
  const fix =
    '政策放 policies/级别/，后缀 .mdx；指南 guides/ 和经验 practices/ 用 .mdx；问答 faq/ 和通知 notices/ 用 .md；数字 figures/ 用 .yaml';
  return files.filter(file => !known(file)).map(file => whole(file, '放在这里的文件不会上网页', fix));
};

/** Every mistake in `root/content`: fields, formats, names that nothing has, files in the wrong place. Empty when the site can be built. */
export const checkContent = (root: string): Problem[] => {
  const files = filesOf(root);
  const absent = required
    .filter(file => !existsSync(join(root, file)))
    .map(file => whole(file, '少了这个文件', '建这个文件；没有内容就写 []'));
  const all = readContent(root, files);
  const inTables = files.flatMap(file => {
    const table = tables.find(({ files: pattern }) => pattern.test(file));
    return table ? tableProblems(root, file, table.schema) : [];
  });
  const { policies, guides, sources, process, hotlines, channels, suppliers } = all;
  const codes = zoneCodes(root);
  const known = {
    guide: guides.names,
    source: sources.names,
    form: forms.map(form => form.id),
    lines: codes.lines,
  };
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
    ...[sources, process, hotlines, channels, suppliers].flatMap(shelf => twice(shelf.entries)),
    ...areasUnknown(suppliers.entries, codes.areas),
    ...addresseesUnknown(all.notices.entries, codes),
    ...(['policies', 'guides', 'practices'] as const).flatMap(shelf =>
      all[shelf].entries.flatMap(entry => markProblems(entry, marks[shelf])),
    ),
    ...passagesTwice(guides.entries),
    ...guideProblems(guides.entries, known),
    ...processProblems(process.entries, known),
    ...translationProblems(all.translations.entries, guides.entries),
    ...figureProblems(all.figures.entries, all.practices.names),
    ...misplaced(policies.entries),
    ...disagreeing(policies.entries),
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
