import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { builtIndex, fromFolder } from '#src/library/built.ts';
import { type MustRead, mustReadIn } from '#src/library/notices.ts';
import type { TitlesFile } from '#src/search/head.ts';
import { openIndex, type SearchIndex } from '#src/search/query.ts';

/** The kinds of pages that an answer may lean on. */
const kinds = ['policy', 'guide', 'faq', 'hotline'] as const;

/** A page of the site that an officer may name in an answer. */
export type Cited = {
  readonly kind: (typeof kinds)[number];
  /** From the root of the site: `/policies/national/x/`. */ readonly path: string;
  readonly title: string;
  /** The passage that fits best. */ readonly passage: string;
};

/** What the site says, as officers look it up while they answer. */
export type Library = {
  /** What fits a question best, a page each; null where the site was not built yet. */
  readonly find: (question: string) => Promise<readonly Cited[] | null>;
  /** The title of a policy or a guide by its path; '' where the site has no such page. */
  readonly titleOf: (path: string) => Promise<string>;
  /** Notices that enterprises are asked to confirm, the newest first; none where the site was not built yet. */
  readonly mustRead: () => Promise<readonly MustRead[]>;
  /** Telephone numbers that everybody may know: those in the zone's own files. */
  readonly publicPhones: () => readonly string[];
};

/** Pages at most; more are not read. */
const most = 5;
/** The longest question that is looked up, and the longest passage that is shown. */
const longest = { question: 200, passage: 80 };

/** Where published numbers stand, and what they look like. */
const files = ['content/zone.yaml', 'content/hotlines/directory.yaml'];
const number = /(?<!\d)(?:0\d{2,3}-?\d{7,8}|1[3-9]\d{9})(?!\d)/g;

const short = (text: string): string =>
  [...text].length > longest.passage ? `${[...text].slice(0, longest.passage).join('')}…` : text;

const citedIn = async (index: SearchIndex, question: string): Promise<readonly Cited[]> => {
  const { hits } = await index.search(question.slice(0, longest.question), { kinds, top: most * 3 });
  const pages = new Map<string, Cited>();
  for (const { kind, url, page, title, passage } of hits) {
    const path = kind === 'policy' || kind === 'guide' ? page : url;
    const of = kinds.find(one => one === kind);
    if (of && !pages.has(path)) pages.set(path, { kind: of, path, title, passage: short(passage) });
  }
  return [...pages.values()].slice(0, most);
};

/** The site built in `root`, searched with the site's own code over the built index; a new build is taken up with the next question. */
export const openLibrary = (root: string): Library => {
  let opened: { readonly folder: string; readonly index: Promise<SearchIndex> } | null = null;
  const indexOf = (folder: string): Promise<SearchIndex> => {
    if (opened?.folder === folder) return opened.index;
    const index = openIndex(fromFolder(folder));
    opened = { folder, index };
    // What failed to open is tried again.
    index.catch(() => {
      opened = null;
    });
    return index;
  };
  let phones: readonly string[] | null = null;
  const phonesOf = (): readonly string[] =>
    files.flatMap(file => {
      const path = join(root, file);
      return existsSync(path) ? [...readFileSync(path, 'utf8').matchAll(number)].map(([hit]) => hit) : [];
    });
  return {
    find: async question => {
      const folder = builtIndex(join(root, 'dist'));
      if (!folder) return null;
      return question.trim() === '' ? [] : citedIn(await indexOf(folder), question);
    },
    titleOf: async path => {
      const folder = builtIndex(join(root, 'dist'));
      if (!folder) return '';
      const titles: TitlesFile = JSON.parse(await readFile(join(folder, 'titles.json'), 'utf8'));
      return titles.find(([, url]) => url === path)?.[2] ?? '';
    },
    mustRead: () => mustReadIn(join(root, 'dist')),
    publicPhones: () => {
      phones ??= phonesOf();
      return phones;
    },
  };
};
