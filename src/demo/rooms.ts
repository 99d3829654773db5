import type { BedDesk } from '#src/beds/desk.ts';
import { addDays, type Day, instant } from '#src/rules/day.ts';
import type { Chance } from './chance.ts';
import { arrivalsOf, daysOf } from './days.ts';
import type { World } from './life.ts';

type Kind = 'quarantine' | 'dormitory';
type Site = { readonly id: string; readonly kind: Kind };
/** Persons who are expected, live there, or have left. */
type Stay = {
  readonly id: string;
  readonly siteId: string;
  readonly persons: number;
  readonly from: Day;
  readonly to: Day;
  readonly stage: 'kept' | 'in' | 'out';
};
type Lodging = {
  readonly world: World;
  readonly beds: BedDesk;
  readonly set: (at: number) => void;
  readonly chance: Chance;
};

const sites: readonly { readonly name: string; readonly kind: Kind; readonly capacity: number }[] = [
  { name: '示例酒店一号隔离点', kind: 'quarantine', capacity: 420 },
  { name: '示例酒店二号隔离点', kind: 'quarantine', capacity: 260 },
  { name: '示范人才公寓', kind: 'dormitory', capacity: 520 },
  { name: '演示蓝领公寓', kind: 'dormitory', capacity: 380 },
];

/** A refusal is a fault of the story, but for full houses, where the enterprise goes on waiting. */
const isDone = ({ world }: Lodging, what: string, lodged: { readonly tag: string }): boolean => {
  if (lodged.tag === 'done') world.did(`beds-${what}`);
  else if (lodged.tag !== 'short') throw new Error(`演示数据：床位办不了${what}：${JSON.stringify(lodged)}`);
  return lodged.tag === 'done';
};

const opened = async (
  lodging: Lodging,
  areas: readonly string[],
  login: string,
): Promise<readonly Site[]> => {
  const made: Site[] = [];
  for (const [index, { name, kind, capacity }] of sites.entries()) {
    const id = lodging.beds.draftId();
    const site = {
      id,
      name,
      kind,
      capacity,
      area: areas[index % areas.length] ?? '',
      state: 'open',
    } as const;
    isDone(lodging, 'site', await lodging.beds.addSite(site, login));
    made.push({ id, kind });
  }
  return made;
};

/** Who comes and who goes on a day. */
const moved = async (
  lodging: Lodging,
  stays: readonly Stay[],
  day: Day,
  login: string,
): Promise<readonly Stay[]> => {
  const after: Stay[] = [];
  for (const stay of stays) {
    const kind =
      stay.stage === 'kept' && stay.from <= day ? 'in' : stay.stage === 'in' && stay.to <= day ? 'out' : null;
    if (kind === null) {
      after.push(stay);
      continue;
    }
    const { id: stayId, siteId, persons } = stay;
    const move = { stayId, siteId, kind, persons, day, open: persons } as const;
    isDone(lodging, kind, await lodging.beds.move(move, { login, may: async () => true }));
    after.push({ ...stay, stage: kind });
  }
  return after.filter(stay => stay.stage !== 'out');
};

type Wished = {
  readonly kind: Kind;
  readonly men: number;
  readonly women: number;
  readonly arrival: Day;
  readonly nights: number | null;
};

/** Beds are kept for who asks for them, from the day of their arrival. */
const kept = async (
  lodging: Lodging,
  houses: readonly Site[],
  arrived: World['arrived'][number],
  day: Day,
  login: string,
): Promise<Stay | null> => {
  const { world, beds, chance } = lodging;
  const row = await world.at(instant(day, '16:10').getTime()).store.caseByNumber(arrived.number);
  if (!row || row.state === 'withdrawn' || row.state === 'held' || row.mergedInto !== '') return null;
  const { kind, men, women, arrival, nights } = arrived.answers.stay as Wished;
  const site = chance.of(arrived.name).pick(houses.filter(house => house.kind === kind));
  const from = arrival < day ? day : arrival;
  const wanted = {
    id: beds.draftId(),
    siteId: site.id,
    number: row.number,
    persons: men + women,
    fromDay: from,
    plannedTo: addDays(from, nights ?? 60),
  };
  const lodged = await beds.reserve(wanted, { login, may: async () => true });
  if (!isDone(lodging, 'reserve', lodged)) return null;
  return {
    id: wanted.id,
    siteId: site.id,
    persons: wanted.persons,
    from,
    to: wanted.plannedTo,
    stage: 'kept',
  };
};

/** The register of beds: four houses, and every day who came, who went and for whom beds are kept. */
export const roomsOf = (lodging: Lodging, areas: readonly string[]) => async (): Promise<void> => {
  const { world, set } = lodging;
  const login = world.crew.officer('health', 0).login || 'dispatcher-1';
  let houses: readonly Site[] = [];
  let stays: readonly Stay[] = [];
  const arrivals = arrivalsOf(world, one => one.form === 'lodging');
  for await (const { day } of daysOf({ world, set, time: '16:10', days: 'every' })) {
    if (houses.length === 0) houses = await opened(lodging, areas, login);
    stays = await moved(lodging, stays, day, login);
    for (const one of arrivals(day)) {
      const stay = await kept(lodging, houses, one, day, login);
      if (stay) stays = [...stays, stay];
    }
  }
};
