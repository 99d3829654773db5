import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Desk } from '../office.ts';
import {
  codeAt,
  enter,
  hiddenIn,
  hired,
  isIn,
  minute,
  officer,
  onDisk,
  openWithOwn,
  password,
  scrypts,
  signInAs,
  stranger,
  whereTo,
} from './desk-knock.ts';

let desk: Desk;
let own: Awaited<ReturnType<typeof openWithOwn>>['own'];
beforeAll(async () => {
  ({ desk, own } = await openWithOwn());
});
afterAll(() => desk.stop());
// A code counts once: by the next test its half minute is over.
beforeEach(() => desk.pass(2 * minute));

const code = () => codeAt(own.secret, desk.app.office.now());

describe('what a session is', () => {
  const cookieOf = (response: Response, name: string) =>
    response.headers.getSetCookie().find(one => one.startsWith(`${name}=`)) ?? '';

  test('ASVS 3.3.1, 3.3.2, 3.3.3, 3.3.4: over https the cookie is tied to the host, Secure, HttpOnly, SameSite', async () => {
    const at = stranger('https://zone.example');
    const response = await signInAs(at, 'wang.min', password);
    expect(cookieOf(response, '__Host-desk')).toMatch(
      /^__Host-desk=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
    );
    const local = await signInAs(stranger(), 'wang.min', password);
    expect(cookieOf(local, 'desk')).toMatch(/^desk=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  test('ASVS 12.2.1: over plain http on a network nobody can sign in, and is told why', async () => {
    const at = stranger('http://10.0.0.8:4321');
    const page = await at.get('/desk/sign-in/');
    expect([page.status, at.page().includes('没有加密')]).toEqual([403, true]);
    expect(at.page()).not.toContain('type="password"');
    expect(await scrypts(() => at.post('/desk/sign-in/', { login: 'wang.min', password }))).toBe(0);
    expect(at.cookies.size).toBe(0);
    expect((await at.get('/desk/join/?invite=x')).status).toBe(403);
  });

  test('ASVS 7.2.4, fixation: each step has a token of its own, and the one before ends', async () => {
    const at = stranger();
    at.cookies.set('desk', 'A'.repeat(43));
    await signInAs(at, 'wang.min', password);
    const half = at.cookies.get('desk') ?? '';
    expect(half).not.toBe('A'.repeat(43));
    await enter(at, code());
    const full = at.cookies.get('desk') ?? '';
    expect(full).not.toBe(half);
    expect(await desk.app.desk.sessions.live(half)).toBeNull();
    await signInAs(at, 'wang.min', password);
    expect(await desk.app.desk.sessions.live(full)).toBeNull();
  });

  test('ASVS 7.2.2: the store holds no token', async () => {
    const at = stranger();
    await signInAs(at, 'wang.min', password);
    expect(onDisk(desk)).not.toContain(at.cookies.get('desk') ?? '?');
  });

  test('ASVS 7.3.1, 7.3.2: an hour without a request, or twelve in all, end it', async () => {
    const enterAnew = async () => {
      const at = stranger();
      await signInAs(at, 'wang.min', password);
      await enter(at, code());
      return at;
    };
    const idle = await enterAnew();
    desk.pass(59 * minute);
    expect(await isIn(idle)).toBe(true);
    desk.pass(60 * minute);
    expect(await isIn(idle)).toBe(false);
    const busy = await enterAnew();
    for (let hour = 0; hour < 12; hour++) {
      expect(await isIn(busy)).toBe(true);
      desk.pass(59 * minute);
    }
    desk.pass(12 * minute);
    expect(await isIn(busy)).toBe(false);
  });

  test('ASVS 7.4.1, 7.4.2: signing out ends it in the store; disabling ends all', async () => {
    const one = await hired(desk, 'sun.ba', officer);
    await one.at.get('/desk/me/');
    const token = one.at.cookies.get('desk') ?? '';
    expect(whereTo(await one.at.post('/desk/sign-out/', {}))).toEqual([303, '/desk/sign-in/']);
    expect(await desk.app.desk.sessions.look(token)).toBeNull();
    desk.pass(minute);
    await signInAs(one.at, 'sun.ba', password);
    const next = codeAt(one.secret, desk.app.office.now());
    await enter(one.at, next);
    expect(await isIn(one.at)).toBe(true);
    await desk.app.desk.accounts.disable('sun.ba', 'test');
    expect(await isIn(one.at)).toBe(false);
  });

  test('ASVS 3.5.1, CSRF: another site neither signs anybody in nor out', async () => {
    const foreign = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
    const at = stranger();
    await at.get('/desk/sign-in/');
    expect((await at.post('/desk/sign-in/', { login: 'wang.min', password }, foreign)).status).toBe(403);
    expect(at.cookies.size).toBe(0);
    await signInAs(at, 'wang.min', password);
    await enter(at, code());
    await at.get('/desk/me/');
    expect((await at.post('/desk/sign-out/', {}, foreign)).status).toBe(403);
    expect((await at.post('/desk/sign-out/', { _csrf: 'x' })).status).toBe(403);
    expect(await isIn(at)).toBe(true);
  });

  test('ASVS 3.7.2: open redirect: `back` leads into the desk or nowhere', async () => {
    const at = stranger();
    for (const back of ['https://evil.example/', '//evil.example', '/\\evil.example', '/api/track']) {
      await at.get(`/desk/sign-in/?back=${encodeURIComponent(back)}`);
      expect(hiddenIn(at.page(), 'back')).toBe('');
      const sent = await at.post('/desk/sign-in/', { login: 'wang.min', password, back });
      expect(whereTo(sent)).toEqual([303, '/desk/second-factor/']);
    }
  });

  test('ASVS 14.3.2, 3.4.6, 3.5.8: what the desk says is stored, framed and taken in by nobody', async () => {
    const at = stranger();
    const pages = [
      await at.get('/desk/sign-in/'),
      await at.get('/desk/join/?invite=x'),
      await at.get('/desk/me/'),
      await signInAs(at, 'wang.min', password),
      await at.get('/desk/second-factor/'),
      await at.post('/desk/sign-in/', { login: 'wang.min', password: 'wrong horse battery' }),
      await at.script('/desk/me/', {}),
    ];
    for (const page of pages) {
      expect(page.headers.get('cache-control')).toBe('no-store');
      expect(page.headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    }
  });
});
