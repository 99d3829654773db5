import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import uploads from '#functions/uploads.ts';
import { samplesB } from '../forms/samples-b.ts';
import { allCases, type Desk } from '../office.ts';
import { post } from './knock.ts';

/** A clerk's page that sends files before its form: one draft, one address. */
export type Page = { readonly draft: string; readonly ip?: string };
export const newPage = (ip?: string): Page => ({
  draft: randomBytes(20).toString('hex'),
  ...(ip !== undefined && { ip }),
});

const ask = (
  { draft, ip }: Page,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body?: string | Uint8Array<ArrayBuffer>,
): Promise<Response> =>
  uploads(
    new Request(`http://zone.example/api/uploads${path}`, {
      method,
      headers: { 'x-draft': draft, 'accept-language': 'zh', ...headers },
      ...(body !== undefined && { body }),
    }),
    { ip: ip ?? '' },
  );

/** What of an upload may be other than usual. */
export type Given = {
  readonly form?: unknown;
  readonly field?: unknown;
  readonly name?: unknown;
  readonly size?: unknown;
  readonly sha256?: unknown;
};

export const openUpload = (page: Page, given: Given): Promise<Response> =>
  ask(
    page,
    'POST',
    '',
    { 'content-type': 'application/json' },
    JSON.stringify({ form: 'filing', field: 'application', name: '申请表.pdf', ...given }),
  );

/** The id under which the slices of a file of this size come; throws where there is no room. */
export const idFor = async (page: Page, size: number, given: Given = {}): Promise<string> => {
  const response = await openUpload(page, { size, ...given });
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
  return ((await response.json()) as { id: string }).id;
};

export const slice = 1024 * 1024;

export const putSlice = (page: Page, id: string, offset: number, bytes: Uint8Array): Promise<Response> =>
  ask(
    page,
    'PUT',
    `/${id}`,
    { 'content-range': `bytes ${offset}-${offset + bytes.length - 1}/${99}` },
    new Uint8Array(bytes),
  );

export const look = (page: Page, id: string, method = 'GET') => ask(page, method, `/${id}`);
export const drop = (page: Page, id: string) => ask(page, 'DELETE', `/${id}`);
export const anything = ask;

export type Said = {
  readonly state: string;
  readonly received: number;
  readonly name: string;
  readonly size: number;
  readonly kind: string | null;
  readonly flags: readonly string[];
  readonly scanned: string;
  readonly reason: string | null;
  readonly message: string;
};

/** What the server says; throws unless it is a 200. */
export const saidBy = async (response: Response): Promise<Said> => {
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${response.status} ${text}`);
  return JSON.parse(text) as Said;
};

/** Sends a whole file slice by slice; gives back its id and how it ended. */
export const sendFile = async (
  page: Page,
  bytes: Uint8Array,
  given: Given = {},
): Promise<{ readonly id: string; readonly said: Said }> => {
  const id = await idFor(page, bytes.length, given);
  for (let at = 0; ; at += slice) {
    const said = await saidBy(await putSlice(page, id, at, bytes.subarray(at, at + slice)));
    if (said.state !== 'partial') return { id, said };
  }
};

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Posts a form with files as a browser without JavaScript does. */
export const submitWith = (
  form: string,
  pairs: readonly (readonly [string, string | File])[],
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> => {
  const body = new FormData();
  for (const [name, value] of pairs) body.append(name, value);
  return post(form, body, null, { headers: { accept: 'text/html', ...headers } });
};

export const fileOf = (bytes: Uint8Array, name: string): File => new File([new Uint8Array(bytes)], name);

/** The files of a desk's attachments, as `<upload>/<part>`. */
export const blobsOf = ({ data }: Desk): readonly string[] => {
  const root = join(data, 'attachments');
  return existsSync(root)
    ? readdirSync(root, { recursive: true, withFileTypes: true })
        .filter(one => one.isFile())
        .map(one => join(one.parentPath.slice(root.length + 1), one.name))
    : [];
};

/** Status and type of a refusal. */
export const typeOf = async (response: Response) => [
  response.status,
  ((await response.json()) as { type: string }).type.slice('/problems/#'.length),
];

/** A report of reopening, the form that takes the most files. */
export const filing = (set: object = {}) => ({ ...samplesB.filing.least, ...set });

/** The attachments of the only case. */
export const attachmentsOf = async (desk: Desk) => {
  const [row] = await allCases(desk);
  return desk.app.attachments.of(row?.id ?? '');
};

export const bytesOf = async (read: () => Promise<AsyncIterable<Uint8Array>>): Promise<Buffer> => {
  const parts: Uint8Array[] = [];
  for await (const part of await read()) parts.push(part);
  return Buffer.concat(parts);
};
