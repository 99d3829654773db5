import { type ProjectRule, projectRules } from '#src/i18n/desk-projects.ts';
import { projectSheetFaults as faults, projectColumns } from '#src/i18n/desk-projects-sheet.ts';
import { sheetFaults } from '#src/i18n/desk-sheets.ts';
import { langs, type Words } from '#src/i18n/words.ts';
import { amount } from '#src/rules/amount.ts';
import {
  type Cell,
  dayIn,
  fault,
  isFormula,
  isNamed,
  rowsIn,
  type SheetFault,
  type TypedRow,
} from '#src/rules/sheet.ts';
import { faultsIn, type ProjectRoom, type ProjectTyped, tidied } from './plan.ts';

export type Column = keyof typeof projectColumns;
export const columns = Object.keys(projectColumns) as readonly Column[];
export type Typed = TypedRow<Column>;
export type Fault = SheetFault<Column>;

/** One zone of the reports had 87 key projects. */
const most = 500;

type Named = readonly (readonly [string, Words])[];

/** The zone's names that a cell may hold, and the departments whose projects this officer may change. */
export type Known = Readonly<Record<'areas' | 'lines' | 'departments', Named>> & {
  readonly mine: readonly string[];
};

/** A sheet's rows as texts by column; every column must be there. */
export const typedIn = (cells: readonly (readonly Cell[])[]) =>
  rowsIn(
    {
      columns: projectColumns,
      required: columns,
      most,
      noRows: faults.noRows,
      tooManyRows: faults.tooManyRows,
    },
    cells,
  );

type Tell = (column: Column, message: Words, values?: Readonly<Record<string, string | Words>>) => void;

const codeIn = (column: Column, typed: string, known: Named, tell: Tell): string => {
  const found = known.find(([code, name]) => code === typed || isNamed(name, typed));
  if (typed === '' || found) return found?.[0] ?? '';
  const names = Object.fromEntries(
    langs.map(lang => [lang, known.map(([, name]) => name[lang]).join(lang === 'en' ? ', ' : '、')]),
  ) as Words;
  tell(column, faults.unknown, { value: typed.slice(0, 40), known: names });
  return '';
};

/** Reads a row as a project would be filled in; every fault is told with its column. Money is in whole yuan, 0 for what is none. */
export const readProject = (
  room: ProjectRoom,
  typed: Typed,
  known: Known,
): { readonly read: ProjectTyped; readonly faults: readonly Fault[] } => {
  const found: Fault[] = [];
  const tell: Tell = (column, message, values) =>
    void found.push({ row: typed.row, column, message: fault(message, values) });
  for (const column of columns)
    if (typed[column] === '') tell(column, sheetFaults.missing, { label: projectColumns[column] });
  for (const column of ['name', 'unit'] as const) if (isFormula(typed[column])) tell(column, faults.formula);
  const money = amount(typed.investment);
  const read = tidied({
    name: typed.name,
    unit: typed.unit,
    area: codeIn('area', typed.area, known.areas, tell),
    line: codeIn('line', typed.line, known.lines, tell),
    department: codeIn('department', typed.department, known.departments, tell),
    investment: money === null ? 0 : Math.round(money * 10_000),
    planned: dayIn(typed.planned),
  });
  // What was told already is told once.
  const told = new Set(found.map(one => one.column));
  const wrong = Object.entries(faultsIn(room, read)) as readonly (readonly [Column, ProjectRule])[];
  for (const [column, rule] of wrong) if (!told.has(column)) tell(column, projectRules[rule]);
  return { read, faults: found };
};
