import type { Words } from '#src/i18n/words.ts';
import type { Calendar } from '#src/rules/calendar.ts';
import type { Day } from '#src/rules/day.ts';
import type { Rules } from '#src/rules/decide.ts';
import { levelOn, type ModeRow, modeOf } from '#src/rules/modes.ts';
import { areaOffice, type Offices, type Route } from '#src/rules/routing.ts';
import type { Zone } from '#src/zone/zone.ts';

/** The department that works for each area. */
const officesOf = (zone: Zone): Offices =>
  Object.fromEntries(zone.areas.map(({ code, office }) => [code, office]));

/** The zone's tables as the rules take them. */
export const rulesOf = (zone: Zone): Rules => ({
  routing: zone.routing,
  modes: zone.modes,
  keyEnterprises: zone.keyEnterprises,
  offices: officesOf(zone),
  risk: zone.risk,
  calendar: zone.calendar,
  hours: { to: zone.office.to },
  superiors: Object.fromEntries(
    zone.departments.flatMap(({ code, superior }) => (superior === null ? [] : [[code, superior]])),
  ),
});

export type Department = { readonly name: Words; readonly phone: string | null };

/** What a form's page tells about who gets it and by when: the form's own rows from a day on, and what they name. */
export type Handling = Pick<Rules, 'offices' | 'risk' | 'hours' | 'calendar'> & {
  /** The day of the dated tables. */
  readonly day: Day;
  /** That day again where the site always speaks of it; null where it goes with the clock. */
  readonly asOf: Day | null;
  /** What the form means on the day. */
  readonly mode: ModeRow;
  readonly modes: readonly ModeRow[];
  readonly routes: readonly Route[];
  readonly departments: Readonly<Record<string, Department>>;
};

const lasts = (row: { readonly to: Day | null }, day: Day): boolean => row.to === null || row.to >= day;

/** The calendar from a day on: a page counts from the day it is read. */
const since = (calendar: Calendar, day: Day): Calendar => ({
  years: Object.fromEntries(Object.entries(calendar.years).filter(([year]) => year >= day.slice(0, 4))),
  duty: calendar.duty.filter(one => one >= day),
});

const namedBy = (routes: readonly Route[], offices: Offices): ReadonlySet<string> =>
  new Set(
    routes
      .flatMap(row => [row.handler, ...row.alsoTo])
      .flatMap(code => (code === areaOffice ? Object.values(offices) : [code])),
  );

/** The telephone number of the department that takes a form on a day, whoever sends it; the duty phone where it has none. */
export const phoneFor = (zone: Zone, form: string, day: Day): string => {
  const route = zone.routing.find(
    row => row.form === form && row.from <= day && lasts(row, day) && !row.keys && !row.lines && !row.areas,
  );
  return zone.departments.find(({ code }) => code === route?.handler)?.phone ?? zone.phones.duty;
};

/** Who may get a form by the tables of a day, and by when it is answered from the day `now` on. */
export const handlingOf = (zone: Zone, form: string, day: Day, now: Day): Handling => {
  const { offices, risk, hours } = rulesOf(zone);
  const routes = zone.routing.filter(row => row.form === form && lasts(row, day));
  const named = namedBy(routes, offices);
  return {
    day,
    asOf: zone.asOf,
    mode: modeOf(zone.modes, form, levelOn(zone.risk, day), day),
    modes: zone.modes.filter(row => row.form === form && lasts(row, day)),
    routes,
    offices,
    departments: Object.fromEntries(
      zone.departments
        .filter(({ code }) => named.has(code))
        .map(({ code, name, phone }) => [code, { name, phone }]),
    ),
    risk,
    hours,
    calendar: since(zone.calendar, now),
  };
};
