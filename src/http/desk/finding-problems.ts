import type { ProblemCursor, ProblemRow } from '#src/findings/store.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { deskWords } from '#src/i18n/desk.ts';
import { problemViewWords, severityWords, problemWords as words } from '#src/i18n/desk-findings.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { shortDay } from '#src/views/desk/clock.ts';
import { type ProblemLine, problemsView } from '#src/views/desk/finding-problems.ts';
import { departmentChoices } from './deed.ts';
import { type FindingHands, seesAll } from './findings.ts';
import { deskPage } from './frame.ts';
import type { SignedIn } from './session.ts';

/** Problems on one page. */
const pageSize = 50;

const day = 86_400_000;
const daysFrom = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / day);

/** How long a problem is open, or over its day; '' for one that is not open, or of today. */
const ageOf = (row: ProblemRow, today: string, lang: Lang): Pick<ProblemLine, 'age' | 'isOver'> => {
  if (row.state !== 'open') return { age: '', isOver: false };
  if (row.due !== '' && row.due < today)
    return { age: say(words.over, lang, { n: daysFrom(row.due, today) }), isOver: true };
  const n = daysFrom(row.day, today);
  return { age: n > 0 ? say(words.days, lang, { n }) : '', isOver: false };
};

const whenOf = ({ state, solvedOn, due }: ProblemRow, lang: Lang): string => {
  if (state === 'withdrawn') return words.withdrawn[lang];
  if (state === 'solved') return say(words.solvedOn, lang, { day: shortDay(solvedOn, lang) });
  return due === '' ? '' : say(words.due, lang, { day: shortDay(due, lang) });
};

/** A problem in words. */
export const problemLine = (
  front: Front,
  row: ProblemRow,
  { today, lang }: { readonly today: string; readonly lang: Lang },
): ProblemLine => {
  const holder = front.department(row.holder)[lang];
  return {
    id: row.id,
    what: row.what,
    enterprise: row.enterprise,
    severity: severityWords[row.severity][lang],
    isUrgent: row.severity === 'urgent',
    facts: say(words.facts, lang, {
      department: front.department(row.department)[lang],
      day: shortDay(row.day, lang),
    }),
    holder: row.state === 'open' ? say(words.holder, lang, { holder }) : holder,
    when: whenOf(row, lang),
    ...ageOf(row, today, lang),
    wanted: row.wanted === 1 && row.state === 'open',
  };
};

const cursorIn = ({ url }: Ask): ProblemCursor | null => {
  const [, key, id] =
    /^([012]\d{4}-\d\d-\d\d|\d{8})~([0-9a-z]{29}\.\d{1,2})$/.exec(url.searchParams.get('after') ?? '') ?? [];
  return key && id ? { key, id } : null;
};

type ViewName = keyof typeof problemViewWords;
const isView = (text: string): text is ViewName => Object.hasOwn(problemViewWords, text);

/** Problems over the days: everybody's, or those that the own department found or has. */
export const problemList = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  { findings }: FindingHands,
): Promise<Response> => {
  const { lang, url } = ask;
  const isAll = seesAll(front, signed);
  const view = url.searchParams.get('view') ?? '';
  const asked = url.searchParams.get('department') ?? '';
  const chosen = front.departments.includes(asked) ? asked : '';
  const query = {
    view: isView(view) ? view : 'open',
    // No department has this name: an officer of none has no problems.
    department: isAll ? chosen : signed.staff.department || '-',
    after: cursorIn(ask),
  } as const;
  const page = await findings.store.problems({ ...query, limit: pageSize });
  const today = findings.today();
  const main = problemsView({
    lang,
    view: query.view,
    department: isAll ? chosen : '',
    departments: isAll ? departmentChoices(front) : [],
    rows: page.rows.map(row => problemLine(front, row, { today, lang })),
    next: page.next ? `${page.next.key}~${page.next.id}` : '',
    isFirst: query.after === null,
  });
  return deskPage(ask, 200, words.title[lang], main, { ...signed, here: 'findings' });
};

/** Who and when, in one line. */
export const commaed = (parts: readonly string[], lang: Lang): string =>
  parts.filter(Boolean).join(deskWords.comma[lang]);
