import type { PartRow } from '#src/cases/desk-store.ts';
import type { Office } from '#src/cases/office.ts';
import type { CaseRow } from '#src/cases/store.ts';
import { subtractWorkingDays } from '#src/rules/calendar.ts';
import { dayOf, instant } from '#src/rules/day.ts';

type Clock = Pick<Office, 'calendar' | 'closing'>;

/**
 * By when an assisting department answers the lead where nobody said: when the office closes on the day before the lead's; where
 * that is over already, half way to the lead's; where the lead is late itself, at once.
 */
export const assistDue = (office: Clock, leadDue: string, at: Date): string => {
  const due = new Date(leadDue);
  const before = instant(subtractWorkingDays(office.calendar, dayOf(due), 1), office.closing);
  if (before > at) return before.toISOString();
  return new Date(Math.max(at.getTime(), (at.getTime() + due.getTime()) / 2)).toISOString();
};

export const askedPart = (caseId: string, department: string, due: string, at: Date): PartRow => ({
  caseId,
  department,
  state: 'asked',
  position: '',
  due,
  officer: '',
  at: at.toISOString(),
});

/** What a case's routing says of the departments beside its handler. */
type Beside = { readonly alsoTo?: readonly string[]; readonly reviewBy?: string };

/** Whether several departments review a case side by side (并联) and one of them answers. */
export const isReview = ({ routing }: Pick<CaseRow, 'routing'>): boolean =>
  (JSON.parse(routing) as Beside).reviewBy !== undefined;

const hour = 3_600_000;

/**
 * By when a review has its positions: when its day closes, or where the lead answers by then, an hour before; half way to it where
 * that is nearer.
 */
const reviewDue = (reviewBy: string, leadDue: string, at: Date): string => {
  if (reviewBy < leadDue && reviewBy > at.toISOString()) return reviewBy;
  const left = Date.parse(leadDue) - at.getTime();
  return new Date(at.getTime() + Math.max(0, left - hour, left / 2)).toISOString();
};

const besideIn = ({ routing }: Pick<CaseRow, 'routing'>): Beside => JSON.parse(routing) as Beside;

/** By when the departments of a case's routing have answered its lead. */
const besideDue = (office: Clock, row: Pick<CaseRow, 'routing' | 'due'>, at: Date): string => {
  const { reviewBy } = besideIn(row);
  return reviewBy === undefined ? assistDue(office, row.due, at) : reviewDue(reviewBy, row.due, at);
};

type Routed = Pick<CaseRow, 'id' | 'handler' | 'routing' | 'due' | 'against'>;

/** Departments that work on a new case beside its handler from the start (并联): those of its routing row. */
export const partsFrom = (office: Clock, row: Omit<Routed, 'handler'>, at: Date): readonly PartRow[] => {
  const codes = (besideIn(row).alsoTo ?? []).filter(code => code !== row.against);
  const due = codes.length > 0 ? besideDue(office, row, at) : '';
  return codes.map(department => askedPart(row.id, department, due, at));
};

/**
 * The parts of a case that goes elsewhere before anybody took it up: the departments of its new routing are asked, those of its
 * old one and the new lead need not answer any more. Who has spoken already has spoken.
 */
export const partsAnew = (
  office: Clock,
  was: Routed,
  row: Routed,
  parts: readonly PartRow[],
  at: Date,
): readonly PartRow[] => {
  const wanted = partsFrom(office, row, at);
  const isIn = (list: readonly PartRow[], code: string): boolean => list.some(one => one.department === code);
  const spoken = parts.filter(part => part.position !== '');
  const over = [...(besideIn(was).alsoTo ?? []), row.handler].filter(code => !isIn(wanted, code));
  const dropped = parts.filter(part => part.state === 'asked' && over.includes(part.department));
  return [
    ...wanted.filter(part => !isIn(spoken, part.department)),
    ...dropped.map(part => ({ ...part, state: 'answered' as const, at: at.toISOString() })),
  ];
};

/** Parts of a case that was held meanwhile: whose time went by is given time anew, before the lead's own. */
export const partsOnRelease = (
  office: Clock,
  row: Pick<CaseRow, 'routing' | 'due'>,
  parts: readonly PartRow[],
  at: Date,
): readonly PartRow[] =>
  parts
    .filter(part => part.state === 'asked' && part.due <= at.toISOString())
    .map(part => ({ ...part, due: besideDue(office, row, at) }));
