import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import statistics from '#functions/statistics.ts';
import data from '#functions/statistics-data.ts';
import dictionary from '#functions/statistics-dictionary.ts';
import { samplesB } from '../forms/samples-b.ts';
import { type Desk, openDesk } from '../office.ts';
import { consultation, materials } from '../submissions.ts';
import { receiptOf, send, textOf } from './knock.ts';

const doors = { '/statistics/': statistics, '/statistics/dictionary/': dictionary };

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> => {
  const bare = path.replace(/^\/(en|zh-hant)(?=\/)/, '') as keyof typeof doors;
  const request = new Request(`http://zone.example${path}`, { headers, method });
  return (doors[bare] ?? data)(request);
};
const pageOf = async (path: string): Promise<string> => (await ask(path)).text();
/** What the page says between its heading and its foot; the frame of the site is not of it. */
const saidOn = async (path: string): Promise<string> =>
  textOf((/<h1>[\s\S]*<\/main>/.exec(await pageOf(path)) ?? [''])[0]);

const filing = (i: number, staff: object) => ({
  ...samplesB.filing.least,
  reopening: '2020-03-18',
  enterprise: { name: `开工${i}厂`, creditCode: '', area: 'east', line: 'industry' },
  staff,
});

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ RATE_LIMIT: 'off' });
});
afterAll(() => desk.stop());

describe('before anything is received', () => {
  test('the page says so kindly, and shows no row of zeros', async () => {
    desk.at('2020-03-17T02:00:00.000Z');
    const said = await saidOn('/statistics/');
    expect(said).toContain('截至2020年3月16日24时');
    expect(said).toContain('还没有可以公布的数');
    expect(said).not.toMatch(/合计|%/);
  });

  test('so does the English page, in English', async () => {
    const said = await saidOn('/en/statistics/');
    expect(said).toContain('Nothing to publish yet');
    expect(said).not.toMatch(/\p{Script=Han}/u);
  });
});

