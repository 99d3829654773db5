import type { AllocationRow, LedgerStore, NeedCursor, NeedLine } from '#src/ledger/store.ts';
import type { LedgerCommand, LedgerWrites } from '#src/store/ledger-commands.ts';
import { mustBePage } from '#src/store/page.ts';
import { type Program, row, rows } from '#src/store/program.ts';

type Ways = {
  read<Answer>(program: Program<Answer>): Promise<Answer>;
  write(command: LedgerCommand): Promise<unknown>;
};

type Query = Parameters<LedgerStore['needs']>[0];

const pages = { unmet: 'unmetPage', open: 'openNeedsPage', all: 'needsPage' } as const;

/** A page of needs: one row more than asked for tells whether anything follows. */
function* needs({ which, narrow, after, limit }: Query): Program<Awaited<ReturnType<LedgerStore['needs']>>> {
  mustBePage(limit);
  const from = {
    ...narrow,
    criticalOn: after?.criticalOn ?? '',
    after: after?.id ?? '',
    limit: limit + 1,
  };
  const found: readonly NeedLine[] = yield* rows(pages[which], from);
  const shown = found.slice(0, limit);
  const end = found.length > limit ? shown.at(-1) : undefined;
  const next: NeedCursor | null = end ? { criticalOn: end.criticalOn, id: end.id } : null;
  return { rows: shown, next };
}

/** Of one lot at most so many: the newest. */
const mostOfLot = 200;

const allocationsOf = (
  query: Parameters<LedgerStore['allocationsOf']>[0],
): Program<readonly AllocationRow[]> => {
  if ('need' in query) return rows('allocationsOfNeed', { needId: query.need });
  return 'lot' in query
    ? rows('allocationsOfLot', { lotId: query.lot, limit: mostOfLot })
    : rows('allocationsOfBatch', query);
};

/** The ledger's part of the port, over whatever reads and writes. */
export const ledgerStore = ({ read, write }: Ways): LedgerStore => {
  // A queue forgets which kind of command an answer belongs to; here it is known again.
  const send = <K extends keyof LedgerWrites>(kind: K, of: Parameters<LedgerWrites[K]>[0]) =>
    write({ kind, of } as LedgerCommand) as ReturnType<LedgerWrites[K]>;
  return {
    keepNeeds: command => send('keepNeeds', command),
    addLot: command => send('addLot', command),
    bookLots: command => send('bookLots', command),
    allocate: command => send('allocate', command),
    settle: command => send('settle', command),
    writeOff: command => send('writeOff', command),
    noteUnmet: command => send('noteUnmet', command),
    behind: limit => read(rows('casesBehind', { limit })).then(found => found.map(({ id }) => id)),
    needs: query => read(needs(query)),
    need: id => read<NeedLine | null>(row('needById', { id })),
    needsOf: caseId => read<readonly NeedLine[]>(rows('needsOfCase', { caseId })),
    lots: query => read(rows('lotsPage', query)),
    freeLots: query => read(rows('freeLots', query)),
    lot: id => read(row('lotById', { id })),
    allocation: id => read(row('allocationById', { id })),
    allocationsOf: query => read(allocationsOf(query)),
    movements: query => read(rows('movementsOfLot', query)),
  };
};
