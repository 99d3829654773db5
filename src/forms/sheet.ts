import { langs, say, type Words } from '#src/i18n/words.ts';
import type { Day } from '#src/rules/day.ts';
import { fold } from '#src/rules/text.ts';
import {
  type Answers,
  type AnyForm,
  type Fields,
  type Leaf,
  options,
  type Problem,
  type Tables,
} from './field.ts';
import { type Raw, read } from './read.ts';
import { answersInWords, sheetWords as words } from './words.ts';

/** A cell as a spreadsheet gives it. */
export type Cell = string | number | boolean | Date | null;

/** One column of a form's sheet: where its value goes, what stands over it. `lines` is set for a field of repeated lines. */
export type SheetColumn = {
  readonly path: readonly string[];
  readonly heading: Words;
  readonly field: Leaf;
  readonly lines: string | null;
};

/** One thing wrong in a sheet: its row as the spreadsheet numbers it, its column's heading, what to do. */
export type RowProblem = { readonly row: number; readonly column: Words | null; readonly message: Words };

/** One submission of a sheet with the rows it was read from. */
export type SheetEntry = { readonly rows: readonly number[]; readonly raw: Raw; readonly answers: Answers };

/** A sheet as it was read. `common` are problems of what is asked once, with their pointers. */
export type SheetReading = {
  readonly entries: readonly SheetEntry[];
  readonly problems: readonly RowProblem[];
  readonly common: readonly Problem[];
};

/** At most this many rows under the headings: what one person can check before sending. */
export const maxRows = 200;

/** Asked once for the whole sheet, or attached one by one: no columns. */
const notInSheets: readonly string[] = ['contact', 'consent', 'hotlineTicket'];

const walk = (
  fields: Fields,
  before: readonly string[],
  lines: string | null,
): { readonly path: readonly string[]; readonly field: Leaf; readonly lines: string | null }[] =>
  Object.entries(fields).flatMap(([name, field]) => {
    const path = [...before, name];
    if (before.length === 0 && notInSheets.includes(name)) return [];
    if (field.kind === 'group') return walk(field.fields, path, lines);
    if (field.kind === 'lines')
      return lines === null && !field.optional ? walk(field.fields, path, name) : [];
    return field.kind === 'files' || field.kind === 'consent' ? [] : [{ path, field, lines }];
  });

/** The columns of a form's sheet, in the form's order. Two fields of one label are told apart by what holds them. */
export const sheetColumns = (form: AnyForm): readonly SheetColumn[] => {
  const leaves = walk(form.fields, [], null);
  const twice = (label: Words): boolean =>
    leaves.filter(leaf => leaf.field.label['zh-Hans'] === label['zh-Hans']).length > 1;
  return leaves.map(leaf => {
    const holder = form.fields[leaf.path[0] ?? ''];
    const { label } = leaf.field;
    const heading =
      twice(label) && holder && leaf.path.length > 1
        ? fillIn(words.of, { holder: holder.label, label })
        : label;
    return { ...leaf, heading };
  });
};

const fillIn = (pattern: Words, parts: Readonly<Record<string, Words>>): Words =>
  Object.fromEntries(
    langs.map(lang => [
      lang,
      say(pattern, lang, Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part[lang]]))),
    ]),
  ) as Words;

const same = (a: string): string =>
  fold(a)
    .replace(/[\s*＊]/g, '')
    .toLowerCase();
const named = (name: Words, typed: string): boolean => langs.some(lang => same(name[lang]) === same(typed));

const textOf = (cell: Cell): string => {
  if (cell === null) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim();
};

const codeOf = (
  field: Extract<Leaf, { kind: 'choice' | 'choices' }>,
  typed: string,
  tables: Tables,
): string =>
  options(field, tables).find(option => option.code === typed || named(option.name, typed))?.code ?? typed;

/** A cell as a posted form would send it: words of a choice become its code; what is not understood stays for `read` to refuse. */
const rawOf = (field: Leaf, cell: Cell, tables: Tables): unknown => {
  const typed = textOf(cell);
  if (typed === '') return '';
  switch (field.kind) {
    case 'choice':
      return codeOf(field, typed, tables);
    case 'choices':
      return typed
        .split(/[、，,;；]/)
        .flatMap(part => (part.trim() ? [codeOf(field, part.trim(), tables)] : []));
    case 'yes-no':
    case 'permission':
      if (named(answersInWords.yes, typed)) return 'true';
      return named(answersInWords.no, typed) ? 'false' : typed;
    default:
      return typed;
  }
};

/** The tree with a value at a path. */
const placed = (tree: Raw, path: readonly string[], value: unknown): Raw => {
  const [name = '', ...rest] = path;
  if (rest.length === 0) return { ...tree, [name]: value };
  return { ...tree, [name]: placed((tree[name] ?? {}) as Raw, rest, value) };
};

