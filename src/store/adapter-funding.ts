import type {
  BankSum,
  FundingLine,
  FundingRow,
  FundingStore,
  LineRow,
  StageSum,
} from '#src/funding/store.ts';
import type { FundingCommand } from '#src/store/funding-commands.ts';
import { mustBePage } from '#src/store/page.ts';
import { type Program, row, rows } from '#src/store/program.ts';

type Ways = {
  read<Answer>(program: Program<Answer>): Promise<Answer>;
  write(command: FundingCommand): Promise<unknown>;
};
type Query = Parameters<FundingStore['fundingPage']>[0];

/** A page of cases: one row more than asked for tells whether anything follows. */
function* pageOf({ narrow, after, limit }: Query): Program<Awaited<ReturnType<FundingStore['fundingPage']>>> {
  mustBePage(limit);
  const from = { ...narrow, nextOn: after?.nextOn ?? '', after: after?.id ?? '', limit: limit + 1 };
  const found: readonly FundingLine[] = yield* rows('fundingPage', from);
  const shown = found.slice(0, limit);
  const end = found.length > limit ? shown.at(-1) : undefined;
  return { rows: shown, next: end ? { nextOn: end.nextOn, id: end.caseId } : null };
}

/** The part of the port that money takes, over whatever reads and writes. */
export const fundingStore = ({ read, write }: Ways): FundingStore => ({
  keepFunding: command => write({ kind: 'keepFunding', of: command }) as Promise<boolean>,
  fundingBehind: limit => read(rows('fundingBehind', { limit })).then(found => found.map(({ id }) => id)),
  fundingPage: query => read(pageOf(query)),
  fundingOf: caseId => read<FundingRow | null>(row('fundingOfCase', { caseId })),
  fundingLines: caseId => read<readonly LineRow[]>(rows('fundingLinesOfCase', { caseId })),
  fundingSums: narrow => read<readonly StageSum[]>(rows('fundingSums', narrow)),
  bankSums: (narrow, limit) => read<readonly BankSum[]>(rows('bankSums', { ...narrow, limit })),
});
