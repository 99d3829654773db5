import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Server, startServer } from '../server.ts';
import { materials, newKey } from '../submissions.ts';

/** What deploy/ holds, run by the real programs, with a certificate of our own on 127.0.0.1. */
const deploy = join(import.meta.dirname, '../../deploy');
const read = (name: string): string => readFileSync(join(deploy, name), 'utf8');
const has = (program: string, ...args: string[]): boolean => spawnSync(program, args).error === undefined;
const name = 'reopen.example.gov.cn';

let folder: string;
let cert: Buffer;
let server: Server;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'reopendesk-'));
  const files = ['-keyout', join(folder, 'privkey.pem'), '-out', join(folder, 'fullchain.pem')];
  const about = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`];
  spawnSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...files, ...about]);
}, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address ? address.port : 0;
};

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string };

/** Asks a proxy as a browser does that knows the name. */
const ask = (
  port: number,
  path: string,
  headers: Record<string, string> = {},
  body?: string | Buffer,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        servername: name,
        ca: cert,
        path,
        method: body === undefined ? 'GET' : 'POST',
        headers: { host: name, ...headers },
      },
      response => {
        let text = '';
        response.on('data', part => {
          text += String(part);
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });

const submit = (port: number, headers: Record<string, string> = {}): Promise<Answer> =>
  ask(
    port,
    '/api/cases/materials',
    { 'content-type': 'application/json', 'idempotency-key': newKey(), ...headers },
    JSON.stringify(materials()),
  );

/** The snippet of nginx in a whole configuration, on ports of our own. */
const nginx = (port: number): readonly [string, readonly string[]] => {
  const own = read('nginx.conf')
    .replaceAll('127.0.0.1:4321', new URL(server.url).host)
    .replace('listen 443', `listen 127.0.0.1:${port}`)
    .replace('listen 80;', `listen unix:${join(folder, 'plain.sock')};`)
    .replaceAll(/^ *listen \[::\].*\n/gm, '')
    .replaceAll('/etc/ssl/reopendesk', folder);
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    kind => `${kind}_temp_path ${folder}/${kind};`,
  );
  const file = join(folder, 'nginx.conf');
  writeFileSync(
    file,
    `daemon off; master_process off; pid ${folder}/nginx.pid; error_log stderr; events {}\nhttp { ${temp.join(' ')}\n${own}\n}\n`,
  );
  return ['nginx', ['-p', folder, '-c', file]];
};

const caddy = (port: number): readonly [string, readonly string[]] => {
  const own = read('Caddyfile')
    .replace(
      `${name} {`,
      `https://${name}:${port} {\n\tbind 127.0.0.1\n\ttls ${folder}/fullchain.pem ${folder}/privkey.pem`,
    )
    .replace('127.0.0.1:4321', new URL(server.url).host);
  const file = join(folder, 'Caddyfile');
  writeFileSync(file, `{\n\tadmin off\n\tauto_https disable_redirects\n}\n${own}`);
  return ['caddy', ['run', '--config', file, '--adapter', 'caddyfile']];
};

const proxies = [
  ['nginx', nginx, has('nginx', '-v')],
  ['Caddy', caddy, has('caddy', 'version')],
] as const;
for (const [program, , isThere] of proxies)
  if (!isThere) console.warn(`${program} is not installed: what deploy/ holds for it is not tested here.`);

describe.each(proxies.filter(([, , isThere]) => isThere))('behind %s', (_, configure) => {
  let child: ChildProcess;
  let said = '';
  let port: number;
  beforeAll(async () => {
    cert = readFileSync(join(folder, 'fullchain.pem'));
    // Each counts its own clients.
    [server, port] = await Promise.all([startServer({ TRUST_PROXY: 'on' }), freePort()]);
    const [program, args] = configure(port);
    mkdirSync(join(folder, 'home'), { recursive: true });
    child = spawn(program, args, { env: { PATH: process.env.PATH ?? '', HOME: join(folder, 'home') } });
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', part => {
        said += String(part);
      });
    const up = async (): Promise<void> => {
      const status = await ask(port, '/api/health').then(({ status: found }) => found, String);
      if (status !== 200) throw new Error(`${status}: ${said}`);
    };
    await vi.waitFor(up, { timeout: 30_000, interval: 50 });
  }, 60_000);
  afterAll(async () => {
    await server?.stop();
    if (child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill();
    await ended;
  });
  afterEach(() => {
    said = '';
  });

  test('a case is taken in, and the browser is told to stay with https', async () => {
    const answer = await submit(port);
    expect([answer.status, answer.text]).toEqual([201, expect.stringContaining('number')]);
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000');
    expect(answer.headers['content-security-policy']).toContain("default-src 'self'");
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });

  test('a body that is too large is refused', async () => {
    const answer = await ask(
      port,
      '/api/cases/materials',
      { 'content-type': 'application/json' },
      Buffer.alloc(11_000_000, 'x'),
    ).catch((error: NodeJS.ErrnoException) => error.code);
    // Nginx may close while the rest is still on its way.
    expect(typeof answer === 'string' ? answer : answer?.status).toSatisfy(found =>
      [413, 'EPIPE', 'ECONNRESET'].includes(found),
    );
  });

  test('a client that makes up where it comes from is counted as what it is', async () => {
    const answers = await Promise.all(
      Array.from({ length: 130 }, (_, n) => submit(port, { 'x-forwarded-for': `203.0.113.${n}` })),
    );
    const statuses = answers.map(answer => answer.status);
    expect(statuses.filter(status => status === 429).length).toBeGreaterThan(0);
    expect(statuses.every(status => [201, 403, 429].includes(status))).toBe(true);
  }, 60_000);
});

describe('the units of systemd', () => {
  const units = ['reopendesk.service', 'reopendesk-backup.service', 'reopendesk-backup.timer'];
  test.skipIf(!has('systemd-analyze', '--version'))('are sound, and the service is shut in', () => {
    const { stderr } = spawnSync('systemd-analyze', ['verify', ...units.map(unit => join(deploy, unit))], {
      encoding: 'utf8',
    });
    // The program is not installed here, and neither is every service that it comes after.
    const wrong = stderr
      .split('\n')
      .filter(line => line.startsWith('reopendesk') && !line.includes('is not executable'));
    expect(wrong).toEqual([]);
    for (const unit of units.slice(0, 2)) {
      const { stdout } = spawnSync(
        'systemd-analyze',
        ['security', '--offline=true', '--no-pager', join(deploy, unit)],
        { encoding: 'utf8' },
      );
      const [, level] = /exposure level for \S+: ([\d.]+)/.exec(stdout) ?? [];
      if (level !== undefined) expect(Number(level)).toBeLessThan(2);
    }
  });

  test('start what npm starts', () => {
    const { scripts } = JSON.parse(readFileSync(join(deploy, '../package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const started = (unit: string) => /^ExecStart=\S+\/node (.*)$/m.exec(read(unit))?.[1] ?? '';
    expect(`node ${started('reopendesk.service')}`).toBe(scripts.serve);
    expect(`node ${started('reopendesk-backup.service')}`.startsWith(`${scripts.backup} --to`)).toBe(true);
  });
});
