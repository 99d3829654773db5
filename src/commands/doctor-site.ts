import { once } from 'node:events';
import { connect } from 'node:tls';
import type { Config } from '#src/config.ts';
import { type Finding, lineOf, looked, warn, well, wrong } from './doctor-finding.ts';

/** Days before its end in which a certificate should have been renewed. */
const soon = 14;
const patience = 10_000;

const isLocal = (host: string): boolean => ['127.0.0.1', '::1', 'localhost'].includes(host);

/** Whether the settings for a reverse proxy agree with each other. */
export const proxy = ({ host, trustProxy, siteUrl, netlify }: Config): Finding => {
  if (netlify) return well('proxy', 'proxyWell');
  if (trustProxy && !isLocal(host)) return warn('proxy', 'proxyOpen', 'proxyOpenDo', { host });
  return siteUrl.startsWith('https:') && !trustProxy
    ? wrong('proxy', 'proxyOff', 'proxyOffDo')
    : well('proxy', 'proxyWell');
};

const certificate = async ({ hostname, port }: URL): Promise<Finding> => {
  const socket = connect({ host: hostname, port: Number(port || 443), servername: hostname });
  socket.setTimeout(patience, () => socket.destroy(new Error('no answer')));
  try {
    await once(socket, 'secureConnect');
    const days = Math.floor((Date.parse(socket.getPeerCertificate().valid_to) - Date.now()) / 86_400_000);
    return days < soon
      ? warn('certificate', 'certificateSoon', 'certificateDo', { days })
      : well('certificate', 'certificateWell', { days });
  } finally {
    socket.destroy();
  }
};

const ask = async (url: string): Promise<readonly Finding[]> => {
  const response = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(patience) }).catch(
    (error: unknown) => lineOf(error instanceof Error && error.cause ? error.cause : error),
  );
  if (typeof response === 'string')
    return [wrong('address', 'addressDown', 'addressDownDo', { url, error: response })];
  const { status, headers } = response;
  await response.body?.cancel();
  if (status !== 200) return [wrong('address', 'addressSick', 'addressSickDo', { url, status })];
  if (!url.startsWith('https:')) {
    return isLocal(new URL(url).hostname)
      ? [well('address', 'addressWell', { url })]
      : [well('address', 'addressWell', { url }), warn('address', 'plain', 'plainDo', { url })];
  }
  const secure = headers.has('strict-transport-security')
    ? well('address', 'addressWell', { url })
    : wrong('address', 'hsts', 'hstsDo', { url });
  return [secure, await certificate(new URL(url))];
};

/** Asks the site from outside, as a reader reaches it. `url`: null where nobody said what it is. */
export const site = (url: string | null): Promise<readonly Finding[]> =>
  looked('address', async () =>
    url === null ? [well('address', 'addressNone')] : ask(url.replace(/\/$/, '')),
  );
