import type { FindingDraft, FindingsDesk } from '#src/findings/desk.ts';
import { addDays, type Day } from '#src/rules/day.ts';
import type { Chance } from './chance.ts';
import { daysOf } from './days.ts';
import type { Firm } from './firms.ts';
import type { World } from './life.ts';

type Inspections = {
  readonly world: World;
  readonly findings: FindingsDesk;
  readonly set: (at: number) => void;
  readonly chance: Chance;
};
type Typed = Parameters<FindingsDesk['file']>[0]['typed'];

/** What somebody who looks round finds, and how bad it is. */
const found: readonly (readonly [string, 'minor' | 'serious' | 'urgent'])[] = [
  ['门口测温点没有人值守，员工自己登记', 'serious'],
  ['外来人员登记不全，只写了姓', 'minor'],
  ['食堂还在用圆桌同桌吃饭，没有分时段', 'serious'],
  ['宿舍8人一间，没有腾出隔离房', 'serious'],
  ['口罩只够用一天，没有补货渠道', 'urgent'],
  ['中央空调没有停，新风口没有清洗', 'minor'],
  ['电梯按钮没有按时消毒，没有记录', 'minor'],
  ['有三名从外省回来的员工没有报备就上岗', 'urgent'],
  ['酒精和84消毒液混放在一间仓库', 'urgent'],
  ['没有设废弃口罩专用垃圾桶', 'minor'],
];

/** What a department has in hand for those that it looks after. */
const stores: readonly (readonly [string, string, number])[] = [
  ['mask-disposable', 'piece', 2400],
  ['mask-medical', 'piece', 1200],
];

const linesOf = (chance: Chance, firms: readonly Firm[], day: Day): Typed['lines'] =>
  chance
    .some(
      found,
      chance.weighed([
        [0, 62],
        [1, 26],
        [2, 12],
      ]),
    )
    .map(([what, severity]) => {
      const { name: enterprise, creditCode } = chance.pick(firms);
      const isSolved = severity === 'minor' && chance.is(0.5);
      return {
        id: '',
        version: 0,
        what,
        enterprise,
        creditCode,
        severity,
        due: addDays(day, severity === 'urgent' ? 1 : chance.whole(2, 5)),
        wanted: severity === 'urgent' && chance.is(0.5),
        stand: isSolved ? 'solved' : 'open',
        to: '',
      };
    });

/** Two in three of what was open is in order by the next day. */
const turnsOf = (chance: Chance, { held }: FindingDraft): Typed['turns'] =>
  held.map(({ problem: { id, version, day, what } }) => ({
    id,
    version,
    stand: chance.of(`${day}/${what}`).is(0.66) ? 'solved' : 'open',
    to: '',
  }));

const filed = async (
  { world, findings, chance }: Inspections,
  firms: readonly Firm[],
  { department, day }: { readonly department: string; readonly day: Day },
): Promise<void> => {
  const own = chance.of(`${department}/${day}`);
  if (own.is(0.04)) return;
  const lines = linesOf(own, firms, day);
  const filing = {
    id: findings.draftId(),
    department,
    day,
    was: 0,
    typed: {
      state: lines.length > 0 ? 'problem' : 'normal',
      places: String(own.whole(3, 14)),
      supplies: stores.map(([item, unit, usual]) => ({
        item,
        unit,
        quantity: String(Math.round((usual * own.whole(20, 130)) / 1000) * 10),
      })),
      lines,
      turns: turnsOf(own, await findings.draft({ department, day })),
    },
    login: world.crew.officer(department, 0).login,
  };
  const result = await findings.file(filing);
  if (result.tag !== 'done')
    throw new Error(`演示数据：${department} ${day} 督查日报：${JSON.stringify(result)}`);
  world.did('finding');
};

/** 部门每日督查: every department says what it found, or that it found nothing; now and then one forgets. */
export const inspectionsOf =
  (inspections: Inspections, firms: readonly Firm[]) => async (): Promise<void> => {
    const { world, findings, set } = inspections;
    for await (const { day } of daysOf({ world, set, time: '16:20', days: 'every' }))
      for (const department of findings.departmentsFor(day))
        await filed(inspections, firms, { department, day });
  };
