import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { sheetPage } from '#src/http/paper-sheet.ts';
import { paperFaults, paperLabels, paperWords as words } from '#src/i18n/desk-papers.ts';
import { paperNames, paperStepIn, revokedFor } from '#src/i18n/papers.ts';
import { type Lang, say, type Words } from '#src/i18n/words.ts';
import type { PaperActed } from '#src/papers/changes.ts';
import type { PaperDesk, PaperFound } from '#src/papers/desk.ts';
import type { PaperStep } from '#src/papers/store.ts';
import type { Act } from '#src/staff/roles.ts';
import { shortTime } from '#src/views/desk/clock.ts';
import { type DeskField, type Typed, untyped } from '#src/views/desk/fields.ts';
import {
  type Gone,
  type PaperPage,
  paperPrintView,
  paperView,
  type Step,
  stepDoneView,
} from '#src/views/desk/paper.ts';
import { nothing, type View } from '#src/views/html.ts';
import { dayIn } from '#src/views/time.ts';
import { deskPage, deskProblem, deskWay } from './frame.ts';
import { paperToldOf } from './papers.ts';
import { enterpriseOf, namesOf } from './rows.ts';
import { notFound, scopeOf } from './seat.ts';
import { readDeskPost, type SignedIn } from './session.ts';

type Desk = { readonly papers: PaperDesk; readonly now: Date };

/** What somebody's role must allow for a step. */
const actOf: Readonly<Record<PaperStep, Act>> = {
  draft: 'draft-paper',
  edit: 'draft-paper',
  void: 'draft-paper',
  follow: 'draft-paper',
  answer: 'draft-paper',
  check: 'check-paper',
  return: 'check-paper',
  sign: 'sign-paper',
  number: 'issue-paper',
  seal: 'issue-paper',
  issue: 'issue-paper',
  revoke: 'revoke-paper',
};

const isStep = (text: string): text is PaperStep => Object.hasOwn(actOf, text);

const scopeOfPaper = ({ paper }: PaperFound) => scopeOf({ ...paper, state: paper.caseState }, []);

const mayTake = ({ desk }: Front, { staff }: SignedIn, found: PaperFound, step: PaperStep): boolean =>
  desk.may(staff, actOf[step], scopeOfPaper(found));

/** They wrote some of it. */
const isOwn = ({ steps }: PaperFound, { staff }: SignedIn): boolean =>
  steps.some(({ step, actor }) => (step === 'draft' || step === 'edit') && actor === staff.login);

/** What this person may do now; who wrote it is not offered to check it. */
const stepsOf = (front: Front, signed: SignedIn, found: PaperFound): readonly PaperStep[] =>
  found.possible.filter(
    step => mayTake(front, signed, found, step) && !(step === 'check' && isOwn(found, signed)),
  );

const labelOf = (id: string): Words =>
  (paperLabels as Readonly<Record<string, Words>>)[id] ??
  (words as Readonly<Record<string, Words>>)[id] ?? { 'zh-Hans': id, en: id };

const fieldsOf = ({ papers }: Desk, { paper }: PaperFound): readonly DeskField[] =>
  papers.fields(paper.kind).map(({ id, kind, max }): DeskField => {
    const named = { name: id, label: labelOf(id) };
    if (kind === 'day') return { ...named, kind };
    return kind === 'text' ? { ...named, kind, max, rows: 6 } : { ...named, kind: 'line', max };
  });

const historyOf = async (
  front: Front,
  found: PaperFound,
  now: Date,
  lang: Lang,
): Promise<readonly Gone[]> => {
  const names = await namesOf(
    front,
    found.steps.map(({ actor }) => actor),
  );
  return found.steps.map(({ at, actor, step, reason, note }) => ({
    at: shortTime(at, now, lang),
    who: names.get(actor) ?? actor,
    what: paperStepIn(step, lang),
    note: [revokedFor(reason, lang), note].filter(text => text !== '').join(' · '),
  }));
};

const letterOf = ({ paper }: PaperFound, lang: Lang): string => {
  const { answeredOn, sentOn, followUp } = paper;
  if (answeredOn !== '') return say(words.answered, lang, { day: dayIn(answeredOn, lang) });
  if (sentOn === '' || followUp === '') return '';
  return say(words.sent, lang, { day: dayIn(sentOn, lang), due: dayIn(followUp, lang) });
};

type Told = { readonly status: number; readonly view: View; readonly typed: PaperPage['typed'] };
const untold: Told = { status: 200, view: nothing, typed: { ...untyped, step: '' } };

