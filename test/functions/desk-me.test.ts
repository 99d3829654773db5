import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Desk } from '../office.ts';
import { newStaff } from '../staff.ts';
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
  type Visitor,
  visitor,
  whereTo,
} from './desk-knock.ts';

let desk: Desk;
let own: Awaited<ReturnType<typeof openWithOwn>>['own'];
beforeAll(async () => {
  ({ desk, own } = await openWithOwn());
});
afterAll(() => desk.stop());
beforeEach(() => desk.pass(2 * minute));

/** A browser on which somebody is signed in. */
const seated = async (role: 'officer' | 'administrator' | 'viewer', login?: string) => {
  const staff = await newStaff(desk, { role, ...(login && { login }) });
  const at = visitor();
  at.cookies.set('desk', staff.token);
  return { at, staff };
};
const act = async (at: Visitor, name: string, fields: Record<string, string> = {}) => {
  await at.get('/desk/me/');
  return at.post('/desk/me/', { _act: name, ...fields });
};

describe('the own account', () => {
  test('ASVS 7.5.2: sessions are listed and ended; the present one is named', async () => {
    const { at, staff } = await seated('officer');
    const other = await desk.app.desk.sessions.start(staff.staff, 'full', { agent: 'Firefox · Linux' });
    await at.get('/desk/me/');
    expect(at.page()).toContain('Firefox · Linux');
    expect(at.page().match(/本机/g)).toHaveLength(1);
    expect(whereTo(await act(at, 'revoke', { id: other.sessionId }))).toEqual([303, '/desk/me/?done=revoke']);
    expect(await desk.app.desk.sessions.look(other.token)).toBeNull();
    expect(await isIn(at)).toBe(true);
  });

  test('ASVS 8.2.2, IDOR: nobody ends another’s session, nor removes another’s passkey', async () => {
    const [{ at }, { staff: other }] = [await seated('officer'), await seated('officer')];
    expect((await act(at, 'revoke', { id: other.sessionId })).status).toBe(404);
    expect(await desk.app.desk.sessions.look(other.token)).not.toBeNull();
    expect((await act(at, 'passkey-remove', { id: 'x' })).status).toBe(404);
    expect((await act(at, 'promote', { role: 'administrator' })).status).toBe(404);
  });

  test('ASVS 6.2.3, 7.4.3: a new password asks for the present one, ends other sessions and changes the token', async () => {
    const other = stranger();
    await signInAs(other, 'wang.min', password);
    await enter(other, codeAt(own.secret, desk.app.office.now()));
    expect(await isIn(other)).toBe(true);
    const before = own.at.cookies.get('desk');
    const next = '新的 雨伞 台灯 电梯间 十月';
    const wrong = await act(own.at, 'password', { current: 'not this one', password: next, again: next });
    expect([wrong.status, own.at.page().includes('现在的密码不对')]).toEqual([422, true]);
    const differ = await act(own.at, 'password', { current: password, password: next, again: password });
    expect([differ.status, own.at.page().includes('两次输的不一样')]).toEqual([422, true]);
    const done = await act(own.at, 'password', { current: password, password: next, again: next });
    expect(whereTo(done)).toEqual([303, '/desk/me/?done=password']);
    expect(own.at.cookies.get('desk')).not.toBe(before);
    expect([await isIn(own.at), await isIn(other)]).toEqual([true, false]);
    expect((await signInAs(stranger(), 'wang.min', password)).status).toBe(401);
    expect((await signInAs(stranger(), 'wang.min', next)).status).toBe(303);
  });

  test('an app is set up with its first code, and then asked for', async () => {
    const { at } = await seated('viewer');
    await act(at, 'totp-new');
    const secret = keyIn(at.page());
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    const sealed = hiddenIn(at.page(), 'sealed');
    expect((await at.post('/desk/me/', { _act: 'totp', sealed, code: '000000' })).status).toBe(422);
    // The page comes back with the same key: it stands in the app already.
    expect(keyIn(at.page())).toBe(secret);
    const code = codeAt(secret, desk.app.office.now());
    const done = await at.post('/desk/me/', { _act: 'totp', sealed, code });
    expect(whereTo(done)).toEqual([303, '/desk/me/?done=totp']);
    // Another's page is of no use.
    const { at: thief } = await seated('viewer');
    await thief.get('/desk/me/');
    await thief.post('/desk/me/', { _act: 'totp', sealed, code });
    expect(keyIn(thief.page())).not.toBe(secret);
  });

  test('recovery codes are made anew and shown once', async () => {
    const { at } = await seated('viewer');
    await at.get('/desk/me/');
    expect(at.page()).toContain('您没有恢复码');
    await act(at, 'recovery');
    expect(at.page().match(/<li><code>[2-9a-z]{5}-[2-9a-z]{5}</g)).toHaveLength(10);
    await at.get('/desk/me/');
    expect(at.page()).toContain('还有10个没用过');
  });

  test.each(['totp-new', 'recovery', 'passkey-remove'])(
    'ASVS 7.5.1: %s asks that one signed in lately',
    async name => {
      const { at } = await seated('officer');
      desk.pass(16 * minute);
      expect(whereTo(await act(at, name))).toEqual([303, '/desk/sign-in/?again=1&back=%2Fdesk%2Fme%2F']);
      await at.get('/desk/sign-in/?again=1&back=%2Fdesk%2Fme%2F');
      expect(at.page()).toContain('登录超过15分钟了');
    },
  );

  test('passkeys are made neither without a recent sign-in nor at a bare address', async () => {
    const { at } = await seated('officer');
    await at.get('/desk/me/');
    const asked = await at.script('/desk/passkey/', { use: 'new' });
    expect([asked.status, Object.keys((await asked.json()) as object).sort()]).toEqual([
      200,
      ['options', 'state'],
    ]);
    expect((await at.script('/desk/passkey/', { use: 'new', state: 'x', answer: {} })).status).toBe(403);
    expect((await at.script('/desk/passkey/', { use: 'sign-in' })).status).toBe(403);
    desk.pass(16 * minute);
    expect((await at.script('/desk/passkey/', { use: 'new' })).status).toBe(401);
    const bare = visitor('http://127.0.0.1:4321');
    bare.cookies.set('desk', at.cookies.get('desk') ?? '');
    await bare.get('/desk/me/');
    expect(bare.page()).toContain('用不了通行密钥');
  });
});

