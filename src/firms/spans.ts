import type { EntryRow, SpanRow, Turn } from '#src/firms/store.ts';
import type { Day } from '#src/rules/day.ts';

/** The day on which a span ends that has no end yet. */
export const noEnd = '9999-12-31';

type Filing = Pick<EntryRow, 'id' | 'filedAt' | 'turns'>;
type Read = { readonly id: string; readonly filedAt: string; readonly turns: readonly Turn[] };

const holds =
  (day: Day) =>
  (turn: Turn): boolean =>
    turn.from <= day;

/** 收到复工告知以后再开工: only a clearing that came later lifts a suspension, in whichever filing; a new filing does not. */
const isSuspended = (all: readonly Turn[], day: Day): boolean => {
  const now = all.filter(holds(day));
  return now.some(
    stop => stop.turn === 'suspended' && !now.some(other => other.turn === 'cleared' && other.at > stop.at),
  );
};

const isOpen = ({ turns }: Read, day: Day): boolean => {
  const now = turns.filter(holds(day));
  return (
    now.some(({ turn }) => turn === 'opens' || turn === 'cleared') &&
    !now.some(({ turn }) => turn === 'ended')
  );
};

const newest = (a: Read, b: Read): number =>
  a.filedAt < b.filedAt || (a.filedAt === b.filedAt && a.id < b.id) ? 1 : -1;

/** The filing by which an enterprise is at work on a day: the newest of those that let it; null where none does, or it was told to stop. */
const deciding = (filings: readonly Read[], day: Day): string | null => {
  if (
    isSuspended(
      filings.flatMap(one => one.turns),
      day,
    )
  )
    return null;
  return filings.filter(one => isOpen(one, day)).toSorted(newest)[0]?.id ?? null;
};

/** All days on which an enterprise may be at work, by its filings: runs of days with the filing that decides each. */
export const spansOf = (firm: string, filings: readonly Filing[]): readonly SpanRow[] => {
  const read = filings.map(({ id, filedAt, turns }): Read => ({ id, filedAt, turns: JSON.parse(turns) }));
  const days = [...new Set(read.flatMap(one => one.turns.map(turn => turn.from)))].sort();
  const spans: SpanRow[] = [];
  for (const [index, fromDay] of days.entries()) {
    const entryId = deciding(read, fromDay);
    const toDay = days[index + 1] ?? noEnd;
    const before = spans.at(-1);
    if (before && before.toDay === fromDay && before.entryId === entryId)
      spans[spans.length - 1] = { ...before, toDay };
    else if (entryId !== null) spans.push({ id: `${firm} ${fromDay}`, firm, fromDay, toDay, entryId });
  }
  return spans;
};
