import { createHash } from 'node:crypto';
import type { Ask } from '#src/http/ask.ts';

/**
 * A public answer with its validator, or that nothing changed since the reader has it. Anyone may keep it for so many seconds; for 0 whoever
 * keeps it asks each time whether it still holds. The validator is weak: the same words may be sent compressed.
 */
export const validated = async (ask: Ask, seconds: number, response: Response): Promise<Response> => {
  const body = Buffer.from(await response.arrayBuffer());
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const headers = new Headers(response.headers);
  headers.set('etag', etag);
  headers.set('cache-control', seconds === 0 ? 'public, no-cache' : `public, max-age=${seconds}`);
  const known = (ask.request.headers.get('if-none-match') ?? '').split(',').map(one => one.trim());
  if (!known.includes(etag)) return new Response(body, { status: response.status, headers });
  headers.delete('content-type');
  return new Response(null, { status: 304, headers });
};
