import { randomBytes } from 'node:crypto';
import type { Configuration } from 'openid-client';
import { foldLogin } from './accounts.ts';
import { after, type Caller, eventOf, type Room } from './room.ts';
import type { Opened } from './sessions.ts';
import type { Parts } from './sign-in.ts';

/** The directory that an office has: its address, and how we are known there. */
export type Directory = { readonly issuer: string; readonly clientId: string; readonly clientSecret: string };

/** Where to send the browser, and what it keeps until it comes back, sealed. */
export type OidcAsked = { readonly to: string; readonly state: string };
export type OidcDone =
  /** The directory asked for a second factor itself (`amr` says `mfa`, RFC 8176): nothing more is asked here. */
  | { readonly tag: 'in'; readonly opened: Opened; readonly device: string; readonly back: string }
  | { readonly tag: 'half'; readonly opened: Opened; readonly back: string }
  | { readonly tag: 'refused' };

type Held = {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly back: string;
  readonly until: number;
};

/** Seconds within which the browser is back. */
const life = 10 * 60;

/** A third of the way is the library's load: only where somebody signs in so. */
const library = () => import('openid-client');

/** Plain http only to this machine itself, as in tests. */
const isLocal = (issuer: URL): boolean => ['localhost', '127.0.0.1'].includes(issuer.hostname);

/** The directory's own description, asked for once; asked again where that failed. */
const describing = ({ issuer, clientId, clientSecret }: Directory) => {
  let known: Promise<Configuration> | null = null;
  return (): Promise<Configuration> => {
    const url = new URL(issuer);
    known ??= library()
      .then(({ discovery, allowInsecureRequests }) =>
        discovery(url, clientId, clientSecret, undefined, {
          timeout: 10,
          execute: isLocal(url) ? [allowInsecureRequests] : [],
        }),
      )
      .catch(error => {
        known = null;
        throw error;
      });
    return known;
  };
};

/** Names by which the directory knows somebody: an address of mail only where it was verified. */
const loginsIn = (claims: Readonly<Record<string, unknown>>): readonly string[] => {
  const { preferred_username: name, email, email_verified: isVerified } = claims;
  return [name, isVerified === true ? email : ''].flatMap(one =>
    typeof one === 'string' && one !== '' ? [foldLogin(one)] : [],
  );
};

const random = (): string => randomBytes(32).toString('base64url');

const newHeld = (back: string, at: Date): Held => ({
  state: random(),
  nonce: random(),
  verifier: random(),
  back,
  until: at.getTime() + life * 1000,
});

/** Sign-in with a directory by OpenID Connect: code flow with PKCE, state and nonce. Accounts are never made by it. */
export const oidcIn = (room: Room, directory: Directory, { sessions, accounts, throttle }: Parts) => {
  const { keyring, now } = room;
  const described = describing(directory);

  const open = (sealed: string): Held | null => {
    try {
      const held = JSON.parse(keyring.open('oidc', '', Buffer.from(sealed, 'base64url'))) as Held;
      return held.until > now().getTime() ? held : null;
    } catch {
      return null;
    }
  };
  /** Whether the state comes back for the first time. */
  const isFirst = async ({ state }: Held): Promise<boolean> => {
    const at = now();
    const name = `oidc:${keyring.hash('oidc-state', state)}`;
    const expiresAt = after(at, life * 1000);
    return (await room.counters().count({ name, by: 1, at: at.toISOString(), expiresAt })).count === 1;
  };
  const accountOf = async (claims: Readonly<Record<string, unknown>>) => {
    for (const login of loginsIn(claims)) {
      const row = await accounts.find(login);
      if (row?.state === 'active') return row;
    }
    return null;
  };
  /** What a directory says in exchange for the code; null where it says anything else than it should. */
  const claimsOf = async (at: URL, { state, nonce, verifier }: Held) => {
    const { authorizationCodeGrant } = await library();
    const checks = { expectedState: state, expectedNonce: nonce, idTokenExpected: true };
    return described()
      .then(directory => authorizationCodeGrant(directory, at, { pkceCodeVerifier: verifier, ...checks }))
      .then(tokens => tokens.claims() ?? null)
      .catch(() => null);
  };

  return {
    /** `callback` is our own address to which the browser comes back. Null where the directory does not answer. */
    ask: async ({
      callback,
      back,
    }: {
      readonly callback: string;
      readonly back: string;
    }): Promise<OidcAsked | null> => {
      const { buildAuthorizationUrl, calculatePKCECodeChallenge } = await library();
      const directoryNow = await described().catch(() => null);
      if (!directoryNow) return null;
      const held = newHeld(back, now());
      const to = buildAuthorizationUrl(directoryNow, {
        redirect_uri: callback,
        scope: 'openid profile email',
        code_challenge: await calculatePKCECodeChallenge(held.verifier),
        code_challenge_method: 'S256',
        state: held.state,
        nonce: held.nonce,
      });
      const sealed = Buffer.from(keyring.seal('oidc', '', JSON.stringify(held))).toString('base64url');
      return { to: to.href, state: sealed };
    },
    /** What the directory says of who comes back, at the whole address of the callback as the browser has it. */
    done: async (
      { at, sealed }: { readonly at: URL; readonly sealed: string },
      caller: Caller,
    ): Promise<OidcDone> => {
      const held = open(sealed);
      if (!held || !(await isFirst(held))) return { tag: 'refused' };
      const claims = await claimsOf(at, held);
      const row = claims && (await accountOf(claims));
      if (!claims || !row) {
        await room.store.noteStaff({
          event: eventOf(room, 'failed', { actor: '', subject: '', detail: 'oidc' }),
        });
        return { tag: 'refused' };
      }
      const { agent } = caller;
      const { back } = held;
      const isStrong = Array.isArray(claims.amr) && claims.amr.includes('mfa');
      if (!isStrong) return { tag: 'half', opened: await sessions.start(row, 'half', { agent }), back };
      const device = caller.device || throttle.deviceOf(row.login, randomBytes(16).toString('base64url'));
      return { tag: 'in', opened: await sessions.start(row, 'full', { agent }), device, back };
    },
  };
};
