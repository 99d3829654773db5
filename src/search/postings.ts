import { createWriter, type Reader, type Writer } from './codec.ts';

/** Where a term stands: ascending numbers and, for each, how much it weighs there, 1 to 15. `all` counts also those left out. */
export type Postings = { readonly all: number; readonly ids: Int32Array; readonly levels: Uint8Array };

/** Weights take four bits. */
export const highest = 15;
const levelBits = 4;
/** A gap that needs a longer run of ones than this is written in full instead. */
const longestUnary = 20;
const fullBits = 28;

const bitWriter = (to: Writer) => {
  let held = 0;
  let count = 0;
  const bit = (one: number) => {
    held = (held << 1) | one;
    if (++count < 8) return;
    to.byte(held);
    held = 0;
    count = 0;
  };
  const bits = (value: number, width: number) => {
    for (let i = width - 1; i >= 0; i--) bit((value >>> i) & 1);
  };
  const flush = () => {
    while (count > 0) bit(0);
  };
  return { bit, bits, flush };
};

/** Rice's parameter for ascending numbers: about log2 of the mean gap. */
const parameter = (ids: Int32Array): number => {
  const mean = ids.length === 0 ? 1 : ((ids.at(-1) ?? 0) + 1) / ids.length;
  return Math.max(0, Math.floor(Math.log2(Math.max(1, mean * 0.69))));
};

/** Gaps in Rice code, each followed by its level: two thirds of what varints and whole bytes take. */
export const writePostings = (to: Writer, { all, ids, levels }: Postings): void => {
  to.varint(all);
  to.varint(ids.length);
  const k = parameter(ids);
  to.byte(k);
  const inner = createWriter();
  const { bit, bits, flush } = bitWriter(inner);
  let before = -1;
  ids.forEach((id, i) => {
    const gap = id - before - 1;
    before = id;
    const ones = Math.min(longestUnary, gap >>> k);
    for (let n = 0; n < ones; n++) bit(1);
    if (ones < longestUnary) {
      bit(0);
      bits(gap & ((1 << k) - 1), k);
    } else bits(gap, fullBits);
    bits(levels[i] ?? 0, levelBits);
  });
  flush();
  const coded = inner.done();
  to.varint(coded.length);
  to.raw(coded);
};

const bitReader = (bytes: Uint8Array) => {
  let at = 0;
  const bit = () => {
    const one = ((bytes[at >>> 3] ?? 0) >>> (7 - (at & 7))) & 1;
    at++;
    return one;
  };
  const bits = (width: number) => {
    let value = 0;
    for (let left = width; left > 0; ) {
      const free = 8 - (at & 7);
      const take = Math.min(free, left);
      value = (value << take) | (((bytes[at >>> 3] ?? 0) >>> (free - take)) & ((1 << take) - 1));
      at += take;
      left -= take;
    }
    return value;
  };
  return { bit, bits };
};

export const readPostings = (from: Reader): Postings => {
  const all = from.varint();
  const count = from.varint();
  const k = from.byte();
  const { bit, bits } = bitReader(from.raw(from.varint()));
  const ids = new Int32Array(count);
  const levels = new Uint8Array(count);
  let before = -1;
  for (let i = 0; i < count; i++) {
    let ones = 0;
    while (ones < longestUnary && bit() === 1) ones++;
    const gap = ones < longestUnary ? (ones << k) | bits(k) : bits(fullBits);
    before += gap + 1;
    ids[i] = before;
    levels[i] = bits(levelBits);
  }
  return { all, ids, levels };
};
