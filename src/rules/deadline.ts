import { addWorkingDays, type Calendar, isOfficeDay } from '#src/rules/calendar.ts';
import { type Day, dayOf, instant, timeOf } from '#src/rules/day.ts';

/**
 * By when a form is answered: so many working days counted from the day after receipt (自收到次日起算), more where the matter is complex;
 * or on the same day for what comes by a time of day, on the next working day for what comes later.
 */
export type Answer =
  | { readonly workingDays: number; readonly complexDays: number | null }
  | { readonly sameDayBy: string };

/** The office's hours: a case is due when it closes, `17:00`. */
export type Hours = { readonly to: string };

const dayFor = (answer: Answer, calendar: Calendar, at: Date): Day => {
  const day = dayOf(at);
  if ('workingDays' in answer) return addWorkingDays(calendar, day, answer.workingDays);
  const isInTime = isOfficeDay(calendar, day) && timeOf(at) <= answer.sameDayBy;
  return isInTime ? day : addWorkingDays(calendar, day, 1);
};

/**
 * The instant by which a submission received at `at` is answered: closing time of its day, on the legal calendar and the zone's duty
 * days. What comes in the very minute of `sameDayBy` still counts.
 */
export const deadline = (answer: Answer, calendar: Calendar, office: Hours, at: Date): Date =>
  instant(dayFor(answer, calendar, at), office.to);
