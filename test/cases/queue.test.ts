import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type QueueQuery, type QueueView, queue, queueCounts, queueViews } from '#src/cases/queue.ts';
import { reply, withdraw } from '#src/cases/say.ts';
import { materials } from '../submissions.ts';
import { type Bureau, boss, deeds, morning, of, openBureau } from './bureau.ts';

let bureau: Bureau;
/** Numbers by what was done to them. */
const made: Record<string, string> = {};
const supplies = of('supplies');

beforeAll(async () => {
  bureau = await openBureau();
  const { did } = bureau;
  const start = async (name: string) => {
    const { number } = await bureau.supplies();
    made[name] = number;
    return number;
  };
  await start('new');
  await did(await start('doing'), { ...deeds.accept, officer: 'zhao' }, supplies);
  const assisted = await start('assisted');
  await did(assisted, deeds.accept, supplies);
  await did(assisted, deeds.assist, supplies);
  await did(await start('waiting'), deeds.return, supplies);
  await did(await start('answered'), deeds.answer, supplies);
  await did(await start('declined'), deeds.decline, supplies);
  const upward = await start('upward');
  await did(upward, deeds.answer, supplies);
  await did(upward, { ...deeds.close, outcome: 'upward', text: '报市里' }, supplies);
  const partly = await start('partly');
  await did(partly, deeds.answer, supplies);
  await did(partly, { ...deeds.close, outcome: 'partly', text: '一半' }, supplies);
  const closed = await start('closed');
  await did(closed, deeds.answer, supplies);
  await did(closed, deeds.close, supplies);
  await withdraw(bureau.office, await start('withdrawn'), 'enterprise');
  made.held = (await bureau.file('materials', materials(), ['fast'])).number;
  made.law = (await bureau.law()).number;
  made.complaint = (await bureau.complaint('市场监管局')).number;
});
afterAll(() => bureau.desk.stop());

const names = async (query: Partial<QueueQuery> & { view: QueueView }): Promise<readonly string[]> => {
  const { rows } = await queue(bureau.office, { limit: 100, ...query });
  return rows
    .map(row => Object.entries(made).find(([, number]) => number === row.number)?.[0] ?? row.number)
    .sort();
};

describe('views', () => {
  const department = 'supplies';
  test.each<[QueueView, Partial<QueueQuery>, readonly string[]]>([
    ['to-accept', {}, ['complaint', 'law', 'new']],
    ['to-accept', { department }, ['new']],
    ['mine', { department, officer: 'zhao' }, ['doing']],
    ['department', { department }, ['answered', 'assisted', 'declined', 'doing', 'new', 'waiting']],
    ['assisting', { department: 'market' }, ['assisted']],
    ['assisting', {}, []],
    ['waiting', {}, ['waiting']],
    ['answered', {}, ['answered']],
    ['unsolved', {}, ['partly']],
    ['upward', {}, ['upward']],
    ['declined', {}, ['declined']],
    ['held', {}, ['held']],
    ['complaints', {}, ['complaint']],
    ['complaints', { notAgainst: 'market' }, []],
    ['to-revisit', {}, []],
    ['closed', {}, ['closed']],
    ['overdue', {}, []],
    ['all', { areas: [] }, []],
    ['all', { areas: ['west'] }, []],
    ['all', { form: 'consultation' }, ['law']],
    ['all', {}, Object.keys({ ...made })],
  ])('%s %j', async (view, query, expected) => {
    const wanted = view === 'all' && Object.keys(query).length === 0 ? Object.keys(made).sort() : expected;
    expect(await names({ view, ...query })).toEqual(wanted);
    const counts = await queueCounts(bureau.office, query);
    if (!('form' in query)) expect(counts[view]).toBe(wanted.length);
  });

  test('due today, then overdue with who is late since when; what waits for its enterprise is not', async () => {
    bureau.desk.at('2026-03-23T02:00:00.000Z');
    expect(await names({ view: 'due-today', department })).toEqual([
      'assisted',
      'declined',
      'doing',
      'held',
      'new',
    ]);
    bureau.desk.at('2026-03-23T09:00:00.001Z');
    expect(await names({ view: 'due-today', department })).toEqual([]);
    expect(await names({ view: 'overdue', department })).toEqual([
      'assisted',
      'declined',
      'doing',
      'held',
      'new',
    ]);
    const { rows } = await queue(bureau.office, { view: 'overdue', department, limit: 100 });
    for (const row of rows)
      expect(row).toMatchObject({ late: 'lead', lateSince: '2026-03-23T09:00:00.000Z' });
    bureau.desk.at('2026-03-18T09:00:00.001Z');
    const accept = await queue(bureau.office, { view: 'to-accept', department, limit: 1 });
    expect(accept.rows[0]).toMatchObject({ late: 'accept', lateSince: '2026-03-18T09:00:00.000Z' });
    bureau.desk.at(morning);
  });

  test('every page once, in order, nothing sealed in a row, a complaint without its enterprise', async () => {
    for (const sort of ['due', 'received'] as const)
      for (const view of queueViews) {
        const whole = await queue(bureau.office, { view, sort, limit: 100 });
        const seen: string[] = [];
        for (let after: string | null = null, more = true; more; more = after !== null) {
          const page: Awaited<ReturnType<typeof queue>> = await queue(bureau.office, {
            view,
            sort,
            limit: 2,
            after,
          });
          seen.push(...page.rows.map(row => row.number));
          after = page.next;
        }
        expect([view, seen]).toEqual([view, whole.rows.map(row => row.number)]);
        for (const row of whole.rows) {
          expect(Object.keys(row)).not.toEqual(expect.arrayContaining(['sealed']));
          expect(JSON.stringify(row)).not.toMatch(/wrappedKey|pinHash|tokenHash|"answers"/);
          if (row.complaint) expect([row.enterprise, row.creditCode]).toEqual(['', '']);
        }
      }
  });

  test('a cursor that was not ours begins at the beginning; a page has 1 to 100 rows', async () => {
    for (const after of ['', 'x', '~', 'a~b~c', '~'.repeat(200)])
      expect((await queue(bureau.office, { view: 'all', limit: 3, after })).rows).toHaveLength(3);
    expect((await queue(bureau.office, { view: 'all', limit: 0 })).rows).toHaveLength(1);
    expect((await queue(bureau.office, { view: 'all', limit: 1e9 })).rows).toHaveLength(
      Object.keys(made).length,
    );
  });
});

test('what the enterprise adds brings a waiting case back to its department', async () => {
  await reply(bureau.office, made.waiting ?? '', '补了', 'enterprise');
  expect(await names({ view: 'waiting' })).toEqual([]);
  expect(await bureau.refused(made.new ?? '', deeds.release, boss)).toBe('state');
});
