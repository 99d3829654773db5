import { createHook } from 'node:async_hooks';
import { globSync, readFileSync } from 'node:fs';
import { Secret, TOTP } from 'otpauth';
import { vi } from 'vitest';
import join from '#functions/desk-join.ts';
import me from '#functions/desk-me.ts';
import oidc from '#functions/desk-oidc.ts';
import passkey from '#functions/desk-passkey.ts';
import secondFactor from '#functions/desk-second-factor.ts';
import signIn from '#functions/desk-sign-in.ts';
import signOut from '#functions/desk-sign-out.ts';
import staff from '#functions/desk-staff.ts';
import type { Handler } from '#src/http/door.ts';
import { type Desk, openDesk } from '../office.ts';

// A password takes a third of a second and 128 MB, on a busy machine more; these tests try many.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const doors: Readonly<Record<string, Handler>> = {
  'sign-in': signIn,
  'sign-out': signOut,
  'second-factor': secondFactor,
  passkey,
  join,
  me,
  staff,
  oidc,
};

export const site = 'http://localhost:4321';

/** Somebody at a browser: cookies are kept, forms are sent as their page has them, redirects are not followed. */
export type Visitor = {
  readonly cookies: Map<string, string>;
  /** The last page's text. */ page(): string;
  get(path: string): Promise<Response>;
  /** Posts fields, with the token of the last page. */
  post(path: string, fields: Readonly<Record<string, string>>, more?: Headers_): Promise<Response>;
  /** Posts JSON as the page's script does. */
  script(path: string, body: unknown): Promise<Response>;
};
type Headers_ = Readonly<Record<string, string>>;

const doorOf = (url: URL): Handler => {
  const name = url.pathname.replace(/^\/en/, '').split('/')[2] ?? '';
  const door = doors[name];
  if (!door) throw new Error(`no door at ${url.pathname}`);
  return door;
};

const inPage = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

/** The value of a hidden field of a page. */
export const hiddenIn = inPage;

export const visitor = (origin = site, ip = '10.1.1.1'): Visitor => {
  const cookies = new Map<string, string>();
  let last = '';
  const knock = async (path: string, init: RequestInit, headers: Headers_): Promise<Response> => {
    const url = new URL(path, origin);
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const request = new Request(url, {
      ...init,
      headers: { accept: 'text/html', 'user-agent': 'Chrome/150 (Windows)', cookie, ...headers },
    });
    const response = await doorOf(url)(request, { ip });
    for (const set of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = set.split('; ');
      const [name = '', value = ''] = pair.split(/=(.*)/);
      if (attributes.includes('Max-Age=0')) cookies.delete(name);
      else cookies.set(name, value);
    }
    if (response.headers.get('content-type')?.includes('html')) last = await response.clone().text();
    return response;
  };
  return {
    cookies,
    page: () => last,
    get: path => knock(path, {}, {}),
    post: (path, fields, more = {}) => {
      const body = new URLSearchParams({ _csrf: inPage(last, '_csrf'), ...fields });
      return knock(path, { method: 'POST', body }, { origin, 'sec-fetch-site': 'same-origin', ...more });
    },
    script: (path, body) =>
      knock(
        path,
        { method: 'POST', body: JSON.stringify(body) },
        {
          accept: 'application/json',
          'content-type': 'application/json',
          origin,
          'x-csrf': /data-csrf="([^"]*)"/.exec(last)?.[1] ?? inPage(last, '_csrf'),
        },
      ),
  };
};

/** The key that a page shows for an authenticator app. */
export const keyIn = (html: string): string =>
  (/class="secret">([^<]+)</.exec(html)?.[1] ?? '').replaceAll(' ', '');

/** What the app shows at a time. */
export const codeAt = (secret: string, at: Date): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });

export const password = '复工 雨伞 台灯 电梯间 九月';

/** An account through the front door: invited, password, app. Gives back the browser on which it is signed in, and the app's key. */
export const hired = async (
  desk: Desk,
  login: string,
  profile: Parameters<typeof desk.app.desk.accounts.add>[1],
): Promise<{ readonly at: Visitor; readonly secret: string; readonly codes: readonly string[] }> => {
  const invited = await desk.app.desk.accounts.add(login, profile, 'test');
  if (invited.tag !== 'invited') throw new Error(invited.tag);
  const at = visitor();
  const path = `/desk/join/?invite=${invited.token}`;
  await at.get(path);
  const joined = await at.post(path, { invite: invited.token, password, again: password });
  await at.get(joined.headers.get('location') ?? '');
  const secret = keyIn(at.page());
  const code = codeAt(secret, desk.app.office.now());
  const done = await at.post('/desk/second-factor/', { sealed: inPage(at.page(), 'sealed'), code });
  if (done.status !== 200) throw new Error(`${done.status} ${at.page()}`);
  const codes = [...at.page().matchAll(/<li><code>([^<]+)</g)].map(([, text = '']) => text);
  return { at, secret, codes };
};

/** The program on a fixed morning, with 王敏 of the supplies office hired through the front door. */
export const openWithOwn = async () => {
  const desk = await openDesk();
  desk.at('2026-11-23T01:00:00.000Z');
  return { desk, own: await hired(desk, 'wang.min', officer) };
};

let strangers = 0;
/** Somebody nobody knows yet, from an address of their own. */
export const stranger = (origin?: string): Visitor =>
  visitor(origin, `10.2.${Math.floor(++strangers / 200)}.${strangers % 200}`);

/** The first step, from its page. */
export const signInAs = async (at: Visitor, login: string, typed: string): Promise<Response> => {
  await at.get('/desk/sign-in/');
  return at.post('/desk/sign-in/', { login, password: typed, back: '' });
};

/** The second step, from its page. */
export const enter = async (at: Visitor, code: string): Promise<Response> => {
  await at.get('/desk/second-factor/');
  return at.post('/desk/second-factor/', { code, back: inPage(at.page(), 'back') });
};

export const whereTo = (response: Response) => [response.status, response.headers.get('location')];
export const isIn = async (at: Visitor) => (await at.get('/desk/me/')).status === 200;
export const minute = 60_000;
export const officer = { name: '王敏', role: 'officer', department: 'supplies', areas: [] } as const;

/** How many times scrypt ran meanwhile. */
export const scrypts = async (work: () => Promise<unknown>): Promise<number> => {
  let count = 0;
  const hook = createHook({
    init: (_, type) => {
      if (type === 'SCRYPTREQUEST') count++;
    },
  }).enable();
  await work();
  hook.disable();
  return count;
};

/** Everything the database wrote, its log included. */
export const onDisk = (desk: Desk): string =>
  globSync(`${desk.file}*`)
    .map(file => readFileSync(file, 'latin1'))
    .join('');
