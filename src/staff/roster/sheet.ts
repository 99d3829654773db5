import { rosterFaults as faults, rosterColumns } from '#src/i18n/desk-roster.ts';
import { sheetFaults } from '#src/i18n/desk-sheets.ts';
import { langs, type Words } from '#src/i18n/words.ts';
import { creditCode } from '#src/rules/credit-code.ts';
import { isDay } from '#src/rules/day.ts';
import { phone } from '#src/rules/phone.ts';
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
import { fold, isPlain, length, tidy } from '#src/rules/text.ts';
import { foldLogin } from '../accounts.ts';
import { type Absence, mostPlanned } from './absences.ts';
import type { Officer } from './officer.ts';

export type Column = keyof typeof rosterColumns;
export const columns = Object.keys(rosterColumns) as readonly Column[];
export const required: readonly Column[] = ['name', 'department', 'phone', 'since'];

/** At most this many officers: one zone of the reports had a thousand. */
const maxOfficers = 2000;
const maxEnterprises = 100;

/** What was typed of one officer. */
export type Typed = TypedRow<Column>;

/** One thing wrong. `place`: the which of several absences, from 0. */
export type Fault = SheetFault<Column> & { readonly place?: number };

/** An officer as read; the stand-ins as typed, name or login. */
export type Read = Omit<Officer, 'id'>;

/** The zone's names that a cell may hold. */
export type Known = {
  readonly departments: readonly (readonly [string, Words])[];
  readonly areas: readonly (readonly [string, Words])[];
};

/** A sheet's rows as texts by column. */
export const typedIn = (cells: readonly (readonly Cell[])[]) =>
  rowsIn(
    {
      columns: rosterColumns,
      required,
      most: maxOfficers,
      noRows: faults.noRows,
      tooManyRows: faults.tooManyRows,
    },
    cells,
  );

const parts = (typed: string): readonly string[] => [
  ...new Set(
    fold(typed)
      .split(/[、,;\s]+/)
      .filter(Boolean),
  ),
];

type Tell = (
  column: Column,
  message: Words,
  values?: Readonly<Record<string, string | Words>>,
  place?: number,
) => void;

const nameIn = (typed: string, tell: Tell): string => {
  const name = tidy(typed, false);
  const isName = length(name) <= 40 && isPlain(name) && !isFormula(name) && !/\d{5}/.test(fold(name));
  if (name !== '' && !isName) tell('name', faults.name);
  return name;
};

const phoneIn = (typed: string, tell: Tell): string => {
  if (typed === '') return '';
  const found = phone(typed);
  if (!found) tell('phone', faults.phone);
  else if (found.national.startsWith('1')) tell('phone', faults.mobile);
  return found ? [found.national, found.extension].filter(Boolean).join('-') : typed;
};

const departmentIn = (typed: string, known: Known, tell: Tell): string => {
  const found = known.departments.find(([code, name]) => code === typed || isNamed(name, typed));
  if (typed !== '' && !found)
    tell('department', faults.department, {
      value: typed.slice(0, 40),
      example: known.departments[0]?.[1] ?? '',
    });
  return found?.[0] ?? '';
};

const areasIn = (typed: string, known: Known, tell: Tell): readonly string[] =>
  // A name may hold a blank: the whole is looked at first.
  (known.areas.some(([, name]) => isNamed(name, typed)) ? [typed] : parts(typed)).flatMap(part => {
    const found = known.areas.find(([code, name]) => code === part || isNamed(name, part));
    if (found) return [found[0]];
    const names = Object.fromEntries(
      langs.map(lang => [lang, known.areas.map(([, name]) => name[lang]).join(lang === 'en' ? ', ' : '、')]),
    ) as Words;
    tell('areas', faults.area, { value: part.slice(0, 40), known: names });
    return [];
  });

