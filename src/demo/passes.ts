import type { PaperDesk } from '#src/papers/desk.ts';
import type { Chance } from './chance.ts';
import { arrivalsOf, daysOf } from './days.ts';
import type { Arrived, World } from './life.ts';

type Passes = {
  readonly world: World;
  readonly papers: PaperDesk;
  readonly set: (at: number) => void;
  readonly chance: Chance;
};

const minute = 60_000;
const way = ['check', 'sign', 'number', 'seal', 'issue'] as const;
type Step = (typeof way)[number];

/** A pass on its way: who does which step, and how far it goes. */
type Pass = {
  readonly id: string;
  readonly one: Arrived;
  readonly by: Readonly<Record<Step | 'draft', string>>;
  readonly last: number;
};

/** What is to be made out of a request; null where the zone makes out nothing: it is passed on to the province, or taken back. */
const passOf = async ({ world, papers, chance }: Passes, one: Arrived, at: number): Promise<Pass | null> => {
  const row = await world.at(at).store.caseByNumber(one.number);
  const kinds = row ? (await papers.ofCase(row)).kinds : [];
  const own = chance.of(one.name);
  if (!row || !kinds.includes('pass') || own.is(0.2)) return null;
  const writer = world.crew.officer(row.handler, 0).login;
  const checker = world.crew.officer(row.handler, 1).login;
  const by = {
    draft: writer,
    check: checker,
    sign: world.crew.dispatcher(0).login,
    number: writer,
    seal: checker,
    issue: writer,
  };
  const last = own.is(0.06) ? own.whole(0, way.length - 1) : way.length;
  return { id: papers.draftId(), one, by, last };
};

/** Does something to every pass of the day, together: each is another case. */
const each = async (
  passes: readonly Pass[],
  act: (pass: Pass) => ReturnType<PaperDesk['draft']>,
): Promise<void> => {
  const acted = await Promise.all(passes.map(act));
  const wrong = acted.findIndex(one => one.tag !== 'done');
  if (wrong >= 0)
    throw new Error(`演示数据：${passes[wrong]?.one.number} 的通行证办不了：${JSON.stringify(acted[wrong])}`);
};

/** 拟稿, 核稿, 签发, 编号, 用印, 发出: each by whom the office has for it. A few lie half way. */
const issued = async ({ world, papers, set }: Passes, passes: readonly Pass[], at: number): Promise<void> => {
  set(at);
  await each(passes, ({ id, one, by }) =>
    papers.draft({ id, number: one.number, kind: 'pass', line: 0 }, by.draft),
  );
  for (const [index, step] of way.entries()) {
    set(at + (index + 1) * 3 * minute);
    const further = passes.filter(pass => pass.last > index);
    await each(further, ({ id, by }) => papers.step({ id, version: index + 1, step, fields: {} }, by[step]));
  }
  for (const _ of passes) world.did('pass');
};

/** On every office day passes are made out for what came in before. */
export const passesOf = (passes: Passes) => async (): Promise<void> => {
  const { world, set } = passes;
  const arrivals = arrivalsOf(world, one => one.form === 'transport-pass');
  for await (const { day, at } of daysOf({ world, set, time: '16:40', days: 'office' })) {
    const found = await Promise.all(arrivals(day).map(one => passOf(passes, one, at)));
    await issued(
      passes,
      found.filter(one => one !== null),
      at,
    );
  }
};
