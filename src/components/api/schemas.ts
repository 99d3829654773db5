import { forms } from '#src/forms/index.ts';
import { type Schema, schemaOf } from '#src/forms/schema.ts';
import { problems } from '#src/i18n/problems.ts';
import { gradeWords } from '#src/i18n/track.ts';
import { tablesOf } from '#src/zone/tables.ts';
import { zone } from '../zone.ts';

export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
export const text = { type: 'string' };
const time = { type: 'string', format: 'date-time' };
const flag = { type: 'boolean' };
const whole = { type: 'integer' };
const list = (items: Schema): Schema => ({ type: 'array', items });

/** An object whose properties are all there, but for the optional ones. */
export const object = (properties: Schema, optional: readonly string[] = []): Schema => {
  const required = Object.keys(properties).filter(name => !optional.includes(name));
  return { type: 'object', properties, ...(required.length > 0 && { required }) };
};

const tables = tablesOf(zone);
const formIds = { enum: forms.map(form => form.id) };
const told = object({
  pointer: { type: 'string', description: 'A JSON pointer into the submission.' },
  message: text,
});

/** The time that goes with a case; only its state where there is none. */
const appointment = object(
  {
    state: { enum: ['wanted', 'called-off', 'booked', 'cancelled', 'done', 'missed'] },
    said: text,
    slot: text,
    startsAt: time,
    endsAt: time,
    way: { enum: ['counter', 'phone', 'online'] },
    spot: text,
    bring: text,
    who: text,
    facts: list(object({ label: text, value: text })),
    calendar: { type: 'string', description: 'Address of a calendar file.' },
  },
  ['said', 'slot', 'startsAt', 'endsAt', 'way', 'spot', 'bring', 'who', 'facts', 'calendar'],
);

const receipt = object(
  {
    number: { type: 'string', pattern: '^\\d{5}-\\d{4}-\\d{4}$', description: '登记编号' },
    pin: {
      type: ['string', 'null'],
      pattern: '^\\d{6}$',
      description: '查询密码; null where an officer has issued a new one since.',
    },
    track: { type: 'string', description: 'Address of the course; number and token stand behind #.' },
    handler: { type: 'string', description: 'Who handles it.' },
    reason: { type: 'string', description: 'Why it goes there.' },
    due: { ...time, description: 'When the answer is due.' },
    held: { ...flag, description: '核实中: an officer looks at it first.' },
    linked: {
      ...list(object({ number: text, handler: text, reason: text, due: time })),
      description: 'All cases of a submission that became several; one password opens them.',
    },
    appointment,
    warnings: { ...list(told), description: 'What looks odd and was taken in all the same.' },
  },
  ['linked', 'appointment', 'warnings'],
);

const named = { number: text, form: formIds, state: text, stage: text, due: time, handler: text };
const course = object(
  {
    ...named,
    urgent: flag,
    appointment,
    linked: list(object(named)),
    events: {
      ...list(object({ at: time, kind: text, text, grade: { enum: Object.keys(gradeWords) } }, ['grade'])),
      description: 'Oldest first.',
    },
    answers: list(object({ at: time, text })),
    liaison: {
      anyOf: [
        object({ tag: { const: 'officer' }, name: text, department: text, phone: text, standsInFor: text }),
        object({ tag: { const: 'office' }, area: text, phone: text }),
        { type: 'null' },
      ],
      description: 'Whom to call today: the liaison officer, or the office of the area.',
    },
  },
  ['urgent', 'appointment', 'linked'],
);

/** Whoever holds a case: number and password, or number and the token of its link. */
const who = [
  { number: text, pin: text },
  { number: text, token: text },
];
/** A body by either credential, with what an act needs besides. */
export const held = (more: Schema = {}, optional: readonly string[] = []): Schema => ({
  oneOf: who.map(one => object({ ...one, ...more }, optional)),
});

/** Every shape the API takes or gives; a form's by its id. */
export const schemas: Schema = {
  ...Object.fromEntries(forms.map(form => [form.id, schemaOf(form, tables)])),
  Receipt: receipt,
  Course: course,
  Lookup: held(),
  Sheet: object({
    rows: whole,
    entries: whole,
    problems: list(
      object({ row: { type: ['integer', 'null'] }, column: { type: ['string', 'null'] }, message: text }),
    ),
  }),
  SheetReceipts: object({
    receipts: list(
      object({ enterprise: text, state: { enum: ['received', 'held', 'already'] }, number: text, pin: text }),
    ),
  }),
  Upload: object(
    {
      state: { enum: ['partial', 'kept', 'refused'] },
      name: text,
      size: whole,
      received: whole,
      kind: text,
      flags: list(text),
      scanned: text,
      reason: text,
      message: text,
    },
    ['name', 'size', 'kind', 'flags', 'scanned', 'reason', 'message'],
  ),
  Health: object({
    status: { enum: ['ok', 'failing'] },
    store: text,
    schema: whole,
    expected: whole,
    diskUsed: { type: 'number', description: 'Share of the disk, 0 to 1.' },
  }),
  Problem: {
    description: 'RFC 9457',
    ...object(
      {
        type: { enum: Object.keys(problems).map(type => `/problems/#${type}`) },
        title: text,
        detail: text,
        status: whole,
        instance: text,
        errors: list(told),
      },
      ['errors'],
    ),
  },
};
