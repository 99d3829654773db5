import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Fields } from '#src/forms/field.ts';
import { forms } from '#src/forms/index.ts';
import { addDays, dayOf } from '#src/rules/day.ts';
import { everySample, fullOn } from '../forms/every.ts';
import { tables } from '../forms/sent.ts';
import { allCases, type Desk, openDesk } from '../office.ts';
import type { Tree } from '../submissions.ts';
import { cookieOf, receiptOf, receiptPage, send, submit, textOf } from './knock.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.stop());

/** A submission as JSON, without files, which come before it. */
const withoutFiles = (fields: Fields, sent: Tree): Tree =>
  Object.fromEntries(Object.entries(sent).filter(([name]) => fields[name]?.kind !== 'files'));

const boxes = (codes: unknown): Tree =>
  Object.fromEntries((codes as readonly string[]).map(code => [code, 'on']));

/** The same as a browser posts it: `topics.tax=on`, nothing for a box that is not ticked. */
const asPosted = (fields: Fields, sent: Tree): Tree =>
  Object.fromEntries(
    Object.entries(sent).flatMap(([name, value]) => {
      const field = fields[name];
      if (field?.kind === 'files' || (field?.kind === 'permission' && value === false)) return [];
      if (value === null) return [[name, '']];
      if (field?.kind === 'choices') return [[name, boxes(value)]];
      if (field?.kind === 'group') return [[name, asPosted(field.fields, value as Tree)]];
      if (field?.kind === 'lines')
        return [[name, (value as Tree[]).map(line => asPosted(field.fields, line))]];
      return [[name, value === true && field?.kind === 'permission' ? 'on' : value]];
    }),
  );

const today = dayOf(new Date());
const every = forms.map(form => [form.id, form, fullOn(form.id, today)] as const);

describe('Every form', () => {
  test.each(every)('%s is taken in as JSON', async (_, form, full) => {
    await receiptOf(await send(form.id, withoutFiles(form.fields, full)));
  });

  test.each(every)('%s is taken in as a browser posts it', async (_, form, full) => {
    const answer = await submit(form.id, asPosted(form.fields, full));
    expect([answer.status, await answer.text()]).toEqual([303, '']);
  });

  test.each(every)(
    'ASVS 2.2.1, 2.2.2: %s comes back with what was typed, asked for what is missing',
    async (_, form, full) => {
      const answer = await submit(form.id, { ...asPosted(form.fields, full), consent: '' });
      const html = await answer.text();
      expect(answer.status).toBe(422);
      expect(html).toContain('href="#f-consent"');
      expect(html).toContain('value="示范');
    },
  );
});

describe('A fever in a daily return', () => {
  const sent = fullOn('daily-return', today);
  const { cdc } = tables.phones;

  test('is told with the receipt, with the phones to call, and the case is urgent', async () => {
    const told = (await (await send('daily-return', sent)).json()) as {
      warnings?: { pointer: string; message: string }[];
    };
    expect(told.warnings?.map(({ pointer }) => pointer)).toEqual(['/fever']);
    expect(told.warnings?.[0]?.message).toContain(cdc);
    expect((await allCases(desk)).map(({ urgent }) => urgent)).toEqual([1]);
  });

  test('is told on the receipt’s page without JavaScript too, in its language', async () => {
    for (const [lang, words] of [
      ['zh-Hans', '有人发热'],
      ['en', 'Fever: call'],
    ] as const) {
      const body = asPosted(forms.find(({ id }) => id === 'daily-return')?.fields ?? {}, {
        ...sent,
        day: lang === 'en' ? addDays(today, -1) : today,
      });
      const cookie = cookieOf(await submit('daily-return', body, { lang }));
      const path = lang === 'en' ? '/en/forms/receipt/' : '/forms/receipt/';
      const text = textOf(await (await receiptPage(cookie, { path })).text());
      expect(text).toContain(words);
      expect(text).toContain(cdc);
    }
  });

  test('is not told of where there was none', async () => {
    const body = { ...(everySample['daily-return']?.least ?? {}), fever: 0 };
    expect(Object.keys((await (await send('daily-return', body)).json()) as Tree)).not.toContain('warnings');
    expect((await allCases(desk)).map(({ urgent }) => urgent)).toEqual([0]);
  });
});
