import { type ActResult, act, type Plan } from '#src/cases/act.ts';
import { assign } from '#src/cases/assign.ts';
import { textsOf, vouch } from '#src/cases/chain.ts';
import { complaintOf } from '#src/cases/complaint.ts';
import { contentOf } from '#src/cases/filing.ts';
import { lookupsOf } from '#src/cases/look-up.ts';
import type { Office } from '#src/cases/office.ts';
import { partsAnew } from '#src/cases/parts.ts';
import { openAnswers } from '#src/cases/review.ts';
import { dueOnReturn } from '#src/cases/say.ts';
import { caseKey, isErased, open, seal } from '#src/cases/seal.ts';
import type { CaseRow, Content, EventRow } from '#src/cases/store.ts';
import { uploadHashes } from '#src/cases/uploads.ts';
import { type Answers, type AnyForm, routingKey } from '#src/forms/field.ts';
import { countable, expired, terms } from '#src/forms/keep.ts';
import { join, split } from '#src/forms/parts.ts';
import { placeOf } from '#src/forms/place.ts';
import { addDays, type Day, dayOf, daysBetween } from '#src/rules/day.ts';

const contentNow = (row: CaseRow): Content => ({
  enterprise: row.enterprise,
  creditCode: row.creditCode,
  area: row.area,
  line: row.line,
  answers: row.answers,
  sealed: row.sealed,
  handler: row.handler,
  routing: row.routing,
  due: row.due,
  urgent: row.urgent,
  keepUntil: row.keepUntil,
});

const whereTo = (form: AnyForm, answers: Answers): string =>
  JSON.stringify([
    routingKey(form, answers),
    answers.enterprise.area,
    answers.enterprise.line,
    answers.enterprise.creditCode,
    form.against?.(answers) ?? '',
  ]);

/** A case that nobody has taken up yet goes where its corrected answers belong; due as from its receipt. */
const rerouted = (
  office: Office,
  row: CaseRow,
  form: AnyForm,
  was: Answers,
  now: Answers,
): Partial<Content> =>
  ['received', 'held'].includes(row.state) &&
  row.passedAt === row.receivedAt &&
  whereTo(form, was) !== whereTo(form, now) &&
  // Whoever has the hours that were booked keeps it.
  !placeOf(form, now)
    ? assign(office, form, now, new Date(row.receivedAt))
    : {};

/** Whether something of a case was deleted because its time was over: then it can no longer be corrected. */
const isPartlyExpired = (events: readonly EventRow[]): boolean =>
  events.some(event => event.kind === 'expired');

/**
 * Puts corrected answers in place of those that were sent. The event keeps what was there before, sealed. Nothing happens where
 * they are the same; a case that is answered or over cannot be corrected.
 */
export const change = (
  office: Office,
  number: string,
  form: AnyForm,
  answers: Answers,
  actor: string,
): Promise<ActResult> =>
  act(office, number, actor, async (row, at) => {
    if (isErased(row) || row.form !== form.id) return { tag: 'impossible' };
    if (isPartlyExpired(await office.store.events(row.id))) return { tag: 'impossible' };
    const before = openAnswers(office, form, row);
    const was = JSON.stringify(split(form, before));
    if (was === JSON.stringify(split(form, answers))) return { tag: 'done' };
    const route = rerouted(office, row, form, before, answers);
    const content = {
      ...contentNow(row),
      ...contentOf(caseKey(office.keys, row), row.id, form, answers),
      ...route,
      ...(row.state === 'returned' && (await dueOnReturn(office, row, at))),
    };
    const held = uploadHashes(office.keys, form, before);
    const hashes = uploadHashes(office.keys, form, answers).filter(hash => !held.includes(hash));
    const uploads = { hashes, form: form.id };
    return {
      kind: 'changed',
      text: was,
      data: vouch({ ...row, ...content }),
      content,
      uploads,
      lookups: lookupsOf(office.keys, row.id, answers),
      ...(route.routing !== undefined && {
        parts: partsAnew(office, row, { ...row, ...content }, await office.store.parts(row.id), at),
      }),
      set: {
        ...complaintOf(office, form, answers),
        ...(content.handler !== row.handler && { holder: content.handler }),
      },
    };
  });

