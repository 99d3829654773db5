import { type Month, monthsBetween, turningDays } from '#src/rules/months.ts';
import { policyRows } from './policies.ts';
import { day } from './zone.ts';

/** The months of the lists of states: from the first change of any policy to the last one written down, or to the site's day. */
export const monthsOf = async (): Promise<readonly Month[]> => {
  const dates = (await policyRows()).map(({ entry }) => ({ ...entry.data, validity: null }));
  const days = [...dates.flatMap(turningDays), day].sort();
  const month = (at: number) => days.at(at)?.slice(0, 7) ?? day.slice(0, 7);
  return monthsBetween(month(0), month(-1));
};
