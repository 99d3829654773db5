import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Desk } from '../office.ts';
import {
  codeAt,
  enter,
  hired,
  minute,
  officer,
  onDisk,
  openWithOwn,
  password,
  scrypts,
  signInAs,
  stranger,
  type Visitor,
  visitor,
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
const wrong = 'wrong horse battery';

describe('ASVS 6.3.8, enumeration: a login that is not there is like one that is', () => {
  const tries = [
    ['a wrong password', 'wang.min', wrong],
    ['an unknown login', 'no.such.one', wrong],
    ['one who has not joined', 'nobody.yet', wrong],
    ['one who is disabled', 'gone', password],
  ] as const;

  test('same status, same page, same work', async () => {
    await desk.app.desk.accounts.add('nobody.yet', officer, 'test');
    await hired(desk, 'gone', officer);
    await desk.app.desk.accounts.disable('gone', 'test');
    const answers = [];
    for (const [, login, typed] of tries) {
      const at = stranger();
      await at.get('/desk/sign-in/');
      let response = new Response();
      const count = await scrypts(async () => {
        response = await at.post('/desk/sign-in/', { login, password: typed, back: '' });
      });
      const headers = [...response.headers].filter(([name]) => name !== 'set-cookie');
      answers.push([response.status, count, at.page().replaceAll(login, '—'), headers]);
    }
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.slice(0, 2)).toEqual([401, 1]);
  });

  test('ASVS 16.3.1: no log holds what was typed as a login', async () => {
    await signInAs(stranger(), 'my secret password', wrong);
    expect(onDisk(desk)).not.toContain('my secret password');
  });
});

describe('throttling', () => {
  /** Tries until one is told to wait, at most so many. */
  const hammer = async (at: Visitor, login: string, most: number): Promise<number> => {
    for (let tries = 1; tries <= most; tries++) {
      const response = await signInAs(at, login, wrong);
      if (response.status === 429) return tries;
    }
    return most + 1;
  };

  test('ASVS 6.3.1: waits double, and are told; a right password waits too', async () => {
    const at = stranger();
    // Five are free, the sixth is the first to have its turn.
    expect(await hammer(at, 'wang.min', 10)).toBe(7);
    const waits: number[] = [];
    for (let round = 0; round < 3; round++) {
      const waiting = await signInAs(at, 'wang.min', password);
      expect(waiting.status).toBe(429);
      const seconds = Number(waiting.headers.get('retry-after'));
      expect(at.page()).toContain(`${seconds}秒`);
      waits.push(seconds);
      desk.pass(seconds * 1000);
      expect((await signInAs(at, 'wang.min', wrong)).status).toBe(401);
    }
    expect(waits).toEqual([30, 60, 120]);
    // From elsewhere it goes at once.
    expect((await signInAs(stranger(), 'wang.min', password)).status).toBe(303);
  });

  test('many at once count as many', async () => {
    const at = stranger();
    await at.get('/desk/sign-in/');
    const results = await Promise.all(
      Array.from({ length: 12 }, () => at.post('/desk/sign-in/', { login: 'wang.min', password: wrong })),
    );
    const waited = results.filter(one => one.status === 429);
    expect(waited).toHaveLength(6);
  });

  test('ASVS 6.3.1, lock-out: who hammers a login does not keep its owner out on a known device, same address or not', async () => {
    const office = '10.9.9.9';
    const owner = visitor(undefined, office);
    await signInAs(owner, 'wang.min', password);
    await enter(owner, code());
    await owner.get('/desk/me/');
    await owner.post('/desk/sign-out/', {});
    expect([owner.cookies.has('desk'), owner.cookies.has('desk-device')]).toEqual([false, true]);
    const attacker = visitor(undefined, office);
    expect(await hammer(attacker, 'wang.min', 10)).toBe(7);
    // The attacker's address waits even with the right password; the owner's device does not.
    expect((await signInAs(attacker, 'wang.min', password)).status).toBe(429);
    expect((await signInAs(owner, 'wang.min', password)).status).toBe(303);
    // Nobody forges a device.
    attacker.cookies.set('desk-device', 'd2FuZy5taW4.AAAA.BBBB');
    expect((await signInAs(attacker, 'wang.min', password)).status).toBe(429);
    desk.pass(minute);
    expect((await enter(owner, code())).status).toBe(303);
  });

  test('codes are tried no faster than passwords', async () => {
    const at = stranger();
    const results: number[] = [];
    await signInAs(at, 'wang.min', password);
    for (let tries = 0; tries < 8; tries++) results.push((await enter(at, '000000')).status);
    expect(results).toEqual([401, 401, 401, 401, 401, 401, 429, 429]);
  });

  test('a forgotten password does not count against who knows it', async () => {
    const at = stranger();
    for (let round = 0; round < 6; round++) {
      expect((await signInAs(at, 'wang.min', password)).status).toBe(303);
    }
  });
});
