import { mac } from '#src/cases/keys.ts';
import type { Office } from '#src/cases/office.ts';
import { openAnswers } from '#src/cases/review.ts';
import { isErased } from '#src/cases/seal.ts';
import { isAtWork } from '#src/cases/side-by-side.ts';
import type { CaseRow, EventRow } from '#src/cases/store.ts';
import type { EntryRow, ReturnRow, Stand, Turn } from '#src/firms/store.ts';
import { type Day, dayOf, isDay } from '#src/rules/day.ts';

/** The forms that are counted here. */
export const filingForm = 'filing';
export const returnForm = 'daily-return';

type Clear = {
  readonly filer?: string;
  readonly tenants?: readonly { readonly creditCode?: string; readonly staff?: number | null }[];
  readonly aboveThreshold?: boolean | null;
  readonly reopening?: string;
  readonly staff?: {
    readonly total?: number | null;
    readonly returning?: number | null;
    readonly local?: number | null;
    readonly letters?: number | null;
  };
};

/** By what an enterprise is counted; one without a credit code is the same as no other. */
const firmKey = ({ keys }: Pick<Office, 'keys'>, creditCode: string, own: string): string =>
  creditCode === '' ? own : mac(keys.index, 'firm in operation', creditCode).toString('base64url');

const later = (a: Day, b: Day): Day => (a > b ? a : b);

/** The day from which work was meant to resume; a day that nobody can read holds nothing up. */
const planned = (clear: Clear): Day => (isDay(clear.reopening ?? '') ? (clear.reopening ?? '') : '');

const fromOf = ({ data, at }: EventRow): Day => {
  const { from = '' } = JSON.parse(data) as { readonly from?: string };
  return isDay(from) ? from : dayOf(new Date(at));
};

/**
 * What a filing's events mean for its enterprise, in order of time. Where being filed is enough it opens on the day it came, or was let
 * through after being held; an application by 复工告知. Nobody opens before the day that they named themselves.
 */
const turnsOf = (row: CaseRow, events: readonly EventRow[], clear: Clear): readonly Turn[] => {
  const { mode } = JSON.parse(row.routing) as { readonly mode?: string };
  const own = planned(clear);
  const wasHeld = events[0]?.kind === 'held';
  const found: Turn[] = [];
  for (const event of events) {
    const { kind, at } = event;
    const day = dayOf(new Date(at));
    const isIn = kind === (wasHeld ? 'released' : 'received');
    if (isIn && mode === 'filed') found.push({ at, turn: 'opens', from: later(day, own) });
    if (kind === 'cleared') found.push({ at, turn: 'cleared', from: later(fromOf(event), own) });
    if (kind === 'suspended') found.push({ at, turn: 'suspended', from: day });
    // What is deleted while it is open is taken back with it.
    const isBack = kind === 'withdrawn' || (kind === 'erased' && row.state === 'withdrawn');
    if (isBack && !found.some(turn => turn.turn === 'ended')) found.push({ at, turn: 'ended', from: day });
  }
  return row.mergedInto === '' ? found : [];
};

const standOf = (row: CaseRow, events: readonly EventRow[]): Stand => {
  if (row.mergedInto !== '') return 'merged';
  if (row.state === 'withdrawn') return 'ended';
  if (row.state === 'held') return 'held';
  const turn = events.findLast(event => event.kind === 'cleared' || event.kind === 'suspended');
  if (turn?.kind === 'suspended') return 'suspended';
  if (isAtWork({ row, events })) return 'open';
  if (row.state === 'returned') return 'asked';
  return row.state === 'received' || row.state === 'assigned' ? 'waiting' : 'ended';
};

const aboveOf = ({ aboveThreshold = null }: Clear): EntryRow['above'] =>
  aboveThreshold === null ? '' : aboveThreshold ? 'yes' : 'no';

type Known = Pick<EntryRow, 'id' | 'firm'>;

/** Names of tenants: text that is sealed in the case, an enterprise's name in the clear like any other. */
const tenantNames = (office: Office, row: CaseRow): readonly string[] => {
  const form = office.forms.find(one => one.id === filingForm);
  if (!form || isErased(row)) return [];
  const { tenants = [] } = openAnswers(office, form, row) as {
    readonly tenants?: readonly { name?: string }[];
  };
  return tenants.map(one => one.name ?? '');
};

/** Of an erased case nobody knows the code: it stays with the enterprise that it was counted with. */
const firmOf = (
  office: Office,
  row: CaseRow,
  creditCode: string,
  id: string,
  known: readonly Known[],
): string =>
  (isErased(row) ? known.find(one => one.id === id)?.firm : undefined) ?? firmKey(office, creditCode, id);

/**
 * The enterprises of a filing as it stands: its own, or of a park or building its tenants, each counted by itself. `known` are the
 * entries that were made of it before.
 */
export const entriesOf = (
  office: Office,
  row: CaseRow,
  events: readonly EventRow[],
  known: readonly Known[],
): readonly EntryRow[] => {
  const clear: Clear = JSON.parse(row.answers);
  const { staff: counts = {}, tenants = [] } = clear;
  const usual = {
    caseId: row.id,
    area: row.area,
    line: row.line,
    above: aboveOf(clear),
    stand: standOf(row, events),
    filedAt: row.receivedAt,
    turns: JSON.stringify(turnsOf(row, events, clear)),
  };
  if (clear.filer !== 'building' || tenants.length === 0) {
    const firm = firmOf(office, row, row.creditCode, row.id, known);
    const { total = null, returning = null, local: locals = null, letters = null } = counts;
    const { id, enterprise: name, creditCode } = row;
    return [{ ...usual, id, firm, name, creditCode, total, staff: returning, locals, letters }];
  }
  const names = tenantNames(office, row);
  return tenants.map(({ creditCode = '', staff: total = null }, index) => {
    const id = `${row.id}.${index + 1}`;
    const firm = firmOf(office, row, creditCode, id, known);
    const name = names[index] ?? '';
    return { ...usual, id, firm, name, creditCode, total, staff: total, locals: null, letters: null };
  });
};

type Said = {
  readonly day?: string;
  readonly state?: string;
  readonly present?: number | null;
  readonly absent?: number | null;
  readonly fever?: number | null;
  readonly quarantined?: number | null;
  readonly returned?: number | null;
  readonly maskDays?: number | null;
};

const returnStand = (row: CaseRow): ReturnRow['stand'] => {
  if (row.mergedInto !== '' || row.state === 'withdrawn') return 'ended';
  return row.state === 'held' ? 'held' : 'filed';
};

/** A daily return as it stands. What was not said is null. A fever is a problem, whatever was ticked. */
export const returnOf = (office: Office, row: CaseRow, known: Pick<ReturnRow, 'firm'> | null): ReturnRow => {
  const said: Said = JSON.parse(row.answers);
  const { present = null, absent = null, fever = null, quarantined = null, returned = null } = said;
  const { maskDays = null } = said;
  const firm = isErased(row) ? known?.firm : undefined;
  return {
    caseId: row.id,
    firm: firm ?? firmKey(office, row.creditCode, row.id),
    name: row.enterprise,
    creditCode: row.creditCode,
    area: row.area,
    line: row.line,
    day: said.day || dayOf(new Date(row.receivedAt)),
    filedAt: row.receivedAt,
    stand: returnStand(row),
    state: said.state === 'normal' && !fever ? 'normal' : 'problem',
    present,
    absent,
    fever,
    quarantined,
    returned,
    maskTenths: maskDays === null ? null : Math.round(maskDays * 10),
  };
};
