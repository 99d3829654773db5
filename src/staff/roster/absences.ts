/** Days on which an officer is away (请假、出差), first and last, and who stands in meanwhile. Days are `YYYY-MM-DD`. */
export type Absence = {
  readonly from: string;
  readonly until: string;
  /** The id of who stands in. */ readonly standIn: string;
};

type Days = Pick<Absence, 'from' | 'until'>;

/** So many may be planned at a time. */
export const mostPlanned = 12;
/** So many that are over are kept, the last ones: who stood in when is asked about for a while. */
const mostPast = 40;

/** Whether two spans have a day in common. */
export const meet = (a: Days, b: Days): boolean => a.from <= b.until && b.from <= a.until;

export const isOver = ({ until }: Days, today: string): boolean => until < today;

/** The absence that a day falls into. */
export const awayOn = <One extends Days>(absences: readonly One[], day: string): One | null =>
  absences.find(one => one.from <= day && one.until >= day) ?? null;

/**
 * Absences as they stand after a sheet or a form: what was typed, and what is over, which is history and stays whatever is typed. The first
 * day sorts.
 */
export const settled = (
  before: readonly Absence[],
  typed: readonly Absence[],
  today: string,
): readonly Absence[] => {
  const past = before.filter(one => isOver(one, today)).slice(-mostPast);
  const isKept = (one: Days) => past.some(it => it.from === one.from && it.until === one.until);
  return [...past, ...typed.filter(one => !isKept(one))].sort((a, b) => (a.from < b.from ? -1 : 1));
};
