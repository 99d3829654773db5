import { act } from '#src/cases/act.ts';
import type { Office } from '#src/cases/office.ts';
import { isErased } from '#src/cases/seal.ts';
import type { CaseRow } from '#src/cases/store.ts';
import {
  askedIn,
  fundingForm,
  fundingOf,
  isConsented,
  linesOf,
  type Refusal,
  refusalOf,
  type Step,
  type StepData,
  stepsFrom,
} from '#src/funding/lines.ts';
import type {
  BankSum,
  FundingCursor,
  FundingLine,
  FundingNarrow,
  FundingRow,
  FundingStore,
  LineRow,
  Money,
  StageSum,
} from '#src/funding/store.ts';
import type { Day } from '#src/rules/day.ts';

/** What the work on financing needs, handed in. */
export type Funding = { readonly office: Office; readonly store: FundingStore };

/** Cases looked at together, and how often at most, so that nobody waits for a pipeline of years. */
const together = 100;
const rounds = 20;

/**
 * Brings the pipeline up to the cases, as the ledger of supplies does: that a case is behind follows from the case itself, so none is
 * missed. False where there is more than one page's worth to do: it goes on next time.
 */
export const catchUp = async ({ office, store }: Funding): Promise<boolean> => {
  for (let round = 0; round < rounds; round += 1) {
    const ids = await store.fundingBehind(together);
    for (const id of ids) {
      const row = await office.store.caseById(id);
      if (!row) continue;
      const events = await office.store.events(id);
      // What was added between the two reads belongs to a later event: it is taken next time.
      const known = events.filter(event => event.seq <= row.head);
      await store.keepFunding({ caseId: id, head: row.head, ...fundingOf(row, known) });
    }
    if (ids.length < together) return true;
  }
  return false;
};

/** The pipeline's sums. `total` are all that count; those held or merged stand beside it. */
export type Sums = {
  readonly stages: readonly StageSum[];
  readonly total: Omit<StageSum, 'stage'>;
  readonly beside: readonly StageSum[];
};

const nothing: Money & { count: number; asked: number } = {
  count: 0,
  asked: 0,
  approved: 0,
  disbursed: 0,
  lapsed: 0,
};

const isBeside = ({ stage }: StageSum): boolean => stage === 'held' || stage === 'merged';

/** What is registered is the sum of its stages, in cases and in money; what is checked still or went into another case is not counted. */
export const summed = (sums: readonly StageSum[]): Sums => {
  const stages = sums.filter(one => !isBeside(one));
  const total = stages.reduce(
    (all, one) => ({
      count: all.count + one.count,
      asked: all.asked + one.asked,
      approved: all.approved + one.approved,
      disbursed: all.disbursed + one.disbursed,
      lapsed: all.lapsed + one.lapsed,
    }),
    nothing,
  );
  return { stages, total, beside: sums.filter(isBeside) };
};

export type StepResult =
  | { readonly tag: 'done' }
  /** The page was drawn before somebody else did something. */
  | { readonly tag: 'stale' }
  | { readonly tag: 'refused'; readonly why: Refusal };

/** Who does it, on a case as it was read: at which event of its money, so that a stale page changes nothing. */
export type Hand = { readonly login: string; readonly at: number };

const moneyKinds: readonly string[] = ['funding', 'funding-followed'];

/** The newest event of a case's money; 0 for none. What the enterprise says meanwhile makes no page stale. */
const moneyHead = (events: readonly { readonly seq: number; readonly kind: string }[]): number =>
  events.findLast(event => moneyKinds.includes(event.kind))?.seq ?? 0;

/** Records a step of a bank on a case, on the condition that its money still stands where it was read. */
export const takeStep = async (
  { office }: Funding,
  number: string,
  data: StepData,
  note: string,
  hand: Hand,
): Promise<StepResult> => {
  const not: { result: StepResult } = { result: { tag: 'refused', why: 'ended' } };
  const done = await act(office, number, hand.login, async row => {
    const events = await office.store.events(row.id);
    const isStale = moneyHead(events) !== hand.at;
    const why = refusalOf(row, linesOf(row, events), data, note !== '');
    not.result = isStale ? { tag: 'stale' } : { tag: 'refused', why: why ?? 'ended' };
    if (isStale || why !== null) return { tag: 'impossible' };
    const amount = data.step === 'passed' ? { amount: askedIn(row) } : {};
    return { kind: 'funding', data: { ...data, ...amount }, text: note === '' ? null : note };
  });
  return done.tag === 'done' ? { tag: 'done' } : not.result;
};

/** Notes who follows a case and when the banks are asked again. Whoever notes it follows it. */
export const follow = async (
  { office }: Funding,
  number: string,
  { until, note }: { readonly until: Day; readonly note: string },
  hand: Hand,
): Promise<StepResult> => {
  const not: { result: StepResult } = { result: { tag: 'refused', why: 'ended' } };
  const done = await act(office, number, hand.login, async row => {
    const isStale = moneyHead(await office.store.events(row.id)) !== hand.at;
    not.result = isStale ? { tag: 'stale' } : { tag: 'refused', why: 'ended' };
    if (isStale) return { tag: 'impossible' };
    const text = note === '' ? null : note;
    return { kind: 'funding-followed', data: { officer: hand.login, until }, text };
  });
  return done.tag === 'done' ? { tag: 'done' } : not.result;
};

export type FundingCase = {
  readonly row: FundingRow;
  readonly lines: readonly (LineRow & { readonly steps: readonly Step[] })[];
  readonly consented: boolean;
  readonly erased: boolean;
  /** The newest event of its money. */ readonly at: number;
};

/** A case's money as it stands at this moment, straight from its events. */
export const fundingCase = async ({ office }: Funding, row: CaseRow): Promise<FundingCase | null> => {
  if (row.form !== fundingForm) return null;
  const events = await office.store.events(row.id);
  const made = fundingOf(row, events);
  return {
    row: made.row,
    lines: made.lines.map(line => ({ ...line, steps: stepsFrom(line.stage) })),
    consented: isConsented(row),
    erased: isErased(row),
    at: moneyHead(events),
  };
};

export type Board = Sums & {
  readonly rows: readonly FundingLine[];
  readonly next: FundingCursor | null;
  readonly banks: readonly BankSum[];
  readonly behind: boolean;
};

/** So many banks are listed. */
export const mostBanks = 60;

/** The pipeline: sums by stage and by bank, and a page of cases, all of the same cases. */
export const board = async (
  funding: Funding,
  query: { readonly narrow: FundingNarrow; readonly after: FundingCursor | null; readonly limit: number },
): Promise<Board> => {
  const isAll = await catchUp(funding);
  const { store } = funding;
  const [page, sums, banks] = await Promise.all([
    store.fundingPage(query),
    store.fundingSums(query.narrow),
    store.bankSums(query.narrow, mostBanks),
  ]);
  return { ...summed(sums), ...page, banks, behind: !isAll };
};
