import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import type { Message, Sent } from '#src/notify/channel.ts';
import { email } from '#src/notify/email.ts';

const message: Message = {
  id: 'm1',
  kind: 'news',
  at: '2020-03-20T01:00:00.000Z',
  to: 'wang@example.com',
  subject: '您的件有新进展',
  text: '您的件60320-1234-5678有新进展，请到 https://example.com/track/ 查看。',
};
const from = '示范高新区 <desk@zone.example>';

let server: SMTPServer | null = null;
const letters: string[] = [];
afterEach(async () => {
  letters.length = 0;
  const running = server;
  server = null;
  if (running) await new Promise<void>(done => running.close(() => done()));
});

/** A mail server with a certificate of its own; gives back its address. */
const serve = async (options: SMTPServerOptions = {}): Promise<string> => {
  server = new SMTPServer({
    authOptional: true,
    onData: (stream, _, done) => {
      text(stream).then(letter => {
        letters.push(letter);
        done();
      });
    },
    ...options,
  });
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return `127.0.0.1:${(server.server.address() as AddressInfo).port}`;
};

const refusing = (code: number): SMTPServerOptions => ({
  onRcptTo: (_, __, done) => done(Object.assign(new Error('no'), { responseCode: code })),
});

/** A certificate that nobody vouches for, as this server has. */
const trusting = '?tls.rejectUnauthorized=false';

test('a letter leaves over STARTTLS, in plain text, with the same id at every try', async () => {
  const host = await serve();
  const channel = email({ url: `smtp://${host}/${trusting}`, from });
  expect(await channel.send(message)).toEqual({ tag: 'sent' });
  expect(await channel.send(message)).toEqual({ tag: 'sent' });
  expect(letters.length).toBe(2);
  for (const letter of letters) {
    expect(letter).toMatch(/^Message-ID: <m1@zone\.example>$/im);
    expect(letter).toMatch(/^To: wang@example\.com$/im);
    expect(letter).toMatch(/^Auto-Submitted: auto-generated$/im);
    expect(letter).toMatch(/^Content-Type: text\/plain; charset=utf-8$/im);
  }
});

test('no other address and no other header can be smuggled in', async () => {
  const host = await serve();
  const odd = {
    ...message,
    subject: 'a\r\nBcc: eve@example.com',
    to: 'wang@example.com\r\nBcc: eve@example.com',
  };
  await email({ url: `smtp://${host}/${trusting}`, from }).send(odd);
  for (const letter of letters) expect(letter).not.toMatch(/^Bcc:/im);
});

test.each<[string, SMTPServerOptions, string, Sent]>([
  [
    'a server without STARTTLS gets nothing',
    { hideSTARTTLS: true, disabledCommands: ['STARTTLS'] },
    trusting,
    { tag: 'retry', code: 'mail-etls' },
  ],
  ['nor does one with a certificate that nobody vouches for', {}, '', { tag: 'retry', code: 'mail-esocket' }],
  [
    'unless the address says that it may',
    { hideSTARTTLS: true, disabledCommands: ['STARTTLS'] },
    '?ignoreTLS=true',
    { tag: 'sent' },
  ],
  ['450 is tried again', refusing(450), trusting, { tag: 'retry', code: 'mail-450' }],
  [
    '421, a server that hangs up, is tried again',
    refusing(421),
    trusting,
    { tag: 'retry', code: 'mail-econnection' },
  ],
  ['550 is dead', refusing(550), trusting, { tag: 'dead', code: 'mail-550' }],
  ['552 is dead', refusing(552), trusting, { tag: 'dead', code: 'mail-552' }],
])('%s', async (_, options, query, result) => {
  const host = await serve(options);
  expect(await email({ url: `smtp://${host}/${query}`, from }).send(message)).toEqual(result);
  expect(letters.length).toBe(result.tag === 'sent' ? 1 : 0);
});

test('a password that is not taken may be mended', async () => {
  const host = await serve({ authOptional: false, onAuth: (_, __, done) => done(new Error('no')) });
  const channel = email({ url: `smtp://desk:wrong@${host}/${trusting}`, from });
  expect(await channel.send(message)).toEqual({ tag: 'retry', code: 'mail-eauth' });
});

test('a server that is not there is tried again', async () => {
  const channel = email({ url: 'smtp://127.0.0.1:1/', from });
  expect(await channel.send(message)).toMatchObject({ tag: 'retry' });
});
