import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer } from '#src/cases/act.ts';
import { openAnswers } from '#src/cases/review.ts';
import { formOf } from '#src/forms/index.ts';
import { allCases, type Desk, openDesk } from '../office.ts';
import { consultation, materials, type Tree } from '../submissions.ts';
import { linkOf, look, lookPage, receiptOf, send, submit } from './knock.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

/** What people paste and attackers try; each within the shortest field. */
const texts = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=a()>',
  "' or 1=1; drop table--",
  '=1+1',
  '+86',
  '@SUM(A1)',
  '&lt;b&gt; &amp;',
  '{{7*7}} %s %MAIN% %TITLE%',
  '口罩😷𠮷 مرحبا',
  '</textarea></form>',
];

const inEveryField = (text: string): Record<'materials' | 'consultation', Tree> => {
  const enterprise = { name: text, area: 'east', line: 'industry' };
  const contact = { name: text, role: text, phone: '13800138000' };
  return {
    materials: materials({
      enterprise,
      contact,
      items: [{ item: 'other', spec: text, quantity: 1, unit: 'piece' }],
      receiver: text,
      address: text,
      hotlineTicket: text,
      note: text,
    }),
    consultation: consultation({
      enterprise,
      contact,
      question: text,
      asked: text,
      when: text,
      hotlineTicket: text,
    }),
  };
};

describe('HTML, formulas and other languages in every field', () => {
  test.each(texts)('%s is accepted and kept letter by letter', async text => {
    for (const [form, body] of Object.entries(inEveryField(text))) {
      const { number } = linkOf(await receiptOf(await send(form, body)));
      const row = await desk.app.office.store.caseByNumber(number);
      const known = formOf(form);
      if (!row || !known) throw new Error('no case');
      const answers = openAnswers(desk.app.office, known, row);
      expect(answers.enterprise.name).toBe(text);
      expect(answers.contact).toMatchObject({ name: text, role: text });
      expect(answers.hotlineTicket).toBe(text);
    }
  });

  test.each(texts)('ASVS 1.2.1: %s is escaped wherever it is shown', async text => {
    const refused = await submit('materials', { ...inEveryField(text).materials, consent: '' });
    const html = await refused.text();
    expect(refused.status).toBe(422);
    expect(html).not.toMatch(/<script>alert|<img src=x|<\/textarea><\/form>(?!<)/);
    const decoded = html
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
    // Name, contact, role, line, receiver, address, ticket, note: each as it was typed.
    expect(decoded.split(text).length - 1).toBeGreaterThanOrEqual(8);
    if (/[<"]/.test(text)) expect(html).not.toContain(`value="${text}`);
  });

  test('an answer of an officer, and the enterprise, on the tracking page', async () => {
    const [text = ''] = texts;
    const receipt = await receiptOf(await send('materials', inEveryField(text).materials));
    await answer(desk.app.office, linkOf(receipt).number, `${text}\n第二行`, '李办');
    const page = await (await lookPage(linkOf(receipt))).text();
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('<p>&lt;script&gt;alert(1)&lt;/script&gt;</p><p>第二行</p>');
    const json = (await (await look(linkOf(receipt))).json()) as { answers: { text: string }[] };
    expect(json.answers[0]?.text).toBe(`${text}\n第二行`);
  });

  test('a number typed into the tracking form', async () => {
    const page = await (await lookPage({ number: '"><script>alert(1)</script>', pin: '1' })).text();
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('value="&quot;&gt;&lt;script&gt;');
  });

  test('names of fields, of forms and of choices in a refusal', async () => {
    const bad = '<script>alert(1)</script>';
    const page = await submit('materials', { ...materials(), [bad]: '1', delivery: bad });
    const html = await page.text();
    expect([page.status, html.includes('<script>alert')]).toEqual([422, false]);
    const unknown = await submit(encodeURIComponent(bad), materials());
    expect([unknown.status, (await unknown.text()).includes('<script>alert')]).toEqual([404, false]);
    const twice = await submit('materials', [
      [bad, '1'],
      [bad, '2'],
    ]);
    expect([twice.status, (await twice.text()).includes('<script>alert')]).toEqual([400, false]);
  });

  test('ASVS 1.2.4: as many cases as submissions: no text ended a statement', async () => {
    expect(await allCases(desk)).toHaveLength(texts.length * 2 + 1);
  });
});
