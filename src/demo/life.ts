import type { ActResult } from '#src/cases/act.ts';
import type { Deed, DeedName, DeedResult, Doer } from '#src/cases/deed.ts';
import type { Office } from '#src/cases/office.ts';
import { perform, possible } from '#src/cases/perform.ts';
import type { CaseRow } from '#src/cases/store.ts';
import type { Answers } from '#src/forms/field.ts';
import { timeOf } from '#src/rules/day.ts';
import type { Chance } from './chance.ts';
import type { StoryClock } from './clock.ts';
import type { Crew } from './crew.ts';
import { type Opening, officeAfter } from './hours.ts';
import type { Span } from './wave.ts';

/** A case that came in, and by which submission. */
export type Arrived = {
  readonly name: string;
  readonly form: string;
  readonly number: string;
  readonly answers: Answers;
  readonly at: number;
};

/** Where a story happens. */
export type World = {
  readonly clock: StoryClock;
  readonly opening: Opening;
  readonly crew: Crew;
  readonly span: Span;
  /** The office as it works at a time. */ readonly at: (time: number) => Office;
  /** Items of the check list for visits. */ readonly checkList: readonly string[];
  /** The case that a planned submission became, by its name. */ readonly numbers: Map<string, string>;
  /** What came in so far, in no order. */ readonly arrived: Arrived[];
  /** Counts what was done. */ readonly did: (what: string) => void;
};

const hour = 3_600_000;

/** People write between eight and ten in the evening: what falls into the night waits for the morning. */
const awake = (at: number): number => {
  const clock = timeOf(new Date(at));
  const asleep =
    clock < '08:00' ? 8 - Number(clock.slice(0, 2)) : clock >= '22:00' ? 32 - Number(clock.slice(0, 2)) : 0;
  return at + asleep * hour;
};

/** The life of one case: time passes, somebody does something. Each act waits for its time and must be allowed. */
export type Life = {
  readonly number: string;
  readonly chance: Chance;
  readonly now: () => number;
  readonly row: () => Promise<CaseRow>;
  /** Waits for minutes of office hours. */ readonly office: (minutes: number) => Promise<void>;
  /** Waits for hours of an enterprise's day. */ readonly hours: (hours: number) => Promise<void>;
  readonly until: (at: number) => Promise<void>;
  readonly may: (deed: DeedName, doer: Doer) => Promise<boolean>;
  readonly does: (deed: Deed, doer: Doer) => Promise<void>;
  /** The enterprise does something. */ readonly says: (
    act: (office: Office) => Promise<ActResult>,
  ) => Promise<void>;
};

const refused = (number: string, what: string, result: DeedResult | ActResult): Error =>
  new Error(`演示数据：${number} 办不了 ${what}：${JSON.stringify(result)}`);

/** A case's life from a moment on. */
export const lifeOf = (world: World, number: string, from: number, chance: Chance): Life => {
  let now = from;
  const until = async (at: number): Promise<void> => {
    // Two things never happen to a case in the same second.
    now = Math.max(now + 1000, Math.round(at));
    await world.clock.until(now);
  };
  const office = () => world.at(now);
  const row = async (): Promise<CaseRow> => {
    const found = await office().store.caseByNumber(number);
    if (!found) throw new Error(`演示数据：没有 ${number}`);
    return found;
  };
  return {
    number,
    chance,
    now: () => now,
    row,
    until,
    office: minutes => until(officeAfter(world.opening, now, minutes)),
    hours: hours => until(awake(now + hours * hour)),
    may: async (deed, doer) => (await possible(office(), number, doer)).includes(deed),
    does: async (deed, doer) => {
      const { head } = await row();
      const result = await perform(office(), number, head, deed, doer);
      if (result.tag !== 'done') throw refused(number, deed.deed, result);
      world.did(deed.deed);
    },
    says: async act => {
      const result = await act(office());
      if (result.tag !== 'done') throw refused(number, '企业的操作', result);
      world.did('enterprise');
    },
  };
};
