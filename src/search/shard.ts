import { createReader, createWriter } from './codec.ts';
import { type Postings, readPostings, writePostings } from './postings.ts';

/**
 * What a term leads to. `text`: passages whose text or facts hold it; `headings`: sections; `title`: pages;
 * `asked`: passages that answered a question with this word; `learned`: passages that speak of it in other words.
 */
export const channels = ['text', 'headings', 'title', 'asked', 'learned'] as const;
export type Channel = (typeof channels)[number];
export type Block = Readonly<Partial<Record<Channel, Postings>>>;

/** FNV-1a over UTF-16 units, 32 bits: the same everywhere, good enough to spread terms over files. */
const hash = (term: string): number => {
  let value = 0x811c9dc5;
  for (let i = 0; i < term.length; i++) {
    value ^= term.charCodeAt(i);
    value = Math.imul(value, 0x01000193);
  }
  return (value ^ (value >>> 15)) >>> 0;
};

/** The file of a term: its own where it is `large`, else one of `count` that are shared. */
export const shardOf = (term: string, count: number, isLarge: (term: string) => boolean): string =>
  isLarge(term) ? `terms/own/${hash(term).toString(36)}.bin` : `terms/${hash(term) % count}.bin`;

export const writeBlock = (block: Block): Uint8Array => {
  const to = createWriter();
  const present = channels.map((name, i) => (block[name] ? 1 << i : 0)).reduce((a, b) => a | b, 0);
  to.byte(present);
  for (const name of channels) {
    const postings = block[name];
    if (postings) writePostings(to, postings);
  }
  return to.done();
};

const readBlock = (bytes: Uint8Array): Block => {
  const from = createReader(bytes);
  const present = from.byte();
  const block: Partial<Record<Channel, Postings>> = {};
  channels.forEach((name, i) => {
    if (present & (1 << i)) block[name] = readPostings(from);
  });
  return block;
};

/** A file of terms and their blocks. */
export const writeShard = (blocks: Iterable<readonly [term: string, block: Uint8Array]>): Uint8Array => {
  const to = createWriter();
  for (const [term, block] of blocks) {
    to.text(term);
    to.varint(block.length);
    to.raw(block);
  }
  return to.done();
};

/** The block of a term in a file; undefined where the file does not hold it. */
export const readShard = (bytes: Uint8Array, wanted: string): Block | undefined => {
  const from = createReader(bytes);
  while (!from.ended()) {
    const term = from.text();
    const block = from.raw(from.varint());
    if (term === wanted) return readBlock(block);
  }
  return undefined;
};
