import type { RoundStore } from '#src/cases/round-store.ts';
import type { Program } from '#src/store/program.ts';
import { type RoundWrites, roundLasts, roundsOf, visitedSince } from '#src/store/round-commands.ts';

type Ways = {
  read<Answer>(program: Program<Answer>): Promise<Answer>;
  write<K extends keyof RoundWrites>(
    kind: K,
    of: Parameters<RoundWrites[K]>[0],
  ): Promise<Awaited<ReturnType<RoundWrites[K]>>>;
};

/** The part of the port that rounds are kept by, over whatever reads and writes. */
export const roundStore = ({ read, write }: Ways): RoundStore => ({
  putRound: command => write('putRound', command),
  roundLasts: query => read(roundLasts(query)),
  roundsOf: query => read(roundsOf(query)),
  visitedSince: query => read(visitedSince(query)),
});
