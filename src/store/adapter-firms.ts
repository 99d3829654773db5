import type { DueCursor, DueRow, FirmStore } from '#src/firms/store.ts';
import { type FirmCommand, type FirmWrites, firmMark } from '#src/store/firm-commands.ts';
import { mustBePage } from '#src/store/page.ts';
import { type Program, row, rows } from '#src/store/program.ts';

type Ways = {
  read<Answer>(program: Program<Answer>): Promise<Answer>;
  write(command: FirmCommand): Promise<unknown>;
};

type Page = Awaited<ReturnType<FirmStore['duePage']>>;

/** A page of who owes a return: one row more than asked for tells whether anything follows. */
function* duePage({ after, limit, ...asked }: Parameters<FirmStore['duePage']>[0]): Program<Page> {
  mustBePage(limit);
  const from = after ?? { rank: -1, area: '', firm: '' };
  const found: readonly DueRow[] = yield* rows('duePage', {
    ...asked,
    rankAfter: from.rank,
    areaAfter: from.area,
    firmAfter: from.firm,
    limit: limit + 1,
  });
  const shown = found.slice(0, limit);
  const end = found.length > limit ? shown.at(-1) : undefined;
  const next: DueCursor | null = end ? { rank: end.rank, area: end.area, firm: end.firm } : null;
  return { rows: shown, next };
}

/** Filings first: without them nobody owes a return. */
function* firmsBehind(limit: number): Program<readonly string[]> {
  const filings = yield* rows('filingsBehind', { limit });
  const left = limit - filings.length;
  const returns = left > 0 ? yield* rows('returnsBehind', { limit: left }) : [];
  return [...filings, ...returns].map(({ id }) => id);
}

/** The part of the port that is of enterprises in operation, over whatever reads and writes. */
export const firmStore = ({ read, write }: Ways): FirmStore => {
  // A queue forgets which kind of command an answer belongs to; here it is known again.
  const send = <K extends keyof FirmWrites>(kind: K, of: Parameters<FirmWrites[K]>[0]) =>
    write({ kind, of } as FirmCommand) as ReturnType<FirmWrites[K]>;
  return {
    keepFirms: command => send('keepFirms', command),
    chaseFirms: command => send('chaseFirms', command),
    firmSeq: () => read(row('firmMark', { name: firmMark })).then(found => found?.seq ?? 0),
    firmsBehind: limit => read(firmsBehind(limit)),
    entriesOfCase: caseId => read(rows('entriesOfCase', { caseId })),
    entriesOfFirm: firm => read(rows('entriesOfFirm', { firm })),
    returnOfCase: caseId => read(row('returnOfCase', { caseId })),
    spansOfFirm: firm => read(rows('spansOfFirm', { firm })),
    entriesWaiting: query => read(rows('entriesWaiting', query)),
    openOn: query => read(rows('openOn', query)),
    openPage: query => {
      mustBePage(query.limit);
      return read(rows('openPage', query));
    },
    duePage: query => read(duePage(query)),
    dueTotals: query => read(rows('dueTotals', query)),
    besidePage: query => {
      mustBePage(query.limit);
      return read(rows('besidePage', query));
    },
    besideCount: query => read(row('besideCount', query)).then(found => found?.count ?? 0),
  };
};
