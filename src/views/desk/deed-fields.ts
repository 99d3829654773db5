import { outcomeWords, pressureWords } from '#src/i18n/desk.ts';
import {
  type deedWords,
  fastWords,
  grantedWords,
  deedLabels as labels,
  positionWords,
  reachedWords,
  revisitWords,
  wayWords,
} from '#src/i18n/desk-deeds.ts';
import type { Choice, DeskField } from './fields.ts';

export type DeedName = keyof typeof deedWords;

const long = 4000;
const reason = { name: 'reason', kind: 'line', label: labels.reason, required: true, max: 300 } as const;
const free = (label: DeskField['label'], max = 1000, rows = 4) =>
  ({ name: 'text', kind: 'text', label, max, rows }) as const;
const text = (label: DeskField['label'], max = 1000, rows = 4) =>
  ({ ...free(label, max, rows), required: true }) as const;
const radios = (
  name: string,
  label: DeskField['label'],
  options: Readonly<Record<string, DeskField['label']>>,
) => ({ name, kind: 'radios', label, required: true, options: Object.entries(options) }) as const;
const choice = (
  name: string,
  label: DeskField['label'],
  options: Readonly<Record<string, DeskField['label']>>,
) => ({ name, kind: 'choice', label, required: true, options: Object.entries(options) }) as const;

type Passing = 'decline' | 'assign' | 'assist' | 'inspect';

/** What is filled in for each deed that passes nothing on. */
const own: Readonly<Record<Exclude<DeedName, Passing>, readonly DeskField[]>> = {
  accept: [
    { name: 'later', kind: 'lines', label: labels.later, max: 1000 },
    { name: 'laterBy', kind: 'day', label: labels.laterBy },
  ],
  'assist-answer': [radios('position', labels.position, positionWords), free(labels.positionText)],
  return: [
    { name: 'missing', kind: 'lines', label: labels.missing, required: true, max: 2000 },
    free(labels.returnText, 1000, 2),
  ],
  answer: [text(labels.answerText, long, 8)],
  contact: [
    radios('reached', labels.reached, reachedWords),
    { name: 'at', kind: 'moment', label: labels.at, required: true },
    { name: 'whom', kind: 'line', label: labels.whom, max: 40 },
    free(labels.said),
  ],
  close: [choice('outcome', labels.outcome, outcomeWords), free(labels.closeText)],
  reopen: [text(labels.reopenText)],
  'ask-extension': [
    { name: 'until', kind: 'day', label: labels.until, required: true },
    { ...reason, label: labels.extensionReason },
  ],
  'decide-extension': [radios('granted', labels.granted, grantedWords), reason],
  press: [choice('pressure', labels.pressure, pressureWords), free(labels.pressText, 500, 2)],
  note: [text(labels.noteText)],
  merge: [
    { name: 'into', kind: 'line', label: labels.into, required: true, max: 20 },
    { name: 'reason', kind: 'line', label: labels.reason, max: 300 },
  ],
  unmerge: [reason],
  open: [{ ...reason, label: labels.openReason, max: 100 }],
  'renew-pin': [{ name: 'called', kind: 'tick', label: labels.calledBack, required: true }],
  revisit: [radios('result', labels.result, revisitWords), text(labels.revisitText)],
  complex: [{ name: 'complex', kind: 'tick', label: labels.complex }],
  'fast-track': [radios('fast', labels.fast, fastWords), reason],
  release: [],
  clear: [
    { name: 'from', kind: 'day', label: labels.clearFrom, required: true },
    free(labels.clearText, long, 4),
  ],
  rectify: [
    { name: 'items', kind: 'lines', label: labels.rectifyItems, required: true, max: 2000 },
    { name: 'until', kind: 'day', label: labels.rectifyUntil, required: true },
    free(labels.returnText, 1000, 2),
  ],
  suspend: [
    { name: 'reason', kind: 'text', label: labels.suspendReason, required: true, max: 1000, rows: 3 },
    { name: 'until', kind: 'day', label: labels.suspendUntil, required: true },
  ],
};

/** What is filled in for a deed; departments are the zone's. One table for the form and for reading what it sends. */
export const deedFields = (deed: DeedName, departments: readonly Choice[]): readonly DeskField[] => {
  const to = (name: string, label: DeskField['label']): DeskField => ({
    name,
    kind: 'choice',
    label,
    required: true,
    options: departments,
  });
  if (deed === 'decline') return [reason, to('suggest', labels.suggest)];
  if (deed === 'assign')
    return [radios('way', labels.way, wayWords), to('department', labels.department), reason];
  if (deed === 'inspect')
    return [
      to('department', labels.inspectBy),
      { name: 'due', kind: 'day', label: labels.inspectDue, required: true },
    ];
  if (deed !== 'assist') return own[deed];
  return [
    { name: 'departments', kind: 'ticks', label: labels.departments, required: true, options: departments },
    { name: 'ask', kind: 'text', label: labels.ask, required: true, max: 500, rows: 2 },
    { name: 'due', kind: 'day', label: labels.assistDue },
  ];
};
