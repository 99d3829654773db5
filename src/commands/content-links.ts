import type { z } from 'zod';
import type { Entry } from '#src/commands/content-files.ts';
import { choose, type Problem } from '#src/commands/content-words.ts';
import type { faq } from '#src/shelves/faq.ts';
import type { guide, guideSource } from '#src/shelves/guide.ts';
import type { policy } from '#src/shelves/policy.ts';

type Kind = 'policy' | 'guide' | 'source' | 'hotline' | 'form';
/** The entries that name others, and the names that there are. */
export type Linked = {
  readonly policies: readonly Entry<z.infer<typeof policy>>[];
  readonly guides: readonly Entry<z.infer<typeof guide>>[];
  readonly sources: readonly Entry<z.infer<typeof guideSource>>[];
  readonly faq: readonly Entry<z.infer<typeof faq>>[];
  /** Entries whose words may link, of every shelf. */ readonly written: readonly Entry<unknown>[];
  readonly known: Readonly<Record<Kind, readonly string[]>>;
};

const kinds: Record<Kind, { readonly name: string; readonly choices: string }> = {
  policy: { name: '这份政策', choices: 'content/policies 里有' },
  guide: { name: '这篇指南', choices: 'content/guides 里有' },
  source: { name: '这个出处', choices: 'content/guides/sources.yaml 里有' },
  hotline: { name: '这个热线', choices: 'content/hotlines/directory.yaml 里有' },
  form: { name: '这张表单', choices: '现有的表单' },
};

/** Links of the words, and the sources of a passage: `<Fact sources="G4 S0">`. */
const links: readonly { readonly kind: Kind; readonly pattern: RegExp }[] = [
  { kind: 'hotline', pattern: /\]\(\/hotlines\/#([^)\s]+)\)/g },
  { kind: 'policy', pattern: /\]\(\/policies\/([^/)\s]+\/[^/)#?\s]+)\/?(?:[#?][^)]*)?\)/g },
  { kind: 'guide', pattern: /\]\(\/guides\/([^/)#?\s]+)\/?(?:[#?][^)]*)?\)/g },
  { kind: 'form', pattern: /\]\(\/forms\/([^/)#?\s]+)\/?(?:[#?][^)]*)?\)/g },
  { kind: 'source', pattern: /<Fact\b[^>]*\bsources="([^"]*)"/g },
];

/** A document is named by its slug, with or without the level; anything with other letters is a title in plain words. */
const isSlug = (name: string) => /^[a-z0-9]+([-/][a-z0-9]+)+$/.test(name);

/** Every name that an entry gives and that no shelf has. */
export const brokenLinks = ({ known, ...linked }: Linked): Problem[] => {
  const found: Problem[] = [];
  const missing = (kind: Kind, name: string): [string, string][] =>
    known[kind].includes(name)
      ? []
      : [[`没有${kinds[kind].name}：${name}`, choose(name, known[kind], kinds[kind].choices)]];
  const look = (entry: Entry<unknown>, path: PropertyKey[], kind: Kind, name: string | null) => {
    if (name !== null) found.push(...missing(kind, name).map(words => entry.problem(path, ...words)));
  };
  for (const entry of linked.faq) {
    for (const [i, name] of entry.data.policies.entries()) look(entry, ['policies', i], 'policy', name);
    for (const [i, name] of entry.data.guides.entries()) look(entry, ['guides', i], 'guide', name);
  }
  for (const entry of linked.sources) look(entry, ['policy'], 'policy', entry.data.policy);
  for (const entry of linked.guides) {
    for (const [i, name] of entry.data.help.hotlines.entries()) {
      look(entry, ['help', 'hotlines', i], 'hotline', name);
    }
  }
  const short = new Set(known.policy.map(slug => slug.split('/')[1]));
  for (const entry of linked.policies) {
    const { ends, amends, supersededBy } = entry.data;
    for (const [i, { by }] of ends.entries()) {
      if (isSlug(by) && !short.has(by)) look(entry, ['ends', i, 'by'], 'policy', by);
    }
    for (const [i, { id }] of amends.entries()) {
      if (!short.has(id)) look(entry, ['amends', i, 'id'], 'policy', id);
    }
    if (supersededBy && !short.has(supersededBy.id)) {
      look(entry, ['supersededBy', 'id'], 'policy', supersededBy.id);
    }
  }
  for (const entry of linked.written) {
    for (const { kind, pattern } of links) {
      for (const match of entry.body.matchAll(pattern)) {
        const names = decodeURI(match[1] ?? '').split(/\s+/);
        const wrong = names.filter(name => name !== '').flatMap(name => missing(kind, name));
        found.push(...wrong.map(words => entry.inBody(match.index, ...words)));
      }
    }
  }
  return found;
};
