import {
  byLead,
  byLeadOrSuperior,
  bySuperior,
  dispatched,
  type Facts,
  first,
  type Handling,
  inState,
  isDayFrom,
  isDepartment,
  listIn,
  refuse,
  textIn,
  withText,
} from '#src/cases/facts.ts';
import { partsOnRelease } from '#src/cases/parts.ts';
import type { Rule } from '#src/i18n/desk-rules.ts';
import { addWorkingDays, subtractWorkingDays } from '#src/rules/calendar.ts';
import { dayInWords, dayOf, instant } from '#src/rules/day.ts';
import { wholeDayAfter } from '#src/rules/half-day.ts';

/** 签收, and 容缺受理 where parts follow: what, and by when. Late is a fact of the clock, not a refusal. */
export const accept: Handling<'accept'> = {
  may: facts =>
    first(
      inState(facts, 'received'),
      byLead(facts),
      refuse(facts.row.stage === 'declined', 'with-dispatcher'),
    ),
  plan: ({ row, doer, at }, { officer, later, laterBy }) => {
    const list = listIn(later);
    const isMeant = later.length > 0 || laterBy !== '';
    if (isMeant && (!list || list.length === 0 || !isDayFrom(laterBy, dayOf(at)))) return 'later-by';
    return {
      kind: 'accepted',
      text: isMeant && list ? [...list, `请在${dayInWords(laterBy)}前补齐`].join('\n') : null,
      data: { handler: row.handler, officer: officer || doer.login, laterBy },
      set: { officer: officer || doer.login, holder: row.handler, laterBy },
    };
  },
};

/** Departments that declined the case. */
const decliners = ({ events }: Facts): readonly string[] =>
  events
    .filter(event => event.kind === 'declined')
    .map(event => (JSON.parse(event.data) as { handler: string }).handler);

/** 退单: once a department, within a working day; what a superior ordered is not declined. Then a dispatcher decides. */
export const decline: Handling<'decline'> = {
  may: facts => {
    const { office, row, at, doer } = facts;
    const until = wholeDayAfter(office.calendar, office.closing, new Date(row.passedAt));
    return first(
      inState(facts, 'received'),
      byLead(facts),
      refuse(row.stage === 'declined', 'with-dispatcher'),
      refuse(row.ordered === 1, 'ordered'),
      refuse(decliners(facts).includes(doer.department), 'declined-before'),
      refuse(at > until, 'decline-late'),
    );
  },
  plan: (facts, { reason, suggest }) => {
    const { row } = facts;
    if (!isDepartment(facts, suggest) || suggest === row.handler) return 'department';
    if (suggest === row.against) return 'against';
    return withText(reason, 'reason-missing', text => ({
      kind: 'declined',
      text,
      data: { handler: row.handler, suggest },
      set: { declined: row.declined + 1 },
    }));
  },
};

/** Twice declined, a superior ordains who takes it. */
const finalRule = ({ row, doer }: Facts, way: 'pass' | 'order'): Rule | null => {
  const isTwice = row.declined > 1 && row.stage === 'declined';
  if (way === 'order' && !doer.superior) return 'superior';
  return refuse(isTwice && way !== 'order', 'declined-twice');
};

/** 转办, 交办: to another lead. Who answered for it so far does until the other accepts; the clock runs on. */
export const assign: Handling<'assign'> = {
  may: facts =>
    first(
      inState(facts, 'received', 'assigned'),
      byLeadOrSuperior(facts),
      dispatched(facts),
      refuse(facts.row.state === 'received' && !facts.doer.superior, 'accept-first'),
    ),
  plan: (facts, { way, department, officer, reason }) => {
    const { row, parts } = facts;
    const isSame = department === row.handler && row.stage !== 'declined';
    const rule = first(
      finalRule(facts, way),
      refuse(!isDepartment(facts, department), 'department'),
      refuse(isSame, 'same-department'),
      refuse(department === row.against, 'against'),
    );
    if (rule) return rule;
    const mine = parts.filter(part => part.department === department && part.state === 'asked');
    return withText(reason, 'reason-missing', text => ({
      kind: way === 'order' ? 'ordered' : 'forwarded',
      text,
      data: { from: row.handler, handler: department },
      set: { handler: department, officer },
      // Who leads does not assist as well.
      parts: mine.map(part => ({ ...part, state: 'answered' as const })),
    }));
  },
};

/** The days that the form's row in the table of modes grants: usually, and where the matter is complex. */
const daysOf = ({ row }: Facts): { readonly workingDays?: number; readonly complexDays?: number | null } => {
  const { trace } = JSON.parse(row.routing) as { trace?: { mode?: { answer?: object } } };
  return trace?.mode?.answer ?? {};
};

const moreDays = (facts: Facts): number => {
  const { workingDays, complexDays } = daysOf(facts);
  return workingDays !== undefined && complexDays ? complexDays - workingDays : 0;
};

/** Whether a coordination takes 3 working days or 5: decided before it is due. */
export const complex: Handling<'complex'> = {
  may: facts =>
    first(
      inState(facts, 'received', 'assigned'),
      byLeadOrSuperior(facts),
      dispatched(facts),
      refuse(moreDays(facts) <= 0, 'complex-form'),
      refuse(facts.row.due <= facts.at.toISOString(), 'complex-late'),
    ),
  plan: (facts, deed) => {
    const { office, row } = facts;
    if (deed.complex === (row.complex === 1)) return 'complex-same';
    const was = dayOf(new Date(row.due));
    const more = moreDays(facts);
    const day = deed.complex
      ? addWorkingDays(office.calendar, was, more)
      : subtractWorkingDays(office.calendar, was, more);
    const due = instant(day, office.closing).toISOString();
    return {
      kind: 'complex',
      data: { complex: deed.complex, due },
      set: { complex: deed.complex ? 1 : 0, due },
    };
  },
};

/**
 * 绿色通道: first among what is due at one time, told to the enterprise. `urgent` is another thing: it follows from what was sent and calls
 * the officer on duty. The reason is for officers.
 */
export const fastTrack: Handling<'fast-track'> = {
  may: facts => first(inState(facts, 'received', 'held', 'assigned', 'returned'), bySuperior(facts)),
  plan: ({ row }, { fast, reason }) => {
    if (fast === (row.fast === 1)) return 'fast-same';
    return withText(reason, 'reason-missing', text => ({
      kind: fast ? 'fast-tracked' : 'fast-ended',
      text,
      set: { fast: fast ? 1 : 0 },
    }));
  },
};

/** A held case is in order: it goes to its department. */
export const release: Handling<'release'> = {
  may: facts => first(inState(facts, 'held'), byLeadOrSuperior(facts)),
  plan: ({ office, row, parts, at }) => ({
    kind: 'released',
    data: { handler: row.handler },
    parts: partsOnRelease(office, row, parts, at),
  }),
};

/** Seen by officers only. */
export const note: Handling<'note'> = {
  may: () => null,
  plan: (_, { text }) => withText(text, 'text-missing', said => ({ kind: 'noted', text: said })),
};

/** Personal fields were opened: why. */
export const open: Handling<'open'> = {
  may: facts => refuse(facts.row.against !== '' && facts.doer.department === facts.row.against, 'against'),
  plan: (_, { reason }) => {
    const read = textIn(reason, 'reason-missing', 200);
    return 'rule' in read ? read.rule : { kind: 'opened', text: read.text };
  },
};
