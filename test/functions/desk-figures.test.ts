import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import remind from '#functions/remind.ts';
import sweep from '#functions/sweep.ts';
import { definitions } from '#src/figures/definitions.ts';
import { messageOf } from '#src/figures/report.ts';
import { type Bureau, boss, deeds, of, openBureau } from '../cases/bureau.ts';
import { newStaff, type SignedInStaff } from '../staff.ts';
import { page, see } from './desk.ts';

let bureau: Bureau;
let dispatcher: SignedInStaff;
let officer: SignedInStaff;
let viewer: SignedInStaff;
const numbers: string[] = [];
const day = '2026-03-18';

beforeAll(async () => {
  bureau = await openBureau();
  dispatcher = await newStaff(bureau.desk, { role: 'dispatcher', department: 'economy' });
  officer = await newStaff(bureau.desk, { role: 'officer', department: 'law' });
  viewer = await newStaff(bureau.desk, { role: 'viewer' });
  // Wednesday of the week before, the day before, and three on the day itself.
  for (const at of ['2026-03-11', '2026-03-17', day, day, day]) {
    bureau.desk.at(`${at}T02:00:00.000Z`);
    const { number } = await (numbers.length === 4 ? bureau.law() : bureau.supplies());
    numbers.push(number);
  }
  const [first = ''] = numbers;
  await bureau.did(first, deeds.accept, of('supplies'));
  await bureau.did(first, deeds.answer, boss);
  await bureau.did(first, deeds.close, boss);
});
afterAll(() => bureau.desk.stop());

/** The cells of a figure's row on the page of figures. */
const cellsOf = (html: string, id: string): readonly string[] => {
  const row = html.split(`<tr id="${id}">`)[1]?.split('</tr>')[0] ?? '';
  return [...row.matchAll(/<td class="num">(.*?)<\/td>/gs)].map(([, cell = '']) =>
    cell.replace(/<[^>]+>/g, ' ').trim(),
  );
};

describe('the page of figures', () => {
  test('every figure stands there with its definition, beside the day before and a week before', async () => {
    const html = await page(dispatcher, '/desk/figures/');
    for (const { id, counted, notCounted } of definitions) {
      expect([id, cellsOf(html, id).length]).toEqual([id, 3]);
      expect(html).toContain(counted['zh-Hans']);
      expect(html).toContain(notCounted['zh-Hans']);
    }
    expect(cellsOf(html, 'received')).toEqual(['3', '1', '1']);
    expect(cellsOf(html, 'done')).toEqual(['1', '0', '0']);
    // Due three working days after it came, and answered two days later.
    expect([cellsOf(html, 'late'), cellsOf(html, 'overdue')]).toEqual([
      ['1', '0', '0'],
      ['0', '1', '0'],
    ]);
    expect(cellsOf(html, 'done-rate')[0]?.split(/\s+/)).toEqual(['20%', '1', '/', '5']);
    // Nobody rated anything: nothing to divide by is not 0.
    expect(cellsOf(html, 'content-rate')[0]?.split(/\s+/)).toEqual(['—', '0/0']);
  });

  test('another day may be chosen; one to come, or none, is today', async () => {
    expect(cellsOf(await page(dispatcher, '/desk/figures/?day=2026-03-17'), 'received')[0]).toBe('1');
    for (const wrong of ['2027-01-01', '2026-02-30', '%3Cscript%3E'])
      expect(cellsOf(await page(dispatcher, `/desk/figures/?day=${wrong}`), 'received')[0]).toBe('3');
  });

  test('a figure leads to its cases, within the reach of whoever asks', async () => {
    expect(await page(dispatcher, '/desk/figures/')).toContain(`/desk/figures/received/?day=${day}`);
    const shown = (html: string) => numbers.map(number => html.includes(`/desk/cases/${number}/`));
    const path = `/desk/figures/received/?day=${day}`;
    expect(await page(officer, path)).toContain('可能比数字少');
    expect(shown(await page(dispatcher, path))).toEqual([false, false, true, true, true]);
    expect(shown(await page(officer, path))).toEqual([false, false, false, false, true]);
    expect((await see(dispatcher, '/desk/figures/nothing/')).status).toBe(404);
    // What a figure is not taken apart by, and what is no day, is asked for in vain.
    const wrong = await page(dispatcher, '/desk/figures/received/?by=name&key=x&day=x&side=among');
    expect(wrong).toContain('<p class="lead">3件</p>');
  });

  test('a share leads to its numerator and its denominator apart, a level to what stood on the day', async () => {
    const share = await page(dispatcher, `/desk/figures/done-rate/?day=${day}`);
    expect(share).toContain('<p class="lead">1件</p>');
    expect(share).toContain(`/desk/figures/done-rate/?day=${day}&amp;side=among`);
    const among = await page(dispatcher, `/desk/figures/done-rate/?day=${day}&side=among`);
    expect([...among.matchAll(/data-row/g)]).toHaveLength(5);
    const before = await page(dispatcher, '/desk/figures/overdue/?day=2026-03-17');
    expect([before.includes(numbers[0] ?? ''), before.includes('<p class="lead">1件</p>')]).toEqual([
      true,
      true,
    ]);
    const part = await page(dispatcher, `/desk/figures/open/?day=${day}&by=department&key=law`);
    expect([...part.matchAll(/data-row/g)]).toHaveLength(1);
    expect(part).toContain('未办结 · 法律服务组');
  });

  test('every number of the page and of the report that leads somewhere leads to a list that says the same number', async () => {
    const pages = [await page(dispatcher, '/desk/figures/'), await page(dispatcher, '/desk/daily/')];
    const found = pages.flatMap(html => [
      ...html.matchAll(/<a href="(\/desk\/[^"]+)">((?:[^<]|<wbr>)+)<\/a>(?=[^<]*<(?:\/td|\/span|a|span))/g),
    ]);
    const counted = found.filter(([, href = '']) => /^\/desk\/(figures\/.|firms|stays)/.test(href));
    expect(counted.length).toBeGreaterThan(60);
    for (const [, href = '', text = ''] of counted) {
      const html = await page(dispatcher, href.replaceAll('&amp;', '&'));
      const [, total = ''] = /<p class="lead">([\d,.]+)/.exec(html) ?? [];
      // Of a share in the report: `20%（1/5）`; of a time how many were measured.
      expect([href, total]).toEqual([
        href,
        href.includes('answer-') ? '1' : (/（(\d+)\//.exec(text)?.[1] ?? text),
      ]);
    }
  });

  test('a viewer reads figures and is led to no case; nobody reads none', async () => {
    const html = await page(viewer, '/desk/figures/');
    expect(html).not.toContain('/desk/figures/received/');
    expect((await see(viewer, '/desk/figures/received/')).status).toBe(403);
    expect((await see(null, '/desk/figures/')).status).toBe(303);
    expect((await see(viewer, '/desk/figures/')).headers.get('cache-control')).toBe('no-store');
  });
});

