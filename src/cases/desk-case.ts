import { positionsOf } from '#src/cases/assist.ts';
import { type Clock, clockOf } from '#src/cases/clock.ts';
import { outcomesOf } from '#src/cases/closing.ts';
import type { DeedName, DeedResult, Doer, Outcome, Position, Pressure } from '#src/cases/deed.ts';
import type { PartRow } from '#src/cases/desk-store.ts';
import { pressuresOf } from '#src/cases/extension.ts';
import type { Facts } from '#src/cases/facts.ts';
import type { Office } from '#src/cases/office.ts';
import { isReview } from '#src/cases/parts.ts';
import { factsOf, perform, possibleOf } from '#src/cases/perform.ts';
import { type QueueRow, shownRow } from '#src/cases/queue.ts';
import { afterAll } from '#src/cases/random.ts';
import { openAnswers } from '#src/cases/review.ts';
import { caseKey, isErased, openText } from '#src/cases/seal.ts';
import type { CaseRow, EventRow } from '#src/cases/store.ts';
import type { VisitRow } from '#src/cases/visit-store.ts';
import type { Answers, AnyForm } from '#src/forms/field.ts';
import { uploadsIn } from '#src/forms/files.ts';
import { maskAnswers } from '#src/forms/mask.ts';
import type { Words } from '#src/i18n/words.ts';
import type { Decision } from '#src/rules/decide.ts';

/** An event as officers read it. `text` of a correction is what stood before, as JSON: it is left out. */
export type DeskEvent = Pick<EventRow, 'seq' | 'at' | 'kind' | 'actor'> & {
  readonly data: Readonly<Record<string, unknown>>;
  readonly text: string;
};

/** Why it went where it went: the day and mode of the tables, the row that matched, the facts that met it. */
export type Routing = Partial<Pick<Decision, 'day' | 'mode' | 'handler' | 'alsoTo' | 'trace'>> & {
  readonly reason?: Words;
};

/** A case as the desk shows it. */
export type DeskCase = {
  readonly case: QueueRow;
  /** What a deed is sent with. */ readonly head: number;
  readonly form: AnyForm | null;
  /** Personal fields are masked; null once they were deleted. */ readonly answers: Answers | null;
  /** The paths and ids of attached files. */ readonly files: ReturnType<typeof uploadsIn>;
  readonly parts: readonly PartRow[];
  readonly events: readonly DeskEvent[];
  readonly routing: Routing;
  readonly clock: Clock;
  /** Cases of the same submission. */ readonly linked: readonly QueueRow[];
  /** Cases that went into this one. */ readonly merged: readonly QueueRow[];
  /** The enterprise's other cases by its credit code, newest first. */ readonly others: readonly QueueRow[];
  /** What may be done, by the rules of the work. */ readonly possible: readonly DeedName[];
  readonly outcomes: readonly Outcome[];
  /** What a department beside may say. */ readonly positions: readonly Position[];
  /** Whether several departments review it side by side. */ readonly isReview: boolean;
  /** Visits and checks of its site. */ readonly visits: readonly VisitRow[];
  readonly pressures: readonly Pressure[];
};

/** Other cases at once on a case's page; more by `othersOf`. */
const othersShown = 20;

/** What an event says in codes and dates; the hashes that it vouches with are for the chain. */
const plainData = (event: EventRow): DeskEvent['data'] => {
  const { answers: _, sealed: __, notice: ___, texts: ____, ...said } = JSON.parse(event.data);
  return said;
};

const eventsOf = ({ office, row, events }: Facts): readonly DeskEvent[] => {
  const key = isErased(row) ? null : caseKey(office.keys, row);
  return events.map(event => ({
    seq: event.seq,
    at: event.at,
    kind: event.kind,
    actor: event.actor,
    data: plainData(event),
    text: key && event.kind !== 'changed' ? openText(key, event) : '',
  }));
};

/** The enterprise's other cases by its credit code, newest first, at most 100 before the cursor (an id, '' for the newest). */
export const othersOf = async (
  office: Office,
  row: Pick<CaseRow, 'id' | 'creditCode' | 'complaint'>,
  before = '',
  limit: number = othersShown,
): Promise<readonly QueueRow[]> => {
  // Beside a complaint they would say who complained.
  if (row.creditCode === '' || row.complaint === 1) return [];
  const rows = await office.store.ofEnterprise({
    creditCode: row.creditCode,
    before: before || afterAll,
    limit: Math.min(100, limit) + 1,
  });
  const others = rows.filter(one => one.id !== row.id && one.complaint === 0);
  return others.slice(0, limit).map(one => shownRow(office, one));
};

const answersOf = (office: Office, form: AnyForm | null, row: CaseRow): Answers | null =>
  form && !isErased(row) ? openAnswers(office, form, row) : null;

/** What the desk shows of a case to somebody; null where there is no such number. Who may see it is asked before. */
export const deskCase = async (office: Office, number: string, doer: Doer): Promise<DeskCase | null> => {
  const row = await office.store.caseByNumber(number);
  if (!row) return null;
  const [facts, linked, merged, others, visits] = await Promise.all([
    factsOf(office, row, doer),
    row.link === '' ? [] : office.store.linked(row.link),
    office.store.mergedInto(row.number),
    othersOf(office, row),
    office.store.visitsOfCase(row.id),
  ]);
  const form = office.forms.find(one => one.id === row.form) ?? null;
  const answers = answersOf(office, form, row);
  return {
    case: shownRow(office, row),
    head: row.head,
    form,
    answers: form && answers && maskAnswers(form, answers, row.complaint === 1),
    files: form && answers ? uploadsIn(form, answers) : [],
    parts: facts.parts,
    events: eventsOf(facts),
    routing: JSON.parse(row.routing) as Routing,
    clock: clockOf(facts),
    linked: linked.filter(one => one.id !== row.id).map(one => shownRow(office, one)),
    merged: merged.map(one => shownRow(office, one)),
    others,
    possible: possibleOf(facts),
    outcomes: outcomesOf(facts),
    positions: positionsOf(facts),
    isReview: isReview(row),
    visits,
    pressures: pressuresOf(facts),
  };
};

/** Opens a case's personal fields for an officer: the opening is an event, with the reason, before anything is shown. */
export const openFields = async (
  office: Office,
  number: string,
  doer: Doer,
  reason: string,
): Promise<
  | { readonly tag: 'opened'; readonly answers: Answers; readonly head: number }
  | Exclude<DeedResult, { tag: 'done' }>
> => {
  for (;;) {
    const row = await office.store.caseByNumber(number);
    const form = office.forms.find(one => one.id === row?.form) ?? null;
    if (!row || !form) return { tag: 'unknown' };
    const result = await perform(office, number, row.head, { deed: 'open', reason }, doer);
    if (result.tag === 'done')
      return { tag: 'opened', answers: openAnswers(office, form, row), head: result.head };
    if (result.tag !== 'stale') return result;
  }
};
