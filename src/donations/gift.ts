import { isErased } from '#src/cases/seal.ts';
import type { CaseRow, EventRow } from '#src/cases/store.ts';
import type { DonationRow, GiftKind, GoodsRow, Stage } from '#src/donations/store.ts';
import { fenOf } from '#src/forms/fen.ts';
import type { Tables } from '#src/forms/field.ts';
import { thereIn } from '#src/forms/goods.ts';
import type { Day } from '#src/rules/day.ts';
import { toBase } from '#src/rules/units.ts';

/** The form whose cases give something. */
export const donationForm = 'donation';

/** What was really received, as an officer counted it: of one line of the donor's list. */
export type Counted = Pick<GoodsRow, 'line' | 'item' | 'unit' | 'quantity' | 'value' | 'basis'>;

/** So much of a line of goods. */
export type Part = { readonly line: number; readonly quantity: number };

/** Fen of money, or goods line by line. */
export type Received = {
  readonly step: 'received' | 'corrected';
  readonly day: Day;
  readonly money?: number;
  readonly goods?: readonly Counted[];
};
export type Handed = {
  readonly step: 'handed';
  readonly day: Day;
  readonly money?: number;
  readonly goods?: readonly (Part & Pick<GoodsRow, 'item' | 'unit'>)[];
};

/**
 * What an officer records, as its event keeps it in the clear. `corrected` says anew how much was received in all, and never changes what was
 * said before. `stocked` names the lots of the ledger; `handed`: money paid on, or goods given straight to whom they are meant for.
 */
export type StepData =
  | { readonly step: 'accepted' | 'declined' | 'named' | 'unnamed' }
  | Received
  | { readonly step: 'receipt'; readonly day: Day; readonly serial: string }
  | { readonly step: 'stocked'; readonly lots: readonly (Part & { readonly lot: string })[] }
  | Handed;
export type Step = StepData['step'];

/** What a case's answers say in the clear, as far as the register is made of it. */
type Clear = {
  readonly kind?: GiftKind;
  readonly amount?: number | null;
  readonly goods?: readonly {
    readonly item: string;
    readonly unit: string;
    readonly quantity: number;
    readonly each?: number | null;
    readonly value?: number | null;
    readonly expiry?: Day;
  }[];
  readonly aim?: string;
  readonly receipt?: boolean | null;
  readonly naming?: boolean | null;
};

const clearOf = (row: Pick<CaseRow, 'answers'>): Clear => JSON.parse(row.answers);

/** A line of the donor's list in the unit that is counted: what it is expected to come to. */
export type Offered = {
  readonly line: number;
  readonly item: string;
  readonly unit: string;
  readonly quantity: number;
  /** Fen, as the donor thinks; 0 where it does not say. */ readonly value: number;
  readonly expiry: Day;
};

/** The donor's list. A line of an item that the catalogue no longer has, or of containers of unknown size, is left out. */
export const offeredLines = (row: Pick<CaseRow, 'answers'>, tables: Tables): readonly Offered[] =>
  (clearOf(row).goods ?? []).flatMap((one, line) => {
    const item = tables.items.find(({ code }) => code === one.item);
    const base =
      item && toBase(tables.units, item, { quantity: one.quantity, unit: one.unit }, one.each ?? null);
    const quantity = base && thereIn(base.quantity, base.unit);
    if (!base || !quantity) return [];
    return [
      {
        line,
        item: one.item,
        unit: base.unit,
        quantity,
        value: fenOf(one.value ?? 0),
        expiry: one.expiry ?? '',
      },
    ];
  });

const dataOf = (event: EventRow): StepData => JSON.parse(event.data);
const isStep = ({ kind }: EventRow): boolean => kind === 'donation' || kind === 'donation-declined';

/**
 * Whether the donor may be named now. An officer's record of what the donor said on the phone outweighs the box of the form; a form that was
 * changed after that says yes again only where the officer's record did not say no.
 */
const isAgreed = (row: CaseRow, events: readonly EventRow[]): boolean => {
  const last = events.findLast(
    event => event.kind === 'donation' && ['named', 'unnamed'].includes(dataOf(event).step),
  );
  const ticked = clearOf(row).naming === true;
  if (!last) return ticked;
  const isChanged = events.some(event => event.kind === 'changed' && event.seq > last.seq);
  return dataOf(last).step === 'named' && (!isChanged || ticked);
};

