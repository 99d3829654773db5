import type { Office } from '#src/cases/office.ts';
import type { CaseRow } from '#src/cases/store.ts';
import type { Answers, AnyForm } from '#src/forms/field.ts';
import { langs } from '#src/i18n/words.ts';
import { fold } from '#src/rules/text.ts';

const bare = (text: string): string => fold(text).replace(/\s/g, '').toLowerCase();

/** The zone's department that a text names: either holds the other whole. '' where none does. */
const departmentNamed = (departments: Office['departments'], typed: string): string => {
  const text = bare(typed);
  const isNamed = (name: string): boolean =>
    text.includes(bare(name)) || (text.length > 1 && bare(name).includes(text));
  return Object.entries(departments).find(([, name]) => langs.some(lang => isNamed(name[lang])))?.[0] ?? '';
};

/** Whether a submission is a complaint, and of which department: that one never sees it. */
export const complaintOf = (
  office: Pick<Office, 'departments'>,
  form: AnyForm,
  answers: Answers,
): Pick<CaseRow, 'complaint' | 'against'> => {
  const against = form.against?.(answers) ?? null;
  return against === null
    ? { complaint: 0, against: '' }
    : { complaint: 1, against: departmentNamed(office.departments, against) };
};
