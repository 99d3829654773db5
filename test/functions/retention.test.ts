import { afterEach, beforeEach, expect, test } from 'vitest';
import retention, { config } from '#functions/retention.ts';
import { noticeText } from '#src/forms/notice.ts';
import { allCases, type Desk, openDesk } from '../office.ts';
import { consultation, materials } from '../submissions.ts';
import { receiptOf, send } from './knock.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
  desk.at('2026-03-20T02:00:00.000Z');
});
afterEach(() => desk.stop());

const run = async () =>
  (
    await retention(new Request('http://zone.example/.netlify/functions/retention', { method: 'POST' }))
  ).json();

test('daily, what cases may keep no longer is deleted, and how much is told', async () => {
  await receiptOf(await send('materials', materials()));
  desk.pass(364 * 24 * 3_600_000);
  await receiptOf(await send('consultation', consultation()));
  expect(await run()).toEqual({ cases: 0, whole: 0, fields: 0, failed: 0 });
  desk.pass(24 * 3_600_000);
  expect(await run()).toEqual({ cases: 1, whole: 1, fields: 0, failed: 0 });
  expect((await allCases(desk)).map(row => [row.form, row.enterprise === ''])).toEqual([
    ['materials', true],
    ['consultation', false],
  ]);
});

test('it runs by a schedule and has no address', () => {
  expect(config).toEqual({ schedule: expect.any(String) });
});

test('each case keeps the hash of the notice that its sender read, in the language it was read in; the text once', async () => {
  await receiptOf(await send('materials', materials()));
  await receiptOf(await send('materials', materials(), { lang: 'en' }));
  await receiptOf(await send('materials', materials()));
  const { store, forms, tables } = desk.app.office;
  const form = forms.find(one => one.id === 'materials');
  if (!form) throw new Error('no form');
  const rows = (await allCases(desk)).map(row => row.notice);
  expect(new Set(rows).size).toBe(2);
  const texts = await Promise.all([...new Set(rows)].map(hash => store.notice(hash)));
  expect(texts.map(one => one?.text).sort()).toEqual(
    (['zh-Hans', 'en'] as const).map(lang => noticeText(form, lang, tables)).sort(),
  );
  expect(texts.map(one => one?.firstAt)).toEqual(Array(2).fill('2026-03-20T02:00:00.000Z'));
});
