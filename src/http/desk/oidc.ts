import type { Ask } from '#src/http/ask.ts';
import type { OidcAsked, OidcDone } from '#src/staff/oidc.ts';
import { deskAt } from '#src/views/desk/address.ts';
import { isGuarded, originOf, readCookie, setCookie } from './cookies.ts';
import { deskWay } from './frame.ts';
import { signedInCookies, toSecond } from './second-factor.ts';
import { backIn } from './session.ts';

/** One callback for every language: a directory knows addresses one by one. */
const callback = '/desk/oidc/callback/';

const life = 10 * 60;

/** Where the directory is to send the browser, and where it goes on from there, in the language in which it began. */
export const goingOut = (ask: Ask): { readonly callback: string; readonly back: string } => ({
  callback: originOf(ask) + callback,
  back: backIn(ask.url.searchParams.get('back') ?? '') || deskAt(ask.lang, ''),
});

/** With what the browser came back: the whole address as it sees it, and what it kept; null on the way there. */
export const comingBack = (ask: Ask): { readonly at: URL; readonly sealed: string } | null =>
  ask.url.pathname === callback
    ? {
        at: new URL(originOf(ask) + callback + ask.url.search),
        sealed: readCookie(ask, 'desk-oidc').slice(0, 2000),
      }
    : null;

/** Back to the sign-in page, saying that it failed. */
const oidcRefused = (ask: Ask): Response =>
  deskWay(ask, '/desk/sign-in/?failed=1', [setCookie(ask, 'desk-oidc', '')]);

/** To the directory; null where it does not answer. */
export const toDirectory = (ask: Ask, asked: OidcAsked | null): Response =>
  asked && isGuarded(ask)
    ? deskWay(ask, asked.to, [setCookie(ask, 'desk-oidc', asked.state, life)])
    : oidcRefused(ask);

/** What follows on what the directory said. */
export const oidcDone = (ask: Ask, done: OidcDone): Response => {
  const over = setCookie(ask, 'desk-oidc', '');
  switch (done.tag) {
    case 'in':
      return deskWay(ask, done.back, [over, ...signedInCookies(ask, done.opened.token, done.device)]);
    case 'half':
      return toSecond(ask, done.opened.token, done.back, [over]);
    case 'refused':
      return oidcRefused(ask);
  }
};
