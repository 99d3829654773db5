import type { ProjectRule } from '#src/i18n/desk-projects.ts';
import type { Calendar } from '#src/rules/calendar.ts';
import { type Day, dayOf, isDay } from '#src/rules/day.ts';
import { type Condition, conditionsOn } from '#src/rules/projects.ts';
import { isPlain, length, tidy } from '#src/rules/text.ts';
import {
  type ProjectEventKind,
  type ProjectRow,
  type ProjectState,
  type ProjectStore,
  type StopReason,
  stopReasons,
} from './store.ts';

/** What the work on projects needs, handed in by `app.ts`. */
export type ProjectRoom = {
  readonly store: ProjectStore;
  readonly now: () => Date;
  /** The day of the dated tables. */ readonly ruleDay: () => Day;
  readonly calendar: Calendar;
  readonly conditions: readonly Condition[];
  readonly codes: ProjectCodes;
};

/** The zone's codes that a project may name. */
export type ProjectCodes = Readonly<Record<'areas' | 'lines' | 'departments', readonly string[]>>;

/** What is filled in of a project. */
export type ProjectTyped = Pick<
  ProjectRow,
  'name' | 'unit' | 'area' | 'line' | 'department' | 'investment' | 'planned'
>;

/** What is done to a project. */
export type ProjectAct =
  | { readonly act: 'change'; readonly typed: ProjectTyped }
  | { readonly act: 'met' | 'unmet'; readonly code: string }
  /** 达标一个，开工一个: only once all conditions are met. */
  | { readonly act: 'start'; readonly day: string }
  | { readonly act: 'stop'; readonly reason: string }
  | { readonly act: 'resume' };

type Met = Readonly<Record<string, { readonly at: string; readonly by: string }>>;

/** When and by whom conditions were found to be met. */
export const metIn = ({ conditions }: Pick<ProjectRow, 'conditions'>): Met => JSON.parse(conditions) as Met;

/** 1000亿元; more is a slip of the keyboard. */
const most = 100_000_000_000;
/** So many days ahead or back a day may lie. */
const farthest = 3 * 366;

const isNear = (day: string, today: Day): boolean =>
  isDay(day) && Math.abs(Date.parse(day) - Date.parse(today)) <= farthest * 86_400_000;

const isName = (text: string): boolean => text !== '' && length(text) <= 80 && isPlain(text);

/** What is wrong with what was filled in, by the names of the fields. */
export const faultsIn = (room: ProjectRoom, typed: ProjectTyped): Readonly<Record<string, ProjectRule>> => {
  const { investment } = typed;
  const isMoney = Number.isInteger(investment) && investment > 0 && investment <= most;
  return {
    ...(isName(typed.name) ? {} : { name: 'name' as const }),
    ...(isName(typed.unit) ? {} : { unit: 'unit' as const }),
    ...(room.codes.areas.includes(typed.area) ? {} : { area: 'area' as const }),
    ...(room.codes.lines.includes(typed.line) ? {} : { line: 'line' as const }),
    ...(room.codes.departments.includes(typed.department) ? {} : { department: 'department' as const }),
    ...(isMoney ? {} : { investment: 'investment' as const }),
    ...(isNear(typed.planned, room.ruleDay()) ? {} : { planned: 'planned' as const }),
  };
};

/** Names without blanks around them. */
export const tidied = (typed: ProjectTyped): ProjectTyped => ({
  ...typed,
  name: tidy(typed.name, false),
  unit: tidy(typed.unit, false),
});

/** The conditions of today, of which `met` are met. */
const missing = (room: ProjectRoom, met: Met): boolean =>
  conditionsOn(room.conditions, room.ruleDay()).some(({ code }) => !Object.hasOwn(met, code));

/** Where a project that has not started stands by its conditions. */
export const standing = (room: ProjectRoom, state: ProjectState, met: Met): ProjectState => {
  if (state === 'started' || state === 'stopped') return state;
  return missing(room, met) ? 'preparing' : 'ready';
};

/** What happens to a project, and what it changes. */
export type Change = {
  readonly kind: ProjectEventKind;
  readonly data: object;
  readonly set: Partial<ProjectRow>;
};

const changed = (row: ProjectRow, typed: ProjectTyped): Change => {
  const names = (Object.keys(typed) as (keyof ProjectTyped)[]).filter(name => typed[name] !== row[name]);
  const data = Object.fromEntries(names.map(name => [name, [row[name], typed[name]]]));
  return { kind: 'changed', data, set: typed };
};

/** An act as a change, or the rules that it breaks. */
export type Planned = Change | { readonly wrong: Readonly<Record<string, ProjectRule>> };

const marked = (
  room: ProjectRoom,
  row: ProjectRow,
  { act, code }: { readonly act: 'met' | 'unmet'; readonly code: string },
  by: string,
): Planned => {
  const met = metIn(row);
  const isKnown = conditionsOn(room.conditions, room.ruleDay()).some(one => one.code === code);
  const isSame = (act === 'met') === Object.hasOwn(met, code);
  if (!isKnown || isSame || row.state === 'started') return { wrong: { condition: 'condition' } };
  const { [code]: _, ...rest } = met;
  const now = act === 'met' ? { ...met, [code]: { at: room.now().toISOString(), by } } : rest;
  return { kind: act, data: { code }, set: { conditions: JSON.stringify(now) } };
};

const started = (room: ProjectRoom, row: ProjectRow, day: string): Planned => {
  if (row.state !== 'preparing' && row.state !== 'ready') return { wrong: { started: 'state' } };
  if (missing(room, metIn(row))) return { wrong: { started: 'unready' } };
  if (!isNear(day, room.ruleDay()) || day > latestToday(room)) return { wrong: { started: 'started' } };
  return { kind: 'started', data: { day }, set: { state: 'started', started: day } };
};

/** Nothing has happened after today: by the clock, or by the day that a demonstration speaks of. */
const latestToday = (room: ProjectRoom): Day => {
  const [, later = ''] = [room.ruleDay(), dayOf(room.now())].sort();
  return later;
};

const isReason = (text: string): text is StopReason => (stopReasons as readonly string[]).includes(text);

/** What an act makes of a project, or the rules that it breaks. */
export const planOf = (room: ProjectRoom, row: ProjectRow, act: ProjectAct, by: string): Planned => {
  switch (act.act) {
    case 'change': {
      const typed = tidied(act.typed);
      const wrong = faultsIn(room, typed);
      return Object.keys(wrong).length > 0 ? { wrong } : changed(row, typed);
    }
    case 'met':
    case 'unmet':
      return marked(room, row, { act: act.act, code: act.code }, by);
    case 'start':
      return started(room, row, act.day);
    case 'stop':
      if (row.state === 'stopped') return { wrong: { reason: 'state' } };
      return isReason(act.reason)
        ? { kind: 'stopped', data: { reason: act.reason }, set: { state: 'stopped', reason: act.reason } }
        : { wrong: { reason: 'reason' } };
    case 'resume': {
      if (row.state !== 'stopped') return { wrong: { reason: 'state' } };
      const state = row.started === '' ? 'preparing' : 'started';
      return { kind: 'resumed', data: {}, set: { state, reason: '' } };
    }
  }
};
