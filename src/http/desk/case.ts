import { everything } from '#src/forms/display.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { type CasePage, caseView } from '#src/views/desk/case.ts';
import { momentOf } from '#src/views/desk/clock.ts';
import type { DeedName } from '#src/views/desk/deed-fields.ts';
import type { DeedsPage } from '#src/views/desk/deeds.ts';
import { untyped } from '#src/views/desk/fields.ts';
import { nothing } from '#src/views/html.ts';
import { departmentChoices, filled } from './deed.ts';
import { factsPage } from './facts.ts';
import type { Found, Told } from './found.ts';
import { deskPage } from './frame.ts';
import { besideOf } from './positions.ts';
import { enterpriseOf, flagsOf, formTitle, isRunning, type Names, namesOf, stateOf } from './rows.ts';
import { saidOf } from './said.ts';
import type { SignedIn } from './session.ts';

/** The order in which deeds are offered: what comes next in the life of a case first, what is seldom needed last. */
const order: readonly DeedName[] = [
  'release',
  'decide-extension',
  'revisit',
  'accept',
  'assist-answer',
  'clear',
  'answer',
  'rectify',
  'close',
  'return',
  'contact',
  'assign',
  'decline',
  'assist',
  'ask-extension',
  'press',
  'note',
  'reopen',
  'inspect',
  'suspend',
  'merge',
  'unmerge',
  'complex',
  'fast-track',
  'renew-pin',
  'open',
];

/** What this person may do to the case now: by the rules of the work and by their role. */
const deedsOf = (
  { desk }: Front,
  { staff }: SignedIn,
  { desk: found, scope }: Pick<Found, 'desk' | 'scope'>,
) =>
  order.filter(
    deed =>
      found.possible.includes(deed) &&
      (desk.may(staff, deed, scope) || (deed === 'press' && desk.may(staff, 'remind', scope))),
  );

/** Codes that the rules of the work allow now; the others are not offered. */
const allowedOf = (front: Front, { staff }: SignedIn, { desk, scope }: Found): DeedsPage['allowed'] => ({
  outcome: desk.outcomes,
  position: desk.positions,
  pressure: front.desk.may(staff, 'press', scope)
    ? desk.pressures
    : desk.pressures.filter(one => one === 'reminder'),
});

const deedsPage = (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  found: Found,
  told: Told,
  now: Date,
): DeedsPage => {
  const { lang } = ask;
  const { case: row } = found.desk;
  const fits = (forms: readonly string[] | null) => forms === null || forms.includes(row.form);
  const { deed = '', typed = untyped } = told;
  return {
    lang,
    csrf: signed.csrf,
    number: row.number,
    head: told.head ?? found.desk.head,
    deeds: deedsOf(front, signed, found),
    departments: departmentChoices(front).filter(([code]) => code !== row.against),
    allowed: allowedOf(front, signed, found),
    templates: front.templates
      .filter(({ forms }) => fits(forms))
      .map(({ id, title, text }) => ({ id, title, text: filled(text, ask.url.origin) })),
    looked: told.looked,
    typed: { ...typed, deed },
    usual: { at: momentOf(now), way: 'pass', reached: 'yes', granted: 'yes' },
  };
};

/** Whether the answer to a question may be made public, or stands among the common questions already. */
const faqOf = ({ desk: { may } }: Front, { staff }: SignedIn, { desk, scope }: Found): CasePage['faq'] => {
  const { case: row, form, events } = desk;
  if (!may(staff, 'publish-answer', scope)) return 'no';
  const last = events.findLast(({ kind }) => kind === 'published' || kind === 'unpublished');
  if (last?.kind === 'published') return 'out';
  if (form?.subject !== 'question' || row.complaint === 1 || desk.answers === null) return 'no';
  const isAnswered = ['answered', 'closed'].includes(row.state);
  return isAnswered && events.some(({ kind }) => kind === 'answered') ? 'may' : 'no';
};

/** Which ledger a case's money, gift, positions or beds stand in, where whoever looks may see it. */
const ledgerOf = ({ desk: { may } }: Front, { staff }: SignedIn, { desk }: Found): CasePage['ledger'] => {
  if (desk.case.form === 'financing') return may(staff, 'see-funding') ? 'funding' : '';
  if (desk.case.form === 'donation') return may(staff, 'see-donations') ? 'donations' : '';
  if (desk.case.form === 'appointment') return may(staff, 'keep-hours') ? 'appointments' : '';
  if (desk.case.form === 'labour') return may(staff, 'see-vacancies') ? 'vacancies' : '';
  return desk.case.form === 'lodging' && may(staff, 'see-beds') ? 'beds' : '';
};

/** Logins and departments that a case's page names. */
const peopleIn = ({ desk }: Found): readonly string[] => [
  desk.case.officer,
  desk.case.enteredBy,
  ...desk.parts.map(part => part.officer),
  ...desk.events.flatMap(({ actor, data }) => [actor, typeof data.officer === 'string' ? data.officer : '']),
];

/** A case's page as it is told: its view and the title. */
const viewOf = (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  found: Found,
  { told, names, now }: { readonly told: Told; readonly names: Names; readonly now: Date },
): CasePage => {
  const { lang } = ask;
  const { desk } = found;
  const { case: row, form } = desk;
  const answers = told.answers ?? desk.answers;
  return {
    lang,
    now,
    shown: front.showNumber(row.number),
    title: formTitle(front, row.form, lang),
    enterprise: enterpriseOf(row, lang),
    state: stateOf(row, lang),
    due: row.due,
    running: isRunning(row),
    flags: flagsOf(row, lang),
    watching: found.watching,
    isComplaint: row.complaint === 1,
    isErased: desk.answers === null,
    told: told.view ?? nothing,
    asked: form && answers ? everything(form, answers, front.tables, lang) : [],
    beside: besideOf(ask, front, signed, found, { names, now }),
    said: desk.events.map(event => saidOf(ask, { front, names, now }, event)),
    facts: factsPage(ask, front, signed, found, { told, names, now }),
    deeds: deedsPage(ask, front, signed, found, told, now),
    papers: front.paperForms.includes(row.form) && front.desk.may(signed.staff, 'see-papers', found.scope),
    ledger: ledgerOf(front, signed, found),
    faq: faqOf(front, signed, found),
  };
};

/** A case's page for its officer. */
export const casePage = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  found: Found,
  now: Date,
  told: Told = {},
): Promise<Response> => {
  const names = await namesOf(front, peopleIn(found));
  const page = viewOf(ask, front, signed, found, { told, names, now });
  const title = `${page.enterprise} ${page.shown}`;
  return deskPage(ask, told.status ?? 200, title, caseView(page), { ...signed, here: null });
};
