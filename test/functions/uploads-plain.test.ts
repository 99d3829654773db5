import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { office, pdf, photo, sound } from '../attachments/samples.ts';
import { samplesB } from '../forms/samples-b.ts';
import { allCases, type Desk, openDesk } from '../office.ts';
import { pairsOf } from '../submissions.ts';
import { textOf } from './knock.ts';
import { attachmentsOf, blobsOf, fileOf, submitWith } from './upload-knock.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.stop());

type Pairs = readonly (readonly [string, string | File])[];
const typed: Pairs = pairsOf(samplesB.filing.least);
/** The uploads that have bytes. */
const uploads = (): readonly string[] => [...new Set(blobsOf(desk).map(blob => blob.split('/')[0] ?? ''))];
/** The hidden inputs of kept files, as the browser sends them back. */
const keptIn = (html: string): Pairs =>
  [...html.matchAll(/<input type="hidden" name="([^"]+)" value="on">/g)].map(([, name = '']) => [name, 'on']);
const without = (names: readonly string[]): Pairs => typed.filter(([name]) => !names.includes(name));

describe('Without JavaScript files come with the form', () => {
  test('several in one input, one in another, none in a third', async () => {
    const answer = await submitWith('filing', [
      ...typed,
      ['application', fileOf(pdf(), '申请.pdf')],
      ['application', fileOf(photo.jpg(), '照片.jpg')],
      ['prevention', fileOf(office('docx'), '方案.docx')],
      ['emergency', new File([], '')],
    ]);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/forms/receipt/']);
    const kept = await attachmentsOf(desk);
    expect(kept.map(({ field, name }) => `${field} ${name}`).sort()).toEqual([
      'application 照片.jpg',
      'application 申请.pdf',
      'prevention 方案.docx',
    ]);
  });

  test('the page’s form is one that can carry files', async () => {
    const html = await (await submitWith('filing', [])).text();
    expect(html).toMatch(/<form [^>]*enctype="multipart\/form-data"/);
    expect(html).toMatch(/<input type="file" id="f-application" name="application" multiple/);
  });

  test('a refused post keeps the files that were taken in, by name, and does not ask for them again', async () => {
    const wrong = [...without(['reopening']), ['reopening', '2020-02-31']] as const;
    const refused = await submitWith('filing', [...wrong, ['application', fileOf(pdf(), '申请"1.pdf')]]);
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(textOf(html)).toContain('申请1.pdf 已收下，未做病毒扫描');
    const kept = keptIn(html);
    expect(kept).toHaveLength(1);
    expect((await submitWith('filing', [...typed, ...kept])).status).toBe(303);
    expect(await attachmentsOf(desk)).toHaveLength(1);
  });

  test('a file that is refused is named at its field; the others and the words stay', async () => {
    const refused = await submitWith('filing', [
      ...typed,
      ['application', fileOf(Buffer.from('MZ'), 'plan.pdf')],
      ['application', fileOf(pdf(), '好的.pdf')],
    ]);
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toMatch(/href="#f-application">“plan.pdf”只收 PDF/);
    expect(html).toContain('value="2020-03-23"');
    expect(textOf(html)).toContain('好的.pdf 已收下');
    expect(await allCases(desk)).toEqual([]);
    expect(uploads()).toHaveLength(1);
  });

  test('a button takes a kept file away without sending the form', async () => {
    const first = await submitWith('filing', [
      ...without(['filer']),
      ['application', fileOf(pdf(), '一.pdf')],
      ['application', fileOf(sound.png(), '二.png')],
    ]);
    const html = await first.text();
    const press =
      /name="_act" value="(drop:application:[^"]+)" aria-label="去掉 一.pdf"/.exec(html)?.[1] ?? '';
    const after = await submitWith('filing', [...without(['filer']), ...keptIn(html), ['_act', press]]);
    expect(after.status).toBe(200);
    const left = await after.text();
    expect([left.includes('一.pdf'), textOf(left).includes('二.png 已收下')]).toEqual([false, true]);
    expect(uploads()).toHaveLength(1);
  });

  test('a file that was just chosen is kept when another button is pressed', async () => {
    const after = await submitWith('filing', [
      ...typed,
      ['application', fileOf(pdf(), '一.pdf')],
      ['_act', 'add:tenants'],
    ]);
    expect([after.status, textOf(await after.text()).includes('一.pdf 已收下')]).toEqual([200, true]);
  });

  test('the same form with the same files twice is one case', async () => {
    const send = () => submitWith('filing', [...typed, ['application', fileOf(pdf(), '申请.pdf')]]);
    const answers = [await send(), await send()];
    expect(answers.map(answer => answer.status)).toEqual([303, 409]);
    expect(await allCases(desk)).toHaveLength(1);
    const other = await submitWith('filing', [...typed, ['application', fileOf(sound.png(), '申请.pdf')]]);
    expect(other.status).toBe(303);
    expect(await allCases(desk)).toHaveLength(2);
  });

  test('more than the field takes: the first are kept, the others named', async () => {
    const many = Array.from(
      { length: 4 },
      (_, index) => ['application', fileOf(pdf(), `${index}.pdf`)] as const,
    );
    const refused = await submitWith('filing', [...typed, ...many]);
    expect([refused.status, uploads().length]).toEqual([422, 3]);
    expect(textOf(await refused.text())).toContain('最多3个文件，多的没有加进来');
  });

  test('a file where no file belongs is refused and not stored', async () => {
    for (const name of ['note', 'enterprise.name', 'nowhere', '__proto__']) {
      const answer = await submitWith('filing', [...without([name]), [name, fileOf(pdf(), 'a.pdf')]]);
      expect([name, answer.status]).toEqual([name, 422]);
    }
    expect(uploads()).toEqual([]);
  });

  test('names of files of a form that was sent are shown to nobody who has their ids', async () => {
    const refused = await submitWith('filing', [
      ...without(['filer']),
      ['application', fileOf(pdf(), '金丝雀.pdf')],
    ]);
    const kept = keptIn(await refused.text());
    expect((await submitWith('filing', [...typed, ...kept])).status).toBe(303);
    const again = await submitWith('filing', [...without(['filer']), ...kept]);
    expect(again.status).toBe(422);
    expect(await again.text()).not.toContain('金丝雀');
  });

  test('while the store is away the form comes back with what was typed', async () => {
    const { store } = desk.app.office;
    const { openUpload } = store as unknown as { openUpload: unknown };
    const away = Object.assign(new Error('locked'), { name: 'StoreUnavailable' });
    Object.assign(store, { openUpload: () => Promise.reject(away) });
    const answer = await submitWith('filing', [...typed, ['application', fileOf(pdf(), 'a.pdf')]]);
    Object.assign(store, { openUpload });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30']);
    expect(await answer.text()).toContain('value="2020-03-23"');
  });
});
