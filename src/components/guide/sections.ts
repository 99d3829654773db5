import { type CollectionEntry, getCollection } from 'astro:content';
import { readerSizes } from '#src/i18n/guide.ts';
import { passageRisks, risks } from '#src/i18n/site.ts';
import { say } from '#src/i18n/words.ts';
import { firstDay } from '#src/rules/validity.ts';
import { type Block, blocksOf } from '#src/shelves/blocks.ts';
import { day, zone } from '../zone.ts';

export type Section = {
  readonly guide: CollectionEntry<'guides'>;
  readonly path: string;
  readonly blocks: readonly Block[];
};

/** Every passage of every page asks: the words of a section are taken apart once a build. */
const parsed = new Map<string, readonly Block[]>();
const blocksIn = (body: string): readonly Block[] => {
  const blocks = parsed.get(body) ?? blocksOf(body);
  parsed.set(body, blocks);
  return blocks;
};

/** Every section of the guide in its order, with its passages. */
export const sections = async (): Promise<readonly Section[]> =>
  (await getCollection('guides'))
    .sort((a, b) => a.data.order - b.data.order)
    .map(guide => ({ guide, path: `/guides/${guide.id}/`, blocks: blocksIn(guide.body ?? '') }));

/** The address of a passage, whatever section it stands in. Throws where there is none: the content names it. */
export const addressOf = async (id: string): Promise<string> => {
  const section = (await sections()).find(one => one.blocks.some(block => block.id === id));
  if (!section) throw new Error(`content/guides：newer 写的 ${id} 没有这一条；改成已有的编号`);
  return `${section.path}#${id}`;
};

/** What a passage says of whom it is for: risk levels, lines and sizes; an empty list is everyone. */
export type Limits = {
  readonly risk: readonly string[];
  readonly line: readonly string[];
  readonly size: readonly string[];
};

const levels: Record<string, readonly string[]> = {
  low: ['low'],
  mid: ['medium'],
  high: ['high'],
  low_mid: ['low', 'medium'],
  mid_high: ['medium', 'high'],
};

const lineName = new Map(zone.lines.map(line => [line.code, say(line.ask, 'zh-Hans')]));
const sizeName = new Map(Object.entries(readerSizes).map(([code, name]) => [code, say(name, 'zh-Hans')]));

export type Marked = Pick<Block, 'risk' | 'for' | 'until'>;

/** Until a newer rule narrows it, a rule is for every risk level. */
export const limitsOf = ({ risk, for: whom, until }: Marked): Limits => {
  const names = (whom ?? '').split(/\s+/);
  return {
    risk: until !== null && day < until ? [] : (levels[risk] ?? []),
    line: names.filter(name => lineName.has(name)),
    size: names.filter(name => sizeName.has(name)),
  };
};

/** Those limits in words, one tag each: 中、高风险地区 · 建筑工地. */
export const tagsOf = (marked: Marked): readonly string[] => {
  const { risk, line, size } = limitsOf(marked);
  const level = Object.entries(passageRisks).find(([code]) => code === marked.risk)?.[1];
  return [
    ...(risk.length > 0 && level ? [say(level, 'zh-Hans')] : []),
    ...(line.length > 0 ? [line.map(code => lineName.get(code)).join('、')] : []),
    ...(size.length > 0 ? [size.map(code => sizeName.get(code)).join('、')] : []),
  ];
};

/** What a reader can choose, in the order of the chooser. */
export const choices = {
  line: [...lineName],
  size: [...sizeName],
  risk: Object.entries(risks).map(([code, name]) => [code, say(name, 'zh-Hans')] as const),
};

export type Source = CollectionEntry<'guideSources'>['data'];

const known = async () => new Map((await getCollection('guideSources')).map(({ data }) => [data.id, data]));

/** The sources of a passage. Throws for a name that sources.yaml does not have. */
export const sourcesOf = async (id: string, names: readonly string[]): Promise<readonly Source[]> => {
  const all = await known();
  return names.map(name => {
    const source = all.get(name);
    if (!source)
      throw new Error(`content/guides：${id} 的出处 ${name} 在 sources.yaml 里没有；改成已有的出处`);
    return source;
  });
};

/** The first day of a passage all of whose sources are of a later day than the site's; null where it can be read as a rule. */
export const laterFrom = (sources: readonly Source[]): string | null => {
  const dates = sources.flatMap(({ date }) => date ?? []);
  if (dates.length < sources.length || dates.some(date => firstDay(date) <= day)) return null;
  return [...dates].sort()[0] ?? null;
};

/** Whether a passage holds on the site's day: its sources are out, and no newer rule took its place for everyone. */
export const holds = async (block: Block): Promise<boolean> => {
  const isOver = block.until !== null && block.until <= day && block.risk === 'all';
  return !isOver && laterFrom(await sourcesOf(block.id, block.sources)) === null;
};

/** Whether an item is on the checklist of the site's day. */
export const checkHolds = async (id: number): Promise<boolean> => {
  const blocks = (await sections()).flatMap(section => section.blocks);
  const block = blocks.find(one => one.checks.some(check => check.id === id));
  return block !== undefined && (await holds(block));
};
