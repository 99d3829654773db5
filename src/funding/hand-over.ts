import { act } from '#src/cases/act.ts';
import { openAnswers } from '#src/cases/review.ts';
import type { CaseRow } from '#src/cases/store.ts';
import type { Answers, AnyForm } from '#src/forms/field.ts';
import { financing } from '#src/forms/financing.ts';
import { catchUp, type Funding } from '#src/funding/funding.ts';
import { askedIn, fundingForm, isConsented, linesOf, refusalOf, type StepData } from '#src/funding/lines.ts';
import { type FundingCursor, type FundingNarrow, never } from '#src/funding/store.ts';
import { dayOf } from '#src/rules/day.ts';

/**
 * What a bank is given: what the enterprise wrote about the loan and whom to call, since it agreed to just that. Not given: the officers'
 * notes, files, the number of a hotline call, the rest of the enterprise's remarks.
 */
const bankColumns: readonly string[] = [
  'enterprise.name',
  'enterprise.creditCode',
  'enterprise.area',
  'enterprise.line',
  'contact.name',
  'contact.role',
  'contact.phone',
  'amount',
  'purpose',
  'kind',
  'currentBank',
  'dueDay',
  'term',
  'collateral',
  'intendedBank',
  'keyList',
  'categories',
];

/** The form as a bank gets it: only those columns. */
export const bankForm = (): AnyForm => ({ ...financing, columns: bankColumns });

/** One case that was handed over: its answers as they were at that moment. */
export type Given = { readonly number: string; readonly answers: Answers };

/** At most so many at a time: what one person can look through. */
export const mostGiven = 200;

type Wanted = {
  readonly bank: string;
  /** Those that were ticked. */ readonly numbers: readonly string[];
};

/** One case to one bank: told to the case first, and given only where that was stored. */
const giveOne = async (
  { office }: Funding,
  form: AnyForm,
  bank: string,
  number: string,
  login: string,
  may: (row: CaseRow) => Promise<boolean>,
): Promise<Given | null> => {
  const made: { given: Given | null } = { given: null };
  const done = await act(office, number, login, async row => {
    made.given = null;
    if (row.form !== fundingForm || !isConsented(row) || !(await may(row))) return { tag: 'impossible' };
    const lines = linesOf(row, await office.store.events(row.id));
    const day = dayOf(office.now());
    const tries: readonly StepData[] = [
      { step: 'passed', bank, day, amount: askedIn(row) },
      { step: 'sent', bank, day },
    ];
    const data = tries.find(one => refusalOf(row, lines, one, false) === null);
    if (!data) return { tag: 'impossible' };
    made.given = { number: row.number, answers: openAnswers(office, form, row) };
    return { kind: 'funding', data };
  });
  return done.tag === 'done' ? made.given : null;
};

/**
 * Hands cases over to a bank: each that agreed and still agrees gets the event, durably, before its row is given; where it takes its consent
 * back meanwhile, its case has moved on, is looked at again and left out.
 */
export const handOver = async (
  funding: Funding,
  { bank, numbers }: Wanted,
  hand: { readonly login: string; readonly may: (row: CaseRow) => Promise<boolean> },
): Promise<readonly Given[]> => {
  const form = funding.office.forms.find(one => one.id === fundingForm);
  if (!form) return [];
  const given: Given[] = [];
  for (const number of new Set(numbers.slice(0, mostGiven))) {
    const one = await giveOne(funding, form, bank, number, hand.login, hand.may);
    if (one) given.push(one);
  }
  return given;
};

const anything: FundingNarrow = { stage: '', bank: '', area: '', department: '', dueBy: never };

/** Cases that agreed and were not given to this bank yet, for the page that hands over. */
export const candidates = async (
  funding: Funding,
  {
    bank,
    department,
    after,
  }: { readonly bank: string; readonly department: string; readonly after: FundingCursor | null },
) => {
  await catchUp(funding);
  const narrow = { ...anything, department };
  const { rows, next } = await funding.store.fundingPage({ narrow, after, limit: mostGiven });
  const open = rows.filter(
    row => row.consent === 1 && ['registered', 'passed', 'approval', 'declined'].includes(row.stage),
  );
  const found = await Promise.all(
    open.map(async row => ({ row, lines: await funding.store.fundingLines(row.caseId) })),
  );
  return {
    next,
    rows: found.map(({ row, lines }) => ({ ...row, given: lines.some(line => line.bank === bank) })),
  };
};
