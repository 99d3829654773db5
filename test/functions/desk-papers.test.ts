import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import trackPaper from '#functions/track-paper.ts';
import { fault } from '#src/cases/review.ts';
import { newStaff, type SignedInStaff } from '../staff.ts';
import { type Pairs, page, press, see } from './desk.ts';
import { linkOf, lookPage, passIn, textOf } from './knock.ts';
import { ask, hidden, openPaperDesk, type PaperDesk, scan, site, trip } from './paper-desk.ts';

let at: PaperDesk;
let auditor: SignedInStaff;
let stranger: SignedInStaff;
beforeAll(async () => {
  at = await openPaperDesk();
  auditor = await newStaff(at.desk, { role: 'auditor' });
  stranger = await newStaff(at.desk, { role: 'officer', department: 'law' });
});
afterAll(() => at.desk.stop());

const own = (fields: Pairs): Promise<Response> => {
  const init = { method: 'POST', headers: { accept: 'text/html' }, body: new URLSearchParams(fields) };
  return trackPaper(new Request(`${site}/track/paper/?lang=zh-Hans`, init), { ip: '10.7.0.1' });
};

describe('the whole course of a pass', () => {
  test('drafted, checked by another, signed, numbered, sealed, issued; read by its enterprise; revoked', async () => {
    const receipt = await ask();
    const { number } = linkOf(receipt);
    const casePage = await page(at.writer, `/desk/cases/${number}/`);
    expect(casePage).toContain(`/desk/papers/?case=${number}`);
    expect(casePage).not.toContain('赵师傅');
    const path = await at.draft(receipt);
    expect(textOf(await page(at.writer, path))).toContain('赵师傅');
    expect(await page(at.writer, path)).not.toContain('value="check"');
    expect((await at.step(at.writer, path, 'check')).status).toBe(409);
    expect((await at.step(at.checker, path, 'sign')).status).toBe(403);
    const before = await page(at.writer, `${path}print/`);
    expect(before).toContain('待签稿');
    expect(before).not.toContain('class="qr"');
    await at.goes(path, at.way.slice(0, 3));
    expect(textOf(await page(at.writer, path))).toContain('复工通〔2020〕1号');
    const code = await at.printedOn(path);
    expect((await scan(code)).status).toBe(404);
    await at.goes(path, [[at.writer, 'seal']]);
    const printed = await page(at.writer, `${path}print/`);
    expect(printed).not.toContain('待签稿');
    expect(printed).toContain('class="qr"');
    const answer = textOf(await (await scan(code)).text());
    expect(answer).toContain('有效');
    expect(answer).toContain('2020年3月25日');
    for (const personal of ['吉A12345', '赵师傅', receipt.number]) expect(answer).not.toContain(personal);
    expect(textOf(await (await lookPage({ ...linkOf(receipt) })).text())).not.toContain('复工通〔2020〕1号');
    await at.goes(path, [[at.writer, 'issue']]);
    const tracked = await (await lookPage({ ...linkOf(receipt) })).text();
    expect(textOf(tracked)).toContain('已发出车辆通行证复工通〔2020〕1号');
    const paper = hidden(tracked, 'paper');
    const mine = await own({ _pass: passIn(tracked), paper });
    expect([mine.status, mine.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(textOf(await mine.text())).toContain('吉A12345');
    expect((await at.step(at.writer, path, 'revoke', { reason: 'changed', note: '' })).status).toBe(403);
    expect((await at.step(at.boss, path, 'revoke', { reason: '', note: '' })).status).toBe(422);
    const done = await at.step(at.boss, path, 'revoke', { reason: 'changed', note: '行程取消' });
    expect(done.status).toBe(303);
    expect(textOf(await (await scan(code)).text())).toContain('已撤销');
    const after = textOf(await (await lookPage({ ...linkOf(receipt) })).text());
    expect(after).toContain('已撤销，不能再用');
    expect(after).toContain('行程取消');
    const row = await at.desk.app.office.store.caseByNumber(number);
    expect(row && (await fault(at.desk.app.office, row))).toBeNull();
  });

  test('an expired one says so, one whose days have not come too', async () => {
    const path = await at.draft(await ask());
    await at.goes(path, at.way);
    const code = await at.printedOn(path);
    at.desk.at('2020-03-26T02:00:00.000Z');
    expect(textOf(await (await scan(code)).text())).toContain('已过期');
    at.desk.at('2020-03-19T02:00:00.000Z');
    expect(textOf(await (await scan(code)).text())).toContain('有效期还没开始');
    at.desk.at('2020-03-20T02:00:00.000Z');
  });

  test('what is not filled in comes back with its field, and an old page changes nothing', async () => {
    const path = await at.draft(await ask());
    const html = await page(at.writer, path);
    const version = hidden(html, '_version');
    const fields = { _step: 'edit', _version: version, ...trip, enterprise: '某厂', plate: '123', goods: '' };
    const refused = await press(at.writer, path, fields);
    expect([refused.status, textOf(await refused.text()).includes('车牌不对')]).toEqual([422, true]);
    expect(
      (
        await press(at.writer, path, {
          ...fields,
          plate: '吉A12345',
          validFrom: '2020-03-20',
          validTo: '2020-03-21',
        })
      ).status,
    ).toBe(303);
    const stale = await press(at.writer, path, {
      ...fields,
      plate: '吉A54321',
      validFrom: '2020-03-20',
      validTo: '2020-03-21',
    });
    expect([stale.status, textOf(await stale.text()).includes('别人刚办过')]).toEqual([409, true]);
    const missing = await at.step(at.checker, path, 'check');
    expect([missing.status, textOf(await missing.text()).includes('请填写货物')]).toEqual([422, true]);
  });
});

describe('ASVS 8.2.2: who may', () => {
  test('another department sees no paper; an auditor sees it without what is personal; no token, no step', async () => {
    const receipt = await ask();
    const path = await at.draft(receipt);
    expect((await see(stranger, path)).status).toBe(404);
    expect((await see(stranger, `/desk/papers/?case=${linkOf(receipt).number}`)).status).toBe(404);
    expect((await press(stranger, path, { _step: 'void', _version: '1', note: 'x' })).status).toBe(404);
    expect(await page(stranger, '/desk/papers/')).not.toContain(path);
    expect(await page(at.writer, '/desk/papers/')).toContain(path);
    const looked = textOf(await page(auditor, path));
    expect(looked).toContain('＊＊＊');
    expect(looked).not.toContain('赵师傅');
    expect((await see(auditor, `${path}print/`)).status).toBe(404);
    expect((await at.step(auditor, path, 'void', { note: 'x' })).status).toBe(403);
    expect((await at.step(at.writer, path, 'void', { note: 'x', _csrf: 'no' })).status).toBe(403);
    const liaison = await newStaff(at.desk, { role: 'liaison', areas: ['east'] });
    for (const address of ['/desk/papers/', path]) expect((await see(liaison, address)).status).toBe(403);
    expect((await see(null, '/desk/papers/')).status).toBe(303);
  });

  test('an enterprise opens its own issued papers and no other', async () => {
    const [receipt, other] = [await ask(), await ask()];
    const path = await at.draft(receipt);
    const paper = path.split('/').at(-2) ?? '';
    const [mine, theirs] = [linkOf(receipt), linkOf(other)];
    expect((await own({ ...mine, paper })).status).toBe(404);
    await at.goes(path, at.way);
    expect((await own({ ...mine, paper })).status).toBe(200);
    expect((await own({ ...theirs, paper })).status).toBe(404);
    expect((await own({ ...mine, token: 'x', paper })).status).toBe(404);
    expect((await own({ ...mine, paper: 'nothing' })).status).toBe(404);
  });
});
