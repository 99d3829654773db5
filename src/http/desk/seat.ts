import type { Doer } from '#src/cases/deed.ts';
import type { CaseRow, CaseStore } from '#src/cases/store.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { deskWords as words } from '#src/i18n/desk.ts';
import type { Act } from '#src/staff/roles.ts';
import type { Scope } from '#src/staff/staff.ts';
import { simpleView } from '#src/views/desk/simple.ts';
import { deskPage, deskProblem } from './frame.ts';
import { type SignedIn, signedIn } from './session.ts';

/** Who is signed in and may do what the page is for; else the way to sign in, or that their role does not allow it. */
export const seated = async (ask: Ask, front: Front, act: Act): Promise<SignedIn | Response> => {
  const signed = await signedIn(ask, front);
  if (signed instanceof Response || front.desk.may(signed.staff, act)) return signed;
  if (!ask.wantsPage) return deskProblem(ask, 'not-yours');
  const view = simpleView(ask.lang, words.denied[ask.lang], words.deniedText[ask.lang]);
  return deskPage(ask, 403, words.denied[ask.lang], view, signed);
};

/** What the rules of the work need of somebody. */
export const doerOf = ({ staff, superior }: SignedIn): Doer => ({
  login: staff.login,
  department: staff.department,
  superior,
});

/** What decides who may act on a case. */
export const scopeOf = (
  row: Pick<CaseRow, 'form' | 'area' | 'handler' | 'against' | 'creditCode' | 'complaint'> & {
    readonly state: string;
  },
  parts: readonly { readonly department: string }[],
): Scope => ({
  form: row.form,
  state: row.state,
  area: row.area,
  creditCode: row.complaint === 1 ? '' : row.creditCode,
  handler: row.handler,
  assists: parts.map(part => part.department),
  against: row.against,
});

/** A case within somebody's reach. */
export type Within = { readonly row: CaseRow; readonly scope: Scope };

/** The case of a number, where somebody may do that to it; null for one that is not theirs, as for one that is not there. */
export const within = async (
  store: Pick<CaseStore, 'caseByNumber' | 'parts'>,
  { desk }: Front,
  { staff }: SignedIn,
  number: string,
  act: Act = 'see-case',
): Promise<Within | null> => {
  const row = /^\d{13}$/.test(number) ? await store.caseByNumber(number) : null;
  if (!row) return null;
  const scope = scopeOf(row, await store.parts(row.id));
  return desk.may(staff, act, scope) ? { row, scope } : null;
};

/** A case that is not there, or not theirs: told alike. */
export const notFound = (ask: Ask, signed: SignedIn): Response => {
  if (!ask.wantsPage) return deskProblem(ask, 'not-found');
  const view = simpleView(ask.lang, words.unknownTitle[ask.lang], words.unknown[ask.lang]);
  return deskPage(ask, 404, words.unknownTitle[ask.lang], view, signed);
};
