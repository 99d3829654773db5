import { lookup } from 'node:dns';
import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isPrivate } from './address.ts';
import { dead, patience, retry, type Sent, sent } from './channel.ts';

/** What the other side said. */
export type Answer = { readonly status: number; readonly text: string };
/** Or why it said nothing, as a code. */
export type Silence = { readonly silence: 'network' | 'timeout' | 'private-address' | 'too-long' };

/** Of an answer nothing longer is read. */
const longest = 65_536;

class PrivateAddress extends Error {}

/** Looks the name up and refuses what it leads to, at the moment of connecting: a name may lead elsewhere a moment later. */
const publicOnly: LookupFunction = (name, options, done) => {
  lookup(name, { ...options, all: true }, (error, found) => {
    if (error) return done(error, []);
    if (found.some(one => isPrivate(one.address))) return done(new PrivateAddress(), []);
    const [first] = found;
    return options.all ? done(null, found) : done(null, first?.address ?? '', first?.family);
  });
};

const silenceOf = (error: unknown): Silence => {
  if (error instanceof PrivateAddress) return { silence: 'private-address' };
  return { silence: error instanceof Error && error.name === 'AbortError' ? 'timeout' : 'network' };
};

type Post = {
  readonly url: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Refuses addresses of the own network. */ readonly abroad?: boolean;
};

/** Posts JSON and follows no redirect: what is signed for one address is not sent to another. */
export const post = ({ url, body, headers = {}, abroad = false }: Post): Promise<Answer | Silence> => {
  const { protocol, hostname } = new URL(url);
  if (abroad && isPrivate(hostname)) return Promise.resolve({ silence: 'private-address' });
  return new Promise(resolve => {
    const asking = (protocol === 'https:' ? secure : plain)(url, {
      method: 'POST',
      signal: AbortSignal.timeout(patience),
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(body),
        ...headers,
      },
      ...(abroad && { lookup: publicOnly }),
    });
    asking.on('error', error => resolve(silenceOf(error)));
    asking.on('response', answer => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => {
        text += part;
        if (text.length > longest) {
          resolve({ silence: 'too-long' });
          asking.destroy();
        }
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
      answer.on('error', error => resolve(silenceOf(error)));
    });
    asking.end(body);
  });
};

/** What may be mended by whoever runs either side: a key, a limit, a server that is down. */
const mendable: readonly number[] = [401, 403, 407, 408, 409, 425, 429];

/** How a try ended by the status alone: what is refused for good is dead. */
export const byStatus = (answer: Answer | Silence): Sent => {
  if ('silence' in answer)
    return answer.silence === 'private-address' ? dead('private-address') : retry(answer.silence);
  const { status } = answer;
  if (status >= 200 && status < 300) return sent;
  const code = `http-${status}`;
  return status >= 400 && status < 500 && !mendable.includes(status) ? dead(code) : retry(code);
};
