import type { FirmsDesk } from '#src/firms/desk.ts';
import type { OpenRow, OpenWanted } from '#src/firms/store.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { valueText } from '#src/i18n/figure-text.ts';
import { firmListWords as words } from '#src/i18n/firms.ts';
import { reportWords } from '#src/i18n/report.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { deskAt } from '#src/views/desk/address.ts';
import { type BehindLine, behindView } from '#src/views/desk/behind.ts';
import { shortDay } from '#src/views/desk/clock.ts';
import { dayIn } from '#src/views/time.ts';
import { deskPage } from './frame.ts';
import { dayIn as dayAsked } from './returns-lines.ts';
import { areaName, enterpriseOf } from './rows.ts';
import type { SignedIn } from './session.ts';

const perPage = 50;

const lineName = ({ tables }: Front, code: string, lang: Lang): string =>
  tables.lines.find(line => line.code === code)?.name[lang] ?? code;

const rowOf = (row: OpenRow, front: Front, lang: Lang): BehindLine => ({
  href: deskAt(lang, `cases/${row.number}/`),
  shown: front.showNumber(row.number),
  name: enterpriseOf({ enterprise: row.name, complaint: 0 }, lang),
  about: [lineName(front, row.line, lang), areaName(front, row.area, lang), row.creditCode],
  when: say(words.since, lang, { day: shortDay(row.fromDay, lang) }),
  amount: row.staff === null ? words.noStaff[lang] : say(words.staff, lang, { n: row.staff }),
});

const wantedIn = ({ url }: Ask, front: Front, today: string): OpenWanted => {
  const value = (name: string) => url.searchParams.get(name) ?? '';
  return {
    day: dayAsked(value('day'), today),
    line: front.tables.lines.find(({ code }) => code === value('line'))?.code ?? '',
    staff: (['known', 'unknown'] as const).find(one => one === value('staff')) ?? '',
  };
};

/** The number that the list is of: enterprises, their staff, or those whose staff nobody knows. */
const totalOf = async (firms: FirmsDesk, { day, line, staff }: OpenWanted): Promise<number> => {
  const { parts } = await firms.firmsOn(day);
  return parts
    .filter(part => line === '' || part.line === line)
    .reduce((sum, part) => sum + { '': part.firms, known: part.staff, unknown: part.unknown }[staff], 0);
};

/** Enterprises at work on a day, those that somebody looks after. */
export const firmsPage = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  firms: FirmsDesk,
): Promise<Response> => {
  const { lang, url } = ask;
  const wanted = wantedIn(ask, front, firms.today());
  const { day, line, staff } = wanted;
  const narrow = firms.narrowFor(signed.staff);
  const isNarrow = Object.values(narrow).some(one => one !== '');
  const before = (url.searchParams.get('before') ?? '').slice(0, 60);
  const total = await totalOf(firms, wanted);
  const { rows, next } = await firms.openPage(wanted, narrow, before || 'zzzzzzzzzzzz', perPage);
  const query = { day, line, staff };
  const title = say(words[staff || 'title'], lang, { day: dayIn(day, lang) });
  const view = behindView({
    lang,
    title: line === '' ? title : `${title} · ${lineName(front, line, lang)}`,
    back: { name: reportWords.title[lang], href: deskAt(lang, 'daily/', { day }) },
    total: valueText({ value: total }, false),
    unit: (staff === 'known' ? words.people : words.firms)[lang],
    hint: (isNarrow ? words.within : words.all)[lang],
    behind: false,
    sides: [],
    rows: rows.map(row => rowOf(row, front, lang)),
    none: words.none[lang],
    next: next && deskAt(lang, 'firms/', { ...query, before: next }),
    newest: before === '' ? '' : deskAt(lang, 'firms/', query),
  });
  return deskPage(ask, 200, title, view, { ...signed, here: 'returns' });
};
