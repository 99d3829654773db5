import { type Ask, lastPart } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { rosterColumns, rosterHelp, rosterWords as words } from '#src/i18n/desk-roster.ts';
import { sheetWords } from '#src/i18n/desk-sheets.ts';
import type { Officer } from '#src/staff/roster/officer.ts';
import { deskProblem } from './frame.ts';
import { nameOf } from './roster-words.ts';
import { areaName } from './rows.ts';
import { sheetFile } from './sheets.ts';

const helpOf: Readonly<Record<string, (typeof rosterHelp)['phone']>> = {
  ...rosterHelp,
  awayFrom: rosterHelp.away,
};

/** A stand-in as a sheet names them: by login where they have one, since a name may be borne by two. */
const written = (officers: readonly Officer[], id: string): string =>
  officers.find(one => one.id === id)?.login || nameOf(officers, id);

/** The roster's own rows. Absences that are over are history, and in no sheet. */
const rowsOf = async (front: Front, { lang }: Ask): Promise<readonly (readonly string[])[]> => {
  const { roster } = front.desk;
  const officers = await roster.all();
  return officers.map(officer =>
    roster.cellsOf(officer, {
      department: front.department(officer.department)[lang],
      areas: officer.areas.map(code => areaName(front, code, lang)),
      absences: roster.planned(officer).map(one => ({ ...one, standIn: written(officers, one.standIn) })),
    }),
  );
};

/** The sheet to fill in, empty or with the roster as it stands; a second sheet says what goes where. */
export const rosterSheet = async (ask: Ask, front: Front): Promise<Response> => {
  const name = lastPart(ask.url);
  if (name !== 'template.xlsx' && name !== 'roster.xlsx') return deskProblem(ask, 'not-found');
  const { lang } = ask;
  const { columns, required } = front.desk.roster;
  const heads = columns.map(column => rosterColumns[column][lang] + (required.includes(column) ? '*' : ''));
  const departments = front.departments.map(code => front.department(code)[lang]);
  const known = front.tables.areas.map(area => area.name[lang]);
  const guide = columns.map(column => [
    rosterColumns[column][lang],
    column === 'department' ? departments.join('、') : '',
    column === 'areas' ? known.join('、') : '',
    helpOf[column]?.[lang] ?? '',
  ]);
  return sheetFile({
    name,
    title: words.sheet[lang],
    heads,
    rows: name === 'roster.xlsx' ? await rowsOf(front, ask) : [],
    guide,
    guideTitle: sheetWords.guide[lang],
  });
};
