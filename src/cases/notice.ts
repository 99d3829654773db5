import type { Office } from '#src/cases/office.ts';
import type { CaseStore } from '#src/cases/store.ts';
import type { AnyForm } from '#src/forms/field.ts';
import { noticeHash, noticeText } from '#src/forms/notice.ts';
import type { Lang } from '#src/i18n/words.ts';

/** Hashes of the notices that this process has kept in a store: submissions do not pay for the text. */
const kept = new WeakMap<CaseStore, Map<string, string>>();

/** Keeps the text of the notice that a form's sender agreed to, once, and gives back its hash. */
export const keepNotice = async (office: Office, form: AnyForm, lang: Lang): Promise<string> => {
  const { store, tables } = office;
  const known = kept.get(store) ?? new Map<string, string>();
  kept.set(store, known);
  const name = `${form.id} ${lang}`;
  const before = known.get(name);
  if (before !== undefined) return before;
  const hash = noticeHash(form, lang, tables);
  const firstAt = office.now().toISOString();
  await store.keepNotice({ hash, form: form.id, lang, text: noticeText(form, lang, tables), firstAt });
  known.set(name, hash);
  return hash;
};