/** Which column of the form stands in which column of the sheet, by its heading; null for a stranger. */
const headed = (
  columns: readonly SheetColumn[],
  headings: readonly Cell[],
): readonly (SheetColumn | null)[] =>
  headings.map(cell => columns.find(column => named(column.heading, textOf(cell))) ?? null);

/** The rows of one submission: one row, or neighbours of one enterprise where the form has lines. */
const grouped = (
  rows: readonly { readonly row: number; readonly cells: readonly Cell[] }[],
  places: readonly (SheetColumn | null)[],
  hasLines: boolean,
) => {
  const name = (cells: readonly Cell[]): string =>
    places
      .map((column, at) => (column?.path[0] === 'enterprise' ? same(textOf(cells[at] ?? null)) : ''))
      .join('|');
  const groups: { readonly key: string; readonly rows: (typeof rows)[number][] }[] = [];
  for (const row of rows) {
    const key = name(row.cells);
    const last = groups.at(-1);
    if (hasLines && last?.key === key) last.rows.push(row);
    else groups.push({ key, rows: [row] });
  }
  return groups.map(group => group.rows);
};

type Place = { readonly column: SheetColumn; readonly at: number };

/** A row as a tree of the columns given; a path into lines starts behind the lines' own name. */
const rawOfRow = (cells: readonly Cell[], places: readonly Place[], tables: Tables): Raw =>
  places.reduce<Raw>((tree, { column, at }) => {
    const path = column.lines === null ? column.path : column.path.slice(1);
    return placed(tree, path, rawOf(column.field, cells[at] ?? null, tables));
  }, {});

/** The rows of one submission as it would be posted: what it has once is taken from its first row. */
const rawOfGroup = (
  group: readonly { readonly cells: readonly Cell[] }[],
  headings: readonly (SheetColumn | null)[],
  tables: Tables,
): Raw => {
  const places = headings.flatMap((column, at) => (column ? [{ column, at }] : []));
  const once = places.filter(({ column }) => column.lines === null);
  const repeated = places.filter(({ column }) => column.lines !== null);
  const name = repeated[0]?.column.lines;
  const raw = rawOfRow(group[0]?.cells ?? [], once, tables);
  return name ? { ...raw, [name]: group.map(({ cells }) => rawOfRow(cells, repeated, tables)) } : raw;
};

/** About a field that is asked once for all rows. */
const isCommon = ({ pointer }: Problem): boolean => notInSheets.includes(pointer.split('/')[1] ?? '');

/** The sheet's row and column that a pointer of `read` speaks of. */
const located = (
  pointer: string,
  rows: readonly number[],
  columns: readonly SheetColumn[],
): { readonly row: number; readonly column: Words | null } => {
  const names = pointer.slice(1).split('/');
  const index = Number(names.find(name => /^\d+$/.test(name)) ?? 0);
  const path = names.filter(name => !/^\d+$/.test(name)).join('.');
  const column = columns.find(one => one.path.join('.') === path);
  return { row: rows[index] ?? rows[0] ?? 1, column: column?.heading ?? null };
};

/**
 * Reads a sheet of a form: headings in the first row, in any interface language and any order. `common` is what is asked once
 * for all (contact, consent). Gives every sound submission, every problem with its row, and once what is wrong with what is asked
 * once; nothing is stored here.
 */
export const readSheet = (
  form: AnyForm,
  cells: readonly (readonly Cell[])[],
  common: Raw,
  tables: Tables,
  today: Day,
): SheetReading => {
  const refuse = (...problems: readonly RowProblem[]): SheetReading => ({
    entries: [],
    problems,
    common: [],
  });
  const columns = sheetColumns(form);
  const [headings = [], ...body] = cells;
  const places = headed(columns, headings);
  const missing = columns.filter(
    column => column.field.required && !column.field.when && !places.includes(column),
  );
  if (missing.length > 0)
    return refuse(...missing.map(column => ({ row: 1, column: column.heading, message: words.noColumn })));
  const rows = body
    .map((row, index) => ({ row: index + 2, cells: row }))
    .filter(({ cells: row }) => row.some(cell => textOf(cell) !== ''));
  if (rows.length === 0) return refuse({ row: 2, column: null, message: words.noRows });
  if (rows.length > maxRows) return refuse({ row: maxRows + 2, column: null, message: words.tooManyRows });
  const entries: SheetEntry[] = [];
  const problems: RowProblem[] = [];
  const shared = new Map<string, Problem>();
  const hasLines = columns.some(column => column.lines !== null);
  for (const group of grouped(rows, places, hasLines)) {
    const numbers = group.map(({ row }) => row);
    const raw = { ...common, ...rawOfGroup(group, places, tables) };
    const reading = read(form, raw, tables, today);
    if (reading.tag === 'read') entries.push({ rows: numbers, raw, answers: reading.answers });
    else
      for (const problem of reading.problems)
        if (isCommon(problem)) shared.set(problem.pointer, problem);
        else problems.push({ ...located(problem.pointer, numbers, columns), message: problem.message });
  }
  return { entries, problems, common: [...shared.values()] };
};
