import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
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

/** What is wrong and what to write, where the schema itself says nothing: zod's own English is never shown. */
const inChinese: z.core.$ZodErrorMap = issue => {
  if (issue.code === 'unrecognized_keys')
    return `没有这个栏目：${issue.keys.join('、')}；改成正确的名字或删掉`;
  if (issue.code === 'invalid_value') return `只能写：${issue.values.join('、')}`;
  if (issue.code === 'too_small')
    return issue.origin === 'array' ? `至少写${issue.minimum}项` : `不能小于${issue.minimum}`;
  if (issue.code === 'too_big') return `不能大于${issue.maximum}`;
  if (issue.input === undefined) return '少了这个栏目，请补上；可以不填的写 null';
  return '写法不对，照着同一张表的其他行写；文字和日期加引号，数字不加';
};

const load = (root: string, file: string): unknown => {
  const path = join(root, file);
  if (!existsSync(path)) throw new ZoneError(`${file}\n  没有这个文件；照示例内容补上`);
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const line = error instanceof YAMLParseError ? error.linePos?.[0].line : undefined;
    const where = line === undefined ? '有一处' : `第${line}行附近`;
    throw new ZoneError(`${file}\n  ${where}读不懂：检查缩进、冒号、括号和引号，栏目名不要写两次`);
  }
};

const read = <S extends z.ZodType>(root: string, file: string, schema: S): z.infer<S> => {
  const result = schema.safeParse(load(root, file), { error: inChinese });
  if (result.success) return result.data;
  const lines = result.error.issues.map(
    issue => `  ${issue.path.join('.') || '（整个文件）'}：${issue.message}`,
  );
  throw new ZoneError([file, ...lines].join('\n'));
};

const yearFiles = (root: string): readonly string[] => {
  const folder = join(root, 'content/calendar');
  if (!existsSync(folder)) throw new ZoneError('content/calendar\n  没有这个文件夹；照示例内容补上');
  return readdirSync(folder).filter(name => /^\d{4}\.yaml$/.test(name));
};

const codesOf = (rows: readonly { readonly code: string }[]) => new Set(rows.map(row => row.code));

/** Names in the routing table that the zone does not have. */
const unknownNames = (zone: z.infer<typeof zoneFile>, routing: readonly Route[]): string[] => {
  const departments = codesOf(zone.departments);
  const lines = codesOf(zone.lines);
  const areas = codesOf(zone.areas);
  return routing.flatMap(row => [
    ...(departments.has(row.handler) ? [] : [`  handler：没有这个部门 ${row.handler}`]),
    ...(row.lines ?? []).filter(code => !lines.has(code)).map(code => `  lines：没有这条战线 ${code}`),
    ...(row.areas ?? []).filter(code => !areas.has(code)).map(code => `  areas：没有这个片区 ${code}`),
  ]);
};

const unknownUnits = (catalogue: z.infer<typeof itemsFile>): string[] => {
  const units = codesOf(catalogue.units);
  return catalogue.items.flatMap(item =>
    item.units.filter(code => !units.has(code)).map(code => `  ${item.code}：units 里没有这个单位 ${code}`),
  );
};

const refuse = (file: string, wrong: readonly string[]): void => {
  if (wrong.length > 0) throw new ZoneError([file, ...wrong].join('\n'));
};

/** Reads and checks the zone's tables under `root/content`. Throws `ZoneError` with the fix; refuses a routing table with gaps or unknown names. */
export const readZone = (root: string = process.cwd(), forms: readonly string[] = []): Zone => {
  const zone = read(root, 'content/zone.yaml', zoneFile);
  const routing = read(root, 'content/rules/routing.yaml', routingFile);
  const years = Object.fromEntries(
    yearFiles(root).map(name => [name.slice(0, 4), read(root, `content/calendar/${name}`, yearFile)]),
  );
  const calendar = { years, duty: read(root, 'content/calendar/duty.yaml', dutyFile) };
  const catalogue = read(root, 'content/catalogue/items.yaml', itemsFile);
  refuse('content/catalogue/items.yaml', unknownUnits(catalogue));
  // Every day that rules may speak of: from the first risk level, or the day itself if that is earlier, and on without end.
  const from = [today(zone, new Date()), ...zone.risk.map(row => row.from)].sort()[0] ?? '';
  const holes = gaps(routing, forms, from, '9999-12-31');
  const missing = holes.map(hole => `  这一天没有人受理：${hole}；给这张表加一行不带条件的规则`);
  refuse('content/rules/routing.yaml', [...unknownNames(zone, routing), ...missing]);
  return { ...zone, routing, calendar, catalogue };
};

/** The day that content, validity and dated rules speak of: the demonstration's day, or today in Shanghai. */
export const today = (zone: Pick<Zone, 'asOf'>, now: Date): Day => zone.asOf ?? dayOf(now);

/** The risk level that held on the day, with the date since when; null before the first row. Rows may stand in any order. */
export const riskOn = (zone: Pick<Zone, 'risk'>, day: Day): Zone['risk'][number] | null =>
  zone.risk
    .filter(row => row.from <= day)
    .sort((a, b) => a.from.localeCompare(b.from))
    .at(-1) ?? null;
