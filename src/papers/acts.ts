import { type Plan, prepare } from '#src/cases/act.ts';
import { openAnswers } from '#src/cases/review.ts';
import { caseKey, isErased } from '#src/cases/seal.ts';
import type { Append, CaseRow, EventRow } from '#src/cases/store.ts';
import { type Change, changes, type PaperActed, type Scene, type StepTyped } from '#src/papers/changes.ts';
import { type Content, contentOf, sealPart } from '#src/papers/content.ts';
import { kindsFor, prefilled } from '#src/papers/kinds.ts';
import type { Papers } from '#src/papers/papers.ts';
import { showSerial } from '#src/papers/serial.ts';
import { after, isForward } from '#src/papers/steps.ts';
import type { PaperKind, PaperLine, PaperResult, PaperSet, PaperStep } from '#src/papers/store.ts';
import { dayOf } from '#src/rules/day.ts';

/** So often a case that moved on meanwhile is read anew. */
const tries = 8;
const retried = async (attempt: () => Promise<PaperActed | PaperResult>, id: string): Promise<PaperActed> => {
  for (let n = 0; n < tries; n += 1) {
    const result = await attempt();
    if (result.tag === 'stored') return { tag: 'done', id };
    if (result.tag !== 'stale') return result;
  }
  return { tag: 'busy' };
};

const told = (papers: Papers, row: CaseRow, login: string, at: Date, plan: Plan): readonly Append[] => {
  const prepared = prepare(papers.office, row, login, at, plan);
  return prepared ? [prepared.command] : [];
};

export type DraftTyped = {
  /** Of the page that was sent: sent twice it counts once. */ readonly id: string;
  readonly number: string;
  readonly kind: PaperKind;
  /** Which of several suppliers a letter is about. */ readonly line: number;
};

const firstContent = (
  papers: Papers,
  row: CaseRow,
  events: readonly EventRow[],
  typed: DraftTyped,
): Content | null => {
  const form = papers.office.forms.find(one => one.id === row.form);
  if (!form || isErased(row) || !kindsFor(row, events).includes(typed.kind)) return null;
  const answers = openAnswers(papers.office, form, row);
  const today = dayOf(papers.office.now());
  const content = prefilled({ ...typed, row, answers, events, today });
  return contentOf(typed.kind, content);
};

const untouched = { code: null, codeHash: '', answer: null, sentOn: '', followUp: '', answeredOn: '' };

/** 拟稿: a new draft out of what its case says; the event says who opened that. */
export const draft = (
  { office, store, ...rest }: Papers,
  typed: DraftTyped,
  login: string,
): Promise<PaperActed> =>
  retried(async () => {
    const papers = { office, store, ...rest };
    const row = await office.store.caseByNumber(typed.number);
    if (!row) return { tag: 'unknown' };
    const content = firstContent(papers, row, await office.store.events(row.id), typed);
    if (!content) return { tag: 'unfit' };
    const { id, kind } = typed;
    const now = office.now();
    const at = now.toISOString();
    const paper = {
      ...untouched,
      ...{ id, kind, caseId: row.id, state: 'draft' as const, version: 1 },
      validFrom: content.validFrom ?? '',
      validTo: content.validTo ?? '',
      content: sealPart(caseKey(office.keys, row), row.id, id, 'content', JSON.stringify(content)),
      ...{ keepUntil: '', createdAt: at, movedAt: at },
    };
    const step = { paperId: id, seq: 1, step: 'draft' as const, at, actor: login, reason: '' };
    const data = { id, paper: kind, step: 'draft', version: 1 };
    const appends = told(papers, row, login, now, { kind: 'paper-moved', data });
    return appends.length === 0 ? { tag: 'unfit' } : store.addPaper({ paper, step, appends });
  }, typed.id);

const setOf = ({
  validFrom,
  validTo,
  content,
  code,
  codeHash: hash,
  answer,
  ...row
}: PaperLine): PaperSet => {
  const { state, sentOn, followUp, answeredOn, keepUntil } = row;
  return {
    state,
    validFrom,
    validTo,
    content,
    code,
    codeHash: hash,
    answer,
    sentOn,
    followUp,
    answeredOn,
    keepUntil,
  };
};

const kindOfEvent = (step: PaperStep) =>
  step === 'issue'
    ? ('paper-issued' as const)
    : step === 'revoke'
      ? ('paper-revoked' as const)
      : ('paper-moved' as const);

/** A step as it is stored, with its event; an erased case has none, and its papers can only be revoked. */
const carry = (
  scene: Scene,
  { set, note = '', reason = '' }: Change,
  state: PaperSet['state'],
  now: Date,
) => {
  const { papers, paper, row, typed, login } = scene;
  const { id, kind, version } = paper;
  const { step } = typed;
  const serial = showSerial(paper);
  const data = {
    ...{ id, paper: kind, step, version: version + 1 },
    ...(serial !== '' && { serial }),
    ...(reason !== '' && { revoked: reason }),
  };
  const plan = { kind: kindOfEvent(step), data, text: note === '' ? null : note };
  return papers.store.movePaper({
    ...{ id, kind, version, was: paper.state },
    set: { ...setOf(paper), ...set, state },
    year: step === 'number' ? Number(scene.today.slice(0, 4)) : null,
    step: { paperId: id, seq: version + 1, step, at: now.toISOString(), actor: login, reason },
    appends: told(papers, row, login, now, plan),
  });
};

/** Whether the case allows it as it stands; what takes a paper back is always allowed. */
const allows = async ({ papers, paper, row, key, typed }: Scene): Promise<boolean> => {
  if (!isForward(typed.step)) return key !== null || typed.step === 'revoke';
  return key !== null && kindsFor(row, await papers.office.store.events(row.id)).includes(paper.kind);
};

const once = async (papers: Papers, typed: StepTyped, login: string): Promise<PaperActed | PaperResult> => {
  const { office, store } = papers;
  const paper = await store.paper(typed.id);
  const row = paper && (await office.store.caseById(paper.caseId));
  if (!paper || !row) return { tag: 'unknown' };
  if (paper.version !== typed.version) return { tag: 'moved' };
  const state = after(paper.kind, paper.state, typed.step);
  if (state === null) return { tag: 'step' };
  const now = office.now();
  const key = isErased(row) ? null : caseKey(office.keys, row);
  const scene = {
    papers,
    paper,
    row,
    key,
    typed,
    login,
    steps: await store.stepsOf(paper.id),
    today: dayOf(now),
  };
  if (!(await allows(scene))) return { tag: 'unfit' };
  const change = changes[typed.step](scene);
  return 'tag' in change ? change : carry(scene, change, state, now);
};

/** One step of a paper, with its event on the case: both or neither. Who may do it is asked before. */
export const takeStep = (papers: Papers, typed: StepTyped, login: string): Promise<PaperActed> =>
  retried(() => once(papers, typed, login), typed.id);
