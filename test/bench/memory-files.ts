import type { Files } from '#src/search/files.ts';
import { version } from '#src/search/head.ts';
import { blockOf, columnsOf } from '#src/search/make/files.ts';
import type { Learned } from '#src/search/make/learn.ts';
import type { Prepared } from '#src/search/make/prepare.ts';
import type { Block } from '#src/search/shard.ts';
import { createSound } from '#src/search/sound.ts';

/** An index that was never written: what a fit needs many times over, without coding and decoding. */
export const memoryFiles = (prepared: Prepared, learned: Learned): Files => {
  const blocks = new Map<string, Block | undefined>();
  const block = (term: string): Block | undefined => {
    if (!blocks.has(term)) {
      const made = blockOf(prepared, learned, term);
      blocks.set(term, Object.keys(made).length > 0 ? made : undefined);
    }
    return blocks.get(term);
  };
  return {
    head: {
      version,
      facts: prepared.collected.facts.length,
      shards: 1,
      classes: prepared.collected.classes,
      sheets: [0],
    },
    columns: columnsOf(prepared, learned),
    lexicon: prepared.lexicon,
    fold: prepared.fold,
    block: async term => block(term),
    passages: async fact => prepared.collected.facts[fact]?.passages ?? [],
    glossary: [],
    titles: async () => [],
    exact: async () => [],
    sound: async () => createSound('', prepared.lexicon),
  };
};
