import { act } from '#src/cases/act.ts';
import { mac } from '#src/cases/keys.ts';
import type { Office } from '#src/cases/office.ts';
import { open, seal } from '#src/cases/seal.ts';
import type { CaseRow } from '#src/cases/store.ts';
import { type Intent, plannedVisit, type VisitPlan } from '#src/cases/visit-plan.ts';
import { type Finding, findings, purposes, type VisitCourse, type VisitRow } from '#src/cases/visit-store.ts';
import type { VisitRule } from '#src/i18n/visit.ts';
import { creditCode } from '#src/rules/credit-code.ts';
import { addDays, dayOf, isDay } from '#src/rules/day.ts';
import { isPlain, length, tidy } from '#src/rules/text.ts';

/** What is wrong, by the field's name. */
export type Wrong = Readonly<Record<string, VisitRule>>;

/** What was found at a visit. `at`: when, ISO 8601. */
export type VisitRecord = {
  readonly at: string;
  readonly results: Readonly<Record<string, string>>;
  readonly note: string;
};

/** How far ahead a visit may be planned, and how long afterwards it may be written down, in days. */
const furthest = 60;
const latest = 30;
const day = 24 * 3_600_000;

const planFaults = (office: Office, plan: VisitPlan, today: string): Wrong => {
  const code = plan.creditCode === '' ? null : creditCode(plan.creditCode);
  const isSoon = isDay(plan.due) && plan.due >= today && plan.due <= addDays(today, furthest);
  return {
    ...(plan.enterprise === '' || length(plan.enterprise) > 60 || !isPlain(plan.enterprise)
      ? { enterprise: 'enterprise' as const }
      : {}),
    ...(code && code.tag !== 'valid' ? { creditCode: 'creditCode' as const } : {}),
    ...(office.tables.areas.some(area => area.code === plan.area) ? {} : { area: 'area' as const }),
    ...(Object.hasOwn(office.departments, plan.department) ? {} : { department: 'department' as const }),
    ...(isSoon ? {} : { due: 'due' as const }),
    ...(purposes.includes(plan.purpose) ? {} : { purpose: 'purpose' as const }),
  };
};

export type Planned =
  | { readonly tag: 'planned'; readonly visit: VisitRow }
  | { readonly tag: 'refused'; readonly wrong: Wrong };

/** Plans a visit. The same key of the same person again is the same visit. */
export const plan = async (
  office: Office,
  typed: VisitPlan,
  { key, by }: Pick<Intent, 'key' | 'by'>,
): Promise<Planned> => {
  const at = office.now();
  const read = typed.creditCode === '' ? null : creditCode(typed.creditCode);
  const tidied = {
    ...typed,
    enterprise: tidy(typed.enterprise, false),
    creditCode: read?.tag === 'valid' ? read.code : typed.creditCode,
  };
  const wrong = planFaults(office, tidied, dayOf(at));
  if (Object.keys(wrong).length > 0) return { tag: 'refused', wrong };
  const visit = plannedVisit(office, tidied, { key, by, at });
  await office.store.putVisit(visit);
  return { tag: 'planned', visit: (await office.store.visitById(visit.id)) ?? visit };
};

const isFinding = (value: string): value is Finding => (findings as readonly string[]).includes(value);

/** The findings that were given, by item, in the list's order; at a check every item has one. */
const resultsOf = (
  { purpose }: VisitRow,
  { results }: VisitRecord,
  items: readonly string[],
): Readonly<Record<string, Finding>> | null => {
  const given = items.flatMap(item => {
    const value = results[item] ?? '';
    return value === '' ? [] : [[item, value] as const];
  });
  const isWhole = purpose === 'visit' || given.length === items.length;
  const isSound = given.every(([, value]) => isFinding(value));
  return isWhole && isSound ? (Object.fromEntries(given) as Record<string, Finding>) : null;
};

const recordFaults = (row: VisitRow, record: VisitRecord, items: readonly string[], now: Date): Wrong => {
  const at = Date.parse(record.at);
  // A minute for clocks that differ.
  const isPast = at <= now.getTime() + 60_000 && at >= now.getTime() - latest * day;
  const note = tidy(record.note, true);
  const results = resultsOf(row, record, items);
  const isEmpty = results !== null && Object.keys(results).length === 0 && note === '';
  return {
    ...(isPast ? {} : { at: 'at' as const }),
    ...(results === null ? { results: 'results' as const } : {}),
    ...(isEmpty ? { note: 'nothing' as const } : {}),
    ...(length(note) > 1000 ? { note: 'noteLong' as const } : {}),
    ...(isPlain(note) ? {} : { note: 'notePlain' as const }),
  };
};

export type Recorded =
  | { readonly tag: 'recorded'; readonly visit: VisitRow }
  /** Somebody else wrote it down first, or it was taken off the plan: as it stands now. */
  | { readonly tag: 'taken'; readonly visit: VisitRow }
  /** The same key with other words. */
  | { readonly tag: 'key-reused' }
  | { readonly tag: 'refused'; readonly wrong: Wrong }
  | { readonly tag: 'unknown' };

