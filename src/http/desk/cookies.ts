import { isIP } from 'node:net';
import { type Ask, cookie } from '#src/http/ask.ts';

/** Where cookies can be kept from others: https, or this machine itself. */
const isLocal = ({ hostname }: URL): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

/** Whether somebody can sign in at all over this connection: plain http over a network is read by everybody on the way. */
export const isGuarded = (ask: Ask): boolean => ask.secure || isLocal(ask.url);

/** Whether a browser makes passkeys for this address: they are tied to a name, not to a number. */
export const takesPasskeys = (ask: Ask): boolean =>
  isGuarded(ask) && isIP(ask.url.hostname.replace(/^\[|\]$/g, '')) === 0;

/** The address as the browser sees it, behind a proxy too. */
export const originOf = ({ url, secure }: Ask): string => `${secure ? 'https' : 'http'}://${url.host}`;

type Name = 'desk' | 'desk-device' | 'desk-oidc';

/** `__Host-` ties a cookie to https, this host and all its paths (ASVS 3.3.3); a browser takes it over https only. */
const nameOf = (ask: Ask, name: Name): string => (ask.secure ? `__Host-${name}` : name);

export const readCookie = (ask: Ask, name: Name): string =>
  isGuarded(ask) ? (cookie(ask.request, nameOf(ask, name)) ?? '') : '';

/** A Set-Cookie; an empty value takes the cookie away. Without `life` it goes with the browser. */
export const setCookie = (ask: Ask, name: Name, value: string, life?: number): string => {
  const age = value === '' ? '; Max-Age=0' : life === undefined ? '' : `; Max-Age=${life}`;
  return `${nameOf(ask, name)}=${value}; Path=/; HttpOnly; SameSite=Lax${age}${ask.secure ? '; Secure' : ''}`;
};
