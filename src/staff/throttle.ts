import { after, type Caller, type Room } from './room.ts';

const second = 1000;
const hour = 3_600_000;

/** How many tries are free within the window; the waits after them double from the first to the longest. */
type Bucket = {
  readonly name: string;
  readonly free: number;
  readonly window: number;
  readonly first: number;
  readonly longest: number;
};

/** Tries of everybody in ten minutes: beyond, an attack is on, and a stranger has one free try instead of five. */
const crowd = { most: 300, window: hour / 6 };

export type Turn =
  | {
      readonly tag: 'go';
      /** What was counted as a try was a success. */ readonly undo: () => Promise<void>;
    }
  | { readonly tag: 'wait'; readonly seconds: number };

/**
 * Tries are counted before they are made, so that many at once count too. Nobody can lock others out: tries are counted by login
 * and address together, by address, and, where somebody signed in before, by that device alone, whatever others do elsewhere.
 */
export const throttleIn = ({ counters, keyring, now, network }: Room) => {
  const count = (name: string, by: number, milliseconds: number) => {
    const at = now();
    return counters().count({ name, by, at: at.toISOString(), expiresAt: after(at, milliseconds) });
  };

  /** Seconds to wait, or 0: beyond the free ones, tries go one by one, each after twice the wait. */
  const take = async ({ name, free, window, first, longest }: Bucket): Promise<number> => {
    const { count: tries } = await count(name, 1, window);
    if (tries <= free) return 0;
    const wait = Math.min(first * 2 ** Math.min(tries - free - 1, 20), longest);
    const turn = await count(`${name}:turn`, 1, wait);
    if (turn.count === 1) return 0;
    await count(name, -1, window);
    return Math.max(1, Math.ceil((Date.parse(turn.expiresAt) - now().getTime()) / second));
  };

  const giveBack = async (taken: readonly Bucket[]): Promise<void> => {
    for (const { name, window } of taken) await count(name, -1, window);
  };

  const takeAll = async (buckets: readonly Bucket[]): Promise<Turn> => {
    const taken: Bucket[] = [];
    for (const bucket of buckets) {
      const seconds = await take(bucket);
      if (seconds > 0) {
        await giveBack(taken);
        return { tag: 'wait', seconds };
      }
      taken.push(bucket);
    }
    return { tag: 'go', undo: () => giveBack(taken) };
  };

  const bucket = (kind: string, parts: readonly string[], set: Partial<Bucket> = {}): Bucket => ({
    name: `sign-in:${keyring.hash('throttle', kind, ...parts)}`,
    free: 5,
    window: hour,
    first: 30 * second,
    longest: hour / 4,
    ...set,
  });

  /** The login that a device's token was given to; '' for a forged one. */
  const ownerOf = (device: string): string => {
    try {
      const [login = ''] = device.split('.');
      const name = Buffer.from(login, 'base64url').toString('utf8');
      return device === deviceOf(name, device.split('.')[1] ?? '') ? name : '';
    } catch {
      return '';
    }
  };
  const deviceOf = (login: string, nonce: string): string => {
    const name = Buffer.from(login).toString('base64url');
    return `${name}.${nonce}.${keyring.hash('device', login, nonce)}`;
  };

  return {
    /** What a browser keeps after signing in: it shows that somebody signed in there before, and opens nothing. */
    deviceOf,
    /** A turn to try a password, or a code of a second factor. */
    turn: async (login: string, { address, device }: Caller): Promise<Turn> => {
      if (device !== '' && ownerOf(device) === login)
        return takeAll([bucket('device', [device], { free: 10, longest: hour / 12 })]);
      const { count: everybody } = await count('sign-in:all', 1, crowd.window);
      const where = network(address);
      return takeAll([
        bucket('pair', [login, where], everybody > crowd.most ? { free: 1 } : {}),
        bucket('address', [where], { free: 60 }),
      ]);
    },
    /** Beside that: codes are short, so those of one account are counted wherever they come from, by whom the password let pass. */
    codeTurn: async (login: string, { device }: Caller): Promise<Turn> =>
      ownerOf(device) === login
        ? { tag: 'go', undo: async () => {} }
        : takeAll([bucket('code', [login], { free: 60, window: 24 * hour, longest: hour })]),
  };
};

export type Throttle = ReturnType<typeof throttleIn>;