const pageOf = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  desk: Desk,
  found: PaperFound,
  told: Told,
): Promise<Response> => {
  const { lang } = ask;
  const { paper, serial, today } = found;
  // An auditor looks: what is personal is opened by those who write papers, and their draft says so in the case.
  const hides = !mayTake(front, signed, found, 'edit');
  const view = paperView({
    ...{ lang, csrf: signed.csrf, id: paper.id, version: paper.version, kind: paper.kind, serial },
    ...{ state: paper.state, number: paper.number, shown: front.showNumber(paper.number), masked: hides },
    enterprise: enterpriseOf(paper, lang),
    letter: letterOf(found, lang),
    answer: hides ? '' : found.answer,
    sheet: sheetPage(desk.papers, found, hides),
    steps: stepsOf(front, signed, found),
    own: isOwn(found, signed) && paper.state === 'draft',
    fields: fieldsOf(desk, found),
    content: found.content ?? {},
    typed: told.typed,
    usual: { sentOn: today, answeredOn: today, followUp: paper.followUp },
    history: await historyOf(front, found, desk.now, lang),
    told: told.view,
  });
  const title = `${paperNames[paper.kind][lang]} ${serial}`.trim();
  return deskPage(ask, told.status, title, view, { ...signed, here: 'papers' });
};

/** What was refused, by field, in words. */
const refusedOf = (
  step: Step,
  values: Typed['values'],
  { faults }: Extract<PaperActed, { tag: 'refused' }>,
  lang: Lang,
): Told => {
  const problems = Object.fromEntries(
    Object.entries(faults).map(([id, fault]) => [
      id,
      say(paperFaults[fault], lang, { label: labelOf(id)[lang] }),
    ]),
  );
  // A check that finds something missing has no fields of its own: it is told where they are filled in.
  return { status: 422, view: nothing, typed: { values, problems, step: step === 'check' ? 'edit' : step } };
};

const toldOf = (
  ask: Ask,
  result: PaperActed,
  step: Step,
  values: Typed['values'],
  found: PaperFound,
): Told => {
  const { lang } = ask;
  if (result.tag === 'refused')
    return refusedOf(step, step === 'check' ? (found.content ?? {}) : values, result, lang);
  if (result.tag === 'same-person') return { ...untold, status: 409, view: paperToldOf('step', lang) };
  return { ...untold, status: 409, view: paperToldOf(result.tag, lang) };
};

const taken = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  desk: Desk,
  found: PaperFound,
): Promise<Response> => {
  const post = await readDeskPost(ask, signed);
  if (post instanceof Response) return post;
  const step = post.controls.get('_step') ?? '';
  const version = Number(post.controls.get('_version'));
  const { id } = found.paper;
  if (!isStep(step) || step === 'draft' || !Number.isInteger(version)) return deskProblem(ask, 'not-found');
  if (!mayTake(front, signed, found, step)) return deskProblem(ask, 'not-yours');
  const typed = { id, version, step, fields: post.fields };
  const result = await desk.papers.step(typed, signed.staff.login);
  if (result.tag === 'done') return deskWay(ask, `/desk/papers/${id}/?done=${step}#done`);
  const now = (await desk.papers.look(id)) ?? found;
  return pageOf(ask, front, signed, desk, now, toldOf(ask, result, step, post.fields, now));
};

const doneIn = ({ url, lang }: Ask): Told => {
  const done = url.searchParams.get('done') ?? '';
  return isStep(done) ? { ...untold, view: stepDoneView(lang, done) } : untold;
};

const printed = (ask: Ask, signed: SignedIn, desk: Desk, found: PaperFound): Response => {
  const sheet = sheetPage(desk.papers, found, false);
  if (!sheet || found.paper.state === 'void') return notFound(ask, signed);
  const view = paperPrintView(ask.lang, found.paper.id, sheet);
  return deskPage(ask, 200, `${sheet.title} ${found.serial}`.trim(), view, { ...signed, here: 'papers' });
};

/** One paper: looked at, printed, or taken one step further. One of a case that is not theirs is not there. */
export const paperOne = async (ask: Ask, front: Front, signed: SignedIn, desk: Desk): Promise<Response> => {
  const [, id = '', print = ''] =
    /\/desk\/papers\/([0-9a-z]{1,60})\/(print\/)?$/.exec(ask.url.pathname) ?? [];
  const found = id === '' ? null : await desk.papers.look(id);
  if (!found || !front.desk.may(signed.staff, 'see-case', scopeOfPaper(found))) return notFound(ask, signed);
  if (print !== '')
    return mayTake(front, signed, found, 'edit') ? printed(ask, signed, desk, found) : notFound(ask, signed);
  return ask.request.method === 'POST'
    ? taken(ask, front, signed, desk, found)
    : pageOf(ask, front, signed, desk, found, doneIn(ask));
};
