import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answer } from '#src/cases/act.ts';
import { fault, openAnswers } from '#src/cases/review.ts';
import { caseKey, openText } from '#src/cases/seal.ts';
import { forms } from '#src/forms/index.ts';
import { pdf } from '../attachments/samples.ts';
import { everySample, fullOn } from '../forms/every.ts';
import { allCases, type Desk, openDesk } from '../office.ts';
import { consultation, materials, type Tree } from '../submissions.ts';
import { act, actPage, linkOf, lookPage, passIn, type Receipt, receiptOf, send, textOf } from './knock.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
  // So that every field of the samples has its control.
  Object.assign(desk.app.office.tables, { tell: ['sms', 'mail'] });
  desk.at('2026-03-20T02:00:00.000Z');
});
afterEach(() => desk.stop());

const sent = (set: Tree = {}): Tree => materials({ note: '原来的说明', ...set });
const newCase = async (tree: Tree = sent()): Promise<Receipt> => receiptOf(await send('materials', tree));
const row = async () => {
  const [found] = await allCases(desk);
  if (!found) throw new Error('no case');
  return found;
};
const answersNow = async () => {
  const now = await row();
  const form = forms.find(one => one.id === now.form);
  if (!form) throw new Error('no form');
  return openAnswers(desk.app.office, form, now) as Tree;
};
const kinds = async () => (await desk.app.office.store.events((await row()).id)).map(event => event.kind);

/** What a browser would post back of the page's form: every named control with its value. */
const controlsIn = (page: string): [string, string][] => {
  const html = /<form class="form".*?<\/form>/s.exec(page)?.[0] ?? '';
  const pairs: [string, string][] = [];
  const unescaped = (text: string) =>
    text.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  for (const [, attributes = ''] of html.matchAll(/<input ([^>]*)>/g)) {
    const name = /name="([^"]+)"/.exec(attributes)?.[1];
    const isBox = /type="(checkbox|radio)"/.test(attributes);
    if (!name || /type="file"/.test(attributes) || (isBox && !/ checked/.test(attributes))) continue;
    pairs.push([name, unescaped(/value="([^"]*)"/.exec(attributes)?.[1] ?? 'on')]);
  }
  for (const [, name = '', text = ''] of html.matchAll(/<textarea [^>]*name="([^"]+)"[^>]*>\n?([^<]*)/g))
    pairs.push([name, unescaped(text)]);
  for (const [, name = '', options = ''] of html.matchAll(
    /<select [^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/g,
  ))
    pairs.push([name, /value="([^"]*)" selected/.exec(options)?.[1] ?? '']);
  return pairs;
};
const formOfCase = async (receipt: Receipt): Promise<string> => {
  const page = await (await lookPage(linkOf(receipt))).text();
  return (await actPage('change', { _pass: passIn(page) })).text();
};

