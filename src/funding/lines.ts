import { isErased } from '#src/cases/seal.ts';
import type { CaseRow, EventRow } from '#src/cases/store.ts';
import { yuanOf } from '#src/forms/money.ts';
import { type CaseStage, type FundingRow, type LineRow, type LineStage, never } from '#src/funding/store.ts';
import { type Day, dayOf } from '#src/rules/day.ts';

/** The form whose cases ask for money. */
export const fundingForm = 'financing';

/** What happens between a bank and a case. `sent`: its details went to the bank once more. */
export type Step = LineStage | 'sent';
export const steps: readonly Step[] = [
  'passed',
  'approval',
  'approved',
  'disbursed',
  'declined',
  'withdrawn',
  'sent',
];

/** What a step's event keeps in the clear. `amount`, whole yuan: asked of the bank, approved in all, or paid out this time. */
export type StepData = {
  readonly step: Step;
  readonly bank: string;
  readonly day: Day;
  readonly amount?: number;
};
type FollowData = { readonly officer: string; readonly until: Day };

/** From where each step may come. The empty text is a bank that was not asked yet. */
const from: Readonly<Record<Step, readonly (LineStage | '')[]>> = {
  passed: ['', 'declined', 'withdrawn'],
  sent: ['passed', 'approval', 'approved', 'disbursed'],
  approval: ['passed'],
  approved: ['passed', 'approval', 'approved', 'disbursed'],
  disbursed: ['approved', 'disbursed'],
  declined: ['passed', 'approval', 'approved'],
  withdrawn: ['passed', 'approval', 'approved'],
};

/** The steps that a bank's line may take from where it is. */
export const stepsFrom = (stage: LineStage | ''): readonly Step[] =>
  steps.filter(step => from[step].includes(stage));

/** What was asked, in whole yuan. */
export const askedIn = (row: Pick<CaseRow, 'answers'>): number =>
  yuanOf(Number(JSON.parse(row.answers).amount) || 0);

/** Whether banks may learn of a case now: by its own consent, as it stands at this moment. */
export const isConsented = (row: CaseRow): boolean =>
  !isErased(row) && row.state !== 'withdrawn' && JSON.parse(row.answers).passToBanks === true;

const begun = (row: CaseRow, nth: number, { bank, day, amount = 0 }: StepData): LineRow => ({
  id: `${row.id}.${String(nth).padStart(2, '0')}`,
  caseId: row.id,
  bank,
  stage: 'passed',
  passed: amount,
  passedOn: day,
  approvedOn: '',
  disbursedOn: '',
  endedOn: '',
  approved: 0,
  disbursed: 0,
  lapsed: 0,
});

/** What was granted and not paid out is gone when a line ends. */
const ended = (line: LineRow, stage: 'declined' | 'withdrawn', day: Day): LineRow => ({
  ...line,
  stage,
  endedOn: day,
  approved: 0,
  lapsed: line.lapsed + line.approved,
});

const after = (line: LineRow, { step, day, amount = 0 }: StepData): LineRow => {
  switch (step) {
    case 'passed':
      return { ...line, stage: 'passed', passed: amount, passedOn: day, approvedOn: '', endedOn: '' };
    case 'sent':
      return line;
    case 'approval':
      return { ...line, stage: 'approval' };
    case 'approved': {
      // Granted anew after some was paid out: it goes on being paid out.
      const stage = line.stage === 'disbursed' ? 'disbursed' : 'approved';
      return { ...line, stage, approved: amount, approvedOn: day };
    }
    case 'disbursed':
      return { ...line, stage: 'disbursed', disbursed: line.disbursed + amount, disbursedOn: day };
    case 'declined':
    case 'withdrawn':
      return ended(line, step, day);
  }
};

const isLive = ({ stage }: LineRow): boolean => ['passed', 'approval', 'approved'].includes(stage);

/** The day of an event, for an end that no bank told. */
const dayOfEvent = ({ at }: EventRow): Day => dayOf(new Date(at));

/** The lines of a case, one a bank, as its events say. An enterprise that took its case back, or had it
 * erased, asks no bank any more. */
