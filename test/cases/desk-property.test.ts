import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Deed, DeedName, Doer } from '#src/cases/deed.ts';
import { deskCase } from '#src/cases/desk-case.ts';
import { deedNames, perform, possible } from '#src/cases/perform.ts';
import { type QueueView, queue, queueCounts, queueViews } from '#src/cases/queue.ts';
import { cases, fault } from '#src/cases/review.ts';
import { confirm, rate, reply, withdraw } from '#src/cases/say.ts';
import type { CaseRow } from '#src/cases/store.ts';
import { dayOf } from '#src/rules/day.ts';
import { materials } from '../submissions.ts';
import { type Bureau, boss, deeds, morning, of, openBureau } from './bureau.ts';

let bureau: Bureau;
beforeAll(async () => {
  bureau = await openBureau();
});
afterAll(() => bureau.desk.stop());

const doers: readonly Doer[] = [
  boss,
  of('supplies'),
  of('supplies', 'supplies-2'),
  of('labour'),
  of('market'),
  { login: 'liaison', department: '', superior: false },
];

/** A deed written so that nothing but the case itself can stand in its way; null where the case leaves nothing to choose. */
const soundDeed = async (number: string, name: DeedName, doer: Doer): Promise<Deed | null> => {
  const found = await deskCase(bureau.office, number, doer);
  if (!found) throw new Error('no case');
  const { case: row, parts, outcomes, pressures } = found;
  const free = ['labour', 'market', 'health', 'finance', 'tax', 'law', 'science'].filter(
    code => code !== row.handler && code !== row.against,
  );
  const unasked = free.filter(
    code => !parts.some(part => part.department === code && part.state === 'asked'),
  );
  const [outcome] = outcomes;
  const [pressure] = pressures;
  switch (name) {
    case 'contact':
      return { ...deeds.contact, at: bureau.office.now().toISOString() };
    case 'decline':
      return { ...deeds.decline, suggest: free[0] ?? '' };
    case 'assign':
      return { ...deeds.assign, department: free[0] ?? '', way: doer.superior ? 'order' : 'pass' };
    case 'assist':
      return { ...deeds.assist, departments: unasked.slice(0, 1) };
    case 'return':
      return { ...deeds.return, text: '看不清' };
    case 'close':
      return outcome ? { deed: 'close', outcome, text: '已说明' } : null;
    case 'press':
      return pressure ? { deed: 'press', pressure, text: '请抓紧' } : null;
    case 'ask-extension': {
      const until = new Date(Date.parse(row.due) + 24 * 3_600_000);
      while ([0, 6].includes(until.getUTCDay())) until.setTime(until.getTime() + 24 * 3_600_000);
      return { ...deeds['ask-extension'], until: dayOf(until) };
    }
    case 'decide-extension':
      return { ...deeds['decide-extension'], granted: row.due > bureau.office.now().toISOString() };
    case 'fast-track':
      return { ...deeds['fast-track'], fast: row.fast === 0 };
    case 'complex':
      return { deed: 'complex', complex: row.complex === 0 };
    case 'merge': {
      const target = await bureau.supplies({
        enterprise: { name: '另一件', creditCode: row.creditCode, area: 'east', line: 'industry' },
      });
      return { ...deeds.merge, into: target.number };
    }
    default:
      return deeds[name];
  }
};

/** What may happen between two looks. */
type Step =
  | { readonly do: 'deed'; readonly name: DeedName; readonly doer: number }
  | { readonly do: 'reply' | 'withdraw' | 'solved' | 'unsolved' | 'poor' }
  | { readonly do: 'wait'; readonly hours: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('deed' as const),
      name: fc.constantFrom(...deedNames),
      doer: fc.nat(doers.length - 1),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('reply', 'solved', 'unsolved', 'poor' as const) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 60 }) }),
  },
) as fc.Arbitrary<Step>;

/** What holds of a case whatever was done to it. */
const sound = async (row: CaseRow): Promise<void> => {
  expect(await fault(bureau.office, row)).toBeNull();
  const events = await bureau.office.store.events(row.id);
  expect(events.map(event => event.seq)).toEqual(events.map((_, index) => index + 1));
  const parts = await bureau.office.store.parts(row.id);
  // One lead, who does not assist as well; somebody answers for every case.
  expect(parts.filter(part => part.department === row.handler && part.state === 'asked')).toEqual([]);
  expect([row.handler, row.holder].every(code => Object.hasOwn(bureau.office.departments, code))).toBe(true);
  if (row.stage === 'doing') expect([row.holder, row.acceptedAt === '']).toEqual([row.handler, false]);
  if (row.stage === 'closed') expect([row.outcome === '', row.closedAt === '']).toEqual([false, false]);
  expect(row.waitingSince !== '').toBe(row.state === 'returned');
  expect(row.declined).toBe(new Set(events.filter(e => e.kind === 'declined').map(e => e.actor)).size);
};

