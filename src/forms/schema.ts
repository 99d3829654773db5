import { placePattern } from '#src/rules/place.ts';
import { type AnyForm, type Field, type Fields, type Leaf, options, type Tables } from './field.ts';
import { maxLines } from './read.ts';

/** JSON Schema 2020-12, as far as forms need it. */
export type Schema = { readonly [keyword: string]: unknown };

const codes = (field: Extract<Leaf, { kind: 'choice' | 'choices' }>, tables: Tables): readonly string[] =>
  options(field, tables).map(option => option.code);

const numberSchema = (field: Extract<Leaf, { kind: 'number' }>, required: boolean): Schema => ({
  type: [field.decimals ? 'number' : 'integer', ...(required ? [] : ['null'])],
  ...(field.orZero ? { minimum: 0 } : { exclusiveMinimum: 0 }),
  maximum: field.max,
});

/** An open field is '' in texts and codes, null in numbers and yes-no; a required one has at least a character. */
const typeOf = (field: Leaf, required: boolean, tables: Tables): Schema => {
  const least = required ? { minLength: 1 } : {};
  switch (field.kind) {
    case 'text':
      return { type: 'string', ...least, maxLength: field.max };
    case 'phone':
      return { type: 'string', ...least, maxLength: 40, examples: ['13800138000', '0431-87019189'] };
    case 'credit-code':
      return { type: 'string', ...least, maxLength: 30, examples: ['91350100M000100Y43'] };
    case 'number':
      return numberSchema(field, required);
    case 'day':
      return required
        ? { type: 'string', format: 'date' }
        : { anyOf: [{ type: 'string', format: 'date' }, { const: '' }] };
    case 'choice':
      return { enum: required ? codes(field, tables) : [...codes(field, tables), ''] };
    case 'choices':
      return {
        type: 'array',
        items: { enum: codes(field, tables) },
        uniqueItems: true,
        ...(required && { minItems: 1 }),
      };
    case 'place':
      return { type: 'string', pattern: placePattern };
    case 'yes-no':
      return { type: required ? 'boolean' : ['boolean', 'null'] };
    case 'consent':
      return { const: true };
    case 'permission':
      return { type: 'boolean' };
    case 'files':
      return {
        type: 'array',
        items: { type: 'string', pattern: '^[A-Za-z0-9_-]{22}$' },
        uniqueItems: true,
        maxItems: field.max,
        ...(required && { minItems: 1 }),
      };
  }
};

const isRequired = (field: Field): boolean => {
  if (field.when) return false;
  if (field.kind === 'group') return Object.values(field.fields).some(isRequired);
  return field.kind === 'lines' ? !field.optional : field.kind === 'consent' || field.required === true;
};

const fieldSchema = (field: Field, tables: Tables): Schema => {
  const title = `${field.label['zh-Hans']} / ${field.label.en}`;
  const condition = field.when && `Asked when ${field.when.field} is ${field.when.is.join(' or ')}.`;
  const description = [field.help?.en, condition].filter(Boolean).join(' ');
  const about = { title, ...(description && { description }) };
  if (field.kind === 'group')
    return { ...about, ...objectSchema(field.fields, tables, field.when === undefined) };
  if (field.kind !== 'lines') return { ...about, ...typeOf(field, isRequired(field), tables) };
  const least = isRequired(field) ? { minItems: 1 } : {};
  return {
    ...about,
    type: 'array',
    items: objectSchema(field.fields, tables, true),
    ...least,
    maxItems: maxLines,
  };
};

const objectSchema = (fields: Fields, tables: Tables, asked: boolean): Schema => {
  const entries = Object.entries(fields);
  const required = entries.filter(([, field]) => asked && isRequired(field)).map(([name]) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([name, field]) => [name, fieldSchema(field, tables)])),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
};

/**
 * A form's submission as JSON Schema, from the same declaration that `read` goes by. Rules over several fields are not in it:
 * they answer 422 with their reason. What this schema refuses, `read` refuses too, but for `''` and null in place of an absent field.
 */
export const schemaOf = (form: AnyForm, tables: Tables): Schema => ({
  title: `${form.title['zh-Hans']} / ${form.title.en}`,
  description: form.lead.en,
  ...objectSchema(form.fields, tables, true),
});