describe('修改', () => {
  test('the new answers take the place of the old, number and due time stay; the event keeps what was, sealed', async () => {
    const receipt = await newCase();
    const before = await row();
    const corrected: Tree = {
      ...sent(),
      contact: { name: '李四', phone: '13900139000' },
      note: '改过的说明',
    };
    const told = await act('change', { ...linkOf(receipt), answers: corrected });
    expect(await told.json()).toMatchObject({ number: receipt.number, state: 'received', due: receipt.due });
    expect(await answersNow()).toMatchObject({ contact: { name: '李四' }, note: '改过的说明' });
    const now = await row();
    expect([now.number, now.due, now.pinHash]).toEqual([before.number, before.due, before.pinHash]);
    expect(now.enterprise).toBe((corrected.enterprise as Tree).name);
    const [, event] = await desk.app.office.store.events(now.id);
    expect(Buffer.from(event?.sealed ?? '').includes('王小明')).toBe(false);
    const kept = openText(caseKey(desk.app.office.keys, now), event ?? ({} as never));
    for (const word of ['王小明', '原来的说明']) expect(kept).toContain(word);
    expect(await fault(desk.app.office, now)).toBeNull();
  });

  test('the chain names a submission that was changed in any other way, before a correction and after', async () => {
    const receipt = await newCase();
    await act('change', { ...linkOf(receipt), answers: sent({ note: '一' }) });
    await act('change', { ...linkOf(receipt), answers: sent({ note: '二' }) });
    const now = await row();
    expect(await fault(desk.app.office, now)).toBeNull();
    for (const set of [
      { enterprise: '别人' },
      { answers: '{}' },
      { sealed: now.sealed.map(byte => byte ^ 1) },
    ])
      expect(await fault(desk.app.office, { ...now, ...set })).toBe('the submission was changed');
  });

  test('the tracking page says that it was corrected, and shows nothing of what was there before', async () => {
    const receipt = await newCase();
    await act('change', { ...linkOf(receipt), answers: sent({ note: '新的' }) });
    const html = await (await lookPage(linkOf(receipt))).text();
    expect(textOf(html)).toContain('您修改了内容');
    for (const word of ['王小明', '原来的说明', '新的']) expect(html).not.toContain(word);
  });

  test('the same answers, or the same correction twice, add nothing', async () => {
    const tree = sent();
    const receipt = await newCase(tree);
    await act('change', { ...linkOf(receipt), answers: tree });
    expect(await kinds()).toEqual(['received']);
    const corrected = { ...tree, note: '改了' };
    await Promise.all(
      Array.from({ length: 6 }, () => act('change', { ...linkOf(receipt), answers: corrected })),
    );
    expect(await kinds()).toEqual(['received', 'changed']);
  });

  test('is read like a new submission: refused with every problem, and nothing is stored', async () => {
    const receipt = await newCase();
    const refused = await act('change', {
      ...linkOf(receipt),
      answers: { ...sent(), contact: { name: '', phone: '1' }, stranger: 1 },
    });
    const { errors } = (await refused.json()) as { errors: { pointer: string }[] };
    expect([refused.status, errors.map(one => one.pointer).sort()]).toEqual([
      422,
      ['/contact/name', '/contact/phone', '/stranger'],
    ]);
    expect(await kinds()).toEqual(['received']);
  });

  test('a case that nobody took up goes where its new topic belongs; one that is in work stays', async () => {
    const receipt = await receiptOf(await send('consultation', consultation({ topic: 'law' })));
    const change = (topic: string) => act('change', { ...linkOf(receipt), answers: consultation({ topic }) });
    const before = await row();
    await change('tax');
    const moved = await row();
    expect(moved.handler).not.toBe(before.handler);
    expect(JSON.parse(moved.routing).handler).toBe(moved.handler);
    desk.replace({
      caseByNumber: async number => {
        const found = await desk.app.office.store.caseById(moved.id);
        return found && number === moved.number ? { ...found, state: 'assigned' } : null;
      },
    });
    await change('law');
    desk.restore();
    expect((await row()).handler).toBe(moved.handler);
  });

  test('not once it is answered', async () => {
    const receipt = await newCase();
    await answer(desk.app.office, linkOf(receipt).number, '请来领取', '李办');
    const late = await act('change', { ...linkOf(receipt), answers: sent() });
    expect([late.status, await late.json()]).toMatchObject([409, { type: '/problems/#not-now' }]);
    expect(textOf(await formOfCase(receipt))).toContain('现在不能这样办');
  });

  test('by JSON without answers its holder gets what was sent, all of it', async () => {
    const receipt = await newCase();
    const got = await act('change', linkOf(receipt));
    expect(got.headers.get('cache-control')).toBe('no-store');
    expect(await got.json()).toMatchObject({
      form: 'materials',
      answers: { contact: { name: '王小明', phone: '13800138000' }, note: '原来的说明' },
    });
  });

  test('a case of one thing stays about one thing, and a return of a day stays of its day', async () => {
    const lines = [
      { kind: 'labour', what: '焊工' },
      { kind: 'other', what: '别的' },
    ];
    const usual = { enterprise: sent().enterprise, contact: sent().contact, consent: true };
    const one = await receiptOf(await send('several', { ...usual, needs: lines.slice(0, 1) }));
    const two = await act('change', { ...linkOf(one), answers: { ...usual, needs: lines } });
    expect([two.status, await two.text()]).toEqual([422, expect.stringContaining('/needs')]);
    const daily = { ...everySample['daily-return']?.least, day: '2026-03-20' };
    const day = await receiptOf(await send('daily-return', daily));
    const other = await act('change', { ...linkOf(day), answers: { ...daily, day: '2026-03-19' } });
    expect([other.status, await other.text()]).toEqual([422, expect.stringContaining('另一天')]);
    expect((await act('change', { ...linkOf(day), answers: { ...daily, present: 9 } })).status).toBe(200);
  });
});

