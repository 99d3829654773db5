import { type Draft, readDraft } from './draft-model.ts';

/**
 * A draft as a file of its own: PBKDF2-SHA256 of a pass phrase (OWASP 2023: at least 600,000 rounds), AES-256-GCM over everything typed,
 * lines too. Version and form stand outside and are bound to the content.
 */
const version = 1;
export const rounds = 600_000;
const mostRounds = 10_000_000;
const largest = 4 * 1024 * 1024;
export const shortestPhrase = 8;

export type Opened =
  | { readonly tag: 'opened'; readonly draft: Draft }
  | { readonly tag: 'wrongFile' | 'newerFile' | 'wrongPhrase' };

type Envelope = {
  readonly v: number;
  readonly form: string;
  readonly salt: string;
  readonly iterations: number;
  readonly iv: string;
  readonly data: string;
};

const toBase64 = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
};
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), one => one.charCodeAt(0));

const keyOf = async (
  phrase: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<CryptoKey> => {
  // The same phrase typed on another keyboard may come in another normal form.
  const bytes = new TextEncoder().encode(phrase.normalize('NFKC'));
  const base = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveKey']);
  const from = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return crypto.subtle.deriveKey(from, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
};

const bound = ({ v, form, iterations }: Pick<Envelope, 'v' | 'form' | 'iterations'>) =>
  new TextEncoder().encode(`reopendesk draft ${v} ${form} ${iterations}`);

/** The file's text. Whether the phrase is long enough is the caller's to say. */
export const pack = async (draft: Draft, phrase: string, iterations = rounds): Promise<string> => {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const head = { v: version, form: draft.form, iterations };
  const key = await keyOf(phrase, salt, iterations);
  const text = new TextEncoder().encode(JSON.stringify(draft));
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bound(head) }, key, text);
  const envelope: Envelope = {
    ...head,
    salt: toBase64(salt),
    iv: toBase64(iv),
    data: toBase64(new Uint8Array(data)),
  };
  return JSON.stringify(envelope);
};

/** The same for places that take text only. */
export const toText = (file: string): string => btoa(file);

const isText = (value: unknown): value is string => typeof value === 'string';

const envelopeOf = (given: string): Envelope | 'newerFile' | null => {
  try {
    const text = given.trim();
    if (text.length > largest) return null;
    const value: unknown = JSON.parse(text.startsWith('{') ? text : atob(text.replace(/\s/g, '')));
    if (typeof value !== 'object' || value === null) return null;
    const { v, form, salt, iterations, iv, data } = value as Record<string, unknown>;
    if (typeof v !== 'number' || !isText(form)) return null;
    if (v > version) return 'newerFile';
    if (!isText(salt) || !isText(iv) || !isText(data) || typeof iterations !== 'number') return null;
    // A file that asks for a day of rounds is no file of ours.
    if (!Number.isInteger(iterations) || iterations < 1 || iterations > mostRounds) return null;
    return { v, form, salt, iterations, iv, data };
  } catch {
    return null;
  }
};

/** Opens a file or its text. A wrong phrase and an altered file look the same, and are told as one. */
export const unpack = async (given: string, phrase: string): Promise<Opened> => {
  const envelope = envelopeOf(given);
  if (envelope === null) return { tag: 'wrongFile' };
  if (envelope === 'newerFile') return { tag: 'newerFile' };
  try {
    const key = await keyOf(phrase, fromBase64(envelope.salt), envelope.iterations);
    const algorithm = { name: 'AES-GCM', iv: fromBase64(envelope.iv), additionalData: bound(envelope) };
    const text = await crypto.subtle.decrypt(algorithm, key, fromBase64(envelope.data));
    const draft = readDraft(JSON.parse(new TextDecoder().decode(text)));
    return draft ? { tag: 'opened', draft } : { tag: 'wrongFile' };
  } catch {
    return { tag: 'wrongPhrase' };
  }
};
