import type { Words } from '#src/i18n/words.ts';
import type { Day } from '#src/rules/day.ts';
import type { Counted, Unit } from '#src/rules/units.ts';

/** A code that is stored and the words that are shown. */
export type Option = { readonly code: string; readonly name: Words };

/** An item of the catalogue: the units it may be counted in, what its containers hold, and what to write as its specification. */
export type Item = Option & Counted & { readonly spec: Words | null };

/** The zone's tables that forms draw their choices from. */
export type Tables = {
  /** `officePhone`: of the street, town or park office that works for the area; null where there is none. */
  readonly areas: readonly (Option & { readonly covers: Words; readonly officePhone: string | null })[];
  readonly lines: readonly (Option & { readonly ask: Words })[];
  readonly items: readonly Item[];
  readonly units: readonly (Option & Unit)[];
  /** Whose office takes the forms in: the privacy notice names it (PIPL 17). */
  readonly zone: Words;
  /** By which ways an enterprise may ask to be told of news; none where the zone has no gateway. */
  readonly tell: readonly ('sms' | 'mail')[];
  /** Numbers a form may have to name: the duty phone, the fever clinic's and the centre for disease control's (疾控). */
  readonly phones: { readonly duty: string; readonly feverClinic: string; readonly cdc: string };
};

/** Why a personal field is asked, on what ground, for how long, and who sees it (PIPL 17). */
export type Purpose = {
  readonly why: Words;
  readonly basis: Words;
  readonly days: number;
  readonly seenBy: Words;
};

/** A field that is asked only when a neighbour of the same level has one of these values (`true` and `false` for a yes-no, a ticked code for choices). */
type When = { readonly field: string; readonly is: readonly string[] };

type Common = {
  readonly label: Words;
  readonly help?: Words;
  /** Must be filled in; where there is a `when`, only while that holds. */
  readonly required?: boolean;
  readonly when?: When;
  /** Folded away until asked for: a short form is sent, a long one is not. */
  readonly folded?: true;
  /** Set on personal fields: sealed, masked, deleted when the days are over. */
  readonly personal?: Purpose;
};

/** Free text: sealed, whatever it says, unless `clear` names it a fact that the desk and the figures need. */
export type TextField = Common & {
  readonly kind: 'text';
  readonly max: number;
  readonly rows?: number;
  readonly clear?: true;
  readonly autocomplete?: string;
  /** What to write, by the value of a neighbouring choice: shown as a help, put into the field on request. */
  readonly templates?: { readonly by: string; readonly texts: Readonly<Record<string, Words>> };
};
export type PhoneField = Common & { readonly kind: 'phone'; readonly personal: Purpose };
export type CreditCodeField = Common & { readonly kind: 'credit-code' };
/** Above 0, at most `max`, up to `decimals` places; unknown is null, which is not the same as 1 or 0. `orZero` allows 0. */
export type NumberField = Common & {
  readonly kind: 'number';
  readonly max: number;
  readonly decimals?: number;
  readonly orZero?: true;
  readonly unit?: Words;
  /** An amount in 万元: may also be typed with its unit, `300万元`, `1.2亿`, `5000000元`. */
  readonly money?: true;
};
/** A day, or ''. In the past it warns and is not refused; `past` says that days gone by are what is asked. */
export type DayField = Common & {
  readonly kind: 'day';
  readonly past?: true;
  /** Left empty it is the day of sending. */
  readonly orToday?: true;
};
export type ChoiceField = Common & {
  readonly kind: 'choice';
  readonly options: readonly Option[] | ((tables: Tables) => readonly Option[]);
  readonly radios?: true;
};
/** Any number of codes, in the order of the options. */
export type ChoicesField = Common & {
  readonly kind: 'choices';
  readonly options: readonly Option[] | ((tables: Tables) => readonly Option[]);
};
/** A time of an office's hours that can be booked, by its id (`src/rules/place.ts`); '' asks to be called. */
export type PlaceField = Common & { readonly kind: 'place' };
export type YesNoField = Common & { readonly kind: 'yes-no' };
/** A box that must be ticked; `statement` is what the person agrees to. */
export type ConsentField = Common & { readonly kind: 'consent'; readonly statement: Words };
/** A separate consent that may be refused (PIPL 23, 25, 29): false unless ticked. */
export type PermissionField = Common & { readonly kind: 'permission'; readonly statement: Words };
/** Attached files, at most `max`: the ids of uploads that came before; see `src/attachments/`. */
export type FilesField = Common & { readonly kind: 'files'; readonly max: number };
export type GroupField<S extends Fields = Fields> = {
  readonly kind: 'group';
  readonly label: Words;
  readonly help?: Words;
  readonly when?: When;
  readonly fields: S;
};
/** At least one line, or none where `optional`; at most 50. */
export type LinesField<S extends Fields = Fields> = {
  readonly kind: 'lines';
  readonly label: Words;
  readonly help?: Words;
  readonly when?: When;
  readonly optional?: true;
  readonly fields: S;
};