describe('everybody’s accounts', () => {
  const add = (at: Visitor, fields: Record<string, string>) =>
    at.post('/desk/staff/', {
      _act: 'add',
      login: 'new.one',
      name: '李四',
      role: 'officer',
      department: 'law',
      ...fields,
    });

  test.each(['officer', 'viewer'] as const)('ASVS 8.3.1: %s neither sees nor makes accounts', async role => {
    const { at } = await seated(role);
    expect((await at.get('/desk/staff/')).status).toBe(403);
    await at.get('/desk/me/');
    expect((await add(at, { role: 'administrator' })).status).toBe(403);
    expect(await desk.app.desk.accounts.find('new.one')).toBeNull();
  });

  test('added with an invitation that is shown once; changed; disabled; reset', async () => {
    const { at } = await seated('administrator', 'chief');
    await at.get('/desk/staff/');
    expect((await add(at, { login: 'Zhang.San' })).status).toBe(200);
    const link = /class="invite">([^<]+)</.exec(at.page())?.[1] ?? '';
    expect(link).toMatch(/^http:\/\/localhost:4321\/desk\/join\/\?invite=[\w-]{43}$/);
    expect((await visitor().get(link)).status).toBe(200);
    await at.get('/desk/staff/zhang.san/');
    const changed = await at.post('/desk/staff/zhang.san/', {
      _act: 'change',
      name: '张三',
      role: 'liaison',
      'areas.east': 'on',
      'areas.nowhere': 'on',
      login: 'other',
      state: 'disabled',
    });
    expect(whereTo(changed)).toEqual([303, '/desk/staff/zhang.san/?done=change']);
    expect(await desk.app.desk.accounts.find('zhang.san')).toMatchObject({
      name: '张三',
      role: 'liaison',
      department: '',
      areas: '["east"]',
      state: 'active',
    });
    await at.post('/desk/staff/zhang.san/', { _act: 'disable' });
    expect((await visitor().get(link)).status).toBe(410);
    expect((await at.post('/desk/staff/zhang.san/', { _act: 'reset' })).status).toBe(200);
    await at.get('/desk/staff/zhang.san/');
    for (const word of ['建立账号', '改了资料', '停用', '重置']) expect(at.page()).toContain(word);
  });

  test('a changed role ends the sessions that were opened under the old one', async () => {
    const { at } = await seated('administrator');
    const { at: theirs, staff } = await seated('viewer');
    await at.get(`/desk/staff/${staff.staff.login}/`);
    const fields = { _act: 'change', name: staff.staff.name, department: '' };
    await at.post(`/desk/staff/${staff.staff.login}/`, { ...fields, role: 'viewer' });
    expect(await isIn(theirs)).toBe(true);
    await at.post(`/desk/staff/${staff.staff.login}/`, { ...fields, role: 'auditor' });
    expect(await isIn(theirs)).toBe(false);
  });

  test('nobody changes, resets or disables oneself: an administrator is always left', async () => {
    const { at, staff } = await seated('administrator');
    const path = `/desk/staff/${staff.staff.login}/`;
    await at.get(path);
    expect(at.page()).toContain('请另一位管理员');
    const change = { _act: 'change', name: 'x', role: 'viewer' };
    const tries = [change, { _act: 'disable' }, { _act: 'reset' }];
    // The page has no form for it: the token comes from another.
    await at.get('/desk/staff/');
    for (const fields of tries) expect((await at.post(path, fields)).status).toBe(403);
    expect(await isIn(at)).toBe(true);
  });

  test.each<readonly [string, Record<string, string>, string]>([
    ['no name', { name: ' ' }, '请填写姓名'],
    ['an unknown role', { role: 'root' }, '请选择角色'],
    ['an officer without a department', { department: '' }, '经办人要选部门'],
    ['a department that is not there', { department: 'secret' }, '经办人要选部门'],
    ['a liaison officer without an area', { role: 'liaison' }, '联络员要选片区'],
    ['a login with a blank', { login: 'a b' }, '登录名要2到64个'],
    ['a login that is taken', { login: 'wang.min' }, '已经有了'],
  ])('%s: the form comes back', async (_, fields, told) => {
    const { at } = await seated('administrator');
    await at.get('/desk/staff/');
    expect((await add(at, fields)).status).toBe(422);
    expect(at.page()).toContain(told);
    expect(await desk.app.desk.accounts.find('new.one')).toBeNull();
  });

  test('what is typed is shown as text', async () => {
    const { at } = await seated('administrator');
    await at.get('/desk/staff/');
    await add(at, { login: 'x<img>', name: '"><script>alert(1)</script>' });
    expect(at.page()).not.toContain('<script>alert');
    expect(at.page()).not.toContain('<img>');
  });

  test('a list of many is shown a page at a time', async () => {
    const { accounts } = desk.app.desk;
    for (let n = 0; n < 55; n++) await accounts.add(`~page-${n}`.replace('~', 'p'), officer, 'test');
    const { at } = await seated('administrator');
    await at.get('/desk/staff/');
    expect(at.page().match(/scope="row"/g)).toHaveLength(50);
    const next = /href="(\/desk\/staff\/\?after=[^"]+)"/.exec(at.page())?.[1] ?? '';
    await at.get(next);
    expect(at.page().match(/scope="row"/g)?.length).toBeLessThan(50);
  });
});
