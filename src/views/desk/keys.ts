import { keyWords as words } from '#src/i18n/desk.ts';
import type { Lang } from '#src/i18n/words.ts';
import { html, type View } from '../html.ts';

const keys = [
  ['j', 'down'],
  ['k', 'up'],
  ['Enter', 'open'],
  ['x', 'choose'],
  ['/', 'find'],
  ['u', 'queue'],
  ['?', 'help'],
] as const;

/** The help on keys, which the page's script opens; single-letter keys can be switched off there (WCAG 2.1.4). */
export const keysView = (lang: Lang): View =>
  html`<dialog class="keys" id="keys" aria-labelledby="keys-title"><h2 id="keys-title">${words.title[lang]}</h2><dl>${keys.map(
    ([key, name]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${words[name][lang]}</dd></div>`,
  )}</dl><p class="hint">${words.note[lang]}</p><p class="keys-switch"><span role="status" data-on="${words.on[lang]}" data-off="${words.off[lang]}"></span> <button class="button-quiet" type="button" data-switch data-on="${words.turnOff[lang]}" data-off="${words.turnOn[lang]}"></button></p><form method="dialog"><button class="button">${words.close[lang]}</button></form></dialog>`;