/** What is left of a case without anything of its people: codes, quantities, dates, and the course of events without texts. */
const emptied = (office: Office, row: CaseRow, events: readonly EventRow[]) => {
  const form = office.forms.find(one => one.id === row.form);
  const clear = form ? countable(form, JSON.parse(row.answers)) : {};
  const content = {
    ...contentNow(row),
    enterprise: '',
    creditCode: '',
    answers: JSON.stringify(clear),
    sealed: new Uint8Array(),
    keepUntil: '',
  };
  return {
    content,
    data: { texts: textsOf(events), ...vouch({ ...row, ...content }) },
    blanked: events.flatMap(event => (event.sealed ? [event.seq] : [])),
    destroyKey: true,
    lookups: null,
    forget: 'all',
  } as const;
};

/** Deletes what a case says of its enterprise and its people, now: its key is destroyed. Its course and its figures stay. */
export const erase = (office: Office, number: string, actor: string): Promise<ActResult> =>
  act(office, number, actor, async row => {
    if (isErased(row)) return { tag: 'done' };
    // Files first: after a crash in between, the case can still be erased.
    await office.forgetFiles(row.id);
    return { kind: 'erased', ...emptied(office, row, await office.store.events(row.id)) };
  });

/** The first day after `today` on which more of a case must go. */
const nextTerm = (form: AnyForm, received: Day, today: Day): Day =>
  terms(form)
    .map(days => addDays(received, days))
    .find(day => day > today) ?? '';

/** What must go from a case by a day: everything, or the fields whose days are over. */
const due = async (
  office: Office,
  row: CaseRow,
  today: Day,
): Promise<Plan & { readonly paths: readonly string[] }> => {
  const events = await office.store.events(row.id);
  const form = office.forms.find(one => one.id === row.form);
  const received = dayOf(new Date(row.receivedAt));
  const keepUntil = form ? nextTerm(form, received, today) : '';
  if (!form || keepUntil === '') return { kind: 'expired', ...emptied(office, row, events), paths: [] };
  const key = caseKey(office.keys, row);
  const before = JSON.parse(open(key, row.id, 'answers', row.sealed).toString('utf8'));
  const { paths, sealed } = expired(form, before, daysBetween(received, today));
  const content = {
    ...contentNow(row),
    sealed: seal(key, row.id, 'answers', JSON.stringify(sealed)),
    keepUntil,
  };
  // What was there before a correction holds the same fields.
  const changed = events.filter(event => event.kind === 'changed' && event.sealed);
  return {
    kind: 'expired',
    content,
    data: { fields: paths, texts: textsOf(changed), ...vouch({ ...row, ...content }) },
    blanked: changed.map(event => event.seq),
    lookups: lookupsOf(office.keys, row.id, join(form, { clear: JSON.parse(row.answers), sealed })),
    paths,
  };
};

/** What the retention takes from a case: all of it, or so many fields. */
export type Expired = { readonly whole: boolean; readonly fields: number };

/** What would go by today. */
export const wouldExpire = async (office: Office, row: CaseRow): Promise<Expired> => {
  const plan = await due(office, row, dayOf(office.now()));
  return { whole: plan.destroyKey === true, fields: plan.paths.length };
};

/** Deletes what a case may no longer keep; null where there was nothing. Files go with the rest. */
export const expire = async (office: Office, number: string): Promise<Expired | null> => {
  let done: Expired | null = null;
  const result = await act(office, number, 'system', async (row, at) => {
    if (isErased(row) || row.keepUntil === '' || row.keepUntil > dayOf(at)) return { tag: 'done' };
    const { paths, ...plan } = await due(office, row, dayOf(at));
    if (plan.destroyKey) await office.forgetFiles(row.id);
    done = { whole: plan.destroyKey === true, fields: paths.length };
    return plan;
  });
  return result.tag === 'done' ? done : null;
};
