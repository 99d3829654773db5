import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';

/** What a gateway was sent: its query, headers and body. */
export type Got = {
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};
export type Reply = { readonly status?: number; readonly body?: object; readonly headers?: object };

/** A server on this machine that answers as it is told, and keeps what it was sent. */
export type Gateway = {
  readonly url: string;
  readonly got: readonly Got[];
  /** Answers otherwise from now on. */ answer(by: (got: Got) => Reply | null): void;
  stop(): Promise<void>;
};

/** Where `by` gives null the connection is cut without an answer. */
export const gateway = async (by: (got: Got) => Reply | null): Promise<Gateway> => {
  const got: Got[] = [];
  let reply = by;
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', part => {
      body += String(part);
    });
    request.on('end', () => {
      const { searchParams } = new URL(request.url ?? '', 'http://localhost');
      const one = { query: searchParams, headers: request.headers, body };
      got.push(one);
      const answer = reply(one);
      if (answer === null) {
        request.socket.destroy();
        return;
      }
      response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers });
      response.end(JSON.stringify(answer.body ?? {}));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}/send`,
    got,
    answer: other => {
      reply = other;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

const base64 = (key: string | Uint8Array, text: string): string =>
  createHmac('sha256', key).update(text).digest('base64');

/** How Standard Webhooks asks receivers to check; written down a second time, from its text. */
export const isSigned = (key: string | Uint8Array, { headers, body }: Got, at: Date): boolean => {
  const [id, time, signature] = ['id', 'timestamp', 'signature'].map(name =>
    String(headers[`webhook-${name}`]),
  );
  const isNew = Math.abs(Number(time) - at.getTime() / 1000) < 300;
  return isNew && signature === `v1,${base64(key, `${id}.${time}.${body}`)}`;
};

/** So many in a minute of the given clock, then refused. */
const limited = (most: number, now: () => number) => {
  let times: number[] = [];
  return (): boolean => {
    times = [...times.filter(time => now() - time < 60_000), now()];
    return times.length > most;
  };
};

const textOf = (body: string): string => {
  const { text, content } = JSON.parse(body);
  return String(text?.content ?? content?.text);
};

/** 企业微信: 20 a minute (45009), 2,048 bytes (45002). */
export const wecomServer = (now: () => number) => {
  const isOver = limited(20, now);
  return gateway(({ body }) => {
    if (isOver()) return { body: { errcode: 45009, errmsg: 'api freq out of limit' } };
    const isLong = Buffer.byteLength(textOf(body)) > 2048;
    return { body: isLong ? { errcode: 45002, errmsg: 'content size out of limit' } : { errcode: 0 } };
  });
};

/** 钉钉: the signature in the address, of the last hour (310000); 20 a minute (130101). */
export const dingtalkServer = (secret: string, now: () => number) => {
  const isOver = limited(20, now);
  return gateway(({ query }) => {
    const time = query.get('timestamp') ?? '';
    const isOurs = query.get('sign') === base64(secret, `${time}\n${secret}`);
    if (!isOurs || Math.abs(Number(time) - now()) > 3_600_000) return { body: { errcode: 310000 } };
    return { body: isOver() ? { errcode: 130101 } : { errcode: 0 } };
  });
};

/** 飞书: the signature in the body (19021); 100 a minute (11232). */
export const feishuServer = (secret: string, now: () => number) => {
  const isOver = limited(100, now);
  return gateway(({ body }) => {
    const { timestamp, sign } = JSON.parse(body);
    if (
      sign !== base64(`${timestamp}\n${secret}`, '') ||
      Math.abs(Number(timestamp) * 1000 - now()) > 3_600_000
    )
      return { body: { code: 19021, msg: 'sign match fail' } };
    return { body: isOver() ? { code: 11232 } : { code: 0 } };
  });
};
