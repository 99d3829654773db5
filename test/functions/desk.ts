import appointments from '#functions/desk-appointments.ts';
import beds from '#functions/desk-beds.ts';
import brief from '#functions/desk-brief.ts';
import bulk from '#functions/desk-bulk.ts';
import cases from '#functions/desk-case.ts';
import daily from '#functions/desk-daily.ts';
import dailySheet from '#functions/desk-daily-sheet.ts';
import donation from '#functions/desk-donation.ts';
import donations from '#functions/desk-donations.ts';
import enter from '#functions/desk-enter.ts';
import faq from '#functions/desk-faq.ts';
import figure from '#functions/desk-figure.ts';
import figures from '#functions/desk-figures.ts';
import files from '#functions/desk-files.ts';
import find from '#functions/desk-find.ts';
import finding from '#functions/desk-finding.ts';
import findings from '#functions/desk-findings.ts';
import firms from '#functions/desk-firms.ts';
import funding from '#functions/desk-funding.ts';
import fundingBanks from '#functions/desk-funding-banks.ts';
import fundingCase from '#functions/desk-funding-case.ts';
import held from '#functions/desk-held.ts';
import hours from '#functions/desk-hours.ts';
import ledger from '#functions/desk-ledger.ts';
import ledgerAllocate from '#functions/desk-ledger-allocate.ts';
import ledgerLots from '#functions/desk-ledger-lots.ts';
import ledgerNeed from '#functions/desk-ledger-need.ts';
import notices from '#functions/desk-notices.ts';
import order from '#functions/desk-order.ts';
import paper from '#functions/desk-paper.ts';
import papers from '#functions/desk-papers.ts';
import problems from '#functions/desk-problems.ts';
import project from '#functions/desk-project.ts';
import projects from '#functions/desk-projects.ts';
import projectsImport from '#functions/desk-projects-import.ts';
import projectsSheet from '#functions/desk-projects-sheet.ts';
import queue from '#functions/desk-queue.ts';
import returns from '#functions/desk-returns.ts';
import roster from '#functions/desk-roster.ts';
import rosterImport from '#functions/desk-roster-import.ts';
import rosterSheet from '#functions/desk-roster-sheet.ts';
import round from '#functions/desk-round.ts';
import rounds from '#functions/desk-rounds.ts';
import stays from '#functions/desk-stays.ts';
import vacancies from '#functions/desk-vacancies.ts';
import views from '#functions/desk-views.ts';
import visit from '#functions/desk-visit.ts';
import visits from '#functions/desk-visits.ts';
import type { SignedInStaff } from '../staff.ts';

/** The doors of the desk, by the address they stand at; the first that fits is knocked on. */
const doors = [
  [/\/desk\/appointments\/hours\//, hours],
  [/\/desk\/appointments\//, appointments],
  [/\/desk\/cases\/[^/]+\/files\//, files],
  [/\/desk\/cases\/[^/]+\/faq\//, faq],
  [/\/desk\/cases\//, cases],
  [/\/desk\/views\//, views],
  [/\/desk\/visits\/[^/?]+\//, visit],
  [/\/desk\/visits\//, visits],
  [/\/desk\/findings\/problems\//, problems],
  [/\/desk\/findings\//, findings],
  [/\/desk\/finding\//, finding],
  [/\/desk\/brief\//, brief],
  [/\/desk\/projects\/sheets\/import\//, projectsImport],
  [/\/desk\/projects\/sheets\//, projectsSheet],
  [/\/desk\/projects\/[^/?]+\//, project],
  [/\/desk\/projects\//, projects],
  [/\/desk\/rounds\/[^/?]+\//, round],
  [/\/desk\/rounds\//, rounds],
  [/\/desk\/roster\/import\//, rosterImport],
  [/\/desk\/roster\/sheets\//, rosterSheet],
  [/\/desk\/roster\//, roster],
  [/\/desk\/returns\//, returns],
  [/\/desk\/order\//, order],
  [/\/desk\/bulk\//, bulk],
  [/\/desk\/held\//, held],
  [/\/desk\/find\//, find],
  [/\/desk\/enter\//, enter],
  [/\/desk\/donations\/[^/?]+\//, donation],
  [/\/desk\/donations\//, donations],
  [/\/desk\/funding\/[^/?]+\//, fundingCase],
  [/\/desk\/funding\//, funding],
  [/\/desk\/hand-over\//, fundingBanks],
  [/\/desk\/beds\//, beds],
  [/\/desk\/vacancies\//, vacancies],
  [/\/desk\/ledger\/needs\//, ledgerNeed],
  [/\/desk\/ledger\/lots\//, ledgerLots],
  [/\/desk\/ledger\/allocate\//, ledgerAllocate],
  [/\/desk\/ledger\//, ledger],
  [/\/desk\/notices\//, notices],
  [/\/desk\/figures\/[^/?]+\//, figure],
  [/\/desk\/firms\//, firms],
  [/\/desk\/stays\//, stays],
  [/\/desk\/figures\//, figures],
  [/\/desk\/daily\/sheets\//, dailySheet],
  [/\/desk\/daily\//, daily],
  [/\/desk\/papers\/[0-9a-z]+\//, paper],
  [/\/desk\/papers\//, papers],
  [/\/desk\//, queue],
] as const;

const site = 'http://localhost:4321';

/** Who knocks: somebody signed in, or nobody. */
type Who = Pick<SignedInStaff, 'cookie' | 'csrf'> | null;

const knock = (path: string, init: RequestInit): Promise<Response> => {
  const door = doors.find(([at]) => at.test(path));
  if (!door) throw new Error(`no door at ${path}`);
  return door[1](new Request(site + path, init), { ip: '10.0.0.1' });
};

const headersOf = (who: Who): Record<string, string> => ({
  accept: 'text/html',
  ...(who && { cookie: who.cookie }),
});

/** Opens a page of the desk as a browser does. */
export const see = (who: Who, path: string): Promise<Response> => knock(path, { headers: headersOf(who) });

/** The text of a page that must be there. */
export const page = async (who: Who, path: string): Promise<string> => {
  const response = await see(who, path);
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${response.status} at ${path}: ${text.slice(0, 300)}`);
  return text;
};

export type Pairs = Readonly<Record<string, string>>;

/** Sends a form of the desk as a browser without JavaScript does, with the token of its session unless told otherwise. */
export const press = (who: Who, path: string, pairs: Pairs, headers: Pairs = {}): Promise<Response> =>
  knock(path, {
    method: 'POST',
    headers: { ...headersOf(who), ...headers },
    body: new URLSearchParams({ _csrf: who?.csrf ?? '', ...pairs }),
  });

/** Does a deed to a case as its page would, on the event that the page shows. */
export const deed = async (
  who: Who,
  number: string,
  name: string,
  fields: Pairs = {},
  head?: number,
): Promise<Response> => {
  const shown = head ?? headIn(await page(who, `/desk/cases/${number}/`));
  return press(who, `/desk/cases/${number}/`, { _deed: name, _head: String(shown), ...fields });
};

/** The event that a case's page shows last. */
export const headIn = (html: string): number => Number(/name="_head" value="(\d+)"/.exec(html)?.[1]);