export type Leaf =
  | TextField
  | PhoneField
  | CreditCodeField
  | NumberField
  | DayField
  | ChoiceField
  | ChoicesField
  | PlaceField
  | YesNoField
  | ConsentField
  | PermissionField
  | FilesField;
export type Field = Leaf | GroupField | LinesField;
export type Fields = { readonly [name: string]: Field };

/** The value a field is read into: '' for no text, null for an unknown number or an unanswered yes-no. */
export type Value<F extends Field> =
  F extends GroupField<infer S>
    ? Values<S>
    : F extends LinesField<infer S>
      ? readonly Values<S>[]
      : F extends NumberField
        ? number | null
        : F extends YesNoField
          ? boolean | null
          : F extends ConsentField
            ? true
            : F extends PermissionField
              ? boolean
              : F extends ChoicesField | FilesField
                ? readonly string[]
                : string;
export type Values<S extends Fields> = { readonly [K in keyof S]: Value<S[K]> };

/** One thing wrong with what was sent: where (a JSON pointer) and what to do, in words. */
export type Problem = { readonly pointer: string; readonly message: Words };

/** What every form has: the shared block of enterprise and contact. */
type Shared = {
  readonly enterprise: {
    readonly name: string;
    readonly creditCode: string;
    readonly area: string;
    readonly line: string;
  };
  /** How its sender is told of news (`sms`, `mail`), and where mail goes: undefined in cases from before it was asked. */
  readonly contact: {
    readonly name: string;
    readonly phone: string;
    readonly tell?: string;
    readonly email?: string;
  };
};

/** What was read so far: a field that was refused is undefined. */
export type Unfinished = {
  readonly enterprise?: { readonly area?: unknown };
  readonly [name: string]: unknown;
};

/** What a form's answer means on a day (content/rules/modes.yaml): being filed is enough; an answer is due; it is closed. */
export const modes = ['filed', 'application', 'closed'] as const;
export type Mode = (typeof modes)[number];

/** Under which heading the list of forms has it. */
export const subjects = ['need', 'reopening', 'question', 'giving'] as const;
export type Subject = (typeof subjects)[number];

