import { readdirSync } from 'node:fs';
import { get } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Server, startServer } from '../server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

type Answer = {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: Buffer;
};

/** A plain request: fetch would undo the compression that is looked at here. */
const ask = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    get(`${server.url}${path}`, { headers }, response => {
      const parts: Buffer[] = [];
      response.on('data', part => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    }).on('error', reject);
  });

const policy = '/policies/national/nat-rsbf-2020-11/';

describe('the built site over the wire', () => {
  test('comes compressed beforehand as the browser can take it, the same page each way', async () => {
    const [plain, gzip, brotli] = await Promise.all([
      ask(policy),
      ask(policy, { 'accept-encoding': 'gzip' }),
      ask(policy, { 'accept-encoding': 'gzip, br' }),
    ]);
    expect([
      plain.headers['content-encoding'],
      gzip.headers['content-encoding'],
      brotli.headers['content-encoding'],
    ]).toEqual([undefined, 'gzip', 'br']);
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
    expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true);
    expect(brotli.headers.vary).toMatch(/accept-encoding/i);
  });

  test('carries a validator: what has not changed is not sent again, in each encoding', async () => {
    for (const encoding of ['identity', 'br']) {
      const first = await ask(policy, { 'accept-encoding': encoding });
      const etag = String(first.headers.etag);
      expect(etag).toMatch(/^(W\/)?"[^"]+"$/);
      const again = await ask(policy, { 'accept-encoding': encoding, 'if-none-match': etag });
      expect([again.status, again.body.length]).toEqual([304, 0]);
      const other = await ask(policy, { 'accept-encoding': encoding, 'if-none-match': '"another"' });
      expect(other.status).toBe(200);
    }
  });

  test('is kept for ever where its name has a hash, and asked about otherwise', async () => {
    const [style] = readdirSync('dist/_astro').filter(name => name.endsWith('.css'));
    expect((await ask(`/_astro/${style}`)).headers['cache-control']).toBe(
      'public, max-age=31536000, immutable',
    );
    expect((await ask(policy)).headers['cache-control']).toBe('public, max-age=0, must-revalidate');
  });

  test('keeps the search index for ever, and runs it under the policy of every page', async () => {
    const html = (await ask('/search/')).body.toString();
    const folder = /data-index="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(folder).toMatch(/^\/search-index\/[0-9a-f]{12}\/$/);
    const head = await ask(`${folder}index.json`);
    expect([head.status, head.headers['cache-control']]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ]);
    expect((await ask('/search/')).headers['content-security-policy']).not.toContain('unsafe');
  });
});
