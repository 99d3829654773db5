import { addWorkingDays, type Calendar, isOfficeDay } from '#src/rules/calendar.ts';
import { dayOf, instant, timeOf } from '#src/rules/day.ts';

const noon = '12:00';

/**
 * Half a working day after an instant (半个工作日): what comes in the morning has until the office closes, what comes later until
 * noon of the next office day.
 */
export const halfDayAfter = (calendar: Calendar, closing: string, at: Date): Date => {
  const day = dayOf(at);
  const isMorning = isOfficeDay(calendar, day) && timeOf(at) < noon;
  return isMorning ? instant(day, closing) : instant(addWorkingDays(calendar, day, 1), noon);
};

/** A whole working day after it (一个工作日): until the office closes on the next office day. */
export const wholeDayAfter = (calendar: Calendar, closing: string, at: Date): Date =>
  instant(addWorkingDays(calendar, dayOf(at), 1), closing);

/** The half of a day that an instant lies in, as text: tries on the phone count once in each. */
export const halfDayOf = (at: Date): string => `${dayOf(at)} ${timeOf(at) < noon ? 'a' : 'b'}`;