describe('with seven needs, three questions and six filings of a day', () => {
  beforeAll(async () => {
    desk.at('2020-03-18T02:00:00.000Z');
    for (let i = 0; i < 7; i += 1) await receiptOf(await send('materials', materials()));
    for (let i = 0; i < 3; i += 1) await receiptOf(await send('consultation', consultation()));
    for (let i = 0; i < 6; i += 1)
      await receiptOf(await send('filing', filing(i, { total: 90, returning: i === 5 ? 0 : 41 })));
  });

  test('nothing of a day is told before it is over', async () => {
    desk.pass(3_600_000);
    expect(await saidOn('/statistics/')).toContain('还没有可以公布的数');
  });

  test('the day after, counts are told in fives and small ones are not told', async () => {
    desk.at('2020-03-19T02:00:00.000Z');
    const said = await saidOn('/statistics/');
    expect(said).toContain('截至2020年3月18日24时');
    expect(said).toContain('收到企业反映的事约10件，办结0件');
    expect(said).toMatch(/要防疫物资|物资/);
    expect(said).toContain('另有1格少于5');
    expect(said).toMatch(/合计 10 0 0%/);
    expect(said).not.toMatch(/7件|3件|16/);
    expect(said).toContain('已复工企业约5家，到岗约210人');
  });

  test('every figure stands beside how it is counted and what is not', async () => {
    const html = await pageOf('/statistics/');
    for (const title of html.matchAll(/<section class="section">\s*<h2>([^<]+)/g))
      expect([title[1], /下载/.test(title[1] ?? '') || html.includes('怎么算的')]).toEqual([title[1], true]);
    expect(html.match(/chart-svg/g)?.length).toBeGreaterThan(1);
    expect(html.match(/chart-svg/g)?.length).toBe(html.match(/<desc id=/g)?.length);
    expect(html).not.toMatch(/style=|<script(?![^>]*src=)/);
  });

  test('the page is there in all three languages', async () => {
    expect(await saidOn('/en/statistics/')).toMatch(/Received from enterprises: about 10 cases/);
    expect(await saidOn('/en/statistics/')).not.toMatch(/\p{Script=Han}/u);
    expect(await saidOn('/zh-hant/statistics/')).toContain('統計');
  });

  test('the open data says the same, withheld is null and never 0', async () => {
    const told = (await (await ask('/statistics/data.json')).json()) as {
      asOf: string;
      figures: {
        id: string;
        value: number;
        withheld: number;
        parts: { key: string; value: number | null }[];
      }[];
      firms: { parts: { key: string; firms: number | null; staff: number | null }[] };
      weeks: { asOf: string; received: number }[];
      dictionary: { id: string }[];
    };
    expect(told.asOf).toBe('2020-03-18');
    const received = told.figures.find(one => one.id === 'received-total');
    expect(received).toMatchObject({ value: 10, withheld: 1 });
    const parts = received?.parts.map(({ key, value }) => [key, value]);
    expect(parts).toEqual([
      ['consultation', null],
      ['filing', 5],
      ['materials', 5],
    ]);
    const industry = told.firms.parts.find(part => part.key === 'industry');
    expect(industry).toMatchObject({ firms: 5, staff: 210 });
    expect(told.weeks.map(week => week.received)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 10]);
    const explained = told.dictionary.map(entry => entry.id);
    for (const { id } of told.figures) expect(explained).toContain(id);
  });

  test('the table opens in a spreadsheet: a mark, one row a figure and part, no formulas', async () => {
    const response = await ask('/statistics/data.csv');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toContain('statistics-2020-03-18.csv');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head = '', ...lines] = bytes.toString().slice(1).trimEnd().split('\n');
    const width = head.split(',').length;
    expect(head).toMatch(/^as_of,figure,/);
    for (const line of lines) expect([line, line.split(',').length]).toEqual([line, width]);
    expect(lines).toContain('2020-03-18,received-total,累计收到,Received in all,,,,10,,,1,cases');
    expect(lines.filter(line => line.includes(',consultation,'))[0]).toMatch(/,,,,1,cases$/);
    expect(lines.flatMap(line => line.split(',')).filter(one => /^[=+@-]/.test(one))).toEqual([]);
  });

  test('every column and figure stands in the dictionary', async () => {
    const text = textOf(await pageOf('/statistics/dictionary/'));
    const [head = ''] = (await (await ask('/statistics/data.csv')).text()).slice(1).split('\n');
    for (const column of head.split(',')) expect(text).toContain(column);
    for (const id of ['received-total', 'done-rate', 'solved-rate', 'content-rate', 'answer-median', 'staff'])
      expect(text).toContain(id);
    expect(textOf(await pageOf('/en/statistics/dictionary/'))).toContain('Data dictionary');
  });

  test.each([
    '/statistics/',
    '/en/statistics/',
    '/zh-hant/statistics/',
    '/statistics/data.csv',
    '/statistics/data.json',
  ])('%s may be kept for some minutes, and is not sent again while it is the same', async path => {
    const first = await ask(path);
    expect(first.headers.get('cache-control')).toBe('public, max-age=300');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/"[\w-]{27}"$/);
    const again = await ask(path, { 'if-none-match': `"x", ${etag}` });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    expect((await ask(path, { 'if-none-match': '"x"' })).status).toBe(200);
  });

  test('nobody may post to it', async () => {
    expect((await ask('/statistics/', {}, 'POST')).status).toBe(405);
  });

  test('what changes is read anew after five minutes, not before', async () => {
    const closed = async () => {
      const { figures } = (await (await ask('/statistics/data.json')).json()) as {
        figures: { id: string; value: number }[];
      };
      return figures.find(one => one.id === 'received-total')?.value;
    };
    desk.at('2020-03-18T03:00:00.000Z');
    for (let i = 0; i < 5; i += 1) await receiptOf(await send('materials', materials()));
    desk.at('2020-03-19T02:01:00.000Z');
    expect(await closed()).toBe(10);
    desk.at('2020-03-19T02:06:00.000Z');
    expect(await closed()).toBe(15);
  });
});
