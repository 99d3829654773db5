import type { Challenge } from 'altcha-lib/types';
import type { Told } from './problems.ts';
import { type Receipt, readReceipt } from './receipt.ts';

/** How a post went: taken in, refused in words, or no answer that can be read came back. */
export type Answer =
  | { readonly tag: 'received'; readonly receipt: Receipt | null }
  | { readonly tag: 'refused'; readonly status: number; readonly told: Told }
  | { readonly tag: 'lost' };

export const longestWait = 30_000;

const read = async (response: Response): Promise<Answer> => {
  const said: unknown = await response.json();
  if (response.status === 201) return { tag: 'received', receipt: readReceipt(said) };
  // Every refusal of ours is RFC 9457: its title says what happened.
  const told = said as Told;
  return typeof told.title === 'string' ? { tag: 'refused', status: response.status, told } : { tag: 'lost' };
};

const once = (action: string, body: string, key: string, proof: string): Promise<Response> =>
  fetch(action, {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      'idempotency-key': key,
      ...(proof && { 'x-altcha': proof }),
    },
    body,
    signal: AbortSignal.timeout?.(longestWait) ?? null,
  });

/** The solution of the puzzle that a 428 asks for; '' where it cannot be had: the post is then held and looked at, never lost. */
const proofFor = async (response: Response): Promise<string> => {
  try {
    const { challenge } = (await response.json()) as { readonly challenge: Challenge };
    const { solve } = await import('./challenge.ts');
    return await solve(challenge);
  } catch {
    return '';
  }
};

/** Sends a form's content under its key. It never throws: a lost answer may be asked for again with the same key. */
export const post = async (action: string, body: string, key: string): Promise<Answer> => {
  try {
    const first = await once(action, body, key, globalThis.crypto.subtle ? 'able' : '');
    if (first.status !== 428) return await read(first);
    return await read(await once(action, body, key, await proofFor(first)));
  } catch {
    return { tag: 'lost' };
  }
};
