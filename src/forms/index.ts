import { consultation } from './consultation.ts';
import type { AnyForm } from './field.ts';
import { materials } from './materials.ts';

/** The registry: a form is one file, named here once. The order is the order on the page. */
export const forms: readonly AnyForm[] = [materials, consultation];

/** The form of an id, or null. */
export const formOf = (id: string): AnyForm | null => forms.find(form => form.id === id) ?? null;