export const linesOf = (row: CaseRow, events: readonly EventRow[]): readonly LineRow[] => {
  const lines = new Map<string, LineRow>();
  for (const event of events) {
    if (event.kind === 'withdrawn' || event.kind === 'erased') {
      for (const [bank, line] of lines)
        if (isLive(line)) lines.set(bank, ended(line, 'withdrawn', dayOfEvent(event)));
      continue;
    }
    if (event.kind !== 'funding') continue;
    const data: StepData = JSON.parse(event.data);
    const line = lines.get(data.bank);
    lines.set(data.bank, line ? after(line, data) : begun(row, lines.size + 1, data));
  }
  return [...lines.values()];
};

/** The furthest first: a case that several banks look at is where the furthest of them is. */
const order: readonly LineStage[] = ['disbursed', 'approved', 'approval', 'passed', 'declined'];

/**
 * Where a case stands. Money that was paid out outweighs everything; then what became of the case itself; then the furthest bank. Banks that
 * all declined: declined. The enterprise took its wish back from all of them: withdrawn. No bank asked: registered, or closed without one.
 */
const stageOf = (row: CaseRow, lines: readonly LineRow[]): CaseStage => {
  const has = (stage: LineStage) => lines.some(line => line.stage === stage);
  if (has('disbursed')) return 'disbursed';
  if (row.mergedInto !== '') return 'merged';
  if (row.state === 'withdrawn') return 'withdrawn';
  if (row.state === 'held') return 'held';
  const without = row.state === 'closed' ? 'closed' : 'registered';
  return order.find(has) ?? (has('withdrawn') ? 'withdrawn' : without);
};

const sumOf = (lines: readonly LineRow[], of: 'approved' | 'disbursed' | 'lapsed'): number =>
  lines.reduce((sum, line) => sum + line[of], 0);

/** Who follows it and when next, as was said last; null where nobody does. */
const followOf = (events: readonly EventRow[]): FollowData | null => {
  const last = events.findLast(event => event.kind === 'funding-followed');
  return last ? JSON.parse(last.data) : null;
};

const isOver = (stage: CaseStage): boolean => ['declined', 'withdrawn', 'closed', 'merged'].includes(stage);

/** A case's money as it follows from the case and its events. */
export const fundingOf = (
  row: CaseRow,
  events: readonly EventRow[],
): { readonly row: FundingRow; readonly lines: readonly LineRow[] } => {
  const lines = linesOf(row, events);
  const stage = stageOf(row, lines);
  const follow = followOf(events);
  const last = events.findLast(event => event.kind === 'funding') ?? events[0];
  const until = follow && follow.until !== '' && !isOver(stage) ? follow.until : never;
  return {
    lines,
    row: {
      caseId: row.id,
      stage,
      asked: askedIn(row),
      consent: isConsented(row) ? 1 : 0,
      follower: follow?.officer ?? '',
      nextOn: until,
      stageOn: last ? dayOfEvent(last) : '',
      approved: sumOf(lines, 'approved'),
      disbursed: sumOf(lines, 'disbursed'),
      lapsed: sumOf(lines, 'lapsed'),
    },
  };
};

/** Why a step is refused, as a code. */
export type Refusal = 'consent' | 'over-approved' | 'below-disbursed' | 'note' | 'order' | 'ended';

/** Whether a step may be taken now; null where it may. `hasNote`: an officer said why more was granted than asked. */
export const refusalOf = (
  row: CaseRow,
  lines: readonly LineRow[],
  { step, bank, amount = 0 }: StepData,
  hasNote: boolean,
): Refusal | null => {
  const line = lines.find(one => one.bank === bank);
  if (row.mergedInto !== '' || isErased(row)) return 'ended';
  if (!from[step].includes(line?.stage ?? '')) return 'order';
  if ((step === 'passed' || step === 'sent') && !isConsented(row)) return 'consent';
  if (step === 'disbursed' && line && line.disbursed + amount > line.approved) return 'over-approved';
  if (step !== 'approved' || !line) return null;
  if (amount < line.disbursed) return 'below-disbursed';
  const granted = sumOf(lines, 'approved') - line.approved + amount;
  return granted > askedIn(row) && !hasNote ? 'note' : null;
};