/** A donation as its case and events say. */
export type Gift = {
  readonly row: DonationRow;
  readonly goods: readonly GoodsRow[];
  readonly receiptOn: string;
  /** Whether the donor asked for a receipt. */ readonly wantsReceipt: boolean;
};

type Course = {
  decided: '' | 'accepted' | 'declined';
  money: number;
  paid: number;
  receivedOn: string;
  receipt: string;
  receiptOn: string;
  goods: readonly Counted[];
  readonly stocked: Map<number, number>;
  readonly handed: Map<number, number>;
};

const add = (sums: Map<number, number>, parts: readonly Part[]): void => {
  for (const { line, quantity } of parts) sums.set(line, (sums.get(line) ?? 0) + quantity);
};

const take = (course: Course, data: StepData): void => {
  switch (data.step) {
    case 'accepted':
    case 'declined':
      course.decided = data.step;
      break;
    case 'received':
    case 'corrected':
      course.money = data.money ?? 0;
      course.goods = data.goods ?? [];
      // Corrected to nothing, it was never there.
      course.receivedOn = course.money === 0 && course.goods.length === 0 ? '' : data.day;
      break;
    case 'receipt':
      course.receipt = data.serial;
      course.receiptOn = data.day;
      break;
    case 'stocked':
      add(course.stocked, data.lots);
      break;
    case 'handed':
      course.paid += data.money ?? 0;
      add(course.handed, data.goods ?? []);
      break;
    case 'named':
    case 'unnamed':
      break;
  }
};

const courseOf = (events: readonly EventRow[]): Course => {
  const course: Course = {
    decided: '',
    money: 0,
    paid: 0,
    receivedOn: '',
    receipt: '',
    receiptOn: '',
    goods: [],
    stocked: new Map(),
    handed: new Map(),
  };
  for (const event of events) if (isStep(event)) take(course, dataOf(event));
  return course;
};

/** What was received outweighs what became of the case: it is there, whoever took the case back. */
const stageOf = (
  row: CaseRow,
  { decided, money, paid, receivedOn }: Course,
  goods: readonly GoodsRow[],
): Stage => {
  if (receivedOn !== '') {
    const isPassed = paid === money && goods.every(one => one.stocked + one.handed === one.quantity);
    return isPassed ? 'allocated' : 'received';
  }
  if (row.mergedInto !== '') return 'merged';
  if (row.state === 'withdrawn') return 'withdrawn';
  if (row.state === 'held') return 'held';
  return decided === '' ? 'offered' : decided;
};

const offeredIn = ({ kind, amount, goods = [] }: Clear): number =>
  kind === 'money' ? fenOf(amount ?? 0) : goods.reduce((sum, one) => sum + fenOf(one.value ?? 0), 0);

/** A donation as it follows from its case and events. Who was erased, or took the case back, is named nowhere. */
export const giftOf = (row: CaseRow, events: readonly EventRow[]): Gift => {
  const clear = clearOf(row);
  const course = courseOf(events);
  const goods = course.goods.map(
    (one): GoodsRow => ({
      ...one,
      id: `${row.id}.${String(one.line).padStart(2, '0')}`,
      caseId: row.id,
      stocked: course.stocked.get(one.line) ?? 0,
      handed: course.handed.get(one.line) ?? 0,
    }),
  );
  const stage = stageOf(row, course, goods);
  const isThere =
    !isErased(row) && row.state !== 'withdrawn' && row.mergedInto === '' && row.enterprise !== '';
  return {
    goods,
    receiptOn: course.receiptOn,
    wantsReceipt: clear.receipt === true,
    row: {
      caseId: row.id,
      stage,
      kind: clear.kind === 'goods' ? 'goods' : 'money',
      named: isThere && isAgreed(row, events) ? 1 : 0,
      directed: clear.aim === 'directed' ? 1 : 0,
      offered: offeredIn(clear),
      money: course.money,
      paid: course.paid,
      value: goods.reduce((sum, one) => sum + one.value, 0),
      receivedOn: course.receivedOn,
      receipt: course.receipt,
    },
  };
};
