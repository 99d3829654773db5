import { createHash } from 'node:crypto';
import { withCheck } from '#src/cases/number.ts';
import type { Office } from '#src/cases/office.ts';
import { draw } from '#src/cases/random.ts';
import { openAnswers } from '#src/cases/review.ts';
import { isErased } from '#src/cases/seal.ts';
import type { CaseRow } from '#src/cases/store.ts';
import { mayBePublic } from '#src/cases/unlist.ts';
import type { Answers } from '#src/forms/field.ts';
import type { Words } from '#src/i18n/words.ts';
import { dayOf } from '#src/rules/day.ts';
import type { Known } from '#src/rules/redact.ts';
import { type Change, isDone, planOf, type VacancyAct } from '#src/vacancies/plan.ts';
import { type Position, positionsIn } from '#src/vacancies/position.ts';
import type { VacancyEventRow, VacancyKind, VacancyRow, VacancyStore } from '#src/vacancies/store.ts';

/** What the work on vacancies needs, handed in by `app.ts`. */
export type VacancyRoom = {
  readonly office: Office;
  readonly store: VacancyStore;
  /** Which number seekers call. */ readonly phone: () => string;
};

/** The form whose positions are published. */
export const labourForm = 'labour';

/** Why nothing of a case may be public. */
export type Refusal = 'form' | 'erased' | 'state' | 'permission';

export type VacancyResult =
  | { readonly tag: 'done'; readonly vacancy: VacancyRow }
  | { readonly tag: 'refused'; readonly wrong: Readonly<Record<string, Words>> }
  | { readonly tag: 'forbidden'; readonly rule: Refusal }
  /** Somebody else was faster, or the enterprise changed it: nothing was done. */
  | { readonly tag: 'stale' }
  | { readonly tag: 'unknown' };

/** A position of a case beside what was made of it. */
export type Reviewed = { readonly position: Position; readonly vacancy: VacancyRow | null };

/** Cases of which something may be public: taken in, and not over. */
const atWork: readonly CaseRow['state'][] = ['received', 'assigned', 'returned', 'answered'];

/** Why nothing of a case may be made public now; null where it may. */
export const refusalOf = (row: CaseRow): Refusal | null => {
  if (row.form !== labourForm) return 'form';
  if (isErased(row)) return 'erased';
  if (!atWork.includes(row.state)) return 'state';
  return mayBePublic(row) ? null : 'permission';
};

/** Whether an officer has to look: nobody did, or it went off by what became of its case. */
export const needsReview = (vacancy: VacancyRow | null): boolean =>
  vacancy === null || ['changed', 'permission', 'closed'].includes(vacancy.ended);

const idOf = (caseId: string, kind: VacancyKind, line: number): string =>
  createHash('sha256').update(`vacancy|${caseId}|${kind}|${line}`).digest('base64url').slice(0, 24);

/** Six digits that people read out on the phone: five random ones and one that catches a slip. */
const newNumber = (): string => withCheck(String(draw(4).readUInt32BE() % 100_000).padStart(5, '0'));

const answersOf = (office: Office, row: CaseRow): Answers | null => {
  const form = office.forms.find(one => one.id === labourForm);
  return form && row.form === labourForm && !isErased(row) ? openAnswers(office, form, row) : null;
};

/** The positions of a case with what was made of each; none of an erased case, or of another form. */
export const reviewed = async (
  { office, store }: VacancyRoom,
  row: CaseRow,
): Promise<readonly Reviewed[]> => {
  const answers = answersOf(office, row);
  if (!answers) return [];
  const kept = await store.vacanciesOfCase(row.id);
  return positionsIn(answers, dayOf(office.now())).map(position => ({
    position,
    vacancy: kept.find(one => one.kind === position.kind && one.line === position.line) ?? null,
  }));
};

/** Who sent the case: none of it may stand in what is published, except the enterprise's name. */
const knownOf = ({ enterprise, contact }: Answers): Known => ({
  enterprise: '',
  creditCode: enterprise.creditCode,
  names: [contact.name],
  phones: [contact.phone],
  open: [],
});

