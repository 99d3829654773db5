import { mac } from '#src/cases/keys.ts';
import type { Office } from '#src/cases/office.ts';
import type { VisitPlanRow, VisitRow } from '#src/cases/visit-store.ts';
import { addDays, instant } from '#src/rules/day.ts';
import { fold } from '#src/rules/text.ts';

/** Which enterprise is to be visited, by whom, by which day, and why. */
export type VisitPlan = Pick<
  VisitPlanRow,
  'caseId' | 'purpose' | 'enterprise' | 'creditCode' | 'area' | 'department' | 'officer'
> & { /** A day. */ readonly due: string };

/** One press of a button: its key, random and made by the page, who pressed it, and when. */
export type Intent = { readonly key: string; readonly by: string; readonly at: Date };

/** For so many days after it was due a visit's name and note are kept, as the forms keep theirs. */
const keepDays = 365;

/** Who it is, for counting: by the credit code; without one by the name, which is all there is. */
const firmOf = ({ keys }: Office, { creditCode, enterprise }: VisitPlan): string =>
  mac(keys.index, 'firm', creditCode === '' ? `name ${fold(enterprise)}` : creditCode).toString('base64url');

/** A visit is in time on the whole of its day. */
const lastMinute = '23:59';

/** A planned visit as a row. Its id follows from the intent: pressing twice plans one visit. */
export const plannedVisit = (office: Office, plan: VisitPlan, { key, by, at }: Intent): VisitRow => ({
  ...plan,
  id: mac(office.keys.dedupe, 'visit', by, key).toString('base64url').slice(0, 24),
  firm: firmOf(office, plan),
  due: instant(plan.due, lastMinute).toISOString(),
  plannedBy: by,
  plannedAt: at.toISOString(),
  keepUntil: addDays(plan.due, keepDays),
  state: 'planned',
  visitedAt: '',
  recordedBy: '',
  recordedAt: '',
  results: '{}',
  faults: 0,
  sealed: null,
  recordKey: '',
  recordPayload: '',
});
