import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { placesOf } from '#src/http/desk/frame.ts';
import { may } from '#src/staff/roles.ts';
import { roles } from '#src/staff/staff.ts';
import { pdf } from '../attachments/samples.ts';
import { samplesB } from '../forms/samples-b.ts';
import { allCases, type Desk, openDesk } from '../office.ts';
import { newStaff, type SignedInStaff } from '../staff.ts';
import { consultation, materials, pairsOf } from '../submissions.ts';
import { deed, page, press, see } from './desk.ts';
import { receiptOf, send, submit, textOf } from './knock.ts';
import { fileOf, submitWith } from './upload-knock.ts';

let desk: Desk;
let officer: SignedInStaff;
let dispatcher: SignedInStaff;
beforeAll(async () => {
  desk = await openDesk();
  desk.at('2026-03-20T02:00:00.000Z');
  officer = await newStaff(desk, { role: 'officer', department: 'supplies', name: '李办' });
  dispatcher = await newStaff(desk, { role: 'dispatcher', department: 'economy' });
});
afterAll(() => desk.stop());

const row = async (number: string) => {
  const found = await desk.app.office.store.caseByNumber(number.replaceAll('-', ''));
  if (!found) throw new Error(number);
  return found;
};

test('the places in the navigation are those that a role may open', () => {
  const act = {
    queue: 'see-queue',
    visits: 'see-visits',
    rounds: 'see-rounds',
    returns: 'see-returns',
    projects: 'see-projects',
    findings: 'see-findings',
    held: 'see-held',
    find: 'look-up',
    enter: 'enter',
    appointments: 'see-appointments',
    ledger: 'see-ledger',
    figures: 'see-figures',
    papers: 'see-papers',
    notices: 'see-notices',
    staff: 'manage-staff',
    status: 'audit',
    roster: 'roster',
  } as const;
  for (const role of roles) {
    const staff = { id: '', login: '', name: '', role, department: '', areas: [] };
    const allowed = Object.entries(act).filter(([, name]) => may(staff, name));
    expect([role, [...placesOf[role]].sort()]).toEqual([
      role,
      [...allowed.map(([place]) => place), 'me'].sort(),
    ]);
  }
});

describe('what is held', () => {
  const held = async (): Promise<string> => {
    // Cases are listed by the time of their receipt.
    desk.pass(1000);
    await submit('consultation', [...pairsOf(consultation()), ['_homepage', 'http://spam.example']]);
    const { rows } = await desk.app.office.store.list({ form: null, after: null, limit: 500 });
    return rows.findLast(one => one.state === 'held')?.number ?? '';
  };

  test('stands with its reasons in words, and is released, or closed with a reason that its sender reads', async () => {
    const [one, two] = [await held(), await held()];
    const html = await page(dispatcher, '/desk/held/');
    expect(textOf(html)).toContain('填了页面上看不见的一栏');
    const released = await deed(dispatcher, one, 'release', { _to: 'held' });
    expect(released.headers.get('location')).toBe('/desk/held/?done=release#done');
    expect((await row(one)).state).toBe('received');
    const silent = await deed(dispatcher, two, 'close', { outcome: 'outside', text: '', _to: 'held' });
    expect(silent.status).toBe(422);
    await deed(dispatcher, two, 'close', { outcome: 'outside', text: '这是广告，不受理。', _to: 'held' });
    expect((await row(two)).state).toBe('closed');
    expect(textOf(await page(dispatcher, '/desk/held/?done=close'))).toContain('没有等着核实的件');
  });
});

describe('looking up', () => {
  test('finds by something exact, in the body of a post; complaints only for whoever handles them', async () => {
    const { number } = await receiptOf(
      await send('materials', materials({ contact: { name: '赵六', phone: '13911112222' } })),
    );
    const complaint = await receiptOf(
      await send('other', {
        kind: 'complaint',
        matter: '乱收保证金',
        against: '物资保障组',
        enterprise: { name: '投诉人的厂', area: 'east', line: 'industry' },
        contact: { name: '赵六', phone: '13911112222' },
        consent: true,
      }),
    );
    for (const [by, value] of [
      ['number', number],
      ['phone', '139-1111-2222'],
      ['contact', '赵六'],
    ] as const) {
      const html = await (await press(officer, '/desk/find/', { by, value })).text();
      expect([by, textOf(html)]).toEqual([by, expect.stringContaining(number)]);
      expect(html).not.toContain(complaint.number);
      expect(html).not.toContain('投诉人的厂');
    }
    const none = await (await press(officer, '/desk/find/', { by: 'phone', value: '1391111' })).text();
    expect(textOf(none)).toContain('没有查到');
  });

  test('is limited: sixty an hour a person', async () => {
    const busy = await newStaff(desk, { role: 'officer', department: 'labour' });
    const look = () => press(busy, '/desk/find/', { by: 'contact', value: '无此人' });
    for (let n = 0; n < 60; n++) expect((await look()).status).toBe(200);
    const over = await look();
    expect([over.status, textOf(await over.text())]).toEqual([429, expect.stringContaining('查得太多了')]);
  });
});

