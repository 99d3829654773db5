import { writeXlsx } from 'hucre/xlsx';
import type { Lead, ReportSection } from '#src/figures/figure.ts';
import type { Figures } from '#src/figures/figures.ts';
import type { DailyReport } from '#src/figures/report.ts';
import { type Ask, lastPart } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { noValue, valueText } from '#src/i18n/figure-text.ts';
import { reportWords as words } from '#src/i18n/report.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import type { Act } from '#src/staff/roles.ts';
import { deskAt } from '#src/views/desk/address.ts';
import { type DailySection, dailyView } from '#src/views/desk/daily.ts';
import { clockIn, dayIn } from '#src/views/time.ts';
import { deskHeaders, deskPage, deskProblem } from './frame.ts';
import type { SignedIn } from './session.ts';

type Cell = ReportSection['rows'][number][number];

const cellIn = (cell: Cell, lang: Lang): string => {
  if (cell === null) return noValue;
  if (typeof cell === 'number') return valueText({ value: cell }, false);
  return typeof cell === 'object' ? cell[lang] : cell;
};

type Links = { readonly lang: Lang; readonly mayFollow: (lead: Lead) => boolean };

/** What the pages are for on which numbers are listed; every other one is for who sees cases. */
const actOf: Readonly<Record<string, Act>> = {
  returns: 'see-returns',
  firms: 'see-returns',
  funding: 'see-funding',
  beds: 'see-beds',
  stays: 'see-beds',
  ledger: 'see-ledger',
  donations: 'see-donations',
  vacancies: 'see-vacancies',
  finding: 'see-finding',
  findings: 'see-findings',
};

const sectionIn = (
  { title, columns, rows, leads = [], note }: ReportSection,
  { lang, mayFollow }: Links,
): DailySection => {
  // Behind nothing there is nothing to list.
  const hrefOf = (cell: Cell, lead: Lead | null | undefined): string =>
    lead && cell !== 0 && cell !== null && mayFollow(lead) ? deskAt(lang, lead.at, lead.query) : '';
  return {
    title: title[lang],
    columns: columns.map(column => column[lang]),
    rows: rows.map((row, at) =>
      row.map((cell, index) => ({ text: cellIn(cell, lang), href: hrefOf(cell, leads[at]?.[index]) })),
    ),
    note: note[lang],
  };
};

/** The report of a day as a page; `messageOf` puts it into words for a group. */
export const dailyPage = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  figures: Figures,
  messageOf: (report: DailyReport) => string,
  now: Date,
): Promise<Response> => {
  const { lang } = ask;
  const today = figures.today();
  const day = figures.dayIn(ask.url.searchParams.get('day') ?? '');
  const report = await figures.report(day);
  const mayFollow = ({ at }: Lead): boolean =>
    front.desk.may(signed.staff, actOf[at.split('/')[0] ?? ''] ?? 'see-queue');
  const view = dailyView({
    lang,
    day,
    today,
    time: clockIn(now),
    behind: report.behind,
    sections: report.sections.map(section => sectionIn(section, { lang, mayFollow })),
    message: messageOf(report),
  });
  return deskPage(ask, 200, words.title[lang], view, { ...signed, here: 'figures' });
};

/** Text that a spreadsheet would take for a formula is marked as text; a number stays a number. */
const sheetCell = (cell: Cell, lang: Lang): string | number => {
  if (typeof cell === 'number') return cell;
  const text = cellIn(cell, lang);
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
};

const sheetOf = ({ columns, rows, note, title }: ReportSection, lang: Lang) => ({
  // A name of a sheet has at most 31 characters, and none of these.
  name: title[lang].replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
  columns: columns.map((_, index) => ({ width: index === 0 ? 24 : 16 })),
  rows: [
    columns.map(column => sheetCell(column, lang)),
    ...rows.map(row => row.map(cell => sheetCell(cell, lang))),
    [],
    [sheetCell(note, lang)],
  ],
  freezePane: { rows: 1 },
});

/** The report of a day as a workbook: a sheet each section, what it is as of on the last. */
export const dailySheet = async (ask: Ask, figures: Figures, now: Date): Promise<Response> => {
  const name = lastPart(ask.url);
  const day = name.replace(/\.xlsx$/, '');
  if (!name.endsWith('.xlsx') || figures.dayIn(day) !== day) return deskProblem(ask, 'not-found');
  const { lang } = ask;
  const report = await figures.report(day);
  const asOf = say(words.lead, lang, { day: dayIn(day, lang), time: clockIn(now) });
  const file = await writeXlsx({
    sheets: [
      ...report.sections.map(section => sheetOf(section, lang)),
      { name: words.title[lang], rows: [[asOf], ...(report.behind ? [[words.behind[lang]]] : [])] },
    ],
  });
  return new Response(new Uint8Array(file), {
    headers: {
      ...deskHeaders,
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="daily-${day}.xlsx"`,
    },
  });
};
