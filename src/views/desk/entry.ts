import { deskWords } from '#src/i18n/desk.ts';
import type { Lang, Words } from '#src/i18n/words.ts';
import { flag, html, nothing, type View } from '../html.ts';

/** One thing to type in to sign in: a browser's password manager knows it by `autocomplete`. */
export type Entry = {
  readonly name: string;
  readonly label: Words;
  readonly type?: 'password' | 'code';
  readonly autocomplete: string;
  readonly max: number;
  readonly help?: Words;
  readonly value?: string;
  /** What is wrong with it; '' for nothing. */ readonly problem?: string;
};

/** A field with label, help and problem. A password is never given back. */
export const entryView = (entry: Entry, lang: Lang): View => {
  const { name, label, type, help, value = '', problem = '' } = entry;
  const id = `s-${name}`;
  const about = [help ? `${id}-hint` : '', problem ? `${id}-error` : ''].filter(Boolean).join(' ');
  const hint = help ? html`<p class="hint" id="${id}-hint">${help[lang]}</p>` : nothing;
  const error = problem ? html`<p class="error" id="${id}-error">${problem}</p>` : nothing;
  const kind =
    type === 'password' ? html`type="password"` : html`type="text" autocapitalize="none" spellcheck="false"`;
  const more = html`${about ? html` aria-describedby="${about}"` : nothing}${flag('aria-invalid="true"', problem !== '')}`;
  return html`<div class="field${problem ? ' field-invalid' : ''}"><label for="${id}">${label[lang]}</label>${hint}${error}<input id="${id}" name="${name}" ${kind} value="${value}" maxlength="${entry.max}" autocomplete="${entry.autocomplete}" required${more}></div>`;
};

/** A form that is posted to an address of the desk, with what shows that it is ours. */
export const deskForm = (
  { action, csrf, submit, quiet = false }: { action: string; csrf: string; submit: string; quiet?: boolean },
  fields: View,
): View =>
  html`<form class="form" method="post" action="${action}"><input type="hidden" name="_csrf" value="${csrf}">${fields}<div class="button-row"><button class="${quiet ? 'button-quiet' : 'button'}" type="submit">${submit}</button></div></form>`;

/** Told once, after something was done; it takes the focus. */
export const doneView = (text: string): View =>
  text === '' ? nothing : html`<p class="done" role="status" tabindex="-1" id="done">${text}</p>`;

/** Where a page's script offers passkeys; without it nothing is shown. */
export const passkeyView = ({
  use,
  csrf,
  submit,
  lead,
  failed,
  action,
  again = '',
  name = nothing,
}: {
  use: 'new' | 'sign-in';
  csrf: string;
  submit: string;
  lead: string;
  failed: string;
  action: string;
  /** Where to sign in again, where that is needed first. */ again?: string;
  name?: View;
}): View =>
  html`<form class="form passkey" data-passkey="${use}" data-csrf="${csrf}" data-failed="${failed}" data-again="${again}" action="${action}" method="post" hidden><p>${lead}</p>${name}<p class="error" role="alert"></p><div class="button-row"><button class="button-quiet" type="submit">${submit}</button></div></form>`;

export const listWords = (words: readonly string[], lang: Lang): string =>
  words.join(deskWords.between[lang]);
