import type { FilesField } from '#src/forms/field.ts';
import { fileScans, fileWords as words } from '#src/i18n/files.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import type { ShownFile, Slot } from './form-page.ts';
import { html, nothing, type View } from './html.ts';

/** The ids of files that were taken in already: JSON and drafts hold a list, a posted form `{id: 'on'}`. */
const idsIn = (typed: unknown): readonly string[] => {
  if (Array.isArray(typed)) return typed.filter(id => typeof id === 'string');
  return typeof typed === 'object' && typed !== null ? Object.keys(typed) : [];
};

const keptView = (id: string, { name, scanned }: ShownFile, { name: field, page: { lang } }: Slot): View =>
  html`<li class="file" data-file="${id}"><span class="file-name">${name}</span> <span class="file-state">${words.kept[lang]}${lang === 'en' ? ', ' : '，'}${fileScans[scanned][lang]}</span><input type="hidden" name="${field}.${id}" value="on"><button class="button-quiet" type="submit" formnovalidate name="_act" value="drop:${field}:${id}" aria-label="${say(words.removeNamed, lang, { name })}">${words.remove[lang]}</button></li>`;

/** What the page's script says, in the page's language. */
const scriptWords = (lang: Lang): string =>
  JSON.stringify({
    ...Object.fromEntries(Object.entries(words).map(([name, said]) => [name, said[lang]])),
    scans: Object.fromEntries(Object.entries(fileScans).map(([name, said]) => [name, said[lang]])),
    comma: lang === 'en' ? ', ' : '，',
  });

/** Files go with the form where there is no script, or slice by slice before it; what was taken in already is kept by its id. */
export const filesView = (field: FilesField, slot: Slot & { readonly id: string }, described: View): View => {
  const { lang, files } = slot.page;
  const kept = idsIn(slot.typed).flatMap(id => {
    const file = files?.get(id);
    return file?.state === 'kept' ? [keptView(id, file, slot)] : [];
  });
  return html`<p class="hint">${say(words.hint, lang, { max: field.max })}<noscript> ${words.plainHint[lang]}</noscript></p><input type="file" id="${slot.id}" name="${slot.name}" multiple accept=".pdf,.ofd,.docx,.xlsx,.jpg,.jpeg,.png,.heic" data-files="${field.max}" data-words="${scriptWords(lang)}"${described}><ul class="files"${kept.length === 0 ? html` hidden` : nothing}>${kept}</ul><p class="files-told" role="status"></p><p class="visually-hidden" role="status" data-heard></p>`;
};
