import type { DayLine, FindingsDay } from '#src/findings/day.ts';
import type { FindingsDesk } from '#src/findings/desk.ts';
import type { OnHand } from '#src/findings/store.ts';
import { amountIn, itemIn } from '#src/forms/goods.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { standingWords, findingWords as words } from '#src/i18n/desk-findings.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import type { Scope } from '#src/staff/staff.ts';
import { shortTime } from '#src/views/desk/clock.ts';
import { listWords } from '#src/views/desk/entry.ts';
import { findingsView, type OnHandLine, type ReportLine } from '#src/views/desk/findings.ts';
import { clockIn, dayIn } from '#src/views/time.ts';
import { deskPage } from './frame.ts';
import type { SignedIn } from './session.ts';

/** What the pages of findings do, handed in by the function. */
export type FindingHands = { readonly findings: FindingsDesk; readonly now: Date };

/** Whose report or problem it is: the department that has it leads, the one that found it assists. */
export const findingScope = (holder: string, department: string = holder): Scope => ({
  form: '',
  state: '',
  area: '',
  handler: holder,
  assists: [department],
  against: '',
});

/** Whether somebody sees every department's. */
export const seesAll = ({ desk }: Front, { staff }: SignedIn): boolean => desk.may(staff, 'see-finding');

/** A day that was asked for, never ahead of today; today where it is none. */
export const dayAsked = (text: string, today: string): string =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && text <= today ? text : today;

/** Supplies on hand in words. */
const onHandLines = (front: Front, sums: readonly OnHand[], lang: Lang): readonly OnHandLine[] =>
  sums.map(({ item, unit, quantity, by }) => ({
    item: itemIn(item, front.tables, lang),
    amount: amountIn(quantity, unit, front.tables, lang),
    by,
  }));

const atOf = ({ finding, deadline }: DayLine, now: Date, lang: Lang): string => {
  if (finding) return shortTime(finding.filedAt, now, lang);
  return deadline ? say(words.by, lang, { time: clockIn(deadline) }) : '';
};

const lineOf = (
  front: Front,
  line: DayLine,
  { now, lang, mayFile }: { now: Date; lang: Lang; mayFile: boolean },
): ReportLine => {
  const { department, finding, standing, counts } = line;
  return {
    department,
    name: front.department(department)[lang],
    standing: standing === 'beside' && !finding ? '' : standingWords[standing][lang],
    loud: standing === 'missing' || standing === 'late',
    at: atOf(line, now, lang),
    places: finding ? String(finding.places) : '',
    normal: finding?.state === 'normal',
    ...counts,
    filed: finding !== null,
    mayFile,
  };
};

/** Names of departments in one line. */
export const namesIn = (front: Front, codes: readonly string[], lang: Lang): string =>
  listWords(
    codes.map(code => front.department(code)[lang]),
    lang,
  );

const leadOf = (found: FindingsDay, lang: Lang) => {
  const values = { day: dayIn(found.day, lang), due: found.due, ...found.ranks };
  const { found: n, solved, open, normal } = found;
  return {
    lead: say(words.lead, lang, values),
    sums: say(words.sums, lang, { found: n, solved, open, normal }),
  };
};

const unsaid = (front: Front, { lines }: FindingsDay, lang: Lang): string =>
  namesIn(
    front,
    lines.filter(line => line.deadline !== null && line.finding === null).map(line => line.department),
    lang,
  );

/** The reports of a day: every department's, or the own. */
export const findingsPage = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  { findings, now }: FindingHands,
): Promise<Response> => {
  const { lang, url } = ask;
  const today = findings.today();
  const day = dayAsked(url.searchParams.get('day') ?? '', today);
  const found = await findings.day(day);
  const isAll = seesAll(front, signed);
  const { department } = signed.staff;
  const own = isAll
    ? found.onHand
    : await findings.store.onHand({ day, department: department === '' ? '-' : department });
  const open = findings.departmentsFor(day);
  const rows = found.lines
    .filter(line => front.desk.may(signed.staff, 'see-finding', findingScope(line.department)))
    .map(line => {
      const scope = findingScope(line.department);
      const mayFile = open.includes(line.department) && front.desk.may(signed.staff, 'file-findings', scope);
      return lineOf(front, line, { now, lang, mayFile });
    });
  const isFiled = found.lines.some(line => line.finding !== null);
  const { places, found: n, solved, open: left } = found;
  const view = findingsView({
    lang,
    day,
    today,
    ...(isAll ? leadOf(found, lang) : { lead: '', sums: '' }),
    rows,
    all: isAll ? { places: isFiled ? String(places) : '', found: n, solved, open: left } : null,
    onHand: onHandLines(front, own, lang),
    missing: unsaid(front, found, lang),
  });
  return deskPage(ask, 200, words.title[lang], view, { ...signed, here: 'findings' });
};