export type Form<S extends Fields = Fields> = {
  readonly id: string;
  readonly subject: Subject;
  readonly title: Words;
  /** One line under the title: what this is for. */
  readonly lead: Words;
  /** Where the title and the lead depend on the day's mode. */
  readonly named?: Readonly<Partial<Record<Mode, { readonly title: Words; readonly lead: Words }>>>;
  /** The public page that what is sent may come to stand on, behind the language's prefix. */
  readonly published?: { readonly path: string; readonly label: Words };
  readonly fields: S;
  /** Path of the field whose value the routing table decides by: `topic`, `items.0.item`; '' for none. */
  readonly routingField: string;
  /** Name of lines of which each becomes a case of its own, linked with the others: one submission, several kinds of need. */
  readonly apart?: string;
  /** May be filled in by spreadsheet: a row each, or a row a line where the form has lines. */
  readonly bulk?: true;
  /** What makes a submission the only one of its day (an enterprise's daily return); a second one is told so. */
  readonly once?: (value: Values<S> & Shared) => string;
  /** A danger that is told alone, whatever else is missing or wrong; null where there is none. */
  readonly stop?: (read: Unfinished, tables: Tables) => Problem | null;
  /** Rules over several fields. */
  readonly check?: (value: Values<S> & Shared, tables: Tables, today: Day) => readonly Problem[];
  /** What is taken in and yet needs a word: told with the receipt. */
  readonly warn?: (value: Values<S> & Shared, tables: Tables) => readonly Problem[];
  /** Whether the officer on duty is told at once. */
  readonly urgent?: (value: Values<S> & Shared) => boolean;
  /** Whom a complaint is about, as typed; null where it is none. */
  readonly against?: (value: Values<S> & Shared) => string | null;
  /** Paths of the exported columns; a path into lines gives one row a line. */
  readonly columns: readonly string[];
};

/** A parsed submission of any form. */
export type Answers = Shared & { readonly [name: string]: unknown };

/** A form as the registry holds it: its own value type is known inside its file only. */
export type AnyForm = Omit<Form, 'once' | 'check' | 'warn' | 'urgent' | 'against'> & {
  readonly once?: (value: Answers) => string;
  readonly check?: (value: Answers, tables: Tables, today: Day) => readonly Problem[];
  readonly warn?: (value: Answers, tables: Tables) => readonly Problem[];
  readonly urgent?: (value: Answers) => boolean;
  readonly against?: (value: Answers) => string | null;
};

/** Declares a form; the registry sees it as `AnyForm`, whose values its own reader has checked. */
export const form = <const S extends Fields>(definition: Form<S>): AnyForm =>
  definition as unknown as AnyForm;

/** Whether a field has anything to ask: a choice of one thing is none, and nobody comes to what hangs on a choice that is not there. */
export const isOffered = (field: Field, neighbours: Fields, tables: Tables): boolean => {
  if (field.kind === 'choice' && options(field, tables).length < 2) return false;
  const { when } = field;
  const decides = when && neighbours[when.field];
  if (!decides) return true;
  if (decides.kind === 'choice' && !options(decides, tables).some(({ code }) => when.is.includes(code)))
    return false;
  return isOffered(decides, neighbours, tables);
};

export const options = (field: ChoiceField | ChoicesField, tables: Tables): readonly Option[] =>
  typeof field.options === 'function' ? field.options(tables) : field.options;

/** Whether a value of this field is sealed: personal data and free text are, codes and figures are not. */
export const isSealed = (field: Leaf): boolean =>
  field.personal !== undefined || field.kind === 'phone' || (field.kind === 'text' && field.clear !== true);

/** What a neighbour says, as codes: a posted tick is `on`, posted choices are an object of ticks. */
const codesIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.map(String);
  if (typeof value === 'object' && value !== null) return Object.keys(value);
  const text = String(value ?? '').trim();
  return [text === 'on' ? 'true' : text];
};

/** Whether a field is asked, given the values of its level as they came or as they were read. */
export const isAsked = (field: Field, level: { readonly [name: string]: unknown }): boolean => {
  const { when } = field;
  return when === undefined || codesIn(level[when.field]).some(code => when.is.includes(code));
};

/** The value the routing table decides by; '' where the form has none or it was left open. */
export const routingKey = (form: AnyForm, answers: Answers): string => {
  if (form.routingField === '') return '';
  const value = form.routingField
    .split('.')
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], answers);
  return value === undefined || value === null ? '' : String(value);
};

/** `/items/0/quantity` for the path `items.0.quantity`; '' for the whole submission. */
export const pointer = (path: string): string => (path === '' ? '' : `/${path.replaceAll('.', '/')}`);
