import { afterEach, describe, expect, test } from 'vitest';
import { chainFault } from '#src/cases/chain.ts';
import { retain } from '#src/cases/retention.ts';
import { fault, openAnswers } from '#src/cases/review.ts';
import type { CaseRow } from '#src/cases/store.ts';
import type { AnyForm } from '#src/forms/field.ts';
import { formOf } from '#src/forms/index.ts';
import { act, linkOf, look, receiptOf, send } from '../functions/knock.ts';
import { allCases, type Desk, openDesk } from '../office.ts';
import { materials } from '../submissions.ts';
import { textsIn } from './canaries.ts';

const days = 24 * 3_600_000;
let desk: Desk;
afterEach(() => desk.stop());

const formOfRow = (row: CaseRow): AnyForm => {
  const form = formOf(row.form);
  if (!form) throw new Error(`no form ${row.form}`);
  return form;
};

describe('Retention, field by field', () => {
  /** The form with the role kept for 30 days, the rest for 365. */
  const shortRole = (form: AnyForm): AnyForm => {
    const { contact } = form.fields;
    if (contact?.kind !== 'group') throw new Error('no contact');
    const { role } = contact.fields;
    if (role?.kind !== 'text' || !role.personal) throw new Error('no role');
    const short = { ...role, personal: { ...role.personal, days: 30 } };
    return {
      ...form,
      fields: { ...form.fields, contact: { ...contact, fields: { ...contact.fields, role: short } } },
    };
  };
  const start = async (): Promise<void> => {
    desk = await openDesk();
    desk.at('2026-03-20T02:00:00.000Z');
    const changed = desk.app.office.forms.map(form => (form.id === 'materials' ? shortRole(form) : form));
    Object.assign(desk.app.office, { forms: changed });
    Object.assign(desk.app.front, { forms: changed });
  };
  const contact = { name: '王小明', phone: '13800138000', role: '办公室主任' };
  const row = async () => {
    const [found] = await allCases(desk);
    if (!found) throw new Error('no case');
    return found;
  };
  const answersNow = async () => openAnswers(desk.app.office, formOfRow(await row()), await row());

  test('a field goes on its day and not before; the event names it, and the rest stays until its own', async () => {
    await start();
    const mine = linkOf(await receiptOf(await send('materials', materials({ contact, note: '说明' }))));
    expect((await row()).keepUntil).toBe('2026-04-19');
    desk.pass(30 * days - 1 * 3_600_000 - 9 * 3_600_000 - 1);
    expect(await retain(desk.app.office)).toMatchObject({ cases: 0 });
    desk.at('2026-04-18T16:00:00.000Z');
    expect(await retain(desk.app.office)).toEqual({ cases: 1, whole: 0, fields: 1, failed: 0 });
    expect(await answersNow()).toMatchObject({ contact: { ...contact, role: '' }, note: '说明' });
    const [, event] = await desk.app.office.store.events((await row()).id);
    expect([event?.kind, event?.actor, JSON.parse(event?.data ?? '{}').fields]).toEqual([
      'expired',
      'system',
      ['contact.role'],
    ]);
    expect((await row()).keepUntil).toBe('2027-03-20');
    expect(await fault(desk.app.office, await row())).toBeNull();
    expect((await look(mine)).status).toBe(200);
    desk.at('2027-03-19T16:00:00.000Z');
    expect(await retain(desk.app.office)).toMatchObject({ cases: 1, whole: 1 });
    expect(await answersNow()).toMatchObject({ contact: { name: '', phone: '', role: '' }, note: '' });
    expect((await answersNow()).items).toMatchObject([{ quantity: 5000 }]);
    expect(await fault(desk.app.office, await row())).toBeNull();
    expect((await look(mine)).status).toBe(200);
  });

  test('what was there before a correction goes with it, and then nothing can be corrected any more', async () => {
    await start();
    const tree = materials({ contact, note: '说明' });
    const mine = linkOf(await receiptOf(await send('materials', tree)));
    await act('change', { ...mine, answers: { ...tree, note: '新说明' } });
    desk.pass(31 * days);
    await retain(desk.app.office);
    const events = await desk.app.office.store.events((await row()).id);
    expect(events.map(event => [event.kind, event.sealed === null])).toEqual([
      ['received', true],
      ['changed', true],
      ['expired', true],
    ]);
    expect(await fault(desk.app.office, await row())).toBeNull();
    expect((await act('change', { ...mine, answers: tree })).status).toBe(409);
  });

  test('one that cannot be opened is counted and does not keep the others; a run is bounded', async () => {
    await start();
    for (let n = 0; n < 120; n++) await receiptOf(await send('materials', materials({ contact })));
    const rows = await allCases(desk);
    const { rewrap } = desk.app.office.store;
    const first = rows[0] as CaseRow;
    await rewrap({
      rows: [{ id: first.id, was: first.keyId, keyId: first.keyId, wrappedKey: new Uint8Array(60) }],
    });
    desk.pass(40 * days);
    expect(await retain(desk.app.office, { most: 40 })).toEqual({
      cases: 49,
      whole: 0,
      fields: 49,
      failed: 1,
    });
    expect(await retain(desk.app.office)).toEqual({ cases: 70, whole: 0, fields: 70, failed: 1 });
  });
});

test('texts of an erased case: nothing that opened before opens again', async () => {
  desk = await openDesk();
  const mine = linkOf(await receiptOf(await send('materials', materials({ note: '说明' }))));
  await act('reply', { ...mine, text: '补充一句' });
  await act('erase', mine);
  const [row] = await allCases(desk);
  expect(row).toMatchObject({ enterprise: '', creditCode: '', keyId: '', state: 'withdrawn', keepUntil: '' });
  expect([row?.sealed.length, row?.wrappedKey.length]).toEqual([0, 0]);
  const events = await desk.app.office.store.events(row?.id ?? '');
  expect(events.map(event => event.kind)).toEqual(['received', 'supplemented', 'erased']);
  expect(events.map(event => event.sealed)).toEqual([null, null, null]);
  expect(textsIn(events).join()).not.toContain('补充一句');
  expect((await act('erase', mine)).status).toBe(200);
  for (const name of ['reply', 'confirm', 'rate', 'change'])
    expect([name, (await act(name, { ...mine, text: '再说', solved: true, grade: 'good' })).status]).toEqual([
      name,
      409,
    ]);
  const changedEvents = events.with(1, { ...(events[1] as (typeof events)[0]), data: '{"x":1}' });
  expect(chainFault(desk.app.office.keys, row as CaseRow, changedEvents)).toBe('event 2 was changed');
  expect(chainFault(desk.app.office.keys, row as CaseRow, events)).toBeNull();
});
