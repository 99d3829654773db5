import type { BedDesk } from '#src/beds/desk.ts';
import type { Office } from '#src/cases/office.ts';
import type { FindingsDesk } from '#src/findings/desk.ts';
import type { FundingDesk } from '#src/funding/desk.ts';
import type { Supplies } from '#src/ledger/desk.ts';
import type { PaperDesk } from '#src/papers/desk.ts';
import { type Day, dayOf, instant } from '#src/rules/day.ts';
import type { SlotDesk } from '#src/slots/desk.ts';
import type { Desk } from '#src/staff/desk.ts';
import type { Vacancies } from '#src/vacancies/desk.ts';
import { chanceOf } from './chance.ts';
import { crewOf } from './crew.ts';
import { firmsOf } from './firms.ts';
import { planOf } from './plan.ts';
import { enrol, hire, type Ready } from './staff.ts';
import { silent, tell } from './story.ts';
import { spanTo } from './wave.ts';

/** What a demonstration is made in, and how. */
export type Making = {
  readonly office: Office;
  readonly supplies: Supplies;
  readonly funding: FundingDesk;
  readonly beds: BedDesk;
  readonly papers: PaperDesk;
  readonly findings: FindingsDesk;
  readonly vacancies: Vacancies;
  readonly slots: SlotDesk;
  readonly desk: Desk;
  readonly offices: readonly { readonly code: string; readonly office: string }[];
  /** Credit codes of the zone's list of key enterprises. */ readonly keyCodes: readonly string[];
  readonly hours: { readonly from: string; readonly to: string };
  readonly checkList: readonly string[];
  /** The day of the site's content on which the story ends; null: that of the calendar. */ readonly asOf: Day | null;
  readonly seed: string;
  readonly enterprises: number;
  readonly cases: number;
  /** The last moment of the story. */ readonly end: Date;
  readonly passed: (day: Day, index: number, days: number) => void;
};

export type Made = {
  readonly accounts: readonly Ready[];
  readonly submissions: number;
  readonly enterprises: number;
  readonly liaisons: number;
  /** How often each thing was done. */ readonly done: ReadonlyMap<string, number>;
};

/**
 * Makes a believable zone in an empty store: every submission is received and every deed performed as people would, on a clock that
 * walks through the weeks before `end`. The same seed and end make the same enterprises, answers and course; numbers, keys and
 * passwords differ. Meanwhile nobody else may use the office: its clock and its contacts are those of the story.
 */
export const makeDemo = async (making: Making): Promise<Made> => {
  const { office, desk, end, offices, seed } = making;
  const span = spanTo(end.getTime());
  const chance = chanceOf(`demo/${seed}`);
  const { areas } = office.tables;
  const crew = crewOf(Object.keys(office.departments), offices);
  const firms = firmsOf(office.tables, making.keyCodes, {
    chance: chance.of('firms'),
    count: making.enterprises,
    days: span.days,
  });
  const { forms, tables, calendar } = office;
  const planned = planOf({ forms, tables, calendar, firms, span, chance: chance.of('plan') }, making.cases);
  const { now, ruleDay, contacts } = office;
  const lastDay = making.asOf ?? dayOf(end);
  const set = (at: number, day: Day): void =>
    void Object.assign(office, { now: () => new Date(at), ruleDay: () => day });
  try {
    Object.assign(office, { contacts: silent(contacts) });
    set(instant(span.from, '07:00').getTime(), lastDay);
    const accounts = await hire(desk, crew);
    const known = {
      departments: Object.entries(office.departments),
      areas: areas.map(area => [area.code, area.name] as const),
    };
    const liaisons = await enrol(desk, crew, { areas: offices, firms, known, since: span.from });
    const done = await tell(
      {
        office,
        crew,
        span,
        lastDay,
        set,
        supplies: making.supplies,
        funding: making.funding,
        beds: making.beds,
        papers: making.papers,
        findings: making.findings,
        vacancies: making.vacancies,
        slots: making.slots,
        opening: { calendar, ...making.hours },
        checkList: making.checkList,
        offices: new Map(offices.map(one => [one.code, one.office])),
        passed: (day, index) => making.passed(day, index, span.days),
      },
      { planned, firms, chance: chance.of('story') },
    );
    return { accounts, liaisons, done, submissions: planned.length, enterprises: firms.length };
  } finally {
    Object.assign(office, { now, ruleDay, contacts });
  }
};