const enterprisesIn = (typed: string, tell: Tell): readonly string[] => {
  const codes = parts(typed).flatMap(part => {
    const found = creditCode(part);
    if (found.tag === 'valid') return [found.code];
    tell('enterprises', faults.creditCode, { value: part.slice(0, 40) });
    return [];
  });
  if (codes.length > maxEnterprises) tell('enterprises', faults.tooMany);
  return [...new Set(codes)];
};

const daysIn = (typed: Typed, tell: Tell) => {
  const day = (column: 'since' | 'until'): string => {
    const found = dayIn(typed[column]);
    if (found !== '' && !isDay(found)) tell(column, sheetFaults.day);
    return found;
  };
  const days = { since: day('since'), until: day('until') };
  if (days.until !== '' && days.until < days.since) tell('until', faults.turned);
  return days;
};

/** Of several absences the first of each column belong together, then the second. A name may hold a blank. */
const inTurn = (typed: string): readonly string[] =>
  typed === '' ? [] : typed.split(/[、,，;；\n]/).map(one => one.trim());

const absencesIn = (typed: Typed, tell: Tell): readonly Absence[] => {
  const [froms, untils, standIns] = [typed.awayFrom, typed.awayUntil, typed.standIn].map(inTurn);
  const found = Array.from(
    { length: Math.max(froms?.length ?? 0, untils?.length ?? 0, standIns?.length ?? 0) },
    (_, place): Absence => {
      const from = dayIn(froms?.[place] ?? '');
      const until = dayIn(untils?.[place] ?? '');
      const standIn = tidy(standIns?.[place] ?? '', false).slice(0, 64);
      if (from !== '' && !isDay(from)) tell('awayFrom', sheetFaults.day, {}, place);
      if (until !== '' && !isDay(until)) tell('awayUntil', sheetFaults.day, {}, place);
      if (from === '' || until === '' || standIn === '') tell('standIn', faults.awayParts, {}, place);
      else if (isDay(from) && isDay(until) && until < from) tell('awayUntil', faults.awayTurned, {}, place);
      return { from, until, standIn };
    },
  );
  if (found.length > mostPlanned) tell('awayFrom', faults.awayMany);
  return found;
};

/** Reads what was typed of one officer; every fault is told, with the column and what to write. */
export const readOfficer = (
  typed: Typed,
  known: Known,
): { readonly read: Read; readonly faults: readonly Fault[] } => {
  const found: Fault[] = [];
  const tell: Tell = (column, message, values, place) =>
    void found.push({
      row: typed.row,
      column,
      message: fault(message, values),
      ...(place !== undefined && { place }),
    });
  for (const column of required)
    if (typed[column] === '') tell(column, sheetFaults.missing, { label: rosterColumns[column] });
  const read: Read = {
    login: foldLogin(typed.login).slice(0, 64),
    name: nameIn(typed.name, tell),
    department: departmentIn(typed.department, known, tell),
    phone: phoneIn(typed.phone, tell),
    areas: areasIn(typed.areas, known, tell),
    enterprises: enterprisesIn(typed.enterprises, tell),
    ...daysIn(typed, tell),
    absences: absencesIn(typed, tell),
  };
  return { read, faults: found };
};

/** What an officer has under a column. */
export const partOf = (officer: Officer, column: Column): string | readonly string[] => {
  switch (column) {
    case 'awayFrom':
      return officer.absences.map(one => one.from);
    case 'awayUntil':
      return officer.absences.map(one => one.until);
    case 'standIn':
      return officer.absences.map(one => one.standIn);
    default:
      return officer[column];
  }
};

/** An officer as a row of a sheet, by column; absences are handed in with the names of the stand-ins. Every text of it was read by `readOfficer`, so none is taken for a formula. */
export const cellsOf = (
  officer: Officer,
  names: {
    readonly department: string;
    readonly areas: readonly string[];
    readonly absences: readonly Absence[];
  },
): readonly string[] => {
  const { areas, department, absences } = names;
  const row = { ...officer, department, areas, absences };
  return columns.map(column => {
    const part = partOf(row, column);
    return typeof part === 'string' ? part : part.join('、');
  });
};
