import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { config } from '#src/config.ts';
import { type Desk, openDesk } from '../office.ts';
import { codeAt, enter, hired, officer, site, stranger, type Visitor, whereTo } from './desk-knock.ts';

let desk: Desk;
let directory: Server;
let issuer: string;
let own: Awaited<ReturnType<typeof hired>>;
/** Who the directory says has signed in there, and how. */
let claims: Readonly<Record<string, unknown>> = {};

const client = { client_id: 'desk', client_secret: 'a-secret-of-the-directory-32-bytes' };

/** A real directory that signs everybody in without asking. */
const startDirectory = async (): Promise<void> => {
  directory = createServer().listen(0, '127.0.0.1');
  await once(directory, 'listening');
  const address = directory.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  issuer = `http://127.0.0.1:${address.port}`;
  const provider: Provider = new Provider(issuer, {
    clients: [{ ...client, redirect_uris: [`${site}/desk/oidc/callback/`], response_types: ['code'] }],
    pkce: { required: () => true },
    conformIdTokenClaims: false,
    claims: {
      openid: ['sub', 'amr'],
      profile: ['preferred_username'],
      email: ['email', 'email_verified'],
    },
    features: { devInteractions: { enabled: false } },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    cookies: { keys: ['for a test only'] },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...claims }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({ clientId: client.client_id, accountId: 'somebody' });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      if (oidc.session) oidc.session.ensureClientContainer(client.client_id);
      return grant;
    },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  });
  directory.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void provider.callback()(request, response);
    const amr = Array.isArray(claims.amr) ? (claims.amr as string[]) : undefined;
    void provider.interactionFinished(
      request,
      response,
      { login: { accountId: 'somebody', ...(amr && { amr }) } },
      { mergeWithLastSubmission: false },
    );
  });
};

beforeAll(async () => {
  await startDirectory();
  desk = await openDesk({
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: client.client_id,
    OIDC_CLIENT_SECRET: client.client_secret,
  });
  own = await hired(desk, 'wang.min', officer);
});
afterAll(async () => {
  directory.close();
  await desk.stop();
});

/** Follows the directory's redirects, as a browser does, until it leads back to the desk. */
const through = async (to: string): Promise<string> => {
  const cookies = new Map<string, string>();
  let url = new URL(to);
  for (let hops = 0; hops < 10; hops++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { redirect: 'manual', headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split(/=(.*)/);
      cookies.set(name, value);
    }
    const next = response.headers.get('location');
    if (!next) throw new Error(`${response.status} ${await response.text()}`);
    url = new URL(next, url);
    if (url.origin === site) return url.href;
  }
  throw new Error('the directory leads nowhere');
};

const begin = async (at: Visitor, path = '/desk/oidc/'): Promise<string> =>
  (await at.get(path)).headers.get('location') ?? '';
const failed = [303, '/desk/sign-in/?failed=1'];

describe('signing in with the directory', () => {
  test('PKCE, state and nonce go along; the account of that name is half in, and its own code is asked for', async () => {
    claims = { preferred_username: 'Wang.Min' };
    const at = stranger();
    await at.get('/desk/sign-in/');
    expect(at.page()).toContain('用单位统一身份登录');
    const to = await begin(at, '/en/desk/oidc/');
    const asked = Object.fromEntries(new URL(to).searchParams);
    expect(asked).toMatchObject({ code_challenge_method: 'S256', response_type: 'code' });
    expect([asked.state?.length, asked.nonce?.length, asked.code_challenge?.length]).toEqual([43, 43, 43]);
    const back = await at.get(await through(to));
    expect(whereTo(back)).toEqual([303, '/en/desk/second-factor/?back=%2Fen%2Fdesk%2F']);
    expect((await at.get('/desk/me/')).status).toBe(303);
    desk.pass(60_000);
    expect((await enter(at, codeAt(own.secret, desk.app.office.now()))).status).toBe(303);
    expect((await at.get('/desk/me/')).status).toBe(200);
  });

  test('a directory that asked for two factors itself is believed', async () => {
    claims = { preferred_username: 'wang.min', amr: ['pwd', 'mfa'] };
    const at = stranger();
    expect(whereTo(await at.get(await through(await begin(at))))).toEqual([303, '/desk/']);
    expect((await at.get('/desk/me/')).status).toBe(200);
  });

  test.each<readonly [string, Readonly<Record<string, unknown>>]>([
    ['somebody who has no account', { preferred_username: 'no.such.one' }],
    ['an address of mail that was not verified', { email: 'wang.min', email_verified: false }],
    ['no name at all', {}],
  ])('%s is refused, and no account is made', async (_, said) => {
    claims = said;
    const at = stranger();
    expect(whereTo(await at.get(await through(await begin(at))))).toEqual(failed);
    expect(at.cookies.has('desk')).toBe(false);
    expect(await desk.app.desk.accounts.find('no.such.one')).toBeNull();
  });

  test('a state counts once, in the browser that it was given to', async () => {
    claims = { preferred_username: 'wang.min' };
    const at = stranger();
    const callback = await through(await begin(at));
    const kept = at.cookies.get('desk-oidc') ?? '';
    expect(whereTo(await stranger().get(callback))).toEqual(failed);
    expect((await at.get(callback)).headers.get('location')).toContain('second-factor');
    expect(at.cookies.has('desk-oidc')).toBe(false);
    at.cookies.set('desk-oidc', kept);
    expect(whereTo(await at.get(callback))).toEqual(failed);
  });

  test.each(['state', 'iss', 'code'])('another %s is refused', async name => {
    const at = stranger();
    const callback = new URL(await through(await begin(at)));
    callback.searchParams.set(name, name === 'iss' ? 'https://evil.example' : 'other');
    expect(whereTo(await at.get(callback.href))).toEqual(failed);
  });

  test('ASVS 3.7.2: open redirect: it leads back into the desk', async () => {
    claims = { preferred_username: 'wang.min', amr: ['mfa'] };
    const at = stranger();
    const to = await begin(at, '/desk/oidc/?back=https%3A%2F%2Fevil.example');
    expect(whereTo(await at.get(await through(to)))).toEqual([303, '/desk/']);
  });
});

test.each<readonly [string, Record<string, string>]>([
  ['a part of it', { OIDC_ISSUER: 'https://id.example' }],
  ['plain http', { OIDC_ISSUER: 'http://id.example', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' }],
])('settings of a directory with %s are refused in one line', (_, env) => {
  expect(() => config(env)).toThrow(/^OIDC_ISSUER .* go together: set all three or none$/);
});
