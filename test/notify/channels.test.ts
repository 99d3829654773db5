import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Channel, Message, Sent } from '#src/notify/channel.ts';
import { dingtalk } from '#src/notify/dingtalk.ts';
import { feishu } from '#src/notify/feishu.ts';
import { log } from '#src/notify/log.ts';
import { sms } from '#src/notify/sms.ts';
import { webhook } from '#src/notify/webhook.ts';
import { wecom } from '#src/notify/wecom.ts';
import {
  dingtalkServer,
  feishuServer,
  type Gateway,
  gateway,
  isSigned,
  type Reply,
  wecomServer,
} from './gateways.ts';

const at = new Date('2020-03-20T01:00:00.000Z');
const now = () => at;
const ms = () => at.getTime();
const message: Message = {
  id: 'm1',
  kind: 'news',
  at: at.toISOString(),
  to: '13800138000',
  subject: '有新进展',
  text: '您的件60320-1234-5678有新进展',
};

const open: Gateway[] = [];
const opened = async (server: Promise<Gateway>): Promise<Gateway> => {
  const made = await server;
  open.push(made);
  return made;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map(one => one.stop()));
});

/** How a channel takes what the other side says. */
const ways: readonly (readonly [string, Reply | null, Sent])[] = [
  ['200', { status: 200 }, { tag: 'sent' }],
  ['202', { status: 202 }, { tag: 'sent' }],
  [
    'a redirect, which is not followed',
    { status: 302, headers: { location: 'http://127.0.0.1:1/' } },
    { tag: 'retry', code: 'http-302' },
  ],
  ['400', { status: 400 }, { tag: 'dead', code: 'http-400' }],
  ['401, a key that may be mended', { status: 401 }, { tag: 'retry', code: 'http-401' }],
  ['410', { status: 410 }, { tag: 'dead', code: 'http-410' }],
  ['429', { status: 429 }, { tag: 'retry', code: 'http-429' }],
  ['500', { status: 500 }, { tag: 'retry', code: 'http-500' }],
  ['nothing', null, { tag: 'retry', code: 'network' }],
  ['more than anybody reads', { body: { long: 'x'.repeat(70_000) } }, { tag: 'retry', code: 'too-long' }],
];

describe('sms', () => {
  const body = '{"templateId":7,"mobile":"{phone}","params":["{text}"],"outId":"{id}"}';

  test('posts the gateway’s own JSON, signed, with the id of every try', async () => {
    const server = await opened(gateway(() => ({})));
    const channel = sms({ url: server.url, key: 'secret', body }, now);
    const odd = { ...message, text: '引号"、反斜杠\\、{phone}、换行\n' };
    expect(await channel.send(odd)).toEqual({ tag: 'sent' });
    const [got] = server.got;
    expect(JSON.parse(got?.body ?? '')).toEqual({
      templateId: 7,
      mobile: '13800138000',
      params: [odd.text],
      outId: 'm1',
    });
    expect(got?.headers['idempotency-key']).toBe('m1');
    expect(got && isSigned('secret', got, at)).toBe(true);
    expect(got && isSigned('other', got, at)).toBe(false);
  });

  test.each(ways)('is answered %s', async (_, reply, result) => {
    const server = await opened(gateway(() => reply));
    expect(await sms({ url: server.url, key: 'k', body }, now).send(message)).toEqual(result);
    expect(server.got.length).toBe(1);
  });

  test('a gateway that is not there is tried again', async () => {
    const gone = sms({ url: 'http://127.0.0.1:1/', key: 'k', body }, now);
    expect(await gone.send(message)).toEqual({ tag: 'retry', code: 'network' });
  });
});

