import type { Brief } from '#src/findings/brief.ts';
import type { FindingsDay } from '#src/findings/day.ts';
import type { DecisionRow, ProblemRow } from '#src/findings/store.ts';
import { amountIn, itemIn } from '#src/forms/goods.ts';
import type { Front } from '#src/http/front.ts';
import { briefWords as words } from '#src/i18n/desk-brief.ts';
import { severityWords } from '#src/i18n/desk-findings.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import type { BriefCount, BriefDecision, BriefProblem, ReportDay } from '#src/views/desk/brief.ts';
import { shortDay } from '#src/views/desk/clock.ts';
import { listWords } from '#src/views/desk/entry.ts';
import { dayIn } from '#src/views/time.ts';
import { findingScope, namesIn } from './findings.ts';
import type { Names } from './rows.ts';
import type { SignedIn } from './session.ts';

const day = 86_400_000;
const daysFrom = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / day);

/** So many days past its day; '' where it is not. */
const overOf = (due: string, today: string, lang: Lang): string =>
  due !== '' && due < today ? say(words.over, lang, { n: daysFrom(due, today) }) : '';

/** A report day in one sentence, and whose report is not there. */
export const reportLine = (front: Front, found: FindingsDay, lang: Lang): ReportDay => {
  const told = (standing: 'missing' | 'awaited', text: typeof words.reportsMissing): string => {
    const codes = found.lines.filter(line => line.standing === standing).map(line => line.department);
    return codes.length === 0 ? '' : say(text, lang, { departments: namesIn(front, codes, lang) });
  };
  const { day: on, due, ranks, normal, solved } = found;
  return {
    day: on,
    name: shortDay(on, lang),
    text: say(words.reportsOf, lang, { due, ...ranks, normal, found: found.found, solved }),
    missing: told('missing', words.reportsMissing),
    awaited: told('awaited', words.reportsAwaited),
  };
};

/** Where the cases of a count stand in the queue, for whoever may go there. */
const placeOf = { late: '?view=overdue', today: '?view=due-today', open: '?view=department' } as const;
const others = ['declined', 'complaints', 'upward', 'unsolved'] as const;

/** Counts of cases, each with its place. */
export const countLines = (
  front: Front,
  { staff }: SignedIn,
  { cases }: Pick<Brief, 'cases'>,
  lang: Lang,
): readonly BriefCount[] => {
  if (!cases) return [];
  // An officer's queue holds the own department's cases alone: its numbers are others.
  const isWide = staff.role !== 'officer';
  const one = (name: keyof typeof cases, path: string, loud = false): BriefCount => ({
    name: words[name][lang],
    value: cases[name],
    loud,
    path: isWide ? path : '',
  });
  return [
    one('late', placeOf.late, true),
    one('today', placeOf.today),
    one('open', placeOf.open),
    { ...one('held', 'held/'), path: front.desk.may(staff, 'see-held') ? 'held/' : '' },
    ...others.map(name => one(name, `?view=${name}`)),
  ];
};

const ageOf = (row: ProblemRow, today: string, lang: Lang): string => {
  const days = daysFrom(row.day, today);
  return days <= 0 ? words.ageToday[lang] : say(words.ageDays, lang, { days });
};

/** A problem in one line, and a second for who has it and by when. */
export const problemItem = (
  front: Front,
  { staff }: SignedIn,
  row: ProblemRow,
  { today, lang }: { readonly today: string; readonly lang: Lang },
): BriefProblem => ({
  id: row.id,
  text: say(words.problem, lang, { severity: severityWords[row.severity][lang], what: row.what }),
  facts:
    (row.enterprise === '' ? '' : `${row.enterprise} · `) +
    say(words.problemFacts, lang, {
      holder: front.department(row.holder)[lang],
      age: ageOf(row, today, lang),
      due: shortDay(row.due, lang),
    }),
  over: overOf(row.due, today, lang),
  isLinked: front.desk.may(staff, 'see-finding', findingScope(row.holder, row.department)),
});

type At = { readonly day: string; readonly today: string; readonly names: Names; readonly lang: Lang };

/** How a decision stood on the day of the brief. */
const endedOf = (row: DecisionRow, { day: on, names, lang }: At): string => {
  if (row.state === 'dropped') return words.dropped[lang];
  const isDone = row.state === 'done' && (row.endedOn <= on || row.day === on);
  const who = names.get(row.endedBy) ?? row.endedBy;
  return isDone ? say(words.endedBy, lang, { day: shortDay(row.endedOn, lang), who }) : '';
};

/** A decision in words; with its day where it is of an earlier meeting. */
export const decisionItem = (front: Front, { staff }: SignedIn, row: DecisionRow, at: At): BriefDecision => {
  const { lang } = at;
  const values = {
    day: shortDay(row.day, lang),
    department: front.department(row.department)[lang],
    due: shortDay(row.due, lang),
  };
  const ended = endedOf(row, at);
  return {
    id: row.id,
    what: row.what,
    facts: say(row.day === at.day ? words.who : words.decided, lang, values),
    ended,
    over: ended === '' ? overOf(row.due, at.day, lang) : '',
    mayEnd: row.state === 'open' && front.desk.may(staff, 'end-decision', findingScope(row.department)),
  };
};

/** What is missing and what was promised, in words. */
export const supplyLines = (front: Front, { scarce, promised }: Brief, lang: Lang) => {
  const { tables } = front;
  const amount = (quantity: number, unit: string) => amountIn(quantity, unit, tables, lang);
  const items = promised.map(one =>
    `${itemIn(one.item, tables, lang)} ${amount(one.promised, one.unit)}`.replace(
      lang === 'zh-Hans' ? ' ' : '',
      '',
    ),
  );
  return {
    scarce: scarce.map(one =>
      say(words.scarce, lang, {
        item: itemIn(one.item, tables, lang),
        missing: amount(one.missing, one.unit),
        left: amount(one.left, one.unit),
      }),
    ),
    promised: items.length === 0 ? '' : say(words.promised, lang, { items: listWords(items, lang) }),
  };
};

/** The brief as plain text for a group, in Chinese: counts, what is scarce, what was decided; no problem's words, no enterprise. */
export const messageOf = (front: Front, brief: Brief): string => {
  const lang = 'zh-Hans';
  const { cases, flow, open, returns, taken } = brief;
  const counts = cases
    ? (['late', 'today', 'held', 'declined', 'complaints'] as const)
        .map(name => `${words[name][lang]}${cases[name]}件`)
        .join('，')
    : '';
  const { scarce } = supplyLines(front, brief, lang);
  const decided = taken
    .filter(one => one.state !== 'dropped')
    .map((one, at) => {
      const due = shortDay(one.due, lang);
      const who = say(words.who, lang, { department: front.department(one.department)[lang], due });
      return `${at + 1}. ${one.what}（${who}）`;
    });
  return [
    say(words.heading, lang, { day: dayIn(brief.day, lang) }),
    ...brief.days.map(found => {
      const { name, text, missing, awaited } = reportLine(front, found, lang);
      return `${name}：${text}${missing}${awaited}`;
    }),
    say(words.returns, lang, { ...returns, day: shortDay(returns.day, lang) }),
    say(words.flow, lang, flow),
    counts === '' ? '' : `${counts}。`,
    `${words.problems[lang]}：${open}个。`,
    scarce.length === 0 ? '' : `${words.supplies[lang]}：${scarce.join('；')}。`,
    ...(decided.length === 0 ? [] : [`${words.taken[lang]}：`, ...decided]),
  ]
    .filter(Boolean)
    .join('\n');
};