const saying = async (number: string, what: Exclude<Step['do'], 'deed' | 'wait'>): Promise<void> => {
  const { office } = bureau;
  if (what === 'reply') await reply(office, number, `补充${Math.random()}`, 'enterprise');
  else if (what === 'withdraw') await withdraw(office, number, 'enterprise');
  else if (what === 'poor') await rate(office, number, { grade: 'poor', text: '' }, 'enterprise');
  else await confirm(office, number, { solved: what === 'solved', text: '' }, 'enterprise');
};

/** What is offered is done, what is not is refused: both by the rules alone. */
const doIt = async (number: string, name: DeedName, doer: Doer): Promise<void> => {
  const row = await bureau.rowOf(number);
  const offered = (await possible(bureau.office, number, doer)).includes(name);
  const deed = await soundDeed(number, name, doer);
  const result = await perform(bureau.office, number, row.head, deed ?? deeds[name], doer);
  expect([name, doer.login, row.stage, result.tag === 'forbidden' ? result.rule : result.tag]).toEqual([
    name,
    doer.login,
    row.stage,
    offered ? 'done' : expect.not.stringMatching(/^(done|stale|unknown)$/),
  ]);
};

test('random deeds: what is possible is done and nothing else, one lead, events without gaps, the chain whole', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 25 }), fc.boolean(), async (steps, isHeld) => {
      bureau.desk.at(morning);
      const { number } = await bureau.file('materials', materials(), isHeld ? ['fast'] : []);
      for (const one of steps) {
        if (one.do === 'deed') await doIt(number, one.name, doers[one.doer] ?? boss);
        else if (one.do === 'wait') bureau.desk.pass(one.hours * 3_600_000);
        else await saying(number, one.do);
        await sound(await bureau.rowOf(number));
      }
    }),
    { numRuns: 120 },
  );
}, 300_000);

/** The views, written a second time: over every case, one by one. */
const belongs = (row: CaseRow, view: QueueView, now: string, tomorrow: string): boolean => {
  const runs = ['received', 'held', 'assigned'].includes(row.state);
  switch (view) {
    case 'to-accept':
    case 'waiting':
    case 'answered':
    case 'unsolved':
    case 'upward':
    case 'declined':
    case 'held':
    case 'closed':
      return row.stage === view;
    case 'due-today':
      return runs && row.due >= now && row.due < tomorrow;
    case 'overdue':
      return runs && row.due < now;
    case 'complaints':
      return row.complaint === 1 && !['closed', 'withdrawn'].includes(row.stage);
    case 'fast':
      return row.fast === 1 && !['closed', 'withdrawn'].includes(row.stage);
    case 'to-revisit':
      return row.revisit === 1;
    case 'department':
      return ['received', 'assigned', 'returned'].includes(row.state) || row.stage === 'answered';
    case 'mine':
      return (
        row.officer === 'supplies-1' &&
        ['to-accept', 'doing', 'waiting', 'answered', 'upward'].includes(row.stage)
      );
    default:
      return view === 'all';
  }
};

test('the views hold exactly what a count over every case says, for all and for a department', async () => {
  const { office } = bureau;
  bureau.desk.at('2026-03-23T03:00:00.000Z');
  const now = office.now().toISOString();
  const all: CaseRow[] = [];
  for await (const row of cases(office, null)) all.push(row);
  expect(all.length).toBeGreaterThan(100);
  for (const department of ['', 'supplies', 'labour']) {
    const watch = { department, officer: 'supplies-1' };
    const counts = await queueCounts(office, watch);
    for (const view of queueViews.filter(one => one !== 'assisting')) {
      const expected = all.filter(
        row =>
          (department === '' || row.handler === department) &&
          belongs(row, view, now, '2026-03-23T16:00:00.000Z'),
      );
      const seen: string[] = [];
      for (let after: string | null = null, more = true; more; more = after !== null) {
        const page: Awaited<ReturnType<typeof queue>> = await queue(office, {
          ...watch,
          view,
          limit: 100,
          after,
        });
        seen.push(...page.rows.map(row => row.number));
        after = page.next;
      }
      expect([department, view, seen.sort()]).toEqual([
        department,
        view,
        expected.map(row => row.number).sort(),
      ]);
      expect([view, counts[view]]).toEqual([view, Math.min(1000, expected.length)]);
    }
  }
});
