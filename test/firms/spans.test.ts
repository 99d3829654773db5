import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noEnd, spansOf } from '#src/firms/spans.ts';
import type { Turn } from '#src/firms/store.ts';
import { addDays } from '#src/rules/day.ts';

const first = '2020-02-01';
const dayAt = (n: number): string => addDays(first, n);
const turn = (kind: Turn['turn'], happened: number, from = happened): Turn => ({
  at: `${dayAt(happened)}T01:00:00.000Z`,
  turn: kind,
  from: dayAt(from),
});
const filing = (id: string, ...turns: readonly Turn[]) => ({
  id,
  filedAt: `${dayAt(0)}T00:00:00.00${id.length}Z`,
  turns: JSON.stringify(turns),
});
const runs = (...filings: readonly ReturnType<typeof filing>[]) =>
  spansOf('f', filings).map(({ fromDay, toDay, entryId }) => [
    fromDay,
    toDay === noEnd ? '' : toDay,
    entryId,
  ]);

describe('the days on which an enterprise may be at work', () => {
  test('from the day that its filing lets it, without an end', () => {
    expect(runs(filing('a', turn('opens', 0, 2)))).toEqual([[dayAt(2), '', 'a']]);
    expect(runs(filing('a'))).toEqual([]);
  });

  test('the newest filing decides, and the older one again where that is taken back', () => {
    const [older, newer] = [filing('a', turn('opens', 0)), filing('bb', turn('opens', 3), turn('ended', 5))];
    expect(runs(older, newer)).toEqual([
      [dayAt(0), dayAt(3), 'a'],
      [dayAt(3), dayAt(5), 'bb'],
      [dayAt(5), '', 'a'],
    ]);
  });

  test('a suspension stops all of its filings, and only a clearing lifts it', () => {
    const stopped = filing('a', turn('opens', 0), turn('suspended', 2), turn('ended', 3));
    expect(runs(stopped, filing('bb', turn('opens', 4)))).toEqual([[dayAt(0), dayAt(2), 'a']]);
    expect(runs(stopped, filing('bb', turn('opens', 4), turn('cleared', 5, 6)))).toEqual([
      [dayAt(0), dayAt(2), 'a'],
      [dayAt(6), '', 'bb'],
    ]);
  });

  const anyTurn = fc
    .record({
      kind: fc.constantFrom('opens' as const, 'cleared' as const, 'suspended' as const, 'ended' as const),
      happened: fc.nat({ max: 9 }),
      ahead: fc.nat({ max: 3 }),
    })
    .map(({ kind, happened, ahead }) => turn(kind, happened, happened + ahead));

  test('are, day by day, what the plainest reading of its filings says', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyTurn, { maxLength: 4 }), { maxLength: 3 }), given => {
        const filings = given.map((turns, index) => filing('x'.repeat(index + 1), ...turns));
        const spans = spansOf('f', filings);
        for (let n = 0; n < 15; n += 1) {
          const day = dayAt(n);
          const found = spans.filter(one => one.fromDay <= day && one.toDay > day);
          const all = given.flat().filter(one => one.from <= day);
          const stops = all.filter(one => one.turn === 'suspended');
          const lifted = (stop: Turn) => all.some(one => one.turn === 'cleared' && one.at > stop.at);
          const letting = filings.filter((_, index) => {
            const now = (given[index] ?? []).filter(one => one.from <= day).map(one => one.turn);
            return (now.includes('opens') || now.includes('cleared')) && !now.includes('ended');
          });
          const wanted = stops.every(lifted) ? letting.at(-1)?.id : undefined;
          expect([day, ...found.map(one => one.entryId)]).toEqual([day, ...(wanted ? [wanted] : [])]);
        }
        const ids = spans.map(one => one.id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 500 },
    );
  });
});
