import { rosterFaults as faults } from '#src/i18n/desk-roster.ts';
import type { Words } from '#src/i18n/words.ts';
import { fault } from '#src/rules/sheet.ts';
import { type Absence, isOver, settled } from './absences.ts';
import { type Clash, clashes, standInOf } from './check.ts';
import { compare, type Difference, knownAs } from './compare.ts';
import type { Officer } from './officer.ts';
import { type Fault, type Known, type Read, readOfficer, type Typed } from './sheet.ts';

/** What a sheet would make of the roster, or every bad cell of it. */
export type Plan = { readonly faults: readonly Fault[]; readonly difference: Difference };

export type Beside = {
  readonly roster: readonly Officer[];
  readonly known: Known;
  /** Logins of accounts that may be used. */ readonly logins: ReadonlySet<string>;
  readonly today: string;
  readonly newId: (place: number) => string;
};

type Placed = { readonly row: number; readonly officer: Officer };

/** Somebody who has a login is looked for before those who are known by name alone: a name never takes another's place. */
const placed = (
  reads: readonly { row: number; read: Read }[],
  { roster, newId }: Beside,
): readonly Placed[] => {
  const taken = new Set<string>();
  const ids = new Map<number, string>();
  const order = [...reads].sort((a, b) => Number(b.read.login !== '') - Number(a.read.login !== ''));
  for (const { row, read } of order) {
    const id = knownAs(read, roster, taken)?.id ?? newId(row);
    taken.add(id);
    ids.set(row, id);
  }
  return reads.map(({ row, read }) => ({ row, officer: { ...read, id: ids.get(row) ?? '' } }));
};

/** The absences of an officer with stand-ins by id, as they will stand beside what is over; who is not found is told. */
const withStandIns = (
  officer: Officer,
  people: readonly Officer[],
  { roster, today }: Pick<Beside, 'roster' | 'today'>,
  tell: (message: Words, place: number) => void,
): Officer => {
  const typed = officer.absences.map((one, place): Absence => {
    const meant = standInOf(one.standIn, officer.id, people);
    if ('id' in meant) return { ...one, standIn: meant.id };
    tell(meant.message, place);
    return { ...one, standIn: '' };
  });
  const before = roster.find(one => one.id === officer.id)?.absences ?? [];
  return { ...officer, absences: settled(before, typed, today) };
};

/** Reads a whole sheet against the roster as it stands; nothing is stored here. */
export const planOf = (rows: readonly Typed[], beside: Beside): Plan => {
  const { known, logins, roster, today } = beside;
  const read = rows.map(typed => ({ row: typed.row, ...readOfficer(typed, known) }));
  const found: Fault[] = read.flatMap(one => [
    ...one.faults,
    ...(one.read.login === '' || logins.has(one.read.login)
      ? []
      : [
          { row: one.row, column: 'login' as const, message: fault(faults.login, { login: one.read.login }) },
        ]),
  ]);
  const all = placed(read, beside);
  const people = all.map(one => one.officer);
  const officers = all.map(({ row, officer }) =>
    withStandIns(officer, people, beside, message => found.push({ row, column: 'standIn', message })),
  );
  const rowOf = new Map(all.map(({ row, officer }) => [officer.id, row]));
  const isSound = (clash: Clash) =>
    found.some(it => it.row === rowOf.get(clash.id) && it.column === clash.column);
  for (const clash of clashes(officers, known, today))
    if (!isSound(clash)) found.push({ ...clash, row: rowOf.get(clash.id) ?? 1 });
  return {
    faults: found.map(({ row, column, message }) => ({ row, column, message })).sort((a, b) => a.row - b.row),
    difference: compare(roster, officers),
  };
};

/** One officer as a form would leave them, or what is wrong with it. `needed`: who relies on them and would be left alone. */
export const editOf = (
  typed: Typed,
  id: string,
  beside: Beside,
): { readonly faults: readonly Fault[]; readonly needed: string; readonly officer: Officer } => {
  const { roster, known, logins, today } = beside;
  const { read, faults: own } = readOfficer(typed, known);
  const others = roster.filter(one => one.id !== id);
  const found: Fault[] = [...own];
  const typedAs = { ...read, id };
  const officer = withStandIns(typedAs, [...others, typedAs], beside, (message, place) =>
    found.push({ row: 1, column: 'standIn', message, place }),
  );
  if (read.login !== '' && !logins.has(read.login))
    found.push({ row: 1, column: 'login', message: fault(faults.login, { login: read.login }) });
  // The later of two is told: this one stands last.
  const all = clashes([...others, officer], known, today);
  for (const { column, message, from } of all.filter(one => one.id === id)) {
    const place = read.absences.findLastIndex(one => one.from === from);
    found.push({ row: 1, column, message, ...(place >= 0 && { place }) });
  }
  const left = all.find(one => one.id !== id);
  return { faults: found, needed: others.find(one => one.id === left?.id)?.name ?? '', officer };
};

/** Who relies on an officer from a day on; '' for nobody. */
export const neededBy = (id: string, roster: readonly Officer[], today: string): string =>
  roster.find(one => one.absences.some(away => away.standIn === id && !isOver(away, today)))?.name ?? '';
