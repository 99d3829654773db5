import { type Pressure, pressures } from '#src/cases/deed.ts';
import {
  byLead,
  bySuperior,
  type Facts,
  first,
  type Handling,
  inState,
  isAgainst,
  isDayFrom,
  isLead,
  newestData,
  refuse,
  withText,
} from '#src/cases/facts.ts';
import type { Rule } from '#src/i18n/desk-rules.ts';
import { isOfficeDay } from '#src/rules/calendar.ts';
import { addDays, type Day, dayOf, instant } from '#src/rules/day.ts';

const isDue = ({ row, at }: Facts): boolean => row.due <= at.toISOString();

/** How far a due time may be put off at most, in days. */
const furthest = 60;

/** 延期: asked for once, before the due time. */
export const askExtension: Handling<'ask-extension'> = {
  may: facts =>
    first(
      inState(facts, 'assigned'),
      byLead(facts),
      refuse(facts.row.extension !== '', 'extension-once'),
      refuse(isDue(facts), 'extension-late'),
    ),
  plan: ({ office, row }, { until, reason }) => {
    const was = dayOf(new Date(row.due));
    const isFit =
      isDayFrom(until, addDays(was, 1)) &&
      until <= addDays(was, furthest) &&
      isOfficeDay(office.calendar, until);
    if (!isFit) return 'extension-until';
    return withText(reason, 'reason-missing', text => ({
      kind: 'extension-asked',
      text,
      data: { until },
      set: { extension: 'asked' },
    }));
  },
};

/** Decided by a superior, granted before the due time; the enterprise reads the reason. */
export const decideExtension: Handling<'decide-extension'> = {
  may: facts =>
    first(
      inState(facts, 'received', 'assigned'),
      bySuperior(facts),
      refuse(facts.row.extension !== 'asked', 'extension-none'),
    ),
  plan: (facts, { granted, reason }) => {
    const { office, events } = facts;
    if (granted && isDue(facts)) return 'extension-late';
    const until = newestData<{ until: Day }>(events, 'extension-asked')?.until;
    if (until === undefined) return 'extension-none';
    const due = instant(until, office.closing).toISOString();
    return withText(reason, 'reason-missing', text => ({
      kind: granted ? 'extended' : 'extension-refused',
      text,
      data: granted ? { due } : { until },
      set: granted ? { extension: 'granted', due } : { extension: 'refused' },
    }));
  },
};

/** 督办 is for what is late, was declined or came back; a superior may have other grounds, and writes them down. */
const pressureRule = (facts: Facts, pressure: Pressure): Rule | null => {
  const { row, doer, events } = facts;
  if (pressure === 'reminder') return refuse(isDue(facts), 'press-reminder');
  if (pressure === 'urge') return refuse(!doer.superior && !isLead(facts), 'press-urge');
  if (!doer.superior) return 'press-supervise';
  const isSupervised = events.some(event => event.kind === 'pressed' && event.data.includes('"supervise"'));
  return refuse(pressure === 'report' && !(isSupervised && row.pressed !== ''), 'press-report');
};

/** How hard somebody may press as the case stands. */
export const pressuresOf = (facts: Facts): readonly Pressure[] =>
  pressures.filter(pressure => pressureRule(facts, pressure) === null);

const harder = (was: Pressure | '', now: Pressure): Pressure =>
  was !== '' && pressures.indexOf(was) > pressures.indexOf(now) ? was : now;

/** 提醒, 催办, 督办, 通报: each a record of its own. */
export const press: Handling<'press'> = {
  may: facts =>
    first(
      inState(facts, 'received', 'assigned'),
      refuse(isAgainst(facts), 'against'),
      refuse(pressuresOf(facts).length === 0, 'press-urge'),
    ),
  plan: (facts, { pressure, text }) => {
    if (!pressures.includes(pressure)) return 'pressure';
    const rule = pressureRule(facts, pressure);
    if (rule) return rule;
    const isHard = pressure === 'supervise' || pressure === 'report';
    return withText(text, isHard ? 'reason-missing' : null, said => ({
      kind: pressure === 'reminder' ? 'reminded' : 'pressed',
      text: said === '' ? null : said,
      data: { pressure, handler: facts.row.handler },
      set: { pressed: harder(facts.row.pressed, pressure) },
    }));
  },
};
