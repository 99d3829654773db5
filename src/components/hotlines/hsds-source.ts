import { say, type Words } from '#src/i18n/words.ts';
import { siteUrl } from '../site-url.ts';
import { exported, suppliers } from '../suppliers/suppliers.ts';
import { day, zone } from '../zone.ts';
import { everyLine } from './directory.ts';
import type { Source } from './hsds.ts';

const zh = (words: Words) => say(words, 'zh-Hans');

/** What this build exports: every number of the directory and of the zone, on the page's day, and every verified supplier. */
export const source = async (site: URL | undefined): Promise<Source> => ({
  lines: await everyLine(zone, day),
  suppliers: exported(await suppliers()),
  calendar: zone.calendar,
  day,
  site: siteUrl(site),
  alert: zone.demonstration && zh(zone.demonstration),
  place: { name: zh(zone.name), address: zh(zone.office.address) },
});

/** A JSON file of the export. */
export const jsonFile = (value: unknown): Response =>
  new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json; charset=utf-8' } });
