import type { Kind, State } from '#src/cases/state.ts';
import type { Append, CaseRow } from '#src/cases/store.ts';
import type { AnyForm } from '#src/forms/field.ts';

/** Whether a form asks for leave to publish what it says. */
const asksToPublish = ({ fields }: AnyForm): boolean => fields.publish?.kind === 'permission';

/** Whether a case's sender agrees, by the answers as they stand, that what they say is published. */
export const mayBePublic = ({ answers }: Pick<CaseRow, 'answers'>): boolean =>
  JSON.parse(answers).publish === true;

/**
 * Why an event takes off what was published of its case; undefined where it does not. Corrected answers are reviewed anew before they
 * are public; what is over or erased is public no longer.
 */
export const unlistOf = (
  forms: readonly AnyForm[],
  row: Pick<CaseRow, 'form' | 'state'>,
  { kind, content, destroyKey }: Pick<Append, 'content' | 'destroyKey'> & { readonly kind: Kind },
  state: State,
): Append['unlist'] => {
  const form = forms.find(one => one.id === row.form);
  if (!form || !asksToPublish(form)) return undefined;
  if (destroyKey) return 'erased';
  if (state !== row.state && (state === 'closed' || state === 'withdrawn')) return 'closed';
  if (kind !== 'changed' || !content) return undefined;
  return mayBePublic(content) ? 'changed' : 'permission';
};
