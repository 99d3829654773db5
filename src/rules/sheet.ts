import { sheetFaults as faults } from '#src/i18n/desk-sheets.ts';
import { langs, say, type Words } from '#src/i18n/words.ts';
import { fold } from '#src/rules/text.ts';

/** A cell as a spreadsheet gives it. */
export type Cell = string | number | boolean | Date | null;

/** What was typed in a row, a text a column. `row`: as the spreadsheet numbers it. */
export type TypedRow<Column extends string> = { readonly row: number } & Readonly<Record<Column, string>>;

/** One thing wrong: where, and what to write instead. */
export type SheetFault<Column extends string> = {
  readonly row: number;
  readonly column: Column | null;
  readonly message: Words;
};

/** The columns of a sheet by the names over them, which must be there, and how many rows it may have. */
export type SheetShape<Column extends string> = {
  readonly columns: Readonly<Record<Column, Words>>;
  readonly required: readonly Column[];
  readonly most: number;
  readonly noRows: Words;
  readonly tooManyRows: Words;
};

const textOf = (cell: Cell): string => {
  if (cell === null) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return String(cell).trim().slice(0, 4000);
};

const plainly = (text: string): string => fold(text).replace(/[\s*]/g, '').toLowerCase();

/** Whether a cell says a name in one of its languages; blanks, case and the star of a heading mean nothing. */
export const isNamed = (name: Words, typed: string): boolean =>
  langs.some(lang => plainly(name[lang]) === plainly(typed));

/** A message in every language, with values in it that may be words themselves. */
export const fault = (words: Words, values: Readonly<Record<string, string | Words>> = {}): Words =>
  Object.fromEntries(
    langs.map(lang => {
      const own = Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : value[lang],
      ]);
      return [lang, say(words, lang, Object.fromEntries(own) as Record<string, string>)];
    }),
  ) as Words;

/**
 * A sheet's rows as texts by column: headings in the first row, in any language and order. Refused, with nothing read: a column that must be
 * there and is not, no row, too many rows.
 */
export const rowsIn = <Column extends string>(
  { columns, required, most, noRows, tooManyRows }: SheetShape<Column>,
  cells: readonly (readonly Cell[])[],
): { readonly rows: readonly TypedRow<Column>[]; readonly faults: readonly SheetFault<Column>[] } => {
  const refuse = (...list: readonly SheetFault<Column>[]) => ({ rows: [], faults: list });
  const names = Object.keys(columns) as Column[];
  const [headings = [], ...body] = cells;
  const places = names.map(column => headings.findIndex(cell => isNamed(columns[column], textOf(cell))));
  const missing = required.filter(column => (places[names.indexOf(column)] ?? -1) < 0);
  if (missing.length > 0)
    return refuse(
      ...missing.map(column => ({
        row: 1,
        column,
        message: fault(faults.noColumn, { label: columns[column] }),
      })),
    );
  const rows = body
    .map((row, index): TypedRow<Column> => {
      const texts = names.map((column, at) => [column, textOf(row[places[at] ?? -1] ?? null)] as const);
      return { row: index + 2, ...(Object.fromEntries(texts) as Record<Column, string>) };
    })
    .filter(row => names.some(column => row[column] !== ''));
  if (rows.length === 0) return refuse({ row: 2, column: null, message: noRows });
  if (rows.length > most) return refuse({ row: most + 2, column: null, message: tooManyRows });
  return { rows, faults: [] };
};

/** A day as people type it: 2020-3-20, 2020/3/20, 2020年3月20日. What is none stays as it is. */
export const dayIn = (typed: string): string => {
  const [, year, month = '', day = ''] =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(fold(typed)) ?? [];
  return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : typed;
};

/** A spreadsheet would take it for a formula as soon as the sheet is saved as CSV (ASVS 1.2.10); no name begins so. */
export const isFormula = (text: string): boolean => /^[=+\-@]/.test(fold(text));
