import type { DeskRow, Narrow, Pick, Stage } from '#src/cases/desk-store.ts';
import type { Office } from '#src/cases/office.ts';
import { type Round, rounds } from '#src/cases/rounds.ts';
import type { OutboxRow } from '#src/cases/store.ts';
import { named, toOfficers } from '#src/cases/tell.ts';
import { tellWords } from '#src/i18n/tell.ts';
import { say } from '#src/i18n/words.ts';
import { isOfficeDay } from '#src/rules/calendar.ts';
import { addDays, type Day, dayOf, instant } from '#src/rules/day.ts';
import type { Lists } from '#src/rules/rounds.ts';

/** When people are reminded: so many hours before a case is due, and at which times of an office day the state of things is told. */
export type Times = {
  readonly soonHours: number;
  readonly digest: readonly string[];
  /** Enterprises on a list, of which each department is told how many are to be asked after. */ readonly lists?: Lists;
};

/** How many notices were put into the outbox. */
export type Reminded = { readonly soon: number; readonly overdue: number; readonly digest: number };

const hour = 3_600_000;
/** A run that was missed is made up for; what is late for longer stands in the digest. */
const madeUp = 72 * hour;
const pageSize = 200;
/** Cases in one run. */
const most = 2000;

/** Where the clock runs for somebody of the office. */
const running: readonly Stage[] = ['held', 'to-accept', 'declined', 'doing'];

const everywhere: Narrow = {
  department: '',
  officer: '',
  areas: '',
  form: '',
  area: '',
  line: '',
  notAgainst: '',
};

const dueBetween = async (office: Office, from: Date, to: Date): Promise<readonly DeskRow[]> => {
  const pick: Pick = {
    of: 'stages',
    stages: running,
    dueFrom: from.toISOString(),
    dueBefore: to.toISOString(),
  };
  const all: DeskRow[] = [];
  for (let after: { key: string; id: string } | null = null; ; ) {
    const page = await office.store.deskPage({
      pick,
      narrow: everywhere,
      sort: 'due',
      after,
      limit: pageSize,
    });
    all.push(...page.rows);
    after = page.next;
    if (after === null || all.length >= most) return all;
  }
};

/** A notice of each case for its department, once: whoever is told again has another due time. */
const tellEach = (
  office: Office,
  rows: readonly DeskRow[],
  kind: 'soon' | 'overdue',
  at: Date,
): readonly OutboxRow[] =>
  rows
    .filter(row => row.handler !== row.against)
    .flatMap(row =>
      toOfficers(
        office,
        row.handler,
        { kind, text: say(tellWords[kind], 'zh-Hans', named(office, row)) },
        at,
        { caseId: row.id, id: `${kind}.${row.id}.${row.due}` },
      ),
    );

/** The time of a digest that came within the last hour; null on days off. */
const digestTime = (office: Office, times: readonly string[], day: Day, at: Date): string | null =>
  isOfficeDay(office.calendar, day)
    ? (times.find(time => {
        const ago = at.getTime() - instant(day, time).getTime();
        return ago >= 0 && ago < hour;
      }) ?? null)
    : null;

const digestOf = async (
  office: Office,
  department: string,
  day: Day,
  at: Date,
): Promise<Record<'waiting' | 'doing' | 'today' | 'late', number>> => {
  const list = (stages: readonly Stage[], dueBefore: string) => ({
    pick: { of: 'stages', stages, dueFrom: '', dueBefore } as const,
    narrow: { ...everywhere, department, notAgainst: department },
  });
  const tonight = instant(addDays(day, 1)).toISOString();
  const ever = '9999';
  const [waiting = 0, doing = 0, due = 0, late = 0] = await office.store.deskCounts({
    lists: [
      list(['to-accept'], ever),
      list(['doing'], ever),
      list(['to-accept', 'doing'], tonight),
      list(['to-accept', 'doing'], at.toISOString()),
    ],
    most: 9999,
  });
  return { waiting, doing, today: due - late, late };
};

/** The rounds of a department that are to be made today; '' where there are none. */
const roundsIn = (list: readonly Round[], code: string, department: string): string => {
  const due = list.filter(one => one.member.department === code && one.isWanted);
  const late = due.filter(one => one.standing.state === 'late').length;
  return due.length === 0 ? '' : say(tellWords.rounds, 'zh-Hans', { department, due: due.length, late });
};

const digests = async (
  office: Office,
  { digest: times, lists }: Times,
  at: Date,
): Promise<readonly OutboxRow[]> => {
  const day = dayOf(at);
  const time = digestTime(office, times, day, at);
  if (time === null) return [];
  const made = lists ? await rounds(office, lists) : [];
  const rows: OutboxRow[] = [];
  for (const [code, name] of Object.entries(office.departments)) {
    const counted = await digestOf(office, code, day, at);
    const department = name['zh-Hans'];
    const cases =
      counted.waiting + counted.doing === 0
        ? ''
        : say(tellWords.digest, 'zh-Hans', { department, ...counted });
    const text = [cases, roundsIn(made, code, department)].filter(Boolean).join('\n');
    if (text === '') continue;
    rows.push(
      ...toOfficers(office, code, { kind: 'digest', text }, at, { id: `digest.${day}T${time}.${code}` }),
    );
  }
  return rows;
};

/**
 * Puts into the outbox what is due within hours, what is overdue, and at the digest's times how much each department has. Each is told
 * once, however often and on however many servers this runs.
 */
export const remind = async (office: Office, times: Times): Promise<Reminded> => {
  const { soonHours } = times;
  const at = office.now();
  const shift = (by: number): Date => new Date(at.getTime() + by);
  const [soon, overdue] = await Promise.all([
    dueBetween(office, at, shift(soonHours * hour)),
    dueBetween(office, shift(-madeUp), at),
  ]);
  const put = (rows: readonly OutboxRow[]): Promise<number> => office.store.putNotices({ rows });
  return {
    soon: await put(tellEach(office, soon, 'soon', at)),
    overdue: await put(tellEach(office, overdue, 'overdue', at)),
    digest: await put(await digests(office, times, at)),
  };
};
