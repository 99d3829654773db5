import type { Officer } from './officer.ts';
import { type Column, columns, partOf } from './sheet.ts';

/** What becomes of a roster. */
export type Difference = {
  readonly added: readonly Officer[];
  readonly changed: readonly {
    readonly before: Officer;
    readonly after: Officer;
    readonly columns: readonly Column[];
  }[];
  readonly gone: readonly Officer[];
  /** How many stay as they are. */ readonly same: number;
};

/** Of absences the order means something: their days stand beside their stand-ins. */
const text = (officer: Officer, column: Column): string => {
  const value = partOf(officer, column);
  if (typeof value === 'string') return value;
  return (column === 'areas' || column === 'enterprises' ? [...value].sort() : value).join();
};

/** From one roster to another: officers are the same by their ids; the order of areas and enterprises means nothing. */
export const compare = (before: readonly Officer[], after: readonly Officer[]): Difference => {
  const old = new Map(before.map(one => [one.id, one]));
  const stays = new Set(after.map(one => one.id));
  const pairs = after.flatMap(one => {
    const was = old.get(one.id);
    return was
      ? [{ before: was, after: one, columns: columns.filter(name => text(was, name) !== text(one, name)) }]
      : [];
  });
  const changed = pairs.filter(pair => pair.columns.length > 0);
  return {
    added: after.filter(one => !old.has(one.id)),
    changed,
    gone: before.filter(one => !stays.has(one.id)),
    same: pairs.length - changed.length,
  };
};

/** Whom somebody of a sheet is in the roster: by login, else by name and department where one of the two has no login yet. */
export const knownAs = (
  one: Pick<Officer, 'login' | 'name' | 'department'>,
  roster: readonly Officer[],
  taken: ReadonlySet<string>,
): Officer | null => {
  const free = roster.filter(it => !taken.has(it.id));
  const byLogin = free.find(it => it.login !== '' && it.login === one.login);
  const byName = free.find(
    it => it.name === one.name && it.department === one.department && (it.login === '' || one.login === ''),
  );
  return byLogin ?? byName ?? null;
};