describe('entering for a caller (代录)', () => {
  const about = { _channel: 'phone', _who: '办公室王主任', _consent: 'phone' };
  const fieldsOf = (tree: Record<string, unknown>) => {
    const { consent: _, ...rest } = tree;
    return Object.fromEntries(pairsOf(rest));
  };
  const key = (n: number) => `key-of-this-entry-${n}`.padEnd(30, 'x');

  test('takes the same form in, with the channel, who entered it and their consent, and shows the receipt large', async () => {
    const fields = { ...fieldsOf(materials()), ...about, _key: key(1) };
    const html = await (await press(officer, '/desk/enter/materials/', fields)).text();
    const number = /receipt-number"><a href="\/desk\/cases\/(\d+)\//.exec(html)?.[1] ?? '';
    const pin = /receipt-pin">(\d{6})</.exec(html)?.[1] ?? '';
    expect(textOf(html)).toContain(`查询密码是${pin}`);
    expect(await row(number)).toMatchObject({
      channel: 'phone',
      enteredBy: officer.staff.login,
      state: 'received',
    });
    const shown = textOf(await page(officer, `/desk/cases/${number}/`));
    for (const words of ['电话，李办代录', '办公室王主任；电话里同意']) expect(shown).toContain(words);
    const twice = await (await press(officer, '/desk/enter/materials/', fields)).text();
    expect(twice).toContain(pin);
    expect((await row(number)).head).toBe(2);
  });

  test('without consent, channel or who asked nothing is taken in, and everything typed stays', async () => {
    const before = (await desk.app.office.store.list({ form: null, after: null, limit: 500 })).rows.length;
    for (const name of ['_channel', '_who', '_consent']) {
      const fields = { ...fieldsOf(materials({ note: '<i>留着</i>' })), ...about, [name]: '' };
      const again = await press(officer, '/desk/enter/materials/', fields);
      expect([name, again.status, await again.text()]).toEqual([
        name,
        422,
        expect.stringContaining('&lt;i&gt;留着'),
      ]);
    }
    const wrong = await press(officer, '/desk/enter/materials/', {
      ...fieldsOf(materials()),
      ...about,
      'contact.phone': '12',
    });
    expect([wrong.status, textOf(await wrong.text())]).toEqual([
      422,
      expect.stringContaining('手机或电话不对'),
    ]);
    const more = await press(officer, '/desk/enter/materials/', {
      ...fieldsOf(materials()),
      ...about,
      _act: 'add:items',
    });
    expect([more.status, await more.text()]).toEqual([200, expect.stringContaining('items.1.item')]);
    const after = (await desk.app.office.store.list({ form: null, after: null, limit: 500 })).rows.length;
    expect(after).toBe(before);
    expect((await see(officer, '/desk/enter/nowhere/')).status).toBe(404);
  });
});

describe('attachments', () => {
  test('are saved, never shown; each fetch is an event; only for whoever handles the case', async () => {
    const typed = pairsOf(samplesB.filing.least);
    await submitWith('filing', [
      ...typed,
      ['application', fileOf(pdf(), '合同<b>"1.pdf')],
      ['prevention', fileOf(pdf('% 2'), '方案.pdf')],
      ['emergency', fileOf(pdf('% 3'), '预案.pdf')],
    ]);
    const { number, handler } = (await allCases(desk)).findLast(one => one.form === 'filing') ?? {
      number: '',
      handler: '',
    };
    const lead = await newStaff(desk, { role: 'officer', department: handler });
    const path = `/desk/cases/${number}/files/1`;
    const file = await see(lead, path);
    expect(file.status).toBe(200);
    expect(file.headers.get('content-disposition')).toMatch(
      /^attachment; filename="file.pdf"; filename\*=UTF-8''[\w%.-]+$/,
    );
    expect(file.headers.get('content-type')).toBe('application/octet-stream');
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    expect(file.headers.get('content-security-policy')).toContain('sandbox');
    expect(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const html = await page(lead, `/desk/cases/${number}/`);
    expect(textOf(html)).toContain('下载附件');
    expect(html).not.toContain('合同<b>');
    expect((await see(lead, `/desk/cases/${number}/files/9`)).status).toBe(404);
    const auditor = await newStaff(desk, { role: 'auditor' });
    expect((await see(auditor, path)).status).toBe(404);
  });
});
