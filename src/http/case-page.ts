import type { Course, Happened } from '#src/cases/track.ts';
import { summary } from '#src/forms/display.ts';
import { goodsIn } from '#src/forms/goods.ts';
import { progressIn } from '#src/forms/progress.ts';
import { longestReply } from '#src/forms/reply.ts';
import type { Ask } from '#src/http/ask.ts';
import { json } from '#src/http/door.ts';
import type { Front } from '#src/http/front.ts';
import { liaisonOf } from '#src/http/liaison.ts';
import { ownLine } from '#src/http/own-lines.ts';
import { ownPlaceIn, ownPlaceJson } from '#src/http/own-place.ts';
import { page } from '#src/http/shell.ts';
import { standing } from '#src/http/standing.ts';
import { unmetIn } from '#src/i18n/ledger.ts';
import { paperIn, revokedFor } from '#src/i18n/papers.ts';
import { againWords, eventWords, gradeWords, stateWords, trackWords as words } from '#src/i18n/track.ts';
import { say } from '#src/i18n/words.ts';
import { type ActsPage, actsView } from '#src/views/acts.ts';
import { liaisonView } from '#src/views/liaison.ts';
import { ownPapersView } from '#src/views/own-papers.ts';
import { timeInWords } from '#src/views/time.ts';
import { trackView } from '#src/views/track.ts';

const openStates = new Set(['received', 'held', 'assigned', 'returned']);

/** The state of a case in the words of its enterprise. */
export const stateIn = (ask: Ask, front: Front, course: Pick<Course, 'case'> & Partial<Course>): string => {
  const { case: row } = course;
  return say(stateWords[standing(course)], ask.lang, {
    handler: front.department(row.handler)[ask.lang],
    day: timeInWords(row.due, ask.lang),
    number: front.showNumber(row.mergedInto),
  });
};

const eventIn = (ask: Ask, front: Front, course: Course, event: Happened): string =>
  say(eventWords[event.kind], ask.lang, {
    handler: front.department(event.handler || course.case.handler)[ask.lang],
    day: event.due === '' ? '' : timeInWords(event.due, ask.lang),
    number: front.showNumber(event.into),
    goods: goodsIn(event.goods, front.tables, ask.lang),
    why: unmetIn(event.why, ask.lang),
    progress: event.progress ? progressIn(event.progress, ask.lang) : '',
    paper: paperIn(event.paper, ask.lang),
    serial: event.serial,
    revoked: revokedFor(event.revoked, ask.lang),
    grade: event.grade ? gradeWords[event.grade][ask.lang] : '',
  });

const isOverdue = ({ case: row }: Course, now: Date): boolean =>
  openStates.has(row.state) && row.state !== 'returned' && row.due < now.toISOString();

/** Where its course says more of when to come back than its state. */
const finer = ['upward', 'unsolved', 'merged', 'rectifying', 'suspended'] as const;

const againOf = (course: Course): keyof typeof againWords => {
  const where = standing(course);
  return finer.find(one => one === where) ?? course.case.state;
};

const againIn = (ask: Ask, front: Front, course: Course, now: Date): string => {
  const { case: row, erased } = course;
  const key = isOverdue(course, now) ? 'overdue' : againOf(course);
  return say(againWords[erased ? 'erased' : key], ask.lang, {
    number: front.showNumber(row.mergedInto),
    due: timeInWords(row.due, ask.lang),
    phone: front.tables.phones.duty,
  });
};

/** The title of a case's form in the reader's language. */
const titleOf = (ask: Ask, front: Front, form: string): string =>
  front.forms.find(one => one.id === form)?.title[ask.lang] ?? form;

/** What was typed and refused, or why the last act was not done. */
export type Told = {
  readonly status?: number;
  readonly problem?: string;
  readonly typed?: ActsPage['typed'];
  readonly problems?: ActsPage['problems'];
};

const actsOf = (ask: Ask, front: Front, course: Course, { typed, problems = {} }: Told): ActsPage => {
  const { case: row, may, pass, events } = course;
  const again = row.state === 'closed' ? 'again' : 'yes';
  return {
    lang: ask.lang,
    number: front.showNumber(row.number),
    pass,
    may: { ...may, confirm: may.confirm ? again : 'no' },
    grade: events.findLast(event => event.grade)?.grade ?? '',
    typed: typed ?? { act: '', text: '' },
    problems,
  };
};

/** A case's page for whoever holds it: its course, and what may be done. */
export const casePage = async (
  ask: Ask,
  front: Front,
  course: Course,
  now: Date,
  told: Told = {},
): Promise<Response> => {
  const { case: row, events, linked } = course;
  const { lang } = ask;
  const form = front.forms.find(one => one.id === row.form);
  const label = (one: Course['case']) =>
    `${front.showNumber(one.number)} ${stateIn(ask, front, { case: one })}`;
  const papers = front.paperForms.includes(row.form) ? await front.papersOf(row.id) : [];
  const view = trackView({
    lang,
    title: titleOf(ask, front, row.form),
    number: front.showNumber(row.number),
    state: stateIn(ask, front, course),
    // Whoever has it answers for it until another accepts: one contact (首接负责制).
    handler: front.department(row.holder)[lang],
    due: row.due,
    open: openStates.has(row.state),
    overdue: isOverdue(course, now),
    urgent: row.urgent === 1 && openStates.has(row.state),
    again: againIn(ask, front, course, now),
    events: events
      .map(event => ({
        at: event.at,
        text: eventIn(ask, front, course, event),
        body: event.text,
        own: event.actor === 'enterprise',
      }))
      .reverse(),
    sent: form ? summary(form, JSON.parse(row.answers), front.tables, lang) : [],
    appointment: await ownPlaceIn(ask, front, row, course.pass),
    papers: ownPapersView(
      papers.map(paper => ownLine(paper, lang)),
      lang,
      course.pass,
    ),
    liaison: liaisonView(await liaisonOf(ask, front, course), lang),
    linked: linked.map(one => ({ label: label(one.case), pass: one.pass })),
    problem: told.problem ?? '',
    acts: actsView(actsOf(ask, front, course, told), longestReply),
  });
  return page(lang, told.status ?? 200, words.title[lang], view);
};

const appointmentIn = async (ask: Ask, front: Front, row: Course['case']) => {
  const appointment = await ownPlaceJson(ask, front, row);
  return appointment ? { appointment } : {};
};

/** The same for a program. */
export const caseJson = async (ask: Ask, front: Front, course: Course): Promise<Response> => {
  const { case: row, events, linked } = course;
  const named = ({ case: one }: Pick<Course, 'case'>) => ({
    number: front.showNumber(one.number),
    form: one.form,
    state: one.state,
    stage: one.mergedInto === '' ? one.stage : ('merged' as const),
    due: one.due,
    handler: front.department(one.holder)[ask.lang],
  });
  return json(200, {
    ...named(course),
    ...(row.urgent === 1 && { urgent: true }),
    ...(linked.length > 0 && { linked: linked.map(named) }),
    ...(await appointmentIn(ask, front, row)),
    liaison: await liaisonOf(ask, front, course),
    events: events.map(event => ({
      at: event.at,
      kind: event.kind,
      text: eventIn(ask, front, course, event),
      ...(event.grade && { grade: event.grade }),
    })),
    answers: events
      .filter(event => ['answered', 'cleared', 'rectifying', 'suspended'].includes(event.kind))
      .map(event => ({ at: event.at, text: event.text })),
  });
};
