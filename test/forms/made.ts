import { type AnyForm, type Fields, form } from '#src/forms/field.ts';
import { w } from '#src/i18n/words.ts';

/** A label where any will do. */
export const label = w('甲', 'A');
export const option = (code: string) => ({ code, name: w(`${code}项`, code) });

/** A form of these fields and nothing else, as far as reading goes. */
export const formOf = (fields: Fields, some: Partial<AnyForm> = {}): AnyForm => ({
  ...form({
    id: 'kinds',
    subject: 'need',
    title: label,
    lead: label,
    fields,
    routingField: '',
    columns: [],
  }),
  ...some,
});
