/**
 * The service worker, served as /sw.js: the build takes the types away and puts the lists in front (src/commands/offline.ts). Names under
 * /_astro/ carry a hash of what is in them, so they are taken from what is kept; pages always come from the network while there is one,
 * and a kept page says that it is a copy and from when. Nothing here can turn stale, so a new worker takes over at once.
 */
type Lists = {
  readonly [lang: string]: {
    readonly offline: string;
    readonly visits: string;
    readonly paths: readonly string[];
  };
};
/** Put there by the build; a change of it is a new worker. */
declare const lists: Lists;

type Extendable = Event & { waitUntil(work: Promise<unknown>): void };
type Fetching = Extendable & { readonly request: Request; respondWith(answer: Promise<Response>): void };
declare const skipWaiting: () => Promise<void>;
declare const clients: { claim(): Promise<void> };

const isExtendable = (event: Event): event is Extendable => 'waitUntil' in event;
const isFetching = (event: Event): event is Fetching => 'respondWith' in event;

const pages = 'pages';
const assets = 'assets';
const most = { [pages]: 80, [assets]: 150 };
const keptAt = 'x-kept-at';

/** What is never kept: answers and receipts, somebody's matter, what officers see. */
const isPrivate = (path: string): boolean =>
  /^\/(api|desk|_shell|search-index)\//.test(path) ||
  /^(\/[a-z-]+)?\/(forms\/receipt|track|desk)\//.test(path);

const trim = async (name: typeof pages | typeof assets): Promise<void> => {
  const cache = await caches.open(name);
  const kept = await cache.keys();
  for (const old of kept.slice(0, Math.max(0, kept.length - most[name]))) await cache.delete(old);
};

const isKeepable = (response: Response): boolean =>
  response.status === 200 &&
  !response.redirected &&
  !/no-store/.test(response.headers.get('cache-control') ?? '');

const keep = async (name: typeof pages | typeof assets, path: string, response: Response): Promise<void> => {
  if (!isKeepable(response)) return;
  const headers = new Headers(response.headers);
  headers.set(keptAt, new Date().toISOString());
  const cache = await caches.open(name);
  // Put anew it is the youngest: what nobody reads is what goes.
  await cache.delete(path);
  await cache.put(path, new Response(await response.blob(), { headers }));
  await trim(name);
};

const langOf = (path: string): string =>
  Object.keys(lists).find(lang => path.startsWith(`/${lang.toLowerCase()}/`)) ?? Object.keys(lists)[0] ?? '';

/** `2020-03-20 17:00`, in Shanghai. */
const inShanghai = (iso: string): string =>
  new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

const offlinePage = async (lang: string): Promise<Response | undefined> => {
  const path = lists[lang]?.offline ?? '';
  return (await caches.open(pages)).match(path);
};

/** A kept page with one line that says so; the words come from the offline page, in its language. */
const asCopy = async (page: Response, lang: string): Promise<Response> => {
  const words = await (await offlinePage(lang))?.text();
  const line = /<template id="copy">([\s\S]*?)<\/template>/.exec(words ?? '')?.[1] ?? '';
  const at = inShanghai(page.headers.get(keptAt) ?? new Date(0).toISOString());
  const text = (await page.text()).replace(/<body[^>]*>/, tag => tag + line.replace('%AT%', at));
  return new Response(text, { headers: page.headers });
};

const fromNetwork = async (event: Fetching, path: string): Promise<Response> => {
  const lang = langOf(path);
  try {
    const response = await fetch(event.request);
    if (!isPrivate(path)) event.waitUntil(keep(pages, path, response.clone()));
    return response;
  } catch (error) {
    const kept = await caches.open(pages);
    // Of the desk nothing is kept; a built page, which holds nothing of anybody, shows what the officer's device itself keeps.
    const standIn =
      /^(\/[a-z-]+)?\/desk\/visits\//.test(path) && (await kept.match(lists[lang]?.visits ?? ''));
    if (standIn) return standIn;
    const page = await kept.match(path);
    if (page) return asCopy(page, lang);
    const offline = await offlinePage(lang);
    if (offline) return offline;
    throw error;
  }
};

const fromKept = async (event: Fetching, path: string): Promise<Response> => {
  const kept = await caches.match(path);
  if (kept) return kept;
  const response = await fetch(event.request);
  event.waitUntil(keep(assets, path, response.clone()));
  return response;
};

/** The short list of a language: its forms, the hotlines, the offline page, and what they are made of. Weak networks: one by one. */
const prepare = async (lang: string): Promise<void> => {
  for (const path of lists[lang]?.paths ?? []) {
    const name = path.startsWith('/_astro/') ? assets : pages;
    if (name === assets && (await caches.match(path))) continue;
    const response = await fetch(path, { cache: 'no-cache' }).catch(() => null);
    if (response) await keep(name, path, response);
  }
};

addEventListener('install', event => {
  if (!isExtendable(event)) return;
  const offline = Object.values(lists).map(async list => {
    const response = await fetch(list.offline, { cache: 'no-cache' });
    await keep(pages, list.offline, response);
  });
  event.waitUntil(Promise.all(offline).then(skipWaiting));
});

addEventListener('activate', event => {
  if (isExtendable(event)) event.waitUntil(clients.claim());
});

/** Which languages were prepared since this worker started; it is asked on every page that has forms. */
const prepared = new Set<string>();
addEventListener('message', event => {
  if (!isExtendable(event) || prepared.has(event.data)) return;
  prepared.add(event.data);
  event.waitUntil(prepare(event.data));
});

addEventListener('fetch', event => {
  if (!isFetching(event) || event.request.method !== 'GET') return;
  const { origin, pathname } = new URL(event.request.url);
  if (origin !== location.origin) return;
  if (event.request.mode === 'navigate') event.respondWith(fromNetwork(event, pathname));
  else if (pathname.startsWith('/_astro/')) event.respondWith(fromKept(event, pathname));
});
