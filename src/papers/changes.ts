import type { KeyObject } from 'node:crypto';
import type { CaseRow } from '#src/cases/store.ts';
import { type ContentFault, contentFaults, contentOf, openContent, sealPart } from '#src/papers/content.ts';
import type { Papers } from '#src/papers/papers.ts';
import { codeHash, newCode } from '#src/papers/serial.ts';
import { mayCheck } from '#src/papers/steps.ts';
import type { PaperLine, PaperSet, PaperStep, StepRow } from '#src/papers/store.ts';
import { addDays, type Day, isDay } from '#src/rules/day.ts';
import { isPlain, length, tidy } from '#src/rules/text.ts';

export type PaperActed =
  | { readonly tag: 'done'; readonly id: string }
  | { readonly tag: 'unknown' }
  /** Somebody was faster, or the page was sent twice: the paper stands elsewhere. */
  | { readonly tag: 'moved' }
  /** The step cannot be gone in this state, or its case does not allow it as it stands. */
  | { readonly tag: 'step' | 'unfit' }
  /** Who wrote it does not check it. */
  | { readonly tag: 'same-person' }
  /** What is wrong, by field. */
  | { readonly tag: 'refused'; readonly faults: Readonly<Record<string, ContentFault>> }
  /** The case moved on faster than it could be written to. */
  | { readonly tag: 'busy' };

/** What a page sends with a step. */
export type StepTyped = {
  readonly id: string;
  /** The paper as the page showed it. */ readonly version: number;
  readonly step: PaperStep;
  /** Fields of the paper, a day, a text, a reason, by the step. */ readonly fields: Readonly<
    Record<string, unknown>
  >;
};

/** Days that the line of the check page stays after the paper's own. */
const kept = 365;
/** The longest note and answer, in characters, and how far ahead a letter may be asked after, in days. */
const longest = 1000;
const furthest = 90;

/** Everything that a step looks at. */
export type Scene = {
  readonly papers: Papers;
  readonly paper: PaperLine;
  readonly row: CaseRow;
  /** Null once the case was erased. */ readonly key: KeyObject | null;
  readonly steps: readonly StepRow[];
  readonly typed: StepTyped;
  readonly login: string;
  readonly today: Day;
};

/** What a step changes, what it says to officers or the enterprise, and a code beside it. */
export type Change = { readonly set?: Partial<PaperSet>; readonly note?: string; readonly reason?: string };
type Refusal = Exclude<PaperActed, { tag: 'done' }>;

const textOf = ({ typed }: Scene, name: string): string => {
  const value = typed.fields[name];
  return tidy(typeof value === 'string' ? value.slice(0, 4 * longest) : '', true);
};

/** A note that must be there, or may be left out. */
const noteOf = (scene: Scene, isNeeded: boolean): { readonly note: string } | Refusal => {
  const note = textOf(scene, 'note');
  const refuse = (fault: ContentFault): Refusal => ({ tag: 'refused', faults: { note: fault } });
  if (note === '') return isNeeded ? refuse('required') : { note };
  if (!isPlain(note)) return refuse('plain');
  return length(note) > longest ? refuse('long') : { note };
};

const edit = ({ paper, key, typed }: Scene): Change | Refusal => {
  if (!key) return { tag: 'unfit' };
  const content = contentOf(paper.kind, typed.fields);
  // What is not filled in yet may follow; what is wrong may not stay.
  const faults = Object.entries(contentFaults(paper.kind, content)).filter(
    ([, fault]) => fault !== 'required',
  );
  if (faults.length > 0) return { tag: 'refused', faults: Object.fromEntries(faults) };
  return {
    set: {
      content: sealPart(key, paper.caseId, paper.id, 'content', JSON.stringify(content)),
      validFrom: content.validFrom ?? '',
      validTo: content.validTo ?? '',
    },
  };
};

const check = ({ paper, key, steps, login }: Scene): Change | Refusal => {
  if (!mayCheck(steps, login)) return { tag: 'same-person' };
  const content = openContent(key, paper);
  if (!content) return { tag: 'unfit' };
  const faults = contentFaults(paper.kind, content);
  return Object.keys(faults).length > 0 ? { tag: 'refused', faults } : {};
};

/** The code is drawn with the number and printed; it works once the paper is sealed. */
const numbering = ({ papers, paper, key, today }: Scene): Change | Refusal => {
  if (!key) return { tag: 'unfit' };
  const code = newCode();
  return {
    set: {
      code: sealPart(key, paper.caseId, paper.id, 'code', code),
      codeHash: codeHash(papers.office.keys, paper.id, code),
      keepUntil: addDays(paper.validTo > today ? paper.validTo : today, kept),
    },
  };
};

const isDayBetween = (day: string, from: Day, to: Day): boolean => isDay(day) && day >= from && day <= to;
const wrongDay = (field: string): Refusal => ({ tag: 'refused', faults: { [field]: 'day' } });

/** A letter goes out on a day and is asked after on another. */
const issue = (scene: Scene): Change | Refusal => {
  const { paper, today } = scene;
  if (paper.kind !== 'letter') return {};
  const [sentOn, followUp] = [textOf(scene, 'sentOn'), textOf(scene, 'followUp')];
  if (!isDayBetween(sentOn, addDays(today, -30), today)) return wrongDay('sentOn');
  return isDayBetween(followUp, today, addDays(today, furthest))
    ? { set: { sentOn, followUp } }
    : wrongDay('followUp');
};

const followUpOn = (scene: Scene): Change | Refusal => {
  const followUp = textOf(scene, 'followUp');
  if (scene.paper.answeredOn !== '') return { tag: 'step' };
  const isSoon = isDayBetween(followUp, scene.today, addDays(scene.today, furthest));
  return isSoon ? { set: { followUp } } : wrongDay('followUp');
};

const answered = (scene: Scene): Change | Refusal => {
  const { paper, key, today } = scene;
  if (!key) return { tag: 'unfit' };
  if (paper.answeredOn !== '') return { tag: 'step' };
  const answeredOn = textOf(scene, 'answeredOn');
  if (!isDayBetween(answeredOn, paper.sentOn, today)) return wrongDay('answeredOn');
  const read = noteOf(scene, true);
  if ('tag' in read) return read;
  const answer = sealPart(key, paper.caseId, paper.id, 'answer', read.note);
  return { set: { answeredOn, answer, followUp: '' } };
};

const revokeReasons = ['mistake', 'changed', 'misused', 'lost', 'asked'];

const revoke = (scene: Scene): Change | Refusal => {
  const reason = textOf(scene, 'reason');
  if (!revokeReasons.includes(reason)) return { tag: 'refused', faults: { reason: 'required' } };
  const read = noteOf(scene, false);
  return 'tag' in read ? read : { reason, note: read.note, set: { followUp: '' } };
};

/** What each step makes of a paper, or why not. */
export const changes: Readonly<Record<PaperStep, (scene: Scene) => Change | Refusal>> = {
  draft: () => ({ tag: 'step' }),
  edit,
  check,
  return: scene => noteOf(scene, true),
  sign: () => ({}),
  number: numbering,
  seal: () => ({}),
  issue,
  revoke,
  void: scene => noteOf(scene, true),
  follow: followUpOn,
  answer: answered,
};
