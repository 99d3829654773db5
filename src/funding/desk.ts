import type { CaseRow } from '#src/cases/store.ts';
import type { Funding } from '#src/funding/funding.ts';
import {
  board,
  catchUp,
  follow,
  fundingCase,
  type Hand,
  mostBanks,
  summed,
  takeStep,
} from '#src/funding/funding.ts';
import { bankForm, candidates, handOver, mostGiven } from '#src/funding/hand-over.ts';
import type { StepData } from '#src/funding/lines.ts';
import { fundingSectionOf } from '#src/funding/section.ts';
import { caseStages, type FundingCursor, type FundingNarrow, lineStages, never } from '#src/funding/store.ts';

/** Sums of the whole zone. */
const everything: FundingNarrow = { stage: '', bank: '', area: '', department: '', dueBy: never };

/** Financing as the pages of the desk take it. */
export const openFunding = (funding: Funding) => ({
  board: (query: {
    readonly narrow: FundingNarrow;
    readonly after: FundingCursor | null;
    readonly limit: number;
  }) => board(funding, query),
  case: (row: CaseRow) => fundingCase(funding, row),
  step: (number: string, data: StepData, note: string, hand: Hand) =>
    takeStep(funding, number, data, note, hand),
  follow: (number: string, wish: Parameters<typeof follow>[2], hand: Hand) =>
    follow(funding, number, wish, hand),
  candidates: (query: Parameters<typeof candidates>[1]) => candidates(funding, query),
  handOver: (wanted: Parameters<typeof handOver>[1], hand: Parameters<typeof handOver>[2]) =>
    handOver(funding, wanted, hand),
  catchUp: () => catchUp(funding),
  /** The whole zone's sums at this moment. */
  sums: async () => {
    await catchUp(funding);
    return summed(await funding.store.fundingSums(everything));
  },
  /** For the daily report. */
  section: async () => {
    await catchUp(funding);
    return fundingSectionOf(summed(await funding.store.fundingSums(everything)));
  },
  stages: caseStages,
  lineStages,
  never,
  /** Names of the banks that cases went to. */
  banks: async () => (await funding.store.bankSums(everything, mostBanks)).map(one => one.bank),
  bankForm,
  mostGiven,
});

/** What the desk asks of financing; a port of plain data for its pages. */
export type FundingDesk = ReturnType<typeof openFunding>;
