import type { DonationLine, DonationRow, DonationStore, GoodsRow, RollRow } from '#src/donations/store.ts';
import type { Lot } from '#src/ledger/store.ts';
import type { DonationCommand } from '#src/store/donation-commands.ts';
import { mustBePage } from '#src/store/page.ts';
import { type Program, row, rows, statement } from '#src/store/program.ts';

type Ways = {
  read<Answer>(program: Program<Answer>): Promise<Answer>;
  write(command: DonationCommand): Promise<unknown>;
};
type Found<Name extends 'donationPage' | 'rollPage'> = Program<Awaited<ReturnType<DonationStore[Name]>>>;

/** Sorts after every id and every day. */
const last = '~';

/** A page of the register: one row more than asked for tells whether anything follows. */
function* pageOf({
  narrow,
  before,
  limit,
}: Parameters<DonationStore['donationPage']>[0]): Found<'donationPage'> {
  mustBePage(limit);
  const from = { ...narrow, before: before ?? last, limit: limit + 1 };
  const found: readonly DonationLine[] = yield* rows('donationPage', from);
  const shown = found.slice(0, limit);
  return { rows: shown, next: found.length > limit ? (shown.at(-1)?.caseId ?? null) : null };
}

/** A page of the roll, and the goods of its rows in one step. */
function* rollOf({ after, limit }: Parameters<DonationStore['rollPage']>[0]): Found<'rollPage'> {
  mustBePage(limit);
  const from = { receivedOn: after?.receivedOn ?? last, before: after?.id ?? last, limit: limit + 1 };
  const found: readonly RollRow[] = yield* rows('rollPage', from);
  const shown = found.slice(0, limit);
  const results = yield shown.map(({ caseId }) => statement('donationGoodsOfCase', { caseId }));
  const end = found.length > limit ? shown.at(-1) : undefined;
  return {
    rows: shown.map((one, index) => ({
      ...one,
      goods: (results[index]?.rows ?? []) as readonly GoodsRow[],
    })),
    next: end ? { receivedOn: end.receivedOn, id: end.caseId } : null,
  };
}

/** The part of the port that donations take, over whatever reads and writes. */
export const donationStore = ({ read, write }: Ways): DonationStore => ({
  keepDonation: command => write({ kind: 'keepDonation', of: command }) as Promise<boolean>,
  donationsBehind: limit => read(rows('donationsBehind', { limit })).then(found => found.map(({ id }) => id)),
  donationOf: caseId => read<DonationRow | null>(row('donationOfCase', { caseId })),
  donationGoods: caseId => read<readonly GoodsRow[]>(rows('donationGoodsOfCase', { caseId })),
  donationPage: query => read(pageOf(query)),
  donationSums: narrow => read(rows('donationSums', narrow)),
  lotsOfOrigin: (origin, limit) => read<readonly Lot[]>(rows('lotsOfOrigin', { origin, limit })),
  rollPage: query => read(rollOf(query)),
  rollSums: () => read(rows('rollSums', {})),
  rollGoods: () => read(rows('rollGoods', {})),
});
