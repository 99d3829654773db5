import type { Doer, Position } from '#src/cases/deed.ts';
import { reply } from '#src/cases/say.ts';
import { isAgainstOpening, isAtWork } from '#src/cases/side-by-side.ts';
import { record } from '#src/cases/visits.ts';
import { addDays, dayOf } from '#src/rules/day.ts';
import { finish } from './closing.ts';
import { accepted, checked, givenBack } from './course.ts';
import { newKey } from './keys.ts';
import type { Life, World } from './life.ts';
import type { Planned } from './plan.ts';

const enterprise = 'enterprise';
const faults: readonly string[] = [
  '隔离室和宿舍没有分开',
  '测温登记有两天缺记录',
  '车间通风不够，请每天开窗两次以上',
  '口罩存量只够两天',
];
const positions: readonly (readonly [Position, number])[] = [
  ['agree', 93],
  ['rectify', 5],
  ['object', 2],
];

const today = (life: Life): string => dayOf(new Date(life.now()));

/** 并联: every department beside gives its position; a few let the time pass. */
const heard = async (world: World, life: Life): Promise<void> => {
  const parts = async () => world.at(life.now()).store.parts((await life.row()).id);
  for (const { department } of (await parts()).filter(part => part.state === 'asked')) {
    const own = life.chance.of(department);
    if (own.is(0.05)) continue;
    await life.office(own.spread(30, 0.8));
    const position = own.weighed(positions);
    const text = position === 'agree' ? '' : own.pick(faults);
    await life.does(
      { deed: 'assist-answer', position, text },
      world.crew.officer(department, own.whole(0, 9)),
    );
  }
  const silent = (await parts()).filter(part => part.state === 'asked').map(part => Date.parse(part.due));
  await life.office(life.chance.spread(40, 0.7));
  await life.until(Math.max(life.now(), ...silent.map(due => due + 60_000)));
};

const cleared = async (life: Life, doer: Doer): Promise<void> =>
  life.does({ deed: 'clear', from: addDays(today(life), life.chance.whole(0, 1)), text: '' }, doer);

/** 限期整改, and after it has been mended a superior lets it open. */
const rectified = async (world: World, life: Life, lead: Doer): Promise<void> => {
  const { chance, number } = life;
  const items = chance.some(faults, chance.whole(1, 2));
  await life.does(
    { deed: 'rectify', items, until: addDays(today(life), chance.whole(2, 4)), text: '' },
    lead,
  );
  await life.hours(chance.spread(22, 0.5));
  await life.says(office => reply(office, number, '已经按要求改好，照片在现场可以看。', enterprise));
  await life.office(chance.spread(150, 0.6));
  await cleared(life, world.crew.dispatcher(chance.whole(0, 1)));
};

/** 抽查 after opening: planned, gone to, written down; what was found is mended. */
const inspected = async (world: World, life: Life, lead: Doer): Promise<void> => {
  const { chance } = life;
  const row = await life.row();
  const { store } = world.at(life.now());
  const [facts, department] = [{ row, events: await store.events(row.id) }, lead.department];
  if (!isAtWork(facts) || !(await life.may('inspect', lead))) return;
  const due = addDays(today(life), chance.whole(2, 6));
  await life.does({ deed: 'inspect', department, due }, lead);
  await life.office(chance.whole(300, 1300));
  const [visit] = await store.visitsOfCase(row.id);
  if (!visit) return;
  const results = Object.fromEntries(
    world.checkList.map(item => [
      item,
      chance.weighed([
        ['ok', 90],
        ['fix', 3],
        ['na', 7],
      ] as const),
    ]),
  );
  const typed = {
    at: new Date(life.now() - 1_800_000).toISOString(),
    results,
    note: chance.is(0.3) ? '已当面说明要求，企业当场签字。' : '',
  };
  const { login: by } = world.crew.officer(department, chance.whole(0, 9));
  const made = await record(world.at(life.now()), visit.id, typed, {
    key: newKey(),
    by,
    items: world.checkList,
  });
  if (made.tag !== 'recorded') throw new Error(`演示数据：现场查看记不下来：${JSON.stringify(made)}`);
  world.did('visit');
  if (made.visit.faults > 1) await suspended(world, life, lead);
};

/** 暂停开工 where much was wrong, until it is mended. */
const suspended = async (world: World, life: Life, lead: Doer): Promise<void> => {
  const { chance } = life;
  const superior = world.crew.dispatcher(chance.whole(0, 1));
  await life.office(chance.spread(60, 0.5));
  if (!(await life.may('suspend', superior))) return rectified(world, life, lead);
  const until = addDays(today(life), 3);
  await life.does({ deed: 'suspend', reason: '现场查看有两项以上没有做到，请改好再开工。', until }, superior);
  await life.office(chance.spread(700, 0.4));
  await cleared(life, superior);
};

/** 复工信息报送 and 复工申请: reviewed side by side, one answer, some checked after opening. */
export const review = async (world: World, life: Life, planned: Planned): Promise<void> => {
  const { chance } = life;
  if (planned.heldFor.length > 0 && !(await checked(world, life))) return;
  const { handler } = await life.row();
  const lead = world.crew.officer(handler, chance.of('officer').whole(0, 11));
  await accepted(life, lead);
  if (chance.is(0.1) && !(await givenBack(life, lead))) return;
  await heard(world, life);
  const { store } = world.at(life.now());
  const isAgainst = (await store.parts((await life.row()).id)).some(isAgainstOpening);
  await (isAgainst ? rectified(world, life, lead) : cleared(life, lead));
  if (chance.is(0.14)) await inspected(world, life, lead);
  await finish(world, life, planned, lead);
};
