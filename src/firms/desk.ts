import { newId } from '#src/cases/random.ts';
import type { CaseRow } from '#src/cases/store.ts';
import { returnForm } from '#src/firms/entries.ts';
import { catchUp, type Firms } from '#src/firms/firms.ts';
import { inOrder } from '#src/firms/order.ts';
import { everybody, owingOn, returnsOn } from '#src/firms/returns.ts';
import { openSection } from '#src/firms/section.ts';
import type { DueCursor, FirmFilter, FirmNarrow, OpenTotal, OpenWanted, Way } from '#src/firms/store.ts';
import { type Day, dayOf } from '#src/rules/day.ts';
import { mustsOn, orderOf } from '#src/rules/reopening.ts';
import { departmentOf, holds } from '#src/rules/routing.ts';

/** What the desk and the figures ask of enterprises in operation; a port of plain data for pages. */
export type FirmsDesk = ReturnType<typeof openFirms>;

/** Enterprises at work on a day: as many as are known, their staff as filed, and of how many nobody knows it. */
export type OpenFirms = {
  readonly day: Day;
  readonly firms: number;
  readonly staff: number;
  readonly unknown: number;
  /** By area and line; they add up to the whole. */ readonly parts: readonly OpenTotal[];
};

/** So many filings are put in order for one page. */
const mostFilings = 500;

const add = (parts: readonly OpenTotal[], of: (part: OpenTotal) => number): number =>
  parts.reduce((sum, part) => sum + of(part), 0);

const firmsOn = async (firms: Firms, day: Day): Promise<OpenFirms> => {
  await catchUp(firms);
  const parts = await firms.store.openOn({ day });
  return {
    day,
    firms: add(parts, part => part.firms),
    staff: add(parts, part => part.staff),
    unknown: add(parts, part => part.unknown),
    parts,
  };
};

/** Cases of filings that wait for an answer before anybody may open, the oldest first. */
const waitingCases = async ({ office, store }: Firms): Promise<readonly CaseRow[]> => {
  const entries = await store.entriesWaiting({ after: '', limit: mostFilings });
  const ids = [...new Set(entries.map(one => one.caseId))];
  return (await Promise.all(ids.map(id => office.store.caseById(id)))).filter(row => row !== null);
};

const orderNow = async (firms: Firms, handler: string) => {
  const isAll = await catchUp(firms);
  const { office, order } = firms;
  const rows = (await waitingCases(firms)).filter(row => handler === '' || row.handler === handler);
  const day = office.ruleDay();
  const known = { keyEnterprises: office.rules.keyEnterprises, day, now: office.now() };
  return {
    ...inOrder(rows, order, known),
    behind: !isAll,
    musts: mustsOn(order, day),
    by: orderOf(order, day),
  };
};

/** Who asks: somebody of the desk. */
type Asker = {
  readonly role: string;
  readonly department: string;
  readonly areas: readonly string[];
  readonly enterprises?: readonly string[];
};

const listed = (codes: readonly string[]): string => (codes.length === 0 ? '' : `,${codes.join(',')},`);

/**
 * Whose enterprises somebody looks after: a liaison officer the own areas and enterprises, an officer those whose returns come to the
 * department (it takes them, or works on them beside whoever does) and those whose filing it leads; the others all.
 */
const narrowFor = ({ office }: Firms, who: Asker): FirmNarrow => {
  const { role, department, areas, enterprises = [] } = who;
  // No area has this code: who looks after nothing sees nothing.
  if (role === 'liaison')
    return { areas: listed(areas) || ',-,', codes: listed(enterprises), department: '' };
  if (role !== 'officer') return everybody;
  const { routing, offices } = office.rules;
  const rows = routing.filter(row => row.form === returnForm && holds(row, office.ruleDay()));
  const own = office.tables.areas
    .map(({ code }) => code)
    .filter(area =>
      rows.some(row =>
        [row.handler, ...row.alsoTo].some(code => departmentOf(code, area, offices) === department),
      ),
    );
  return { areas: listed(own) || ',-,', codes: '', department };
};

type Chasing = {
  /** Of the page that is sent: sent twice it counts once. */ readonly draft: string;
  readonly day: Day;
  readonly way: Way;
  readonly firms: readonly string[];
  readonly login: string;
};

const chase = ({ office, store }: Firms, { draft, day, way, firms, login }: Chasing): Promise<number> => {
  const at = office.now().toISOString();
  const rows = firms.map(firm => ({ id: `${draft}.${firm}`, firm, day, way, at, actor: login }));
  return store.chaseFirms({ rows });
};

type PageAsked = {
  readonly day: Day;
  readonly narrow: FirmNarrow;
  readonly filter: FirmFilter;
  readonly after: DueCursor | null;
  readonly limit: number;
};

/** Enterprises in operation as pages and figures take them. */
export const openFirms = (firms: Firms) => ({
  /** Brings everything up to the cases; false where more is left than one page can wait for. */
  catchUp: () => catchUp(firms),
  /** Enterprises at work on a day, distinct: two filings of one credit code are one, none without a code is another. */
  firmsOn: (day: Day) => firmsOn(firms, day),
  /** A page of them; `next` is the `before` of the following one, '' after the last. */
  openPage: async (wanted: OpenWanted, narrow: FirmNarrow, before: string, limit: number) => {
    const rows = await firms.store.openPage({ ...wanted, ...narrow, before, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    return { rows: shown, next: rows.length > limit ? (shown.at(-1)?.id ?? '') : '' };
  },
  narrowFor: (who: Asker) => narrowFor(firms, who),
  /** How the returns of a day stand. */
  returnsOn: (day: Day, narrow: FirmNarrow = everybody) => returnsOn(firms, day, narrow),
  duePage: ({ day, narrow, filter, after, limit }: PageAsked) => {
    const { at: _, ...owing } = owingOn(firms, day);
    return firms.store.duePage({ ...owing, ...narrow, ...filter, after, limit });
  },
  besidePage: async (day: Day, narrow: FirmNarrow, before: string, limit: number) => {
    const { at: _, ...owing } = owingOn(firms, day);
    const rows = await firms.store.besidePage({ ...owing, ...narrow, before, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    return { rows: shown, next: rows.length > limit ? (shown.at(-1)?.caseId ?? '') : '' };
  },
  chase: (chasing: Chasing) => chase(firms, chasing),
  /** Filings in the order of reopening; `handler` '' for every department's. */
  orderNow: (handler: string) => orderNow(firms, handler),
  /** The part of the daily report on reopened enterprises and their returns. */
  section: (day: Day) => openSection(firms, day),
  draftId: () => newId(firms.office.now()),
  isDraftId: (text: string): boolean => /^[0-9a-z]{9}[0-9a-f]{20}$/.test(text),
  /** The day that pages show unless asked for an earlier one: returns are of the clock's days, a demonstration's too. */
  today: (): Day => dayOf(firms.office.now()),
});
