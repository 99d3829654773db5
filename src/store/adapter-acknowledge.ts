import type { AcknowledgementStore } from '#src/cases/acknowledgement-store.ts';
import { type AcknowledgeWrites, readTotals } from '#src/store/acknowledge-commands.ts';
import { page } from '#src/store/page.ts';
import { type Program, rows } from '#src/store/program.ts';

type Ways = {
  read<Answer>(program: Program<Answer>): Promise<Answer>;
  write<K extends keyof AcknowledgeWrites>(
    kind: K,
    of: Parameters<AcknowledgeWrites[K]>[0],
  ): Promise<Awaited<ReturnType<AcknowledgeWrites[K]>>>;
};

/** The part of the port that says who has read which notice, over whatever reads and writes. */
export const acknowledgementStore = ({ read, write }: Ways): AcknowledgementStore => ({
  acknowledge: command => write('acknowledge', command),
  readTotals: query => read(readTotals(query)),
  unreadPage: ({ after, limit, ...query }) =>
    read(page({ after, limit }, from => rows('unreadPage', { ...query, ...from }))),
});
