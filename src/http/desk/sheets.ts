import { type CellValue, readXlsx, writeXlsx } from 'hucre/xlsx';
import { sheetFaults } from '#src/i18n/desk-sheets.ts';
import type { Words } from '#src/i18n/words.ts';
import { deskHeaders } from './frame.ts';
import type { DeskPost } from './session.ts';

const largest = 2 * 1024 * 1024;
/** Rows that are read: some more than any list allows, so that too many are told. */
const mostRows = 2050;

/** The cells of the first sheet of the file that was sent as `_sheet`, or why there are none. */
export const cellsIn = async ({
  files,
}: Pick<DeskPost, 'files'>): Promise<readonly (readonly CellValue[])[] | { readonly message: Words }> => {
  const file = files.find(({ name }) => name === '_sheet')?.file;
  if (!file) return { message: sheetFaults.noFile };
  if (file.size > largest) return { message: sheetFaults.tooLarge };
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const book = await readXlsx(bytes, { sheets: [0], maxRows: mostRows });
    return book.sheets[0]?.rows ?? [];
  } catch {
    return { message: sheetFaults.notSheet };
  }
};

/** What is a number to a spreadsheet and none to us: as text it keeps its zeros and digits. */
const asText = { numFmt: '@', width: 20 };

type Pages = {
  /** The file's own name. */ readonly name: string;
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The second sheet: what goes where, a line a column. */ readonly guide: readonly (readonly string[])[];
  readonly guideTitle: string;
};

/** A sheet to fill in or to keep, every cell a text; a second one says what goes where. */
export const sheetFile = async ({
  name,
  title,
  heads,
  rows,
  guide,
  guideTitle,
}: Pages): Promise<Response> => {
  const file = await writeXlsx({
    sheets: [
      {
        name: title,
        columns: heads.map(() => asText),
        rows: [heads, ...rows].map(row => [...row]),
        freezePane: { rows: 1 },
      },
      { name: guideTitle, rows: guide.map(row => row.filter(Boolean)) },
    ],
  });
  return new Response(new Uint8Array(file), {
    headers: {
      ...deskHeaders,
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="${name}"`,
    },
  });
};