describe('webhook', () => {
  const secret = `whsec_${Buffer.from('sixteen or more bytes').toString('base64')}`;

  test('is signed as Standard Webhooks says, and says nothing personal', async () => {
    const server = await opened(gateway(() => ({})));
    await webhook({ url: server.url, secret, isPrivate: true }, now).send({ ...message, to: '' });
    const [got] = server.got;
    expect(got && isSigned(Buffer.from('sixteen or more bytes'), got, at)).toBe(true);
    expect(JSON.parse(got?.body ?? '')).toEqual({
      type: 'news',
      timestamp: message.at,
      data: { text: message.text },
    });
  });

  test.each([
    'http://127.0.0.1:PORT/',
    'http://localhost:PORT/',
    'http://[::1]:PORT/',
    'http://[::ffff:127.0.0.1]:PORT/',
    'http://0.0.0.0:PORT/',
    'http://2130706433:PORT/',
    'http://10.1.2.3/',
    'http://169.254.169.254/latest/meta-data/',
    'http://192.168.1.1/',
    'http://[fd00::1]/',
  ])('does not reach into the own network: %s', async address => {
    const server = await opened(gateway(() => ({})));
    const url = address.replace('PORT', new URL(server.url).port);
    const result = await webhook({ url, secret, isPrivate: false }, now).send(message);
    expect(result).toEqual({ tag: 'dead', code: 'private-address' });
    expect(server.got).toEqual([]);
  });
});

describe('bots', () => {
  const secret = 'SEC0123456789';
  const bots: readonly (readonly [
    string,
    () => Promise<Gateway>,
    (url: string, secret: string) => Channel,
    number,
    Sent,
  ])[] = [
    [
      'wecom',
      () => wecomServer(ms),
      url => wecom({ url }),
      20,
      { tag: 'retry', code: 'bot-45009', after: 60 },
    ],
    [
      'dingtalk',
      () => dingtalkServer(secret, ms),
      (url, key) => dingtalk({ url, secret: key }, now),
      20,
      { tag: 'retry', code: 'bot-130101', after: 600 },
    ],
    [
      'feishu',
      () => feishuServer(secret, ms),
      (url, key) => feishu({ url, secret: key }, now),
      100,
      { tag: 'retry', code: 'bot-11232', after: 60 },
    ],
  ];

  test.each(bots)(
    '%s takes what is signed, up to its limit, and is heard when it is over',
    async (_, serve, make, most, over) => {
      const server = await opened(serve());
      const channel = make(`${server.url}?key=k`, secret);
      const results: Sent[] = [];
      for (let n = 0; n < most; n++) results.push(await channel.send(message));
      expect(new Set(results.map(one => one.tag))).toEqual(new Set(['sent']));
      expect(await channel.send(message)).toEqual(over);
      expect(server.got[0]?.query.get('key')).toBe('k');
      expect(channel.together?.aMinute).toBe(most);
    },
  );

  test.each(bots.slice(1))(
    '%s that does not take the signature is tried again: the secret may be mended',
    async (_, serve, make) => {
      const server = await opened(serve());
      expect(await make(server.url, 'another')?.send(message)).toMatchObject({
        tag: 'retry',
        code: expect.stringMatching(/^bot-(310000|19021)$/),
      });
    },
  );

  test.each([
    ['a number that nobody knows', { body: { errcode: 40058 } }, { tag: 'dead', code: 'bot-40058' }],
    ['no number', { body: { errmsg: 'ok' } }, { tag: 'retry', code: 'no-answer' }],
    ['404', { status: 404 }, { tag: 'dead', code: 'http-404' }],
  ])('%s', async (_, reply, result) => {
    const server = await opened(gateway(() => reply));
    expect(await wecom({ url: server.url }).send(message)).toEqual(result);
  });
});

describe('log', () => {
  test('keeps a line a message for its owner alone, without whom it is for and what they are told', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'reopendesk-'));
    const file = join(folder, 'data', 'outbox.log');
    await log(file).send(message);
    await log(file).send({ ...message, id: 'm2', to: '' });
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    expect(lines.map(line => JSON.parse(line))).toEqual([
      { at: message.at, id: 'm1', kind: 'news' },
      { at: message.at, id: 'm2', kind: 'news', text: message.text },
    ]);
    expect(statSync(file).mode & 0o077).toBe(0);
    rmSync(folder, { recursive: true });
  });

  test('a folder that cannot be written is tried again', async () => {
    expect(await log('/dev/null/outbox.log').send(message)).toEqual({ tag: 'retry', code: 'file' });
  });
});
