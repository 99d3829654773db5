import type { RoundLast, RoundRow, RoundStore } from '#src/cases/round-store.ts';
import { mustBePage } from '#src/store/page.ts';
import { changes, type Program, rows, statement } from '#src/store/program.ts';

/** The port's write as data, like those of cases. */
export type RoundWrites = Pick<RoundStore, 'putRound'>;
export type RoundCommand = { readonly kind: 'putRound'; readonly of: RoundRow };

export const isRoundCommand = (command: { readonly kind: string }): command is RoundCommand =>
  command.kind === 'putRound';

export function* roundProgram({ of }: RoundCommand): Program<boolean> {
  const [put = 0] = yield* changes(statement('insertRound', of));
  if (put === 0) return false;
  const { creditCode, at, actor, keepUntil } = of;
  yield* changes(statement('putRoundLast', { creditCode, at, actor, keepUntil }));
  return true;
}

/** What it reads before it writes: see `touched`. */
export const roundTouched = ({ of }: RoundCommand): readonly string[] => [
  `round ${of.id}`,
  `round of ${of.creditCode}`,
];

/** An enterprise's contacts, newest first. */
export const roundsOf = ({
  before,
  ...query
}: Parameters<RoundStore['roundsOf']>[0]): Program<readonly RoundRow[]> => {
  mustBePage(query.limit);
  // After every time.
  return rows('roundsOf', { ...query, at: before?.at ?? '9999', before: before?.id ?? '' });
};

export function* roundLasts(query: Parameters<RoundStore['roundLasts']>[0]): Program<readonly RoundLast[]> {
  mustBePage(query.limit);
  return yield* rows('roundLasts', query);
}

export function* visitedSince(
  query: Parameters<RoundStore['visitedSince']>[0],
): Program<readonly RoundLast[]> {
  mustBePage(query.limit);
  const found = yield* rows('visitedSince', query);
  return found.map(({ creditCode, newest }) => {
    const [at = '', actor = ''] = newest.split(' ');
    return { creditCode, at, actor };
  });
}
