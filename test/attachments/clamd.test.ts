import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { clamd } from '#src/attachments/clamd.ts';
import { newPage, sendFile } from '../functions/upload-knock.ts';
import { openDesk } from '../office.ts';
import { bigPdf, pdf } from './samples.ts';

/** The string that every scanner takes for a virus (EICAR), put together so that none finds it here. */
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** Reads INSTREAM as clamd(8) says: `zINSTREAM\0`, parts each led by its length, an empty one at the end. */
const received = (socket: Socket): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    let held: Buffer = Buffer.alloc(0);
    socket.on('error', reject);
    socket.on('data', (part: Buffer) => {
      held = Buffer.concat([held, part]);
      const parts: Buffer[] = [];
      for (let at = 'zINSTREAM\0'.length; at + 4 <= held.length; ) {
        const length = held.readUInt32BE(at);
        if (length === 0) resolve(Buffer.concat(parts));
        if (length === 0 || at + 4 + length > held.length) return;
        parts.push(held.subarray(at + 4, at + 4 + length));
        at += 4 + length;
      }
    });
  });

const servers: Server[] = [];
/** A scanner of our own that speaks the protocol; `answer` says what to reply to bytes, null nothing at all. */
const scanner = async (answer: (bytes: Buffer) => string | null): Promise<number> => {
  const server = createServer({ allowHalfOpen: true }, socket => {
    received(socket)
      .then(bytes => {
        const reply = answer(bytes);
        if (reply !== null) socket.end(reply);
      })
      .catch(() => socket.destroy());
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
};
const usual = (bytes: Buffer): string =>
  bytes.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0';

afterEach(async () => {
  vi.restoreAllMocks();
  for (const server of servers.splice(0)) {
    server.close();
  }
});

describe('INSTREAM', () => {
  test('all bytes arrive, in any number of parts, and the answer is understood', async () => {
    const seen: Buffer[] = [];
    const scan = clamd(
      '127.0.0.1',
      await scanner(bytes => {
        seen.push(bytes);
        return usual(bytes);
      }),
    );
    const big = bigPdf(700_000);
    expect([await scan(big), await scan(Buffer.from(eicar)), await scan(new Uint8Array())]).toEqual([
      'clean',
      'infected',
      'clean',
    ]);
    expect(seen[0]?.equals(big)).toBe(true);
  });

  test.each(['INSTREAM size limit exceeded. ERROR\0', 'stream: OK and more\0', '', 'stream:  FOUND'])(
    'an answer that is neither yes nor no is a failure: %j',
    async reply => {
      const port = await scanner(() => reply);
      await expect(clamd('127.0.0.1', port)(pdf())).rejects.toThrow(
        `answered “${reply.replaceAll('\0', '')}”`,
      );
    },
  );

  test('nobody there is a failure', async () => {
    const port = await scanner(usual);
    servers.splice(0)[0]?.close();
    await expect(clamd('127.0.0.1', port)(pdf())).rejects.toThrow();
  });
});

describe('An upload under REOPENDESK_CLAMD', () => {
  const send = async (port: number, bytes: Uint8Array) => {
    const desk = await openDesk({ REOPENDESK_CLAMD: `127.0.0.1:${port}` });
    const { said } = await sendFile(newPage(), bytes);
    await desk.stop();
    return said;
  };

  test('what was scanned is said to be', async () => {
    expect(await send(await scanner(usual), pdf())).toMatchObject({ state: 'kept', scanned: 'clean' });
  });

  test('ASVS 5.4.3: what carries a virus is refused', async () => {
    const said = await send(await scanner(usual), pdf(eicar));
    expect(said).toMatchObject({
      state: 'refused',
      reason: 'virus',
      message: '“申请表.pdf”查出病毒，没有收下。请杀毒后再传',
    });
  });

  test('a scanner that fails refuses nothing; the file is said not to be scanned, and the operator hears of it', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(await send(await scanner(() => 'ERROR'), pdf(eicar))).toMatchObject({
      state: 'kept',
      scanned: 'failed',
    });
    expect(String(told.mock.calls[0])).toContain('virus scan');
  });
});

/** The real one, where it is installed: on a database that knows one string. */
describe.skipIf(!existsSync('/usr/sbin/clamd'))('a real clamd', () => {
  test('finds what its database knows, and nothing in a plain file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'clamd-'));
    const port = 33_100 + (process.pid % 500);
    writeFileSync(join(folder, 'test.ndb'), `Known:0:*:${Buffer.from(eicar).toString('hex')}\n`);
    const config = join(folder, 'clamd.conf');
    const settings = { DatabaseDirectory: folder, TCPSocket: port, TCPAddr: '127.0.0.1', Foreground: 'yes' };
    writeFileSync(
      config,
      Object.entries(settings)
        .map(pair => `${pair.join(' ')}\n`)
        .join(''),
    );
    spawnSync('chmod', ['-R', 'a+rX', folder]);
    const child = spawn('/usr/sbin/clamd', ['-c', config]);
    const scan = clamd('127.0.0.1', port);
    await vi.waitFor(() => scan(pdf()), { timeout: 30_000, interval: 300 });
    expect([await scan(pdf()), await scan(pdf(eicar))]).toEqual(['clean', 'infected']);
    child.kill();
    await once(child, 'exit');
    rmSync(folder, { recursive: true });
  });
});