const sealNote = ({ keys }: Office, id: string, note: string): Uint8Array | null =>
  note === '' ? null : seal(keys.visits, `visit ${id}`, 'note', note);

const noteOf = ({ keys }: Pick<Office, 'keys'>, { id, sealed }: VisitRow): string =>
  sealed === null ? '' : open(keys.visits, `visit ${id}`, 'note', sealed).toString('utf8');

/** That a check of its site was made goes into its case, once. An erased case is left alone. */
const noteInCase = async (office: Office, { caseId, id, faults, recordedBy }: VisitRow): Promise<void> => {
  const row = caseId === '' ? null : await office.store.caseById(caseId);
  if (!row) return;
  await act(office, row.number, recordedBy, async now => {
    const events = await office.store.events(now.id);
    const isThere = events.some(event => event.kind === 'checked' && JSON.parse(event.data).visit === id);
    return isThere ? { tag: 'done' } : { kind: 'checked', data: { visit: id, faults } };
  });
};

/** Who sends a record, under which key, and the ids of the check list. */
type Made = { readonly key: string; readonly by: string; readonly items: readonly string[] };

/** What makes a record the same when it comes again: the sender's key, and what was sent. */
const claimOf = (
  { keys }: Office,
  id: string,
  { at, results, note }: VisitRecord,
  { key, items }: Made,
): Pick<VisitCourse, 'recordKey' | 'recordPayload'> => {
  const hash = (...parts: readonly string[]) => mac(keys.dedupe, ...parts).toString('base64url');
  const said = JSON.stringify([at, items.map(item => results[item] ?? ''), note]);
  return { recordKey: hash('visit record', id, key), recordPayload: hash('visit payload', said) };
};

const courseOf = (office: Office, row: VisitRow, typed: VisitRecord, made: Made): VisitCourse => {
  const results = resultsOf(row, typed, made.items) ?? {};
  return {
    state: 'done',
    visitedAt: new Date(typed.at).toISOString(),
    recordedBy: made.by,
    recordedAt: office.now().toISOString(),
    results: JSON.stringify(results),
    faults: Object.values(results).filter(value => value === 'fix').length,
    sealed: sealNote(office, row.id, tidy(typed.note, true)),
    ...claimOf(office, row.id, typed, made),
  };
};

/** What a visit that is settled means for somebody who sends a record of it. */
const settled = async (
  office: Office,
  visit: VisitRow | null,
  claim: Pick<VisitCourse, 'recordKey' | 'recordPayload'>,
): Promise<Recorded> => {
  if (!visit) return { tag: 'unknown' };
  if (visit.recordKey !== claim.recordKey) return { tag: 'taken', visit };
  if (visit.recordPayload !== claim.recordPayload) return { tag: 'key-reused' };
  // Also where the program ended between the two: sent again, the case hears of it.
  await noteInCase(office, visit);
  return { tag: 'recorded', visit };
};

/**
 * Writes down what came of a visit, exactly once: the same key with the same words again is told as done. Where somebody
 * was faster, it is told how it stands; nothing is overwritten.
 */
export const record = async (
  office: Office,
  id: string,
  typed: VisitRecord,
  made: Made,
): Promise<Recorded> => {
  const row = await office.store.visitById(id);
  if (row?.state !== 'planned') return settled(office, row, claimOf(office, id, typed, made));
  const wrong = recordFaults(row, typed, made.items, office.now());
  if (Object.keys(wrong).length > 0) return { tag: 'refused', wrong };
  const course = courseOf(office, row, typed, made);
  const result = await office.store.settleVisit({ id, ...course });
  return settled(office, result.tag === 'stored' ? { ...row, ...course } : result.visit, course);
};

/** Takes a visit off the plan; how it stands afterwards, null for none of the id. */
export const drop = async (office: Office, id: string, by: string): Promise<VisitRow | null> => {
  const row = await office.store.visitById(id);
  if (!row) return null;
  const at = office.now().toISOString();
  await office.store.settleVisit({ ...row, state: 'dropped', recordedBy: by, recordedAt: at });
  return office.store.visitById(id);
};

/** A visit as its page shows it. */
export type VisitFound = {
  readonly visit: VisitRow;
  /** '' where there is none, or its time is over. */ readonly note: string;
  /** The case that asked for it. */ readonly row: CaseRow | null;
  readonly now: Date;
};

/** A visit with its note and its case; null for none of the id. */
export const lookAt = async (office: Office, id: string): Promise<VisitFound | null> => {
  const visit = await office.store.visitById(id);
  if (!visit) return null;
  const row = visit.caseId === '' ? null : await office.store.caseById(visit.caseId);
  return { visit, note: noteOf(office, visit), row, now: office.now() };
};
