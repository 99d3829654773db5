import type { Office } from '#src/cases/office.ts';
import { toOfficers } from '#src/cases/tell.ts';
import type { Figures } from '#src/figures/figures.ts';
import { messageOf } from '#src/figures/report.ts';
import { isOfficeDay } from '#src/rules/calendar.ts';
import { dayOf, timeOf } from '#src/rules/day.ts';

/** Nobody of a department: the office as a whole, told by the usual channels. */
const target = 'office';

/**
 * Puts the report of the day into the outbox, after the last time of the day at which the state of things is told; on office days, once, however
 * often and on however many servers this runs. Gives back how many notices were put there.
 */
export const sendDaily = async (
  office: Office,
  figures: Figures,
  times: readonly string[],
): Promise<number> => {
  const at = office.now();
  const day = dayOf(at);
  const last = [...times].sort().at(-1) ?? '24:00';
  if (!isOfficeDay(office.calendar, day) || timeOf(at) < last) return 0;
  const text = messageOf(await figures.report(day));
  const rows = toOfficers(office, target, { kind: 'daily', text }, at, { id: `daily.${day}` });
  return office.store.putNotices({ rows });
};
