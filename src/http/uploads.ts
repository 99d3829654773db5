import type { FileInfo } from '#src/attachments/cabinet.ts';
import type { Asked, Denied, Opened, Slice, SliceResult } from '#src/attachments/uploads.ts';
import { filesFields } from '#src/forms/files.ts';
import { type Ask, lastPart } from '#src/http/ask.ts';
import { bytesOf, readBody } from '#src/http/body.ts';
import { json } from '#src/http/door.ts';
import { refusal } from '#src/http/files.ts';
import type { Front } from '#src/http/front.ts';
import { problem } from '#src/http/problem.ts';
import type { ProblemType } from '#src/i18n/problems.ts';

/** What is asked of `/api/uploads`: room for a file, a slice of one, how far it is, or to forget it. */
export type UploadAsk =
  | { readonly tag: 'open'; readonly asked: Asked }
  | { readonly tag: 'put'; readonly slice: Slice }
  | { readonly tag: 'look'; readonly id: string }
  | { readonly tag: 'drop'; readonly id: string; readonly draft: string };

/** No slice is larger: hosts take 4.5 MB at most. */
const largest = 3 * 1024 * 1024;

const draftOf = (ask: Ask): string | null => {
  const draft = ask.request.headers.get('x-draft') ?? '';
  return /^[A-Za-z0-9_-]{22,64}$/.test(draft) ? draft : null;
};

const readOpen = async (ask: Ask, front: Front, draft: string): Promise<UploadAsk | Response> => {
  const body = await readBody(ask.request);
  if (body.tag === 'problem') return problem(ask, body.type, { values: body.values });
  const { form, field, name, size, sha256 = '' } = body.fields as Readonly<Record<string, unknown>>;
  const known = front.forms.find(one => one.id === form);
  if (!known) return problem(ask, 'unknown-form');
  const place = filesFields(known.fields).find(one => one.path === field);
  const isSound =
    place &&
    typeof name === 'string' &&
    name.length <= 1000 &&
    Number.isSafeInteger(size) &&
    typeof sha256 === 'string' &&
    /^([0-9a-f]{64})?$/.test(sha256);
  if (!isSound) return problem(ask, 'bad-upload');
  const { address } = ask;
  return {
    tag: 'open',
    asked: {
      form: known.id,
      field: place.path,
      name,
      size: Math.max(0, Number(size)),
      sha256,
      draft,
      address,
    },
  };
};

/** `Content-Range: bytes 1048576-2097151/3000000` says where a slice belongs. */
const readSlice = async (ask: Ask, id: string, draft: string): Promise<UploadAsk | Response> => {
  const range = /^bytes (\d{1,9})-\d{1,9}\/\d{1,9}$/.exec(ask.request.headers.get('content-range') ?? '');
  if (!range?.[1]) return problem(ask, 'bad-upload');
  const bytes = await bytesOf(ask.request, largest);
  if (!bytes) return problem(ask, 'too-large', { values: { limit: '3 MB' } });
  return { tag: 'put', slice: { id, draft, offset: Number(range[1]), bytes } };
};

/** Reads a request to `/api/uploads` or `/api/uploads/<id>`, or answers it where it cannot be meant. */
export const uploadAsk = async (ask: Ask, front: Front): Promise<UploadAsk | Response> => {
  const id = lastPart(ask.url);
  const { method } = ask.request;
  if ((id === 'uploads') !== (method === 'POST')) {
    const allow = id === 'uploads' ? 'POST' : 'PUT, GET, HEAD, DELETE';
    return problem(ask, 'method-not-allowed', { values: { allow }, headers: { allow } });
  }
  if (method === 'GET' || method === 'HEAD') return { tag: 'look', id };
  const draft = draftOf(ask);
  if (!draft) return problem(ask, 'bad-upload');
  if (method === 'POST') return readOpen(ask, front, draft);
  return method === 'PUT' ? readSlice(ask, id, draft) : { tag: 'drop', id, draft };
};

/** What is told of an upload: `reason` is a code, `message` says it in words. */
const told = (ask: Ask, file: FileInfo) => ({
  state: file.state,
  name: file.name,
  size: file.size,
  received: file.received,
  kind: file.kind,
  flags: file.flags,
  scanned: file.scanned,
  reason: file.reason,
  message: file.reason ? refusal(file.name, { reason: file.reason, limit: 0 })[ask.lang] : '',
});

const denials: Readonly<Partial<Record<Denied['reason'], ProblemType>>> = {
  quota: 'upload-quota',
  full: 'uploads-full',
};

/** Room was made: the id to send slices to and their length in bytes; or why there is none. */
export const openAnswer = (ask: Ask, asked: Asked, opened: Opened): Response => {
  if (opened.tag === 'denied')
    return problem(ask, denials[opened.reason] ?? 'upload-refused', {
      values: { why: refusal(asked.name.slice(0, 120), opened)[ask.lang] },
    });
  const { id, slice } = opened;
  return json(201, { id, received: 0, slice }, { location: `/api/uploads/${id}` });
};

/** Where to go on, or how the upload ended. A slice before its turn is a 409 that says which one is missing. */
export const sliceAnswer = (ask: Ask, result: SliceResult): Response => {
  switch (result.tag) {
    case 'unknown':
      return problem(ask, 'unknown-upload');
    case 'length':
      return problem(ask, 'bad-upload');
    case 'ahead': {
      const { received } = result;
      return problem(ask, 'upload-ahead', {
        values: { received },
        more: { received },
        headers: { 'upload-offset': String(received) },
      });
    }
    case 'stored':
      return json(
        200,
        { state: 'partial', received: result.received },
        { 'upload-offset': String(result.received) },
      );
    case 'ended':
      return json(200, told(ask, result.file));
  }
};

/** How far an upload is; for HEAD in headers only. */
export const lookAnswer = (ask: Ask, file: FileInfo | null): Response => {
  if (!file) return problem(ask, 'unknown-upload');
  return json(200, told(ask, file), {
    'upload-offset': String(file.received),
    'upload-length': String(file.size),
  });
};

export const dropAnswer = (ask: Ask, dropped: boolean): Response =>
  dropped ? new Response(null, { status: 204 }) : problem(ask, 'unknown-upload');
