import type { Answers, AnyForm } from './field.ts';
import { mapped } from './keep.ts';

const hidden = '＊＊＊';

/** A phone by its first three and last four digits, a name by its first character: enough to recognise, too little to use. */
const masked = (kind: string, value: unknown): unknown => {
  if (typeof value !== 'string' || value === '') return value;
  if (kind === 'phone') return value.length > 8 ? `${value.slice(0, 3)}****${value.slice(-4)}` : hidden;
  return `${[...value][0]}＊＊`;
};

/** Answers with personal fields masked, by the purposes that the form declares; `wholly` hides the enterprise as well. */
export const maskAnswers = (form: AnyForm, answers: Answers, wholly: boolean): Answers => {
  const shown = mapped(form.fields, answers as Record<string, unknown>, (field, value) =>
    field.personal || field.kind === 'phone' ? (wholly ? hidden : masked(field.kind, value)) : value,
  ) as Answers;
  return wholly ? { ...shown, enterprise: { ...shown.enterprise, name: hidden, creditCode: '' } } : shown;
};
