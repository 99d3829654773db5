import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Desk } from '../office.ts';
import {
  codeAt,
  enter,
  hiddenIn,
  isIn,
  keyIn,
  minute,
  officer,
  openWithOwn,
  password,
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
const events = async (login: string) => {
  const look = await desk.app.desk.accounts.look({ login, after: '' });
  return look.tag === 'one' ? look.events.map(one => one.kind) : [];
};

describe('two steps', () => {
  test('password, then a code: signed in, and back where one wanted to go', async () => {
    const at = stranger();
    await at.get('/desk/sign-in/?back=%2Fdesk%2Fstaff%2F');
    const first = await at.post('/desk/sign-in/', {
      login: ' Wang.Min ',
      password,
      back: hiddenIn(at.page(), 'back'),
    });
    expect(whereTo(first)).toEqual([303, '/desk/second-factor/?back=%2Fdesk%2Fstaff%2F']);
    expect(await isIn(at)).toBe(false);
    await at.get(first.headers.get('location') ?? '');
    const second = await at.post('/desk/second-factor/', { code: code(), back: hiddenIn(at.page(), 'back') });
    expect(whereTo(second)).toEqual([303, '/desk/staff/']);
    expect(await isIn(at)).toBe(true);
    expect(await events('wang.min')).toContain('signed-in');
    expect(whereTo(await at.get('/desk/sign-in/'))).toEqual([303, '/desk/']);
  });

  test('in English it stays English', async () => {
    const at = stranger();
    await at.get('/en/desk/sign-in/');
    expect(at.page()).toContain('Sign in to the desk');
    const first = await at.post('/en/desk/sign-in/', { login: 'wang.min', password });
    expect(whereTo(first)).toEqual([303, '/en/desk/second-factor/']);
    await at.get('/en/desk/second-factor/');
    expect(whereTo(await at.post('/en/desk/second-factor/', { code: code() }))).toEqual([303, '/en/desk/']);
  });

  test('ASVS 6.5.1: a code counts once, whoever sends it', async () => {
    const [one, other] = [stranger(), stranger()];
    await signInAs(one, 'wang.min', password);
    await signInAs(other, 'wang.min', password);
    const now = code();
    const results = await Promise.all([enter(one, now), enter(other, now)]);
    expect(results.map(one => one.status).sort()).toEqual([303, 401]);
  });

  test('a code of five minutes ago is over', async () => {
    const at = stranger();
    await signInAs(at, 'wang.min', password);
    const old = codeAt(own.secret, new Date(desk.app.office.now().getTime() - 5 * minute));
    expect((await enter(at, old)).status).toBe(401);
    expect(at.page()).toContain('验证码不对');
  });

  test('ASVS 6.5.1: a recovery code lets in once, typed as people type', async () => {
    const [first = ''] = own.codes;
    expect(own.codes).toHaveLength(10);
    const typed = first.toUpperCase().replace('-', ' ');
    const at = stranger();
    await signInAs(at, 'wang.min', password);
    expect((await enter(at, typed)).status).toBe(303);
    await at.get('/desk/me/');
    expect(at.page()).toContain('还有9个没用过');
    const again = stranger();
    await signInAs(again, 'wang.min', password);
    expect((await enter(again, typed)).status).toBe(401);
  });

  test('the second step is over after ten minutes', async () => {
    const at = stranger();
    await signInAs(at, 'wang.min', password);
    desk.pass(11 * minute);
    expect(whereTo(await enter(at, code()))).toEqual([303, '/desk/sign-in/']);
  });

  test('who has a second factor sets up no other by the password alone', async () => {
    const at = stranger();
    await signInAs(at, 'wang.min', password);
    const made = desk.app.desk.factors.askTotp({
      id: (await desk.app.desk.accounts.find('wang.min'))?.id ?? '',
      login: 'wang.min',
    });
    const mine = codeAt(made.secret, desk.app.office.now());
    await at.get('/desk/second-factor/');
    expect((await at.post('/desk/second-factor/', { code: mine, sealed: made.sealed })).status).toBe(401);
  });
});

describe('invitations', () => {
  test('work once, within 72 hours', async () => {
    const invited = await desk.app.desk.accounts.add('li.si', officer, 'test');
    if (invited.tag !== 'invited') throw new Error(invited.tag);
    const path = `/desk/join/?invite=${invited.token}`;
    const at = stranger();
    expect((await at.get(path)).status).toBe(200);
    expect(at.page()).toContain('li.si');
    const fields = { invite: invited.token, password, again: password };
    expect((await at.post(path, { ...fields, again: `${password}。` })).status).toBe(422);
    expect((await at.post(path, { ...fields, password: 'qwertyuiop12', again: 'qwertyuiop12' })).status).toBe(
      422,
    );
    expect(at.page()).toContain('太常见');
    expect(whereTo(await at.post(path, fields))).toEqual([303, '/desk/second-factor/']);
    expect([(await at.get(path)).status, (await at.post(path, fields)).status]).toEqual([410, 410]);
    const late = await desk.app.desk.accounts.add('late', officer, 'test');
    desk.pass(72 * 60 * minute + 1);
    if (late.tag !== 'invited') throw new Error(late.tag);
    expect((await at.get(`/desk/join/?invite=${late.token}`)).status).toBe(410);
    expect((await at.get('/desk/join/?invite=')).status).toBe(410);
  });

  test('two at once: one joins', async () => {
    const invited = await desk.app.desk.accounts.add('zhao.liu', officer, 'test');
    if (invited.tag !== 'invited') throw new Error(invited.tag);
    const fields = { invite: invited.token, password, again: password };
    const results = await Promise.all([stranger(), stranger()].map(at => at.post('/desk/join/', fields)));
    expect(results.map(one => one.status).sort()).toEqual([303, 410]);
  });

  test('ASVS 15.3.3, mass assignment: a role in the form counts for nothing', async () => {
    const invited = await desk.app.desk.accounts.add('qian.qi', officer, 'test');
    if (invited.tag !== 'invited') throw new Error(invited.tag);
    await stranger().post('/desk/join/', {
      invite: invited.token,
      password,
      again: password,
      role: 'administrator',
      department: 'law',
      'areas.east': 'on',
      state: 'active',
      login: 'root',
      id: 'x',
    });
    expect(await desk.app.desk.accounts.find('qian.qi')).toMatchObject({
      role: 'officer',
      department: 'supplies',
      areas: '[]',
    });
    expect(await desk.app.desk.accounts.find('root')).toBeNull();
  });
});

test('the key of an app is shown while it is set up, and sealed in the store', async () => {
  expect(keyIn(own.at.page())).toBe('');
  const row = await desk.app.desk.accounts.find('wang.min');
  expect(Buffer.from(row?.totp ?? []).toString('latin1')).not.toContain(own.secret);
});
