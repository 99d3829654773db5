import type { KeyObject } from 'node:crypto';
import type { Doer } from '#src/cases/deed.ts';
import type { DeskRow, LookupKind, LookupRow } from '#src/cases/desk-store.ts';
import { type Keys, mac } from '#src/cases/keys.ts';
import { readNumber } from '#src/cases/number.ts';
import type { Office } from '#src/cases/office.ts';
import { type QueueRow, shownRow } from '#src/cases/queue.ts';
import { afterAll, newId } from '#src/cases/random.ts';
import { openAnswers } from '#src/cases/review.ts';
import type { CaseRow } from '#src/cases/store.ts';
import type { Answers } from '#src/forms/field.ts';
import { phone } from '#src/rules/phone.ts';
import { fold } from '#src/rules/text.ts';

/** A value as it is compared: folded, without blanks and signs; a phone by its digits. '' where nothing is left. */
const normal = (kind: LookupKind, value: string): string => {
  const folded = fold(value);
  if (kind === 'phone') return phone(folded)?.e164 ?? folded.replace(/\D/g, '');
  return folded.replace(/[\s()\-.,·]/g, '').toUpperCase();
};

/** The blind index of a value: 128 bits under a key of their own, another for each kind. */
const blind = (key: KeyObject, kind: LookupKind, value: string): string => {
  const text = normal(kind, value);
  return text === '' ? '' : mac(key, kind, text).subarray(0, 16).toString('base64url');
};

/** What a case is looked up by. */
export const lookupsOf = (keys: Keys, caseId: string, { enterprise, contact }: Answers): LookupRow => ({
  caseId,
  creditCode: blind(keys.index, 'creditCode', enterprise.creditCode),
  enterprise: blind(keys.index, 'enterprise', enterprise.name),
  phone: blind(keys.index, 'phone', contact.phone),
  contact: blind(keys.index, 'contact', contact.name),
});

export type LookUp = {
  readonly by: LookupKind | 'number';
  readonly value: string;
  /** Only cases before this id: the following page. */ readonly before?: string;
};
export type LookedUp =
  /** `next` is the `before` of the following page, null after the last. */
  | { readonly tag: 'found'; readonly rows: readonly QueueRow[]; readonly next: string | null }
  /** Sixty an hour are enough for work; more is somebody who collects. */
  | { readonly tag: 'wait'; readonly until: string };

const hour = 3_600_000;
const allowed = 60;

const find = async (
  office: Office,
  { by, value, before = afterAll }: LookUp,
  limit: number,
): Promise<readonly DeskRow[]> => {
  if (by === 'number') {
    const number = readNumber(value);
    const row = number ? await office.store.caseByNumber(number) : null;
    return row ? [row] : [];
  }
  const hash = blind(office.keys.index, by, value);
  return hash === '' ? [] : office.store.byLookup({ kind: by, hash, before, limit });
};

/**
 * Cases by number, credit code, enterprise, phone or contact, exactly, newest first, at most `limit` (1 to 100). Each use is counted
 * for the person (60 an hour) and logged: who, when, by what, how many; never the value. Complaints of the person's own
 * department are not found.
 */
export const lookUp = async (
  office: Office,
  asked: LookUp,
  { login, department, limit }: Pick<Doer, 'login' | 'department'> & { readonly limit: number },
): Promise<LookedUp> => {
  const at = office.now();
  const { count, expiresAt } = await office.store.count({
    name: `look-up:${login}`,
    by: 1,
    at: at.toISOString(),
    expiresAt: new Date(at.getTime() + hour).toISOString(),
  });
  if (count > allowed) return { tag: 'wait', until: expiresAt };
  const most = Math.min(100, Math.max(1, limit));
  const found = await find(office, asked, most + 1);
  const page = found.slice(0, most);
  const rows = page
    .filter(row => row.against === '' || row.against !== department)
    .map(row => shownRow(office, row));
  await office.store.logLookup({
    id: newId(at),
    at: at.toISOString(),
    actor: login,
    kind: asked.by,
    found: rows.length,
  });
  return { tag: 'found', rows, next: found.length > most ? (page.at(-1)?.id ?? null) : null };
};

/** Blind indexes of a case as it stands; null where its form is gone from the program. */
const indexed = (office: Office, row: CaseRow): (LookupRow & { readonly head: number }) | null => {
  const form = office.forms.find(one => one.id === row.form);
  return form ? { ...lookupsOf(office.keys, row.id, openAnswers(office, form, row)), head: row.head } : null;
};

/**
 * Makes the blind indexes of cases that have none: those from before there were any. Goes page by page, may be broken off and run
 * again; a case that moves meanwhile is left to the next run. Gives back how many were made.
 */
export const indexAll = async (office: Office): Promise<number> => {
  let done = 0;
  for (let after = ''; ; ) {
    const page = await office.store.unindexed({ after, limit: 200 });
    const found = await Promise.all(page.rows.map(({ id }) => office.store.caseById(id)));
    const rows = found.flatMap(row => (row ? (indexed(office, row) ?? []) : []));
    done += await office.store.putLookups({ rows });
    if (page.next === null) return done;
    after = page.next;
  }
};
