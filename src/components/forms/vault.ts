import { type Held, isOver, type Kept, keep, type Mine } from './draft-model.ts';
import { vaultName } from './permit.ts';
import { newSalt } from './work.ts';

/**
 * What the person chose to keep on this device: IndexedDB, each record sealed by AES-GCM under a key that scripts can use and not read
 * out. Whoever opens this site in this browser can open it too; a copy of the profile's files alone shows nothing.
 */
export type Kind = 'draft' | 'outbox' | 'profile' | 'checklist' | 'visit';
type Sealed = { readonly iv: Uint8Array<ArrayBuffer>; readonly data: ArrayBuffer };
type Row = Held<Sealed> & { readonly kind: Kind; readonly lease: number };

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const ended = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });

let opened: Promise<IDBDatabase> | null = null;

const open = (): Promise<IDBDatabase> => {
  opened ??= (async () => {
    const request = indexedDB.open(vaultName, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('keys');
      request.result.createObjectStore('kept', { keyPath: 'id' });
    };
    const database = await done(request);
    // Another tab deletes everything: this one must not hold it up.
    database.onversionchange = () => {
      database.close();
      opened = null;
    };
    return database;
  })();
  opened.catch(() => {
    opened = null;
  });
  return opened;
};

const keyOf = async (database: IDBDatabase): Promise<CryptoKey> => {
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const transaction = database.transaction('keys', 'readwrite');
  const keys = transaction.objectStore('keys');
  const there: CryptoKey | undefined = await done(keys.get('device'));
  if (!there) keys.put(made, 'device');
  await ended(transaction);
  return there ?? made;
};

const aad = (kind: Kind) => new TextEncoder().encode(kind);

const seal = async (database: IDBDatabase, kind: Kind, what: unknown): Promise<Sealed> => {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(what));
  const key = await keyOf(database);
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: aad(kind) }, key, text);
  return { iv, data };
};

const unseal = async (database: IDBDatabase, kind: Kind, { iv, data }: Sealed): Promise<unknown> => {
  const key = await keyOf(database);
  const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: aad(kind) }, key, data);
  return JSON.parse(new TextDecoder().decode(text));
};

const rows = (database: IDBDatabase): IDBObjectStore =>
  database.transaction('kept', 'readwrite').objectStore('kept');

/** Everything of a kind whose time is not over, the latest first; what is over is deleted. Each was read by `read`, or is left out. */
export const list = async <T>(kind: Kind, read: (value: unknown) => T | null): Promise<Held<T>[]> => {
  const database = await open();
  const store = rows(database);
  const all: Row[] = await done(store.getAll());
  const now = Date.now();
  for (const row of all) if (isOver(row, now)) store.delete(row.id);
  const found: Held<T>[] = [];
  for (const row of all.filter(one => one.kind === kind && !isOver(one, now))) {
    // A key that was lost opens nothing any more: such a record goes when its time is over.
    const what = read(await unseal(database, kind, row.what).catch(() => null));
    if (what !== null) found.push({ id: row.id, rev: row.rev, until: row.until, what });
  }
  return found.sort((a, b) => b.until - a.until);
};

/** Saves, atomically against other tabs, by the rule of `keep`. Throws what the browser throws: no space, or no storage at all. */
export const save = async <T>(kind: Kind, mine: Mine | null, what: T, days: number): Promise<Kept<T>> => {
  const database = await open();
  const sealed = await seal(database, kind, what);
  const store = rows(database);
  const there: Row | undefined = mine ? await done(store.get(mine.id)) : undefined;
  const kept = keep<Sealed>(there, mine, sealed, { now: Date.now(), days, fresh: newSalt() });
  if (kept.tag === 'gone') return kept;
  store.put({ ...kept.held, kind, lease: 0 } satisfies Row);
  await ended(store.transaction);
  return { tag: kept.tag, held: { ...kept.held, what } };
};

export const drop = async (id: string): Promise<void> => {
  const store = rows(await open());
  store.delete(id);
  await ended(store.transaction);
};

/** Takes the right to send a record for so long; false where another tab holds it, changed it or deleted it. */
export const lease = async ({ id, rev }: Mine, milliseconds: number): Promise<boolean> => {
  const store = rows(await open());
  const row: Row | undefined = await done(store.get(id));
  if (!row || row.rev !== rev || row.lease > Date.now()) return false;
  store.put({ ...row, lease: Date.now() + milliseconds } satisfies Row);
  await ended(store.transaction);
  return true;
};

/** Gives that right back, so that the next try need not wait. */
export const release = async (id: string): Promise<void> => {
  const store = rows(await open());
  const row: Row | undefined = await done(store.get(id));
  if (row) store.put({ ...row, lease: 0 } satisfies Row);
  await ended(store.transaction);
};

/** Deletes everything that was ever kept on this device, the key too. */
export const clear = async (): Promise<void> => {
  (await opened?.catch(() => null))?.close();
  opened = null;
  await done(indexedDB.deleteDatabase(vaultName));
};
