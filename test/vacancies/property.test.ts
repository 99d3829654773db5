import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { act } from '#src/cases/act.ts';
import { change, erase } from '#src/cases/rewrite.ts';
import { formOf } from '#src/forms/index.ts';
import { read } from '#src/forms/read.ts';
import { dayOf } from '#src/rules/day.ts';
import type { VacancyAct } from '#src/vacancies/plan.ts';
import { type Bureau, morning, openBureau } from '../cases/bureau.ts';
import type { Tree } from '../submissions.ts';
import { labour } from './world.ts';

let bureau: Bureau;
beforeAll(async () => {
  bureau = await openBureau();
});
afterAll(() => bureau.desk.stop());

/** What happens: an officer at one of three positions, the enterprise at its case, time. */
type Step =
  | { readonly do: VacancyAct['act']; readonly at: number; readonly n: number; readonly isOld: boolean }
  | { readonly do: 'agree' | 'refuse' | 'correct' | 'close' | 'reopen' | 'withdraw-case' | 'erase' }
  | { readonly do: 'pass'; readonly days: number };

const positions = [
  { kind: 'hire', line: 0 },
  { kind: 'hire', line: 1 },
  { kind: 'lend', line: 0 },
] as const;

const officers: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom('publish', 'publish', 'publish', 'fill', 'withdraw', 'leave-out'),
  at: fc.integer({ min: 0, max: 2 }),
  n: fc.integer({ min: 0, max: 6 }),
  isOld: fc.boolean(),
});
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: officers },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constantFrom('agree', 'refuse', 'correct', 'close', 'reopen') }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('withdraw-case', 'erase') }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('pass'), days: fc.constantFrom(1, 20, 31) }) },
  ),
  { minLength: 4, maxLength: 24 },
);

/** What must be public: the last day of each position that was published and not taken off since. */
type Model = { readonly until: (string | null)[]; publish: boolean; state: 'open' | 'closed' | 'gone' };

const answersOf = (tree: Tree) => {
  const form = formOf('labour');
  if (!form) throw new Error('no form');
  const reading = read(form, tree, bureau.office.tables, bureau.office.ruleDay());
  if (reading.tag !== 'read') throw new Error(JSON.stringify(reading.problems));
  return { form, answers: reading.answers };
};

let runs = 0;

test('nothing is public without permission, past its day, or of a case that is over; what was published and not taken off is', async () => {
  const { desk, office, file, rowOf } = bureau;
  const { vacancies } = desk.app;

  const officer = async (model: Model, number: string, step: Extract<Step, { at: number }>) => {
    const at = positions[step.at] ?? positions[0];
    const review = await vacancies.review(await rowOf(number));
    const one = review.positions.find(
      ({ position }) => position.kind === at.kind && position.line === at.line,
    );
    if (!one) return;
    const { position, vacancy } = one;
    const acts: Record<VacancyAct['act'], VacancyAct> = {
      publish: { act: 'publish', typed: position.typed },
      fill: { act: 'fill', filled: step.n },
      withdraw: { act: 'withdraw' },
      'leave-out': { act: 'leave-out' },
    };
    const act = acts[step.do];
    const was = Math.max(0, (vacancy?.version ?? 0) - (step.isOld && step.do !== 'publish' ? 1 : 0));
    const asked = { ...at, was, mark: position.mark };
    const both = await Promise.all([1, 2].map(() => vacancies.act(number, act, asked, 'li')));
    const done = both.find(result => result.tag === 'done');
    if (done?.tag === 'done' && was === (vacancy?.version ?? 0))
      model.until[step.at] = done.vacancy.state === 'open' ? done.vacancy.until : null;
    if (step.do === 'publish') expect(done !== undefined).toBe(model.publish && model.state === 'open');
  };

  const enterprise = async (model: Model, number: string, tree: Tree, what: Step['do']) => {
    if (model.state === 'gone') return;
    if (what === 'erase') {
      await erase(office, number, 'enterprise');
      model.state = 'gone';
      model.until.fill(null);
      return;
    }
    const kinds = { close: 'closed', reopen: 'reopened', 'withdraw-case': 'withdrawn' } as const;
    if (what in kinds) {
      const kind = kinds[what as keyof typeof kinds];
      const result = await act(office, number, 'chen', () => ({ kind }));
      if (result.tag !== 'done') return;
      model.state = ({ closed: 'closed', reopened: 'open', withdrawn: 'gone' } as const)[kind];
      if (kind !== 'reopened') model.until.fill(null);
      return;
    }
    const publish = what === 'correct' ? model.publish : what === 'agree';
    const { form, answers } = answersOf({
      ...tree,
      publish,
      ...(what === 'correct' && { lendCount: ++runs }),
    });
    const before = (await rowOf(number)).head;
    await change(office, number, form, answers, 'enterprise');
    if ((await rowOf(number)).head === before) return;
    model.publish = publish;
    model.until.fill(null);
  };

  const walk = async (model: Model, number: string, tree: Tree, step: Step) => {
    if ('at' in step) return officer(model, number, step);
    if (step.do === 'pass') return desk.pass(step.days * 86_400_000);
    return enterprise(model, number, tree, step.do);
  };

  await fc.assert(
    fc.asyncProperty(steps, async list => {
      desk.at(morning);
      const tree = labour();
      const { number } = await file('labour', tree);
      const model: Model = { until: [null, null, null], publish: true, state: 'open' };
      for (const step of list) {
        await walk(model, number, tree, step);
        const row = await rowOf(number);
        const today = dayOf(office.now());
        const narrow = { kind: '', area: '', words: '', lodging: '' } as const;
        const page = await vacancies.published(narrow, 'newest', null, 100);
        const kept = await desk.app.vacancies.review(row);
        const mine = kept.positions.flatMap(({ vacancy }) => (vacancy ? [vacancy.number] : []));
        const shown = page.rows.filter(one => mine.includes(one.number) || one.enterprise === row.enterprise);
        const must = model.until.filter(until => until !== null && until >= today);
        expect(shown).toHaveLength(must.length);
        if (shown.length > 0) {
          expect(JSON.parse(row.answers).publish).toBe(true);
          expect(['closed', 'withdrawn']).not.toContain(row.state);
        }
        for (const one of shown) {
          expect(one.until >= today).toBe(true);
          expect(one.filled).toBeLessThan(one.headcount);
        }
      }
      // The next run begins with nothing public.
      await erase(office, number, 'enterprise');
    }),
    { numRuns: 60 },
  );
}, 60_000);
