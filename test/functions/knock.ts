import actOn from '#functions/act.ts';
import cases from '#functions/cases.ts';
import change from '#functions/change.ts';
import receipt from '#functions/receipt.ts';
import track from '#functions/track.ts';
import type { Host } from '#src/http/ask.ts';
import { newKey, pairsOf, type Tree } from '../submissions.ts';

/** How a request differs from the usual one: no key (`key: null`), an address, a cookie, a language. */
export type Manner = {
  readonly key?: string | null;
  readonly ip?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly lang?: string;
  readonly host?: Host;
  readonly origin?: string;
};

type Body = ConstructorParameters<typeof Request>[1] extends infer Init
  ? NonNullable<Init> extends { body?: infer B }
    ? B
    : never
  : never;

const address = (path: string, { lang, origin = 'http://zone.example' }: Manner): string =>
  `${origin}${path}${lang ? `?lang=${lang}` : ''}`;

const hostOf = ({ ip, host }: Manner): Host => ({ ...(ip !== undefined && { ip }), ...host });

/** Posts any body to a form's address. */
export const post = (
  form: string,
  body: Body,
  type: string | null,
  manner: Manner = {},
): Promise<Response> => {
  const headers = { ...(type !== null && { 'content-type': type }), ...manner.headers };
  const init = { method: 'POST', body: body ?? null, headers, duplex: 'half' } as RequestInit;
  return cases(new Request(address(`/api/cases/${form}`, manner), init), hostOf(manner));
};

/** Posts JSON as a program does, under a new key unless told otherwise. */
export const send = (form: string, tree: unknown, manner: Manner = {}): Promise<Response> => {
  const { key = newKey() } = manner;
  const headers = { ...(key !== null && { 'idempotency-key': key }), ...manner.headers };
  return post(form, JSON.stringify(tree), 'application/json', { ...manner, headers });
};

/** Posts a form as a browser without JavaScript does. */
export const submit = (
  form: string,
  tree: Tree | readonly (readonly [string, string])[],
  manner: Manner = {},
): Promise<Response> => {
  const pairs = (Array.isArray(tree) ? tree : pairsOf(tree)) as [string, string][];
  const headers = { accept: 'text/html,application/xhtml+xml', ...manner.headers };
  const body = new URLSearchParams(pairs).toString();
  return post(form, body, 'application/x-www-form-urlencoded', { ...manner, headers });
};

export type Receipt = {
  readonly number: string;
  readonly pin: string | null;
  readonly track: string;
  readonly handler: string;
  readonly reason: string;
  readonly due: string;
  readonly held: boolean;
  readonly linked?: readonly {
    readonly number: string;
    readonly handler: string;
    readonly reason: string;
    readonly due: string;
  }[];
};

/** The receipt of a 201; throws with what was answered instead. */
export const receiptOf = async (response: Response): Promise<Receipt> => {
  const text = await response.text();
  if (response.status !== 201) throw new Error(`${response.status} ${text}`);
  return JSON.parse(text) as Receipt;
};

/** Number and token of a receipt's tracking link. */
export const linkOf = ({ track: link }: Receipt): { number: string; token: string } => {
  const [number = '', token = ''] = (link.split('#')[1] ?? '').split('.');
  return { number, token };
};

/** Looks a case up as a program does. */
export const look = (query: unknown, manner: Manner = {}): Promise<Response> =>
  track(
    new Request(address('/api/track', manner), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...manner.headers },
      body: JSON.stringify(query),
    }),
    hostOf(manner),
  );

/** Looks a case up as a browser does. */
export const lookPage = (query: Record<string, string>, manner: Manner = {}): Promise<Response> =>
  track(
    new Request(address('/api/track', manner), {
      method: 'POST',
      headers: { accept: 'text/html', ...manner.headers },
      body: new URLSearchParams(query),
    }),
    hostOf(manner),
  );

/** What an enterprise does with its own case, as a program: `reply`, `withdraw`, `confirm`, `rate`, `erase`, `change`. */
export const act = (name: string, body: unknown, manner: Manner = {}): Promise<Response> =>
  (name === 'change' ? change : actOn)(
    new Request(address(`/api/track/${name}`, manner), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...manner.headers },
      body: JSON.stringify(body),
    }),
    hostOf(manner),
  );

/** The same as a browser without JavaScript does, from the page of the case. */
export const actPage = (
  name: string,
  pairs: Readonly<Record<string, string>> | readonly (readonly [string, string])[],
  manner: Manner = {},
): Promise<Response> =>
  (name === 'change' ? change : actOn)(
    new Request(address(`/api/track/${name}`, manner), {
      method: 'POST',
      headers: { accept: 'text/html', ...manner.headers },
      body: new URLSearchParams(pairs as Record<string, string>),
    }),
    hostOf(manner),
  );

/** What a case's page sends in place of number and password. */
export const passIn = (html: string): string => /name="_pass" value="([^"]+)"/.exec(html)?.[1] ?? '';

/** Fetches the page of a receipt. */
export const receiptPage = (cookie: string | null, manner: Manner & { path?: string } = {}) =>
  receipt(
    new Request(address(manner.path ?? '/forms/receipt/', manner), {
      headers: { accept: 'text/html', ...(cookie !== null && { cookie }), ...manner.headers },
    }),
    hostOf(manner),
  );

/** What a browser sends back of a Set-Cookie. */
export const cookieOf = (response: Response): string =>
  (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

/** The text of a page as people read it, blanks folded. */
export const textOf = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