describe('The form to correct, without JavaScript', () => {
  test.each(forms.map(form => [form.id, form] as const))(
    '%s comes filled in with everything, and posted back unchanged it is the same',
    async (id, form) => {
      const full = Object.fromEntries(
        Object.entries(fullOn(id, '2026-03-20')).filter(([name]) => form.fields[name]?.kind !== 'files'),
      );
      const lines = form.apart ? { [form.apart]: (full[form.apart] as Tree[]).slice(0, 1) } : {};
      const receipt = await receiptOf(await send(id, { ...full, ...lines }));
      const html = await formOfCase(receipt);
      const back = await actPage('change', controlsIn(html));
      expect([back.status, textOf(await back.text())]).toEqual([200, expect.stringContaining('已收到')]);
      expect(await kinds()).toEqual(['received']);
    },
  );

  test('a corrected field is stored; a wrong one comes back with everything in place and the way to it', async () => {
    const receipt = await newCase();
    const html = await formOfCase(receipt);
    const set = (name: string, value: string) =>
      controlsIn(html).map(([key, old]): [string, string] => [key, key === name ? value : old]);
    const wrong = await actPage('change', set('contact.phone', '12'));
    const refused = await wrong.text();
    expect([wrong.status, passIn(refused)]).toEqual([422, expect.stringMatching(/.{40}/)]);
    expect(refused).toContain('href="#f-contact-phone"');
    expect(refused).toContain('原来的说明');
    const right = await actPage('change', set('contact.phone', '13900139000'));
    expect(textOf(await right.text())).toContain('您修改了内容');
    expect(await answersNow()).toMatchObject({ contact: { phone: '13900139000' } });
  });

  test('adding and removing a line stores nothing', async () => {
    const receipt = await newCase();
    const html = await formOfCase(receipt);
    const added = await (await actPage('change', [...controlsIn(html), ['_act', 'add:items']])).text();
    expect(added).toContain('name="items.1.item"');
    const removed = await actPage('change', [...controlsIn(added), ['_act', 'remove:items:1']]);
    expect(await removed.text()).not.toContain('name="items.1.item"');
    expect(await kinds()).toEqual(['received']);
  });

  test('a file can be added: it becomes the case’s own; one that is gone is told', async () => {
    const full = Object.fromEntries(
      Object.entries(everySample.financing?.full ?? {}).filter(([name]) => name !== 'files'),
    );
    const receipt = await receiptOf(await send('financing', full));
    const bytes = new Uint8Array(pdf());
    const taken = await desk.app.attachments.take({
      form: 'financing',
      field: 'files',
      name: '合同.pdf',
      address: '',
      bytes,
    });
    if (taken.tag === 'denied') throw new Error(taken.reason);
    const added = { ...linkOf(receipt), answers: { ...full, files: [taken.id] } };
    expect((await act('change', added)).status).toBe(200);
    const files = await desk.app.attachments.of((await row()).id);
    expect(files.map(file => file.name)).toEqual(['合同.pdf']);
    const gone = { ...linkOf(receipt), answers: { ...full, files: [taken.id, 'x'.repeat(22)] } };
    const refused = await act('change', gone);
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('/files')]);
    expect(await kinds()).toEqual(['received', 'changed']);
    expect(await formOfCase(receipt)).toContain('合同.pdf');
  });
});
