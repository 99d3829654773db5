import { createHash } from 'node:crypto';
import type { Head, WatchStore } from '#src/cases/watch.ts';

/**
 * An anchor: what every case's chain came to on a day. One file a day: a line that says the day, how many cases, the Merkle root over
 * all heads and the SHA-256 of the file before; then the heads that are new or changed since that one. Whoever keeps the latest hash
 * elsewhere can tell later whether anything up to it was changed, cut off or removed, even by somebody who has the keys.
 */
export type Anchor = {
  readonly day: string;
  /** When it was made. */ readonly at: string;
  readonly cases: number;
  /** As in RFC 9162, 2.1.1, over `id seq mac` in the order of ids; hex. */ readonly root: string;
  /** SHA-256 of the anchor before, in hex; '' for the first. */ readonly previous: string;
  /** SHA-256 of this one. */ readonly hash: string;
};

/** A head as an anchor recorded it, and the day of the first that did. */
type Kept = { readonly seq: number; readonly mac: string; readonly day: string };

/** What a row of anchors says, and the first thing that is wrong with it. */
export type Anchors = {
  readonly list: readonly Anchor[];
  /** The newest head of each case. */ readonly heads: ReadonlyMap<string, Kept>;
  readonly fault: { readonly day: string; readonly what: 'unreadable' | 'unlinked' | 'root' } | null;
};

const sha256 = (...parts: readonly (Uint8Array | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const leafMark = Buffer.of(0);
const nodeMark = Buffer.of(1);

/** A Merkle tree that is fed leaf by leaf and keeps one hash a level. */
export const merkle = () => {
  /** Roots of full trees, each half as large as the one before or less, with their sizes. */
  const stack: { readonly size: number; readonly hash: Buffer }[] = [];
  const join = (): void => {
    const [right, left] = [stack.pop(), stack.pop()];
    if (right && left)
      stack.push({ size: left.size + right.size, hash: sha256(nodeMark, left.hash, right.hash) });
  };
  return {
    add: (leaf: string): void => {
      stack.push({ size: 1, hash: sha256(leafMark, leaf) });
      while (stack.length > 1 && stack.at(-1)?.size === stack.at(-2)?.size) join();
    },
    root: (): string => {
      while (stack.length > 1) join();
      return (stack[0]?.hash ?? sha256()).toString('hex');
    },
  };
};

const leafOf = (id: string, { seq, mac }: Pick<Kept, 'seq' | 'mac'>): string => `${id} ${seq} ${mac}`;

/** As `order by id` has them, whatever the language of the machine. */
const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Lets others have their turn: a hundred thousand hashes are some tenths of a second. */
const breathe = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

const rootOf = async (heads: ReadonlyMap<string, Pick<Kept, 'seq' | 'mac'>>): Promise<string> => {
  const tree = merkle();
  let added = 0;
  for (const id of [...heads.keys()].sort(byCode)) {
    const head = heads.get(id);
    if (head) tree.add(leafOf(id, head));
    if (++added % 2000 === 0) await breathe();
  }
  return tree.root();
};

const line = /^([\w-]{1,64}) (\d{1,9}) ([\w-]{1,128})$/;
type Read = { readonly anchor: Anchor; readonly leaves: readonly (readonly [string, Kept])[] };

/** An anchor's file; null where it is none. */
const read = (text: string): Read | null => {
  const [head = '', ...lines] = text.trimEnd().split('\n');
  try {
    const said = JSON.parse(head) as Omit<Anchor, 'hash'>;
    if (!/^\d{4}-\d\d-\d\d$/.test(said.day)) return null;
    const leaves = lines.map(one => {
      const [, id = '', seq, mac = ''] = line.exec(one) ?? [];
      if (id === '') throw new SyntaxError(one);
      return [id, { seq: Number(seq), mac, day: said.day }] as const;
    });
    return { anchor: { ...said, hash: sha256(text).toString('hex') }, leaves };
  } catch {
    return null;
  }
};

/**
 * Reads anchors in the order of their days, each as a name and its text, and checks that every one follows the one before and that
 * the last root is that of the heads.
 */
export const readAnchors = async (
  files: AsyncIterable<{ readonly day: string; readonly text: string }>,
): Promise<Anchors> => {
  const list: Anchor[] = [];
  const heads = new Map<string, Kept>();
  const broken = (day: string, what: 'unreadable' | 'unlinked' | 'root'): Anchors => ({
    list,
    heads,
    fault: { day, what },
  });
  for await (const { day, text } of files) {
    const found = read(text);
    if (!found || found.anchor.day !== day) return broken(day, 'unreadable');
    if (found.anchor.previous !== (list.at(-1)?.hash ?? '')) return broken(day, 'unlinked');
    list.push(found.anchor);
    for (const [id, head] of found.leaves) heads.set(id, head);
    await breathe();
  }
  const last = list.at(-1);
  if (last && (last.cases !== heads.size || last.root !== (await rootOf(heads))))
    return broken(last.day, 'root');
  return { list, heads, fault: null };
};

async function* headsIn(store: Pick<WatchStore, 'heads'>): AsyncGenerator<Head> {
  for (let after: string | null = null; ; ) {
    const page = await store.heads({ after, limit: 500 });
    yield* page.rows;
    if (page.next === null) return;
    after = page.next;
    await breathe();
  }
}

/**
 * The text of a day's anchor over what the store has now. Cases that earlier anchors have and the store has not stay in it: an anchor
 * never forgets what one before it vouched for.
 */
export const anchorText = async (
  store: Pick<WatchStore, 'heads'>,
  earlier: Pick<Anchors, 'list' | 'heads'>,
  { day, at }: { readonly day: string; readonly at: Date },
): Promise<string> => {
  const heads = new Map<string, Pick<Kept, 'seq' | 'mac'>>(earlier.heads);
  const changed: string[] = [];
  for await (const { id, head, headMac } of headsIn(store)) {
    const known = heads.get(id);
    if (known && known.seq >= head) continue;
    const now = { seq: head, mac: headMac };
    heads.set(id, now);
    changed.push(leafOf(id, now));
  }
  const head: Omit<Anchor, 'hash'> = {
    day,
    at: at.toISOString(),
    cases: heads.size,
    root: await rootOf(heads),
    previous: earlier.list.at(-1)?.hash ?? '',
  };
  return [JSON.stringify(head), ...changed, ''].join('\n');
};
