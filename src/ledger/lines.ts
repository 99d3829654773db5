import { isErased } from '#src/cases/seal.ts';
import type { CaseRow } from '#src/cases/store.ts';
import type { Item, Tables } from '#src/forms/field.ts';
import { neededIn } from '#src/forms/goods.ts';
import type { NeedRow, NeedState } from '#src/ledger/store.ts';
import { addDays, type Day, dayOf } from '#src/rules/day.ts';
import { contentsOf, isContainer, toBase } from '#src/rules/units.ts';

/** The form whose cases have lines. */
export const needForm = 'materials';

/** What a case's answers say in the clear, as far as lines are made of it. */
type Clear = {
  readonly items?: readonly {
    readonly item: string;
    readonly unit: string;
    readonly quantity: number | null;
    readonly each?: number | null;
    readonly stock?: number | null;
    readonly dailyUse?: number | null;
    readonly neededBy?: Day;
  }[];
  readonly neededBy?: Day;
  readonly reopened?: boolean | null;
  readonly substitute?: boolean | null;
};
type Line = NonNullable<Clear['items']>[number];

/** Who says neither what is left nor by when waits a week before it counts as short. */
const usualDays = 7;
/** Stock for longer than this is stock for ever. */
const longest = 3650;

/** A case that was closed with the matter unsolved is still followed (挂账), and its need is still open. */
const stateOf = (row: CaseRow): NeedState => {
  if (isErased(row) || row.state === 'withdrawn') return 'ended';
  if (row.state === 'closed') return row.stage === 'unsolved' ? 'open' : 'ended';
  return row.state === 'held' ? 'held' : 'open';
};

/** The unit that a line is added up in, also where nobody knows how much it is. */
const unitOf = (line: Line, item: Item, { units }: Tables): string => {
  const unit = isContainer(line.unit) ? contentsOf(item, line.unit).unit : line.unit;
  return units.find(one => one.code === unit)?.is?.unit ?? unit;
};

const askedOf = (line: Line, item: Item, { units }: Tables): number | null => {
  if (line.quantity === null) return null;
  const base = toBase(units, item, { quantity: line.quantity, unit: line.unit }, line.each ?? null);
  return base && neededIn(base.quantity, base.unit);
};

/** The day on which the stock that the enterprise has is used up; '' where it did not say. */
const runsOut = ({ stock = null, dailyUse = null }: Line, from: Day): Day => {
  if (stock === null || dailyUse === null || dailyUse <= 0) return '';
  return addDays(from, Math.min(Math.floor(stock / dailyUse), longest));
};

const lineOf = (row: CaseRow, clear: Clear, line: Line, item: Item, tables: Tables): Omit<NeedRow, 'id'> => {
  const received = dayOf(new Date(row.receivedAt));
  const neededBy = line.neededBy || clear.neededBy || '';
  const runsOutOn = runsOut(line, received);
  return {
    caseId: row.id,
    item: item.code,
    unit: unitOf(line, item, tables),
    asked: askedOf(line, item, tables),
    neededBy,
    runsOutOn,
    criticalOn: [neededBy, runsOutOn].filter(Boolean).sort()[0] ?? addDays(received, usualDays),
    substitute: clear.substitute ? 1 : 0,
    reopened: clear.reopened ? 1 : 0,
    receivedAt: row.receivedAt,
    state: stateOf(row),
  };
};

/**
 * The lines of a case as it stands: one for each item that it asks for, in the unit that figures are added up in (3吨 are
 * 3,000,000 grams). A line is known by its case, item and unit, and the how manieth of those it is: a correction that takes another item
 * out leaves it what it was, with all that was allocated to it. Items that the catalogue no longer has are left out.
 */
export const needsOf = (row: CaseRow, tables: Tables): readonly NeedRow[] => {
  const clear: Clear = JSON.parse(row.answers);
  const seen = new Map<string, number>();
  return (clear.items ?? []).flatMap(line => {
    const item = tables.items.find(one => one.code === line.item);
    if (!item) return [];
    const need = lineOf(row, clear, line, item, tables);
    const kind = `${row.id}.${need.item}.${need.unit}`;
    const nth = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, nth);
    return [{ id: `${kind}.${nth}`, ...need }];
  });
};
