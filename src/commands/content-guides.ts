import type { Entry } from '#src/commands/content-files.ts';
import { choose, type Problem } from '#src/commands/content-words.ts';
import { documents } from '#src/documents/index.ts';
import { readerSizes } from '#src/i18n/guide.ts';
import { blocksOf, slipsOf } from '#src/shelves/blocks.ts';
import type { ProcessStep } from '#src/shelves/process.ts';
import type { Translation } from '#src/shelves/translation.ts';

/** The names that guides and the process may give. */
type Known = {
  readonly guide: readonly string[];
  readonly source: readonly string[];
  readonly form: readonly string[];
  /** Lines of the zone; none while its file has mistakes. */ readonly lines: readonly string[];
};
type Guide = Entry<unknown>;
type Named = { readonly what: string; readonly name: string | null; readonly names: readonly string[] };

const docs = documents.map(one => one.id);

const unknown = ({ what, name, names }: Named): [string, string][] =>
  name === null || names.includes(name)
    ? []
    : [[`没有这${what}：${name}`, choose(name, names, `现有的${what.slice(1)}`)]];

/** Where in the words a passage or an item begins; 0 where it cannot be told. */
const placeOf = (body: string, mark: string): number => Math.max(0, body.indexOf(mark));

const inBlocks = (guide: Guide, passages: readonly string[], known: Known): Problem[] =>
  blocksOf(guide.body).flatMap(block => {
    const index = placeOf(guide.body, `id="${block.id}"`);
    const named: Named[] = [
      { what: '条指南', name: block.newer, names: passages },
      ...block.checks.flatMap(({ form, doc }) => [
        { what: '张表单', name: form, names: known.form },
        { what: '份文书', name: doc, names: docs },
      ]),
    ];
    const half = (block.until === null) !== (block.newer === null);
    return [
      ...named.flatMap(unknown).map(words => guide.inBody(index, ...words)),
      ...(half
        ? [guide.inBody(index, `${block.id} 的 until 和 newer 只写了一个`, '两个一起写：哪天起、改为哪一条')]
        : []),
      ...(block.until !== null && !/^\d{4}-\d{2}-\d{2}$/.test(block.until)
        ? [guide.inBody(index, `until 写的是“${block.until}”`, '写成日期，例如 2020-04-07')]
        : []),
    ];
  });

/** The number of an item is its place in links that people keep: 1 to 500, each used once. */
const checkNumbers = (guides: readonly Guide[]): Problem[] => {
  const seen = new Set<number>();
  return guides.flatMap(guide =>
    blocksOf(guide.body).flatMap(({ checks }) =>
      checks.flatMap(({ id }) => {
        const isGood = Number.isInteger(id) && id >= 1 && id <= 500 && !seen.has(id);
        seen.add(id);
        const index = placeOf(guide.body, `<Check id="${id}"`);
        return isGood
          ? []
          : [
              guide.inBody(
                index,
                `<Check id="${id}"> 编号不能用`,
                '写 1 到 500 之间没有用过的数；用过的以后也不再用',
              ),
            ];
      }),
    ),
  );
};

/** What is wrong with the marks of the guides. */
export const guideProblems = (guides: readonly Guide[], known: Known): Problem[] => {
  const whom = known.lines.length === 0 ? [] : [...known.lines, ...Object.keys(readerSizes)];
  const passages = guides.flatMap(guide => blocksOf(guide.body).map(block => block.id));
  return [
    ...guides.flatMap(guide =>
      slipsOf(guide.body, whom).map(({ index, wrong, fix }) => guide.inBody(index, wrong, fix)),
    ),
    ...guides.flatMap(guide => inBlocks(guide, passages, known)),
    ...checkNumbers(guides),
  ];
};

type Translated = Entry<Translation>;

/** Sections and passages in another language that the Chinese guide does not have, or not in its short edition. */
export const translationProblems = (
  translated: readonly Translated[],
  guides: readonly Entry<unknown>[],
): Problem[] =>
  translated.flatMap(section => {
    const guide = guides.find(one => one.slug === section.data.id);
    if (!guide)
      return [section.problem(['id'], `没有这一节指南：${section.data.id}`, '写 content/guides 里的文件名')];
    const short = blocksOf(guide.body).flatMap(block => (block.short === null ? [] : [block.id]));
    return section.data.lines.flatMap(({ id }, index) =>
      unknown({ what: '条要点', name: id, names: short }).map(words =>
        section.problem(['lines', index, 'id'], ...words),
      ),
    );
  });

/** Passages whose Chinese words are no longer those that they were made of, and what they say now. */
export const staleLines = (
  translated: readonly Translated[],
  guides: readonly Entry<unknown>[],
): readonly { readonly file: string; readonly id: string; readonly now: string }[] =>
  translated.flatMap(({ file, data }) => {
    const blocks = blocksOf(guides.find(one => one.slug === data.id)?.body ?? '');
    return data.lines.flatMap(({ id, from }) => {
      const now = blocks.find(block => block.id === id)?.short ?? from;
      return now === from ? [] : [{ file, id, now }];
    });
  });

/** Names in the process that nothing has. */
export const processProblems = (steps: readonly Entry<ProcessStep>[], known: Known): Problem[] => {
  const ids = steps.map(step => step.data.id);
  return steps.flatMap(step => {
    const { guide, form, doc, sources, next } = step.data;
    const look = (path: PropertyKey[], named: Named) =>
      unknown(named).map(words => step.problem(path, ...words));
    return [
      ...look(['guide'], { what: '篇指南', name: guide, names: known.guide }),
      ...look(['form'], { what: '张表单', name: form, names: known.form }),
      ...look(['doc'], { what: '份文书', name: doc, names: docs }),
      ...sources.flatMap((name, i) => look(['sources', i], { what: '个出处', name, names: known.source })),
      ...next.flatMap(({ to }, i) => look(['next', i, 'to'], { what: '个步骤', name: to, names: ids })),
    ];
  });
};
