import type { CaseStore } from '#src/cases/store.ts';
import { mostTries, waitAfter } from './backoff.ts';
import { type Channel, dead, type Message, retry, type Sent } from './channel.ts';
import type { Claimed, OutboxStore, Settle } from './port.ts';

/** What delivering needs. */
export type Room = {
  readonly store: OutboxStore & Pick<CaseStore, 'count'>;
  readonly channels: ReadonlyMap<string, Channel>;
  /** What a row says and to whom; null where its case was erased, or nobody stands behind its target any more. */
  readonly open: (row: Claimed) => Promise<Message | null>;
  readonly now: () => Date;
  /** 0 to 1. */ readonly random: () => number;
  /** This sender, like no other. */ readonly holder: string;
};

/** How many notices were sent, are to be tried again, and are dead. */
export type Delivered = { readonly sent: number; readonly later: number; readonly dead: number };
type Ended = {
  readonly row: Claimed;
  readonly how: Sent | { readonly tag: 'paced'; readonly until: string };
};

/** A claim lasts longer than all that is claimed at once can take. */
const lease = 120_000;
const atOnce = 32;
const abreast = 8;

const later = (at: Date, by: number): string => new Date(at.getTime() + by).toISOString();

/** Where a row goes from here. Waiting for a bot's turn is no try. */
const settled = ({ now, random, holder }: Room, { row, how }: Ended): Settle => {
  const at = now();
  const usual = { id: row.id, holder, attempts: row.attempts, nextAt: at.toISOString() };
  if (how.tag === 'sent') return { ...usual, state: 'sent', lastError: '' };
  if (how.tag === 'paced')
    return {
      ...usual,
      state: 'waiting',
      attempts: row.attempts - 1,
      nextAt: how.until,
      lastError: 'paced',
    };
  if (how.tag === 'dead' || row.attempts >= mostTries)
    return { ...usual, state: 'dead', lastError: how.code };
  const wait = Math.max(waitAfter(row.attempts, random()), (how.after ?? 0) * 1000);
  return { ...usual, state: 'waiting', nextAt: later(at, wait), lastError: how.code };
};

const surprised = (error: unknown): Sent => {
  console.error(JSON.stringify({ level: 'error', notify: String(error) }));
  return { tag: 'retry', code: 'surprise' };
};

/** What a row says; one that cannot be opened, for want of a master key, does not stop the others. */
const opened = (room: Room, row: Claimed): Promise<Message | Sent> =>
  room.open(row).then(
    message => message ?? dead('nobody'),
    (error: unknown) => {
      // The store's own word for trouble; its name is the contract across rooms.
      if (error instanceof Error && error.name === 'StoreUnavailable') throw error;
      return retry('unopened');
    },
  );

type Opened = { readonly row: Claimed; readonly message: Message };

/** Lines of so many bytes together; one that is longer is cut. */
const packed = (opened: readonly Opened[], bytes: number): readonly (readonly Opened[])[] => {
  const packs: Opened[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const one of opened) {
    const more = Buffer.byteLength(one.message.text) + 1;
    if (size + more > bytes) {
      packs.push([]);
      size = 0;
    }
    packs.at(-1)?.push(one);
    size += more;
  }
  return packs;
};

const cut = (text: string, bytes: number): string => {
  let short = text;
  while (Buffer.byteLength(short) > bytes) short = [...short].slice(0, -10).join('');
  return short;
};

/** Whether a bot's turn has come: all servers count together. Half of what is allowed, since a minute of theirs may hold parts of two of ours. */
const turn = async (room: Room, name: string, aMinute: number): Promise<string | null> => {
  const at = room.now();
  const { count, expiresAt } = await room.store.count({
    name: `told:${name}`,
    by: 1,
    at: at.toISOString(),
    expiresAt: later(at, 60_000),
  });
  return count > aMinute / 2 ? expiresAt : null;
};

/** Sends what is due to one place in as few messages as can be, one after the other. */
const sendTogether = async (
  room: Room,
  name: string,
  channel: Channel,
  { bytes, aMinute }: NonNullable<Channel['together']>,
  opened: readonly Opened[],
): Promise<readonly Ended[]> => {
  const ended: Ended[] = [];
  for (const pack of packed(opened, bytes)) {
    const [first] = pack;
    const until = await turn(room, name, aMinute);
    const text = cut(pack.map(({ message }) => message.text).join('\n'), bytes);
    const how: Ended['how'] | undefined =
      until === null
        ? first && (await channel.send({ ...first.message, text }).catch(surprised))
        : { tag: 'paced', until };
    if (how) ended.push(...pack.map(({ row }) => ({ row, how })));
  }
  return ended;
};

/** Runs the work of each, so many at a time. */
const inTurns = async <T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> => {
  const queue = [...all];
  const worker = async (): Promise<void> => {
    for (let one = queue.shift(); one !== undefined; one = queue.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: abreast }, worker));
};

const add = (sum: Delivered, to: Settle['state']): Delivered => ({
  sent: sum.sent + (to === 'sent' ? 1 : 0),
  later: sum.later + (to === 'waiting' ? 1 : 0),
  dead: sum.dead + (to === 'dead' ? 1 : 0),
});

/** Sends what was claimed and settles each as soon as it is known. */
const sendClaimed = async (room: Room, claimed: readonly Claimed[]): Promise<Delivered> => {
  let done: Delivered = { sent: 0, later: 0, dead: 0 };
  const settle = async (ended: Ended): Promise<void> => {
    const to = settled(room, ended);
    if (await room.store.settleNotice(to)) done = add(done, to.state);
  };
  const inOrder = claimed.toSorted((a, b) => b.urgent - a.urgent || (a.id < b.id ? -1 : 1));
  const rows = await Promise.all(inOrder.map(async row => ({ row, message: await opened(room, row) })));
  const shared = new Map<string, Opened[]>();
  const alone: (() => Promise<Ended>)[] = [];
  for (const { row, message } of rows) {
    const channel = room.channels.get(row.channel);
    // One whose sender dies at every try must not be tried for ever.
    if (!channel || row.attempts > mostTries)
      alone.push(async () => ({ row, how: dead(channel ? 'gave-up' : 'no-channel') }));
    else if ('tag' in message) alone.push(async () => ({ row, how: message }));
    else if (channel.together)
      shared.set(row.channel, [...(shared.get(row.channel) ?? []), { row, message }]);
    else alone.push(async () => ({ row, how: await channel.send(message).catch(surprised) }));
  }
  const together = async ([name, opened]: [string, Opened[]]): Promise<void> => {
    const channel = room.channels.get(name);
    if (!channel?.together) return;
    await Promise.all((await sendTogether(room, name, channel, channel.together, opened)).map(settle));
  };
  await Promise.all([...[...shared].map(together), inTurns(alone, async send => settle(await send()))]);
  return done;
};

/**
 * Claims what is due, sends it, says how it went, until nothing is due or `isOver`. What is sent twice, after a sender died in
 * between or for longer than its lease, has the same id both times.
 */
export const deliver = async (room: Room, isOver: () => boolean = () => false): Promise<Delivered> => {
  let done: Delivered = { sent: 0, later: 0, dead: 0 };
  while (!isOver()) {
    const at = room.now();
    const claimed = await room.store.claimNotices({
      holder: room.holder,
      at: at.toISOString(),
      until: later(at, lease),
      limit: atOnce,
    });
    if (claimed.length === 0) break;
    const some = await sendClaimed(room, claimed);
    done = { sent: done.sent + some.sent, later: done.later + some.later, dead: done.dead + some.dead };
  }
  return done;
};
