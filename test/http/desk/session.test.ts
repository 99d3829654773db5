import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from '#src/http/ask.ts';
import { backIn, readDeskPost, signedIn } from '#src/http/desk/session.ts';
import { type Desk, openDesk } from '../../office.ts';
import { newStaff, type SignedInStaff } from '../../staff.ts';

let desk: Desk;
let officer: SignedInStaff;
beforeAll(async () => {
  desk = await openDesk();
  officer = await newStaff(desk, { role: 'officer', department: 'supplies' });
});
afterAll(() => desk.stop());

const site = 'http://localhost:4321';
const asked = (path: string, headers: Record<string, string> = {}, init: RequestInit = {}) =>
  ask(new Request(site + path, { ...init, headers }), undefined);

describe('who is signed in', () => {
  test('is known by the cookie, over https by the one that is tied to the host', async () => {
    const page = asked('/desk/', { cookie: officer.cookie });
    const found = await signedIn(page, desk.app);
    expect(found).toMatchObject({ staff: officer.staff, csrf: officer.csrf, superior: false });
    const tied = ask(
      new Request('https://zone.example/desk/', { headers: { cookie: officer.cookie } }),
      undefined,
    );
    expect(await signedIn(tied, desk.app.front)).toMatchObject({ sessionId: officer.sessionId });
    const loose = ask(
      new Request('https://zone.example/desk/', { headers: { cookie: `desk=${officer.token}` } }),
      undefined,
    );
    expect(await signedIn(loose, desk.app)).toBeInstanceOf(Response);
  });

  test('over plain http on a network nobody is', async () => {
    const plain = ask(
      new Request('http://10.0.0.8/desk/', { headers: { cookie: officer.cookie } }),
      undefined,
    );
    expect(await signedIn(plain, desk.app)).toBeInstanceOf(Response);
  });

  test('nobody: a page leads to signing in and back, a program hears 401', async () => {
    const page = await signedIn(asked('/en/desk/?state=held', { accept: 'text/html' }), desk.app);
    if (!(page instanceof Response)) throw new Error('somebody is signed in');
    expect([page.status, page.headers.get('location')]).toEqual([
      303,
      '/en/desk/sign-in/?back=%2Fen%2Fdesk%2F%3Fstate%3Dheld',
    ]);
    const program = await signedIn(asked('/desk/'), desk.app);
    if (!(program instanceof Response)) throw new Error('somebody is signed in');
    expect([program.status, program.headers.get('cross-origin-resource-policy')]).toEqual([
      401,
      'same-origin',
    ]);
    expect(program.headers.get('cache-control')).toBe('no-store');
  });
});

test.each([
  ['/desk/', '/desk/'],
  ['/en/desk/cases/2012310000017/?tab=files', '/en/desk/cases/2012310000017/?tab=files'],
  ['https://evil.example/desk/', ''],
  ['//evil.example/desk/', ''],
  ['/\\evil.example/desk/', ''],
  ['/desk//evil.example', ''],
  ['/desk/\n//evil.example', ''],
  ['javascript:alert(1)//desk/', ''],
  ['/api/track', ''],
  [`/desk/${'a'.repeat(600)}`, ''],
])('open redirect: after signing in %j leads to %j', (path, way) => {
  expect(backIn(path)).toBe(way);
});

describe('ASVS 3.5.1: what changes something comes from a page of this site, with the session’s token', () => {
  const send = (headers: Record<string, string>, body = `_csrf=${officer.csrf}&note=hello`) =>
    readDeskPost(
      asked(
        '/desk/',
        { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        { method: 'POST', body },
      ),
      officer,
    );
  const statusOf = async (sent: ReturnType<typeof send>) => {
    const result = await sent;
    return result instanceof Response ? result.status : result.fields;
  };

  test.each<readonly [string, Record<string, string>]>([
    ['a form of this site', { origin: site, 'sec-fetch-site': 'same-origin' }],
    ['a browser that says nothing', {}],
  ])('%s is read', async (_, headers) => {
    expect(await statusOf(send(headers))).toEqual({ note: 'hello' });
  });

  test.each<readonly [string, Record<string, string>, string]>([
    ['another site', { 'sec-fetch-site': 'cross-site' }, 'own'],
    ['another host of this site', { 'sec-fetch-site': 'same-site' }, 'own'],
    ['another origin', { origin: 'http://evil.example' }, 'own'],
    ['another port', { origin: 'http://localhost:8080' }, 'own'],
    ['an origin that is hidden', { origin: 'null' }, 'own'],
    ['no token', {}, 'note=hello'],
    ['another token', {}, '_csrf=AAAA&note=hello'],
  ])('%s is refused', async (_, headers, body) => {
    // 'own': with the session's token, as a page of ours would send it.
    expect(await statusOf(body === 'own' ? send(headers) : send(headers, body))).toBe(403);
  });

  test('a program sends the token as a header', async () => {
    const json = { 'content-type': 'application/json', 'x-csrf': officer.csrf };
    expect(await statusOf(send(json, '{"note":"hello"}'))).toEqual({ note: 'hello' });
    expect(await statusOf(send({ ...json, 'x-csrf': '' }, '{"note":"hello"}'))).toBe(403);
  });
});