const fresh = (row: CaseRow, { kind, line, typed }: Position): VacancyRow => ({
  ...typed,
  id: idOf(row.id, kind, line),
  number: '',
  caseId: row.id,
  kind,
  line,
  version: 0,
  state: 'ended',
  ended: '',
  enterprise: row.enterprise,
  area: row.area,
  filled: 0,
  publishedAt: '',
  changedAt: '',
});

/** Which position, as the page showed it. */
export type Asked = {
  readonly kind: VacancyKind;
  readonly line: number;
  /** The version of the vacancy on the page; 0 where there was none. */ readonly was: number;
  /** The mark of the position on the page. */ readonly mark: string;
};

type Hold = Parameters<VacancyStore['putVacancy']>[0]['hold'];
type Found = { readonly row: CaseRow; readonly known: Known; readonly one: Reviewed };

const found = async (room: VacancyRoom, number: string, { kind, line }: Asked): Promise<Found | null> => {
  const row = await room.office.store.caseByNumber(number);
  const answers = row && answersOf(room.office, row);
  if (!row || !answers) return null;
  const one = (await reviewed(room, row)).find(
    ({ position }) => position.kind === kind && position.line === line,
  );
  return one ? { row, known: knownOf(answers), one } : null;
};

/** So often somebody else's event on the case, or a number that is taken, is met. */
const tries = 8;

/** Whether the only thing that happened since the page is this very press: same person, same outcome. */
const isRepeat = async (
  { store }: VacancyRoom,
  vacancy: VacancyRow,
  act: VacancyAct,
  { was, by }: { readonly was: number; readonly by: string },
): Promise<boolean> => {
  if (vacancy.version !== was + 1 || !isDone(vacancy, act)) return false;
  const events = await store.vacancyEvents({ caseId: vacancy.caseId, limit: 100 });
  return events.find(one => one.vacancyId === vacancy.id)?.actor === by;
};

const put = async (
  { store }: VacancyRoom,
  base: VacancyRow,
  { kind, heads, data, set }: Change,
  { at, by, hold }: { readonly at: string; readonly by: string; readonly hold: Hold },
): Promise<VacancyRow | null> => {
  const version = base.version + 1;
  const number = base.number || newNumber();
  const vacancy = { ...base, ...set, number, version, changedAt: at };
  const event: VacancyEventRow = {
    vacancyId: base.id,
    version,
    at,
    actor: by,
    kind,
    heads,
    data: JSON.stringify(data),
  };
  const result = await store.putVacancy({ was: base.version, vacancy, event, hold });
  return result === 'stored' ? vacancy : null;
};

/** One try of an act; null where the case or the number was taken by somebody meanwhile. */
const tried = async (
  room: VacancyRoom,
  { row, known, one }: Found,
  act: VacancyAct,
  { was, mark }: Asked,
  by: string,
): Promise<VacancyResult | null> => {
  const { position, vacancy } = one;
  const base = vacancy ?? fresh(row, position);
  if (base.version !== was)
    return (await isRepeat(room, base, act, { was, by })) ? { tag: 'done', vacancy: base } : { tag: 'stale' };
  const isPublished = act.act === 'publish';
  const rule = isPublished ? refusalOf(row) : null;
  if (rule) return { tag: 'forbidden', rule };
  if (isPublished && position.mark !== mark) return { tag: 'stale' };
  const { enterprise, area } = row;
  const now = room.office.now();
  const at = now.toISOString();
  const planned = planOf(base, act, { at, today: dayOf(now), known, enterprise, area });
  if ('wrong' in planned) return { tag: 'refused', wrong: planned.wrong };
  const hold = isPublished ? { caseId: row.id, head: row.head } : null;
  const stored = await put(room, base, planned, { at, by, hold });
  return stored && { tag: 'done', vacancy: stored };
};

/**
 * Does something to a position of a case as the page showed it. Publishing holds the case where its sender's permission was read, so
 * one that is taken back at the same moment wins. The same press again is told as done; where anybody else was faster, nothing is done.
 */
export const doVacancy = async (
  room: VacancyRoom,
  number: string,
  act: VacancyAct,
  asked: Asked,
  by: string,
): Promise<VacancyResult> => {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const at = await found(room, number, asked);
    if (!at) return { tag: 'unknown' };
    const result = await tried(room, at, act, asked, by);
    if (result) return result;
  }
  return { tag: 'stale' };
};
