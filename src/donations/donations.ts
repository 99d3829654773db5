import { act } from '#src/cases/act.ts';
import type { Office } from '#src/cases/office.ts';
import { openAnswers } from '#src/cases/review.ts';
import { caseKey, isErased, openText } from '#src/cases/seal.ts';
import type { CaseRow, EventRow } from '#src/cases/store.ts';
import {
  donationForm,
  type Gift,
  giftOf,
  type Offered,
  offeredLines,
  type Step,
  type StepData,
} from '#src/donations/gift.ts';
import { type Refusal, refusalOf, stepsFrom } from '#src/donations/steps.ts';
import type { DonationLine, DonationNarrow, DonationStore, StageSum } from '#src/donations/store.ts';
import type { LedgerStore, Lot } from '#src/ledger/store.ts';

/** What the work on donations needs, handed in. Goods go into the stock by the ledger's own command. */
export type Donations = {
  readonly office: Office;
  readonly store: DonationStore & Pick<LedgerStore, 'bookLots'>;
};

/** Cases looked at together, and how often at most, so that nobody waits for a register of years. */
const together = 100;
const rounds = 20;

/**
 * Brings the register up to the cases, as the ledger of supplies does: that a case is behind follows from the case itself, so none is
 * missed. False where there is more than one page's worth to do: it goes on next time.
 */
export const catchUp = async ({ office, store }: Donations): Promise<boolean> => {
  for (let round = 0; round < rounds; round += 1) {
    const ids = await store.donationsBehind(together);
    for (const id of ids) {
      const row = await office.store.caseById(id);
      if (!row) continue;
      // What was added between the two reads belongs to a later event: it is taken next time.
      const events = (await office.store.events(id)).filter(event => event.seq <= row.head);
      const gift = giftOf(row, events);
      await store.keepDonation({ caseId: id, head: row.head, row: gift.row, goods: gift.goods });
    }
    if (ids.length < together) return true;
  }
  return false;
};

const isBeside = ({ stage }: StageSum): boolean => stage === 'held' || stage === 'merged';

export type Sums = {
  readonly stages: readonly StageSum[];
  readonly total: Omit<StageSum, 'stage'>;
  readonly beside: readonly StageSum[];
};

/** What was offered is the sum of its stages; what is checked still or went into another case stands beside it. */
export const summed = (sums: readonly StageSum[]): Sums => {
  const stages = sums.filter(one => !isBeside(one));
  const total = stages.reduce(
    (all, { count, offered, money, value }) => ({
      count: all.count + count,
      offered: all.offered + offered,
      money: all.money + money,
      value: all.value + value,
    }),
    { count: 0, offered: 0, money: 0, value: 0 },
  );
  return { stages, total, beside: sums.filter(isBeside) };
};

export type StepResult =
  | { readonly tag: 'done' }
  | { readonly tag: 'refused'; readonly why: Refusal }
  /** Somebody recorded a step since the page was read; nothing was stored. */
  | { readonly tag: 'stale' };

/** Who does it, and the newest event of the donation that their page showed. */
export type Hand = { readonly login: string; readonly at: number };

const isStep = ({ kind }: EventRow): boolean => kind === 'donation' || kind === 'donation-declined';

/** The number of the newest event of a donation; 0 before the first. A form sends it back, so that two officers never record over each other. */
export const giftHead = (events: readonly EventRow[]): number => events.findLast(isStep)?.seq ?? 0;

/** Records what an officer did, on the condition that the donation still stands where it was read. */
export const takeStep = async (
  { office }: Donations,
  number: string,
  data: Exclude<StepData, { readonly step: 'stocked' }>,
  note: string,
  hand: Hand,
): Promise<StepResult> => {
  const not: { result: StepResult } = { result: { tag: 'refused', why: 'ended' } };
  const done = await act(office, number, hand.login, async row => {
    if (row.form !== donationForm) return { tag: 'impossible' };
    const events = await office.store.events(row.id);
    const isStale = giftHead(events) !== hand.at;
    const why = refusalOf(row, giftOf(row, events), data, note !== '');
    not.result = isStale ? { tag: 'stale' } : { tag: 'refused', why: why ?? 'ended' };
    if (isStale || why !== null) return { tag: 'impossible' };
    const kind = data.step === 'declined' ? 'donation-declined' : 'donation';
    return { kind, data, text: note === '' ? null : note };
  });
  return done.tag === 'done' ? { tag: 'done' } : not.result;
};

/** A step as it stands in the trail of one donation, with what was written to it. */
export type Told = {
  readonly at: string;
  readonly actor: string;
  readonly data: StepData;
  readonly note: string;
};

const trailOf = (office: Office, row: CaseRow, events: readonly EventRow[]): readonly Told[] => {
  const key = isErased(row) ? null : caseKey(office.keys, row);
  return events.filter(isStep).map(event => ({
    at: event.at,
    actor: event.actor,
    data: JSON.parse(event.data),
    note: key ? openText(key, event) : '',
  }));
};

/** What the donor wrote of a line of goods: its name, and what medical goods are known by. */
export type Described = { readonly name: string; readonly lot: string; readonly registration: string };

export type DonationCase = Gift & {
  readonly offered: readonly Offered[];
  /** By the line's place in the donor's list; empty where it was erased. */ readonly described: readonly Described[];
  /** Whom it is for, as the donor wrote it; ''. */ readonly recipient: string;
  readonly receiptTitle: string;
  readonly erased: boolean;
  readonly steps: readonly Step[];
  /** The newest event of the donation. */ readonly at: number;
  readonly trail: readonly Told[];
  /** The lots that came of it, with what became of each. */ readonly lots: readonly Lot[];
};

/** So many lots of one donation are listed. */
const mostLots = 200;

const answersOf = (office: Office, row: CaseRow) => {
  const form = office.forms.find(one => one.id === donationForm);
  if (!form || isErased(row)) return { goods: [], recipient: '', receiptTitle: '' };
  return openAnswers(office, form, row) as {
    readonly goods?: readonly Partial<Described>[];
    readonly recipient?: string;
    readonly receiptTitle?: string;
  };
};

/** A donation as it stands at this moment, straight from its events. */
export const donationCase = async (
  { office, store }: Donations,
  row: CaseRow,
): Promise<DonationCase | null> => {
  if (row.form !== donationForm) return null;
  const [events, lots] = await Promise.all([
    office.store.events(row.id),
    store.lotsOfOrigin(row.number, mostLots),
  ]);
  const gift = giftOf(row, events);
  const { goods = [], recipient = '', receiptTitle = '' } = answersOf(office, row);
  return {
    ...gift,
    offered: offeredLines(row, office.tables),
    described: goods.map(({ name = '', lot = '', registration = '' }) => ({ name, lot, registration })),
    recipient,
    receiptTitle,
    erased: isErased(row),
    steps: stepsFrom(gift.row.stage),
    at: giftHead(events),
    trail: trailOf(office, row, events),
    lots,
  };
};

export type Board = Sums & {
  readonly rows: readonly DonationLine[];
  readonly next: string | null;
  readonly behind: boolean;
};

/** The register: sums by stage, and a page of donations, all of the same cases. */
export const board = async (
  donations: Donations,
  query: { readonly narrow: DonationNarrow; readonly before: string | null; readonly limit: number },
): Promise<Board> => {
  const isAll = await catchUp(donations);
  const { store } = donations;
  const [page, sums] = await Promise.all([store.donationPage(query), store.donationSums(query.narrow)]);
  return { ...summed(sums), ...page, behind: !isAll };
};
