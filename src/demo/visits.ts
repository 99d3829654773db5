import { drop, plan, record } from '#src/cases/visits.ts';
import { addDays, dayOf, instant } from '#src/rules/day.ts';
import type { Chance } from './chance.ts';
import type { Firm } from './firms.ts';
import { newKey } from './keys.ts';
import type { World } from './life.ts';
import { dayAt } from './wave.ts';

/** Of a hundred enterprises so many are called on. */
const share = 0.3;

const seen: readonly string[] = [
  '企业已经复工，缺口罩，已请他们在网上登记。',
  '负责人在，讲了社保减免和稳岗返还。',
  '还有三名外省员工没有回来，生产不受影响。',
  '门口测温、登记都在做。',
  '',
];

const visited = async (world: World, firm: Firm, department: string, chance: Chance): Promise<void> => {
  const { span, crew, clock } = world;
  const day = dayAt(span, Math.min(span.days - 1, firm.opens + chance.whole(0, 20)));
  let at = instant(day, '08:40').getTime() + chance.whole(0, 6 * 3_600_000);
  await clock.until(at);
  const { login: by } = crew.officer(department, chance.whole(0, 9));
  const due = addDays(dayOf(new Date(at)), chance.whole(1, 7));
  const { name: enterprise, creditCode, area } = firm;
  const wanted = {
    caseId: '',
    purpose: 'visit',
    enterprise,
    creditCode,
    area,
    department,
    officer: '',
    due,
  } as const;
  const planned = await plan(world.at(at), wanted, { key: newKey(), by });
  if (planned.tag !== 'planned') throw new Error(`演示数据：走访排不上：${JSON.stringify(planned.wrong)}`);
  world.did('visit-planned');
  // Most go on the day or before it; what nobody found time for is taken off the plan after a while.
  const isMissed = chance.is(0.12);
  const daysOff = isMissed ? 6 : -chance.whole(0, 1);
  at = instant(addDays(due, daysOff), '09:00').getTime() + chance.whole(0, 7 * 3_600_000);
  at = Math.max(at, instant(day, '16:50').getTime());
  await clock.until(at);
  const { id } = planned.visit;
  if (isMissed || chance.is(0.03)) return void (await drop(world.at(at), id, by));
  const results = Object.fromEntries(
    chance.some(world.checkList, 6).map(item => [
      item,
      chance.weighed([
        ['ok', 88],
        ['fix', 7],
        ['na', 5],
      ] as const),
    ]),
  );
  const typed = { at: new Date(at - 1_200_000).toISOString(), results, note: chance.pick(seen) };
  const made = await record(world.at(at), id, typed, { key: newKey(), by, items: world.checkList });
  if (made.tag !== 'recorded') throw new Error(`演示数据：走访记不下来：${JSON.stringify(made)}`);
  world.did('visit');
};

/** 走访: the offices of the areas call on some enterprises after they opened. */
export const visitsOf = (
  world: World,
  firms: readonly Firm[],
  offices: ReadonlyMap<string, string>,
  chance: Chance,
): readonly (() => Promise<void>)[] =>
  firms.flatMap((firm, index) => {
    const own = chance.of(`visit/${index}`);
    const office = offices.get(firm.area);
    return office !== undefined && own.is(share) ? [() => visited(world, firm, office, own)] : [];
  });
