import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Deed } from '#src/cases/deed.ts';
import { openFields } from '#src/cases/desk-case.ts';
import { enter } from '#src/cases/enter.ts';
import { deedNames, perform, possible } from '#src/cases/perform.ts';
import { fault } from '#src/cases/review.ts';
import { erase } from '#src/cases/rewrite.ts';
import { identify } from '#src/cases/track.ts';
import { formOf } from '#src/forms/index.ts';
import { read } from '#src/forms/read.ts';
import { deskRules } from '#src/i18n/desk-rules.ts';
import { everySample } from '../forms/every.ts';
import { materials, newKey } from '../submissions.ts';
import { type Bureau, boss, deeds, morning, of, openBureau } from './bureau.ts';

let bureau: Bureau;
beforeAll(async () => {
  bureau = await openBureau();
});
beforeEach(() => bureau.desk.at(morning));
afterAll(() => bureau.desk.stop());

const supplies = of('supplies');

describe('two officers on one case', () => {
  test('the second sees that it moved, and overwrites nothing', async () => {
    const { number, head } = await bureau.supplies();
    const results = await Promise.all(
      ['zhao', 'qian'].map(login =>
        perform(bureau.office, number, head, deeds.accept, of('supplies', login)),
      ),
    );
    expect(results.map(result => result.tag).sort()).toEqual(['done', 'stale']);
    expect(results.find(result => result.tag === 'stale')).toEqual({ tag: 'stale', head: head + 1 });
    const row = await bureau.rowOf(number);
    expect([row.head, await fault(bureau.office, row)]).toEqual([head + 1, null]);
  });

  test('twenty at once: one is done', async () => {
    const { number, head } = await bureau.supplies();
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        perform(bureau.office, number, head, { deed: 'note', text: `${n}` }, supplies),
      ),
    );
    expect(results.filter(result => result.tag === 'done')).toHaveLength(1);
    expect(results.filter(result => result.tag === 'stale')).toHaveLength(19);
  });

  test('a head of another time is stale, whatever the deed; an unknown number is unknown', async () => {
    const { number } = await bureau.supplies();
    for (const head of [0, 2, -1, Number.NaN])
      expect(await perform(bureau.office, number, head, deeds.note, boss)).toEqual({ tag: 'stale', head: 1 });
    expect(await perform(bureau.office, '0', 1, deeds.note, boss)).toEqual({ tag: 'unknown' });
    expect(await possible(bureau.office, '0', boss)).toEqual([]);
  });
});

test('every deed there is has a rule, and every rule has words in both languages', () => {
  expect([...deedNames].sort()).toEqual(Object.keys(deeds).sort());
  for (const words of Object.values(deskRules))
    for (const text of Object.values(words)) expect(text.trim()).not.toBe('');
});

test('an erased case is only looked at', async () => {
  const { number } = await bureau.supplies();
  await erase(bureau.office, number, 'enterprise');
  expect(await possible(bureau.office, number, boss)).toEqual([]);
  for (const deed of Object.values(deeds) as Deed[])
    expect([deed.deed, await bureau.refused(number, deed, boss)]).toEqual([deed.deed, 'erased']);
});

test('texts: none too long, none that cannot be shown', async () => {
  const { number } = await bureau.supplies();
  const note = (text: string) => bureau.refused(number, { deed: 'note', text }, boss);
  expect(await note('长'.repeat(1001))).toBe('text-long');
  expect(await note('\u0000')).toBe('text-plain');
  expect(await note('\ud800')).toBe('text-plain');
  expect(await note(' \u200b\n')).toBe('text-missing');
});

test('重发查询密码: the new one works, for all cases of the submission; the old one does not', async () => {
  const form = formOf('several');
  const tree = everySample.several?.full as Record<string, unknown>;
  const row = await bureau.file('several', tree);
  const linked = await bureau.office.store.linked(row.link);
  expect([form?.id, linked.length > 1]).toEqual(['several', true]);
  const result = await bureau.does(row.number, deeds['renew-pin'], supplies);
  if (result.tag !== 'done' || !result.pin) throw new Error(result.tag);
  for (const { number } of linked)
    expect(await identify(bureau.office, { number, pin: result.pin })).toMatchObject({ tag: 'found' });
  const events = await bureau.office.store.events(row.id);
  expect(JSON.stringify(events.map(event => event.data))).not.toContain(result.pin);
});

describe('显示个人信息', () => {
  test('is an event with its reason before anything is shown', async () => {
    const { number } = await bureau.supplies();
    expect(await openFields(bureau.office, number, supplies, ' ')).toEqual({
      tag: 'forbidden',
      rule: 'reason-missing',
    });
    const opened = await openFields(bureau.office, number, supplies, '回电话');
    expect(opened).toMatchObject({ tag: 'opened', answers: { contact: { phone: '13800138000' } }, head: 2 });
    expect(await bureau.kindsOf(number)).toEqual(['received', 'opened']);
    expect(await openFields(bureau.office, '0', supplies, '回电话')).toEqual({ tag: 'unknown' });
  });
});

describe('代录', () => {
  const submission = () => {
    const form = formOf('materials');
    const reading = form && read(form, materials(), bureau.office.tables, bureau.office.ruleDay());
    if (!form || reading?.tag !== 'read') throw new Error('refused');
    const sent = { form, answers: reading.answers, key: newKey(), once: false, lang: 'zh-Hans' } as const;
    return { ...sent, heldFor: ['fast'] };
  };
  const by = { channel: 'phone', by: 'zhao', consentNoted: true } as const;

  test('keeps the channel, who entered it and that consent was given, and is not held', async () => {
    const result = await enter(bureau.office, submission(), by);
    if (result.tag !== 'received') throw new Error(result.tag);
    const row = await bureau.rowOf(result.receipt.case.number);
    expect(row).toMatchObject({ channel: 'phone', enteredBy: 'zhao', stage: 'to-accept' });
    const [event] = await bureau.office.store.events(row.id);
    expect([event?.actor, JSON.parse(event?.data ?? '')]).toMatchObject([
      'zhao',
      { channel: 'phone', consent: true },
    ]);
    expect([await fault(bureau.office, row), result.receipt.pin]).toEqual([
      null,
      expect.stringMatching(/^\d{6}$/),
    ]);
  });

  test('not without consent; the same matter is one case', async () => {
    const sent = submission();
    const refused = await enter(bureau.office, sent, { ...by, consentNoted: false });
    expect(refused).toEqual({ tag: 'forbidden', rule: 'consent' });
    await enter(bureau.office, sent, by);
    expect(await enter(bureau.office, { ...sent, key: newKey() }, by)).toMatchObject({ tag: 'duplicate' });
  });
});
