/** One thing to fill in. The example is what a made-up enterprise would write. */
export type Field = {
  readonly id: string;
  readonly label: string;
  readonly example: string;
  readonly kind?: 'text' | 'day' | 'number' | 'phone' | 'long';
};

/** A part of a document. `{id}` in its words is a field. */
export type Part =
  | { readonly kind: 'heading' | 'text' | 'sign'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      /** Empty rows of the blank form. */ readonly blank: number;
      readonly example: readonly (readonly string[])[];
    };

/** A document that is filled in on the reader's device; nothing of it is sent. Its words are Chinese, as the offices take it. */
export type Template = {
  readonly id: string;
  readonly title: string;
  /** When it is needed and what becomes of it. */ readonly lead: string;
  /** Turned sideways on paper: a wide table. */ readonly wide?: true;
  readonly fields: readonly Field[];
  readonly parts: readonly Part[];
};

/** What was filled in, by field; nothing where a field was left empty. */
export type Values = Readonly<Record<string, string>>;

/** Words as they stand in a part: plain ones, and the fields between them. */
export const piecesOf = (text: string): readonly (string | { readonly field: string })[] =>
  text
    .split(/(\{\w+\})/)
    .filter(piece => piece !== '')
    .map(piece => (/^\{\w+\}$/.test(piece) ? { field: piece.slice(1, -1) } : piece));

/** What stands on paper where nothing was filled in: room to write by hand. */
export const blank = '＿＿＿＿＿＿';

const dayOf = (value: string): string => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  return day ? `${year}年${Number(month)}月${Number(day)}日` : value;
};

/** What is shown for a field on one line: the value, a day in words; the blank where there is none. XML takes no control signs. */
export const shownFor = (values: Values, field: string): string =>
  dayOf((values[field] ?? '').replace(/\p{Cc}+/gu, ' ').trim()) || blank;

/** The words of a part's text with its fields filled in. */
export const filled = (text: string, values: Values): string =>
  piecesOf(text)
    .map(piece => (typeof piece === 'string' ? piece : shownFor(values, piece.field)))
    .join('');

/** The filled example. */
export const exampleOf = (template: Template): Values =>
  Object.fromEntries(template.fields.map(({ id, example }) => [id, example]));

/** The rows of a table: those of the example, or empty ones to write in. */
export const rowsOf = (part: Part & { kind: 'table' }, isExample: boolean): readonly (readonly string[])[] =>
  isExample ? part.example : Array.from({ length: part.blank }, () => part.head.map(() => ''));
