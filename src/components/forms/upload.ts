/** What the server says of an upload. */
export type Said = {
  readonly state: 'partial' | 'kept' | 'refused';
  readonly received: number;
  readonly name: string;
  readonly size: number;
  readonly scanned: string;
  readonly message: string;
};

/** How sending ended: as the server said, refused in words, or given up for lack of a network. */
export type Ended =
  | { readonly tag: 'said'; readonly id: string; readonly said: Said }
  | { readonly tag: 'denied'; readonly message: string }
  | { readonly tag: 'lost'; readonly id: string | null };

/** Told while it goes on. */
export type Course = {
  readonly sent: (share: number) => void;
  readonly waits: (seconds: number) => void;
  readonly opened: (begun: Begun) => void;
  readonly signal: AbortSignal;
};

const lang = `?lang=${document.documentElement.lang}`;
const at = (id: string): string => `/api/uploads${id && `/${id}`}${lang}`;

/** Counts the page's uploads together; kept by the tab, so that a reload goes on. */
const draft = ((): string => {
  const fresh = [...crypto.getRandomValues(new Uint8Array(20))]
    .map(byte => byte.toString(16).padStart(2, '0'))
    .join('');
  try {
    const token = sessionStorage.getItem('uploads') ?? fresh;
    sessionStorage.setItem('uploads', token);
    return token;
  } catch {
    return fresh;
  }
})();

/** A weak network: half a minute until it is given up and the person decides. */
const pauses = [1, 2, 4, 8, 15];
const longest = 60_000;

const ask = (method: string, id: string, signal: AbortSignal, body?: BodyInit, range?: string) =>
  fetch(at(id), {
    method,
    headers: {
      accept: 'application/json',
      'x-draft': draft,
      ...(range && { 'content-range': range }),
      ...(method === 'POST' && { 'content-type': 'application/json' }),
    },
    body: body ?? null,
    signal: AbortSignal.any?.([signal, AbortSignal.timeout(longest)]) ?? signal,
  });

/** Asks until an answer comes that is worth reading; null where none came. Nothing is lost by asking twice. */
const patiently = async (course: Course, once: () => Promise<Response>): Promise<Response | null> => {
  for (const pause of [...pauses, 0]) {
    try {
      const response = await once();
      if (response.status < 500 && response.status !== 429) return response;
      if (response.status === 507) return response;
    } catch {
      if (course.signal.aborted) return null;
    }
    if (pause === 0) return null;
    course.waits(pause);
    await new Promise(resolve => setTimeout(resolve, pause * 1000));
  }
  return null;
};

/** The hash by which the server sees damage on the way; only over https is there a means to make it. */
const hashOf = async (file: File): Promise<string> => {
  if (!crypto.subtle) return '';
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
};

const denied = async (response: Response): Promise<Ended> => {
  const { title = '', detail = '' } = (await response.json()) as { title?: string; detail?: string };
  return { tag: 'denied', message: detail || title };
};

/** Where a file stands by its id; null where it is gone, or nobody answers. */
export const look = async (id: string): Promise<Said | null> => {
  try {
    const response = await fetch(at(id), { headers: { accept: 'application/json' } });
    return response.ok ? ((await response.json()) as Said) : null;
  } catch {
    return null;
  }
};

/** Forgets an upload; one that nobody can be told of is forgotten after a day. */
export const drop = (id: string): void =>
  void ask('DELETE', id, new AbortController().signal).catch(() => null);

type Place = { readonly form: string; readonly field: string };
/** An upload that was begun: where to go on. */
export type Begun = { readonly id: string; readonly slice: number; readonly received: number };

const begin = async (file: File, place: Place, course: Course): Promise<Begun | Ended> => {
  const body = JSON.stringify({ ...place, name: file.name, size: file.size, sha256: await hashOf(file) });
  const response = await patiently(course, () => ask('POST', '', course.signal, body));
  if (!response) return { tag: 'lost', id: null };
  if (!response.ok) return denied(response);
  const begun = (await response.json()) as Begun;
  course.opened(begun);
  return begun;
};

/** Sends a file slice by slice, on from where it was left. The server says after each what it has. */
export const send = async (
  file: File,
  place: Place,
  course: Course,
  before: Begun | null = null,
): Promise<Ended> => {
  const begun = before ?? (await begin(file, place, course));
  if ('tag' in begun) return begun;
  const { id, slice } = begun;
  // The whole file is there but its end was not told: the last slice is sent once more.
  let from = Math.min(begun.received, Math.floor((file.size - 1) / slice) * slice);
  for (;;) {
    course.sent(from / file.size);
    const part = file.slice(from, from + slice);
    const range = `bytes ${from}-${from + part.size - 1}/${file.size}`;
    const response = await patiently(course, () => ask('PUT', id, course.signal, part, range));
    if (!response) return { tag: 'lost', id };
    if (response.status === 404 && before) return send(file, place, course);
    if (!response.ok && response.status !== 409) return denied(response);
    const said = (await response.json()) as Said;
    if (response.ok && said.state !== 'partial') return { tag: 'said', id, said };
    from = said.received;
  }
};
