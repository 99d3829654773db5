import fc from 'fast-check';
import type { Doer } from '#src/cases/deed.ts';
import { deskCase } from '#src/cases/desk-case.ts';
import { possible } from '#src/cases/perform.ts';
import { erase } from '#src/cases/rewrite.ts';
import { confirm, rate, reply, withdraw } from '#src/cases/say.ts';
import { addDays, dayOf } from '#src/rules/day.ts';
import { type Bureau, boss, deeds, of } from '../cases/bureau.ts';
import { consultation, materials, type Tree } from '../submissions.ts';

const people = { contact: { name: '王小明', phone: '13800138000' }, consent: true };
const areas = ['east', 'west', 'incubator'] as const;
const lines = ['industry', 'commerce', 'construction'] as const;

/** What is filed: of a few forms, areas and lines. */
const trees: readonly ((enterprise: Tree) => readonly [string, Tree])[] = [
  enterprise => ['materials', materials({ enterprise })],
  enterprise => ['consultation', consultation({ enterprise })],
  enterprise => ['financing', { enterprise, ...people, amount: 12.34, purpose: ['wages'], kind: 'new' }],
  enterprise => [
    'lodging',
    {
      enterprise,
      ...people,
      anyFever: false,
      stay: { kind: 'dormitory', men: 3, women: 4, origin: '楚雄', arrival: '2026-03-20' },
    },
  ],
];

export type Step =
  | { readonly do: 'file'; readonly form: number; readonly place: number; readonly held: number }
  | { readonly do: 'deed'; readonly pick: number; readonly who: number; readonly which: number }
  | { readonly do: 'work'; readonly which: number; readonly close: number }
  | { readonly do: 'say'; readonly what: number; readonly which: number }
  | { readonly do: 'wait'; readonly hours: number }
  | { readonly do: 'count'; readonly times: number };

const doers: readonly Doer[] = [boss, of('supplies'), of('law'), of('labour'), of('finance')];

/** What may happen in an office, and that somebody counts in between. */
export const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('file' as const),
        form: fc.nat(trees.length - 1),
        place: fc.nat(2),
        held: fc.nat(7),
      }),
    },
    {
      weight: 20,
      arbitrary: fc.record({
        do: fc.constant('deed' as const),
        pick: fc.nat(99),
        who: fc.nat(doers.length - 1),
        which: fc.nat(9),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('work' as const), which: fc.nat(9), close: fc.nat(3) }),
    },
    {
      weight: 6,
      arbitrary: fc.record({ do: fc.constant('say' as const), what: fc.nat(6), which: fc.nat(9) }),
    },
    {
      weight: 5,
      arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 90 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('count' as const), times: fc.integer({ min: 1, max: 3 }) }),
    },
  ),
  // Long ones: a case must live through something.
  { minLength: 20, maxLength: 60, size: 'max' },
);

/** One of the deeds that are open to somebody: most of the others would be refused. */
const deed = async (
  bureau: Bureau,
  number: string,
  { doer, pick, into }: { readonly doer: Doer; readonly pick: number; readonly into: string },
): Promise<void> => {
  const now = bureau.office.now();
  // What is only looked at is left to the others.
  const open = (await possible(bureau.office, number, doer)).filter(
    name => !['note', 'open', 'renew-pin', 'contact'].includes(name) || pick % 5 === 0,
  );
  const name = open[pick % Math.max(1, open.length)];
  if (!name) return;
  const found = await deskCase(bureau.office, number, doer);
  const outcome = found?.outcomes[pick % Math.max(1, found.outcomes.length)] ?? 'solved';
  const day = addDays(dayOf(now), 3);
  const made = {
    ...deeds,
    contact: { ...deeds.contact, at: now.toISOString() },
    close: { deed: 'close', outcome, text: '已说明' },
    return: { ...deeds.return, text: '看不清' },
    merge: { ...deeds.merge, into },
    clear: { ...deeds.clear, from: day },
    rectify: { ...deeds.rectify, until: day },
    suspend: { ...deeds.suspend, until: day },
    'ask-extension': {
      ...deeds['ask-extension'],
      until: addDays(dayOf(new Date(found?.case.due ?? now)), 2),
    },
  } as const;
  // Refusals belong to it: what is not possible leaves no event.
  await bureau.does(number, made[name], doer);
};

/** A case taken up, told and closed by its lead, as most are. */
const work = async (bureau: Bureau, number: string, close: number): Promise<void> => {
  const outcome = (['solved', 'partly', 'policy', 'upward'] as const)[close] ?? 'solved';
  await bureau.does(number, deeds.accept, of((await bureau.rowOf(number)).handler));
  await bureau.does(number, deeds.answer, boss);
  await bureau.does(number, { deed: 'close', outcome, text: '已说明' }, boss);
};

const say = async ({ office }: Bureau, number: string, what: number): Promise<void> => {
  const text = `补充${Math.random()}`;
  if (what === 0) await withdraw(office, number, 'enterprise');
  else if (what === 1) await confirm(office, number, { solved: true, text: '' }, 'enterprise');
  else if (what === 2) await confirm(office, number, { solved: false, text: '' }, 'enterprise');
  else if (what === 3) await rate(office, number, { grade: 'very-good', text: '' }, 'enterprise');
  else if (what === 4) await rate(office, number, { grade: 'poor', text: '' }, 'enterprise');
  else if (what === 5) await reply(office, number, text, 'enterprise');
  else await erase(office, number, 'enterprise');
};

/** Does a step; `numbers` are the cases so far. */
export const take = async (bureau: Bureau, step: Step, numbers: string[]): Promise<void> => {
  const { figures } = bureau.desk.app;
  const numberAt = (which: number): string | undefined => numbers[which % Math.max(1, numbers.length)];
  if (step.do === 'wait') bureau.desk.pass(step.hours * 3_600_000);
  else if (step.do === 'count')
    // Several that meet.
    await Promise.all(Array.from({ length: step.times }, () => figures.catchUp()));
  else if (step.do === 'file') {
    const { form, place } = step;
    const enterprise = {
      name: `企业${Math.random()}`,
      creditCode: '',
      area: areas[place],
      line: lines[place],
    };
    const [id, tree] = trees[form]?.(enterprise) ?? ['', {}];
    numbers.push((await bureau.file(id, tree, step.held === 0 ? ['fast'] : [])).number);
  } else {
    const number = numberAt(step.which);
    if (number === undefined) return;
    if (step.do === 'deed')
      await deed(bureau, number, {
        doer: doers[step.who] ?? boss,
        pick: step.pick,
        into: numberAt(step.which + 1) ?? '',
      });
    else if (step.do === 'work') await work(bureau, number, step.close);
    else await say(bureau, number, step.what);
  }
};
