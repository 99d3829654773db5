import { ReadableStream as Stream } from 'node:stream/web';
import type { Attachment } from '#src/attachments/kept.ts';
import { type Ask, lastPart } from '#src/http/ask.ts';
import { caseWords } from '#src/i18n/desk-case.ts';
import { say } from '#src/i18n/words.ts';
import { deskHeaders } from './frame.ts';

/** The number in an address under `/desk/cases/`. */
export const caseNumber = ({ url }: Ask): string => /\/cases\/([^/]+)/.exec(url.pathname)?.[1] ?? '';

/** The attachment that an address asks for by its place, where its bytes may be fetched: kept, not refused. */
export const fileAsked = (ask: Ask, files: readonly Attachment[]): Attachment | null => {
  const file = files[Number(lastPart(ask.url)) - 1];
  return file?.state === 'kept' ? file : null;
};

/** A file's name as RFC 6266 sends it; nobody else's program sees anything but letters in the plain one. */
const disposition = (name: string, kind: string | null): string => {
  const coded = encodeURIComponent(name).replace(/['()*]/g, sign => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="file.${kind ?? 'bin'}"; filename*=UTF-8''${coded}`;
};

/** The bytes of an attachment: saved, never shown by the browser as a page of this site. */
export const fileAnswer = async (file: Attachment): Promise<Response> => {
  const parts = await file.read();
  // The same class under two names: the browser's own lacks `from`.
  const body = Stream.from(parts) as unknown as ReadableStream<Uint8Array<ArrayBuffer>>;
  return new Response(body, {
    headers: {
      ...deskHeaders,
      'content-type': 'application/octet-stream',
      'content-length': String(file.size),
      'content-disposition': disposition(file.name, file.kind),
      'content-security-policy': "default-src 'none'; sandbox",
    },
  });
};

/** Why it was opened, as the event keeps it: that this file was fetched. */
export const fileReason = ({ name }: Pick<Attachment, 'name'>): string =>
  say(caseWords.fetched, 'zh-Hans', { name: name.slice(0, 100) });
