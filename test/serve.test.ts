import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { headersIn, securityHeaders } from '#src/headers.ts';
import { linkOf, type Receipt, receiptOf } from './functions/knock.ts';
import { newFolder, openDesk } from './office.ts';
import { type Server, startServer } from './server.ts';
import { materials, newKey, pairsOf } from './submissions.ts';

const running: Server[] = [];
const start = async (env: Record<string, string> = {}): Promise<Server> => {
  const server = await startServer(env);
  running.push(server);
  return server;
};
// Makes the frames of function pages where nothing was built.
beforeAll(() => openDesk({}, newFolder()).then(desk => desk.stop()));
afterAll(() => Promise.all(running.map(server => server.stop())));

type Headers = Readonly<Record<string, string>>;
const send = ({ url }: Server, headers: Headers = {}, body: unknown = materials()): Promise<Response> =>
  fetch(`${url}/api/cases/materials`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': newKey(), ...headers },
    body: JSON.stringify(body),
  });
const submit = ({ url }: Server, headers: Headers = {}): Promise<Response> =>
  fetch(`${url}/api/cases/materials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { accept: 'text/html', ...headers },
    body: new URLSearchParams(pairsOf(materials())),
  });
const look = ({ url }: Server, query: unknown): Promise<Response> =>
  fetch(`${url}/api/track`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(query),
  });
const pinOf = ({ number, pin }: Receipt) => ({ number, pin });

describe('serve', () => {
  let server: Server;
  beforeAll(async () => {
    server = await start();
  });

  test('ASVS 3.4.3, 3.4.4, 3.4.5, 3.4.8: security headers on every kind of answer', async () => {
    const at = (path: string, init?: RequestInit) =>
      fetch(`${server.url}${path}`, { redirect: 'manual', ...init });
    const html = { headers: { accept: 'text/html' } };
    const answers: Record<string, Response> = {
      200: await at('/api/health'),
      201: await send(server),
      303: await submit(server),
      400: await at('/api/cases/materials', { method: 'POST' }),
      404: await at('/nothing/here', html),
      '404 in a folder of the site that readers have no business in': await at('/_shell/zh-Hans.html', html),
      '404 of a function': await at('/api/cases/nothing', { method: 'POST' }),
      405: await at('/api/cases/materials'),
      '405 of the site': await at('/', { method: 'DELETE' }),
      413: await send(server, {}, { note: 'x'.repeat(1_100_000) }),
      415: await at('/api/cases/materials', { method: 'POST', body: 'x' }),
      422: await send(server, {}, {}),
      page: await at('/forms/receipt/', html),
      site: await at('/', html),
      head: await at('/api/health', { method: 'HEAD' }),
    };
    const usual = existsSync('dist/_headers')
      ? headersIn(readFileSync('dist/_headers', 'utf8'))
      : securityHeaders;
    for (const [kind, { status, headers }] of Object.entries(answers)) {
      if (/^\d/.test(kind) && kind !== '405 of the site') expect(String(status)).toBe(kind.slice(0, 3));
      for (const [name, value] of Object.entries(usual))
        expect([kind, name, headers.get(name)]).toEqual([kind, name, value]);
      expect([kind, headers.get('strict-transport-security')]).toEqual([kind, null]);
      expect([kind, headers.get('cross-origin-opener-policy')]).toEqual([
        kind,
        kind === 'page' ? 'same-origin' : null,
      ]);
    }
  });

  test('what does not exist: a page in the reader’s language, a problem for a program', async () => {
    const pages = [
      ['/nothing/', {}, /[\u4e00-\u9fff]/],
      ['/en/nothing/', { 'accept-language': 'zh' }, /There is no such address/],
      ['/%E0%A4%A', {}, /[\u4e00-\u9fff]/],
    ] as const;
    for (const [path, headers, words] of pages) {
      const answer = await fetch(server.url + path, { headers: { accept: 'text/html', ...headers } });
      expect([path, answer.status, answer.headers.get('content-type')?.toLowerCase()]).toEqual([
        path,
        404,
        'text/html; charset=utf-8',
      ]);
      expect(await answer.text()).toMatch(words);
    }
    const answer = await fetch(`${server.url}/api/nothing`, { headers: { accept: 'application/json' } });
    expect([answer.status, await answer.json()]).toMatchObject([404, { type: '/problems/#not-found' }]);
  });

  test('nothing outside the site is served', async () => {
    for (const path of [
      '/.built',
      '/%5Fshell/en.html',
      '//_shell/en.html',
      '/..%2fpackage.json',
      '/%2e%2e/package.json',
    ]) {
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
      socket.end(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
      let answer = '';
      for await (const part of socket) answer += part;
      expect([path, answer.slice(9, 12)]).toEqual([path, '404']);
    }
  });

  test('what is too large is told so even when it comes in chunks', async () => {
    const chunk = new Uint8Array(65_536).fill(32);
    for (let round = 0; round < 10; round++) {
      let sent = 0;
      const body = new ReadableStream({ pull: to => (sent++ < 32 ? to.enqueue(chunk) : to.close()) });
      const init = { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'application/json' } };
      const answer = await fetch(`${server.url}/api/cases/materials`, init as RequestInit);
      const { type } = (await answer.json()) as { type: string };
      expect([answer.status, type]).toEqual([413, '/problems/#too-large']);
    }
  });

  test('/api/health: whether it works, the schema, how full the disk is', async () => {
    const answer = await fetch(`${server.url}/api/health`);
    expect([answer.status, await answer.json()]).toEqual([
      200,
      {
        status: 'ok',
        store: 'ok',
        schema: expect.any(Number),
        expected: expect.any(Number),
        diskUsed: expect.any(Number),
      },
    ]);
  });

  test('a second server on the same data folder: both take submissions, none is lost, each reads the other’s', async () => {
    const second = await start({ REOPENDESK_DATA: server.data });
    const both = Array.from({ length: 40 }, (_, n) => send(n % 2 ? server : second, { 'x-n': String(n) }));
    const receipts = (await Promise.all(both)).filter(one => one.status === 201);
    const known = await Promise.all(receipts.map(receiptOf));
    expect(new Set(known.map(one => one.number)).size).toBe(known.length);
    const seen = await Promise.all(known.map((one, n) => look(n % 2 ? second : server, pinOf(one))));
    expect(seen.map(one => one.status)).toEqual(known.map(() => 200));
    expect(known).toHaveLength(40);
    // One address, two servers: counters that protect something live in the store, not in memory.
    expect(known.filter(one => one.held).length).toBeGreaterThanOrEqual(20);
  });

  test('a port in use gives one clear line', async () => {
    const { PATH = '', HOME = '' } = process.env;
    const port = new URL(server.url).port;
    const env = { PATH, HOME, PORT: port, REOPENDESK_DATA: server.data };
    const child = spawn(process.execPath, ['src/serve.ts'], { cwd: join(import.meta.dirname, '..'), env });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', part => {
        said += part;
      });
    const [code] = await once(child, 'close');
    expect(code).toBe(1);
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(said).toContain(port);
    expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
  });
});

describe('TRUST_PROXY', () => {
  const held = async (server: Server, headers: Headers): Promise<boolean> =>
    (await receiptOf(await send(server, headers))).held;
  const by = (address: string): Headers => ({ 'x-forwarded-for': address });

  test('off: the socket’s own address counts, whatever a header says', async () => {
    const server = await start();
    for (let n = 0; n < 20; n++) expect(await held(server, by(`198.51.100.${n}`))).toBe(false);
    expect(await held(server, by('198.51.100.99'))).toBe(true);
    const answer = await submit(server, { 'x-forwarded-proto': 'https' });
    expect(answer.headers.get('set-cookie')).not.toContain('Secure');
    expect(answer.headers.get('strict-transport-security')).toBeNull();
  });

  test('on: the address that the proxy put last counts; https is known', async () => {
    const server = await start({ TRUST_PROXY: 'on' });
    for (let n = 0; n < 20; n++) expect(await held(server, by(`203.0.113.${n}, 198.51.100.7`))).toBe(false);
    expect(await held(server, by('198.51.100.7'))).toBe(true);
    expect(await held(server, by('198.51.100.7, 198.51.100.8'))).toBe(false);
    const answer = await submit(server, { ...by('198.51.100.9'), 'x-forwarded-proto': 'https' });
    expect(answer.headers.get('set-cookie')).toContain('; Secure');
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000');
  });
});

test('ASVS 16.2.5: one log line a request, without anything personal', async () => {
  const server = await start({ LOG_LEVEL: 'info', TRUST_PROXY: 'on' });
  const receipt = await receiptOf(await send(server, { 'x-forwarded-for': '198.51.100.77' }));
  await look(server, pinOf(receipt));
  await server.kill();
  const lines = server
    .log()
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Record<string, unknown>);
  const posts = lines.filter(line => line.method === 'POST');
  expect(posts.map(({ at: _, ms: __, ...line }) => line)).toEqual([
    { level: 'info', method: 'POST', path: '/api/cases/materials', status: 201 },
    { level: 'info', method: 'POST', path: '/api/track', status: 200 },
  ]);
  for (const secret of ['198.51.100.77', receipt.number, linkOf(receipt).number, '13800138000'])
    expect(server.log()).not.toContain(secret);
});

test('SIGTERM: a request in flight is finished and answered, a new one is not taken, then it ends', async () => {
  const server = await start();
  const port = Number(new URL(server.url).port);
  const body = JSON.stringify(materials());
  const socket = connect(port, '127.0.0.1');
  const heard: string[] = [];
  socket.on('data', part => heard.push(String(part)));
  const length = Buffer.byteLength(body);
  socket.write(
    `POST /api/cases/materials HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nexpect: 100-continue\r\ncontent-length: ${length}\r\n\r\n`,
  );
  const until = async (condition: () => boolean | Promise<boolean>) => {
    while (!(await condition())) await new Promise(resolve => setTimeout(resolve, 20));
  };
  await until(() => heard.join('').includes('100 Continue'));
  socket.write(body.slice(0, 20));
  const ended = server.kill('SIGTERM');
  await until(() =>
    fetch(`${server.url}/api/health`)
      .then(() => false)
      .catch(() => true),
  );
  expect(heard.join('')).not.toContain('201');
  socket.write(body.slice(20));
  await until(() => heard.join('').includes('201 Created'));
  const answered = performance.now();
  await ended;
  // Not the five seconds after which an idle connection times out.
  expect(performance.now() - answered).toBeLessThan(4000);
  const receipt = JSON.parse(/\{"number".*\}/.exec(heard.join(''))?.[0] ?? '{}') as Receipt;
  await server.restart();
  expect((await look(server, pinOf(receipt))).status).toBe(200);
});
