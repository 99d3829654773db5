import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { w } from '#src/i18n/words.ts';
import { allCases, type Desk, openDesk } from '../office.ts';
import { consultation, materials, newKey } from '../submissions.ts';
import { receiptOf, send, submit, textOf } from './knock.ts';

let desk: Desk;
/** As before the form was closed. */
let reopen: () => void;
beforeEach(async () => {
  desk = await openDesk();
  const { front } = desk.app;
  const open = front.handler;
  const close = (form: string) => {
    const handling = open(form);
    if (form !== 'materials') return handling;
    const reason = w('物资已经敞开供应，不用再登记', 'Supplies are on open sale');
    return { ...handling, mode: { ...handling.mode, mode: 'closed' as const, answer: null, reason } };
  };
  Object.assign(front, { handler: close });
  reopen = () => Object.assign(front, { handler: open });
});
afterEach(() => desk.stop());

describe('a closed form', () => {
  test('is refused with 409: why, and whom to call', async () => {
    const answer = await send('materials', materials());
    expect(answer.status).toBe(409);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(await answer.json()).toMatchObject({
      type: expect.stringContaining('closed'),
      title: '这张表现在不收',
      detail: '物资已经敞开供应，不用再登记。有事请打0000-0000002。',
    });
    expect(await allCases(desk)).toEqual([]);
  });

  test('is refused before anything else is said of it', async () => {
    const answer = await send('materials', { items: 5 }, { lang: 'en' });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({
      detail: 'Supplies are on open sale. Please call 0000-0000002.',
    });
  });

  test('says the same as a page, and asks nothing', async () => {
    const answer = await submit('materials', materials());
    expect(answer.status).toBe(409);
    const html = await answer.text();
    expect(textOf(html)).toContain('物资已经敞开供应，不用再登记。');
    expect(textOf(html)).toContain('物资保障组 0000-0000012');
    expect(html).not.toContain('name="enterprise.name"');
    expect(await allCases(desk)).toEqual([]);
  });

  test('gives who sent the same in time their receipt, and stores nothing new', async () => {
    const { front } = desk.app;
    const closed = front.handler;
    const [key, sent] = [newKey(), materials()];
    reopen();
    const first = await receiptOf(await send('materials', sent, { key }));
    Object.assign(front, { handler: closed });
    const again = await receiptOf(await send('materials', sent, { key }));
    expect([again.number, again.pin]).toEqual([first.number, first.pin]);
    expect((await send('materials', materials(), { key })).status).toBe(422);
    expect((await send('materials', sent)).status).toBe(409);
    expect(await allCases(desk)).toHaveLength(1);
  });

  test('leaves the others open', async () => {
    expect((await receiptOf(await send('consultation', consultation()))).handler).toBe('法律服务组');
  });
});

describe('the decision', () => {
  test('is stored with the day, the mode, the reason and the row that matched', async () => {
    await receiptOf(await send('consultation', consultation({ topic: 'tax' })));
    const [row] = await allCases(desk);
    expect(JSON.parse(row?.routing ?? '')).toMatchObject({
      day: '2020-03-20',
      mode: 'application',
      handler: 'tax',
      alsoTo: [],
      reason: { 'zh-Hans': '税费问题由税务局答复' },
      trace: {
        risk: 'low',
        row: { keys: ['tax'], handler: 'tax', from: '2020-01-20' },
        mode: { answer: { workingDays: 1 } },
        facts: { key: 'tax', area: 'east', line: 'industry', keyEnterprise: false },
      },
    });
  });
});
