import { isUtf8 } from 'node:buffer';
import type { Posted } from '#src/http/files.ts';
import { duplicateKey } from '#src/http/json.ts';
import { nest } from '#src/http/nest.ts';
import type { ProblemType } from '#src/i18n/problems.ts';

/** A request's body as fields, or why it cannot be read. `controls` are the names that begin with `_`: buttons and the trap. */
export type Body =
  | {
      readonly tag: 'body';
      readonly encoding: 'json' | 'form';
      readonly fields: unknown;
      readonly controls: ReadonlyMap<string, string>;
      /** Files that came with a multipart form. */ readonly files: readonly Posted[];
    }
  | {
      readonly tag: 'problem';
      readonly type: ProblemType;
      readonly values?: Readonly<Record<string, string>>;
    };

const megabyte = 1024 * 1024;
const limits = { json: megabyte, form: megabyte, multipart: 5 * megabyte } as const;
type Encoding = keyof typeof limits;

const encodingOf = (header: string | null): Encoding | null => {
  const type = header?.split(';')[0]?.trim().toLowerCase();
  if (type === 'application/json' || type?.endsWith('+json')) return 'json';
  if (type === 'application/x-www-form-urlencoded') return 'form';
  return type === 'multipart/form-data' ? 'multipart' : null;
};

/** Beyond a limit this much is read and dropped: a sender that cannot finish sending does not read why it was refused. */
const patience = 8 * megabyte;

/** All bytes of the body, or null when there are more than `limit`. */
export const bytesOf = async (request: Request, limit: number): Promise<Uint8Array<ArrayBuffer> | null> => {
  const announced = request.headers.get('content-length');
  if (announced !== null) {
    // The server ends a body at its announced length, so the announcement can be trusted.
    return Number(announced) > limit ? null : new Uint8Array(await request.arrayBuffer());
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    length += part.value.length;
    if (length > patience) return null;
    if (length <= limit) chunks.push(part.value);
  }
  return length > limit ? null : new Uint8Array(Buffer.concat(chunks));
};

const noControls: ReadonlyMap<string, string> = new Map();

const readJson = (bytes: Uint8Array): Body => {
  let text: string;
  let fields: unknown;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    fields = JSON.parse(text);
  } catch {
    return { tag: 'problem', type: 'broken-json' };
  }
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields))
    return { tag: 'problem', type: 'broken-json' };
  const twice = duplicateKey(text, fields);
  return twice === null
    ? { tag: 'body', encoding: 'json', fields, controls: noControls, files: [] }
    : { tag: 'problem', type: 'duplicate-field', values: { name: twice.slice(0, 40) } };
};

type Pairs = readonly [string, string | File][];

/** What a decoder puts where bytes are no UTF-8: GBK, for instance. Stored, the words would be lost without anybody being told. */
const lost = '\ufffd';
const holdsLost = (pairs: Pairs): boolean =>
  pairs.some(([name, value]) => name.includes(lost) || (typeof value === 'string' && value.includes(lost)));

/** An input of files that was left empty is sent as a file without name and content. */
const isChosen = (file: File): boolean => file.name !== '' || file.size > 0;

/** Posted pairs as fields: `items.0.quantity` becomes a place in a tree. Files are given apart. */
const readPairs = (pairs: Pairs): Body => {
  const fields = new Map<string, string>();
  const controls = new Map<string, string>();
  const files: Posted[] = [];
  for (const [name, value] of pairs) {
    const into = name.startsWith('_') && !name.startsWith('__') ? controls : fields;
    const isText = typeof value === 'string';
    // Several files may share a name, as one input sends them; a text shares its name with nothing.
    if (into.has(name) || (isText && files.some(one => one.name === name)))
      return { tag: 'problem', type: 'duplicate-field', values: { name: name.slice(0, 40) } };
    if (isText) into.set(name, value.replaceAll('\r\n', '\n'));
    else if (isChosen(value)) files.push({ name, file: value });
  }
  return { tag: 'body', encoding: 'form', fields: nest(fields), controls, files };
};

/** The pairs of an urlencoded form; null where they are no UTF-8. A sign that somebody typed as `\ufffd` may stay. */
const pairsOf = (bytes: Uint8Array): Pairs | null => {
  if (!isUtf8(bytes)) return null;
  const text = new TextDecoder().decode(bytes);
  const pairs = [...new URLSearchParams(text)];
  return holdsLost(pairs) && !/%EF%BF%BD|\ufffd/i.test(text) ? null : pairs;
};

/** The parts of a multipart form; null where their text is no UTF-8. */
const partsOf = async (request: Request, bytes: Uint8Array<ArrayBuffer>): Promise<Pairs | null> => {
  const type = request.headers.get('content-type') ?? '';
  const parts = [...(await new Response(bytes, { headers: { 'content-type': type } }).formData())];
  return holdsLost(parts) && !isUtf8(bytes) ? null : parts;
};

/** Reads a body as JSON, urlencoded or multipart form: at most 1 MB, multipart 5 MB. */
export const readBody = async (request: Request): Promise<Body> => {
  const encoding = encodingOf(request.headers.get('content-type'));
  const length = request.headers.get('content-length');
  // Asking for `body` makes the server build a stream: only where no length was announced.
  if (length === '0' || (length === null && request.body === null))
    return { tag: 'problem', type: 'empty-body' };
  if (!encoding) return { tag: 'problem', type: 'wrong-type' };
  const bytes = await bytesOf(request, limits[encoding]);
  if (!bytes)
    return { tag: 'problem', type: 'too-large', values: { limit: `${limits[encoding] / megabyte} MB` } };
  if (bytes.length === 0) return { tag: 'problem', type: 'empty-body' };
  if (encoding === 'json') return readJson(bytes);
  try {
    const pairs = encoding === 'form' ? pairsOf(bytes) : await partsOf(request, bytes);
    return pairs ? readPairs(pairs) : { tag: 'problem', type: 'broken-form' };
  } catch {
    return { tag: 'problem', type: 'broken-form' };
  }
};
