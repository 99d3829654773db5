import { type Ask, lastPart } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { projectColumns, projectHelp, projectSheetWords as words } from '#src/i18n/desk-projects-sheet.ts';
import { sheetWords } from '#src/i18n/desk-sheets.ts';
import type { projectSheets } from '#src/projects/import.ts';
import { deskProblem } from './frame.ts';
import { projectCell } from './projects-import.ts';
import { sheetFile } from './sheets.ts';

const helpOf: Readonly<Record<string, (typeof projectHelp)['name']>> = projectHelp;

/** A text that a spreadsheet would take for a formula is marked as text. */
const asText = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** The sheet to fill in, empty or with the list as it stands; a second sheet says what goes where. */
export const projectsSheet = async (
  ask: Ask,
  front: Front,
  sheets: Pick<ReturnType<typeof projectSheets>, 'all' | 'columns'>,
): Promise<Response> => {
  const name = lastPart(ask.url);
  if (name !== 'template.xlsx' && name !== 'projects.xlsx') return deskProblem(ask, 'not-found');
  const { lang } = ask;
  const names: Readonly<Record<string, readonly string[]>> = {
    area: front.tables.areas.map(one => one.name[lang]),
    line: front.tables.lines.map(one => one.name[lang]),
    department: front.departments.map(code => front.department(code)[lang]),
  };
  const guide = sheets.columns.map(column => [
    projectColumns[column][lang],
    names[column]?.join('、') ?? '',
    helpOf[column]?.[lang] ?? '',
  ]);
  const list = name === 'projects.xlsx' ? await sheets.all() : [];
  return sheetFile({
    name,
    title: words.sheet[lang],
    heads: sheets.columns.map(column => `${projectColumns[column][lang]}*`),
    rows: list.map(one => sheets.columns.map(column => asText(projectCell(front, one, column, lang)))),
    guide,
    guideTitle: sheetWords.guide[lang],
  });
};
