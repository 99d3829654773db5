import type { Words } from '#src/i18n/words.ts';

/** A code that is stored and the words that are shown. */
export type Option = { readonly code: string; readonly name: Words };

/** An item of the catalogue: the units it may be counted in, and what to write as its specification. */
export type Item = Option & { readonly units: readonly string[]; readonly spec: Words | null };

/** The zone's tables that forms draw their choices from. */
export type Tables = {
  readonly areas: readonly (Option & { readonly covers: Words })[];
  readonly lines: readonly (Option & { readonly ask: Words })[];
  readonly items: readonly Item[];
  readonly units: readonly Option[];
};

/** Why a personal field is asked, on what ground, for how long, and who sees it (PIPL 17). */
export type Purpose = {
  readonly why: Words;
  readonly basis: Words;
  readonly days: number;
  readonly seenBy: Words;
};

type Common = {
  readonly label: Words;
  readonly help?: Words;
  readonly required?: boolean;
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
};
/** A day, or ''. In the past it warns and is not refused. */
export type DayField = Common & { readonly kind: 'day' };
export type ChoiceField = Common & {
  readonly kind: 'choice';
  readonly options: readonly Option[] | ((tables: Tables) => readonly Option[]);
  readonly radios?: true;
};
export type YesNoField = Common & { readonly kind: 'yes-no' };
/** A box that must be ticked; `statement` is what the person agrees to. */
export type ConsentField = Common & { readonly kind: 'consent'; readonly statement: Words };
export type GroupField<S extends Fields = Fields> = {
  readonly kind: 'group';
  readonly label: Words;
  readonly fields: S;
};
/** At least one, at most 50 lines. */
export type LinesField<S extends Fields = Fields> = {
  readonly kind: 'lines';
  readonly label: Words;
  readonly help?: Words;
  readonly fields: S;
};

export type Leaf =
  | TextField
  | PhoneField
  | CreditCodeField
  | NumberField
  | DayField
  | ChoiceField
  | YesNoField
  | ConsentField;
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
  readonly contact: { readonly name: string; readonly phone: string };
};

export type Form<S extends Fields = Fields> = {
  readonly id: string;
  readonly title: Words;
  /** One line under the title: what this is for. */
  readonly lead: Words;
  readonly fields: S;
  /** The key the routing table decides by: a topic, an item. */
  readonly routingKey: (value: Values<S> & Shared) => string;
  /** Rules over several fields. */
  readonly check?: (value: Values<S> & Shared, tables: Tables) => readonly Problem[];
  /** Paths of the exported columns; a path into lines gives one row a line. */
  readonly columns: readonly string[];
};

/** A parsed submission of any form. */
export type Answers = Shared & { readonly [name: string]: unknown };

/** A form as the registry holds it: its own value type is known inside its file only. */
export type AnyForm = Omit<Form, 'routingKey' | 'check'> & {
  readonly routingKey: (value: Answers) => string;
  readonly check?: (value: Answers, tables: Tables) => readonly Problem[];
};

/** Declares a form; the registry sees it as `AnyForm`, whose values its own reader has checked. */
export const form = <const S extends Fields>(definition: Form<S>): AnyForm =>
  definition as unknown as AnyForm;

export const options = (field: ChoiceField, tables: Tables): readonly Option[] =>
  typeof field.options === 'function' ? field.options(tables) : field.options;

/** Whether a value of this field is sealed: personal data and free text are, codes and figures are not. */
export const isSealed = (field: Leaf): boolean =>
  field.personal !== undefined || field.kind === 'phone' || (field.kind === 'text' && field.clear !== true);

/** `/items/0/quantity` for the path `items.0.quantity`; '' for the whole submission. */
export const pointer = (path: string): string => (path === '' ? '' : `/${path.replaceAll('.', '/')}`);
