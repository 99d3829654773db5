import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import type { Calendar } from '#src/rules/calendar.ts';
import { type Day, dayOf } from '#src/rules/day.ts';
import { gaps, type Route } from '#src/rules/routing.ts';
import { dutyFile, itemsFile, routingFile, yearFile, zoneFile } from '#src/zone/schema.ts';

/** Everything of `content/` that functions and pages need as tables; handed out as an argument, never read twice. */
export type Zone = z.infer<typeof zoneFile> & {
  readonly routing: readonly Route[];
  readonly calendar: Calendar;
  readonly catalogue: z.infer<typeof itemsFile>;
};

/** A wrong file of the zone, in one readable block: file, field, what is wrong and what to write. */
export class ZoneError extends Error {
  override name = 'ZoneError';
}

const read = <S extends z.ZodType>(root: string, file: string, schema: S): z.infer<S> => {
  let raw: unknown;
  try {
    raw = parse(readFileSync(join(root, file), 'utf8'));
  } catch (error) {
    throw new ZoneError(`${file}\n  读不出来：${error instanceof Error ? error.message : String(error)}`);
  }
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  const lines = result.error.issues.map(
    issue => `  ${issue.path.join('.') || '（整个文件）'}：${issue.message}`,
  );
  throw new ZoneError([file, ...lines].join('\n'));
};

/** Reads and checks the zone's tables under `root/content`. Throws `ZoneError` with the fix; refuses a routing table with gaps or unknown names. */
export const readZone = (root: string = process.cwd(), forms: readonly string[] = []): Zone => {
  const zone = read(root, 'content/zone.yaml', zoneFile);
  const routing = read(root, 'content/rules/routing.yaml', routingFile);
  const names = readdirSync(join(root, 'content/calendar')).filter(name => /^\d{4}\.yaml$/.test(name));
  const years = Object.fromEntries(
    names.map(name => [name.slice(0, 4), read(root, `content/calendar/${name}`, yearFile)]),
  );
  const calendar = { years, duty: read(root, 'content/calendar/duty.yaml', dutyFile) };
  const catalogue = read(root, 'content/catalogue/items.yaml', itemsFile);
  const departments = new Set(zone.departments.map(department => department.code));
  const unknown = routing
    .filter(row => !departments.has(row.handler))
    .map(row => `  handler：没有这个部门 ${row.handler}`);
  const holes = gaps(routing, forms, zone.risk[0]?.from ?? '2020-01-01', today(zone, new Date()));
  const missing = holes.map(hole => `  这一天没有人受理：${hole}；给这张表加一行不带条件的规则`);
  if (unknown.length + missing.length > 0) {
    throw new ZoneError(['content/rules/routing.yaml', ...unknown, ...missing].join('\n'));
  }
  return { ...zone, routing, calendar, catalogue };
};

/** The day that content, validity and dated rules speak of: the demonstration's day, or today in Shanghai. */
export const today = (zone: Pick<Zone, 'asOf'>, now: Date): Day => zone.asOf ?? dayOf(now);

/** The risk level that held on the day, with the date since when; null before the first row. */
export const riskOn = (zone: Pick<Zone, 'risk'>, day: Day): Zone['risk'][number] | null =>
  zone.risk.filter(row => row.from <= day).at(-1) ?? null;