describe('the daily report', () => {
  test('its sections add up, and the page says so in both languages', async () => {
    const { sections } = await bureau.desk.app.figures.report(day);
    for (const { title, rows } of sections.slice(1, 4)) {
      const sums = rows
        .slice(0, -1)
        .reduce<number[]>((all, row) => row.slice(1).map((n, index) => Number(n) + (all[index] ?? 0)), []);
      expect([title.en, sums]).toEqual([title.en, rows.at(-1)?.slice(1)]);
      expect([title.en, sums[0]]).toEqual([title.en, 3]);
    }
    expect(await page(viewer, '/desk/daily/')).toContain('按部门');
    expect(await page(viewer, '/en/desk/daily/')).toContain('By department');
  });

  test('the text for a group has figures and nothing of an enterprise', async () => {
    const report = await bureau.desk.app.figures.report(day);
    const text = messageOf(report);
    expect(text).toContain('新收3件，前一日1，上周同日1');
    expect(text).toContain('办结率20%（1/5）');
    const row = await bureau.rowOf(numbers[4] ?? '');
    expect([text.includes(row.enterprise), text.includes(row.number)]).toEqual([false, false]);
    expect(await page(viewer, '/desk/daily/')).toContain('新收3件，前一日1，上周同日1');
  });

  test('the sheet holds numbers as numbers, and no cell is a formula', async () => {
    const response = await see(viewer, `/desk/daily/sheets/${day}.xlsx`);
    expect(response.headers.get('content-disposition')).toContain(`daily-${day}.xlsx`);
    const { sheets } = await readXlsx(new Uint8Array(await response.arrayBuffer()));
    const [first] = sheets;
    expect(first?.rows.find(row => row[0] === '新收')?.slice(0, 5)).toEqual(['新收', 3, 1, 1, '件']);
    for (const { rows } of sheets)
      for (const cell of rows.flat()) expect(String(cell ?? '')).not.toMatch(/^[=+@\t]/);
    for (const wrong of ['2027-01-01.xlsx', 'x.xlsx', `${day}.csv`])
      expect((await see(viewer, `/desk/daily/sheets/${wrong}`)).status).toBe(404);
  });

  test('it goes out once a day after the last time of the digest, whoever asks how often', async () => {
    const run = async () => (await (await remind(new Request('http://zone.example/'))).json()) as object;
    bureau.desk.at(`${day}T08:29:00.000Z`);
    expect(await run()).toMatchObject({ daily: 0 });
    bureau.desk.at(`${day}T08:32:00.000Z`);
    expect(await run()).toMatchObject({ daily: 1 });
    expect(await run()).toMatchObject({ daily: 0 });
    // A Saturday.
    bureau.desk.at('2026-03-21T08:32:00.000Z');
    expect(await run()).toMatchObject({ daily: 0 });
  });

  test('the hourly sweep counts what nobody looked at', async () => {
    const { number } = await bureau.supplies();
    const { id } = await bureau.rowOf(number);
    const { figures } = bureau.desk.app;
    await sweep(new Request('http://zone.example/'));
    const [before] = await figures.trends('2026-03-21');
    expect([before?.now.figure.id, before?.now.value]).toEqual(['received', 1]);
    expect(id).not.toBe('');
  });
});
