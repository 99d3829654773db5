import type { BedDesk } from '#src/beds/desk.ts';
import { chase } from '#src/cases/chase.ts';
import type { Contacts } from '#src/cases/contacts.ts';
import { enter } from '#src/cases/enter.ts';
import type { Office } from '#src/cases/office.ts';
import { receive } from '#src/cases/receive.ts';
import type { FindingsDesk } from '#src/findings/desk.ts';
import type { FundingDesk } from '#src/funding/desk.ts';
import type { Supplies } from '#src/ledger/desk.ts';
import type { PaperDesk } from '#src/papers/desk.ts';
import { isOfficeDay } from '#src/rules/calendar.ts';
import { addDays, type Day, dayOf, instant } from '#src/rules/day.ts';
import type { SlotDesk } from '#src/slots/desk.ts';
import type { Vacancies } from '#src/vacancies/desk.ts';
import { banksOf } from './banks.ts';
import type { Chance } from './chance.ts';
import { openClock } from './clock.ts';
import { countersOf } from './counters.ts';
import { daily, ordinary } from './course.ts';
import { review } from './course-filing.ts';
import type { Crew } from './crew.ts';
import type { Firm } from './firms.ts';
import type { Opening } from './hours.ts';
import { inspectionsOf } from './inspections.ts';
import { newKey } from './keys.ts';
import { lifeOf, type World } from './life.ts';
import { openingsOf } from './openings.ts';
import { passesOf } from './passes.ts';
import type { Planned } from './plan.ts';
import { roomsOf } from './rooms.ts';
import { stockOf } from './stock.ts';
import { visitsOf } from './visits.ts';
import { dayAt, indexOf, type Span } from './wave.ts';

/** What a story is told with: the office itself, whose clock is set from act to act. */
export type Stage = {
  readonly office: Office;
  readonly supplies: Supplies;
  readonly funding: FundingDesk;
  readonly beds: BedDesk;
  readonly papers: PaperDesk;
  readonly findings: FindingsDesk;
  readonly vacancies: Vacancies;
  readonly slots: SlotDesk;
  readonly opening: Opening;
  readonly crew: Crew;
  readonly span: Span;
  /** The day of the dated tables on which the story ends: those before it are as many days earlier. */ readonly lastDay: Day;
  readonly checkList: readonly string[];
  readonly offices: ReadonlyMap<string, string>;
  /** Sets the clock of what was opened with the office: the ledger, the desk. */ readonly set: (
    at: number,
    ruleDay: Day,
  ) => void;
  /** Hears once a day of the story where it is. */ readonly passed: (day: Day, index: number) => void;
};

/** Nobody is told: the people do not exist, and those who do should not be disturbed. */
export const silent = (contacts: Contacts): Contacts => ({ ...contacts, of: () => [], wake: () => {} });

const ruleDayAt = ({ span, lastDay }: Stage, at: number): Day =>
  addDays(lastDay, indexOf(span, at) - (span.days - 1));

const courseOf = ({ form }: Planned): typeof ordinary => {
  if (form.id === 'daily-return') return daily;
  return form.id === 'filing' ? review : ordinary;
};

/** A submission from when it is sent: several needs are as many cases, each with a life of its own. */
const lived = async (world: World, planned: Planned, chance: Chance): Promise<void> => {
  await world.clock.until(planned.at);
  const { form, answers, heldFor, channel, name } = planned;
  const sent = { form, answers, key: newKey(), once: false, lang: 'zh-Hans', heldFor } as const;
  const office = world.at(planned.at);
  const by = world.crew.officer('services', chance.whole(0, 9)).login || 'demo-admin';
  const result =
    channel === 'web'
      ? await receive(office, sent)
      : await enter(office, sent, { channel, by, consentNoted: true });
  if (result.tag !== 'received') throw new Error(`演示数据：${name} 没有收下：${result.tag}`);
  const { case: first, linked } = result.receipt;
  world.numbers.set(name, first.number);
  world.arrived.push({ name, form: form.id, number: first.number, answers, at: planned.at });
  world.did('receive');
  const rows = linked.length > 0 ? linked : [first];
  for (const [index, row] of rows.entries()) {
    const life = lifeOf(world, row.number, planned.at, chance.of(index));
    world.clock.begin(() => courseOf(planned)(world, life, planned));
  }
};

/** Twice on an office day the program keeps after what is open, as the running service does by the hour. */
const kept = (stage: Stage, world: World) => async (): Promise<void> => {
  for (let index = 0; index < stage.span.days; index += 1) {
    const day = dayAt(stage.span, index);
    if (!isOfficeDay(stage.opening.calendar, day)) continue;
    for (const time of ['08:30', '17:01']) {
      const at = instant(day, time).getTime();
      await world.clock.alone(at);
      await chase(world.at(at), { soonHours: 4 });
    }
  }
};

/** Tells the whole story. Gives back how often each thing was done; throws where something was refused. */
export const tell = async (
  stage: Stage,
  {
    planned,
    firms,
    chance,
  }: { readonly planned: readonly Planned[]; readonly firms: readonly Firm[]; readonly chance: Chance },
): Promise<ReadonlyMap<string, number>> => {
  const done = new Map<string, number>();
  let reached = -1;
  const clock = openClock(stage.span.end, at => {
    const index = indexOf(stage.span, at);
    if (index > reached) stage.passed(dayOf(new Date(at)), index);
    reached = Math.max(reached, index);
  });
  const world: World = {
    clock,
    opening: stage.opening,
    crew: stage.crew,
    span: stage.span,
    checkList: stage.checkList,
    numbers: new Map(),
    arrived: [],
    at: time => ({ ...stage.office, now: () => new Date(time), ruleDay: () => ruleDayAt(stage, time) }),
    did: what => void done.set(what, (done.get(what) ?? 0) + 1),
  };
  const set = (at: number): void => stage.set(at, ruleDayAt(stage, at));
  await clock.run([
    ...planned.map(one => () => lived(world, one, chance.of(`life/${one.name}`))),
    ...visitsOf(world, firms, stage.offices, chance),
    stockOf({ world, supplies: stage.supplies, set, chance: chance.of('stock') }),
    banksOf({ world, funding: stage.funding, set, chance: chance.of('banks') }),
    roomsOf({ world, beds: stage.beds, set, chance: chance.of('rooms') }, [...stage.offices.keys()]),
    passesOf({ world, papers: stage.papers, set, chance: chance.of('passes') }),
    inspectionsOf({ world, findings: stage.findings, set, chance: chance.of('inspections') }, firms),
    openingsOf({ world, vacancies: stage.vacancies, set, chance: chance.of('openings') }),
    countersOf({ world, slots: stage.slots, set }),
    kept(stage, world),
  ]);
  return done;
};
