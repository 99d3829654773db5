import { getCollection } from 'astro:content';
import type { Zone } from '#src/zone/zone.ts';
import { type Line, lineOf, officeLines, urgentLines } from './lines.ts';

/** The directory of content/, without what is not sure enough to be shown. */
export const directoryLines = async (): Promise<readonly Line[]> =>
  (await getCollection('hotlines', ({ data }) => data.confidence !== 'low')).map(({ data }) => lineOf(data));

/** Every number with a page of its own. */
export const everyLine = async (zone: Zone, day: string): Promise<readonly Line[]> => [
  ...urgentLines(zone),
  ...officeLines(zone, day),
  ...(await directoryLines()),
];
