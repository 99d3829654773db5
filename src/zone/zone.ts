import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import type { z } from 'zod';
import type { Calendar } from '#src/rules/calendar.ts';
import { type Day, dayOf } from '#src/rules/day.ts';
import type { FindingRules } from '#src/rules/findings.ts';
import { type ModeRow, newest } from '#src/rules/modes.ts';
import type { PriorityRow } from '#src/rules/priority.ts';
import type { Condition } from '#src/rules/projects.ts';
import type { OrderRow } from '#src/rules/reopening.ts';
import type { ReturnRule } from '#src/rules/returns.ts';
import type { Lists } from '#src/rules/rounds.ts';
import type { KeyEnterprise, Route } from '#src/rules/routing.ts';
import {
  answerFaults,
  catalogueFaults,
  datesTurned,
  modeTableFaults,
  notifyFaults,
  priorityTableFaults,
  reopeningFaults,
  returnFaults,
  routingFaults,
  zoneFaults,
} from '#src/zone/faults.ts';
import { findingFaults, findingsFile } from '#src/zone/findings.ts';
import { listFaults, listsFile } from '#src/zone/lists.ts';
import { projectConditionsFile } from '#src/zone/projects.ts';
import {
  answersFile,
  dutyFile,
  itemsFile,
  keyEnterprisesFile,
  modesFile,
  notifyFile,
  priorityFile,
  reopeningFile,
  returnsFile,
  routingFile,
  siteCheckFile,
  yearFile,
  zoneFile,
} from '#src/zone/schema.ts';

/** Everything of `content/` that functions and pages need as tables; handed out as an argument, never read twice. */
export type Zone = z.infer<typeof zoneFile> & {
  readonly routing: readonly Route[];
  readonly modes: readonly ModeRow[];
  readonly keyEnterprises: readonly KeyEnterprise[];
  /** Who comes first where supplies are short. */ readonly priority: readonly PriorityRow[];
  /** Who owes a daily return. */ readonly returns: readonly ReturnRule[];
  /** Who opens first, and what must be there. */ readonly reopening: readonly OrderRow[];
  readonly calendar: Calendar;
  readonly catalogue: z.infer<typeof itemsFile>;
  /** Which channels tell whom. */ readonly notify: z.infer<typeof notifyFile>;
  readonly answers: z.infer<typeof answersFile>;
  /** What is looked at on the spot. */ readonly siteCheck: z.infer<typeof siteCheckFile>;
  /** Who is asked after how often. */ readonly lists: Lists;
  /** What a project must have before it starts. */ readonly projectConditions: readonly Condition[];
  /** Which departments report what they found, and when the meeting is held. */ readonly findings: FindingRules;
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
  if (issue.code === 'too_small') {
    if (issue.origin === 'array') return `至少写${issue.minimum}项`;
    return issue.inclusive === false ? `要大于${issue.minimum}` : `不能小于${issue.minimum}`;
  }
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

const refuse = (file: string, wrong: readonly string[]): void => {
  if (wrong.length > 0) throw new ZoneError([file, ...wrong].join('\n'));
};

const calendarIn = (root: string): Calendar => ({
  years: Object.fromEntries(
    yearFiles(root).map(name => [name.slice(0, 4), read(root, `content/calendar/${name}`, yearFile)]),
  ),
  duty: read(root, 'content/calendar/duty.yaml', dutyFile),
});

/**
 * Reads and checks the zone's tables under `root/content`. Throws `ZoneError` with the fix; refuses tables with gaps, with rows that
 * never count or contradict each other, and unknown names.
 */
export const readZone = (root: string = process.cwd(), forms: readonly string[] = []): Zone => {
  const zone = read(root, 'content/zone.yaml', zoneFile);
  const routing = read(root, 'content/rules/routing.yaml', routingFile);
  const modes = read(root, 'content/rules/modes.yaml', modesFile);
  const keyEnterprises = read(root, 'content/rules/key-enterprises.yaml', keyEnterprisesFile);
  const priority = read(root, 'content/rules/priority.yaml', priorityFile);
  const returns = read(root, 'content/rules/returns.yaml', returnsFile);
  const reopening = read(root, 'content/rules/reopening-order.yaml', reopeningFile);
  const answers = read(root, 'content/rules/answers.yaml', answersFile);
  const siteCheck = read(root, 'content/rules/site-check.yaml', siteCheckFile);
  const notify = read(root, 'content/rules/notify.yaml', notifyFile);
  const lists = read(root, 'content/rules/lists.yaml', listsFile);
  const projectConditions = read(root, 'content/rules/project-conditions.yaml', projectConditionsFile);
  const findings = read(root, 'content/rules/findings.yaml', findingsFile);
  const calendar = calendarIn(root);
  const catalogue = read(root, 'content/catalogue/items.yaml', itemsFile);
  // Every day that rules may speak of: from the first risk level, or the day itself if that is earlier, and on without end.
  const from = [today(zone, new Date()), ...zone.risk.map(row => row.from)].sort()[0] ?? '';
  refuse('content/zone.yaml', zoneFaults(zone));
  refuse('content/catalogue/items.yaml', catalogueFaults(catalogue));
  refuse('content/rules/routing.yaml', routingFaults(zone, routing, forms, from));
  refuse('content/rules/modes.yaml', modeTableFaults(modes, forms, from));
  refuse('content/rules/priority.yaml', priorityTableFaults(priority, from));
  refuse('content/rules/returns.yaml', returnFaults(zone, returns));
  refuse('content/rules/reopening-order.yaml', reopeningFaults(reopening, from));
  refuse('content/rules/key-enterprises.yaml', datesTurned(keyEnterprises));
  refuse('content/rules/notify.yaml', notifyFaults(zone, notify));
  refuse('content/rules/answers.yaml', answerFaults(answers, forms));
  refuse('content/rules/lists.yaml', listFaults(zone, lists));
  refuse('content/rules/project-conditions.yaml', datesTurned(projectConditions));
  refuse('content/rules/findings.yaml', findingFaults(zone.departments, findings));
  return {
    ...zone,
    routing,
    modes,
    keyEnterprises,
    priority,
    returns,
    reopening,
    answers,
    siteCheck,
    lists,
    projectConditions,
    findings,
    calendar,
    catalogue,
    notify,
  };
};

/** The day that content, validity and dated rules speak of: the demonstration's day, or today in Shanghai. */
export const today = (zone: Pick<Zone, 'asOf'>, now: Date): Day => zone.asOf ?? dayOf(now);

/** The risk level that held on the day, with the date since when; null before the first row. Rows may stand in any order. */
export const riskOn = (zone: Pick<Zone, 'risk'>, day: Day): Zone['risk'][number] | null =>
  newest(zone.risk, day);
