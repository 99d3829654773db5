import { type GetStoreOptions, getStore } from '@netlify/blobs';
import { type BlobStore, BlobsUnavailable, soundKey } from './port.ts';
import { gather } from './seal.ts';

/** Whoever asks hears of a service that fails as of one that is away: 503, and nothing is lost. */
const reached = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    throw new BlobsUnavailable(`Netlify Blobs: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
};

/** A blob store in Netlify Blobs, of the whole site. A function needs no options: Netlify tells it where. */
export const netlifyStore = (where: Omit<GetStoreOptions, 'name'> = {}): BlobStore => {
  // A slice must be there for the function that asks next, wherever it runs.
  const store = getStore({ consistency: 'strong', ...where, name: 'attachments' });
  return {
    put: async (key, parts) => {
      const bytes = new Uint8Array(await gather(parts));
      await reached(store.set(soundKey(key), bytes.buffer));
    },
    get: async key => {
      // A library that types it as never null gives null where nothing is under the key.
      const stream: AsyncIterable<Uint8Array> | null = await reached(
        store.get(soundKey(key), { type: 'stream' }),
      );
      return stream;
    },
    delete: async key => reached(store.delete(soundKey(key))),
    list: async function* (prefix) {
      const pages = store.list({ prefix, paginate: true })[Symbol.asyncIterator]();
      for (;;) {
        const { done, value } = await reached(pages.next());
        if (done) return;
        for (const { key } of value.blobs) yield key;
      }
    },
  };
};
